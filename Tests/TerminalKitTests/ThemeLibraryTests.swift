import Foundation
import Testing

@testable import TerminalKit

@Suite struct ThemeLibraryTests {
    private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../themes").standardizedFileURL
    private let own = FileManager.default.temporaryDirectory.appending(path: "themes-\(UUID().uuidString)")

    private func library(_ files: [String: Data]) throws -> ThemeLibrary {
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        for (name, data) in files { try data.write(to: own.appending(path: name)) }
        return ThemeLibrary(folders: [own, shipped])
    }

    @Test func `a theme of their own inherits a shipped one`() throws {
        let library = try library(["mine.yaml": Data("inherits: default\nbase08: \"#ffffff\"\n".utf8)])
        #expect(library.names.contains("mine"))
        let mine = try library.load("mine")
        let parent = try library.load("default")
        #expect(mine.name == "mine")
        #expect(mine.style(for: .findingError, at: .trueColor).foreground == .rgb(RGB(0xFFFFFF)))
        #expect(mine.style(for: .text, at: .trueColor) == parent.style(for: .text, at: .trueColor))
    }

    @Test(arguments: [
        ("a", "inherit each other in a circle: a, b, a"), ("orphan", "there is no theme nowhere. There are"),
        ("missing", "there is no theme missing"), ("../default", "there is no theme"), ("", "there is no theme"),
        ("latin", "it is not UTF-8 text"), ("folder", "it cannot be read"),
        ("\u{1B}[2J", "there is no theme \u{FFFD}[2J"),
    ])
    func `what cannot be loaded is said`(name: String, words: String) throws {
        let library = try library([
            "a.yaml": Data("inherits: b\n".utf8), "b.yaml": Data("inherits: a\n".utf8),
            "orphan.yaml": Data("inherits: nowhere\n".utf8), "latin.yaml": Data([0x61, 0xE9, 0x0A]),
        ])
        try FileManager.default.createDirectory(
            at: own.appending(path: "folder.yaml"), withIntermediateDirectories: true)
        let error = try #require(throws: ThemeError.self) { try library.load(name) }
        #expect(error.description.contains(words), "\(error)")
    }

    @Test func `no folder is no trap`() throws {
        let library = ThemeLibrary(folders: [URL(filePath: "/nonexistent")])
        #expect(library.names.isEmpty)
        #expect(throws: ThemeError.self) { try library.load("default") }
        #expect(Theme.plain.style(for: .findingError, at: .trueColor) == Style(attributes: [.bold, .reverse]))
    }
}
