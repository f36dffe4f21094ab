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

    @Test(arguments: [
        "cpt", "hcpcs", "modifiers", "ndc", "pos", "taxonomy", "carc", "rarc", "revenue", "synonyms", "ages", "status",
        "status-category", "status-entity",
    ])
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
        let tabular = try #require(Self.tabular)
        try withTemporaryFolder { folder in
            _ = try CodeImport(books: CodeBooks([])).run([tabular], into: folder) { _, _ in }
            for set in ["icd10cm", "inclusions"] {
                let shipped = Self.sources.appendingPathComponent("Tables/\(set).codes")
                let made = folder.appendingPathComponent("\(set)/2025-10-01.codes")
                if Self.writes { try Data(contentsOf: made).write(to: shipped) }
                #expect(try Data(contentsOf: made) == Data(contentsOf: shipped))
            }
        }
    }

    /// After the table that it is made of, where tables are written: the script runs the suite twice.
    @Test func `is what the year before and its changes make`() throws {
        let tables = Self.sources.appendingPathComponent("Tables")
        let before = try CodeTable(
            TableFile(tables.appendingPathComponent("icd10cm.codes").path), isShipped: true)
        let words = Self.sources.appendingPathComponent("Words/icd10cm-2027.tsv")
        let builder = try NextRelease.builder(
            changing: CodeBooks([before]).allRows(of: .diagnosis), by: String(contentsOf: words, encoding: .utf8))
        let shipped = tables.appendingPathComponent("icd10cm-2027.codes")
        if Self.writes { _ = try builder.write(to: shipped) }
        try withTemporaryFolder { folder in
            let made = folder.appendingPathComponent("made.codes")
            _ = try builder.write(to: made)
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

    @Test(arguments: [("2026-09-30", 98_186, 74_719), ("2026-10-01", 98_403, 74_879)])
    func `has the official number of diagnoses`(_ date: String, _ rows: Int, _ billable: Int) throws {
        let release = try #require(try books.release(of: .diagnosis, on: day(date))?.release)
        #expect(release.rows == rows)
        #expect(release.billable == billable)
    }

    @Test func `has all of HCPCS and its modifiers`() throws {
        #expect(books.release(of: .hcpcs, on: nil)?.release.rows == 8_623)
        #expect(books.release(of: .modifier, on: nil)?.release.rows == 383 + 43, "43 of CPT stand in no file of CMS")
    }

    @Test func `has the inclusion terms and own words`() throws {
        #expect(books.release(of: .inclusionTerm, on: nil)?.release.rows == 13_487)
        #expect(books.allRows(of: .synonym).count >= 200)
    }

    /// A phrase that leads nowhere would be found by nobody.
    @Test func `every synonym leads to a code that may be billed`() throws {
        for row in books.allRows(of: .synonym) {
            let term = try #require(CodeTerm(row.details))
            let isKnown = term.codes.contains { code in
                books.rows(code, in: term.set).contains { $0.isBillable }
            }
            #expect(isKnown, "\(row.description)")
        }
    }

    @Test func `has no damage`() {
        #expect(books.releases.allSatisfy { books.damage(of: $0) == nil })
    }
}
