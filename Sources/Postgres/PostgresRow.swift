internal import CPostgres
package import Foundation

/// A row of a result. Columns are counted from 0; a value that is null or of another type reads as `nil`.
package struct PostgresRow {
    private let rows: Rows
    private let row: Int32

    init(_ rows: Rows, _ row: Int) {
        self.rows = rows
        self.row = Int32(row)
    }

    package var columnCount: Int { rows.columnCount }

    package var columnNames: [String] {
        (0..<columnCount).map { column in PQfname(rows.pointer, Int32(column)).map { String(cString: $0) } ?? "" }
    }

    package func column(named name: String) -> Int? {
        (0..<columnCount).first { column in
            PQfname(rows.pointer, Int32(column)).map { name == String(cString: $0) } ?? false
        }
    }

    package func isNull(_ column: Int) -> Bool { PQgetisnull(rows.pointer, row, Int32(column)) != 0 }

    /// Of an integer, a boolean, an object's number or a numeric that is whole and fits.
    package func integer(_ column: Int) -> Int64? { cell(column)?.integer }

    package func double(_ column: Int) -> Double? { cell(column)?.double }

    /// Of any type of text; JSON, enumerations and UUIDs, too.
    package func text(_ column: Int) -> String? { cell(column)?.text }

    /// Of bytes as they are; of text its UTF-8.
    package func bytes(_ column: Int) -> Data? { cell(column)?.bytes }

    private func cell(_ column: Int) -> Cell? {
        guard (0..<columnCount).contains(column), !isNull(column),
            let start = PQgetvalue(rows.pointer, row, Int32(column))
        else { return nil }
        let content = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(rows.pointer, row, Int32(column))))
        return Cell(type: PQftype(rows.pointer, Int32(column)), content: content)
    }
}
