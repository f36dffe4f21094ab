import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// F9: forms and figures are put right, codes and clinical facts are chosen or asked.
struct FixKeyTests {
    private func desk(on example: ClaimExample, at field: Field, row: Int = 0) throws -> TestDesk {
        try TestDesk(open: example.draft).go(to: field, row: row)
    }

    @Test func `A figure is put right with one key and taken back with another`() throws {
        let example = ClaimExample.sample.with(.lineNDCQuantity, row: 1, "35")
        let desk = try desk(on: example, at: .lineNDCQuantity, row: 1).press(.function(9))
        #expect(desk.workstation.overlay == nil)
        #expect(desk.draft.lines[1].ndcQuantity.text == "0.7")
        desk.press(.control("z"))
        #expect(desk.draft == example.draft)
    }

    @Test func `A lone remedy that decides on coding is offered, and taken with another key`() throws {
        let example = ClaimExample.sample.with(.lineModifier1, "AA")
        let desk = try desk(on: example, at: .lineModifier1).press(.function(9))
        #expect(desk.draft == example.draft)
        #expect(desk.text.contains("ask the provider: write the question for the query sheet"))
        desk.press(.function(9))
        #expect(desk.draft == example.draft)
        desk.press(.enter)
        #expect(desk.draft.lines[0].modifier1.isEmpty)
        desk.press(.control("z"))
        #expect(desk.draft == example.draft)
    }

    @Test func `What only the record can say is asked in one's own words, and undo takes the question back`() throws {
        let example = ClaimExample.wrongDiagnosis
        let desk = try desk(on: example, at: .diagnosisCode).press(.function(9))
        desk.press(.end)
        for _ in 0..<20 where !desk.text.contains("Ask the provider about") {
            desk.press(.down)
            if desk.message.contains("last choice") { desk.press(.enter) }
        }
        #expect(desk.text.contains("Ask the provider about DX-008"))
        desk.press(.enter)
        #expect(desk.message.contains("Question is required"))
        desk.type("How severe is the episode?").press(.enter)
        let query = try #require(desk.draft.queries.first)
        #expect(query.rule == "DX-008" && query.place == "diagnosis.code[1]" && query.by == "A. Biller")
        #expect(query.question == "How severe is the episode?" && query.on == ClaimExample.today)
        desk.screen(.review).press(.end)
        #expect(desk.text.contains("Preview the provider query, "))
        desk.go(to: .diagnosisCode).press(.control("z"))
        #expect(desk.draft.queries.isEmpty)
    }

    @Test func `Review shows the query sheet, and Ctrl-P prints it from there`() throws {
        let desk = try TestDesk(open: ClaimExample.noHistory.draft).screen(.review).press(.end, .enter)
        #expect(desk.text.contains("Provider query"))
        desk.press(.control("p"), .enter)
        #expect(desk.effects.contains(.print(desk.draft, .query, .printer(nil))))
    }

    @Test func `A finding that no key fixes and no provider answers says how to fix it`() throws {
        let desk = try desk(on: .sample.without(.payerName), at: .payerName).press(.function(9))
        #expect(desk.workstation.overlay == nil && desk.message.hasPrefix("No automatic fix."))
    }

    @Test func `A copy asks nothing`() throws {
        var source = ClaimExample.wrongDiagnosis.draft
        source.queries = [
            ProviderQuery(rule: "DX-008", place: "diagnosis.code[1]", question: "?", by: "A", on: ClaimExample.today)
        ]
        let copy = ClaimDraft.copy(
            of: source, id: "new", account: "C-9", practice: .practice, earlier: [], in: ClaimExample.parsing)
        #expect(copy.queries.isEmpty)
    }
}
