/// The words of a search, ready to be looked for in bytes of text without making strings of them.
struct WordQuery {
    /// At most eight words, as `Folding` gives them.
    let words: [[UInt8]]
    /// What a byte of text may be: zero between words, else `letter` and one bit for every word that may begin so.
    private var letters = (0...255).map { Folding.isLetter(UInt8($0)) ? WordQuery.letter : 0 }

    private static let letter: UInt16 = 0x100

    init(_ words: some Sequence<String>) {
        self.words = words.prefix(8).map { Array($0.utf8) }.filter { !$0.isEmpty }
        for (index, word) in self.words.enumerated() {
            for byte in UInt8.min...UInt8.max where Folding.mayBegin(word[0], with: byte) {
                letters[Int(byte)] |= 1 << UInt16(index)
            }
        }
    }

    /// One bit for every word.
    var all: UInt16 { (1 << UInt16(words.count)) - 1 }

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
    fileprivate let letters: UnsafeBufferPointer<UInt16>
    fileprivate let text: UnsafeRawBufferPointer
    let all: UInt16

    /// Adds to `match` the query's words that words of the text from `start` to `end` begin with.
    func look(from start: Int, to end: Int, into match: inout WordMatch) {
        guard start < end, end <= text.count, let letters = letters.baseAddress, let text = text.baseAddress
        else { return }
        let isFirst = match.length == 0
        match.length += end - start
        var previous: UInt16 = 0
        var position = start
        while position < end {
            let letter = letters[Int(text.load(fromByteOffset: position, as: UInt8.self))]
            if previous == 0, letter & all != 0 { look(at: position, isFirst && position == start, end, &match) }
            previous = letter
            position += 1
        }
    }

    private func look(at position: Int, _ isFirst: Bool, _ end: Int, _ match: inout WordMatch) {
        for (index, word) in words.enumerated() {
            guard let isWhole = begins(with: word, position, end) else { continue }
            match.found |= 1 << UInt16(index)
            if isWhole { match.whole |= 1 << UInt16(index) }
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
    var found: UInt16 = 0
    var whole: UInt16 = 0
    /// Whether the text begins with the first word.
    var startsDescription = false
    /// Bytes of text looked at.
    var length = 0

    var wholeWords: Int { whole.nonzeroBitCount }
}
