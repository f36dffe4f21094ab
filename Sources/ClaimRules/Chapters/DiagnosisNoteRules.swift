import ClaimModel

extension Chapter {
    /// Notes that exclude or order two diagnoses, and diagnoses that do not fit the patient's age or sex, or the year.
    static let diagnosisNotes = Chapter("Diagnosis: notes and limits") {
        Rule(
            "DX-010", "A bipolar or manic disorder is not coded with depression or another of them",
            fault: "Bipolar or manic disorder coded with depression", .error,
            prevents: [.carc("16"), .rarc("M76")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.sample, .sample.diagnosed("F33.2", "F34.1")] },
            rejects: {
                [
                    .sample.diagnosed("F31.4", "F33.2"), .sample.diagnosed("F32.2", "F31.81"),
                    .sample.diagnosed("F31.4", "F30.9"), .sample.diagnosed("F33.2", "F30.9"),
                ]
            }
        ) { claim in
            claim.exclusions(
                of: .bipolarOrManic, remedy: "Ask the provider which one the patient has, and keep it.")
        }
        Rule(
            "DX-011", "A single depressive episode is not coded with recurrent depression",
            fault: "Single episode coded with recurrent depression", .error,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.sample, .sample.diagnosed("F33.2", "F41.1")] },
            rejects: { [.sample.diagnosed("F33.2", "F32.2")] }
        ) { claim in
            claim.exclusions(
                of: .singleAndRecurrent,
                remedy: "Keep the single episode or the recurrent disorder, as the chart says.")
        }
        Rule(
            "DX-014", "Suicidal ideation is not coded with a suicide attempt",
            fault: "Suicidal ideation coded with a suicide attempt", .error,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.sample.diagnosed("F33.2", "R45.851")] },
            rejects: { [.sample.diagnosed("F33.2", "R45.851", "T14.91XA")] }
        ) { claim in
            claim.exclusions(
                of: .ideationAndAttempt, remedy: "If an attempt is documented, keep T14.91- and delete R45.851.")
        }
        Rule(
            "DX-027", "No two diagnoses that an Excludes1 note separates are coded together",
            fault: "Diagnoses that exclude each other (Excludes1)", .warning,
            prevents: [.carc("16"), .rarc("M64"), .carc("236")], source: .tabular, .verified,
            reads: [.diagnosisCode, .lineFrom],
            accepts: {
                [
                    .officeVisit.diagnosed("E11.9", "I10"), .sample.diagnosed("F33.2", "R45.851"),
                    .officeVisit.diagnosed("J44.9", "J45.909"),
                ]
            },
            rejects: { [.officeVisit.diagnosed("E10.9", "E11.9"), .officeVisit.diagnosed("I12.9", "I15.0")] },
            alongside: ["DX-029"]
        ) { claim in
            claim.exclusions(
                of: .other,
                remedy: "Keep the one that the chart supports. If they are unrelated, override with that reason.")
        }
        Rule(
            "DX-028", "The underlying disease is coded before its manifestation",
            fault: "Manifestation coded before its cause", .warning,
            prevents: [.carc("16"), .rarc("M64"), .carc("11")], rejectedAs: ["254"], source: .tabular, .verified,
            reads: [.diagnosisCode, .lineFrom],
            accepts: {
                [.officeVisit.diagnosed("G30.9", "F02.80"), .officeVisit.diagnosed("I12.9", "N18.30"), .officeVisit]
            },
            rejects: {
                [
                    .officeVisit.diagnosed("F02.80"), .officeVisit.diagnosed("F02.80", "G30.9"),
                    .officeVisit.diagnosed("N18.30", "I12.9"),
                ]
            }
        ) { claim in claim.manifestationOrderProblems }
        Rule(
            "DX-029", "A code that needs an additional code has it",
            fault: "Additional code missing", .note,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.officeVisit.diagnosed("E11.9", "Z79.4"), .officeVisit] },
            rejects: { [.officeVisit.diagnosed("E11.9")] }
        ) { claim in claim.additionalCodeProblems }
        Rule(
            "DX-030", "Diagnoses are coded in ICD-10-CM (services since October 2015)",
            fault: "ICD-9-CM code on claim", .error,
            prevents: [.carc("146"), .carc("16"), .rarc("M76")], rejectedAs: ["508", "255"], source: .icdGuidelines,
            .general, reads: [.diagnosisCode],
            accepts: { [.sample] }, rejects: { ["296.33", "300.4", "311"].map { .sample.with(.diagnosisCode, $0) } }
        ) { claim in
            claim.draft.diagnoses.enumerated().filter { $1.code.text.isOldDiagnosis }.map { row, diagnosis in
                .wrong(
                    .diagnosisCode, row: row,
                    "\(diagnosis.code.text) is an ICD-9-CM code; those ended on 09/30/2015.",
                    remedy: "Enter the ICD-10-CM code for what the chart documents; F2 searches by words.")
            }
        }
        Rule(
            "DX-031", "Every diagnosis fits the patient's sex",
            fault: "Diagnosis does not fit the patient's sex", .warning,
            prevents: [.carc("10"), .rarc("MA39")], rejectedAs: ["157", "255"], source: .codeEditor, .general,
            reads: [.diagnosisCode, .patientSex] + Field.lineModifiers,
            accepts: {
                [
                    .officeVisit.diagnosed("N95.1"), .officeVisit.diagnosed("N40.0").with(.patientSex, "U"),
                    .officeVisit.diagnosed("N40.0").with(.lineModifier1, "KX").with(.lineModifier1, row: 1, "KX"),
                ]
            },
            rejects: {
                [.officeVisit.diagnosed("N40.0"), .officeVisit.diagnosed("O99.341").with(.patientSex, "M")]
            }
        ) { claim in claim.sexProblems }
        Rule(
            "DX-032", "Every diagnosis fits the patient's age",
            fault: "Diagnosis does not fit the patient's age", .warning,
            prevents: [.carc("9")], rejectedAs: ["475", "255"], source: .codeEditor, .general,
            reads: [.diagnosisCode, .patientBirthDate, .lineFrom, .lineTo],
            accepts: {
                [
                    .officeVisit.diagnosed("Z00.00"), .officeVisit.diagnosed("O99.341"),
                    .officeVisit.diagnosed("P96.1").with(.patientBirthDate, "05/01/2012"),
                    .officeVisit.diagnosed("Z00.129").with(.patientBirthDate, "05/01/2012"),
                ]
            },
            rejects: {
                [
                    .officeVisit.diagnosed("Z00.129"), .officeVisit.diagnosed("P96.1"),
                    .officeVisit.diagnosed("Z38.00"),
                    .officeVisit.diagnosed("F03.90").with(.patientBirthDate, "05/01/2016"),
                ]
            }
        ) { claim in claim.ageProblems }
        Rule(
            "DX-033", "An external cause is neither the first diagnosis nor the first pointer",
            fault: "External cause coded or pointed to first", .error,
            prevents: [.carc("16"), .rarc("MA63")], rejectedAs: ["509", "254"], source: .icdGuidelines, .general,
            reads: [.diagnosisCode, .linePointers, .diagnosisIndicator],
            accepts: {
                [
                    .officeVisit.diagnosed("S93.401A", "W01.0XXA"),
                    .officeVisit.diagnosed("V58.69").with(.diagnosisIndicator, "9"),
                ]
            },
            rejects: {
                [.officeVisit.diagnosed("W01.0XXA"), .officeVisit.diagnosed("S93.401A", "W01.0XXA").pointed("B")]
            }
        ) { claim in claim.externalCauseProblems }
        Rule(
            "DX-034", "The first diagnosis is not a secondary-only code",
            fault: "First diagnosis is a secondary-only code", .warning,
            prevents: [.carc("16"), .rarc("MA63"), .carc("11")], rejectedAs: ["254"], source: .codeEditor, .general,
            reads: [.diagnosisCode],
            accepts: { [.officeVisit.diagnosed("F33.1", "Z79.899", "Z59.02")] },
            rejects: { ["Z79.899", "Z59.02", "Z68.35", "B96.20"].map { .officeVisit.diagnosed($0) } }
        ) { claim in
            guard let first = claim.firstDiagnosis, first.isIn(DiagnosisLimits.secondaryOnly) else { return [] }
            return [
                .wrong(
                    .diagnosisCode, "\(first.text) is a secondary-only code and cannot be first.",
                    remedy: "Put the condition treated first, and this code after it.")
            ]
        }
        Rule(
            "DX-035", "No depression screening is billed where depression is diagnosed",
            fault: "Depression screening with depression diagnosed", .warning,
            prevents: [.carc("11"), .carc("96")], source: .cpt, .general, reads: [.diagnosisCode, .lineProcedure],
            accepts: { [.officeVisit.diagnosed("Z13.31"), .officeVisit.withService("96127")] },
            rejects: { [.officeVisit.diagnosed("F33.1", "Z13.31"), .officeVisit.withService("G0444")] }
        ) { claim in claim.screeningProblems }
    }
}
