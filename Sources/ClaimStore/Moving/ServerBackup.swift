import Postgres

/// A backup of a server's records is the same file as of a store on this machine, and each can be restored to either.
extension PostgresEngine {
    /// Copies the records as of one moment into a database file; others go on saving meanwhile.
    ///
    /// - Parameter path: of an empty file.
    func copy(to path: String, in folder: StoreFolder) throws {
        try read { source in
            try folder.build(path, isAlone: true) { target in
                try Migration.copy(Table.records, from: source, to: target)
            }
        }
    }

    /// Puts records in the place of those on the server, in one step; what was there is kept in a schema of its own.
    ///
    /// - Parameter fill: fills the new tables.
    /// - Returns: the name of that schema; `nil` where nothing was there.
    /// - Throws: `busy` where a desk is open.
    func replace(_ fill: (PostgresEngine) throws -> Void) throws -> String? {
        try checkAlone()
        let draft = PostgresEngine(ServerAddress(server.connection, schema: server.schema + "_new"), patience: 5)
        defer { draft.close() }
        try script("DROP SCHEMA IF EXISTS \(draft.server.schema) CASCADE")
        try fill(draft)
        let old = try appliedVersion() == nil ? nil : "\(server.schema)_replaced_\(UInt32.random(in: 0 ... .max))"
        let aside = old.map { "ALTER SCHEMA \(server.schema) RENAME TO \($0); " } ?? ""
        try script("BEGIN; \(aside)ALTER SCHEMA \(draft.server.schema) RENAME TO \(server.schema); COMMIT")
        return old
    }

    /// Takes the lock that open desks share, for as long as this engine is open.
    ///
    /// - Throws: `busy` where a desk is open.
    func checkAlone() throws {
        try unlocked { line in
            let isAlone = try line.run("SELECT pg_try_advisory_lock(\(server.desksLock))").first?.integer(0)
            guard isAlone == 1 else { throw StoreFault.busy }
        }
    }

    /// Makes a schema with the rows of another store.
    func fill(_ schema: ServerSchema, with tables: [Table], from source: Database) throws {
        try apply(schema) { target in
            try Migration.copy(tables, from: source, to: target)
            for table in tables { try target.goOnCounting(table) }
        }
    }

    /// New rows are numbered after those that were put there with their numbers.
    func goOnCounting() throws {
        try write { database in for table in Table.records { try database.goOnCounting(table) } }
    }
}

extension Database {
    /// New rows of a table are numbered after those that were copied.
    fileprivate func goOnCounting(_ table: Table) throws {
        guard table.key == ["number"] else { return }
        let sequence = "pg_get_serial_sequence('\(table.name.lowercased())', 'number')"
        guard try one(String.self, "SELECT \(sequence)") != nil else { return }
        let last = "(SELECT coalesce(max(number), 0) + 1 FROM \(table.name))"
        _ = try one(Int64.self, "SELECT setval(\(sequence), \(last), false)")
    }
}
