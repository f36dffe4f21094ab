import ClaimModel
import ClaimRules
import Foundation
import Randomness
import Prerequisites
import Testing

@testable import ClaimExchange

@Suite("Any table comes out as it was written, and any bytes are read", .slow)
struct CSVLawTests {
    /// A table of texts with a column for each of some fields, and its map.
    private struct Table {
        let fields: [Field]
        let rows: [[String]]
        let delimiter: Character

        init(_ random: inout Seeded) {
            let free = Field.all.filter { !$0.shape.isDate }
            fields = Array(free.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random)))
            delimiter = random.pick([",", ";", "\t", "|"])
            let signs = Array("aZ09 ,;|\t\"'.-/éß€中🧑")
            let count = fields.count
            rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<count).map { _ in
                    let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in String(random.pick(signs)) }
                        .joined()
                    let lines = Int.random(in: 0..<6, using: &random) == 0 ? text + "\nb" : text
                    return lines.trimmingCharacters(in: .whitespacesAndNewlines)
                }
            }
        }

        var map: String {
            "columns:\n" + fields.enumerated().map { "  \"Column, \($0)\": \($1.id)\n" }.joined()
        }

        func text(lineEnd: String, random: inout Seeded) -> String {
            let header = fields.indices.map { "Column, \($0)" }
            let lines = ([header] + rows).map { row in
                row.map { quoted($0, always: Bool.random(using: &random)) }.joined(separator: String(delimiter))
            }
            return lines.joined(separator: lineEnd) + (Bool.random(using: &random) ? lineEnd : "")
        }

        private func quoted(_ text: String, always: Bool) -> String {
            guard always || text.contains(where: { ",;|\t\"\n".contains($0) }) else { return text }
            return "\"\(text.replacing("\"", with: "\"\""))\""
        }
    }

    private static func bytes(_ text: String, _ random: inout Seeded) -> [UInt8] {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: [UInt8](text.utf8)
        case 1: [0xEF, 0xBB, 0xBF] + [UInt8](text.utf8)
        case 2: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }

    @Test(arguments: UInt64(0)..<200) func `every table comes out as it was written`(seed: UInt64) throws {
        var random = Seeded(seed)
        let table = Table(&random)
        let text = table.text(lineEnd: random.pick(["\n", "\r", "\r\n"]), random: &random)
        let read = try CSVClaims(
            Self.bytes(text, &random), by: ColumnMap(yaml: table.map), in: ClaimExample.parsing)
        #expect(read.faults.isEmpty && read.unnamed.isEmpty, "\(read.faults)")
        let kept = read.claims.map { claim in table.fields.map { claim.draft.text(at: Place($0)) } }
        // A row without any text is none.
        let rows = table.rows.filter { $0.contains { !$0.isEmpty } }
        #expect(kept.count == rows.count)
        for (kept, row) in zip(kept.joined(), rows.joined()) { #expect(kept == row) }
    }

    @Test func `damaged tables are read and every row is taken or reported`() throws {
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            let table = Table(&random)
            let whole = Self.bytes(table.text(lineEnd: "\n", random: &random), &random)
            let bytes = Damage.random(whole, using: &random)
            guard let read = try? CSVClaims(bytes, by: ColumnMap(yaml: table.map), in: ClaimExample.parsing) else {
                continue
            }
            #expect(read.faults.isEmpty == (read.held == 0))
            for claim in read.claims {
                let stored = try DraftReader(in: ClaimExample.parsing).draft(from: claim.draft.canonicalJSON())
                #expect(stored == claim.draft, "seed \(seed)")
            }
        }
    }

    @Test func `a damaged map is read or its errors are named`() {
        let whole = Array(ColumnMapTemplate().text.replacing("# ", with: "").utf8)
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            let text = String(decoding: Damage.random(whole, using: &random), as: UTF8.self)
            do throws(ColumnMapFaults) {
                _ = try ColumnMap(yaml: text)
            } catch {
                #expect(!error.faults.isEmpty && error.faults.allSatisfy { !$0.message.isEmpty }, "seed \(seed)")
            }
        }
    }
}
