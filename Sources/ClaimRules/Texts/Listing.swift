extension Sequence<String> {
    /// `96365, 96366 or 96374`.
    func listed(_ conjunction: String) -> String {
        let items = Array(self)
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}

extension StringProtocol {
    /// The text with a final period.
    package var sentence: String { hasSuffix(".") ? String(self) : String(self) + "." }
}

extension String {
    /// Whether the text has an ASCII word: byte by byte, many times faster than a search for characters.
    func holds(_ word: StaticString) -> Bool { contains(word) { $0 } }

    /// The same for a word in capitals, whatever the case in the text.
    func holdsInAnyCase(_ capitals: StaticString) -> Bool {
        contains(capitals) { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
    }

    @inline(__always)
    private func contains(_ word: StaticString, _ folded: (UInt8) -> UInt8) -> Bool {
        word.withUTF8Buffer { word in
            utf8.withContiguousStorageIfAvailable { text in
                var start = 0
                while start + word.count <= text.count {
                    var length = 0
                    while length < word.count, folded(text[start + length]) == word[length] { length += 1 }
                    if length == word.count { return true }
                    start += 1
                }
                return false
            } ?? false
        }
    }
}
