import ClaimModel
import CodeSets

/// A symptom score that reads as one.
struct ScoreFacts: Sendable {
    let row: Int
    let day: Day?
    let reading: ScoreReading
}

/// The course of treatment that a claim is one session of: it began with the first ketamine known.
struct TreatmentEpisode: Sendable {
    /// The first day of ketamine, of this claim or of the claims before it.
    let firstService: Day?
    /// By day, those without one first.
    let scores: [ScoreFacts]
    /// Whether the claim is of maintenance and no earlier session is known: when treatment began is not known then.
    private let startIsUnknown: Bool

    init(_ claim: ClaimFacts) {
        let earlier = claim.earlierKetamineDays
        firstService = ([claim.firstDay].compactMap { $0 } + earlier).min()
        startIsUnknown = claim.draft.treatment.stage.value == .maintenance && earlier.isEmpty
        scores = claim.draft.scores.enumerated()
            .compactMap { row, score in
                score.scored.map { ScoreFacts(row: row, day: score.date.value, reading: $0) }
            }
            .sorted { ($0.day?.number ?? .min, $0.row) < ($1.day?.number ?? .min, $1.row) }
    }

    /// The score before treatment: the last one until its first day, else the earliest there is.
    func baseline(_ instrument: Instrument? = nil) -> ScoreFacts? {
        let candidates = scores.filter { instrument == nil || $0.reading.instrument == instrument }
        guard !startIsUnknown, let firstService else { return candidates.first }
        return candidates.last { $0.day.map { $0 <= firstService } ?? false } ?? candidates.first
    }

    /// The latest score after the baseline on the same scale.
    func latest(after baseline: ScoreFacts) -> ScoreFacts? {
        scores.last { score in
            guard let day = score.day, let start = baseline.day else { return false }
            return score.reading.instrument == baseline.reading.instrument && day > start
        }
    }

    /// How old the baseline was when treatment began; `nil` where one of the days is not known.
    func age(of baseline: ScoreFacts) -> Int? {
        guard !startIsUnknown, let firstService, let day = baseline.day else { return nil }
        return firstService - day
    }
}

extension ClaimFacts {
    /// The days on which earlier claims of this patient bill or record ketamine.
    var earlierKetamineDays: [Day] {
        context.history
            .filter { $0.draft.id != draft.id && $0.status != .voided && $0.status != .deleted && $0.isOfKetamine }
            .flatMap { $0.draft.lines.compactMap { $0.from.value } }
    }
}

extension PriorClaim {
    fileprivate var isOfKetamine: Bool {
        ClaimFacts.namesKetamine(draft.treatment.drug.text)
            || draft.lines.contains { ClaimFacts.namesKetamine($0.drugName.text + " " + $0.narrative.text) }
    }
}
