import ClaimModel
import CodeSets

extension Chapter {
    /// The indication that the diagnoses of a ketamine claim show.
    static let indication = Chapter("Diagnosis: indication") {
        Rule(
            "DX-002", "Ketamine and its administration point to a psychiatric diagnosis",
            fault: "Ketamine line not pointed to a psychiatric diagnosis", .error,
            prevents: [.carc("11")], source: .icdGuidelines, .general, scope: .psychiatricKetamineClaim,
            reads: [.linePointers, .diagnosisCode, .lineProcedure, .treatmentDrug, .treatmentIndication],
            accepts: { [.sample, .sample.diagnosed("G89.4", "F33.2").pointed("BA")] },
            rejects: { [.sample.diagnosed("G89.4", "F33.2"), .sample.diagnosed("F10.20"), .sample.diagnosed("I10")] },
            alongside: ["DX-003", "DX-021"]
        ) { claim in
            claim.ketamineAndAdministrationLines.compactMap { claim.indicationProblem($0) }
        }
        Rule(
            "DX-003", "The first diagnosis of a psychiatric treatment is not pain",
            fault: "Pain diagnosis coded first", .error,
            prevents: [.carc("11"), .carc("50")], source: .icdGuidelines, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication, .treatmentDrug, .evaluatedOn],
            accepts: { [.sample, .sample.diagnosed("F33.2", "M79.7"), .sample.with(.treatmentIndication, "pain")] },
            rejects: {
                [
                    .sample.diagnosed("M79.7", "F33.2").pointed("B"), .sample.diagnosed("G89.4"),
                    .sample.without(.treatmentIndication).diagnosed("G90.511", "F33.2"),
                ]
            },
            alongside: ["DX-002"]
        ) { claim in claim.painFirstProblems }
        Rule(
            "DX-004", "A ketamine line's first pointer is the psychiatric diagnosis",
            fault: "Psychiatric diagnosis not the first pointer", .warning,
            prevents: [.carc("11")], source: .professionalGuide, .general, scope: .psychiatricKetamineClaim,
            reads: [.linePointers, .diagnosisCode, .lineProcedure],
            accepts: { [.sample, .sample.diagnosed("F33.2", "I10").pointed("AB")] },
            rejects: { [.sample.diagnosed("F33.2", "I10").pointed("BA")] }
        ) { claim in
            claim.ketamineAndAdministrationLines.compactMap { claim.pointerOrderProblem($0) }
        }
        Rule(
            "DX-008", "The first diagnosis states a severity",
            fault: "First diagnosis without severity", .warning,
            prevents: [.carc("50"), .carc("167")], source: .icdGuidelines, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentIndication],
            accepts: { [.sample, .officeVisit.diagnosed("F32.A")] },
            rejects: { ["F32.A", "F32.9", "F33.9", "F31.9"].map { .sample.diagnosed($0) } },
            alongside: ["DX-025"]
        ) { claim in
            claim.firstDiagnosis(in: .unspecifiedSeverity) {
                .wrong(
                    .diagnosisCode, "\($0) has no severity.",
                    remedy: "Ask the provider how severe it is, and code that. Payers cover severe depression.")
            }
        }
        Rule(
            "DX-009", "The first diagnosis of an induction is severe",
            fault: "First diagnosis not severe enough", .warning,
            prevents: [.carc("50")], source: .coveragePractice, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .treatmentStage, .treatmentIndication],
            accepts: { [.sample, .sample.diagnosed("F33.1").with(.treatmentStage, "maintenance")] },
            rejects: { ["F32.0", "F32.1", "F33.0", "F33.1"].map { .sample.diagnosed($0) } }
        ) { claim in
            guard claim.draft.treatment.stage.value != .maintenance else { return [] }
            return claim.firstDiagnosis(in: .mildOrModerate) {
                .wrong(
                    .diagnosisCode, "\($0) is mild or moderate, not severe.",
                    remedy:
                        "Ask the provider whether the chart supports a severe episode. Mild or moderate depression does "
                        + "not support treatment resistance.")
            }
        }
        Rule(
            "DX-012", "Suicidal ideation is coded after the mood disorder",
            fault: "Suicidal ideation coded before the mood disorder", .warning,
            prevents: [.carc("11"), .carc("16"), .rarc("MA63")], source: .tabular, .verified,
            reads: [.diagnosisCode] + Scope.psychiatricKetamineClaim.reads,
            accepts: { [.sample, .sample.diagnosed("F33.2", "R45.851"), .officeVisit.diagnosed("R45.851")] },
            rejects: { [.sample.diagnosed("R45.851"), .officeVisit.diagnosed("R45.851", "F33.2")] }
        ) { claim in claim.suicidalIdeationProblems }
        Rule(
            "DX-013", "A treatment line points to the mood disorder before suicidal ideation",
            fault: "Suicidal ideation is the first pointer", .note,
            prevents: [], undenied: "Both codes are allowed; this order of pointers only reads better.",
            source: .tabular, .verified, reads: [.linePointers, .diagnosisCode, .lineProcedure],
            accepts: { [.sample.diagnosed("F33.2", "R45.851").pointed("AB")] },
            rejects: { [.sample.diagnosed("F33.2", "R45.851").pointed("BA")] }
        ) { claim in
            claim.lines.filter { $0.isDrugLine || $0.isAdministration }.compactMap { claim.ideationFirstProblem($0) }
        }
        Rule(
            "DX-025", "The score before treatment agrees with the coded severity",
            fault: "PHQ-9 before treatment conflicts with severity", .note,
            prevents: [.carc("50")], source: .phq9, .general, scope: .psychiatricKetamineClaim,
            reads: [.diagnosisCode, .scoreInstrument, .scoreDate, .scoreItems, .scoreTotal],
            accepts: { [.sample] },
            rejects: {
                [.sample.diagnosed("F32.A"), .sample.without(.scoreItems).with(.scoreTotal, "12")]
            },
            alongside: ["DX-008"]
        ) { claim in claim.scoreAgainstSeverity }
    }
}
