import ClaimRules

/// Which errors have been heard: each sounds once, and those that a claim opens with do not.
struct Alarm: Hashable, Sendable {
    private var heard: Set<String>?
    private var count = 0

    /// Whether more errors show than before, and one of them for the first time.
    mutating func hears(_ shown: Shown) -> Bool {
        let errors = shown.findings.filter { $0.severity == .error }.map(\.id)
        defer {
            heard = (heard ?? []).union(errors)
            count = errors.count
        }
        guard let heard else { return false }
        return errors.count > count && !heard.isSuperset(of: errors)
    }
}
