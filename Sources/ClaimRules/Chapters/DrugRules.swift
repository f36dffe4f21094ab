import ClaimModel
import CodeSets

extension Chapter {
    /// The drug line: its code, its description, its units.
    static let drug = Chapter("Drug") {
        Rule(
            "RX-001", "Ketamine that the practice supplied is billed with a drug code",
            fault: "No drug line for the ketamine", .error, note: "A warning where only the text of a line names it.",
            prevents: [.carc("16"), .rarc("M20")], source: .article, .article, elsewhere: .cpt,
            scope: .ketamineClaim,
            reads: [.lineProcedure, .lineDrugName, .lineNarrative, .lineNDC, .treatmentDrug, .treatmentSupplier],
            accepts: {
                [
                    .sample, .intramuscular, .officeVisit,
                    .sample.withoutLine(1).with(.treatmentSupplier, "pharmacy"),
                ]
            },
            rejects: {
                [
                    .sample.withoutLine(1), .officeVisitOnly,
                    .sample.withoutLine(1).without(.treatmentDrug).with(.lineNarrative, "KETAMINE 35 MG IV"),
                ]
            },
            alongside: ["ND-001", "PX-001", "PX-014"]
        ) { $0.missingDrugLines() }
        Rule(
            "RX-002", "Racemic ketamine is not billed with an esketamine code",
            fault: "Esketamine code billed for ketamine", .error,
            prevents: [.carc("189"), .carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .esketamineJCode,
            .verified, scope: .ketamineClaim, reads: [.lineProcedure, .lineDrugName, .lineNDC, .treatmentDrug],
            accepts: { [.sample] },
            rejects: {
                [.sample.with(.lineProcedure, row: 1, "J0013"), .sample.with(.lineProcedure, row: 1, "G2083")]
            },
            alongside: ["PX-053"]
        ) { claim in
            claim.esketamineLines.map { line, code in
                .conflict(
                    .lineProcedure, row: line.row, with: [Place(.lineDrugName, row: line.row), Place(.treatmentDrug)],
                    "\(code) is esketamine, but the drug given is ketamine.",
                    remedy: "Bill the payer's code for ketamine: J3490, unless its policy lists another.")
            }
        }
        Rule(
            "RX-003", "The drug code is one that can mean ketamine",
            fault: "Drug code is not for ketamine", .error,
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
            "RX-004", "The esketamine code is valid on the date of service",
            fault: "Esketamine code not valid on the date of service", .error,
            prevents: [.carc("181")], rejectedAs: ["454"], source: .hcpcsFile, .verified,
            reads: [.lineProcedure, .lineFrom],
            accepts: { [.esketamine("J0013", on: "11/10/2026"), .esketamine("S0013", on: "12/31/2025")] },
            rejects: { [.esketamine("S0013", on: "11/10/2026"), .esketamine("J0013", on: "12/31/2025")] },
            alongside: ["TM-009"]
        ) { claim in
            claim.lines.compactMap(\.outdatedEsketamineCode)
        }
        Rule(
            "RX-005", "An unclassified drug code has the drug name",
            fault: "Unclassified drug code without the drug name", .error,
            prevents: [.carc("16"), .rarc("N350"), .rarc("M123")], rejectedAs: ["217"], source: .palmettoUnclassified,
            .verified,
            reads: [.lineProcedure, .lineDrugName, .lineNarrative, .lineDescription, .additionalInformation],
            accepts: { [.sample, .sample.without(.lineDrugName, row: 1)] },
            rejects: { [.sample.without(.lineDrugName, row: 1).with(.lineNarrative, row: 1, "35 MG IV")] }
        ) { claim in
            claim.lines.filter { $0.isUnclassifiedDrug && $0.drugText(in: claim).names.isEmpty }.map { line in
                .missing(
                    .lineDrugName, row: line.row, "\(line.code ?? "The code") has no drug name.",
                    remedy: line.isKetamineLine
                        ? "Enter the drug name: KETAMINE HCL." : "Enter the drug name as on the label.",
                    fixes: line.isKetamineLine
                        ? [.replace(.lineDrugName, row: line.row, with: "KETAMINE HCL")] : [])
            }
        }
        Rule(
            "RX-006", "An unclassified drug code has the total dose given",
            fault: "Unclassified drug code without the total dose", .error,
            note: "A warning where the payer is not Medicare; a policy that adopts it makes it an error.",
            prevents: [.carc("16"), .rarc("M123")], rejectedAs: ["217"], source: .palmettoUnclassified, .verified,
            reads: [
                .lineProcedure, .lineDrugName, .lineNarrative, .lineDescription, .additionalInformation, .lineDose,
                .lineAdministration, .lineRoute, .treatmentDose, .treatmentRoute, .filingIndicator, .payerPolicy,
            ],
            accepts: { [.sample, .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV")] },
            rejects: {
                [
                    .medicare(.sample).with(.waiver, "Y").without(.lineNarrative, row: 1),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE 50MG/ML"),
                    .sample.without(.lineNarrative, row: 1),
                ]
            },
            alongside: ["XF-006"]
        ) { claim in
            claim.lines.filter(\.isUnclassifiedDrug).compactMap { line in claim.untoldDose(of: line) }
        }
        Rule(
            "RX-007", "J3490 is billed in the units that the payer counts",
            fault: "J3490 units not as the payer counts them", .warning,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["476"], source: .bluesNDC, .unsure,
            reads: [
                .lineProcedure, .lineUnits, .lineDose, .treatmentDose, .lineNDC, .lineNDCQuantity, .lineNDCUnit,
                .payerPolicy,
            ] + Field.statedTexts,
            accepts: {
                [
                    .sample, .sample.whenPolicy { $0.unclassifiedDrugUnits = Setting(.vials) },
                    .sample.with(.lineUnits, row: 1, "35").whenPolicy { $0.unclassifiedDrugUnits = Setting(.mg) },
                    .sample.with(.lineUnits, row: 1, "35").under("generic"), .sample.under("generic"),
                ]
            },
            rejects: {
                [
                    .sample.with(.lineUnits, row: 1, "35"),
                    .sample.whenPolicy { $0.unclassifiedDrugUnits = Setting(.mg) },
                    .sample.with(.lineUnits, row: 1, "2").whenPolicy { $0.unclassifiedDrugUnits = Setting(.vials) },
                    .sample.with(.lineUnits, row: 1, "7").under("generic"),
                ]
            }
        ) { claim in
            claim.lines.filter(\.isUnclassifiedDrug).compactMap { line in claim.unitsOtherThanCounted(of: line) }
        }
        Rule(
            "RX-008", "The drug name and the NDC name the same drug",
            fault: "Drug name and NDC name different drugs", .error,
            note: "A warning where only the description names the drug.",
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .priorityHealth, .secondary,
            reads: [.lineDrugName, .lineNarrative, .lineDescription, .lineNDC],
            accepts: { [.sample, .onlyDescribed("KETAMINE HCL 35 MG IV")] },
            rejects: {
                [
                    .sample.with(.lineNDC, row: 1, "50458-028-03"),
                    .sample.with(.lineDrugName, row: 1, "ESKETAMINE").without(.lineNarrative, row: 1),
                    .onlyDescribed("SPRAVATO 56 MG"),
                ]
            },
            alongside: ["ND-014", "RX-006"]
        ) { claim in
            claim.lines.compactMap(\.drugOtherThanNDC)
        }
        Rule(
            "RX-009", "A compounded drug has its invoice price",
            fault: "Compounded drug without an invoice price", .warning,
            prevents: [.carc("252")], source: .wpsUnclassified, .verified, reads: [.lineNDC, .lineInvoice],
            accepts: { [.sample, .compounded] },
            rejects: { [.compounded.without(.lineInvoice, row: 1)] }
        ) { claim in
            claim.lines.filter { $0.product?.kind == .bulk && $0.line.invoice.isEmpty }.map { line in
                .missing(
                    .lineInvoice, row: line.row,
                    "\(line.line.ndc.text) is for compounding; no invoice price entered.",
                    remedy:
                        "Enter what the drug cost, attach the invoice, and write INV with the amount in the narrative.")
            }
        }
        Rule(
            "RX-010", "The drug charge is within the payer's maximum",
            fault: "Drug charge above the payer's maximum", .warning,
            prevents: [.carc("16"), .rarc("M79")], source: .design, .general, reads: [.lineProcedure, .lineCharge],
            accepts: { [.sample.whenPolicy { $0.drugChargeMaximum = Setting(45) }] },
            rejects: { [.sample.whenPolicy { $0.drugChargeMaximum = Setting(44) }] }
        ) { claim in
            claim.chargesAboveMaximum()
        }
        Rule(
            "RX-011", "A drug with its own code is billed with it",
            fault: "Unclassified code billed where the drug has its own", .note,
            prevents: [.carc("189")], source: .hcpcsFile, .general, scope: .ketamineClaim,
            reads: [.lineProcedure, .lineFrom],
            accepts: { [.sample, .sample.whenPolicy { $0.drugCodes = .ownCode(from: "2027-01-01") }] },
            rejects: { [.sample.whenPolicy { $0.drugCodes = .ownCode(from: "2026-10-01") }] }
        ) { claim in
            claim.ketamineLines.filter(\.isUnclassifiedDrug).compactMap { line in
                claim.policyCodes(on: line.day).first { !ProcedureKinds(of: $0).contains(.unlistedDrug) }.map { code in
                    .wrong(
                        .lineProcedure, row: line.row,
                        "The policy lists \(code) for ketamine, but \(line.code ?? "") is billed.",
                        remedy: "Bill \(code) if the policy means this drug. Count its units as the code does.")
                }
            }
        }
        Rule(
            "RX-012", "J7999 is billed for compounded drugs, and only for them",
            fault: "J7999 and compounding do not match", .warning,
            prevents: [.carc("16"), .rarc("N56")], source: .hcpcsFile, .general, reads: [.lineProcedure, .lineNDC],
            accepts: { [.sample, .compounded] },
            rejects: {
                [.compounded.with(.lineProcedure, row: 1, "J3490"), .sample.with(.lineProcedure, row: 1, "J7999")]
            }
        ) { claim in
            claim.lines.compactMap(\.codeAgainstCompounding)
        }
        Rule(
            "ND-016", "Every unclassified drug has an NDC",
            fault: "Unclassified drug without an NDC", .warning,
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
                    "Line \(line.number): unclassified drug \(line.code ?? "") has no NDC.",
                    remedy: "Enter the NDC from the container that the dose was drawn from: only it names the drug.")
            }
        }
        Rule(
            "ND-018", "An NDC unit and quantity have an NDC",
            fault: "NDC unit or quantity without an NDC", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .professionalGuide, .general,
            reads: [
                .lineNDC, .lineNDCUnit, .lineNDCQuantity, .lineProcedure, .lineDrugName, .lineNarrative, .treatmentDrug,
            ],
            accepts: { [.sample, .officeVisit] },
            rejects: {
                [.officeVisit.withService("J2405").with(.lineNDCUnit, row: 2, "ML").with(.lineNDCQuantity, row: 2, "2")]
            }
        ) { claim in
            // A ketamine line without its NDC belongs to another rule.
            claim.lines.filter { line in
                line.line.ndc.isEmpty && !line.isKetamineLine
                    && !(line.line.ndcUnit.isEmpty && line.line.ndcQuantity.isEmpty)
            }.map { line in
                .missing(
                    .lineNDC, row: line.row, "Line \(line.number) has an NDC quantity but no NDC.",
                    remedy: "Enter the NDC, or clear the unit and quantity: a claim has all three or none.")
            }
        }
        Rule(
            "ND-019", "A second NDC of one drug is billed the way the payer accepts",
            fault: "Second NDC billed in a way the payer does not accept", .warning,
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
