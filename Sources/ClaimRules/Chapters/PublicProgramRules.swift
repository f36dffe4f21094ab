import ClaimModel
import CodeSets

extension Chapter {
    /// What Medicare and Medicaid reject and other payers accept.
    static let publicPrograms = Chapter("Medicare and Medicaid") {
        Rule(
            "PY-023", "A claim to Medicare as secondary has its MSP type",
            fault: "MSP type missing or not needed", .error,
            note: "A warning if Medicare is primary and an MSP type is entered.",
            prevents: [.carc("22"), .carc("16")], rejectedAs: ["578"], source: .insuranceTypeCode, .verified,
            reads: [.payerOrder, .filingIndicator, .insuranceType, .payerPolicy],
            accepts: { [.sample, .secondary, .medicare(.secondary).with(.insuranceType, "12")] },
            rejects: { [.medicare(.secondary), .medicare(.officeVisit).with(.insuranceType, "12")] },
            alongside: ["PY-005"]
        ) { claim in
            guard claim.isMedicare else { return [] }
            if claim.isLaterPayer {
                return claim.problems(
                    with: [.insuranceType],
                    remedy: "Choose the MSP type: 12 working aged, 43 disability, 13 ESRD.")
            }
            guard claim.draft.payer.insuranceType.value != nil else { return [] }
            return [
                .conflict(
                    .insuranceType, with: [Place(.payerOrder)], severity: .warning,
                    "MSP type entered, but the payer order is not secondary.",
                    remedy: "Choose S if another plan pays first, or clear the MSP type.",
                    fixes: [Fix("clear the MSP type", [Fix.Edit(.insuranceType, "")])])
            ]
        }
        Rule(
            "PY-024", "Medicare accepts the procedure codes",
            fault: "Procedure code not accepted by Medicare", .error,
            prevents: [.carc("96"), .carc("181")], rejectedAs: ["454"], source: .medicarePartB, .general,
            reads: [.lineProcedure, .filingIndicator, .payerPolicy],
            accepts: { [.officeVisit.withService("99244"), .medicare(.officeVisit)] },
            rejects: {
                ["99244", "98005", "S9083", "T1015"].map { .medicare(.officeVisit.withoutLine(1)).coded($0) }
            }
        ) { claim in
            guard claim.isMedicare else { return [] }
            return claim.lines.compactMap { line in
                guard let code = line.code, let other = code.medicareTakesInstead else { return nil }
                return .conflict(
                    .lineProcedure, row: line.row, with: [Place(.filingIndicator)],
                    "Line \(line.number): Medicare does not accept \(code).", remedy: other)
            }
        }
        Rule(
            "PY-025", "Assignment is accepted where Medicare requires it (drugs, laboratory tests)",
            fault: "Assignment not accepted where Medicare requires it", .warning,
            prevents: [.carc("111")], rejectedAs: ["589"], source: .medicarePartB, .general,
            reads: [
                .acceptsAssignment, .lineProcedure, .lineDrugName, .lineNDC, .filingIndicator, .payerPolicy,
            ],
            accepts: { [.medicare(.officeVisit).with(.acceptsAssignment, "C"), .medicare(.officeVisit)] },
            rejects: {
                [.medicare(.officeVisit.withService("J2405", charge: "9.00")).with(.acceptsAssignment, "C")]
            }
        ) { claim in
            guard claim.isMedicare, claim.draft.signatures.acceptsAssignment.value == .notAssigned,
                let line = claim.lines.first(where: { $0.isDrugLine || $0.kinds.contains(.laboratory) })
            else { return [] }
            return [
                .conflict(
                    .acceptsAssignment, with: [line.place],
                    "Assignment is not accepted; Medicare requires it for line \(line.number).",
                    remedy: "Accept assignment, or bill the drug or test on a claim that does.",
                    fixes: [.replace(.acceptsAssignment, with: "A")],
                    evidence: [Evidence("line \(line.number)", line.code ?? "a drug")])
            ]
        }
        Rule(
            "PY-026", "A Medicaid claim has the billing provider's taxonomy",
            fault: "Billing taxonomy missing on a Medicaid claim", .warning,
            prevents: [.carc("16"), .carc("8")], rejectedAs: ["145"], source: .professionalGuide, .general,
            reads: [.billingTaxonomy, .filingIndicator, .payerPolicy],
            accepts: { [.officeVisit.without(.billingTaxonomy), .medicaid(.officeVisit)] },
            rejects: { [.medicaid(.officeVisit).without(.billingTaxonomy)] }
        ) { claim in
            guard claim.isMedicaid else { return [] }
            return claim.missing(
                .billingTaxonomy, "No billing taxonomy; Medicaid uses it to match the enrollment.",
                remedy: "Enter the taxonomy that the practice is enrolled with.")
        }
        Rule(
            "ND-017", "A drug line to Medicaid has its NDC",
            fault: "NDC missing on a Medicaid drug line", .error,
            prevents: [.carc("16"), .rarc("M119"), .carc("211")], rejectedAs: ["218"], source: .medicaidNDC, .general,
            reads: [
                .lineProcedure, .lineNDC, .lineDrugName, .lineNarrative, .treatmentDrug, .filingIndicator, .payerPolicy,
            ],
            accepts: { [.officeVisit.withService("J2405"), .medicaid(.sample)] },
            rejects: { [.medicaid(.officeVisit.withService("J2405", charge: "9.00"))] }
        ) { claim in
            guard claim.isMedicaid else { return [] }
            return claim.lines.filter { line in
                // The rebate law does not cover vaccines and radiopharmaceuticals.
                line.kinds.contains(.drug) && line.code?.first == "J" && line.line.ndc.isEmpty && !line.isKetamineLine
            }.map { line in
                .missing(
                    .lineNDC, row: line.row,
                    "Line \(line.number) bills \(line.code ?? "") to Medicaid without an NDC.",
                    remedy: "Enter the NDC from the container, with unit and quantity. The rebate law requires it.")
            }
        }
        Rule(
            "PX-045", "G2211 is not billed with a modifier 25 visit",
            fault: "G2211 billed with a modifier 25 visit", .warning,
            prevents: [.carc("97"), .rarc("N20")], source: .medicarePartB, .general,
            reads: [.lineProcedure, .lineFrom] + Field.lineModifiers,
            accepts: { [.officeVisit.withService("G2211")] },
            rejects: { [.sample.withService("99214").with(.lineModifier1, row: 2, "25").withService("G2211")] }
        ) { claim in
            claim.lines.filter { $0.code == "G2211" }.compactMap { line in
                guard
                    let visit = claim.otherLines(onDayOf: line).first(where: {
                        $0.kinds.contains(.officeVisit) && $0.has("25")
                    })
                else { return nil }
                return .conflict(
                    .lineProcedure, row: line.row, with: [visit.place],
                    "Line \(line.number): G2211 is not paid with \(visit.code ?? "")-25 (line \(visit.number)).",
                    remedy: "Delete G2211. Medicare pays it with 25 only for a vaccine or a preventive service.")
            }
        }
        Rule(
            "PV-015", "A lab or imaging test billed to Medicare or Medicaid names the ordering provider",
            fault: "Ordering provider missing for a test", .error,
            prevents: [.carc("16"), .rarc("N265"), .rarc("N286")], rejectedAs: ["562"], source: .medicarePartB,
            .general,
            reads: Field.orders,
            accepts: {
                [
                    .officeVisit.withTest(), .medicare(.officeVisit.withTest()).ordered,
                    .medicare(.officeVisit.withTest().with(.lineModifier1, row: 2, "GY")),
                    .medicare(.officeVisit.withTest()).with(.lineOrderingNPI, row: 2, "1558598797"),
                    .medicare(.officeVisit.withService("77067")), .medicare(.officeVisit.withService("77427")),
                ]
            },
            rejects: { [.medicare(.officeVisit.withTest())] }
        ) { claim in
            guard claim.isPublicProgram || claim.isMedicare,
                let line = claim.firstUnordered(of: {
                    !$0.kinds.isDisjoint(with: [.laboratory, .imaging]) && $0.needsOrder
                })
            else { return [] }
            return [
                .missing(
                    .referringNPI,
                    "Line \(line.number) (\(line.code ?? "")) is a test, but box 17 has no ordering provider.",
                    remedy: "Enter the ordering provider: DK, name and NPI, as enrolled with the program.")
            ]
        }
        Rule(
            "PV-016", "A laboratory test has its CLIA number",
            fault: "CLIA number missing or invalid", .warning,
            note: "An error on a claim to Medicare or Medicaid, for a code on CMS's list or with modifier QW.",
            prevents: [.carc("16"), .rarc("MA120"), .carc("B7")], rejectedAs: ["544"], source: .clia, .general,
            reads: [.lineProcedure, .cliaNumber, .lineCLIANumber, .filingIndicator, .payerPolicy] + Field.lineModifiers,
            accepts: {
                [.officeVisit, .officeVisit.withTest(), .certifiedOnLine]
                    + ["86580", "89337", "80503"].map { .medicare(.officeVisit.withService($0)).ordered }
            },
            rejects: {
                [
                    .officeVisit.withTest().without(.cliaNumber), .officeVisit.with(.cliaNumber, "3650000000"),
                    .medicare(.officeVisit.withTest().without(.cliaNumber)).ordered,
                    .certifiedOnLine.without(.lineCLIANumber, row: 2),
                    .certifiedOnLine.with(.lineCLIANumber, row: 2, "36"),
                ] + ["G0480", "0241U", "85025"].map { .medicare(.officeVisit.withService($0)).ordered }
            }
        ) { claim in
            let remedy = "Enter the laboratory's CLIA number: 2 digits, D, 7 digits."
            let tests = claim.lines.filter { $0.needsCertificate && $0.line.cliaNumber.isEmpty }
            let isRequired =
                (claim.isPublicProgram || claim.isMedicare) && tests.contains(where: \.surelyNeedsCertificate)
            return claim.problems(
                with: [.cliaNumber], required: !tests.isEmpty, severity: isRequired ? .error : nil, remedy: remedy)
                + claim.lineProblems(.lineCLIANumber, remedy: remedy)
        }
        Rule(
            "XF-011", "No charge is above Medicare's limit",
            fault: "Charge above Medicare's limit", .error,
            prevents: [.carc("16"), .rarc("M79"), .rarc("M54")], rejectedAs: ["178", "583"], source: .medicarePartB,
            .general, reads: [.lineCharge, .filingIndicator, .payerPolicy],
            accepts: { [.officeVisit.with(.lineCharge, "120000.00"), .medicare(.officeVisit)] },
            rejects: { [.medicare(.officeVisit).with(.lineCharge, "100000.00")] }
        ) { claim in
            guard claim.isMedicare else { return [] }
            let most = Money(cents: 9_999_999)
            return claim.lines.compactMap { line in
                guard let charge = line.line.charge.value, charge > most else { return nil }
                return .conflict(
                    .lineCharge, row: line.row, with: [Place(.filingIndicator)],
                    "Line \(line.number): \(charge.currency) is above Medicare's limit of \(most.currency).",
                    remedy: "Check the amount. Split a higher one over several claims.")
            }
        }
    }
}

