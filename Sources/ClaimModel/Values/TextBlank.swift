/// A blank in a text of the office, `___`: something to be filled in on the claim.
public enum TextBlank {
    /// Three underscores; a longer row of them is a line that somebody drew.
    public static let text = "___"

    /// The blanks of a text, in their order.
    public static func ranges(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "_") {
            let end = rest[start...].firstIndex { $0 != "_" } ?? rest.endIndex
            if rest.distance(from: start, to: end) == TextBlank.text.count { found.append(start..<end) }
            rest = rest[end...]
        }
        return found
    }
}
