extension StringProtocol {
    /// As much of the text as fits, with `ellipsis` as its last column where something was left out.
    @inlinable package func clipped(to limit: Int, ellipsis: Character? = nil) -> String {
        guard columns > limit else { return String(self) }
        let room = limit - (ellipsis == nil ? 0 : 1)
        guard room >= 0 else { return "" }
        var kept =
            isPlain ? String(decoding: utf8.prefix(room), as: UTF8.self) : Substring(self).characters(within: room)
        if let ellipsis { kept.append(ellipsis) }
        return kept
    }

    /// The text with blanks behind it up to a width, and at least `gap` of them.
    @inlinable package func padded(to width: Int, gap: Int = 0) -> String {
        String(self) + String(repeating: " ", count: Swift.max(gap, width - columns))
    }

    /// The text with blanks before it up to a width, and at least `gap` of them; numbers may be filled with zeros.
    @inlinable package func aligned(to width: Int, gap: Int = 0, with fill: Character = " ") -> String {
        String(repeating: fill, count: Swift.max(gap, width - columns)) + String(self)
    }

    /// The text without its beginning, as far as a cursor in it would be right of a width; and where the cursor is then.
    package func scrolled(to cursor: Int, within width: Int) -> (text: String, cursor: Int) {
        var (text, cursor) = (Substring(self), cursor)
        while cursor >= width, let first = text.popFirst() { cursor -= first.columns }
        return (String(text), cursor)
    }

    @inlinable package var withoutBlanksAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Substring {
    @usableFromInline package func characters(within room: Int) -> String {
        var kept = ""
        var used = 0
        for character in self {
            used += character.columns
            if used > room { break }
            kept.append(character)
        }
        return kept
    }
}
