public import ClaimModel

/// The total of a symptom scale and what it means.
public struct ScoreReading: Hashable, Sendable {
    /// The scale, which says what a total can be.
    public let instrument: Instrument
    /// The sum of the answers; for a PHQ-9 from 0 to 27.
    public let total: Int

    /// A total is taken as it is; `isPossible` says whether the scale reaches it.
    public init(_ instrument: Instrument, total: Int) {
        self.instrument = instrument
        self.total = total
    }

    /// Whether the scale can reach the total.
    public var isPossible: Bool { instrument.range.contains(total) }

    /// `22 of 27, severe`; `28 of 27, out of range`.
    public var text: String {
        "\(total) of \(instrument.range.upperBound), \(instrument.severityBand(total))"
    }
}

extension SymptomScore {
    /// The instrument with its total: the sum of the PHQ-9 answers where they are entered, else the entered total.
    public var scored: ScoreReading? {
        guard let instrument = self.instrument.value else { return nil }
        let sum = instrument == .phq9 ? self.items.value?.total : nil
        return (sum ?? self.total.value?.number).map { ScoreReading(instrument, total: $0) }
    }
}

/// How a score changed from before the treatment to now.
public struct ScoreChange: Hashable, Sendable {
    /// The total before the treatment, from 1 to 999.
    public let baseline: Int
    /// The total now, from 0 to 999.
    public let now: Int

    /// `nil` for a baseline of zero, of which nothing can be a percentage.
    public init?(from baseline: Int, to now: Int) {
        guard (1...999).contains(baseline), (0...999).contains(now) else { return nil }
        self.baseline = baseline
        self.now = now
    }

    /// Percent by which the score is lower, in whole numbers toward zero; negative where it is higher.
    public var percentLower: Int { (baseline - now) * 100 / baseline }

    /// Whether it is lower by at least this many percent, exactly.
    public func isLower(byPercent percent: Int) -> Bool {
        (baseline - now) * 100 >= min(max(percent, 0), 100) * baseline
    }

    /// `22 to 10, 54% lower`.
    public var text: String {
        now == baseline
            ? "\(baseline) to \(now), unchanged"
            : "\(baseline) to \(now), \(abs(percentLower))% \(now < baseline ? "lower" : "higher")"
    }
}
