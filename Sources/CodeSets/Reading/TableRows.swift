import Foundation

/// The rows of a mapped table, addressed by where they start. Positions past the end have an empty key.
struct TableRows {
    let bytes: UnsafeRawBufferPointer
    /// Where the first row starts.
    let body: Int

    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")
    static let continuation = UInt8(ascii: "~")

    /// Where the row's line ends, at its newline or at the end of the file.
    func end(of start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(TableRows.newline), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - base
    }

    func key(at start: Int) -> Slice<UnsafeRawBufferPointer> {
        let start = min(start, bytes.count)
        var end = start
        while end < bytes.count, bytes[end] != TableRows.tab, bytes[end] != TableRows.newline { end += 1 }
        return bytes[start..<end]
    }

    /// Where the first row starts whose key is not before `key` in the order of bytes; the end where all are.
    func firstRow(notBefore key: [UInt8]) -> Int {
        var (low, high) = (body, bytes.count)
        while low < high {
            let start = startOfRow(around: (low + high) / 2)
            if self.key(at: start).lexicographicallyPrecedes(key) {
                low = min(end(of: start) + 1, bytes.count)
            } else {
                high = start
            }
        }
        return low
    }

    /// The row's columns as text; the last one in full where it continues that of a row above.
    func columns(at start: Int, count: Int) -> [String] {
        let line = bytes[min(start, bytes.count)..<end(of: start)]
        var columns = line.split(separator: TableRows.tab, omittingEmptySubsequences: false).map { Array($0) }
        while columns.count < count { columns.append([]) }
        if columns[count - 1].first == TableRows.continuation {
            columns[count - 1] = stem(above: start) + columns[count - 1].dropFirst()
        }
        return columns.prefix(count).map { String(decoding: $0, as: UTF8.self).withoutControlCharacters }
    }

    /// Where the last column of the row begins.
    func lastColumn(of start: Int, end: Int) -> Int {
        var position = end
        while position > start, bytes[position - 1] != TableRows.tab { position -= 1 }
        return position
    }

    /// The last column of the nearest row above that is written in full.
    private func stem(above start: Int) -> [UInt8] {
        var start = start
        while start > body {
            let end = start - 1
            start = startOfRow(around: end)
            let text = lastColumn(of: start, end: end)
            if text < end, bytes[text] != TableRows.continuation { return Array(bytes[text..<end]) }
        }
        return []
    }

    private func startOfRow(around position: Int) -> Int {
        var start = max(position, body)
        while start > body, bytes[start - 1] != TableRows.newline { start -= 1 }
        return start
    }
}

extension String {
    /// The text without the characters that command a terminal.
    fileprivate var withoutControlCharacters: String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isControl) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !isControl($0) }))
    }
}
