import ClaimModel

extension Chapter {
    /// Entries that contradict one another wherever they are on the claim.
    static let consistency = Chapter("Consistency") {
        Rule(
            "PT-028", "Member ID, authorization, trials and scores are this patient's",
            fault: "Another patient's record on the claim", .error,
            prevents: [.carc("31"), .carc("197"), .carc("50")], rejectedAs: ["164"], source: .design, .verified,
            reads: [
                .recordsOf, .patientLastName, .patientFirstName, .patientBirthDate, .memberID, .authorizationNumber,
                .trialDrug, .scoreTotal,
            ],
            accepts: { [.sample, .copied, .copied.with(.patientPhone, "216-555-0133"), .copied.of("Kim").cleared] },
            rejects: { [.copied.of("Kim"), .copied.with(.patientBirthDate, "04/17/1982")] }
        ) { claim in claim.recordsOfAnother }
        Rule(
            "PY-028", "The member ID belongs to this payer",
            fault: "Member ID of another payer", .warning,
            prevents: [.carc("31"), .carc("109")], rejectedAs: ["164"], source: .design, .general,
            reads: [.memberID, .payerIdentifier],
            accepts: {
                [.sample, .sample.after(.officeVisit, .paid), .elsewhere.after(.officeVisit.otherMember, .paid)]
            },
            rejects: { [.elsewhere.after(.officeVisit, .paid)] }
        ) { claim in
            guard let member = claim.draft.subscriber.memberID.value, let payer = claim.draft.payer.identifier.value
            else { return [] }
            let before = claim.context.history.filter {
                $0.draft.id != claim.draft.id && $0.draft.subscriber.memberID.value == member
            }
            let payers = before.compactMap { $0.draft.payer.identifier.value }
            guard let other = payers.last, !payers.contains(payer) else { return [] }
            return [
                .conflict(
                    .memberID, with: [Place(.payerIdentifier)],
                    "Earlier claims have this member ID under payer \(String(other.text.prefix(12))).",
                    remedy: "Enter the ID from this payer's card.")
            ]
        }
        Rule(
            "PV-025", "The supervising provider is not the rendering provider",
            fault: "Supervising provider is the rendering provider", .warning,
            prevents: [.carc("16"), .rarc("N290")], rejectedAs: ["562"], source: .professionalGuide, .general,
            reads: [.referringQualifier, .referringNPI, .renderingNPI],
            accepts: { [.sample, .supervised, .supervised.with(.referringQualifier, "DN")] },
            rejects: { [.supervised.with(.referringNPI, "1234567893")] }
        ) { claim in
            guard claim.draft.referring.qualifier.value == .supervising, let npi = claim.draft.referring.npi.value,
                npi == claim.draft.rendering.npi.value
            else { return [] }
            return [
                .conflict(
                    .referringNPI, with: [Place(.renderingNPI)], "Supervising and rendering provider are the same.",
                    remedy: "Enter who supervised, or clear box 17 if nobody did.")
            ]
        }
        Rule(
            "PV-029", "A line's own referring provider goes with one of the claim",
            fault: "Referring provider on a line, but not on the claim", .warning,
            prevents: [.carc("16"), .rarc("N286")], rejectedAs: ["562"], source: .professionalGuide, .general,
            reads: [.lineReferringNPI, .lineReferringLastName, .referringQualifier],
            accepts: {
                [
                    .sample,
                    .referredOnLine.with(.referringQualifier, "DN").with(.referringLastName, "Wu")
                        .with(.referringNPI, "1456789019"),
                ]
            },
            rejects: { [.referredOnLine] }
        ) { claim in
            guard claim.draft.referring.qualifier.value != .referring,
                let line = claim.lines.first(where: {
                    !$0.line.referringNPI.isEmpty || !$0.line.referringLastName.isEmpty
                })
            else { return [] }
            return [
                .conflict(
                    .lineReferringLastName, row: line.row, with: [Place(.referringQualifier)],
                    "Line \(line.number) has a referring provider; the claim has none.",
                    remedy: "Enter the referring provider of the claim (DN); a line names one only if it differs.")
            ]
        }
        Rule(
            "PX-051", "Each line has its own control number",
            fault: "Two lines with the same control number", .warning,
            prevents: [.carc("16")], rejectedAs: ["464"], source: .professionalGuide, .general,
            reads: [.lineControlNumber],
            accepts: { [.sample, .officeVisit.with(.lineControlNumber, "1").with(.lineControlNumber, row: 1, "2")] },
            rejects: { [.officeVisit.with(.lineControlNumber, "1").with(.lineControlNumber, row: 1, "1")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard let number = line.line.controlNumber.value,
                    let first = claim.lines.first(where: { $0.line.controlNumber.value == number }),
                    first.row < line.row
                else { return nil }
                return .conflict(
                    .lineControlNumber, row: line.row, with: [Place(.lineControlNumber, row: first.row)],
                    "Lines \(first.number) and \(line.number) have the same control number.",
                    remedy: "Have the sending system number each line differently: remittances return the number.")
            }
        }
        Rule(
            "PY-045", "Patient responsibility is on the claim or on its lines, not both",
            fault: "Patient responsibility on claim and lines", .warning,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["400"], source: .professionalGuide, .general,
            reads: DecisionFields.every.flatMap { [$0.liability, $0.lineLiability] },
            accepts: {
                [
                    .sample, .secondary, .secondary.with(.linePrimaryLiability, "20.00"),
                    .tertiary.with(.adjudicationLiability, "45.00").with(.lineSecondaryLiability, "5.00"),
                ]
            },
            rejects: {
                [.secondary.with(.linePrimaryLiability, "20.00").with(.adjudicationLiability, "20.00")]
            },
            alongside: ["PY-044"]
        ) { claim in
            DecisionFields.every.compactMap { fields in
                guard !claim.isBlank(fields.liability),
                    let line = claim.lines.first(where: { !fields.decision(on: $0.line).liability.isEmpty })
                else { return nil }
                return .conflict(
                    fields.liability, with: [Place(fields.lineLiability, row: line.row)],
                    "Patient responsibility is on the claim and on line \(line.number).",
                    remedy: "Keep it on the lines if the EOB is by line.",
                    fixes: [Fix("clear the claim's", [Fix.Edit(fields.liability, "")])])
            }
        }
        Rule(
            "PY-046", "Medicare is not both payer and other payer",
            fault: "Medicare is both payer and other payer", .warning,
            prevents: [.carc("22"), .carc("18")], rejectedAs: ["480"], source: .professionalGuide, .general,
            reads: [.filingIndicator, .otherFilingIndicator, .thirdFilingIndicator, .otherInsuranceExists],
            accepts: { [.sample, .secondary, .secondary.with(.filingIndicator, "MB")] },
            rejects: {
                [
                    .secondary.with(.filingIndicator, "MB").with(.otherFilingIndicator, "MB"),
                    .tertiary.with(.otherFilingIndicator, "MB").with(.thirdFilingIndicator, "MB"),
                ]
            },
            alongside: ["PY-011"]
        ) { claim in
            guard claim.draft.otherInsurance.exists.value == .yes else { return [] }
            let plans = claim.draft.otherInsurance
            let named: [(Field, ClaimFilingIndicator?)] = [
                (.filingIndicator, claim.draft.payer.filingIndicator.value),
                (.otherFilingIndicator, plans.plan.filingIndicator.value),
                (.thirdFilingIndicator, plans.third.filingIndicator.value),
            ]
            let medicare = named.filter { $0.1 == .medicarePartB }.map(\.0)
            guard medicare.count > 1 else { return [] }
            return [
                .conflict(
                    medicare[1], with: [Place(medicare[0])], "Filing indicator MB for two payers.",
                    remedy: "Correct one: nobody has Medicare Part B twice.")
            ]
        }
        Rule(
            "PY-047", "No adjustment is zero",
            fault: "Adjustment of zero", .warning,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["400"], source: .professionalGuide, .general,
            reads: DecisionFields.every.flatMap { [$0.adjustments, $0.lineAdjusted] },
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .secondary.with(.linePrimaryAdjusted, "CO-45 40.00, PR-2 0.00"),
                    .tertiary.with(.secondaryAdjudicationAdjustments, "CO-45 0.00"),
                ]
            }
        ) { claim in
            let adjusted = DecisionFields.every.flatMap { fields in
                [(Place(fields.adjustments), fields.decision(in: claim.draft).adjustments.value)]
                    + claim.lines.map {
                        (Place(fields.lineAdjusted, row: $0.row), fields.decision(on: $0.line).adjusted.value)
                    }
            }
            return adjusted.compactMap { place, value in
                guard let value, value.all.contains(where: { $0.cents == 0 }) else { return nil }
                return .wrong(
                    place.field, row: place.row,
                    place.number.map { "Line \($0) has a zero adjustment." } ?? "Zero adjustment on the claim.",
                    remedy: "Delete it: a claim reports only adjustments with an amount.")
            }
        }
    }
}

