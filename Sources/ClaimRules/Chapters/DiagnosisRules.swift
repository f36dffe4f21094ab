import ClaimModel
import CodeSets

extension Chapter {
    static let diagnosis = Chapter("Diagnosis") {
        Rule(
            "DX-001", "The claim has a diagnosis",
            fault: "No diagnosis on claim", .error,
            prevents: [.carc("16"), .rarc("M76"), .rarc("MA63")], rejectedAs: ["254"], source: .professionalGuide,
            .general,
            reads: [.diagnosisCode] + Scope.psychiatricKetamineClaim.reads, hides: ["DX-002", "DX-004"],
            accepts: { [.sample, .officeVisit] },
            rejects: { [.sample.without(.diagnosisCode), .officeVisit.without(.diagnosisCode)] },
            alongside: ["DX-023"]
        ) { claim in
            guard claim.draft.diagnoses.allSatisfy({ $0.code.isEmpty }) else { return [] }
            let isPsychiatric = claim.isJudged(by: .psychiatricKetamineClaim)
            return [
                .missing(
                    .diagnosisCode, "No diagnosis on claim.",
                    remedy: isPsychiatric
                        ? "Enter the one in the chart: payers want a clear behavioral health indication, such as F33.2."
                        : "Enter the one that the chart documents as the reason for the service.",
                    evidence: isPsychiatric && Source.article.isOwn(of: claim.policy) ? [.clearIndication] : [])
            ]
        }
        Rule(
            "DX-005", "Every diagnosis has the form of an ICD-10-CM code",
            fault: "Not an ICD-10-CM code", .error,
            prevents: [.carc("16"), .rarc("M76")], rejectedAs: ["255"], source: .icdGuidelines, .general,
            reads: [.diagnosisCode],
            accepts: { [.sample, .sample.with(.diagnosisCode, "f332")] },
            rejects: {
                [
                    .sample.with(.diagnosisCode, "33.2"), .sample.with(.diagnosisCode, "F3"),
                    .sample.with(.diagnosisCode, row: 1, "F33-2"),
                ]
            }
        ) { claim in
            claim.places(of: .diagnosisCode).compactMap { place in
                // An ICD-9-CM code is another rule's finding.
                guard let reason = claim.draft.unreadable(at: place), reason.kind != .empty,
                    !claim.draft.text(at: place).isOldDiagnosis
                else { return nil }
                return .wrong(
                    .diagnosisCode, row: place.row,
                    "Diagnosis \(DiagnosisRow.letter(of: place.row)): \(reason.message).",
                    remedy: "Enter the code as in the code book; F2 searches by words.")
            }
        }
        Rule(
            "DX-006", "Every diagnosis is billable",
            fault: "Diagnosis not billable (has subcodes)", .error,
            note: "A warning if the release for the service date is not loaded.",
            prevents: [.carc("146"), .carc("16"), .rarc("M76")], rejectedAs: ["255"], source: .tabular, .verified,
            reads: [.diagnosisCode, .lineFrom, .lineTo],
            accepts: {
                [
                    .sample, .officeVisit.with(.diagnosisCode, "F43.10"),
                    .officeVisit.dated("09/15/2026").diagnosed("E66.01", "Z68.1"),
                    .officeVisit.diagnosed("E66.01", "Z68.18"), .officeVisit.dated("09/15/2026").diagnosed("I42.0"),
                    .officeVisit.diagnosed("I42.00"),
                ]
            },
            rejects: {
                [
                    "F33", "F31.3", "F32", "F32.8", "F33.4", "F42", "F43.1", "R45.85", "G90.51", "S72.001", "T14.91",
                    "I42.0", "M72.2",
                ]
                .map { .officeVisit.with(.diagnosisCode, $0) } + [.officeVisit.dated("09/15/2025").diagnosed("G35")]
            },
            alongside: ["TM-009"]
        ) { claim in claim.diagnoses.compactMap { claim.headerProblem($0) } }
        Rule(
            "DX-007", "Every diagnosis is in the ICD-10-CM release of the service date",
            fault: "Diagnosis not in the ICD-10-CM release", .error,
            note: "If the release for the service date is not loaded: a note, once a claim, or a warning if no loaded "
                + "release has the code.",
            prevents: [.carc("146")], rejectedAs: ["255"], source: .tabular, .general,
            reads: [.diagnosisCode, .lineFrom, .lineTo],
            accepts: {
                [
                    .officeVisit, .officeVisit.dated("09/15/2026"), .officeVisit.diagnosed("D69.11"),
                    .officeVisit.dated("09/15/2026").diagnosed("T52.8X1A"),
                ]
            },
            rejects: {
                [
                    .officeVisit.dated("09/15/2026").with(.diagnosisCode, "F33.5"),
                    .officeVisit.dated("09/15/2026").diagnosed("D69.11"), .officeVisit.diagnosed("T52.8X1A"),
                    .officeVisit.dated("09/15/2025"), .officeVisit.dated("09/15/2025").diagnosed("F33.5"),
                ]
            },
            alongside: ["TM-009"]
        ) { claim in claim.releaseProblems }
        Rule(
            "DX-022", "Diagnoses are listed from A without a gap, each once, twelve at most",
            fault: "Diagnoses with a duplicate, a gap or too many", .error,
            prevents: [.carc("16"), .rarc("M64")], rejectedAs: ["255"], source: .professionalGuide, .general,
            reads: [.diagnosisCode],
            accepts: { [.sample, .sample.diagnosed("F33.2", "F41.1", "Z79.899")] },
            rejects: { [.sample.diagnosed("F33.2", "F41.1", "F33.2"), .sample.with(.diagnosisCode, row: 2, "F41.1")] }
        ) { claim in claim.listProblems }
        Rule(
            "DX-023", "Every line points to one to four diagnoses on the claim",
            fault: "Line without a valid diagnosis pointer", .error,
            prevents: [.carc("16"), .rarc("M76")], rejectedAs: ["477"], source: .professionalGuide, .general,
            reads: [.linePointers, .diagnosisCode],
            accepts: { [.sample, .sample.diagnosed("F33.2", "F41.1").with(.linePointers, "AB")] },
            rejects: {
                [
                    .sample.without(.linePointers), .sample.with(.linePointers, "B"),
                    .sample.with(.linePointers, "ABCDE"), .sample.without(.diagnosisCode),
                ]
            },
            alongside: ["DX-001"]
        ) { claim in claim.writtenLines.compactMap { claim.pointerProblem($0) } }
        Rule(
            "DX-024", "The ICD indicator is 0 (ICD-10-CM)",
            fault: "ICD indicator is not 0", .error,
            prevents: [.carc("16"), .rarc("M76")], rejectedAs: ["255"], source: .cms1500, .general,
            reads: [.diagnosisIndicator],
            accepts: { [.sample, .sample.with(.diagnosisIndicator, "0")] },
            rejects: { [.sample.with(.diagnosisIndicator, "9")] }
        ) { claim in
            let text = claim.draft.text(at: Place(.diagnosisIndicator))
            guard !text.isEmpty, text != "0" else { return [] }
            return [
                .wrong(
                    .diagnosisIndicator, "ICD indicator is \(text); only 0 (ICD-10-CM) is valid.",
                    remedy: "Set it to 0; in an 837P change BK to ABK, and BF to ABF, if the codes are ICD-10-CM.",
                    fixes: [.replace(.diagnosisIndicator, with: "0")])
            ]
        }
    }
}

extension Evidence {
    /// What the payer's article says of the diagnosis; only a claim for ketamine to that payer cites it.
    fileprivate static let clearIndication = Evidence(
        "indication", "the article asks for a clear behavioral health diagnosis",
        citing: Citation(source: Source.article.text, certainty: Certainty.article.label))
}
