/// The words of a search, ready to be looked for in bytes of text without making strings of them.
struct WordQuery {
    /// At most eight words, as `Folding` gives them.
    let words: [[UInt8]]
    /// Which words begin with a letter, one bit a word.
    private var starts = [UInt8](repeating: 0, count: 256)

    init(_ words: some Sequence<String>) {
        self.words = words.prefix(8).map { Array($0.utf8) }.filter { !$0.isEmpty }
        for (index, word) in self.words.enumerated() {
            starts[Int(word[0])] |= 1 << UInt8(index)
        }
    }

    /// One bit for every word.
    var all: UInt8 { UInt8(truncatingIfNeeded: (1 << words.count) - 1) }

    /// Adds to `match` the query's words that words of `bytes` in `range` begin with.
    func look(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, into match: inout WordMatch) {
        let isFirst = match.length == 0
        var position = start
        var insideWord = false
        while position < end {
            let letter = Folding.letter(bytes, position, end)
            if letter.byte == 0 {
                insideWord = false
            } else if !insideWord {
                insideWord = true
                var candidates = starts[Int(letter.byte)]
                while candidates != 0 {
                    let index = candidates.trailingZeroBitCount
                    candidates &= candidates - 1
                    if let whole = begins(with: words[index], bytes, position, end) {
                        match.found |= 1 << UInt8(index)
                        if whole { match.whole |= 1 << UInt8(index) }
                        if isFirst, position == start, index == 0 { match.startsDescription = true }
                    }
                }
            }
            position += letter.width
        }
        match.length += end - start
    }

    /// `nil` where the text at `position` does not begin with the word, else whether it ends there as well.
    private func begins(with word: [UInt8], _ bytes: UnsafeRawBufferPointer, _ position: Int, _ end: Int) -> Bool? {
        var position = position
        for byte in word {
            guard position < end else { return nil }
            let letter = Folding.letter(bytes, position, end)
            guard letter.byte == byte else { return nil }
            position += letter.width
        }
        return position >= end || Folding.letter(bytes, position, end).byte == 0
    }
}

/// What a row has of a query.
struct WordMatch {
    /// Words found, and those found as whole words, one bit a word.
    var found: UInt8 = 0
    var whole: UInt8 = 0
    /// Whether the text begins with the first word.
    var startsDescription = false
    /// Bytes of text looked at.
    var length = 0

    var wholeWords: Int { whole.nonzeroBitCount }
}

/// Letters and digits as searches compare them: lower case, without accents.
enum Folding {
    /// The letters of Latin-1, U+00C0 to U+00FF, by the second byte of their UTF-8, without accents.
    private static let latin = Array("aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy".utf8)

    static func letter(_ bytes: UnsafeRawBufferPointer, _ position: Int, _ end: Int) -> (byte: UInt8, width: Int) {
        let byte = bytes[position]
        if byte == 0xC3, position + 1 < end, (0x80...0xBF).contains(bytes[position + 1]) {
            let folded = latin[Int(bytes[position + 1] - 0x80)]
            return (folded == UInt8(ascii: " ") ? 0 : folded, 2)
        }
        return (folded(byte), 1)
    }

    /// The words of a text, folded.
    static func words(of text: some StringProtocol) -> [String] {
        Array(text.utf8).withUnsafeBytes { bytes in
            var words: [[UInt8]] = [[]]
            var position = 0
            while position < bytes.count {
                let letter = letter(bytes, position, bytes.count)
                if letter.byte != 0 {
                    words[words.count - 1].append(letter.byte)
                } else if words.last?.isEmpty == false {
                    words.append([])
                }
                position += letter.width
            }
            return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Zero where a word ends; bytes beyond ASCII stand for themselves.
    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF: byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: 0
        }
    }
}
