import ClaimExchange
import ClaimModel
import CodeSets
import Foundation
import Testing

/// What `codes list` prints.
struct ReleaseReportTests {
    @Test func `every release is listed with its set, its dates and its source, at most 80 columns wide`() throws {
        let releases = try Desk.books.get().releases
        #expect(!releases.isEmpty)
        let text = ReleaseReport.text(releases)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        for release in releases {
            #expect(text.contains(release.set.rawValue))
            #expect(text.contains(release.name.prefix(20)))
        }
    }

    @Test func `in JSON with the names that scripts rely on`() throws {
        let releases = try Desk.books.get().releases
        let json = ReleaseReport.json(releases, damaged: [])
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]])
        let names: Set = ["set", "release", "from", "to", "rows", "source", "published", "checksum", "shipped"]
        #expect(root["releases"]?.count == releases.count)
        #expect(root["releases"]?.allSatisfy { Set($0.keys) == names } == true)
        #expect(root["damaged"]?.isEmpty == true)
    }
}
