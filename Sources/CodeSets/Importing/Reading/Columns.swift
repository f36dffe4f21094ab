/// The columns of a file by the words of its header line.
struct Columns {
    let count: Int
    private let names: [String]

    /// - Parameter header: as it is in the file.
    init(_ header: [String]) {
        names = header.map(Columns.folded)
        count = header.count
    }

    /// The first column whose name is one of these, or begins with one of them where none is.
    func place(of wanted: String...) -> Int? { place(ofAny: wanted) }

    func place(ofAny wanted: [String]) -> Int? {
        let wanted = wanted.map(Columns.folded)
        return wanted.lazy.compactMap { name in names.firstIndex(of: name) }.first
            ?? wanted.lazy.compactMap { name in names.firstIndex { $0.hasPrefix(name) } }.first
    }

    func has(_ wanted: String...) -> Bool {
        wanted.allSatisfy { names.contains(Columns.folded($0)) }
    }

    /// Lower case, single blanks, without brackets and signs.
    private static func folded(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension DelimitedRecords {
    /// The columns that the header names; it may be below lines of title and copyright.
    mutating func columns(of file: PublisherFile, _ isHeader: (Columns) -> Bool) throws(ImportFault) -> Columns {
        while let record = try next(), line <= 40 {
            let columns = Columns(record)
            if isHeader(columns) { return columns }
        }
        throw file.fault("its header line is missing: the publisher's file names its columns.")
    }

    /// The next record, which has as many values as the header; `nil` at the end.
    mutating func next(under columns: Columns, of file: PublisherFile) throws(ImportFault) -> [String]? {
        guard let record = try next() else { return nil }
        guard record.count == columns.count else {
            throw file.fault(
                line: line,
                "it has \(record.count) values where the header has \(columns.count): it is cut off or damaged.")
        }
        return record
    }
}

extension [String] {
    /// The value in a column; empty where the record is shorter or there is no such column.
    func value(_ place: Int?) -> String {
        guard let place, indices.contains(place) else { return "" }
        return self[place]
    }
}
