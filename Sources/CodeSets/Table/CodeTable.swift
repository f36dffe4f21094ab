import ClaimModel
import TextKit

/// One release of one code set, searched where it lies.
///
/// Whatever the file's bytes are, reading gives an answer: offsets that lie outside give nothing.
final class CodeTable: Sendable {
    let file: TableFile
    let release: CodeRelease
    let count: Int
    let index: SearchIndex
    let notes: TableNotes
    private let width: Int
    nonisolated(unsafe) private let keys: UnsafeRawBufferPointer
    nonisolated(unsafe) private let texts: UnsafeRawBufferPointer
    nonisolated(unsafe) private let textEnds: UnsafeRawBufferPointer
    nonisolated(unsafe) private let stems: UnsafeRawBufferPointer
    nonisolated(unsafe) private let flags: UnsafeRawBufferPointer
    nonisolated(unsafe) private let dates: UnsafeRawBufferPointer
    nonisolated(unsafe) private let details: UnsafeRawBufferPointer
    nonisolated(unsafe) private let detailEnds: UnsafeRawBufferPointer

    init(_ file: TableFile, isShipped: Bool) throws(UnreadableTable) {
        self.file = file
        var release = try CodeRelease(json: file[.release], at: file)
        release.isShipped = isShipped
        release.checksum = file.checksum
        self.release = release
        count = release.rows
        keys = file[.keys]
        width = count > 0 && keys.count == count * 16 ? 16 : 8
        guard keys.count == count * width else { throw file.damage("its codes are not all there") }
        texts = file[.texts]
        textEnds = file[.textEnds]
        stems = file[.stems]
        flags = file[.flags]
        dates = file[.dates]
        details = file[.details]
        detailEnds = file[.detailEnds]
        notes = TableNotes(file)
        index = SearchIndex(bytes: file[.search], rows: count)
        guard isPlausible else { throw file.damage("its bytes have changed since it was written") }
    }

    /// Whether a few rows all over the table are as it is written: codes ascend, and so do the ends of their texts, up to the
    /// last. Reading every byte (`TableFile.isSound`) would make each start slow; this finds what was cut off, mixed up or
    /// overwritten with something else over a longer stretch.
    private var isPlausible: Bool {
        guard count > 0 else { return true }
        guard textEnd(count - 1) == texts.count else { return false }
        let step = max(count / 16, 1)
        var before = 0
        for row in stride(from: step, to: count, by: step) {
            guard !(key(row) < key(before)), textEnd(row) >= textEnd(before), textEnd(row) <= texts.count else {
                return false
            }
            before = row
        }
        return true
    }

    private func textEnd(_ row: Int) -> Int { Int(textEnds.number(UInt32.self, at: row * 4)) }

    @inline(__always)
    func key(_ row: Int) -> CodeKey {
        CodeKey(
            high: UInt64(bigEndian: keys.number(UInt64.self, at: row * width)),
            low: width == 16 ? UInt64(bigEndian: keys.number(UInt64.self, at: row * width + 8)) : 0)
    }

    /// The first row whose code is not before `key`; `count` where all are.
    func firstRow(notBefore key: CodeKey) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.key(middle) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The rows whose codes begin with `key`.
    func rows(below key: CodeKey) -> Range<Int> {
        let first = firstRow(notBefore: key)
        guard first < count, self.key(first).begins(with: key) else { return first..<first }
        let last = key.lastBelow
        let end = firstRow(notBefore: last)
        return first..<(end < count && self.key(end) == last ? end + 1 : end)
    }

    /// The code's row: of several the one in force on the day, else the latest; `nil` where there is none.
    func row(_ key: CodeKey, on day: Day? = nil) -> Int? {
        var row = firstRow(notBefore: key)
        guard row < count, self.key(row) == key else { return nil }
        while row + 1 < count, self.key(row + 1) == key {
            if let day, isInForce(row, on: day) { return row }
            row += 1
        }
        return row
    }

    func isBillable(_ row: Int) -> Bool { flags.number(UInt8.self, at: row) & TableFormat.billable != 0 }

    func hasShortTitle(_ row: Int) -> Bool { flags.number(UInt8.self, at: row) & TableFormat.shortTitle != 0 }

    func firstDay(_ row: Int) -> Day? {
        let number = dates.isEmpty ? TableFormat.noFirstDay : dates.number(Int32.self, at: row * 8)
        return number == TableFormat.noFirstDay ? nil : Day(number: Int(number))
    }

    func lastDay(_ row: Int) -> Day? {
        let number = dates.isEmpty ? TableFormat.noLastDay : dates.number(Int32.self, at: row * 8 + 4)
        return number == TableFormat.noLastDay ? nil : Day(number: Int(number))
    }

    private func isInForce(_ row: Int, on day: Day) -> Bool {
        (firstDay(row).map { $0 <= day } ?? true) && (lastDay(row).map { day <= $0 } ?? true)
    }

    func description(_ row: Int) -> String {
        let (stem, own) = textParts(row)
        return texts.part(stem).shownText + texts.part(own).shownText
    }

    /// Where the text of a row lies: what it shares with a row before it, and its own.
    func textParts(_ row: Int) -> (stem: Range<Int>, own: Range<Int>) {
        let stem = stems.isEmpty ? TableFormat.noStem : stems.number(UInt32.self, at: row * 4)
        return (stem == TableFormat.noStem ? 0..<0 : ownText(Int(stem)), ownText(row))
    }

    /// The bytes that `textParts` counts.
    var allTexts: UnsafeRawBufferPointer { texts }

    private func ownText(_ row: Int) -> Range<Int> { CodeTable.range(row, textEnds) }

    /// The set's own columns.
    func details(_ row: Int) -> [String] {
        let bytes = details.part(CodeTable.range(row, detailEnds))
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: TableFormat.separator, omittingEmptySubsequences: false).map {
            UnsafeRawBufferPointer(rebasing: $0).shownText
        }
    }

    private static func range(_ row: Int, _ ends: UnsafeRawBufferPointer) -> Range<Int> {
        let start = row == 0 ? 0 : Int(ends.number(UInt32.self, at: row * 4 - 4))
        return start..<max(start, Int(ends.number(UInt32.self, at: row * 4)))
    }
}

extension UnsafeRawBufferPointer {
    /// As text, without the characters that command a terminal.
    var shownText: String { String(decoding: self, as: UTF8.self).withoutControls }
}
