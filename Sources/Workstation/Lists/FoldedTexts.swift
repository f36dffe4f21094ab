/// The texts of rows in small letters, one after the other, so that a filter reads each byte once and folds none.
struct FoldedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []
    /// Which characters a text has, a bit each; letters and digits have a bit of their own.
    private var signs: [UInt64] = []

    /// A word of a filter.
    struct Word {
        fileprivate let bytes: [UInt8]
        fileprivate let signs: UInt64
        /// Its bit says everything about it.
        fileprivate let isOneSign: Bool

        init(_ text: some StringProtocol) {
            bytes = Array(text.lowercased().utf8)
            signs = bytes.reduce(0) { $0 | FoldedTexts.sign(of: $1) }
            isOneSign = bytes.count == 1 && bytes[0].isLetterOrDigit
        }

        static func all(of filter: String) -> [Word] { filter.split(separator: " ").map(Word.init) }
    }

    var count: Int { ranges.count }

    mutating func reserve(_ count: Int) {
        ranges.reserveCapacity(count)
        signs.reserveCapacity(count)
        bytes.reserveCapacity(count * 128)
    }

    mutating func append(_ parts: [String]) {
        let folded = add(parts)
        ranges.append(folded.range)
        signs.append(folded.signs)
    }

    /// The old text stays where it is, unread, until all rows are taken anew.
    mutating func replace(_ row: Int, with parts: [String]) { (ranges[row], signs[row]) = add(parts) }

    private mutating func add(_ parts: [String]) -> (range: Range<Int>, signs: UInt64) {
        let start = bytes.count
        for part in parts where !part.isEmpty {
            bytes.append(contentsOf: part.utf8)
            bytes.append(UInt8(ascii: " "))
        }
        if bytes[start...].contains(where: { $0 >= 0x80 }) {
            let small = String(decoding: bytes[start...], as: UTF8.self).lowercased()
            bytes.replaceSubrange(start..., with: small.utf8)
        }
        var signs: UInt64 = 0
        for index in start..<bytes.count {
            bytes[index] = bytes[index].small
            signs |= FoldedTexts.sign(of: bytes[index])
        }
        return (start..<bytes.count, signs)
    }

    /// Those of the rows whose text has every word.
    func rows(_ rows: some Sequence<Int32>, having words: [Word]) -> [Int32] {
        let span = bytes.span
        return rows.filter { row in
            words.allSatisfy { word in
                signs[Int(row)] & word.signs == word.signs
                    && (word.isOneSign || FoldedTexts.contains(word.bytes, in: span, ranges[Int(row)]))
            }
        }
    }

    private static func contains(_ word: [UInt8], in bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        let (first, count) = (word[0], word.count)
        var start = range.lowerBound
        while start <= range.upperBound - count {
            if bytes[start] == first {
                var length = 1
                while length < count, bytes[start + length] == word[length] { length += 1 }
                if length == count { return true }
            }
            start += 1
        }
        return false
    }

    private static func sign(of byte: UInt8) -> UInt64 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << UInt64(26 + byte - UInt8(ascii: "0"))
        default: 1 << UInt64(36 + byte % 28)
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    fileprivate var small: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
}
