import Foundation

/// Files of fictitious people that lie beside the tests, one segment on each line.
enum Fixture {
    static let all = ["everything", "subscriber", "secondary"]

    /// What payers answer.
    static let answers = ["remittance.835", "status.277", "acknowledgment.999"]

    static func bytes(_ name: String) throws -> [UInt8] { try file("\(name).837") }

    static func file(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
    }
}
