import ClaimModel

/// The texts of rows in small letters, one after the other, so that a filter folds none and reads few.
struct FoldedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var texts: [Text] = []

    private struct Text {
        let range: Range<Int>
        let marks: Marks
    }

    /// What a text has, a bit each: its characters, letters and digits with bits of their own, and its pairs of neighbors.
    /// They exclude most texts without a word, unread.
    fileprivate struct Marks {
        private var signs: UInt64 = 0
        private var pairs: (UInt64, UInt64) = (0, 0)

        init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            var last: UInt8?
            for byte in bytes {
                signs |= 1 << Marks.bit(of: byte)
                if let last {
                    let pair = ((UInt64(last) &* 31 &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15) >> 57
                    if pair < 64 { pairs.0 |= 1 << pair } else { pairs.1 |= 1 << (pair - 64) }
                }
                last = byte
            }
        }

        func has(_ other: Marks) -> Bool {
            signs & other.signs == other.signs && pairs.0 & other.pairs.0 == other.pairs.0
                && pairs.1 & other.pairs.1 == other.pairs.1
        }

        private static func bit(of byte: UInt8) -> UInt64 {
            if byte.isSmallLetter { return UInt64(byte &- 97) }
            return byte.isDigit ? 26 + UInt64(byte &- 48) : 36 + UInt64(byte % 28)
        }
    }

    /// A word of a filter.
    struct Word {
        fileprivate let bytes: [UInt8]
        fileprivate let marks: Marks
        /// Its marks say everything about it.
        fileprivate let isOneSign: Bool

        init(_ text: some StringProtocol) {
            bytes = Array(text.lowercased().utf8)
            marks = bytes.withUnsafeBufferPointer { Marks($0[...]) }
            isOneSign = bytes.count == 1 && (bytes[0].isSmallLetter || bytes[0].isDigit)
        }

        /// Whether a text has it, in capitals or small letters.
        func isIn(_ text: String) -> Bool {
            guard !bytes.isEmpty else { return true }
            var text = text
            let isInPlain = text.withUTF8 { text -> Bool? in
                guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
                return bytes.withUnsafeBufferPointer { text.contains($0, in: 0..<text.count) { $0.small } }
            }
            if let isInPlain { return isInPlain }
            return Array(text.lowercased().utf8).withUnsafeBufferPointer { text in
                bytes.withUnsafeBufferPointer { text.contains($0, in: 0..<text.count) { $0 } }
            }
        }
    }

    mutating func reserve(_ count: Int) {
        texts.reserveCapacity(count)
        bytes.reserveCapacity(count * 96)
    }

    mutating func append(_ row: WorklistRow) { texts.append(add(row)) }

    /// The old text stays where it is, unread, until all rows are taken again.
    mutating func replace(_ index: Int, with row: WorklistRow) { texts[index] = add(row) }

    private mutating func add(_ row: WorklistRow) -> Text {
        let start = bytes.count
        row.visitFiltered { text in
            guard !text.isEmpty else { return }
            bytes.append(contentsOf: text.utf8)
            bytes.append(UInt8(ascii: " "))
        }
        let isPlain = bytes.withUnsafeMutableBufferPointer { bytes in
            var all: UInt8 = 0
            for index in start..<bytes.count {
                all |= bytes[index]
                if bytes[index] &- 65 < 26 { bytes[index] += 32 }
            }
            return all < 0x80
        }
        if !isPlain {
            let small = String(decoding: bytes[start...], as: UTF8.self).lowercased()
            bytes.replaceSubrange(start..., with: small.utf8)
        }
        return Text(range: start..<bytes.count, marks: bytes.withUnsafeBufferPointer { Marks($0[start...]) })
    }

    /// Those of the rows whose text has every word.
    func rows(_ rows: [Int32], having words: [Word]) -> [Int32] {
        words.reduce(rows) { self.rows($0, having: $1) }
    }

    private func rows(_ rows: [Int32], having word: Word) -> [Int32] {
        let (marks, isOneSign) = (word.marks, word.isOneSign)
        return bytes.withUnsafeBufferPointer { bytes in
            texts.withUnsafeBufferPointer { texts in
                word.bytes.withUnsafeBufferPointer { word in
                    rows.filter { row in
                        texts[Int(row)].marks.has(marks)
                            && (isOneSign || bytes.contains(word, in: texts[Int(row)].range) { $0 })
                    }
                }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// - Parameters:
    ///   - word: not empty.
    ///   - folded: what a byte counts as.
    @inline(__always)
    fileprivate func contains(
        _ word: UnsafeBufferPointer<UInt8>, in range: Range<Int>, as folded: (UInt8) -> UInt8
    ) -> Bool {
        let first = word[0]
        var start = range.lowerBound
        let last = range.upperBound - word.count
        while start <= last {
            if folded(self[start]) == first {
                var length = 1
                while length < word.count, folded(self[start + length]) == word[length] { length += 1 }
                if length == word.count { return true }
            }
            start += 1
        }
        return false
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { self &- 97 < 26 }
    /// The small letter of a capital.
    fileprivate var small: UInt8 { self &- 65 < 26 ? self + 32 : self }
}
