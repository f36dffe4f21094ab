import TextKit

/// The records of a file below its header, and where the columns of a map are in them.
struct CSVTable {
    /// Where each column that the map wants is.
    let columns: [String: Int]
    /// The columns that the map does not name.
    let unnamed: [String]
    private let width: Int
    private var records: CSVRecords

    /// A record with as many values as the header.
    struct Row {
        let number: Int
        let values: Result<[String], CSVFault>
    }

    init(_ text: String, _ map: ColumnMap) throws(CSVFault) {
        let header = try CSVTable.header(of: text, delimiter: map.delimiter, wanted: map.names)
        records = CSVRecords(text, delimiter: header.delimiter)
        var names = header.names
        if map.hasHeader { _ = records.next() } else { names = (1...names.count).map(String.init) }
        width = names.count
        columns = try CSVTable.places(of: map.names, in: names)
        let known = Set((map.names + map.passedOver).map(CSVTable.folded))
        unnamed = names.filter { !known.contains(CSVTable.folded($0)) }
    }

    /// The next row that is not blank; `nil` at the end.
    mutating func next() -> Row? {
        while let record = records.next() {
            let isBlank = (try? record.values.get())?.allSatisfy { $0.allSatisfy(\.isWhitespace) } == true
            if !isBlank { return row(of: record) }
        }
        return nil
    }

    private func row(of record: CSVRecord) -> Row {
        Row(
            number: record.row,
            values: Result { [width] () throws(CSVFault) in
                var values = try record.values.get()
                while values.count > width, values.last?.allSatisfy(\.isWhitespace) == true { values.removeLast() }
                guard values.count == width else {
                    throw CSVFault(
                        row: record.row,
                        "it has \(values.count) values where the header has \(width): it is cut off, or a value with "
                            + "the separator in it lacks its quotes")
                }
                return values
            })
    }

    /// The names of the columns and the sign between them: the one under which most of the wanted names are there, of
    /// several such the most frequent one.
    static func header(
        of text: String, delimiter: Character?, wanted: [String]
    ) throws(CSVFault) -> (names: [String], delimiter: Character) {
        let wanted = Set(wanted.map(folded))
        var best: (names: [String], delimiter: Character, found: Int)?
        for sign in delimiter.map({ [$0] }) ?? [",", ";", "\t", "|"] {
            var records = CSVRecords(text, delimiter: sign)
            guard let record = records.next() else { throw CSVFault("it is empty: no rows") }
            guard let names = try? record.values.get() else { continue }
            let found = names.count { wanted.contains(folded($0)) }
            if best.map({ ($0.found, $0.names.count) < (found, names.count) }) ?? true { best = (names, sign, found) }
        }
        guard let best else {
            throw CSVFault(row: 1, "a quote of the header is not closed, or within a name")
        }
        return (best.names.map { $0.filter { !$0.isNewline } }, best.delimiter)
    }

    private static func places(of wanted: [String], in names: [String]) throws(CSVFault) -> [String: Int] {
        let folded = names.map(folded)
        var places: [String: Int] = [:]
        for name in wanted {
            let found = folded.indices.filter { folded[$0] == CSVTable.folded(name) }
            guard let place = found.first else {
                let known = names.map { "\"\($0.clipped(to: 40))\"" }.prefix(60).joined(separator: ", ")
                throw CSVFault(
                    column: name, "the map names it, but the file has no such column. It has: \(known)".onPaper())
            }
            guard found.count == 1 else {
                throw CSVFault(column: name, "the file has it \(found.count) times: give each a name of its own")
            }
            places[name] = place
        }
        return places
    }

    /// Small letters, without blanks around them.
    static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
