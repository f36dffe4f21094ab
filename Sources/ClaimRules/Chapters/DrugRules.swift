import ClaimModel
import CodeSets

extension Chapter {
    /// The drug line: its code, its words, its units.
    static let drug = Chapter("Drug") {
        Rule(
            "RX-001", "Ketamine that the practice supplied is billed with a drug code", .error,
            prevents: [.carc("16"), .rarc("M20")], rejectedAs: ["454"], source: .article, .article,
            scope: .ketamineClaim,
            reads: [.lineProcedure, .lineDrugName, .lineNarrative, .lineNDC, .treatmentDrug, .treatmentSupplier],
            accepts: {
                [
                    .sample, .intramuscular, .officeVisit,
                    .sample.withoutLine(1).with(.treatmentSupplier, "pharmacy"),
                ]
            },
            rejects: { [.sample.withoutLine(1), .officeVisitOnly] },
            alongside: ["ND-001", "PX-001", "PX-014"]
        ) { $0.missingDrugLines() }
        Rule(
            "RX-002", "Racemic ketamine is not billed with an esketamine code", .error,
            prevents: [.carc("189"), .carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .esketamineJCode,
            .verified, scope: .ketamineClaim, reads: [.lineProcedure, .lineDrugName, .lineNDC, .treatmentDrug],
            accepts: { [.sample] },
            rejects: { [.sample.with(.lineProcedure, row: 1, "J0013"), .sample.with(.lineProcedure, row: 1, "G2083")] }
        ) { claim in
            claim.esketamineLines.map { line, code in
                .conflict(
                    .lineProcedure, row: line.row, with: [Place(.lineDrugName, row: line.row), Place(.treatmentDrug)],
                    "\(code) is esketamine, but the drug given is ketamine.",
                    remedy: "Bill the code that the payer takes for ketamine, J3490 unless its policy lists another.")
            }
        }
        Rule(
            "RX-003", "The drug code can stand for ketamine", .error,
            prevents: [.carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .hcpcsFile, .verified,
            scope: .ketamineClaim,
            reads: [
                .lineProcedure, .lineDrugName, .lineNarrative, .lineNDC, .lineFrom, .treatmentDrug, .payerPolicy,
            ],
            accepts: { [.sample, .sample.with(.lineProcedure, row: 1, "J7999")] },
            rejects: {
                ["J3590", "C9399", "J0222", "J3000", "J3499"].map { .sample.with(.lineProcedure, row: 1, $0) }
                    + ["J0222", "J3000", "J3499"].map { .sample.withoutLine(1).withService($0) }
            },
            alongside: ["ND-001", "PX-014"]
        ) { claim in
            (claim.ketamineLines + claim.misreadDrugLines).compactMap { line in claim.wrongDrugCode(of: line) }
        }
        Rule(
            "RX-004", "The esketamine code is in force on the day", .error,
            prevents: [.carc("181")], rejectedAs: ["454"], source: .unitedHealthcare, .verified,
            reads: [.lineProcedure, .lineFrom],
            accepts: { [.esketamine("J0013", on: "11/10/2026"), .esketamine("S0013", on: "12/31/2025")] },
            rejects: { [.esketamine("S0013", on: "11/10/2026"), .esketamine("J0013", on: "12/31/2025")] },
            alongside: ["TM-009"]
        ) { claim in
            claim.lines.compactMap(\.outdatedEsketamineCode)
        }
        Rule(
            "RX-005", "An unclassified drug code comes with the drug's name", .error,
            prevents: [.carc("16"), .rarc("N350"), .rarc("M123")], rejectedAs: ["217"], source: .palmettoUnclassified,
            .verified,
            reads: [.lineProcedure, .lineDrugName, .lineNarrative, .lineDescription, .additionalInformation],
            accepts: { [.sample, .sample.without(.lineDrugName, row: 1)] },
            rejects: { [.sample.without(.lineDrugName, row: 1).with(.lineNarrative, row: 1, "35 MG IV")] }
        ) { claim in
            claim.lines.filter { $0.isUnclassifiedDrug && $0.drugText(in: claim).names.isEmpty }.map { line in
                .missing(
                    .lineDrugName, row: line.row, "\(line.code ?? "The code") does not say which drug was given.",
                    remedy: line.isKetamineLine
                        ? "Enter the drug's name: KETAMINE HCL." : "Enter the drug's name as on its label.",
                    fixes: line.isKetamineLine
                        ? [.replace(.lineDrugName, row: line.row, with: "KETAMINE HCL")] : [])
            }
        }
        Rule(
            "RX-006", "An unclassified drug code comes with the total dose given", .error,
            prevents: [.carc("16"), .rarc("M123")], rejectedAs: ["217"], source: .palmettoUnclassified, .verified,
            reads: [
                .lineProcedure, .lineDrugName, .lineNarrative, .lineDescription, .additionalInformation, .lineDose,
                .lineAdministration, .lineRoute, .treatmentDose, .treatmentRoute,
            ],
            accepts: { [.sample, .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV")] },
            rejects: {
                [
                    .sample.with(.lineNarrative, row: 1, "KETAMINE 50MG/ML"),
                    .sample.without(.lineNarrative, row: 1),
                ]
            },
            alongside: ["XF-006"]
        ) { claim in
            claim.lines.filter(\.isUnclassifiedDrug).compactMap { line in claim.untoldDose(of: line) }
        }
        Rule(
            "RX-007", "J3490 is billed in the units that the payer counts", .warning,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["476"], source: .bluesNDC, .unsure,
            reads: [
                .lineProcedure, .lineUnits, .lineDose, .treatmentDose, .lineNDC, .lineNDCQuantity, .lineNDCUnit,
                .payerPolicy,
            ],
            accepts: {
                [
                    .sample, .sample.whenPolicy { $0.unclassifiedDrugUnits = Setting(.vials) },
                    .sample.with(.lineUnits, row: 1, "35").whenPolicy { $0.unclassifiedDrugUnits = Setting(.mg) },
                ]
            },
            rejects: {
                [
                    .sample.with(.lineUnits, row: 1, "35"),
                    .sample.whenPolicy { $0.unclassifiedDrugUnits = Setting(.mg) },
                    .sample.with(.lineUnits, row: 1, "2").whenPolicy { $0.unclassifiedDrugUnits = Setting(.vials) },
                ]
            }
        ) { claim in
            claim.lines.filter(\.isUnclassifiedDrug).compactMap { line in claim.unitsOtherThanCounted(of: line) }
        }
        Rule(
            "RX-008", "The drug's name and its NDC mean the same drug", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .priorityHealth, .secondary,
            reads: [.lineDrugName, .lineNarrative, .lineNDC],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.with(.lineNDC, row: 1, "50458-028-03"),
                    .sample.with(.lineDrugName, row: 1, "ESKETAMINE").without(.lineNarrative, row: 1),
                ]
            },
            alongside: ["ND-003", "ND-014", "RX-006"]
        ) { claim in
            claim.lines.compactMap(\.drugOtherThanNDC)
        }
        Rule(
            "RX-009", "A compounded drug comes with the price on its invoice", .warning,
            prevents: [.carc("252")], source: .wpsUnclassified, .verified, reads: [.lineNDC, .lineInvoice],
            accepts: { [.sample, .compounded] },
            rejects: { [.compounded.without(.lineInvoice, row: 1)] },
            alongside: ["ND-003"]
        ) { claim in
            claim.lines.filter { $0.product?.kind == .bulk && $0.line.invoice.isEmpty }.map { line in
                .missing(
                    .lineInvoice, row: line.row,
                    "\(line.line.ndc.text) is a powder for compounding, and no invoice price is given.",
                    remedy: "Enter what the drug cost, attach the invoice, and write INV with the amount.")
            }
        }
        Rule(
            "RX-010", "The drug's charge is within what the payer takes", .warning,
            prevents: [.carc("16"), .rarc("M79")], source: .design, .general, reads: [.lineProcedure, .lineCharge],
            accepts: { [.sample.whenPolicy { $0.drugChargeMaximum = Setting(45) }] },
            rejects: { [.sample.whenPolicy { $0.drugChargeMaximum = Setting(44) }] }
        ) { claim in
            claim.chargesAboveMaximum()
        }
        Rule(
            "RX-011", "A drug with a code of its own is billed with it", .note,
            prevents: [.carc("189")], source: .hcpcsFile, .general, scope: .ketamineClaim,
            reads: [.lineProcedure, .lineFrom],
            accepts: { [.sample, .sample.whenPolicy { $0.drugCodes = .ownCode(from: "2027-01-01") }] },
            rejects: { [.sample.whenPolicy { $0.drugCodes = .ownCode(from: "2026-10-01") }] }
        ) { claim in
            claim.ketamineLines.filter(\.isUnclassifiedDrug).compactMap { line in
                claim.policyCodes(on: line.day).first { !ProcedureKinds(of: $0).contains(.unlistedDrug) }.map { code in
                    .wrong(
                        .lineProcedure, row: line.row,
                        "\(claim.policy.name) lists \(code) for ketamine on this day, and \(line.code ?? "") is billed.",
                        remedy: "Bill \(code) where the policy means this drug; count its units as the code does.")
                }
            }
        }
        Rule(
            "RX-012", "J7999 stands for compounded drugs, and for no others", .warning,
            prevents: [.carc("16"), .rarc("N56")], source: .hcpcsFile, .general, reads: [.lineProcedure, .lineNDC],
            accepts: { [.sample, .compounded] },
            rejects: {
                [.compounded.with(.lineProcedure, row: 1, "J3490"), .sample.with(.lineProcedure, row: 1, "J7999")]
            },
            alongside: ["ND-003"]
        ) { claim in
            claim.lines.compactMap(\.codeAgainstCompounding)
        }
        Rule(
            "ND-016", "Any unclassified drug has its NDC", .warning,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .palmettoUnclassified, .verified,
            reads: [
                .lineProcedure, .lineNDC, .lineDrugName, .lineNarrative, .treatmentDrug, .treatmentSupplier,
            ],
            accepts: {
                [.sample, .officeVisit, .officeVisit.withUnclassified.with(.lineNDC, row: 2, "00409-4332-01")]
            },
            rejects: { [.officeVisit.withUnclassified] }
        ) { claim in
            guard claim.practiceSuppliesDrug else { return [] }
            return claim.lines.filter { $0.isUnclassifiedDrug && !$0.isKetamineLine && $0.line.ndc.isEmpty }.map {
                line in
                .missing(
                    .lineNDC, row: line.row,
                    "Line \(line.number) is \(line.code ?? ""), which says its drug only through the NDC.",
                    remedy: "Enter the NDC from the container that the dose was drawn from.")
            }
        }
        Rule(
            "ND-018", "An NDC's unit and quantity stand beside an NDC", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .professionalGuide, .general,
            reads: [
                .lineNDC, .lineNDCUnit, .lineNDCQuantity, .lineProcedure, .lineDrugName, .lineNarrative, .treatmentDrug,
            ],
            accepts: { [.sample, .officeVisit] },
            rejects: {
                [.officeVisit.withService("J2405").with(.lineNDCUnit, row: 2, "ML").with(.lineNDCQuantity, row: 2, "2")]
            }
        ) { claim in
            // A ketamine line without its NDC is another rule's.
            claim.lines.filter { line in
                line.line.ndc.isEmpty && !line.isKetamineLine
                    && !(line.line.ndcUnit.isEmpty && line.line.ndcQuantity.isEmpty)
            }.map { line in
                .missing(
                    .lineNDC, row: line.row, "Line \(line.number) has an NDC quantity, and no NDC.",
                    remedy: "Enter the NDC, or clear unit and quantity: the claim file carries all three or none.")
            }
        }
        Rule(
            "ND-019", "A second NDC of one drug stands where the payer takes it", .warning,
            prevents: [.carc("16"), .rarc("M119"), .carc("18")], source: .bluesNDC, .unsure,
            reads: [.lineProcedure, .lineFrom, .lineNDC, .lineNarrative, .payerPolicy] + Field.lineModifiers,
            accepts: { [.sample, .secondVial, .secondVial.takingSecondNDC(.line)] },
            rejects: {
                [
                    .secondVial.takingSecondNDC(.note),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 35 MG IV AND NDC 00409205105")
                        .takingSecondNDC(.line),
                ]
            }
        ) { claim in claim.misplacedSecondNDCs }
    }
}

extension ClaimExample {
    /// Esketamine on a claim that has no ketamine.
    fileprivate static func esketamine(_ code: String, on day: String) -> ClaimExample {
        .officeVisit.withLine([
            .lineFrom: day, .lineProcedure: code, .linePointers: "A", .lineCharge: "900.00", .lineUnits: "56",
        ])
    }

    /// Ketamine that a pharmacy compounded from powder.
    fileprivate static let compounded = sample.with(.lineProcedure, row: 1, "J7999")
        .with(.lineNDC, row: 1, "62991-1087-4").with(.lineInvoice, row: 1, "45.00")
}

extension ClaimExample {
    /// The same with another unclassified drug, named and dosed.
    fileprivate var withUnclassified: ClaimExample {
        withService("J3490", charge: "12.00").with(.lineDrugName, row: draft.lines.count, "GLYCOPYRROLATE")
            .with(.lineNarrative, row: draft.lines.count, "GLYCOPYRROLATE 0.2 MG IV")
            .with(.lineNDCUnit, row: draft.lines.count, "").with(.lineNDCQuantity, row: draft.lines.count, "")
    }

    /// The dose drawn from vials of two makers, each on its line.
    fileprivate static let secondVial = sample.withoutLine(1)
        .withDrug(dose: "20", quantity: "0.4", narrative: "KETAMINE HCL 20 MG IV", charge: "25.00")
        .withDrug(dose: "15", quantity: "0.15", narrative: "KETAMINE HCL 15 MG IV", charge: "20.00")
        .with(.lineNDC, row: 2, "00409205115").with(.lineModifier1, row: 2, "76")

    fileprivate func takingSecondNDC(_ place: PolicySettings.SecondNDC) -> ClaimExample {
        whenPolicy { $0.secondNDC = Setting(place) }
    }
}

extension Setting<[PolicySettings.DatedCode]> {
    fileprivate static func ownCode(from day: String) -> Setting {
        Setting([.init(code: "J3490", from: nil, to: nil), .init(code: "J9998", from: day, to: nil)])
    }
}
