import ClaimModel
import CodeSets

extension ClaimFacts {
    func missingScore() -> [Problem] {
        let remedy = "Enter a PHQ-9, MADRS, HAM-D or QIDS from before treatment, with its date."
        let episode = TreatmentEpisode(self)
        guard let baseline = episode.baseline() else {
            // A score that is typed and unreadable belongs to another rule.
            let isTyped = draft.scores.contains { !$0.instrument.isEmpty && !($0.total.isEmpty && $0.items.isEmpty) }
            return isTyped
                ? []
                : [.missing(.scoreInstrument, "No symptom score from before treatment.", remedy: remedy)]
        }
        guard draft.scores[baseline.row].date.isEmpty else { return [] }
        return [
            .missing(
                .scoreDate, row: baseline.row,
                "\(baseline.reading.instrument.label) of \(baseline.reading.total) has no date.",
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
                "\(instrument.label) total \(total) is above its maximum, \(instrument.range.upperBound).",
                remedy: "Enter the total from the form.", fixes: fixes)
        }
        guard let sum, sum != total else { return nil }
        return .conflict(
            .scoreTotal, row: row, with: [Place(.scoreItems, row: row)],
            "The nine answers add up to \(sum), but the total is \(total).",
            remedy: "Check the answers against the form, then enter their sum.", fixes: fixes)
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
        let payer = payerTitle
        return [
            .conflict(
                found.isEmpty ? .scoreInstrument : .scoreTotal, row: row, with: [Place(.scoreDate, row: row)],
                found.isEmpty
                    ? "\(reading.instrument.label) is not a scale that the payer accepts."
                    : "\(reading.instrument.label) \(reading.total) before treatment is below the payer's minimum.",
                remedy: found.isEmpty
                    ? "Enter the score that \(payer) requires, if the chart has it: \(asked)."
                    : "\(payer) requires \(asked). Ask the provider whether it is met; never change a score to meet it.",
                evidence: [self.policyEvidence(\.minimumScores)])
        ]
    }

    func scoreOverdue() -> [Problem] {
        let episode = TreatmentEpisode(self)
        guard let limit = policy.value(of: \.scoreRepeatDays), let day = firstDay,
            let latest = episode.scores.last(where: { $0.day.map { $0 <= day } ?? false }), let scored = latest.day,
            day - scored > limit
        else { return [] }
        // The score before treatment that was too old already belongs to another rule.
        if let most = policy.value(of: \.scoreMaximumAgeDays), episode.baseline()?.row == latest.row,
            let age = episode.age(of: latest), age > most
        {
            return []
        }
        if let row = draft.scores.indices.last, row > latest.row, draft.scores[row].date.isEmpty {
            return [
                .missing(
                    .scoreDate, row: row,
                    "No score for this session; the latest is \(day - scored) days old, the limit \(limit).",
                    remedy: "Enter the score of this session with its day, if the chart has one.",
                    evidence: [self.policyEvidence(\.scoreRepeatDays)])
            ]
        }
        return [
            .conflict(
                .scoreDate, row: latest.row, with: [firstDayPlace],
                "Latest score \(day - scored) days old at this session; the limit is \(limit).",
                remedy: "Enter the score of this session, if the chart has one.",
                evidence: [self.policyEvidence(\.scoreRepeatDays)])
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
                    "Maintenance billed, but no second \(baseline.reading.instrument.label) shows a response.",
                    remedy: "Enter the latest score on the same scale.")
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
                "\(label) \(change.text); maintenance needs \(least)% or more.",
                remedy: "Ask the provider what justifies continuing.",
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
                "PHQ-9 item 9 is \(ninth), but no follow-up is recorded.",
                remedy: "Ask the provider whether the chart has a safety plan or suicidal ideation (R45.851).")
        ]
    }
}
