/// The words of a search, ready to be looked for in bytes of text without making strings of them.
struct WordQuery {
    /// More words than any description has.
    static let limit = 62

    let words: [[UInt8]]
    /// What a byte of text may be: zero between words, else `letter` and one bit for every word that may begin so.
    private var letters: [UInt64] = WordQuery.alphabet

    private static let letter: UInt64 = 1 << 63
    private static let alphabet = (0...255).map { Folding.isLetter(UInt8($0)) ? letter : 0 }

    /// - Parameter words: none of them empty; they keep their order.
    init(_ words: [[UInt8]]) {
        self.words = Array(words.prefix(WordQuery.limit))
        for (index, word) in self.words.enumerated() {
            for byte in Folding.firstBytes(of: word[0]) { letters[Int(byte)] |= 1 << UInt64(index) }
        }
    }

    /// One bit for every word.
    var all: UInt64 { (1 << UInt64(words.count)) - 1 }

    /// Runs `body` with a scanner of the text.
    func scanning<Result>(_ text: UnsafeRawBufferPointer, _ body: (WordScanner) -> Result) -> Result {
        letters.withUnsafeBufferPointer { letters in
            body(WordScanner(words: words, letters: letters, text: text, all: all))
        }
    }
}

/// Looks for the words of a query in stretches of one text.
struct WordScanner {
    fileprivate let words: [[UInt8]]
    fileprivate let letters: UnsafeBufferPointer<UInt64>
    fileprivate let text: UnsafeRawBufferPointer
    let all: UInt64

    /// Adds to `match` the query's words that words of the text from `start` to `end` begin with.
    func look(from start: Int, to end: Int, into match: inout WordMatch) {
        guard start < end, end <= text.count, let letters = letters.baseAddress, let text = text.baseAddress
        else { return }
        let isFirst = match.length == 0
        match.length += end - start
        var previous: UInt64 = 0
        var position = start
        while position < end {
            let letter = letters[Int(text.load(fromByteOffset: position, as: UInt8.self))]
            if previous == 0, letter != 0 {
                match.words += 1
                if letter & all != 0 { look(at: position, isFirst && position == start, end, &match) }
            }
            previous = letter
            position += 1
        }
    }

    private func look(at position: Int, _ isFirst: Bool, _ end: Int, _ match: inout WordMatch) {
        for (index, word) in words.enumerated() {
            guard let isWhole = begins(with: word, position, end) else { continue }
            match.found |= 1 << UInt64(index)
            if isWhole { match.whole |= 1 << UInt64(index) }
            if isFirst, index == 0 { match.startsDescription = true }
        }
    }

    /// `nil` where the text at `position` does not begin with the word, else whether it ends there as well.
    private func begins(with word: [UInt8], _ position: Int, _ end: Int) -> Bool? {
        var position = position
        for byte in word {
            guard position < end else { return nil }
            let letter = Folding.letter(text, position, end)
            guard letter.byte == byte else { return nil }
            position += letter.width
        }
        return position >= end || Folding.letter(text, position, end).byte == 0
    }
}

/// What a row has of a query.
struct WordMatch {
    /// Words found, and those found as whole words, one bit a word.
    var found: UInt64 = 0
    var whole: UInt64 = 0
    /// Whether the text begins with the first word.
    var startsDescription = false
    /// Bytes of text looked at, and the words in them.
    var length = 0
    var words = 0

    var wholeWords: Int { whole.nonzeroBitCount }
}
