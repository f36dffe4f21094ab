extension StringProtocol {
    /// The columns that the text takes on a terminal and on paper of fixed pitch: the only measure of text in the program.
    @inlinable package var columns: Int { isPlain ? utf8.count : measuredColumns(of: String(self)) }

    /// Whether every byte is a printable character of ASCII, as in nearly all texts.
    @inlinable package var isPlain: Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } } ?? false
    }
}

@usableFromInline package func measuredColumns(of text: String) -> Int {
    let plain = text.plainStart
    return text[plain.endIndex...].reduce(plain.count) { $0 + $1.columns }
}

extension String {
    /// The start of the text that is printable ASCII, byte by byte a character of its own: a mark could join the last one.
    package var plainStart: Substring.UTF8View {
        if isPlain { return utf8[...] }
        guard let end = utf8.firstIndex(where: { $0 < 0x20 || $0 >= 0x7F }) else { return utf8[...] }
        return end > utf8.startIndex && utf8[end] >= 0x80 ? utf8[..<utf8.index(before: end)] : utf8[..<end]
    }
}

extension Character {
    /// The columns that the character takes: 1, 2, or more where a script writes several signs as one character.
    ///
    /// Control characters count as the one sign that represents them. An emoji sequence is as wide as its first emoji,
    /// because that is what is drawn of it: terminals disagree about the rest.
    package var columns: Int { isPlain ? 1 : drawnSigns.reduce(0) { $0 + $1.columns } }

    /// Whether the character is printable ASCII, which nearly all are.
    @inlinable package var isPlain: Bool {
        guard let value = asciiValue else { return false }
        return value >= 0x20 && value < 0x7F && self != "\r\n"
    }
}

extension Unicode.Scalar {
    /// The columns of the scalar by itself: 0 for what joins the sign before it.
    package var columns: Int {
        if value < 0x300 { return 1 }
        if zeroWidthRanges.holds(value) { return 0 }
        return wideRanges.holds(value) ? 2 : 1
    }
}

extension [ClosedRange<UInt32>] {
    /// Whether one of the ranges, which are sorted, has the value.
    fileprivate func holds(_ value: UInt32) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].contains(value)
    }
}
