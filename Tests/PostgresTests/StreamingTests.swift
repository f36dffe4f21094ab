import Testing

@testable import Postgres

@Suite(.onServer) struct StreamingTests {
    private struct Enough: Error {}

    @Test func `Rows come one after another`() throws {
        let connection = try Server.connect()
        var sum: Int64 = 0
        try connection.each("SELECT generate_series(1, ?::bigint)", [.integer(10_000)]) { sum += $0.integer(0) ?? 0 }
        #expect(sum == 50_005_000)
        try connection.each("SELECT 1 WHERE false") { _ in Issue.record("no row was asked for") }
        #expect(try connection.run("SELECT 1").count == 1)
    }

    @Test func `A body that throws ends the statement and leaves the connection usable`() throws {
        let connection = try Server.connect()
        for _ in 0..<20 {
            var count = 0
            #expect(throws: Enough.self) {
                // Read to its end, this would take hours.
                try connection.each("SELECT generate_series(1, 100000000000)") { _ in
                    count += 1
                    if count == 3 { throw Enough() }
                }
            }
            #expect(try connection.run("SELECT ?::bigint", [.integer(5)]).first?.integer(0) == 5)
        }
    }

    @Test func `A body that throws leaves a transaction whole`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("BEGIN; CREATE TABLE t (a bigint)")
        #expect(throws: Enough.self) {
            try connection.each("SELECT generate_series(1, 1000)") { _ in throw Enough() }
        }
        try connection.script("INSERT INTO t VALUES (1); COMMIT")
        #expect(try connection.run("SELECT a FROM t").count == 1)
    }

    @Test func `The server's fault ends the rows, at the first one or later`() throws {
        let connection = try Server.connect()
        var count = 0
        let fault = try fault {
            try connection.each("SELECT 1 / (3 - n) FROM generate_series(1, 5) n") { _ in count += 1 }
        }
        #expect(fault.sqlState == "22012")
        #expect(count == 2)
        #expect(throws: PostgresFault.self) { try connection.each("SELECT 1 / 0") { _ in } }
        #expect(try connection.run("SELECT 1").count == 1)
    }

    @Test func `While rows are read the connection takes nothing else`() throws {
        let connection = try Server.connect()
        var count = 0
        try connection.each("SELECT generate_series(1, 3)") { _ in
            count += 1
            let run = try fault { _ = try connection.run("SELECT 1") }
            let script = try fault { try connection.script("SELECT 1") }
            #expect(run.kind == .other && script.kind == .other)
        }
        #expect(count == 3)
    }

    @Test func `A row that is kept stays readable`() throws {
        let connection = try Server.connect()
        var rows: [PostgresRow] = []
        try connection.each("SELECT generate_series(1, 3)::text") { rows.append($0) }
        connection.close()
        #expect(rows.map { $0.text(0) } == ["1", "2", "3"])
    }
}
