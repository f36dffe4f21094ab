import Foundation
import Postgres

/// A transaction on a server.
final class PostgresRecords: Connection {
    let connection: PostgresConnection
    private(set) var afterCommit: [@Sendable () -> Void] = []
    /// The version of the tables, once it was read.
    private var version: Int?
    /// The cursors that are open, by their statements.
    private var cursors: [String: String] = [:]

    /// How many rows a cursor brings at once.
    private static let batch = 1000

    init(_ connection: PostgresConnection) { self.connection = connection }

    /// Waits until nobody else writes, and learns the version of the tables.
    func lock() throws {
        let lock = "pg_advisory_xact_lock(hashtextextended(current_schema()::text, 0))"
        let found = try connection.run("SELECT version, \(lock) FROM schemaVersion")
        version = found.first?.integer(0).map { Int($0) } ?? 0
    }

    func rows(_ sql: String, _ values: Database.Values) throws -> [Row] {
        let result = try connection.run(sql, PostgresRecords.values(values))
        return (0..<result.count).map { Row(.postgres(result[$0])) }
    }

    func row(_ sql: String, _ values: Database.Values) throws -> Row? { try rows(sql, values).first }

    /// The server keeps what was not brought yet, so other statements may be carried out in between.
    func cursor(_ sql: String, _ values: Database.Values) throws -> RowCursor {
        let name = cursors[sql] ?? "c\(UInt64(bitPattern: Int64(sql.hashValue)))"
        if cursors[sql] != nil { _ = try connection.run("CLOSE \(name)", []) }
        _ = try connection.run("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", PostgresRecords.values(values))
        cursors[sql] = name
        var (rows, hasEnded): (ArraySlice<Row>, Bool) = ([], false)
        return RowCursor { [connection] in
            if let row = rows.popFirst() { return row }
            if hasEnded { return nil }
            let result = try connection.run("FETCH \(PostgresRecords.batch) FROM \(name)", [])
            hasEnded = result.count < PostgresRecords.batch
            rows = (0..<result.count).map { Row(.postgres(result[$0])) }[...]
            return rows.popFirst()
        }
    }

    func execute(_ sql: String, _ values: Database.Values) throws -> Int {
        try connection.run(sql, PostgresRecords.values(values)).affected
    }

    func script(_ sql: String) throws { try connection.script(sql) }

    func schemaVersion() throws -> Int {
        if let version { return version }
        let found = try connection.run("SELECT version FROM schemaVersion", [])
        let number = found.count > 0 ? Int(found[0].integer(0) ?? 0) : 0
        version = number
        return number
    }

    func afterCommit(_ body: @escaping @Sendable () -> Void) { afterCommit.append(body) }

    private static func values(_ values: Database.Values) -> [PostgresValue] {
        values.map { value in
            switch value?.cell ?? .null {
            case .null: .null
            case .integer(let number): .integer(number)
            case .text(let text): .text(text)
            case .bytes(let bytes): .bytes(bytes)
            }
        }
    }
}

extension PostgresRow {
    func cell(at index: Int) -> Cell {
        if isNull(index) { return .null }
        if let number = integer(index) { return .integer(number) }
        if let text = text(index) { return .text(text) }
        return .bytes(bytes(index) ?? Data())
    }
}
