public import ClaimModel
import TextKit

/// The rows of a reference file as comma-separated values: each is one entry, its columns are named as the fields of the
/// form are labeled, or by the ids of the fields.
public struct ReferenceRows {
    /// One row, read.
    public struct Row {
        /// As a spreadsheet counts, the header being 1.
        public let number: Int
        /// What the row says, or why it cannot be taken.
        public let entry: Result<ReferenceEntry, CSVFaults>
    }

    /// Everything that is wrong with one row.
    public struct CSVFaults: Error {
        /// In the order of the columns.
        public let faults: [CSVFault]
    }

    /// The columns of the file that are no field of such an entry: they are not imported.
    public let unknown: [String]
    /// The names of the fields that the file has no column for.
    public let missing: [String]
    /// The keys of the texts that the file has a column for: what is blank there is blank in the entry.
    public let keys: Set<String>
    /// How many lines the file has, the header among them; a value may run over several.
    public let lines: Int
    private let kind: ReferenceKind
    private let columns: [ColumnMap.Column]
    private let context: ParsingContext
    private var table: CSVTable

    /// Reads the header; the rows are read one by one.
    ///
    /// - Throws: why the file as a whole is not read.
    public init(_ bytes: [UInt8], of kind: ReferenceKind, in context: ParsingContext) throws(CSVFault) {
        let text = try CSVText.read(bytes)
        let names = kind.columns
        let header = try CSVTable.header(
            of: text, delimiter: nil, wanted: names.map(\.name) + names.map { kind.key(of: $0.place) })
        let columns = header.names.compactMap { name -> ColumnMap.Column? in
            let folded = CSVTable.folded(name)
            return names.first {
                folded == CSVTable.folded($0.name) || folded == CSVTable.folded(kind.key(of: $0.place))
            }
            .map { ColumnMap.Column(name, $0.place) }
        }
        let found = Set(columns.flatMap(\.targets))
        guard found.count == columns.count else {
            throw CSVFault(row: 1, "two columns are of the same field: keep one")
        }
        let lacking = kind.required.filter { fields in !fields.contains { found.contains(.init(field: $0, row: 0)) } }
        guard lacking.isEmpty else {
            let wanted = lacking.map { $0.map(\.fullLabel).joined(separator: " or ") }.joined(separator: ", ")
            throw CSVFault(row: 1, "no column \(wanted): \(kind.title) needs it. reference export prints every column")
        }
        self.kind = kind
        self.columns = columns
        self.context = context
        let map = ColumnMap(
            groupBy: nil, delimiter: header.delimiter, hasHeader: true, columns: columns, passedOver: kind.remarks,
            constants: [])
        table = try CSVTable(text, map)
        unknown = table.unnamed
        missing = names.filter { $0.place.row == 0 && !found.contains(.init(field: $0.place.field, row: $0.place.row)) }
            .map(\.name)
        keys = Set(found.map { kind.key(of: Place($0.field, row: $0.row ?? 0)) })
        lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    }

    /// The next row that is not blank; `nil` at the end.
    public mutating func next() -> Row? {
        guard let row = table.next() else { return nil }
        return Row(number: row.number, entry: Result { () throws(CSVFaults) in try entry(of: row) })
    }

    private func entry(of row: CSVTable.Row) throws(CSVFaults) -> ReferenceEntry {
        var draft = ClaimDraft(id: "reference")
        var faults: [CSVFault] = []
        do throws(CSVFault) {
            let values = try row.values.get()
            for column in columns {
                guard let place = table.columns[column.name] else { continue }
                if let fault = fill(&draft, from: values[place], column, row.number) { faults.append(fault) }
            }
        } catch {
            throw CSVFaults(faults: [error])
        }
        guard faults.isEmpty else { throw CSVFaults(faults: faults) }
        guard let entry = ReferenceEntry(kind, from: draft) else {
            let lacking = kind.required.filter { fields in fields.allSatisfy { draft.isEmpty(at: Place($0)) } }
            let names = lacking.map { $0.map(\.fullLabel).joined(separator: " or ") }.joined(separator: ", ")
            throw CSVFaults(faults: [CSVFault(row: row.number, "\(names) is blank")])
        }
        return entry
    }

    /// - Returns: why the value cannot be taken.
    private func fill(
        _ draft: inout ClaimDraft, from value: String, _ column: ColumnMap.Column, _ row: Int
    ) -> CSVFault? {
        do throws(CSVFault) {
            for (target, text) in try CSVCell(column, row: row, context: context).texts(of: value) {
                let place = Place(target.field, row: target.row ?? 0)
                draft.type(text, at: place, in: context)
                draft.settle(place, in: context)
                guard draft.state(at: place).value == nil else { continue }
                return CSVFault(row: row, column: column.name, "it does not read as \(target.field.fullLabel)")
            }
            return nil
        } catch {
            return error
        }
    }
}

/// Reference files written as comma-separated values (RFC 4180), to be changed in a spreadsheet and read again.
public enum ReferenceSheet {
    /// The header of a file and its entries, a line each.
    public static func text(of entries: [ReferenceEntry], _ kind: ReferenceKind) -> String {
        let columns = kind.columns.filter { column in
            column.place.row == 0 || entries.contains { !$0.text(at: column.place).isEmpty }
        }
        let header = columns.map(\.name) + kind.remarks
        let rows = entries.map { entry in
            columns.map { entry.text(at: $0.place) } + [entry.isActive ? "Y" : "N", entry.origin.label]
        }
        return CSVSheet.exactly([header] + rows)
    }
}

extension ReferenceKind {
    /// The columns of its file, each with the place that it fills.
    package var columns: [(name: String, place: Place)] {
        places.map { place in
            let isNumbered = place.field.part != .claim && !isOfLine
            return (isNumbered ? "\(place.field.fullLabel) \(place.row + 1)" : place.field.fullLabel, place)
        }
    }

    /// What the file says of an entry in addition to its texts; it is not imported.
    fileprivate var remarks: [String] { ["Active", "Origin"] }
}

extension ColumnMap.Column {
    fileprivate init(_ name: String, _ place: Place) {
        self.init(
            name: name, targets: [.init(field: place.field, row: place.row)], split: nil, dates: nil, values: [:])
    }
}
