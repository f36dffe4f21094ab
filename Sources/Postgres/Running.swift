internal import CPostgres

extension PostgresConnection {
    /// Runs one statement, prepared the first time; its placeholders are `?` or `?3`.
    package func run(_ sql: String, _ values: [PostgresValue] = []) throws(PostgresFault) -> PostgresResult {
        let parameters = try Parameters(values)
        return try withPrepared(sql) { name throws(PostgresFault) in
            let isSent = parameters.withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1)
            }
            return PostgresResult(try answer(isSent))
        }
    }

    /// Runs several statements without values, all or none of them where no transaction is open.
    package func script(_ sql: String) throws(PostgresFault) {
        try requireOpen()
        guard !sql.utf8.contains(0) else { throw PostgresFault(sqlState: "22021") }
        _ = try answer(PQsendQuery(connection, sql))
    }

    func requireOpen() throws(PostgresFault) {
        guard !isBroken else { throw PostgresFault(kind: .connection) }
    }
}
