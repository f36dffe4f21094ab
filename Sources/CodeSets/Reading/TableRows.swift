import Foundation

/// The rows of a mapped table, addressed by where they start. Positions past the end have an empty key.
struct TableRows {
    let bytes: UnsafeRawBufferPointer
    /// Where the first row starts.
    let body: Int
    /// How many columns a row has.
    let count: Int

    static let continuation = UInt8(ascii: "~")
    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")

    /// Where the row's line ends, at its newline or at the end of the file.
    func end(of start: Int) -> Int {
        position(of: TableRows.newline, from: start, to: bytes.count)
    }

    func key(at start: Int) -> Range<Int> {
        let start = min(start, bytes.count)
        return start..<position(of: TableRows.tab, from: start, to: end(of: start))
    }

    func key(at start: Int, begins prefix: [UInt8]) -> Bool {
        let key = key(at: start)
        return key.count >= prefix.count && compare(key.prefix(prefix.count), to: prefix) == 0
    }

    func key(at start: Int, is key: [UInt8]) -> Bool {
        start < bytes.count && compare(self.key(at: start), to: key) == 0
    }

    /// Where the first row starts whose key is not before `key` in the order of bytes; the end where all are.
    func firstRow(notBefore key: [UInt8]) -> Int {
        var (low, high) = (body, bytes.count)
        while low < high {
            let start = startOfRow(around: (low + high) / 2)
            if compare(self.key(at: start), to: key) < 0 {
                low = min(end(of: start) + 1, bytes.count)
            } else {
                high = start
            }
        }
        return low
    }

    /// The row's columns as text; the last one in full where it continues that of a row above.
    func columns(at start: Int) -> [String] {
        let end = end(of: start)
        var columns: [String] = []
        var position = min(start, end)
        while columns.count < count - 1 {
            let next = self.position(of: TableRows.tab, from: position, to: end)
            columns.append(text(position..<next))
            position = min(next + 1, end)
        }
        let last = position..<self.position(of: TableRows.tab, from: position, to: end)
        let continues = !last.isEmpty && bytes[last.lowerBound] == TableRows.continuation
        return columns + [continues ? stem(above: start) + text(last.dropFirst()) : text(last)]
    }

    /// Where the last column of the row begins, its end where the row has fewer columns.
    func lastColumn(of start: Int, end: Int) -> Int {
        var position = start
        for _ in 1..<max(count, 2) {
            position = min(self.position(of: TableRows.tab, from: position, to: end) + 1, end)
        }
        return position
    }

    /// Text of the table without the characters that command a terminal.
    func text(_ range: Range<Int>) -> String {
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard bytes[range].contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
        let isControl = { (scalar: Unicode.Scalar) in scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
    }

    /// The last column of the nearest row above that is written in full.
    private func stem(above start: Int) -> String {
        var start = start
        while start > body {
            let end = start - 1
            start = startOfRow(around: end)
            let text = lastColumn(of: start, end: end)
            if text < end, bytes[text] != TableRows.continuation { return self.text(text..<end) }
        }
        return ""
    }

    private func startOfRow(around position: Int) -> Int {
        guard let base = bytes.baseAddress else { return body }
        var start = max(position, body)
        while start > body, base.load(fromByteOffset: start - 1, as: UInt8.self) != TableRows.newline { start -= 1 }
        return start
    }

    /// Where `byte` is first, `end` where it is nowhere.
    private func position(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start)
        else { return end }
        return UnsafeRawPointer(found) - base
    }

    /// Negative, zero or positive as the text comes before `key`, is it, or comes after it in the order of bytes.
    private func compare(_ range: Range<Int>, to key: [UInt8]) -> Int {
        guard let base = bytes.baseAddress else { return -key.count }
        let order = memcmp(base + range.lowerBound, key, min(range.count, key.count))
        return order == 0 ? range.count - key.count : Int(order)
    }
}
