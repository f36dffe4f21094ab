import ClaimModel

extension Chapter {
    static let resubmission = Chapter("Resubmission") {
        Rule(
            "RS-001", "A corrected claim or void has the payer's number of the original claim",
            fault: "No payer claim number on a corrected claim or void", .error,
            prevents: [.carc("16"), .rarc("M47")], rejectedAs: ["464"], source: .denialPages, .secondary,
            reads: [.frequency, .originalReference],
            accepts: { [.sample, .replacement] },
            rejects: { [.sample.with(.frequency, "7"), .sample.with(.frequency, "8")] }
        ) { claim in
            guard let frequency = claim.draft.identity.frequency.value, frequency != .original else { return [] }
            return claim.problems(
                with: [.originalReference],
                remedy: "Enter the payer's claim number from the remittance (ICN or DCN), or choose frequency 1.")
        }
        Rule(
            "RS-002", "An original claim has no earlier claim number",
            fault: "Original claim with an earlier claim number", .warning,
            prevents: [.carc("18")], source: .professionalGuide, .general, reads: [.frequency, .originalReference],
            accepts: { [.sample, .replacement] }, rejects: { [.replacement.with(.frequency, "1")] }
        ) { claim in
            guard claim.draft.identity.frequency.value == .original, !claim.isBlank(.originalReference) else {
                return []
            }
            return [
                .conflict(
                    .originalReference, with: [Place(.frequency)],
                    "Frequency 1 is a new claim, but it has an earlier claim's number.",
                    remedy:
                        "Choose 7 to correct that claim, or clear the number. Some Medicaid plans accept it as proof "
                        + "of timely filing.",
                    fixes: [
                        .replace(.frequency, with: "7"),
                        Fix("clear the payer's claim no.", [.init(.originalReference, "")]),
                    ])
            ]
        }
        Rule(
            "RS-003", "The service has not been billed before as a new claim",
            fault: "Service already billed as a new claim", .warning,
            prevents: [.carc("18")], rejectedAs: ["54"], source: .denialPages, .general,
            reads: [
                .frequency, .payerOrder, .renderingNPI, .lineRenderingNPI, .lineFrom, .lineProcedure, .lineCharge,
                .lineNDC,
            ]
                + Field.lineModifiers,
            accepts: {
                [
                    .sample, .sample.after(.other, .rejected), .replacement.after(.other, .denied),
                    .secondary.after(.other, .paid),
                    .sample.after(.other.with(.lineFrom, "11/05/2026").with(.lineFrom, row: 1, "11/05/2026"), .paid),
                ]
            },
            rejects: { [.sample.after(.other, .denied), .sample.after(.other, .submitted)] },
            check: billedBefore)
        Rule(
            "RS-004", "The payer accepts corrected claims and voids",
            fault: "Payer does not accept corrected claims or voids", .error,
            prevents: [.carc("16"), .rarc("MA130")], rejectedAs: ["535"], source: .professionalGuide, .general,
            reads: [.frequency, .filingIndicator, .payerPolicy],
            accepts: { [.replacement] },
            rejects: { [.medicare(.replacement), .replacement.whenPolicy { $0.acceptsReplacement = Setting(false) }] },
            alongside: ["PY-005"]
        ) { claim in
            guard let frequency = claim.draft.identity.frequency.value, frequency != .original else { return [] }
            let refuses = claim.policy.value(of: \.acceptsReplacement) == false
            guard claim.isMedicare || refuses else { return [] }
            let payer = claim.isMedicare ? "Medicare" : claim.payerTitle
            return [
                .conflict(
                    .frequency, with: [Place(.filingIndicator)],
                    severity: claim.isMedicare ? .error : claim.policy.limit(.error, by: \.acceptsReplacement),
                    "Frequency \(frequency.code) not accepted by \(payer).",
                    remedy: "Submit a new claim if the first was unprocessable (MA130); else request a reopening.",
                    evidence: refuses ? [claim.policyEvidence(\.acceptsReplacement)] : [])
            ]
        }
        Rule(
            "RS-005", "The original claim number is the payer's, not the practice's",
            fault: "Practice's account number as the payer's claim number", .warning,
            prevents: [.carc("16"), .rarc("M47")], source: .professionalGuide, .general,
            reads: [.originalReference, .account],
            accepts: { [.replacement] }, rejects: { [.replacement.with(.originalReference, "c-1001")] }
        ) { claim in
            guard let number = claim.draft.identity.originalReference.value?.text,
                let account = claim.draft.identity.account.value?.text, number.lowercased() == account.lowercased()
            else { return [] }
            return [
                .conflict(
                    .originalReference, with: [Place(.account)],
                    "This is the account number, not the payer's claim number.",
                    remedy: "Enter the payer's claim number from the remittance (ICN or DCN).")
            ]
        }
        Rule(
            "RS-006", "The payer's time limit for corrected claims has not passed",
            fault: "Too late for a corrected claim", .warning,
            prevents: [.carc("29")], source: .timelyFiling, .general,
            reads: [.frequency, .lineFrom, .lineTo, .payerPolicy],
            accepts: { [.replacement.whenPolicy { $0.correctedDays = Setting(90) }] },
            rejects: { [.replacement.whenPolicy { $0.correctedDays = Setting(10) }] }
        ) { claim in
            guard let frequency = claim.draft.identity.frequency.value, frequency != .original,
                let days = claim.policy.value(of: \.correctedDays), let last = claim.lastDay,
                claim.today - last > days
            else { return [] }
            let payer = claim.payerTitle
            return [
                .conflict(
                    .frequency, with: [claim.lastDayPlace],
                    "Service \(claim.today - last) days old; corrections accepted for \(days) days.",
                    remedy: "Appeal to \(payer) instead, or show that the remittance is more recent.",
                    evidence: [claim.policyEvidence(\.correctedDays)])
            ]
        }
        Rule(
            "RS-007", "The cause of the earlier denial is fixed",
            fault: "Earlier denial to check", .note,
            prevents: [], undenied: "Each rule that it lists says what it prevents.", source: .design,
            .verified, reads: [.recordedDenial],
            accepts: { [.sample, .sample.with(.recordedDenial, "CARC 1")] },
            rejects: { [.sample.with(.recordedDenial, "CO-16 M119")] }
        ) { claim in
            let rules = Rule.preventing(claim.draft.identity.recordedDenials)
            guard !rules.isEmpty else { return [] }
            let names = rules.prefix(8).map(\.id).joined(separator: ", ")
            let more = rules.count > 8 ? " and \(rules.count - 8) more" : ""
            return [
                .conflict(
                    .recordedDenial, with: [], "Denied before for \(claim.draft.identity.recordedDenial.text).",
                    remedy: "Before you resubmit, check that these rules have no findings: \(names)\(more).",
                    evidence: rules.map { Evidence($0.id, $0.title) })
            ]
        }
        Rule(
            "RS-008", "A corrected claim changes something",
            fault: "Corrected claim same as the original", .warning,
            prevents: [.carc("18")], source: .professionalGuide, .general, reads: Field.all,
            accepts: { [.replacement.after(.other, .denied).with(.lineUnits, "2"), .replacement] },
            rejects: { [.replacement.after(.other, .denied)] },
            check: unchangedReplacement)
        Rule(
            "RS-009", "The claim has a frequency code",
            fault: "No frequency code", .error,
            prevents: [.carc("16")], rejectedAs: ["535"], source: .professionalGuide, .general, reads: [.frequency],
            accepts: { [.sample, .replacement] },
            rejects: { [.sample.without(.frequency), .sample.with(.frequency, "3")] }
        ) { claim in
            claim.problems(
                with: [.frequency], remedy: "Enter 1 for a new claim, 7 for a corrected claim, 8 to void one.")
        }
        Rule(
            "RS-010", "The original claim number is not a placeholder",
            fault: "Original claim number is a placeholder", .error,
            prevents: [.carc("16"), .rarc("M47")], rejectedAs: ["464"], source: .professionalGuide, .general,
            reads: [.originalReference],
            accepts: { [.replacement] },
            rejects: { ["0000000000", "N/A", "UNKNOWN"].map { .replacement.with(.originalReference, $0) } }
        ) { claim in
            guard let number = claim.draft.identity.originalReference.value?.text, number.isPlaceholder else {
                return []
            }
            return [
                .wrong(
                    .originalReference, "\"\(number)\" is a placeholder, not a payer's claim number.",
                    remedy: "Enter the number from the remittance (ICN or DCN), or submit a new claim with frequency 1."
                )
            ]
        }
        Rule(
            "RS-011", "A claim that the payer never accepted is resubmitted as new, not as a corrected claim",
            fault: "Corrected claim for a claim that the payer never accepted", .warning,
            prevents: [.carc("16"), .rarc("MA130"), .rarc("N142")], rejectedAs: ["464", "35"], source: .denialPages,
            .general, reads: [.frequency, .recordedDenial, .lineFrom, .lineTo],
            accepts: { [.sample.after(.other, .rejected), .replacement.after(.other, .denied)] },
            rejects: { [.replacement.after(.other, .rejected), .replacement.with(.recordedDenial, "16 MA130")] },
            alongside: ["RS-007"],
            check: replacedBeforeAcceptance)
        Rule(
            "RS-012", "The claim has the patient and the insured as the payer's remittance corrects them",
            fault: "Payer has another name or member ID", .note,
            prevents: [.carc("140"), .carc("31")], source: .remittanceGuide, .general,
            reads: [
                .memberID, .relationship, .patientLastName, .patientFirstName, .patientMiddleName,
                .subscriberLastName, .subscriberFirstName, .subscriberMiddleName,
            ],
            accepts: {
                [.sample, .sample.corrected(lastName: "RIVERA"), .sample.corrected(lastName: "Rivera", memberID: "")]
            },
            rejects: { [.sample.corrected(lastName: "RIVERA-LOPEZ"), .sample.corrected(memberID: "MMO123450099")] },
            check: otherwiseNamed)
    }