extension LineFacts {
    /// Nobody orders a screening mammogram (42 CFR 410.34), and radiation therapy is no test.
    fileprivate var needsOrder: Bool {
        guard let code else { return true }
        return !["77063", "77067"].contains(code) && !("77261"..."77799").contains(code)
    }
}

extension ClaimFacts {
    var isMedicaid: Bool {
        draft.payer.filingIndicator.value.map { $0 == .medicaid } ?? (policy.payerType == .medicaid)
    }
}

extension String {
    /// What to bill instead of a code that Medicare does not accept; `nil` for all others.
    fileprivate var medicareTakesInstead: String? {
        if ("99242"..."99245").contains(self) || ("99252"..."99255").contains(self) {
            return "Bill the visit that was made: Medicare does not accept consultations."
        }
        if ("98000"..."98015").contains(self) {
            return "Bill the office visit with modifier 95, or 93 for audio only."
        }
        guard count == 5, let first, ["S", "T", "H"].contains(first) else { return nil }
        return "Bill Medicare's own code: codes that begin with \(first) are for other payers."
    }
}

extension ClaimExample {
    /// The same, to Medicare Part B.
    static func medicare(_ example: ClaimExample) -> ClaimExample {
        example.under("medicare").with(.payerName, "Medicare Part B").with(.payerIdentifier, "15202")
            .with(.filingIndicator, "MB").with(.memberID, "1EG4-TE5-MK73")
    }

    /// The same, to a state's Medicaid.
    static func medicaid(_ example: ClaimExample) -> ClaimExample {
        example.under("generic").with(.payerName, "State Medicaid").with(.payerIdentifier, "MCDOH")
            .with(.filingIndicator, "MC")
    }

    /// The same with a urine drug screen done in the office.
    fileprivate func withTest() -> ClaimExample {
        withService("80305", charge: "18.00").with(.lineModifier1, row: draft.lines.count, "QW")
            .with(.cliaNumber, "36D0123456")
    }

    /// A waived test to Medicare with the certificate on its line.
    fileprivate static let certifiedOnLine = medicare(officeVisit.withTest().without(.cliaNumber)).ordered
        .with(.lineCLIANumber, row: 2, "36D0912345")

    /// The same with an ordering provider.
    var ordered: ClaimExample {
        with(.referringQualifier, "DK").with(.referringLastName, "Stein").with(.referringFirstName, "Eva")
            .with(.referringNPI, "1558598797")
    }
}
