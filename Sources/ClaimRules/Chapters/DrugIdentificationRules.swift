import ClaimModel
import CodeSets

extension Chapter {
    /// The NDC, its unit and its quantity.
    static let drugIdentification = Chapter("Drug identification") {
        Rule(
            "ND-001", "The ketamine line has the NDC of the container",
            fault: "No NDC on the ketamine line", .error,
            note: "A warning where it is not verified that the payer requires it.",
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .palmettoUnclassified, .verified,
            scope: .ketamineClaim,
            reads: [
                .lineNDC, .lineProcedure, .lineDrugName, .lineNarrative, .treatmentDrug, .treatmentSupplier,
                .payerPolicy,
            ],
            accepts: { [.sample, .sample.without(.lineNDC, row: 1).with(.treatmentSupplier, "patient")] },
            rejects: {
                [
                    .sample.without(.lineNDC, row: 1), .officeVisitOnly,
                    .sample.without(.lineNDC, row: 1).under("generic"),
                ]
            },
            alongside: ["PX-001", "RX-001"]
        ) { $0.missingNDCs() }
        Rule(
            "ND-002", "The NDC has eleven digits, or the ten of the label with dashes",
            fault: "NDC does not have 11 digits", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .bluesNDC, .verified,
            elsewhere: .nuccNDC,
            reads: [.lineNDC],
            accepts: { [.sample, .sample.with(.lineNDC, row: 1, "0143-9508-01")] },
            rejects: {
                ["0143950", "ABC", "0143-95081-01", "0143950801111"].map { .sample.with(.lineNDC, row: 1, $0) }
            }
        ) { claim in
            claim.unreadableNDCs { line, fault, reason in
                fault != .notAnNDC
                    ? nil
                    : .wrong(
                        .lineNDC, row: line.row, "NDC \(line.line.ndc.text): \(reason.problem).",
                        remedy: reason.remedy(after: "Enter the NDC from the container's label."))
            }
        }
        Rule(
            "ND-003", "The label's ten-digit NDC is billed as eleven",
            fault: "Ten-digit NDC billed as eleven", .note,
            prevents: [], undenied: "The field shows all eleven digits; there is nothing to do.", source: .mediCalNDC,
            .verified, scope: .retired, reads: [.lineNDC], accepts: { [] }, rejects: { [] }, check: { _ in [] })
        Rule(
            "ND-004", "A ten-digit NDC has its dashes",
            fault: "Ten-digit NDC without dashes", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .nuccNDC, .verified, reads: [.lineNDC],
            accepts: { [.sample.with(.lineNDC, row: 1, "0143-9508-01")] },
            rejects: { [.sample.with(.lineNDC, row: 1, "0143950801"), .sample.with(.lineNDC, row: 1, "1234567890")] }
        ) { $0.undashedNDCs() }
        Rule(
            "ND-005", "The NDC is not in the 12-digit format that starts in 2033",
            fault: "12-digit NDC", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .ndcTwelveDigits, .verified,
            reads: [.lineNDC],
            accepts: { [.sample] },
            rejects: {
                [.sample.with(.lineNDC, row: 1, "001431950801"), .sample.with(.lineNDC, row: 1, "000143-9508-01")]
            }
        ) { claim in
            claim.unreadableNDCs { line, fault, _ in
                fault != .twelveDigits
                    ? nil
                    : .wrong(
                        .lineNDC, row: line.row,
                        "\(line.line.ndc.text) has 12 digits, a format that starts 03/07/2033.",
                        remedy: "Enter the ten digits of the label with their dashes, or the eleven that are billed.")
            }
        }
        Rule(
            "ND-006", "The NDC is a product's, not a placeholder",
            fault: "Placeholder NDC", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .nuccNDC, .general, reads: [.lineNDC],
            accepts: { [.sample] },
            rejects: { ["00000000000", "99999999999"].map { .sample.with(.lineNDC, row: 1, $0) } }
        ) { claim in
            claim.unreadableNDCs { line, fault, _ in
                fault != .placeholder
                    ? nil
                    : .wrong(
                        .lineNDC, row: line.row, "\(line.line.ndc.text) is a placeholder, not a product's NDC.",
                        remedy: "Enter the NDC from the container that the dose was drawn from.")
            }
        }
        Rule(
            "ND-007", "The strength of the NDC is known",
            fault: "Strength of the NDC unknown or unconfirmed", .note,
            prevents: [.carc("16"), .rarc("M119")], source: .openFDA, .general, scope: .ketamineClaim,
            reads: [.lineNDC, .lineDrugName, .lineNarrative],
            accepts: { [.sample] },
            rejects: {
                [.drawn(from: "12345-6789-01", "0.7"), .drawn(from: "42023-115-10", "0.35")]
            }
        ) { claim in
            claim.ketamineLines.compactMap(\.unknownStrength)
        }
        Rule(
            "ND-008", "The drug is for human use",
            fault: "Veterinary drug", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .vetLabel, .verified,
            reads: [.lineNDC],
            accepts: { [.sample] },
            rejects: { [.drawn(from: "59399-114-10", "0.35")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard let product = line.product, !product.isBillable else { return nil }
                return .wrong(
                    .lineNDC, row: line.row,
                    "\(product.label) is a veterinary drug.",
                    remedy: "Check the container: this NDC is \(product.product) by \(product.labeler).")
            }
        }
        Rule(
            "ND-010", "The NDC qualifier is N4",
            fault: "NDC qualifier is not N4", .error,
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .nuccNDC, .verified,
            reads: [.lineNDCQualifier],
            accepts: { [.sample, .sample.with(.lineNDCQualifier, row: 1, "N4")] },
            rejects: { [.sample.with(.lineNDCQualifier, row: 1, "ND")] }
        ) { claim in
            claim.lines.filter { !$0.line.ndcQualifier.isEmpty && !$0.hasStandardQualifier }.map { line in
                .wrong(
                    .lineNDCQualifier, row: line.row,
                    "NDC qualifier is \(line.line.ndcQualifier.text); only N4 is valid.",
                    remedy: "Set it to N4.", fixes: [.replace(.lineNDCQualifier, row: line.row, with: "N4")])
            }
        }
        Rule(
            "ND-011", "The NDC quantity has a unit: F2, GR, ME, ML or UN",
            fault: "NDC unit missing or not valid", .error,
            prevents: [.carc("16"), .rarc("M119")], source: .nuccNDC, .verified,
            reads: [.lineNDCUnit, .lineNDC, .lineProcedure, .lineDrugName, .lineNarrative, .treatmentDrug],
            accepts: { [.sample, .officeVisit] },
            rejects: { [.sample.with(.lineNDCUnit, row: 1, "MG"), .sample.without(.lineNDCUnit, row: 1)] }
        ) { claim in
            claim.lines.compactMap(\.missingUnit)
        }
        Rule(
            "ND-012", "The quantity of a ketamine solution is in milliliters",
            fault: "Ketamine solution not billed in milliliters", .warning,
            prevents: [.carc("16"), .rarc("M119"), .rarc("M53")], source: .bluesNDC, .verified, elsewhere: .nuccNDC,
            scope: .ketamineClaim,
            reads: [
                .lineNDCUnit, .lineNDC, .lineNDCQuantity, .lineDose, .treatmentDose, .lineDrugName, .lineNarrative,
                .payerPolicy,
            ],
            accepts: {
                [
                    .sample,
                    .sample.with(.lineNDCUnit, row: 1, "ME").with(.lineNDCQuantity, row: 1, "35")
                        .whenPolicy { $0.ndcUnits = Setting(["ML", "ME"]) },
                ]
            },
            rejects: {
                [
                    .sample.with(.lineNDCUnit, row: 1, "ME").with(.lineNDCQuantity, row: 1, "35"),
                    .sample.with(.lineNDCUnit, row: 1, "UN").with(.lineNDCQuantity, row: 1, "1"),
                ]
            }
        ) { claim in
            claim.ketamineLines.compactMap { line in claim.unitOtherThanMilliliters(of: line) }
        }
        Rule(
            "ND-013", "The NDC quantity is above zero, in the decimals that the payer accepts",
            fault: "NDC quantity missing, zero or too precise", .error,
            note: "A warning where the payer's decimals are not verified.",
            prevents: [.carc("16"), .rarc("M53")], source: .nuccNDC, .general,
            reads: [.lineNDCQuantity, .lineNDC, .lineProcedure],
            accepts: { [.sample, .sample.with(.lineNDCQuantity, row: 1, "0.700")] },
            rejects: {
                ["", "0", "-0.7", "seven", "123456789", "0.7001"].map { .sample.with(.lineNDCQuantity, row: 1, $0) }
                    + [.sample.with(.lineNDCQuantity, row: 1, "0.705").whenPolicy { $0.ndcDecimals = Setting(2) }]
            }
        ) { claim in
            claim.lines.compactMap { line in claim.wrongQuantity(of: line) }
        }
        Rule(
            "ND-014", "The NDC is that of the container that the dose was drawn from",
            fault: "Carton NDC instead of the vial", .note,
            prevents: [.carc("16"), .rarc("M119")], source: .bluesNDC, .verified, reads: [.lineNDC],
            accepts: { [.sample] },
            rejects: { [.sample.with(.lineNDC, row: 1, "0143-9508-10")] },
            alongside: ["ND-007"]
        ) { claim in
            claim.lines.compactMap(\.cartonNDC)
        }
        Rule(
            "ND-015", "An NDC is on drug lines only",
            fault: "NDC on a line that is not a drug", .warning,
            prevents: [.carc("16"), .rarc("M119")], source: .nuccNDC, .general, reads: [.lineNDC, .lineProcedure],
            accepts: { [.sample] },
            rejects: { [.sample.with(.lineNDC, row: 0, "00143950801")] }
        ) { claim in
            claim.lines.filter(\.hasMisplacedNDC).map { line in
                .conflict(
                    .lineNDC, row: line.row, with: [Place(.lineProcedure, row: line.row)],
                    "\(line.code ?? "") is not a drug, but the line has an NDC.",
                    remedy: "Move the NDC to the line that bills the drug.")
            }
        }
    }
}

extension ClaimExample {
    /// The dose from another container.
    static func drawn(from ndc: String, _ quantity: String) -> ClaimExample {
        sample.with(.lineNDC, row: 1, ndc).with(.lineNDCQuantity, row: 1, quantity)
    }
}
