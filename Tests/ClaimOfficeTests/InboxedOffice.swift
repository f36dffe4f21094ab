import ClaimModel
import Foundation

@testable import ClaimOffice

/// An office with an inbox in a throw-away folder, at a time when whatever was put there has been left alone for a while.
final class InboxedOffice {
    var desk: AnsweredOffice
    let folder: URL
    /// How much later it is than the clock says, in seconds.
    var later: TimeInterval = 60

    init() throws {
        desk = try AnsweredOffice()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("inbox-\(UUID().uuidString)")
        desk.office.exchange.inbox = folder.appendingPathComponent("in").path
        desk.office.exchange.archive = folder.appendingPathComponent("kept").path
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("in"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private(set) lazy var inbox = Inbox(desk.office) { [later] in Date().addingTimeInterval(later) }

    func path(_ name: String) -> String { folder.appendingPathComponent("in/\(name)").path }

    func fixture(_ name: String) throws -> Data {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try Data(contentsOf: fixtures.appendingPathComponent(name))
    }

    func put(_ fixture: String, as name: String? = nil) throws {
        try put(try self.fixture(fixture), as: name ?? fixture)
    }

    func put(_ data: Data, as name: String) throws { try data.write(to: URL(fileURLWithPath: path(name))) }

    func entry(_ name: String) throws -> InboxEntry? { try inbox.entries().first { $0.name == name } }

    /// The names in a folder: `in` or `kept`.
    func names(_ part: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path)) ?? [])
            .sorted()
    }
}
