import Postgres

/// The tables of a schema on a server, and the steps by which one of an earlier version comes to them.
struct ServerSchema {
    let steps: [SchemaStep]
    /// The version before the first step.
    let base: Int

    static let records = ServerSchema(steps: Schema.steps, base: PlainSchema.version)
    static let keys = ServerSchema(steps: KeySchema.steps, base: 0)

    var version: Int { base + steps.count }
}

extension PostgresEngine {
    /// The version of the tables; `nil` where there are none.
    func appliedVersion() throws -> Int? {
        try unlocked { line in
            let found = try line.run("SELECT to_regclass(?)::text", [.text("\(server.schema).schemaversion")])
            guard found.count > 0, !found[0].isNull(0) else { return nil }
            let version = try line.run("SELECT version FROM \(server.schema).schemaVersion", [])
            return version.count > 0 ? version[0].integer(0).map { Int($0) } : nil
        }
    }

    /// Makes the tables or brings them to this version, all of it or nothing; of two desks that start at once one does.
    ///
    /// - Parameter fill: what a new schema begins with.
    func apply(_ schema: ServerSchema, filling fill: (Database) throws -> Void) throws {
        let name = server.schema
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended('\(name)', 0))"
        try altering("BEGIN; \(lock); CREATE SCHEMA IF NOT EXISTS \(name); SET LOCAL search_path TO \(name)") {
            records in
            try records.script("CREATE TABLE IF NOT EXISTS schemaVersion (version bigint NOT NULL)")
            let before = try records.one(Int.self, "SELECT version FROM schemaVersion")
            guard before ?? 0 <= schema.version else { throw StoreFault.newerServer }
            for step in schema.steps.dropFirst((before ?? schema.base) - schema.base) {
                try records.script(step.postgresTables + step.postgres)
            }
            if before == nil { try fill(records) }
            try records.execute("DELETE FROM schemaVersion")
            try records.execute("INSERT INTO schemaVersion (version) VALUES (?)", [schema.version])
        }
    }
}
