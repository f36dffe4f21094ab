import Testing

@testable import Postgres

@Suite(.onServer) struct StatementTests {
    private static let prepared = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE ?"

    @Test func `A statement is prepared once`() throws {
        let connection = try Server.connect()
        for number in 0..<5 as Range<Int64> {
            #expect(try connection.run("SELECT ?::bigint + 1", [.integer(number)]).first?.integer(0) == number + 1)
        }
        #expect(
            try connection.run(StatementTests.prepared, [.text("SELECT $1::bigint + 1")]).first?.integer(0) == 1)
    }

    @Test func `The server keeps a limited number of statements`() throws {
        let connection = try Server.connect()
        for number in 0..<250 { _ = try connection.run("SELECT \(number)") }
        let count = try #require(connection.run(StatementTests.prepared, [.text("%")]).first?.integer(0))
        #expect((1...Int64(Statements.limit)).contains(count))
        #expect(try connection.run("SELECT 3").first?.integer(0) == 3)
    }

    @Test func `A statement that the server has lost is prepared once more`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TABLE t (a bigint); INSERT INTO t VALUES (1)")
        #expect(try connection.run("SELECT * FROM t").first?.columnCount == 1)
        try connection.script("DEALLOCATE ALL")
        #expect(try connection.run("SELECT * FROM t").first?.columnCount == 1)
        try connection.script("ALTER TABLE t ADD b text")
        #expect(try connection.run("SELECT * FROM t").first?.columnCount == 2)
        try connection.script("ALTER TABLE t ADD c text")
        #expect(try connection.run("SELECT * FROM t").first?.columnCount == 3)
    }

    @Test func `In a transaction a lost statement fails, and works in the next transaction`() throws {
        let connection = try Server.connect()
        _ = try connection.run("SELECT 1")
        try connection.script("DEALLOCATE ALL; BEGIN")
        #expect(try fault { _ = try connection.run("SELECT 1") }.sqlState == "26000")
        try connection.script("ROLLBACK")
        #expect(try connection.run("SELECT 1").count == 1)
    }

    @Test func `Rows written are counted`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TABLE t (a bigint)")
        #expect(try connection.run("INSERT INTO t SELECT generate_series(1, 7)").affected == 7)
        #expect(try connection.run("UPDATE t SET a = a + 1 WHERE a > ?", [.integer(5)]).affected == 2)
        let result = try connection.run("SELECT a FROM t ORDER BY a")
        #expect(result.map { $0.integer(0) } == [1, 2, 3, 4, 5, 7, 8])
        #expect(try connection.run("").isEmpty)
    }

    @Test func `A script is carried out as a whole or not at all`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TABLE t (a bigint PRIMARY KEY)")
        #expect(throws: PostgresFault.self) {
            try connection.script("INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)")
        }
        #expect(try connection.run("SELECT a FROM t").isEmpty)
    }

    @Test func `A connection knows that it is in a transaction`() throws {
        let connection = try Server.connect()
        #expect(!connection.isInTransaction)
        try connection.script("BEGIN")
        #expect(connection.isInTransaction)
        #expect(throws: PostgresFault.self) { try connection.script("no statement") }
        #expect(connection.isInTransaction)
        try connection.script("ROLLBACK")
        #expect(!connection.isInTransaction)
    }
}
