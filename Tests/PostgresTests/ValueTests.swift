import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct ValueTests {
    @Test(arguments: [0, 1, -1, Int64.max, .min]) func `Integers come back`(number: Int64) throws {
        let row = try #require(
            Server.connect().run("SELECT ?1::bigint, ?1::numeric, ?1::text", [.integer(number)]).first)
        #expect(row.integer(0) == number)
        #expect(row.integer(1) == number)
        #expect(row.text(0) == nil)
        #expect(row.text(2) == String(number))
        #expect(row.integer(2) == nil)
    }

    @Test func `Each width of integer is read, and booleans are given and read as 0 and 1`() throws {
        let row = try #require(
            Server.connect().run(
                "SELECT ?::smallint, ?::integer, ?::boolean, ?::boolean, 4000000000::oid",
                [.integer(-32_768), .integer(-2_147_483_648), .integer(1), .integer(0)]
            ).first)
        #expect((0..<5).map { row.integer($0) } == [-32_768, -2_147_483_648, 1, 0, 4_000_000_000])
    }

    @Test(arguments: ["", "RIVERA, DANA", "it's \\ \"quoted\"", "José 李 😀👩‍⚕️", "?", "line\nline\t"])
    func `Texts come back`(text: String) throws {
        let row = try #require(Server.connect().run("SELECT ?1::text, ?1::varchar", [.text(text)]).first)
        #expect(row.text(0) == text)
        #expect(row.text(1) == text)
        #expect(row.bytes(0) == Data(text.utf8))
    }

    @Test(arguments: [Data(), Data([0]), Data([0, 1, 0, 255, 0]), Data(0...255), Data(count: 3_000_000)])
    func `Bytes come back`(bytes: Data) throws {
        let row = try #require(Server.connect().run("SELECT ?::bytea", [.bytes(bytes)]).first)
        #expect(row.bytes(0) == bytes)
        #expect(!row.isNull(0))
        #expect(row.text(0) == nil)
    }

    @Test func `Null is null, and so is a column that is not there`() throws {
        let row = try #require(
            Server.connect().run("SELECT ?::bigint AS a, ?::bytea AS \"B\"", [.null, .null]).first)
        #expect(row.columnCount == 2)
        #expect(row.isNull(0) && row.isNull(1) && row.isNull(7))
        #expect(row.integer(0) == nil && row.bytes(1) == nil && row.text(7) == nil && row.text(-1) == nil)
        #expect(row.column(named: "a") == 0)
        #expect(row.column(named: "B") == 1)
        #expect(row.column(named: "b") == nil)
    }

    @Test func `A text with a zero byte is refused, not cut`() throws {
        let connection = try Server.connect()
        #expect(try fault { _ = try connection.run("SELECT ?::text", [.text("a\0b")]) }.sqlState == "22021")
        #expect(try fault { _ = try connection.run("SELECT 1\0") }.sqlState == "22021")
        #expect(try fault { try connection.script("SELECT 1\0") }.sqlState == "22021")
    }

    @Test(
        arguments: [
            ("0", 0), ("-0.0", 0), ("10000", 10_000), ("100000000", 100_000_000),
            ("12345678901234", 12_345_678_901_234),
            ("42.000", 42), ("-42", -42), ("0.5", nil), ("1e18", 1_000_000_000_000_000_000), ("1e19", nil),
            ("9223372036854775807", .max), ("9223372036854775808", nil), ("-9223372036854775808", .min),
            ("-9223372036854775809", nil), ("1e200", nil), ("NaN", nil), ("Infinity", nil),
        ] as [(String, Int64?)])
    func `A numeric that is whole and fits is an integer`(text: String, number: Int64?) throws {
        let row = try #require(Server.connect().run("SELECT ?::text::numeric", [.text(text)]).first)
        #expect(row.integer(0) == number)
    }

    @Test(arguments: ["0", "0.1", "-12345.6789", "1e-30", "1e200", "70000"])
    func `Numbers with a fraction are read`(text: String) throws {
        let numbers = try #require(
            Server.connect().run("SELECT ?1::text::numeric, ?1::text::float8, 0.5::float4, 7", [.text(text)]).first)
        #expect(numbers.double(0) == Double(text))
        #expect(numbers.double(1) == Double(text))
        #expect(numbers.double(2) == 0.5)
        #expect(numbers.double(3) == 7)
    }

    @Test func `JSON, UUIDs and enumerations are texts; times are not`() throws {
        let connection = try Server.connectToOwnSchema()
        try connection.script("CREATE TYPE mood AS ENUM ('calm')")
        let row = try #require(
            connection.run(
                """
                SELECT '{"a": 1}'::json, '{"a": 1}'::jsonb, '00112233-4455-6677-8899-aabbccddeeff'::uuid, 'calm'::mood,
                    'a'::char(3), now()
                """
            ).first)
        #expect(
            (0..<6).map { row.text($0) } == [
                "{\"a\": 1}", "{\"a\": 1}", "00112233-4455-6677-8899-aabbccddeeff", "calm", "a  ", nil,
            ])
    }
}
