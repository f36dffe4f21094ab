import ClaimModel
import CodeSets

extension Chapter {
    /// What was given compared with what is billed: dose, strength, quantity, weight, units.
    static let dose = Chapter("Dose") {
        Rule(
            "XF-001", "The NDC quantity is the dose divided by the strength",
            fault: "NDC quantity does not match dose and strength", .error,
            note: "A warning where the strength is not confirmed by a source.",
            prevents: [.carc("153"), .carc("16"), .rarc("M53")], source: .priorityHealth, .general,
            reads: [
                .lineNDCQuantity, .lineNDCUnit, .lineNDC, .lineDose, .treatmentDose, .lineModifier1, .lineModifier2,
                .lineModifier3, .lineModifier4, .lineDrugName, .lineNarrative, .lineDescription, .additionalInformation,
                .lineProcedure,
            ],
            accepts: {
                [
                    .onlyDescribed("KETAMINE HCL 35 MG IV"), .onlyDescribed("10 ML VIAL, STAGE IV, NO IV ACCESS"),
                    .onlyDescribed("KETAMINE 500 MG/10 ML VIAL").quantity("10"),
                    .sample, .longInfusion, .sample.quantity("35", "ME"), .sample.quantity("0.71"),
                    .sample.without(.lineDose, row: 1), .twoVials("0.3", "0.4"),
                ]
            },
            rejects: {
                [
                    .sample.quantity("35"), .sample.quantity("0.72"), .sample.quantity("30", "ME"),
                    .sample.quantity("7").without(.lineDose, row: 1), .twoVials("0.3", "0.5"),
                    .onlyDescribed("KETAMINE HCL 50MG IV").quantity("10"),
                ]
            },
            alongside: ["ND-012", "XF-002", "XF-003"]
        ) { claim in
            claim.drugPortions.compactMap { portion in claim.wrongQuantity(of: portion) }
        }
        Rule(
            "XF-002", "Milligrams are not billed as milliliters",
            fault: "Milligrams billed as milliliters", .error,
            note: "A warning where the strength is not known.",
            prevents: [.carc("153"), .carc("16"), .rarc("M53")], source: .priorityHealth, .general,
            reads: [.lineNDCQuantity, .lineNDCUnit, .lineNDC, .lineDose, .treatmentDose, .lineProcedure]
                + Field.statedTexts + Field.lineModifiers,
            accepts: { [.sample, .sample.quantity("35", "ME")] },
            rejects: {
                [.onlyDescribed("KETAMINE HCL 35MG IV").quantity("35"), .sample.quantity("35")] + [
                    .sample.quantity("35").with(.lineNDC, row: 1, "12345678901")
                ]
            },
            alongside: ["ND-007", "XF-001"]
        ) { claim in
            claim.drugPortions.compactMap { portion in claim.milligramsAsMilliliters(in: portion) }
        }
        Rule(
            "XF-003", "The quantity is the amount given, not the whole vial",
            fault: "Whole vial billed instead of the dose", .warning,
            prevents: [.carc("153"), .carc("16"), .rarc("M53")], source: .wastage, .secondary, elsewhere: .ndcPractice,
            reads: [.lineNDCQuantity, .lineNDCUnit, .lineNDC, .lineDose, .treatmentDose, .lineProcedure]
                + Field.statedTexts + Field.lineModifiers,
            accepts: { [.sample] },
            rejects: { [.sample.quantity("10"), .onlyDescribed("KETAMINE HCL 35MG IV").quantity("10")] },
            alongside: ["XF-001"]
        ) { claim in
            claim.drugPortions.compactMap { portion in claim.wholeVial(in: portion) }
        }
        Rule(
            "XF-004", "The dose per kilogram is usual for depression",
            fault: "Dose per kilogram unusual for depression", .warning,
            prevents: [.carc("153"), .carc("188")], source: .ketamineLabel, .general,
            scope: .psychiatricKetamineClaim,
            reads: Field.dosePerWeight,
            accepts: { [.sample, .sample.weighing("154 lb"), .intramuscular.weighing("30 kg")] },
            rejects: { [.sample.weighing("30 kg"), .sample.weighing("118 kg")] }
        ) { $0.unusualDose() }
        Rule(
            "XF-005", "The dose is not an anesthesia dose",
            fault: "Dose in the range of anesthesia", .warning,
            prevents: [.carc("153")], source: .ketamineLabel, .verified, scope: .psychiatricKetamineClaim,
            reads: Field.dosePerWeight, hides: ["XF-004"],
            accepts: { [.sample, .sample.weighing("17.5 kg")] },
            rejects: { [.sample.weighing("17 kg")] }
        ) { claim in
            guard claim.ketamineRoute?.isIntravenous ?? false, let given = claim.ketamineDose,
                let perWeight = claim.ketamineDosePerWeight, perWeight.isAbove(thousandths: 2000)
            else { return [] }
            return [
                .conflict(
                    given.place.field, row: given.place.row, with: [Place(.treatmentWeight)],
                    "\(given.dose) IV is \(perWeight.text), an anesthesia dose.",
                    remedy:
                        "Check dose and weight against the chart. If both are right, ask the provider before you bill.")
            ]
        }
        Rule(
            "XF-006", "The narrative has the same dose as the line",
            fault: "Dose in the narrative differs from the line's", .warning,
            prevents: [.carc("16"), .rarc("M123")], source: .palmettoUnclassified, .verified,
            reads: [
                .lineNarrative, .lineDrugName, .lineDescription, .lineDose, .treatmentDose, .additionalInformation,
            ],
            accepts: { [.sample, .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV")] },
            rejects: {
                [
                    .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 40 MG IV"),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE 50MG/ML"),
                    .onlyDescribed("KETAMINE 35 MG").with(.lineNarrative, row: 1, "KETAMINE 50 MG IV"),
                ]
            },
            alongside: ["RX-006"]
        ) { claim in
            claim.lines.filter(\.isDrugLine).compactMap { line in claim.otherDoseInText(of: line) }
        }
        Rule(
            "XF-014", "The strength in a text is that of the NDC",
            fault: "Strength in the text differs from the NDC's", .warning,
            prevents: [.carc("16"), .rarc("M119"), .rarc("M123")], source: .ndcPractice, .general,
            reads: [.lineNDC, .lineNarrative, .lineDescription, .lineDrugName],
            accepts: { [.sample, .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV")] },
            rejects: {
                [
                    .sample.with(.lineNDC, row: 1, "00409205105").quantity("0.35")
                        .with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV")
                ]
            },
            alongside: ["ND-014"]
        ) { claim in claim.lines.compactMap { line in claim.otherStrengthInText(of: line) } }
        Rule(
            "XF-007", "The weight is plausible for a patient, in the right unit",
            fault: "Weight impossible, or in the wrong unit", .error,
            note: "A warning where only the unit looks wrong.",
            prevents: [.carc("153")], source: .design, .general,
            reads: Field.dosePerWeight + [.treatmentIndication], hides: ["XF-004", "XF-005"],
            accepts: { [.sample, .sample.weighing("154 lb"), .sample.weighing("400 kg")] },
            rejects: {
                [
                    .sample.weighing("0"), .sample.weighing("401 kg"), .sample.weighing("154 kg"),
                    .sample.weighing("70 lb"),
                ]
            }
        ) { $0.wrongWeight() }
        Rule(
            "XF-009", "The units are above zero, whole, and within the daily limit",
            fault: "Units zero, not whole, or above the daily limit", .error,
            note: "A warning where they are above CMS's medically unlikely edit and the payer uses it.",
            prevents: [.carc("16"), .carc("151"), .rarc("M53"), .rarc("N362")], rejectedAs: ["476"], source: .mue,
            .general, elsewhere: .professionalGuide,
            reads: [.lineUnits, .lineProcedure, .lineFrom, .filingIndicator, .payerPolicy],
            accepts: { [.sample, .officeVisit.with(.lineProcedure, "A0425").with(.lineUnits, "2.5")] },
            rejects: {
                ["0", "-1", "one", "1.5"].map { .sample.with(.lineUnits, $0) }
                    + [.medicare(.officeVisit.withService("96127").with(.lineUnits, row: 2, "4")).loading(.limits)]
            },
            alongside: ["PX-017"]
        ) { claim in
            claim.writtenLines.compactMap { line in claim.wrongUnits(of: line) ?? claim.unlikelyUnits(of: line) }
        }
        Rule(
            "XF-010", "The lines bill the dose that was given",
            fault: "Dose on the lines differs from the dose given", .warning,
            prevents: [.carc("153"), .carc("16"), .rarc("M53")], source: .design, .general, scope: .ketamineClaim,
            reads: [
                .lineDose, .treatmentDose, .lineDrugName, .lineNarrative, .lineNDC, .lineModifier1, .lineModifier2,
                .lineModifier3, .lineModifier4,
            ],
            accepts: { [.sample, .longInfusion] },
            rejects: { [.sample.with(.treatmentDose, "40")] }
        ) { claim in
            guard let given = claim.draft.treatment.dose.value, let billed = claim.billedKetamineDose, given != billed
            else { return [] }
            let rows = claim.ketamineLines.map(\.row)
            return [
                .conflict(
                    .lineDose, row: rows.first ?? 0,
                    with: [Place(.treatmentDose)] + rows.dropFirst().map { Place(.lineDose, row: $0) },
                    "\(given) was given, but the lines bill \(billed).",
                    remedy: "Enter the dose from the chart. Bill waste with JW on its own line.")
            ]
        }
    }
}

extension Field {
    /// The fields that give the dose per kilogram and its route.
    fileprivate static let dosePerWeight: [Field] = [
        .treatmentDose, .treatmentWeight, .treatmentRoute, .lineDose, .lineRoute, .lineAdministration, .lineProcedure,
        .lineFrom,
    ]
}

extension ClaimExample {
    fileprivate func quantity(_ text: String, _ unit: String = "ML") -> ClaimExample {
        with(.lineNDCQuantity, row: 1, text).with(.lineNDCUnit, row: 1, unit)
    }

    fileprivate func weighing(_ text: String) -> ClaimExample { with(.treatmentWeight, text) }

    /// The dose drawn from two vials, each on its own line.
    fileprivate static func twoVials(_ first: String, _ second: String) -> ClaimExample {
        sample.withoutLine(1)
            .withDrug(dose: "", quantity: first, narrative: "KETAMINE HCL 35 MG IV", charge: "20.00")
            .withDrug(dose: "", quantity: second, narrative: "KETAMINE HCL 35 MG IV", charge: "25.00")
            .with(.lineModifier1, row: 2, "76")
    }
}
