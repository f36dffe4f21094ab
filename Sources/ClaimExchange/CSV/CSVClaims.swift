public import ClaimModel
import TextKit

/// What a file of comma-separated values holds, by a map: claims, and the rows that make none.
public struct CSVClaims: Sendable {
    /// In the order of their first rows.
    public let claims: [CSVClaim]
    /// In the order of the rows.
    public let faults: [CSVFault]
    /// How many claims are held back, since a row of theirs cannot be taken.
    public let held: Int
    /// The columns of the file that the map does not name.
    public let unnamed: [String]

    /// Reads a whole file; a row that cannot be taken holds its claim, and nothing else.
    ///
    /// - Throws: why the file as a whole is not read.
    public init(_ bytes: [UInt8], by map: ColumnMap, in context: ParsingContext) throws(CSVFault) {
        let text = try CSVText.read(bytes)
        var table = try CSVTable(text, map)
        var assembly = CSVAssembly(map, table.columns, in: context)
        while let record = table.next() { assembly.take(record) }
        (claims, held) = assembly.finished()
        faults = assembly.faults
        unnamed = table.unnamed
    }

    /// How many of the columns that a map names a file has, and how many it names.
    ///
    /// - Parameter bytes: of the file, at least its header.
    public static func columns(of map: ColumnMap, in bytes: [UInt8]) throws(CSVFault) -> (found: Int, wanted: Int) {
        let header = try CSVTable.header(of: CSVText.read(bytes), delimiter: map.delimiter, wanted: map.names)
        let names = map.hasHeader ? header.names.map(CSVTable.folded) : header.names.indices.map { String($0 + 1) }
        let wanted = Set(map.names.map(CSVTable.folded))
        return (wanted.count { names.contains($0) }, wanted.count)
    }

    /// The names of a file's columns.
    public static func header(of bytes: [UInt8]) throws(CSVFault) -> [String] {
        try CSVTable.header(of: CSVText.read(bytes), delimiter: nil, wanted: []).names
    }
}

/// A claim as the rows of a file say it.
public struct CSVClaim: Sendable {
    /// Its id is `row 2`, after its first row: whoever keeps it gives it another.
    public let draft: ClaimDraft
    /// As a spreadsheet counts, the header being 1.
    public let rows: [Int]
    /// The column that each text came from; none for the map's constants.
    public let origins: [Place: String]
}
