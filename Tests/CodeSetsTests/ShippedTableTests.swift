import ClaimModel
import Foundation
import Prerequisites
import Testing

@testable import CodeSets

/// What ships is what its sources make, byte for byte. After a change of them: `Sources/CodeSets/Scripts/make_tables`.
@Suite struct ShippedTableTests {
    private static let sources = checkout.appendingPathComponent("Sources/CodeSets")
    private static let writes = ProcessInfo.processInfo.environment["WRITE_TABLES"] != nil

    /// The CDC tabular XML; `nil` where the package that carries it can't be fetched.
    private static let tabular: URL? = {
        let said = try? output(of: sources.appendingPathComponent("Scripts/tabular").path)
        return said.map { URL(fileURLWithPath: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }()

    private static let record = published("HCPC2026_JAN_ANWEB_01122026.txt")

    @Test(arguments: ["cpt", "hcpcs", "modifiers", "ndc", "pos", "taxonomy", "carc", "rarc", "revenue"])
    func `is what its words make`(_ name: String) throws {
        let words = Self.sources.appendingPathComponent("Words/\(name).tsv")
        let shipped = Self.sources.appendingPathComponent("Tables/\(name).codes")
        let builder = try WordTable(String(contentsOf: words, encoding: .utf8)).builder()
        if Self.writes { _ = try builder.write(to: shipped) }
        try withTemporaryFolder { folder in
            let made = folder.appendingPathComponent("made.codes")
            _ = try builder.write(to: made)
            #expect(try Data(contentsOf: made) == Data(contentsOf: shipped))
        }
    }

    @Test(
        .enabled(
            if: runs(with: tabular != nil),
            "needs the Python package simple-icd-10-cm 1.5.0, which could not be fetched"))
    func `is what the tabular list makes`() throws {
        let shipped = Self.sources.appendingPathComponent("Tables/icd10cm.codes")
        let tabular = try #require(Self.tabular)
        try withTemporaryFolder { folder in
            _ = try CodeImport(beside: CodeBooks([])).run([tabular], into: folder) { _, _ in }
            let made = folder.appendingPathComponent("icd10cm/2025-10-01.codes")
            if Self.writes { try Data(contentsOf: made).write(to: shipped) }
            #expect(try Data(contentsOf: made) == Data(contentsOf: shipped))
        }
    }

    @Test(.enabled(if: runs(with: record != nil), "needs CMS's HCPCS contractor record of January 2026"))
    func `words are what the contractor record makes`() throws {
        let record = try #require(Self.record)
        try withTemporaryFolder { folder in
            let script = Self.sources.appendingPathComponent("Scripts/make_words.py").path
            _ = try output(of: "python3", script, record.path, folder.path)
            for name in ["hcpcs.tsv", "modifiers.tsv"] {
                let made = try Data(contentsOf: folder.appendingPathComponent(name))
                #expect(try made == Data(contentsOf: Self.sources.appendingPathComponent("Words/\(name)")))
            }
        }
    }

    @Test func `has the official number of diagnoses`() throws {
        let release = try #require(books.release(of: .diagnosis, on: nil)?.release)
        #expect(release.rows == 98_186)
        #expect(release.billable == 74_719)
        #expect(books.releases.allSatisfy { books.damage(of: $0) == nil })
    }
}
