extension StringProtocol {
    /// The text in lines of at most this many columns, broken between words, and within one that is wider than a line; never
    /// empty.
    ///
    /// - Parameters:
    ///   - start: the columns of the first line that are taken already.
    ///   - keepsBlanks: whether several blanks between two words stay as they are.
    @inlinable package func wrapped(to limit: Int, startingAt start: Int = 0, keepsBlanks: Bool = false) -> [String] {
        Substring(self).lines(to: limit, startingAt: start, keepsBlanks: keepsBlanks)
    }

    /// The text as it is where it fits, else in lines that begin where it begins, the further ones two columns on.
    @inlinable package func hanging(to limit: Int) -> [String] {
        guard columns > limit else { return [String(self)] }
        let indent = String(prefix { $0 == " " })
        guard !indent.isEmpty else { return wrapped(to: limit, keepsBlanks: true) }
        let lines = dropFirst(indent.count).wrapped(to: limit - indent.count - 2, keepsBlanks: true)
        return lines.enumerated().map { indent + ($0.offset == 0 ? "" : "  ") + $0.element }
    }

    /// The text as it is where it fits, else as many whole words as fit before an ellipsis.
    @inlinable package func shortened(to limit: Int, ellipsis: Character) -> String {
        guard columns > limit else { return String(self) }
        let room = limit - 2
        let words = room < 2 ? "" : wrapped(to: room, keepsBlanks: true)[0]
        return words.contains(" ") ? "\(words) \(ellipsis)" : clipped(to: limit, ellipsis: ellipsis)
    }
}

extension Substring {
    /// The lines of `wrapped`, compiled once for every kind of text.
    @usableFromInline package func lines(to limit: Int, startingAt start: Int, keepsBlanks: Bool) -> [String] {
        let limit = Swift.max(limit, 2)
        var lines: [String] = []
        var (line, used) = ("", start)
        for word in keepsBlanks ? blankSeparated : words {
            let size = word.columns
            let gap = line.isEmpty ? 0 : 1
            if used + gap + size <= limit {
                if gap == 1 { line += " " }
                line += word
                used += gap + size
                continue
            }
            if used > 0 { lines.append(line) }
            var pieces = size <= limit ? [String(word)] : word.pieces(of: limit)
            line = pieces.removeLast()
            used = line.columns
            lines += pieces
        }
        lines.append(line)
        return lines
    }

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    /// The text between its white space.
    private var words: [Substring] {
        guard isASCII else {
            // A mark may be on a blank, which then separates nothing.
            return split { $0.isWhitespace && $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
        }
        // In ASCII every byte is a character, or half of a line break that separates words as a whole.
        return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { self[$0.startIndex..<$0.endIndex] }
    }

    /// The text between single blanks.
    private var blankSeparated: [Substring] {
        guard isASCII else { return split(separator: " ", omittingEmptySubsequences: false) }
        return utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { self[$0.startIndex..<$0.endIndex] }
    }
}

extension StringProtocol {
    /// The text cut into pieces of at most this many columns, which is at least 2; never empty.
    package func pieces(of width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        func add(_ character: Character, _ columns: Int) {
            if used + columns > width {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += columns
        }
        for character in self {
            let columns = character.columns
            if columns <= width {
                add(character, columns)
            } else {
                for sign in character.drawnSigns { add(sign.character, sign.columns) }
            }
        }
        return pieces + [piece]
    }
}
