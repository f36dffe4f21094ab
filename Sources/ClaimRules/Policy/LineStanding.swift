import ClaimModel

/// How well one line of a policy is known, and how old it is.
struct LineStanding: Hashable, Sendable {
    let standing: Standing
    /// Whether the line speaks of ketamine treatment only, and not of any claim to this payer.
    let isPathway: Bool
    /// The day of its source, and where that is undated of its verification.
    private let day: Day?

    init(_ provenance: Provenance, isPathway: Bool) {
        standing = provenance.standing
        self.isPathway = isPathway
        day = provenance.date.lastDay ?? provenance.verification?.on
    }

    /// A line with neither day has no age, and where it claims to be known it counts as old.
    func isOld(on today: Day, after days: Int) -> Bool {
        day.map { today - $0 > days } ?? (standing != .unverified)
    }
}