    @Sendable private static func otherwiseNamed(in claim: ClaimFacts) -> [Problem] {
        func plain(_ text: String) -> String { text.uppercased().filter { $0.isLetter || $0.isNumber } }
        let corrections = claim.context.corrected?.texts(for: claim.draft) ?? []
        return corrections.compactMap { field, text in
            guard plain(claim.draft.text(at: Place(field))) != plain(text) else { return nil }
            return .wrong(
                field, "The payer's remittance has \(text).",
                remedy: "If the member's card agrees, take it over before you resubmit or bill again.",
                fixes: [.replace(field, with: text)])
        }
    }

    @Sendable private static func billedBefore(in claim: ClaimFacts) -> [Problem] {
        guard claim.draft.identity.frequency.value == .original else { return [] }
        var earlier: Set<BilledService> = []
        for prior in claim.context.history
        where prior.status.reachedPayer && prior.draft.id != claim.draft.id
            && prior.draft.identity.frequency.value == .original
            && prior.draft.orderOfPayer == claim.draft.orderOfPayer
        {
            earlier.formUnion(prior.draft.lines.compactMap { BilledService($0, of: prior.draft) })
        }
        guard !earlier.isEmpty else { return [] }
        return claim.draft.lines.enumerated().compactMap { row, line in
            guard let service = BilledService(line, of: claim.draft), earlier.contains(service) else { return nil }
            return .conflict(
                .lineProcedure, row: row, with: [Place(.frequency)],
                "\(service.service.code) for this date was already submitted on another claim.",
                remedy: "Correct that claim with frequency 7, or delete this one: the payer denies a duplicate.")
        }
    }

