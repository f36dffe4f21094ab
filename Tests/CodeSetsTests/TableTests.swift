import Crypto
import Foundation
import Testing

@testable import CodeSets

@Suite struct TableTests {
    /// A table's text as the file has it, header and rows apart.
    private func text(_ name: String) throws -> (header: [String: String], rows: [Substring], body: Data) {
        let folder = try ResourceFolder.url(of: "Tables", in: "CodeSets")
        let data = try Data(contentsOf: folder.appendingPathComponent(name + ".tsv"))
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        let header = lines.prefix { $0.hasPrefix("# ") }
        let pairs = header.map { $0.dropFirst(2).split(separator: ": ", maxSplits: 1).map(String.init) }
        let body = data.dropFirst(header.reduce(0) { $0 + $1.utf8.count + 1 })
        return (
            Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0.last ?? "") }), Array(lines[header.count...]), body
        )
    }

    /// A generated table is what its script wrote: nobody has edited a row by hand.
    @Test(arguments: [("icd10cm", 98_186), ("hcpcs", 1_229), ("modifiers", 426)])
    func isWhatTheScriptMakes(_ name: String, _ rows: Int) throws {
        let table = try text(name)
        #expect(table.rows.count == rows)
        #expect(table.header["rows"] == String(rows))
        #expect(table.header["sha256"] == SHA256.hash(data: table.body).map { padded($0) }.joined())
    }

    @Test func hasAsManyBillableDiagnosesAsTheOfficialRelease() throws {
        let billable = try text("icd10cm").rows.count { $0.split(separator: "\t")[1] == "1" }
        #expect(billable == 74_719)
    }

    @Test(arguments: [
        "icd10cm", "hcpcs", "cpt", "modifiers", "pos", "ndc", "taxonomy", "carc", "rarc", "revenue",
    ])
    func isSortedAndWellFormed(_ name: String) throws {
        let table = try text(name)
        let columns = try #require(table.header["columns"]).split(separator: " ").count
        var previous: [UInt8] = []
        for row in table.rows {
            let key = Array(row.utf8.prefix { $0 != UInt8(ascii: "\t") })
            #expect(previous.lexicographicallyPrecedes(key), "\(row)")
            #expect(row.utf8.count { $0 == UInt8(ascii: "\t") } == columns - 1, "\(row)")
            previous = key
        }
        #expect(!table.body.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x7F })
    }

    @Test func takesControlCharactersOutOfAForeignTable() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("rough.tsv")
            let bytes = Data("# CleanClaim code table 1\n# columns: code description\nA1\tred\u{1B}[31m\u{85}!\n".utf8)
            try bytes.write(to: file)
            let table = try CodeTable("rough", in: folder)
            #expect(table.row("A1") == ["A1", "red[31m!"])
        }
    }

    @Test(arguments: [
        "", "\n", "# ", "# columns: code", "PK\u{3}\u{4}", "A00\t1\tCholera\n",
        "# CleanClaim code table 2\n# columns: code\n",
    ])
    func refusesAFileThatIsNoTable(_ content: String) throws {
        try withTemporaryFolder { folder in
            try Data(content.utf8).write(to: folder.appendingPathComponent("bad.tsv"))
            #expect(throws: UnreadableTable.self) { try CodeTable("bad", in: folder) }
        }
    }

    /// Whatever the rows are, asking never traps.
    @Test func survivesRowsOfNoise() throws {
        var noise = SystemRandomNumberGenerator()
        try withTemporaryFolder { folder in
            for _ in 0..<200 {
                let alphabet = Array("\t\t\n\n~AZ09 é\u{0}".utf8) + [0xC3, 0xFF]
                let body = (0..<Int.random(in: 0...60, using: &noise)).map { _ in
                    alphabet.randomElement(using: &noise) ?? 0
                }
                let bytes = Data("# CleanClaim code table 1\n# columns: code billable description\n".utf8) + body
                try bytes.write(to: folder.appendingPathComponent("noise.tsv"))
                let table = try CodeTable("noise", in: folder)
                for key in ["", "A", "Z9", "~", "é"] {
                    if let row = table.row(key) { #expect(row.count == 3) }
                    table.forEachRow(prefix: key) { $0.count == 3 }
                }
                var best = BestRows(limit: 5)
                let standing = Standing(query: WordQuery(["a", "z0"]), preferred: [])
                table.withRows { $0.scan(for: standing, in: .diagnosis, into: &best) }
                for row in best.rows { #expect(table.row(at: row.start).count == 3) }
            }
        }
    }

    private func padded(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
