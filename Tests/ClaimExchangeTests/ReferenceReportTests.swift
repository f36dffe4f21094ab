import ClaimModel
import ClaimRules
import CodeSets
import Foundation
import TerminalKit
import Testing

@testable import ClaimExchange

@Suite struct ReferenceReportTests {
    private func isNarrow(_ text: String) -> Bool {
        text.split(separator: "\n").allSatisfy { TerminalKit.columns(of: String($0)) <= 80 }
    }

    @Test func `the rules in JSON have the keys that scripts rely on`() throws {
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(RuleReport.json().utf8)) as? [String: [[String: Any]]])
        let rules = try #require(root["rules"])
        #expect(rules.map { $0["id"] as? String } == Rule.all.map(\.id))
        let keys: Set = ["id", "title", "severity", "source", "certainty", "prevents", "reads", "applies"]
        #expect(rules.allSatisfy { Set($0.keys) == keys })
        #expect(rules.allSatisfy { ($0["reads"] as? [String])?.allSatisfy { Field.named($0) != nil } == true })
    }

    @Test func `the table and the page have every rule`() {
        let table = RuleReport.table()
        let page = RuleReport.markdown()
        #expect(isNarrow(table))
        #expect(Rule.all.allSatisfy { table.contains("\($0.id) ") && page.contains("## \($0.id): ") })
    }

    @Test(arguments: Rule.all.map(\.id))
    func `a rule is explained with its source, its denials and an example`(id: String) throws {
        let rule = try #require(Rule.named(id))
        let text = try RuleReport.explanation(of: rule, books: Desk.books.get(), policies: Desk.library.get())
        #expect(isNarrow(text))
        #expect(text.contains("Source ") && text.contains("Reads ") && text.contains(id))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for denial in rule.prevents { #expect(words.contains(denial.text)) }
        if rule.scope != .institutional { #expect(text.contains("\nExample ")) }
    }

    @Test func `what a search found`() throws {
        let hits = try Desk.books.get().find("F33", limit: 8)
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(CodeReport.json(hits).utf8)) as? [String: [[String: Any]]])
        let results = try #require(root["results"])
        #expect(results.count == hits.count && !hits.isEmpty)
        #expect(results.allSatisfy { Set($0.keys) == ["set", "code", "description", "billable"] })
        #expect(results.first?["billable"] as? Bool == hits.first?.isBillable)
        #expect(isNarrow(CodeReport.text(hits)) && CodeReport.text(hits).contains("(not billable)"))
        #expect(CodeReport.json([]) == "{\"results\": []}\n")
    }

    @Test func `a policy says of each setting how well it is known`() throws {
        let text = PolicyReport.text(of: try Desk.policy.get())
        try Golden.expect(text, is: "policy.txt")
        #expect(isNarrow(text))
    }

    @Test func `every policy is listed and shown with every setting`() throws {
        let policies = try Desk.library.get().policies
        let list = PolicyReport.list(policies)
        #expect(isNarrow(list))
        for policy in policies {
            let text = PolicyReport.text(of: policy)
            #expect(isNarrow(text) && list.contains(policy.id))
            #expect(!policy.entries.isEmpty && policy.entries.allSatisfy { text.contains("  \($0.name) ") })
        }
    }
}
