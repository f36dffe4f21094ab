/// The words of a table's rows and where each is, searched where they lie.
///
/// Rows are known here by their position in the order of their rank, so that the first rows of an answer are the best.
/// Layout, all numbers four bytes: rows, words; the row at each position; the position of each row; where each word ends;
/// where its positions end; then the words (folded, ascending) and the positions (ascending, as differences in groups
/// of seven bits).
struct SearchIndex: Sendable {
    let rows: Int
    let wordCount: Int
    nonisolated(unsafe) private let order: UnsafeRawBufferPointer
    nonisolated(unsafe) private let places: UnsafeRawBufferPointer
    nonisolated(unsafe) private let wordEnds: UnsafeRawBufferPointer
    nonisolated(unsafe) private let positionEnds: UnsafeRawBufferPointer
    nonisolated(unsafe) private let words: UnsafeRawBufferPointer
    nonisolated(unsafe) private let positions: UnsafeRawBufferPointer

    /// - Parameter rows: how many rows the table has; an index of another table finds nothing.
    init(bytes: UnsafeRawBufferPointer, rows: Int) {
        let count = Int(bytes.number(UInt32.self, at: 4))
        let isWhole = Int(bytes.number(UInt32.self, at: 0)) == rows && bytes.count >= 8 + 8 * rows + 8 * count
        self.rows = isWhole ? rows : 0
        wordCount = isWhole ? count : 0
        var start = 8
        func next(_ length: Int) -> UnsafeRawBufferPointer {
            defer { start += length }
            return isWhole ? bytes.part(start..<(start + length)) : bytes.part(0..<0)
        }
        order = next(4 * rows)
        places = next(4 * rows)
        wordEnds = next(4 * count)
        positionEnds = next(4 * count)
        words = next(count == 0 ? 0 : Int(wordEnds.number(UInt32.self, at: 4 * count - 4)))
        positions = next(max(0, bytes.count - start))
    }

    func row(at position: Int) -> Int { min(Int(order.number(UInt32.self, at: 4 * position)), max(rows - 1, 0)) }

    func position(of row: Int) -> Int { Int(places.number(UInt32.self, at: 4 * row)) }

    func word(_ index: Int) -> UnsafeRawBufferPointer { words.part(range(index..<(index + 1), wordEnds)) }

    /// The words that begin with `prefix`.
    func words(beginningWith prefix: [UInt8]) -> Range<Int> {
        let first = firstWord { SearchIndex.compare($0, prefix, upTo: .max) < 0 }
        let end = firstWord { SearchIndex.compare($0, prefix, upTo: prefix.count) <= 0 }
        return first..<max(first, end)
    }

    /// The word that is exactly this one.
    func words(equalTo word: [UInt8]) -> Range<Int> {
        let first = firstWord { SearchIndex.compare($0, word, upTo: .max) < 0 }
        let isThere = first < wordCount && SearchIndex.compare(self.word(first), word, upTo: .max) == 0
        return first..<(isThere ? first + 1 : first)
    }

    /// How many bytes of positions the words have: what looking at them costs.
    func cost(of words: Range<Int>) -> Int { range(words, positionEnds).count }

    /// Puts the positions of all these words into `set`.
    func collect(_ words: Range<Int>, into set: inout PositionSet) {
        for word in words {
            let bytes = positions.part(range(word..<(word + 1), positionEnds))
            var (position, shift, number) = (0, 0, 0)
            for byte in bytes {
                number |= Int(byte & 0x7F) << shift
                guard byte & 0x80 == 0 else {
                    shift = min(shift + 7, 28)
                    continue
                }
                position += number
                set.insert(position)
                (shift, number) = (0, 0)
            }
        }
    }

    private func range(_ items: Range<Int>, _ ends: UnsafeRawBufferPointer) -> Range<Int> {
        guard !items.isEmpty else { return 0..<0 }
        let start = items.lowerBound == 0 ? 0 : Int(ends.number(UInt32.self, at: 4 * items.lowerBound - 4))
        return start..<max(start, Int(ends.number(UInt32.self, at: 4 * items.upperBound - 4)))
    }

    private func firstWord(where isBefore: (UnsafeRawBufferPointer) -> Bool) -> Int {
        var (low, high) = (0, wordCount)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(word(middle)) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Negative, zero or positive as the first `limit` bytes of the word come before the text, are it, or come after it.
    private static func compare(_ word: UnsafeRawBufferPointer, _ text: [UInt8], upTo limit: Int) -> Int {
        let length = min(word.count, limit)
        for index in 0..<min(length, text.count) where word[index] != text[index] {
            return Int(word[index]) - Int(text[index])
        }
        return length - text.count
    }
}

/// Positions of an index, one bit each.
struct PositionSet {
    private(set) var bits: [UInt64]

    init(rows: Int) {
        bits = Array(repeating: 0, count: (rows + 63) / 64)
    }

    mutating func insert(_ position: Int) {
        guard position >= 0, position / 64 < bits.count else { return }
        bits[position / 64] |= 1 << UInt64(position % 64)
    }

    func contains(_ position: Int) -> Bool {
        position >= 0 && position / 64 < bits.count && bits[position / 64] & (1 << UInt64(position % 64)) != 0
    }

    mutating func keep(only other: PositionSet) {
        for index in bits.indices { bits[index] &= other.bits[index] }
    }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The positions in their order, until `visit` says to stop.
    func forEach(_ visit: (Int) -> Bool) {
        for index in bits.indices {
            var word = bits[index]
            while word != 0 {
                guard visit(index * 64 + word.trailingZeroBitCount) else { return }
                word &= word - 1
            }
        }
    }
}
