import Foundation
import Testing

/// The README's text picture and the SVG screens of the documentation, which `.ci/pictures` makes from the snapshots.
struct PictureTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    @Test func `the pictures are current`() throws {
        let (status, message) = try run("--check", in: root)
        #expect(status == 0, "\(message)")
    }

    @Test func `a changed snapshot or theme makes the pictures stale`() throws {
        let sandbox = try Sandbox()
        defer { withExtendedLifetime(sandbox) {} }
        let copy = sandbox.file("checkout")
        let files = FileManager.default
        for path in [
            ".ci/pictures", "README.md", "themes", "Tests/WorkstationTests/Snapshots", "Sources/TerminalKit",
            "Sources/cleanclaim/Documentation.docc/Pictures",
        ] {
            let place = copy.appending(path: path)
            try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: root.appending(path: path), to: place)
        }
        try #require(try run("--check", in: copy).status == 0)
        let snapshot = copy.appending(path: "Tests/WorkstationTests/Snapshots/mistakes-5-ndc-80x24.screen")
        let text = try String(contentsOf: snapshot, encoding: .utf8)
        try text.replacing("RIVERA", with: "RIVERO").write(to: snapshot, atomically: true, encoding: .utf8)
        let stale = try run("--check", in: copy)
        #expect(stale.status == 1 && stale.message.contains("README.md is not current: run .ci/pictures."))
        #expect(stale.message.contains("ndc.svg") && !stale.message.contains("worklist.svg"))
        try #require(try run(in: copy).status == 0)
        #expect(try run("--check", in: copy).status == 0)
        let theme = copy.appending(path: "themes/default.yaml")
        let palette = try String(contentsOf: theme, encoding: .utf8)
        try palette.replacing("1b1e24", with: "000000").write(to: theme, atomically: true, encoding: .utf8)
        #expect(try run("--check", in: copy).message.contains("worklist.svg"))
    }

    private func run(_ arguments: String..., in folder: URL) throws -> (status: Int32, message: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", folder.appending(path: ".ci/pictures").path] + arguments
        process.standardError = output
        try process.run()
        let message = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: message, as: UTF8.self))
    }
}
