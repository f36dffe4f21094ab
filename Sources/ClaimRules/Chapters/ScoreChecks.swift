import ClaimModel
import CodeSets

extension ClaimFacts {
    func missingScore() -> [Problem] {
        let remedy = "Enter a PHQ-9, MADRS, HAM-D or QIDS from before treatment, with its date."
        let episode = TreatmentEpisode(self)
        guard let baseline = episode.baseline() else {
            // A score that is typed and does not read is another rule's.
            let isTyped = draft.scores.contains { !$0.instrument.isEmpty && !($0.total.isEmpty && $0.items.isEmpty) }
            return isTyped
                ? []
                : [.missing(.scoreInstrument, "No symptom score from before treatment is recorded.", remedy: remedy)]
        }
        guard draft.scores[baseline.row].date.isEmpty else { return [] }
        return [
            .missing(
                .scoreDate, row: baseline.row,
                "The \(baseline.reading.instrument.label) of \(baseline.reading.total) has no date.",
                remedy: remedy)
        ]
    }

    func wrongTotal(of score: SymptomScore, row: Int) -> Problem? {
        guard let instrument = score.instrument.value, let total = score.total.value?.number else { return nil }
        let reading = ScoreReading(instrument, total: total)
        let sum = instrument == .phq9 ? score.items.value?.total : nil
        let fixes = sum.map { [Fix.replace(.scoreTotal, row: row, with: String($0))] } ?? []
        guard reading.isPossible else {
            return .wrong(
                .scoreTotal, row: row,
                "\(instrument.label) goes from 0 to \(instrument.range.upperBound); \(total) is no total of it.",
                remedy: "Enter the total from the form.", fixes: fixes)
        }
        guard let sum, sum != total else { return nil }
        return .conflict(
            .scoreTotal, row: row, with: [Place(.scoreItems, row: row)],
            "The nine answers add up to \(sum), but the total says \(total).",
            remedy: "Check the answers against the form, then take their sum.", fixes: fixes)
    }

    func scoresBelowMinimum() -> [Problem] {
        let minimums = (policy.value(of: \.minimumScores) ?? [:])
            .compactMap { name, least in Instrument(rawValue: name.uppercased()).map { (instrument: $0, least: least) }
            }
            .sorted { $0.instrument.code < $1.instrument.code }
        let episode = TreatmentEpisode(self)
        guard !minimums.isEmpty, let any = episode.baseline() else { return [] }
        let found = minimums.compactMap { minimum in
            episode.baseline(minimum.instrument).map { (score: $0, least: minimum.least) }
        }
        guard !found.contains(where: { $0.score.reading.total >= $0.least }) else { return [] }
        let asked = minimums.map { "\($0.instrument.label) of \($0.least) or more" }.listed("or")
        let (row, reading) = (found.first?.score.row ?? any.row, (found.first?.score ?? any).reading)
        let name = policy.name
        return [
            .conflict(
                found.isEmpty ? .scoreInstrument : .scoreTotal, row: row, with: [Place(.scoreDate, row: row)],
                "\(name) asks for \(asked) before treatment; the chart has \(reading.instrument.label) \(reading.total).",
                remedy: found.isEmpty
                    ? "Record a score on a scale that the payer takes, if the chart has one."
                    : "Ask the provider whether the criterion is met; the score is not to be changed for it.",
                evidence: [self.policyEvidence(\.minimumScores)])
        ]
    }

    func unshownResponse() -> [Problem] {
        let episode = TreatmentEpisode(self)
        guard draft.treatment.stage.value == .maintenance, let baseline = episode.baseline() else { return [] }
        let least = policy.value(of: \.responsePercent) ?? 50
        guard let latest = episode.latest(after: baseline) else {
            return [
                .missing(
                    .scoreInstrument, row: min(draft.scores.count, Part.score.limit - 1),
                    "Maintenance is billed, and no \(baseline.reading.instrument.label) after the first shows a response.",
                    remedy: "Record the latest score of the same scale.")
            ]
        }
        guard let change = ScoreChange(from: baseline.reading.total, to: latest.reading.total),
            !change.isLower(byPercent: least)
        else { return [] }
        let label = baseline.reading.instrument.label
        return [
            .conflict(
                latest.reading.instrument == .phq9 && draft.scores[latest.row].total.isEmpty
                    ? .scoreItems : .scoreTotal,
                row: latest.row, with: [Place(.scoreTotal, row: baseline.row), Place(.treatmentStage)],
                "\(label) went from \(change.words); maintenance rests on \(least)% or more.",
                remedy: "Ask the provider what shows that going on is justified.",
                evidence: [self.policyEvidence(\.responsePercent)])
        ]
    }

    func unansweredNinthItem() -> [Problem] {
        let latest = TreatmentEpisode(self).scores.last { draft.scores[$0.row].items.value != nil }
        guard let latest, let answers = draft.scores[latest.row].items.value?.answers, let ninth = answers.last,
            latest.reading.instrument == .phq9, ninth > 0, draft.safety.safetyPlan.value != .yes,
            !diagnoses.contains(where: { $0.isIn(.suicidalIdeation) || $0.isIn(.suicideAttempt) })
        else { return [] }
        return [
            .conflict(
                .scoreItems, row: latest.row, with: [Place(.safetyPlan)],
                "PHQ-9 item 9 is \(ninth), and neither suicidal ideation (R45.851) nor a safety plan is recorded.",
                remedy: "Ask the provider whether the chart has a plan or the diagnosis.")
        ]
    }
}
