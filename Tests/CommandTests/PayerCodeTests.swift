import Foundation
import Testing

/// `cleanclaim codes answers`, and the manual's page that is made with it.
struct PayerCodeTests {
    @Test func `the manual has the codes of the program`() throws {
        let outcome = try Sandbox().run("codes", "answers", "--format", "markdown")
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/cleanclaim/Documentation.docc/PayerCodes.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(outcome.status == 0)
        #expect(
            text.hasSuffix(outcome.output),
            "Write what `cleanclaim codes answers --format markdown` prints below the page's introduction.")
    }

    @Test func `the codes are listed for people and for scripts`() throws {
        let sandbox = try Sandbox()
        let text = try sandbox.run("codes", "answers").output
        #expect(text.contains("\nM119  NDC missing, wrong or no longer active  [NDC, "))
        let json = try sandbox.run("codes", "answers", "--format", "json").output
        let all = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        let npi = try #require(all.first { $0["set"] as? String == "claim status" && $0["code"] as? String == "562" })
        #expect((npi["fields"] as? [[String: String]])?.first == ["name": "@npi", "label": "NPI of the one named"])
    }
}
