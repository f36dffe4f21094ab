import ClaimModel
import Foundation
import Randomness
import Testing

@testable import CodeSets

@Suite struct TableTests {
    /// A small table with something in every section.
    private static func builder(_ name: String = "a", from: String = "2025-10-01", to: String? = nil) throws
        -> TableBuilder
    {
        var builder = TableBuilder(
            CodeRelease(
                set: .diagnosis, name: name, from: try day(from), to: try to.map(day), source: "a test",
                published: try day(from)))
        try builder.add(CodeRow(code: "F33", description: "Depression, recurrent", isBillable: false))
        try builder.add(CodeRow(code: "F332", description: "Depression, recurrent, severe", details: ["x", "", "y"]))
        try builder.add(CodeRow(code: "A00", description: "Cholera é", from: try day("2020-01-01"), keywords: "vibrio"))
        try builder.add(
            CodeNote(
                kind: .excludes1, text: "bipolar disorder (F31.-)",
                ranges: [try #require(CodeRange(first: "F31", last: "F31"))], isWhole: true, owner: "F33"))
        return builder
    }

    private func opened(_ bytes: Data, in folder: URL) throws -> CodeTable {
        let file = folder.appendingPathComponent("\(UUID().uuidString).codes")
        try bytes.write(to: file)
        return try CodeTable(TableFile(file.path), isShipped: false)
    }

    @Test func `gives back what was written`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("new/folder/a.codes")
            let release = try Self.builder().write(to: file)
            let table = try CodeTable(TableFile(file.path), isShipped: false)
            #expect(table.release == release)
            #expect(table.file.isSound)
            #expect((release.rows, release.billable) == (3, 2))
            let row = try #require(CodeKey("f332").flatMap { table.row($0) })
            #expect(table.description(row) == "Depression, recurrent, severe")
            #expect(table.details(row) == ["x", "", "y"])
            #expect(table.isBillable(row))
            let cholera = try #require(CodeKey("A00").flatMap { table.row($0) })
            #expect(try table.firstDay(cholera) == day("2020-01-01"))
            #expect(table.lastDay(cholera) == nil)
            #expect(WordSearch([QueryWord("vibr")], in: table)?.rows(limit: 9, first: []).map(\.row) == [cholera])
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path).count == 1)
        }
    }

    @Test func `refuses what cannot be a row`() throws {
        var builder = try Self.builder()
        for row in [
            CodeRow(code: "", description: "a"), CodeRow(code: "F33.2", description: "a dot"),
            CodeRow(code: "ABCDEFGHIJKLMNOPQ", description: "17"), CodeRow(code: "B1", description: "a\u{1B}[31m"),
            CodeRow(code: "B1", description: String(repeating: "a", count: 8_001)),
            CodeRow(code: "B1", description: "a", from: try day("2026-02-01"), to: try day("2026-01-01")),
        ] {
            #expect(throws: UnreadableRow.self) { try builder.add(row) }
        }
        try builder.add(CodeRow(code: "F332", description: "again"))
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.codes")
            #expect(throws: TableNotWritten.doubled(code: "F332", rows: [2, 4])) { try builder.write(to: file) }
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test func `picks the row in force`() throws {
        var builder = TableBuilder(CodeRelease(set: .hcpcs, name: "b", source: "a test"))
        try builder.add(CodeRow(code: "J0013", description: "new", from: try day("2026-01-01")))
        try builder.add(
            CodeRow(code: "J0013", description: "old", from: try day("2020-01-01"), to: try day("2025-12-31")))
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("b.codes")
            try builder.write(to: file)
            let books = CodeBooks([try CodeTable(TableFile(file.path), isShipped: false)])
            #expect(try books.procedure("J0013", on: day("2025-06-01"))?.label == "old")
            #expect(try books.procedure("J0013", on: day("2026-06-01"))?.label == "new")
            #expect(books.procedure("J0013")?.label == "new")
        }
    }

    @Test func `a release judges its own days`() throws {
        try withTemporaryFolder { folder in
            let own = folder.appendingPathComponent("icd10cm")
            try Self.builder("FY2024", from: "2023-10-01", to: "2024-09-30").write(
                to: own.appendingPathComponent("a.codes"))
            try Self.builder("FY2027", from: "2026-10-01", to: "2027-09-30").write(
                to: own.appendingPathComponent("b.codes"))
            try Data("rubbish".utf8).write(to: own.appendingPathComponent("c.codes"))
            let (books, damaged) = try CodeBooks.loaded(own: folder)
            #expect(damaged.map(\.path) == [own.appendingPathComponent("c.codes").path])
            func name(_ date: String) throws -> String? {
                try books.release(of: .diagnosis, on: day(date)).map { ($0.covers ? "" : "nearest ") + $0.release.name }
            }
            #expect(try name("2024-01-01") == "FY2024")
            #expect(try name("2026-05-01") == "FY2026 (April 1 2026)")
            #expect(try name("2026-11-10") == "FY2027")
            #expect(try name("2024-10-02") == "nearest FY2024")
            #expect(try name("2028-01-01") == "nearest FY2027")
            #expect(try books.diagnosis("F34.1", on: day("2026-05-01")) != nil)
            #expect(try books.diagnosis("F34.1", on: day("2026-11-10")) == nil)
            #expect(books.releases.count { $0.set == .diagnosis } == 4)
        }
    }

    @Test(arguments: [
        "", "\n", "PK\u{3}\u{4}", "A00\t1\tCholera\n", "CCCODES\n", "CCCODES\n" + String(repeating: "\u{0}", count: 99),
    ])
    func `refuses a file that is no table`(_ content: String) throws {
        try withTemporaryFolder { folder in
            #expect(throws: UnreadableTable.self) { _ = try self.opened(Data(content.utf8), in: folder) }
        }
    }

    /// Whatever a file's bytes are, it is refused or asked without a trap.
    @Test(arguments: 0..<8 as Range<UInt64>) func `survives damage`(seed: UInt64) throws {
        var noise = Seeded(seed)
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.codes")
            try Self.builder().write(to: file)
            let good = try Data(contentsOf: file)
            for _ in 0..<60 {
                var bytes = good
                for _ in 0..<Int.random(in: 1...6, using: &noise) {
                    bytes[Int.random(in: bytes.indices, using: &noise)] = UInt8.random(in: .min ... .max, using: &noise)
                }
                if Bool.random(using: &noise) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &noise)) }
                guard let table = try? opened(bytes, in: folder) else { continue }
                #expect(!table.file.isSound || bytes == good)
                ask(CodeBooks([table]))
            }
        }
    }

    /// What a start finds without reading every byte.
    @Test func `refuses a table that was overwritten`() throws {
        var builder = TableBuilder(CodeRelease(set: .hcpcs, name: "b", source: "a test"))
        for number in 1000..<1200 { try builder.add(CodeRow(code: "J\(number)", description: "drug \(number)")) }
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.codes")
            try builder.write(to: file)
            let good = try Data(contentsOf: file)
            #expect(try opened(good, in: folder).count == 200)
            let content = 512..<good.count
            var noise = Seeded(1)
            let rubbish = content.map { _ in UInt8.random(in: .min ... .max, using: &noise) }
            let damaged: [(inout Data) -> Void] = [
                { $0.replaceSubrange(content, with: Data(count: content.count)) },
                { $0.replaceSubrange(content, with: rubbish) },
                { $0.replaceSubrange(content, with: $0[content].reversed()) },
            ]
            for damage in damaged {
                var bytes = good
                damage(&bytes)
                #expect(throws: UnreadableTable.self) { try opened(bytes, in: folder) }
            }
        }
    }

    @Test func `names a table of which one byte has changed`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.codes")
            try Self.builder().write(to: file)
            var bytes = try Data(contentsOf: file)
            let place = try #require(bytes.firstRange(of: Data("Cholera".utf8)))
            bytes[place.lowerBound] = UInt8(ascii: "X")
            let books = CodeBooks([try opened(bytes, in: folder)])
            #expect(books.damagedTables().map(\.reason) == ["its bytes have changed since it was written"])
        }
    }

    private func ask(_ books: CodeBooks) {
        for code in ["F33.2", "A00", "Z99", "F31"] {
            _ = (books.diagnosis(code), books.children(of: code), books.billableCodes(under: code, limit: 5))
            _ = (
                books.notes(on: code), books.excludes1(code, "F31.9"), books.procedure(code), books.product(ndc11: code)
            )
        }
        for query in ["depr", "rec sev", "chol", "deprr", "F3", "0143"] {
            #expect(books.find(query, limit: 5).count <= 5)
        }
    }

    @Test func `finds the note that keeps two apart`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.codes")
            try Self.builder().write(to: file)
            let books = CodeBooks([try CodeTable(TableFile(file.path), isShipped: false)])
            #expect(books.excludes1("F33.2", "F31.4")?.owner == "F33")
            #expect(books.excludes1("f314", "f33")?.text == "bipolar disorder (F31.-)")
            #expect(books.excludes1("F33.2", "F32.1") == nil)
            #expect(books.notes(on: "F33.2").map(\.kind) == [.excludes1])
            #expect(books.notes(on: "F34.1").isEmpty)
        }
    }
}