    @Sendable private static func replacedBeforeAcceptance(in claim: ClaimFacts) -> [Problem] {
        guard let frequency = claim.draft.identity.frequency.value, frequency != .original else { return [] }
        let remedy = "Resubmit as a new claim: frequency 1, without the payer's number."
        if claim.draft.identity.recordedDenials.contains("MA130") {
            return [
                .conflict(
                    .frequency, with: [Place(.recordedDenial)],
                    "The earlier claim was unprocessable (MA130): nothing to replace.", remedy: remedy)
            ]
        }
        let earlier = claim.context.history.filter { prior in
            prior.draft.id != claim.draft.id && claim.firstDay != nil
                && prior.draft.firstServiceDay == claim.firstDay
        }
        guard earlier.contains(where: { $0.status == .rejected }), !earlier.contains(where: \.status.reachedPayer)
        else { return [] }
        return [
            .conflict(
                .frequency, with: [claim.firstDayPlace],
                "The earlier claim was rejected at the front end: nothing to replace.", remedy: remedy)
        ]
    }

    @Sendable private static func unchangedReplacement(in claim: ClaimFacts) -> [Problem] {
        guard claim.draft.identity.frequency.value == .replacement,
            let original = claim.context.history.last(where: { prior in
                prior.status.reachedPayer && prior.draft.id != claim.draft.id
                    && prior.draft.lines.first?.from.value == claim.draft.lines.first?.from.value
            })
        else { return [] }
        guard claim.draft.saysTheSame(as: original.draft) else { return [] }
        return [
            .conflict(
                .frequency, with: [], "This corrected claim is the same as the claim that it replaces.",
                remedy: "Correct what the denial reported, or appeal.")
        ]
    }
}

extension ClaimIdentity {
    /// The codes of the earlier denial: `CO-16 M119` has 16 and M119.
    var recordedDenials: Set<String> {
        let words = self.recordedDenial.text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return Set(words.filter { $0.contains(where: \.isNumber) })
    }
}

extension Rule {
    /// The rules that prevent a denial with these codes: those of its remark codes, which are more specific than its
    /// reason code; else those of the reason code.
    fileprivate static func preventing(_ codes: Set<String>) -> [Rule] {
        guard !codes.isEmpty else { return [] }
        let byRemark = all.filter { rule in
            rule.prevents.contains { if case .rarc(let code) = $0 { codes.contains(code) } else { false } }
        }
        guard byRemark.isEmpty else { return byRemark }
        return all.filter { rule in
            rule.prevents.contains { if case .carc(let code) = $0 { codes.contains(code) } else { false } }
        }
    }
}

extension ClaimExample {
    static let replacement = sample.with(.frequency, "7").with(.originalReference, "26314000551")

    /// The sample again, as another claim.
    fileprivate static let other = {
        var other = sample
        other.draft = sample.draft.renamed("earlier")
        return other
    }()
}
