import Postgres

/// Copies the records of a data folder to a server, a thousand rows at a time, and keeps there how far it came: an interrupted
/// copy goes on.
///
/// Until every row was compared, the copy is in a schema of its own; then it gets its name in one step.
struct SteppedCopy {
    let draft: PostgresEngine
    private let server: ServerAddress

    private static let step = 1000

    init(to server: ServerAddress) {
        self.server = server
        draft = PostgresEngine(ServerAddress(server.connection, schema: server.schema + "_moving"), patience: 5)
    }

    /// Whether there is a part of a copy.
    func isBegun() throws -> Bool { try draft.appliedVersion() != nil }

    /// - Throws: `unequal` where the records were changed since it was begun; then the next one begins again.
    func run(from source: Database) throws {
        try prepare()
        for table in Table.records { try copy(table, from: source) }
        do {
            try draft.read { target in
                for table in Table.records { try TableCopy(from: source, to: target).verify(table) }
            }
        } catch StoreFault.unequal(let table) {
            try drop()
            throw StoreFault.unequal(table)
        }
        try draft.goOnCounting()
        try draft.script(
            """
            BEGIN; DROP TABLE \(draft.server.schema).copied; DROP SCHEMA IF EXISTS \(server.schema);
            ALTER SCHEMA \(draft.server.schema) RENAME TO \(server.schema); COMMIT
            """)
    }

    /// Makes the tables, unless this version has begun to fill them already.
    func prepare() throws {
        guard try draft.appliedVersion() != Schema.version else { return }
        try drop()
        try draft.apply(.records) { target in
            try target.script("CREATE TABLE copied (name text PRIMARY KEY, last bigint, isDone bigint NOT NULL)")
        }
    }

    private func drop() throws { try draft.script("DROP SCHEMA IF EXISTS \(draft.server.schema) CASCADE") }

    /// Copies what is not there yet; a table whose rows have no order, from its beginning.
    func copy(_ table: Table, from source: Database) throws {
        let known = try draft.read { try $0.row("SELECT last, isDone FROM copied WHERE name = ?", [table.name]) }
        guard try known?.value("isDone") != true else { return }
        var last = try known.flatMap { try $0.value("last") as Int64? }
        let order = table.order.map { order in
            (last.map { " WHERE \(order) > \($0)" } ?? "") + " ORDER BY \(order)"
        }
        let rows = try source.cursor("SELECT * FROM \(table.name)\(order ?? "")")
        var isDone = false
        while !isDone {
            try draft.write { target in
                for _ in 0..<SteppedCopy.step {
                    guard let columns = try rows.next()?.columns() else {
                        isDone = true
                        break
                    }
                    try TableCopy(from: source, to: target).insert(columns, into: table)
                    if let order = table.order, case .integer(let number)? = columns[order] { last = number }
                }
                try target.execute(
                    """
                    INSERT INTO copied (name, last, isDone) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET last = excluded.last, isDone = excluded.isDone
                    """, [table.name, last, isDone])
            }
        }
    }
}
