internal import CPostgres

/// The statements that the server has prepared for this connection: their names by their texts.
struct Statements {
    private var names: [String: String] = [:]
    private var made = 0

    /// Each takes memory of the server.
    static let limit = 200

    var isFull: Bool { names.count >= Statements.limit }

    subscript(_ sql: String) -> String? {
        get { names[sql] }
        set { names[sql] = newValue }
    }

    mutating func newName() -> String {
        made += 1
        return "s\(made)"
    }

    mutating func removeAll() { names = [:] }
}

extension PostgresConnection {
    /// Runs a statement by its prepared name. One that the server has lost, or whose tables have changed since, is prepared
    /// once more, unless that failure has spoiled a transaction.
    func withPrepared<Answer>(_ sql: String, _ body: (String) throws(PostgresFault) -> Answer) throws(PostgresFault)
        -> Answer
    {
        try requireOpen()
        do {
            return try body(try prepared(sql))
        } catch {
            guard error.isStaleStatement else { throw error }
            statements[sql] = nil
            guard !isInTransaction else { throw error }
            return try body(try prepared(sql))
        }
    }

    private func prepared(_ sql: String) throws(PostgresFault) -> String {
        if let name = statements[sql] { return name }
        guard !sql.utf8.contains(0) else { throw PostgresFault(sqlState: "22021") }
        if statements.isFull {
            try script("DEALLOCATE ALL")
            statements.removeAll()
        }
        let name = statements.newName()
        _ = try answer(PQsendPrepare(connection, name, Placeholders.translated(sql), 0, nil))
        statements[sql] = name
        return name
    }
}

extension PostgresFault {
    /// No such statement, or its plan must not change the type of its result.
    fileprivate var isStaleStatement: Bool { ["26000", "0A000"].contains(sqlState) }
}
