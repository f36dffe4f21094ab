import ClaimModel

/// How well one line of a policy is known, and how old it is.
struct LineConfidence: Hashable, Sendable {
    let confidence: Confidence
    /// Whether the line is about ketamine treatment only, not about any claim to this payer.
    let isPathway: Bool
    /// The date of its source; of its verification where the source is undated.
    private let day: Day?

    init(_ provenance: Provenance, isPathway: Bool) {
        confidence = provenance.confidence
        self.isPathway = isPathway
        day = provenance.date.lastDay ?? provenance.verification?.on
    }

    /// A line with neither date counts as old, unless it is unverified.
    func isOld(on today: Day, after days: Int) -> Bool {
        day.map { today - $0 > days } ?? (confidence != .unverified)
    }
}
