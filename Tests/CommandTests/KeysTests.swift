import Foundation
import Testing

/// `cleanclaim keys`, and the manual's page that is made with it.
struct KeysTests {
    @Test func `the manual has the keys of the program`() throws {
        let outcome = try Sandbox().run("keys", "--markdown")
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/cleanclaim/Documentation.docc/Keys.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(outcome.status == 0)
        #expect(
            text.hasSuffix(outcome.output),
            "Write what `cleanclaim keys --markdown` prints below the page's introduction.")
    }

    @Test func `the keys of the configuration are listed`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("keymap: {take-fix: F11}\n", to: "config/cleanclaim/config.yaml")
        let outcome = try sandbox.run("keys")
        #expect(outcome.status == 0 && outcome.output.contains("\nF11 "))
        #expect(!outcome.output.contains("F9, Alt-9"))
    }
}
