import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct FaultTests {
    @Test(arguments: [
        ("INSERT INTO t VALUES (1, 'x')", PostgresFault.Kind.unique, "23505"),
        ("SELECT * FROM nowhere", .missingTable, "42P01"),
        ("SELECT * FROM nowhere.t", .missingTable, "42P01"),
        ("CREATE TABLE nowhere.t (a bigint)", .missingTable, "3F000"),
        ("SELEC 'sample'", .other, "42601"),
        ("SELECT * FROM pg_authid", .denied, "42501"),
        ("SELECT 1 FROM t FOR UPDATE LIMIT 1 OFFSET -1", .other, "2201X"),
    ]) func `Each fault has its kind`(sql: String, kind: PostgresFault.Kind, state: String) throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TABLE t (a bigint PRIMARY KEY, b text); INSERT INTO t VALUES (1, 'DANA')")
        let fault = try fault { _ = try connection.run(sql) }
        #expect(fault.kind == kind)
        #expect(fault.sqlState == state)
        #expect(fault.description.hasSuffix("(SQLSTATE \(state))"))
        #expect(!connection.isBroken)
        #expect(try connection.run("SELECT 1").count == 1)
    }

    @Test func `A time limit and a lock that is held are busy`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("SET statement_timeout = 50")
        #expect(try fault { _ = try connection.run("SELECT pg_sleep(30)") } == PostgresFault(sqlState: "57014"))
        #expect(PostgresFault(sqlState: "57014").kind == .busy)
        try connection.script("SET statement_timeout = 0; SELECT pg_advisory_lock(4711)")
        let other = try Server.connect()
        try other.script("SET lock_timeout = 50")
        #expect(try fault { _ = try other.run("SELECT pg_advisory_lock(4711)") } == PostgresFault(sqlState: "55P03"))
        #expect(PostgresFault(sqlState: "55P03").kind == .busy)
    }

    @Test func `A write in a read-only transaction is told from others`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TABLE t (a bigint); SET default_transaction_read_only = on")
        #expect(try fault { _ = try connection.run("INSERT INTO t VALUES (1)") }.kind == .readOnlyServer)
    }

    @Test(arguments: [
        ("25P03", PostgresFault.Kind.connection), ("08006", .connection), ("57P01", .connection),
        ("53300", .connection),
        ("53100", .full), ("28P01", .denied), ("40001", .busy), ("40P01", .busy), ("0A000", .unsupported), ("", .other),
    ]) func `Kinds follow the SQLSTATE`(state: String, kind: PostgresFault.Kind) {
        #expect(PostgresFault.Kind(sqlState: state) == kind)
    }
}

/// Hands a connection over to the one task that uses it from then on.
private struct Confined: @unchecked Sendable {
    let value: PostgresConnection

    init(_ value: PostgresConnection) { self.value = value }
}
