import Foundation
import Testing

/// The guide's pages lead to each other, and the README leads to them.
struct GuideLinkTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
    private var guide: URL { root.appending(path: "Sources/cleanclaim/Documentation.docc") }

    @Test func `every link of a page leads to a page`() throws {
        let pages = try pages()
        let names = Set(pages.keys)
        for (name, text) in pages {
            #expect(links(text).subtracting(names) == [], "\(name).md")
        }
    }

    @Test func `the first page leads to every page but the decisions`() throws {
        let pages = try pages()
        let first = try #require(pages["CleanClaim"])
        let others = pages.keys.filter { $0 != "CleanClaim" && !$0.hasPrefix("ADR-") }
        #expect(links(first) == Set(others))
    }

    @Test func `every file that the README names is there`() throws {
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let paths = readme.matches(of: /\]\((Sources[^)]+)\)/).map { String($0.output.1) }
        #expect(paths.contains { $0.hasSuffix("SeveralDesks.md") })
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: root.appending(path: path).path), "\(path)")
        }
    }

    /// The text of each page by its name.
    private func pages() throws -> [String: String] {
        let files = FileManager.default.enumerator(at: guide, includingPropertiesForKeys: nil)
        let found = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
        return try Dictionary(
            uniqueKeysWithValues: found.map {
                ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
            })
    }

    private func links(_ text: String) -> Set<String> {
        Set(text.matches(of: /<doc:([A-Za-z0-9-]+)>/).map { String($0.output.1) })
    }
}
