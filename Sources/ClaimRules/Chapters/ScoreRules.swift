import ClaimModel
import CodeSets

extension Chapter {
    /// Symptom scores: before treatment, and the change since.
    static let scores = Chapter("Symptom scores") {
        Rule(
            "DOC-004", "A symptom score from before treatment is recorded",
            fault: "No dated symptom score before treatment", .warning,
            prevents: [.carc("50"), .carc("251")], source: .article, .article, scope: .psychiatricKetamineClaim,
            reads: [.scoreInstrument, .scoreDate, .scoreItems, .scoreTotal],
            accepts: { [.sample, .sample.without(.scoreItems)] },
            rejects: { [.sample.without(.scoreItems, .scoreTotal), .sample.without(.scoreDate)] }
        ) { $0.missingScore() }
        Rule(
            "DOC-009", "A score is within its scale and is the sum of its answers",
            fault: "Score impossible, or not the sum of its answers", .error,
            prevents: [.carc("251")], source: .phq9, .general, scope: .ketamineClaim,
            reads: [.scoreInstrument, .scoreItems, .scoreTotal],
            accepts: { [.sample, .sample.scored("MADRS", "60")] },
            rejects: {
                [
                    .sample.with(.scoreTotal, "28").without(.scoreItems), .sample.with(.scoreTotal, "21"),
                    .sample.scored("MADRS", "61"), .sample.scored("HAMD", "53"), .sample.scored("QIDS", "28"),
                ]
            }
        ) { claim in
            claim.draft.scores.enumerated().compactMap { row, score in claim.wrongTotal(of: score, row: row) }
        }
        Rule(
            "DOC-010", "The score before treatment reaches the payer's minimum",
            fault: "Score below the payer's minimum", .warning,
            prevents: [.carc("50")], source: .bcbsmaAuthorization, .verified, scope: .psychiatricKetamineClaim,
            reads: [.scoreInstrument, .scoreDate, .scoreItems, .scoreTotal, .lineFrom, .treatmentStage, .payerPolicy],
            accepts: {
                [
                    .sample.asking(["PHQ9": 22]), .sample.scored("MADRS", "28").asking(["MADRS": 28, "HAMD": 17]),
                    .sample.laterScore("9", on: "11/12/2026").asking(["PHQ9": 15]),
                ]
            },
            rejects: {
                [
                    .sample.asking(["PHQ9": 23]), .sample.asking(["MADRS": 28, "HAMD": 17]),
                    .sample.scored("MADRS", "27").asking(["MADRS": 28, "HAMD": 17]),
                ]
            }
        ) { $0.scoresBelowMinimum() }
        Rule(
            "DOC-011", "The score before treatment is recent",
            fault: "Score before treatment too old", .warning,
            prevents: [.carc("251")], source: .design, .general, scope: .psychiatricKetamineClaim,
            reads: [.scoreInstrument, .scoreDate, .scoreItems, .scoreTotal, .lineFrom, .treatmentStage, .payerPolicy],
            accepts: { [.sample.whenPolicy { $0.scoreMaximumAgeDays = Setting(13) }] },
            rejects: { [.sample.whenPolicy { $0.scoreMaximumAgeDays = Setting(12) }] }
        ) { claim in
            let episode = TreatmentEpisode(claim)
            guard let limit = claim.policy.value(of: \.scoreMaximumAgeDays), let baseline = episode.baseline(),
                let age = episode.age(of: baseline), age > limit
            else { return [] }
            return [
                .conflict(
                    .scoreDate, row: baseline.row, with: [claim.firstDayPlace],
                    "Score \(age) days old when treatment began; the limit is \(limit).",
                    remedy: "Enter a score nearer to the first session, if the chart has one.",
                    evidence: [claim.policyEvidence(\.scoreMaximumAgeDays)])
            ]
        }
        Rule(
            "DOC-031", "Each session has a score as recent as the payer wants",
            fault: "Latest score too old for this session", .warning,
            prevents: [.carc("50"), .carc("251")], source: .design, .general, scope: .psychiatricKetamineClaim,
            reads: [.scoreInstrument, .scoreDate, .scoreItems, .scoreTotal, .lineFrom, .treatmentStage, .payerPolicy],
            accepts: {
                [
                    .sample.whenPolicy { $0.scoreRepeatDays = Setting(13) },
                    .sample.laterScore("16", on: "11/10/2026").whenPolicy { $0.scoreRepeatDays = Setting(0) },
                ]
            },
            rejects: {
                [
                    .sample.whenPolicy { $0.scoreRepeatDays = Setting(12) },
                    .sample.with(.scoreInstrument, row: 1, "PHQ9").whenPolicy { $0.scoreRepeatDays = Setting(12) },
                    .sample.laterScore("16", on: "11/09/2026").whenPolicy { $0.scoreRepeatDays = Setting(0) },
                ]
            }
        ) { $0.scoreOverdue() }
        Rule(
            "DOC-012", "Maintenance follows a recorded improvement",
            fault: "Maintenance without a recorded improvement", .warning,
            prevents: [.carc("50"), .carc("151")], source: .phq9, .general, scope: .psychiatricKetamineClaim,
            reads: [
                .treatmentStage, .scoreInstrument, .scoreDate, .scoreItems, .scoreTotal, .lineFrom, .payerPolicy,
            ],
            accepts: {
                [
                    .sample, .sample.maintained().laterScore("11", on: "11/09/2026"),
                    .sample.maintained().laterScore("16", on: "11/09/2026").whenPolicy {
                        $0.responsePercent = Setting(25)
                    },
                ]
            },
            rejects: { [.sample.maintained(), .sample.maintained().laterScore("12", on: "11/09/2026")] }
        ) { $0.unshownResponse() }
        Rule(
            "DOC-014", "Thoughts of death are followed up",
            fault: "Suicidal thoughts without a follow-up", .note,
            prevents: [.carc("50")], source: .phq9, .general, scope: .psychiatricKetamineClaim,
            reads: [.scoreInstrument, .scoreItems, .scoreDate, .diagnosisCode, .safetyPlan],
            accepts: {
                [
                    .sample.with(.safetyPlan, "Y"), .sample.with(.diagnosisCode, row: 1, "R45.851"),
                    .sample.with(.scoreItems, "333333330").with(.scoreTotal, "24"),
                ]
            },
            rejects: { [.sample] }
        ) { $0.unansweredNinthItem() }
    }
}

extension ClaimExample {
    /// The same with another first score.
    fileprivate func scored(_ instrument: String, _ total: String) -> ClaimExample {
        without(.scoreItems).with(.scoreInstrument, instrument).with(.scoreTotal, total)
    }

    fileprivate func laterScore(_ total: String, on day: String) -> ClaimExample {
        with(.scoreInstrument, row: 1, "PHQ9").with(.scoreDate, row: 1, day).with(.scoreTotal, row: 1, total)
    }

    fileprivate func asking(_ minimum: [String: Int]) -> ClaimExample {
        whenPolicy { $0.minimumScores = Setting(minimum) }
    }

    fileprivate func maintained() -> ClaimExample { with(.treatmentStage, "maintenance") }
}
