internal import CPostgres

/// What a statement gave.
package struct PostgresResult: RandomAccessCollection {
    let rows: Rows

    init(_ rows: Rows) { self.rows = rows }

    package var startIndex: Int { 0 }
    package var endIndex: Int { rows.count }

    package subscript(_ row: Int) -> PostgresRow {
        precondition(indices.contains(row), "no such row")
        return PostgresRow(rows, row)
    }

    /// How many rows the statement wrote, deleted or read.
    package var affected: Int { Int(String(cString: PQcmdTuples(rows.pointer))) ?? 0 }
}

/// libpq's own memory of a result, freed with the last row that looks into it.
final class Rows {
    let pointer: OpaquePointer?
    let count: Int
    let columnCount: Int

    init(_ pointer: OpaquePointer?) {
        self.pointer = pointer
        count = Int(PQntuples(pointer))
        columnCount = Int(PQnfields(pointer))
    }

    deinit { PQclear(pointer) }

    /// Its SQLSTATE where it failed; empty where libpq gives none.
    var sqlState: String { PQresultErrorField(pointer, cc_sql_state).map { String(cString: $0) } ?? "" }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var isSuccess: Bool {
        [PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE].contains(status)
    }
}
