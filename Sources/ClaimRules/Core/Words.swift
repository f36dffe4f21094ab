extension Sequence<String> {
    /// `96365, 96366 or 96374`.
    func listed(_ conjunction: String) -> String {
        let words = Array(self)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}

extension String {
    /// The text with a full stop, where it has none.
    var sentence: String { hasSuffix(".") ? self : self + "." }
}
