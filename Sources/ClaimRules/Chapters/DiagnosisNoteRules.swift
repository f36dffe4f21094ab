import ClaimModel

extension Chapter {
    /// The notes of the tabular list that hold two diagnoses apart or put them in order.
    static let diagnosisNotes = Chapter("Notes of the tabular list") {
        Rule(
            "DX-010", "A bipolar or manic disorder does not stand beside depression or one another", .error,
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
                of: .bipolarOrManic, remedy: "Ask the provider which of the two the patient has, and keep that one.")
        }
        Rule(
            "DX-011", "A single depressive episode does not stand beside recurrent depression", .error,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.sample, .sample.diagnosed("F33.2", "F41.1")] },
            rejects: { [.sample.diagnosed("F33.2", "F32.2")] }
        ) { claim in
            claim.exclusions(
                of: .singleAndRecurrent,
                remedy: "Keep the single episode or the recurrent disorder, as the chart has it.")
        }
        Rule(
            "DX-014", "Suicidal ideation does not stand beside a suicide attempt", .error,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.sample.diagnosed("F33.2", "R45.851")] },
            rejects: { [.sample.diagnosed("F33.2", "R45.851", "T14.91XA")] }
        ) { claim in
            claim.exclusions(
                of: .ideationAndAttempt, remedy: "Where an attempt is documented, keep T14.91- and take R45.851 out.")
        }
        Rule(
            "DX-027", "No two diagnoses stand together that an Excludes1 note keeps apart", .warning,
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
                remedy: "Keep the one that the chart supports; where the two are unrelated, override with that reason.")
        }
        Rule(
            "DX-028", "What a disease comes from stands before its manifestation", .warning,
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
            "DX-029", "A code that asks for an additional one has it beside it", .note,
            prevents: [.carc("16"), .rarc("M64")], source: .tabular, .verified, reads: [.diagnosisCode, .lineFrom],
            accepts: { [.officeVisit.diagnosed("E11.9", "Z79.4"), .officeVisit] },
            rejects: { [.officeVisit.diagnosed("E11.9")] }
        ) { claim in claim.additionalCodeProblems }
    }
}
