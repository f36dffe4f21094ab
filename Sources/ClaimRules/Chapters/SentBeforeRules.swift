import ClaimModel

/// What was submitted before, or is about to be. The ids leave room for the chapter on resubmission.
extension Chapter {
    static let sentBefore = Chapter("Submitted before") {
        Rule(
            "RS-020", "No other claim bills the same service on the same day",
            fault: "Same service billed on another claim", .warning,
            prevents: [.carc("18")], rejectedAs: ["54"], source: .denialPages, .general,
            reads: [
                .frequency, .payerOrder, .renderingNPI, .lineRenderingNPI, .lineFrom, .lineProcedure, .lineCharge,
                .lineNDC,
            ] + Field.lineModifiers,
            accepts: {
                let other = ClaimExample.sample.renamed("other")
                return [
                    .sample, .sample.after(other, .rejected), .sample.after(other, .voided),
                    .sample.after(other, .draft, isLater: true), .replacement.after(other, .draft),
                    .sample.after(other.onDay("11/05/2026"), .draft), .sample.after(other, .submitted),
                    .secondary.after(other, .draft),
                ]
            },
            rejects: {
                let other = ClaimExample.sample.renamed("other")
                return [
                    .sample.after(other, .draft), .sample.after(other, .ready),
                    .sample.after(other.with(.lineCharge, "199"), .submitted),
                ]
            },
            alongside: ["RS-003"],
            check: billedByAnother)
        Rule(
            "RS-023", "A file has each claim once",
            fault: "Same claim twice in the file", .warning,
            prevents: [.carc("18"), .rarc("N522")], rejectedAs: ["54"], source: .denialPages, .general,
            reads: [.account],
            accepts: { [.sample] }, rejects: { [.sample.repeated] }
        ) { claim in
            guard claim.context.isRepeated else { return [] }
            return [
                .wrong(
                    .account, "The same claim is earlier in this file.",
                    remedy: "Delete one from the file: the payer denies the second as a duplicate.")
            ]
        }
        Rule(
            "RS-021", "A resubmitted claim has a change",
            fault: "Resubmitted without a change", .warning,
            prevents: [.carc("18")], rejectedAs: ["54"], source: .professionalGuide, .general, reads: Field.all,
            hides: ["RS-022"],
            accepts: {
                [
                    .sample, .replacement.onceSent(as: .sample.with(.lineUnits, row: 1, "2"), .denied),
                    .sample.with(.lineUnits, row: 1, "2").onceSent(as: .sample, .rejected),
                    .sample.onceSent(as: .sample, .rejected, isBystander: true),
                    // A void cancels the claim as it is.
                    .replacement.with(.frequency, "8").onceSent(as: .sample, .paid),
                ]
            },
            rejects: {
                [
                    .sample.onceSent(as: .sample, .rejected), .sample.onceSent(as: .sample, .submitted),
                    .replacement.onceSent(as: .sample, .denied),
                ]
            }
        ) { claim in
            guard claim.draft.identity.frequency.value != .void, let last = claim.context.sent.last,
                !last.isBystander, claim.draft.saysTheSame(as: last.draft)
            else { return [] }
            return [
                .conflict(
                    .frequency, with: [],
                    "No change since \(last.day), when this claim was submitted.",
                    remedy:
                        "Correct what the payer reported. To resubmit a lost file (interchange \(last.interchange)), override."
                )
            ]
        }
        Rule(
            "RS-022", "A claim that the payer has is followed by a corrected claim, not a new one",
            fault: "New claim instead of a corrected claim", .warning,
            prevents: [.carc("18")], rejectedAs: ["54"], source: .denialPages, .general,
            reads: [.frequency, .recordedDenial],
            accepts: {
                [
                    .sample, .replacement.onceSent(as: .sample.with(.lineUnits, row: 1, "2"), .denied),
                    .sample.onceSent(as: .sample.with(.lineUnits, row: 1, "2"), .rejected),
                    .sample.with(.recordedDenial, "16 MA130").onceSent(as: .sample.with(.lineCharge, "9"), .denied),
                ]
            },
            rejects: { [.sample.onceSent(as: .sample.with(.lineUnits, row: 1, "2"), .denied)] }
        ) { claim in
            guard claim.draft.identity.frequency.value == .original,
                !claim.draft.identity.recordedDenials.contains("MA130"),
                let last = claim.context.sent.last(where: \.status.reachedPayer)
            else { return [] }
            return [
                .conflict(
                    .frequency, with: [],
                    "Frequency 1, but the payer already has this claim from \(last.day).",
                    remedy:
                        "Use frequency 7 and the payer's claim number, or override if the payer does not accept frequency 7 "
                        + "(interchange \(last.interchange))."
                )
            ]
        }
    }

    /// Of two claims that wait, the one entered later is the duplicate.
    @Sendable private static func billedByAnother(in claim: ClaimFacts) -> [Problem] {
        guard claim.draft.identity.frequency.value == .original else { return [] }
        var sent: Set<BilledService> = []
        var others: [BilledService.Service: PriorClaim] = [:]
        for prior in claim.context.history where prior.isRival(of: claim.draft) {
            if prior.status.reachedPayer {
                sent.formUnion(prior.draft.lines.compactMap { BilledService($0, of: prior.draft) })
            }
            for line in prior.draft.lines {
                if let service = BilledService.Service(line, of: prior.draft) { others[service] = prior }
            }
        }
        guard !others.isEmpty else { return [] }
        return claim.draft.lines.enumerated().compactMap { row, line in
            guard let service = BilledService.Service(line, of: claim.draft), let other = others[service] else {
                return nil
            }
            // An identical line that was submitted belongs to RS-003.
            if let billed = BilledService(line, of: claim.draft), sent.contains(billed) { return nil }
            return .conflict(
                .lineProcedure, row: row, with: [Place(.frequency)],
                "\(service.code) for this date is also on another claim\(other.name), \(other.status.rawValue).",
                remedy: "Delete one of the two, or bill both on one claim. A repeated service needs modifier 76 or 77.")
        }
    }
}

extension PriorClaim {
    /// ` (C-1001)`
    fileprivate var name: String { draft.identity.account.value.map { " (\($0.text))" } ?? "" }

    /// Whether it bills as a claim of its own, and was there first.
    fileprivate func isRival(of draft: ClaimDraft) -> Bool {
        guard self.draft.id != draft.id, self.draft.identity.frequency.value == .original,
            self.draft.orderOfPayer == draft.orderOfPayer
        else { return false }
        switch status {
        case .draft, .flagged, .clean, .ready, .held: return !isLater
        case .rejected, .voided, .deleted: return false
        case .submitted, .accepted, .pending, .denied, .paid, .partlyPaid, .nothingDue, .appealed, .reversed,
            .voidAccepted, .writtenOff:
            return true
        }
    }
}

extension ClaimExample {
    fileprivate func renamed(_ id: String) -> ClaimExample {
        var copy = self
        copy.draft = draft.renamed(id)
        return copy
    }

    fileprivate func onDay(_ day: String) -> ClaimExample {
        draft.lines.indices.reduce(self) { $0.with(.lineFrom, row: $1, day) }
    }
}

extension ClaimExample {
    /// The same, a second time in its file.
    fileprivate var repeated: ClaimExample {
        var copy = self
        copy.isRepeated = true
        return copy
    }
}
