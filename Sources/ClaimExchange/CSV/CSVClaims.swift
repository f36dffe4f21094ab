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
