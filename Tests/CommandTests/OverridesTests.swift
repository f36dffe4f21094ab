import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim overrides`.
struct OverridesTests {
    /// A claim whose only warning somebody has let stand.
    private func overridden(_ reason: String) -> ClaimDraft {
        var draft = ClaimExample.longInfusion.draft
        var inputs: [String: String] = [:]
        for field in Rule.named("TM-010")?.reads ?? [] {
            let rows = field.part == .line ? [0] : Array(0..<draft.rowCount(of: field.part))
            for place in rows.map({ Place(field, row: $0) }) { inputs[place.key] = draft.text(at: place) }
        }
        draft.overrides = [
            Override(
                rule: "TM-010", place: "line.stop[1]", reason: reason, by: "L. Lead", on: ClaimExample.today,
                inputs: inputs)
        ]
        return draft
    }

    @Test func `they are listed with the account number and no other identity`() throws {
        let sandbox = try Sandbox()
        let lapsed = overridden("Slow protocol").renamed("other")
        var changed = lapsed
        changed.type("C-1004", at: Place(.account), in: ClaimExample.parsing)
        changed.type("10:40", at: Place(.lineStop), in: ClaimExample.parsing)
        let lines = [overridden("Slow protocol for Dana Rivera"), changed].map {
            String(decoding: $0.canonicalJSON(), as: UTF8.self)
        }
        try sandbox.write(lines.joined(separator: "\n"), to: "claims.jsonl")
        #expect(try sandbox.run("import", sandbox.file("claims.jsonl").path).status == 0)

        let text = try sandbox.run("overrides")
        #expect(text.status == 0 && text.messages.isEmpty)
        for words in ["C-1003", "C-1004", "TM-010", "L. Lead", "11/23/2026", "Slow protocol", "2 overrides"] {
            #expect(text.output.contains(words), "\(words)")
        }
        #expect(text.output.contains("Lapsed: line 1, Stop changed since."))
        for identity in ["Rivera", "Dana", "123456789012", "04/17/1981"] { #expect(!text.output.contains(identity)) }

        let json = try sandbox.run("overrides", "--format", "json")
        let listed = try #require(try json.json["overrides"] as? [[String: Any]])
        #expect(listed.map { $0["state"] as? String } == ["in effect", "lapsed"])
        #expect(listed.map { $0["account"] as? String } == ["C-1003", "C-1004"])
        #expect(listed.last?["changed"] as? [String] == ["line.stop[1]"])
        #expect(!json.output.contains("Rivera"))
    }

    @Test func `without any it says so`() throws {
        let outcome = try Sandbox().run("overrides")
        #expect(outcome.output == "0 overrides: 0 in effect, 0 not.\n")
        #expect(try Sandbox().run("overrides", "--format", "json").output == "{\"overrides\": []}\n")
    }
}