extension ClaimFacts {
    fileprivate var recordsOfAnother: [Problem] {
        guard draft.patient.hasRecordsOfAnother else { return [] }
        let records =
            [Field.memberID, .authorizationNumber].filter { !isBlank($0) }.map { Place($0) }
            + [Field.trialDrug, .scoreTotal].flatMap { places(of: $0) }.filter { !isBlank($0.field, row: $0.row) }
        guard let first = records.first else { return [] }
        let others = Array(records.dropFirst())
        let cleared = records.map { Fix.Edit($0.field, row: $0.row, "") }
        return [
            .conflict(
                first.field, row: first.row, with: [Place(.patientLastName)] + others,
                "This record was copied from another patient's claim.",
                remedy: "Clear it and enter this patient's own, or correct the patient.",
                fixes: [
                    Fix("clear the other patient's record", cleared + [Fix.Edit(.recordsOf, "")]),
                    Fix("keep it: it is this patient's", [Fix.Edit(.recordsOf, "")]),
                ])
        ]
    }
}

extension ClaimExample {
    /// A claim made from an earlier one of the patient.
    fileprivate static let copied: ClaimExample = {
        var copy = sample
        copy.draft.patient.claimRecords(in: parsing)
        return copy
    }()

    fileprivate func of(_ name: String) -> ClaimExample { with(.patientLastName, name) }

    fileprivate var cleared: ClaimExample {
        undocumented().without(.memberID, .authorizationNumber)
    }

    fileprivate static let elsewhere = officeVisit.only("99213", id: "sample-elsewhere").with(.payerIdentifier, "60054")
        .with(.payerName, "Aetna").under("aetna")

    fileprivate var otherMember: ClaimExample { with(.memberID, "999000111222") }

    fileprivate static let supervised = sample.with(.referringQualifier, "DQ").with(.referringLastName, "Stein")
        .with(.referringFirstName, "Eva").with(.referringNPI, "1558598797")

    fileprivate static let referredOnLine = sample.with(.lineReferringLastName, "Stein")
        .with(.lineReferringFirstName, "Eva").with(.lineReferringNPI, "1558598797")
}
