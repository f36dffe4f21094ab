import ClaimModel
import Foundation

/// A release as its table's file tells it.
private struct ReleaseRecord: Codable {
    let set: String
    let name: String
    let from: String?
    let to: String?
    let source: String
    let published: String?
    let whole: Bool
    let rows: Int
    let billable: Int
}

extension CodeRelease {
    init(json bytes: UnsafeRawBufferPointer, at file: TableFile) throws(UnreadableTable) {
        guard let record = try? JSONDecoder().decode(ReleaseRecord.self, from: Data(bytes)),
            let set = CodeSetName(rawValue: record.set), record.rows >= 0
        else { throw file.damage("it does not say which release it is") }
        self.init(
            set: set, name: record.name, from: record.from.flatMap(Day.init(iso:)),
            to: record.to.flatMap(Day.init(iso:)), source: record.source,
            published: record.published.flatMap(Day.init(iso:)), isWhole: record.whole)
        rows = record.rows
        billable = record.billable
    }

    /// The same release makes the same bytes.
    var json: [UInt8] {
        let record = ReleaseRecord(
            set: set.rawValue, name: name, from: from?.iso, to: to?.iso, source: source, published: published?.iso,
            whole: isWhole, rows: rows, billable: billable)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(record)).map(Array.init) ?? []
    }
}
