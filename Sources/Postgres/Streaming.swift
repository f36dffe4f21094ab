internal import CPostgres

extension PostgresConnection {
    /// Hands over row after row, none of which is kept. The connection can be used afterwards even if `body` throws, and
    /// cannot be used by it.
    package func each(_ sql: String, _ values: [PostgresValue] = [], _ body: (PostgresRow) throws -> Void) throws {
        let parameters = try Parameters(values)
        let wasInTransaction = isInTransaction
        let first = try withPrepared(sql) { name throws(PostgresFault) in try firstRow(name, parameters) }
        isStreaming = true
        defer { isStreaming = false }
        do {
            var next: Rows? = first
            while let rows = next {
                if rows.count > 0 { try handOver(PostgresRow(rows, 0), to: body, cancels: !wasInTransaction) }
                next = try nextRow()
            }
        } catch {
            drain()
            throw error
        }
    }

    /// To cancel would spoil a transaction; there the remaining rows are read and dropped.
    private func handOver(_ row: PostgresRow, to body: (PostgresRow) throws -> Void, cancels: Bool) throws {
        do {
            try body(row)
        } catch {
            if cancels { canceller().cancel() }
            throw error
        }
    }

    private func firstRow(_ name: String, _ parameters: Parameters) throws(PostgresFault) -> Rows? {
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw PostgresFault(kind: isBroken ? .connection : .other) }
        PQsetSingleRowMode(connection)
        do {
            return try nextRow()
        } catch {
            drain()
            throw error
        }
    }

    /// A result with one row, or the last one, which has none; `nil` after that.
    private func nextRow() throws(PostgresFault) -> Rows? {
        guard let result = PQgetResult(connection) else { return nil }
        return try checked(result)
    }

    private func drain() {
        while let result = PQgetResult(connection) { PQclear(result) }
    }
}
