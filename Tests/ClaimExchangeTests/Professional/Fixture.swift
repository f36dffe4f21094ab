import Foundation

/// Files of fictitious people that lie beside the tests, one segment on each line.
enum Fixture {
    static let all = ["everything", "subscriber", "secondary"]

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name).837")))
    }
}
