internal import CPostgres

extension PostgresConnection {
    /// Runs one statement, prepared the first time; its placeholders are `?` or `?3`.
    package func run(_ sql: String, _ values: [PostgresValue] = []) throws(PostgresFault) -> PostgresResult {
        let parameters = try Parameters(values)
        return try withPrepared(sql) { name throws(PostgresFault) in
            let result = parameters.withPointers { count, values, lengths, formats in
                PQexecPrepared(connection, name, count, values, lengths, formats, 1)
            }
            return PostgresResult(try checked(result))
        }
    }

    /// Runs several statements without values, all or none of them where no transaction is open.
    package func script(_ sql: String) throws(PostgresFault) {
        try requireIdle()
        guard !sql.utf8.contains(0) else { throw PostgresFault(sqlState: "22021") }
        _ = try checked(PQexec(connection, sql))
    }

    /// libpq would drop the rows that are still to come.
    func requireIdle() throws(PostgresFault) {
        guard !isStreaming else { throw PostgresFault(kind: .other, reason: "another statement is still being read") }
        guard !isBroken else { throw PostgresFault(kind: .connection) }
    }

    func checked(_ result: OpaquePointer?) throws(PostgresFault) -> Rows {
        let rows = Rows(result)
        guard rows.isSuccess else {
            throw isBroken
                ? PostgresFault(kind: .connection, sqlState: rows.sqlState) : PostgresFault(sqlState: rows.sqlState)
        }
        return rows
    }
}
