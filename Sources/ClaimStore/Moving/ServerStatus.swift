import Postgres

/// What a server says of itself.
public struct ServerStatus: Sendable {
    /// `15.20`
    public let version: String
    /// The name of the host, or the folder of its socket.
    public let host: String
    public let isLocal: Bool
    public let isEncrypted: Bool
    /// PostgreSQL's `synchronous_commit`.
    public let commit: String
    /// The standbys that a commit waits for (`synchronous_standby_names`); blank for none.
    public let standbys: String
    /// The version of the tables, and the one of this program.
    public let tables: (found: Int?, wanted: Int)
    /// How many claims are open on desks.
    public let openClaims: Int
    /// In bytes.
    public let size: Int
    public let isReadOnly: Bool

    public init(
        version: String, host: String, isLocal: Bool, isEncrypted: Bool, commit: String, standbys: String,
        tables: (found: Int?, wanted: Int), openClaims: Int, size: Int, isReadOnly: Bool
    ) {
        (self.version, self.host, self.isLocal, self.isEncrypted) = (version, host, isLocal, isEncrypted)
        (self.commit, self.standbys, self.tables) = (commit, standbys, tables)
        (self.openClaims, self.size, self.isReadOnly) = (openClaims, size, isReadOnly)
    }
}

extension ClaimStore {
    /// What the server says that has the records; `nil` for a store in the data folder.
    public func serverStatus() throws(StoreFault) -> ServerStatus? {
        guard let engine = engine as? PostgresEngine else { return nil }
        do {
            let version = try engine.appliedVersion()
            return try engine.unlocked { line in
                func text(_ sql: String) throws -> String { try line.run(sql).first?.text(0) ?? "" }
                func number(_ sql: String) throws -> Int { Int(try line.run(sql).first?.integer(0) ?? 0) }
                let schema = engine.server.schema
                return ServerStatus(
                    version: line.parameter("server_version") ?? "", host: line.host, isLocal: line.isLocal,
                    isEncrypted: line.isEncrypted, commit: try text("SELECT current_setting('synchronous_commit')"),
                    standbys: try text("SELECT current_setting('synchronous_standby_names')"),
                    tables: (version, Schema.version),
                    openClaims: try number("SELECT count(*) FROM \(schema).hold"),
                    size: try number(
                        "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c "
                            + "WHERE c.relnamespace = '\(schema)'::regnamespace AND c.relkind = 'r'"),
                    isReadOnly: isReadOnly)
            }
        } catch {
            throw engine.fault(error)
        }
    }
}
