import ClaimModel
import Foundation
import Testing

@testable import CodeSets

/// What ships is what its sources make, byte for byte. After a change of the words: `WRITE_TABLES=1 swift test --filter
/// ShippedTableTests`.
@Suite struct ShippedTableTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/CodeSets")

    @Test(arguments: ["cpt", "hcpcs", "modifiers", "ndc", "pos", "taxonomy", "carc", "rarc", "revenue"])
    func isWhatItsWordsMake(_ name: String) throws {
        let words = Self.sources.appendingPathComponent("Words/\(name).tsv")
        let shipped = Self.sources.appendingPathComponent("Tables/\(name).codes")
        let builder = try WordTable(String(contentsOf: words, encoding: .utf8)).builder()
        if ProcessInfo.processInfo.environment["WRITE_TABLES"] != nil { _ = try builder.write(to: shipped) }
        try withTemporaryFolder { folder in
            let made = folder.appendingPathComponent("made.codes")
            _ = try builder.write(to: made)
            #expect(try Data(contentsOf: made) == Data(contentsOf: shipped))
        }
    }

    @Test func hasTheOfficialNumberOfDiagnoses() throws {
        let release = try #require(books.release(of: .diagnosis, on: nil)?.release)
        #expect(release.rows == 98_186)
        #expect(release.billable == 74_719)
        #expect(books.releases.allSatisfy { books.damage(of: $0) == nil })
    }
}
