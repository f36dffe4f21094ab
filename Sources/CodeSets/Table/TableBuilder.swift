import ClaimModel
import Foundation
import TextKit

/// Makes the table of one release from its rows, which may come in any order.
///
/// Rows are kept in flat arrays, so that the millions of a large set take little more memory than their text.
struct TableBuilder {
    var release: CodeRelease
    var keys: [CodeKey] = []
    var texts = TextColumn()
    var details = TextColumn()
    var keywords = TextColumn()
    var flags: [UInt8] = []
    var firstDays: [Int32] = []
    var lastDays: [Int32] = []
    private(set) var notes: [(codes: CodeRange, note: CodeNote)] = []

    init(_ release: CodeRelease) {
        self.release = release
    }

    /// How many rows have been added.
    var count: Int { keys.count }

    mutating func add(_ row: CodeRow) throws(UnreadableRow) {
        guard let key = CodeKey(row.code, skipping: { _ in false }) else {
            throw UnreadableRow(code: row.code, reason: "a code has one to sixteen letters and digits")
        }
        let columns = row.details.joined(separator: "\u{1F}")
        guard !row.description.unicodeScalars.contains(where: \.isControl),
            row.details.allSatisfy({ !$0.unicodeScalars.contains(where: \.isControl) })
        else { throw UnreadableRow(code: row.code, reason: "its text has characters that are not text") }
        guard row.description.utf8.count <= 8_000, columns.utf8.count <= 8_000 else {
            throw UnreadableRow(code: row.code, reason: "its text is longer than 8,000 characters")
        }
        if let from = row.from, let to = row.to, to < from {
            throw UnreadableRow(code: row.code, reason: "it ends before it begins")
        }
        keys.append(key)
        texts.append(row.description)
        details.append(columns)
        keywords.append(row.keywords)
        flags.append(
            (row.isBillable ? TableFormat.billable : 0) | (row.isShortTitle ? TableFormat.shortTitle : 0))
        firstDays.append(row.from.map { Int32(clamping: $0.number) } ?? TableFormat.noFirstDay)
        lastDays.append(row.to.map { Int32(clamping: $0.number) } ?? TableFormat.noLastDay)
    }

    /// Adds a note of the tabular list; its owner is a code (`F32`) or a stretch of them (`F30-F39`).
    mutating func add(_ note: CodeNote) throws(UnreadableRow) {
        let ends = note.owner.split(separator: "-", maxSplits: 1)
        guard let first = ends.first, let last = ends.last, let codes = CodeRange(first: first, last: last) else {
            throw UnreadableRow(code: note.owner, reason: "a note needs a code or a range of codes from one to another")
        }
        notes.append((codes, note))
    }

    /// Writes the table: a file next to it first, which takes its name only when all of it is on disk.
    ///
    /// - Returns: the release with its rows counted and its checksum.
    @discardableResult
    func write(to file: URL) throws(TableNotWritten) -> CodeRelease {
        let (staged, release) = try staged(for: file)
        try staged.commit()
        return release
    }

    /// Writes the table next to the file whose name it will take.
    func staged(for file: URL) throws(TableNotWritten) -> (table: StagedTable, release: CodeRelease) {
        let order = try sortedRows()
        var release = release
        release.rows = order.count
        release.billable = flags.count { $0 & TableFormat.billable != 0 }
        let image = TableImage(self, as: release, order: order)
        release.checksum = image.checksum
        return (try image.stage(for: file), release)
    }

    /// The rows in the order of their codes, those of one code in the order of their days.
    private func sortedRows() throws(TableNotWritten) -> [Int] {
        let order = keys.indices.sorted {
            keys[$0] != keys[$1]
                ? keys[$0] < keys[$1] : firstDays[$0] != firstDays[$1] ? firstDays[$0] < firstDays[$1] : $0 < $1
        }
        for (row, next) in zip(order, order.dropFirst())
        where keys[row] == keys[next] && firstDays[row] == firstDays[next] {
            throw .doubled(code: keys[row].text, rows: [row + 1, next + 1])
        }
        return order
    }
}

/// Texts one after the other.
struct TextColumn {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(clamping: bytes.count))
    }

    subscript(_ row: Int) -> ArraySlice<UInt8> {
        bytes[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])]
    }
}

/// Why a table could not be written; whatever was there before is untouched.
enum TableNotWritten: Error, Hashable, Sendable, CustomStringConvertible {
    /// A code appears twice from the same day on; rows counted from 1 as they came in.
    case doubled(code: String, rows: [Int])
    /// The disk refused.
    case refused(path: String, reason: String)

    var description: String {
        switch self {
        case .doubled(let code, let rows):
            "\(code) appears twice, as the \(rows.map { "\($0)." }.joined(separator: " and the ")) code of the file"
        case .refused(let path, let reason): "\(path) can't be written: \(reason)"
        }
    }
}
