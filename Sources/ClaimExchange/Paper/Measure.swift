extension Unicode.Scalar {
    /// The columns that the sign takes on paper of fixed pitch: 2 for East Asian wide signs (Unicode Standard Annex 11)
    /// and emoji, 0 for marks that join the letter before them.
    var columns: Int {
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // The middle and last letters of a Korean syllable join the first one.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
        return properties.isEmojiPresentation || wideBlocks.contains { $0.contains(value) } ? 2 : 1
    }
}

/// The blocks whose signs are all wide; wide signs outside them are emoji.
private let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
]

extension StringProtocol {
    /// The columns that a printable text takes on paper.
    var columns: Int {
        isASCII ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    /// The text between its blanks.
    private var words: [SubSequence] {
        guard isASCII else { return split(whereSeparator: \.isWhitespace) }
        // In ASCII every byte is a character, or half of a line break that separates words as a whole.
        return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { self[$0.startIndex..<$0.endIndex] }
    }

    /// The text with blanks after it up to a width.
    func padded(to width: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
    }

    /// The text with blanks before it up to a width.
    func aligned(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - columns)) + String(self)
    }

    /// As much of the text as fits.
    func clipped(to width: Int) -> String {
        guard columns > width else { return String(self) }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in unicodeScalars {
            used += scalar.columns
            if used > width { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// The text in lines of at most so many columns, broken between words, and within one that is wider than a line; never
    /// empty.
    func wrapped(to width: Int) -> [String] {
        let width = Swift.max(width, 2)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in words {
            let size = word.columns
            if used > 0, used + 1 + size <= width {
                line += " "
                line += word
                used += 1 + size
                continue
            }
            if used > 0 { lines.append(line) }
            var pieces = size <= width ? [String(word)] : word.pieces(of: width)
            line = pieces.removeLast()
            used = line.columns
            lines.append(contentsOf: pieces)
        }
        return lines + (used > 0 || lines.isEmpty ? [line] : [])
    }

    /// The text cut into pieces of at most so many columns; never empty.
    func pieces(of width: Int) -> [String] {
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var used = 0
        for scalar in unicodeScalars {
            if used + scalar.columns > width {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
                used = 0
            }
            piece.append(scalar)
            used += scalar.columns
        }
        return pieces + [String(piece)]
    }
}
