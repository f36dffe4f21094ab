import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Texts of the office: inserted with F2, their blanks filled one by one.
struct TextKeyTests {
    private static func text(_ name: String, _ words: String) -> ReferenceEntry {
        ReferenceEntry(
            kind: .text, identity: name.lowercased(), label: "\(name): \(words)",
            texts: [Field.entryName.id: name, Field.entryText.id: words])
    }

    private func desk(_ words: String, on claim: ClaimExample = .sample.without(.symptoms)) throws -> TestDesk {
        try TestDesk(open: claim.draft).take(.directory([Self.text("Session", words)]))
    }

    @Test func `typing fills a blank in, and Enter goes to the next one`() throws {
        let desk = try desk("Tolerated ___ mg over ___ minutes.").go(to: .symptoms).press(.function(2))
        #expect(desk.text.contains("Texts for Current symptoms"))
        desk.press(.enter).type("35")
        #expect(desk.shownErrors.isEmpty)
        desk.press(.tab, .backTab)
        #expect(desk.findingsAtCursor.first?.message == "1 blank (___) of this text is not filled in.")
        desk.press(.enter).type("40")
        #expect(desk.draft.text(at: Place(.symptoms)) == "Tolerated 35 mg over 40 minutes.")
        #expect(!desk.shownErrors.contains("DOC-020"))
        desk.press(.control("z"), .control("z"), .control("z"))
        #expect(desk.draft.text(at: Place(.symptoms)).isEmpty)
    }

    @Test func `a blank that is left is an error, and the claim does not become ready`() throws {
        let desk = try desk("Slept ___ hours.").go(to: .symptoms).press(.function(2), .enter, .enter)
        #expect(desk.focus == Place(.symptoms))
        #expect(desk.draft.text(at: Place(.symptoms)) == "Slept ___ hours.")
        desk.press(.tab, .function(12))
        #expect(desk.status != .ready && desk.message.contains("blank"), "\(desk.message)")
        #expect(desk.shownErrors == ["DOC-020"])
    }

    @Test func `behind the last blank Enter goes on instead of breaking the line`() throws {
        let desk = try desk("Slept ___ hours.").go(to: .symptoms).press(.function(2), .enter).type("6").press(.enter)
        #expect(desk.focus != Place(.symptoms) && desk.draft.text(at: Place(.symptoms)) == "Slept 6 hours.")
    }

    @Test func `a text replaces what is selected, else it follows it, and only where it fits`() throws {
        let replaced = try desk("Calm.", on: .sample).go(to: .symptoms).press(.function(2), .enter)
        #expect(replaced.draft.text(at: Place(.symptoms)) == "Calm.")
        let symptoms = try desk("Calm.\nOriented.", on: .sample).go(to: .symptoms).press(.end, .function(2), .enter)
        let before = ClaimExample.sample.draft.text(at: Place(.symptoms))
        #expect(symptoms.draft.text(at: Place(.symptoms)) == before + "\nCalm.\nOriented.")
        let box = try desk("A\nB", on: .sample).go(to: .additionalInformation).type("X").press(.function(2), .enter)
        #expect(box.draft.text(at: Place(.additionalInformation)) == "X A B")
        let long = try desk(String(repeating: "word ", count: 20), on: .sample).go(to: .additionalInformation)
            .press(.function(2), .enter)
        #expect(long.draft.text(at: Place(.additionalInformation)).isEmpty)
        #expect(long.message.contains("takes 71 characters"), "\(long.message)")
    }

    @Test func `a line of underscores that somebody drew is no blank`() {
        #expect(TextBlank.ranges(in: "a ___ b ____ c __ d___").count == 2)
        #expect(TextBlank.ranges(in: "______").isEmpty)
    }
}
