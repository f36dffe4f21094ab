import Foundation
import TextKit

/// The bytes of a table's file.
struct TableImage {
    private var sections: [(kind: TableFormat.Section, bytes: [UInt8])] = []
    private var head: [UInt8] = []
    private(set) var checksum = ""

    init(_ table: TableBuilder, as release: CodeRelease, order: [Int]) {
        let texts = StemmedTexts(table.texts, order: order)
        let width = table.keys.contains { $0.length > 8 } ? 16 : 8
        append(.release, release.json)
        append(.keys, order.flatMap { table.keys[$0].bytes(width: width) })
        append(.texts, texts.bytes)
        append(.textEnds, texts.ends.bytes)
        if texts.hasStems { append(.stems, texts.stems.bytes) }
        append(.flags, order.map { table.flags[$0] })
        if !table.firstDays.allSatisfy({ $0 == TableFormat.noFirstDay })
            || !table.lastDays.allSatisfy({ $0 == TableFormat.noLastDay })
        {
            append(.dates, order.flatMap { [table.firstDays[$0], table.lastDays[$0]] }.bytes)
        }
        if !table.details.bytes.isEmpty {
            var details = TextColumn()
            for row in order { details.append(String(decoding: table.details[row], as: UTF8.self)) }
            append(.details, details.bytes)
            append(.detailEnds, details.ends.bytes)
        }
        if !table.notes.isEmpty { append(NoteColumns(table.notes)) }
        if !table.texts.bytes.isEmpty, release.set.isSearched || release.set.leadsToCodes {
            append(.search, table.searchIndex(order: order))
        }
        assemble()
    }

    private mutating func append(_ notes: NoteColumns) {
        append(.owners, notes.owners)
        append(.notes, notes.notes)
        append(.noteTexts, notes.texts)
        append(.noteRanges, notes.ranges)
    }

    private mutating func append(_ kind: TableFormat.Section, _ bytes: [UInt8]) {
        sections.append((kind, bytes))
    }

    /// Finds everybody's place and sums it up.
    private mutating func assemble() {
        var start = TableFormat.headLength + sections.count * TableFormat.entryLength
        var body: [UInt8] = []
        for (kind, bytes) in sections {
            body += [kind.rawValue, UInt64(start), UInt64(bytes.count)].bytes
            start += bytes.count.roundedUpToEight
        }
        for index in sections.indices {
            body += sections[index].bytes
            body += Array(
                repeating: 0, count: sections[index].bytes.count.roundedUpToEight - sections[index].bytes.count)
        }
        let digest = body.withUnsafeBytes { Array(TableFile.checksum(of: $0)) }
        checksum = digest.withUnsafeBytes(\.hexadecimal)
        head = TableFormat.magic + [TableFormat.version, UInt32(sections.count)].bytes + [UInt64(start)].bytes + digest
        head += Array(repeating: 0, count: TableFormat.headLength - head.count)
        sections = [(.release, body)]
    }

    /// Writes a file next to the one that is meant, whole and on disk, which has yet to take its name.
    func stage(for file: URL) throws(TableNotWritten) -> StagedTable {
        let folder = file.deletingLastPathComponent()
        let staged = StagedTable(
            temporary: folder.appendingPathComponent(".\(UUID().uuidString).\(StagedTable.fileExtension)"), file: file)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(head + sections.flatMap(\.bytes)).write(to: staged.temporary)
            let handle = try FileHandle(forWritingTo: staged.temporary)
            try handle.synchronize()
            try handle.close()
        } catch {
            staged.discard()
            throw .refused(path: file.path, reason: "is there room, and may you write there?")
        }
        return staged
    }
}

/// A table that is whole on disk and only has to take its name.
struct StagedTable {
    static let fileExtension = "part"

    fileprivate let temporary: URL
    let file: URL

    func commit() throws(TableNotWritten) {
        guard rename(temporary.path, file.path) == 0 else {
            discard()
            throw .refused(path: file.path, reason: "is it a folder, or may you not write there?")
        }
    }

    func discard() { try? FileManager.default.removeItem(at: temporary) }

    /// Removes what imports have left that were killed more than an hour ago.
    static func clean(_ folder: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(".") && name.hasSuffix(".\(fileExtension)") {
            let file = folder.appendingPathComponent(name)
            let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            if let changed, changed.timeIntervalSinceNow < -3600 { try? FileManager.default.removeItem(at: file) }
        }
    }
}

extension Int {
    fileprivate var roundedUpToEight: Int { (self + 7) / 8 * 8 }
}

extension Array where Element: FixedWidthInteger & BitwiseCopyable {
    /// The numbers in little-endian bytes.
    var bytes: [UInt8] { map(\.littleEndian).withUnsafeBytes { [UInt8]($0) } }
}
