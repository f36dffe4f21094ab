import ClaimModel
import ClaimRules
import CodeSets
import Foundation
import Prerequisites
import Testing

@testable import ClaimExchange
import TextKit

@Suite struct ReferenceReportTests {
    private func isNarrow(_ text: String) -> Bool {
        text.split(separator: "\n").allSatisfy { $0.columns <= 80 }
    }

    @Test func `the rules in JSON have the keys that scripts rely on`() throws {
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(RuleReport.json().utf8)) as? [String: [[String: Any]]])
        let rules = try #require(root["rules"])
        #expect(rules.map { $0["id"] as? String } == Rule.all.map(\.id))
        let keys: Set = [
            "id", "chapter", "title", "fault", "severity", "severityNote", "source", "certainty", "prevents",
            "undenied",
            "rejectedAs", "reads", "applies", "alongside", "silenced",
        ]
        #expect(rules.allSatisfy { Set($0.keys) == keys })
        #expect(rules.allSatisfy { ($0["reads"] as? [String])?.allSatisfy { Field.named($0) != nil } == true })
    }

    @Test(.slow) func `the table and the page have every rule`() throws {
        let table = RuleReport.table()
        let page = try RuleReference.markdown(books: Desk.books.get(), policies: Desk.library.get())
        #expect(isNarrow(table))
        #expect(Rule.all.allSatisfy { table.contains("\($0.id) ") && page.contains("\n### \($0.id): ") })
        #expect(Chapter.all.allSatisfy { page.contains("\n## \($0.title)\n") })
        let examples = page.split(separator: "\n").count { $0.hasPrefix("> *") }
        #expect(examples == Rule.all.count { $0.scope.isEvaluated })
    }

    /// Each rule, on the first claim that it rejects: what it read, and an edit or its absence.
    @Test(.slow, arguments: Rule.all.filter { $0.scope.isEvaluated }.map(\.id))
    func `a rule is explained on a claim`(id: String) throws {
        let rule = try #require(Rule.named(id))
        let example = try #require(rule.rejects().first)
        let context = try example.context(books: Desk.books.get(), library: Desk.library.get())
        let verdict = RuleVerdict(of: rule, on: example.draft, in: context)
        #expect(!verdict.findings.isEmpty)
        let text = VerdictReport.text(of: verdict)
        #expect(isNarrow(text))
        #expect(text.contains("\nRequirement ") && text.contains("\nChecked ") && text.contains("\nNo finding if "))
        let silent = try RuleVerdict(of: rule, on: #require(rule.accepts().first).draft, in: context)
        #expect(isNarrow(VerdictReport.text(of: silent)))
    }

    @Test func `what would change a verdict has been tried`() throws {
        let context = try ClaimExample.sample.context(books: Desk.books.get(), library: Desk.library.get())
        let rule = try #require(Rule.named("TM-003"))
        let push = ClaimExample.sample.with(.lineStop, "10:15")
        let spoken = RuleVerdict(of: rule, on: push.draft, in: context)
        #expect(spoken.outcome == .found)
        #expect(spoken.inputs.contains { $0.place == Place(.lineStop) && $0.text == "10:15" })
        #expect(VerdictReport.text(of: spoken).contains("No finding if     Stop, line 1: 10:40 instead of 10:15"))
        let silent = RuleVerdict(of: rule, on: ClaimExample.sample.draft, in: context)
        #expect(silent.outcome == .clear)
        #expect(VerdictReport.text(of: silent).contains("Stop, line 1: 10:15 instead of 10:40"))
        let other = RuleVerdict(
            of: try #require(Rule.named("DOC-001")), on: ClaimExample.officeVisit.draft, in: context)
        #expect(other.outcome == .notJudged)
        #expect(other.changes.contains { $0.edits.contains { $0.place.field == .treatmentDrug } })
        let hidden = RuleVerdict(
            of: try #require(Rule.named("DX-002")), on: ClaimExample.noDiagnosis.draft, in: context)
        #expect(hidden.outcome == .clear || hidden.outcome == .hidden(by: ["DX-001"]))
    }

    @Test(.slow, arguments: Rule.all.map(\.id))
    func `a rule is explained with its source, its denials and an example`(id: String) throws {
        let rule = try #require(Rule.named(id))
        let text = try RuleReport.explanation(of: rule, books: Desk.books.get(), policies: Desk.library.get())
        #expect(isNarrow(text))
        #expect(text.contains("Source ") && text.contains("Fields checked ") && text.contains(id))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for denial in rule.prevents { #expect(words.contains(denial.text)) }
        if rule.scope.isEvaluated { #expect(text.contains("\nExample ")) }
    }

    @Test func `what a search found, with all that a look-up shows`() throws {
        let policy = try #require(try Desk.library.get().named("va_ccn"))
        let day = try #require(Day(iso: "2027-11-10"))
        let question = CodeQuestion(
            try Desk.books.get(), in: [.diagnosis], on: day, under: policy, with: ["F33.2"])
        let hits = question.answers(to: "F31", limit: 8).hits
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(CodeReport.json(hits, of: question).utf8)) as? [String: Any])
        #expect(root["on"] as? String == "2027-11-10" && root["policy"] as? String == "va_ccn")
        let results = try #require(root["results"] as? [[String: Any]])
        #expect(results.count == hits.count && !hits.isEmpty)
        let names: Set = ["set", "code", "description", "billable", "from", "to", "inForce", "release"]
        #expect(results.allSatisfy { names.isSubset(of: $0.keys) })
        #expect(results.first?["billable"] as? Bool == hits.first?.isBillable)
        #expect(results.allSatisfy { $0["fit"] as? String == "excluded" && $0["grounds"] is String })
        let excluded = try #require(results.first?["excludes1"] as? [[String: String]])
        #expect(excluded.map { $0["code"] } == ["F33.2"])
        let text = CodeReport.text(hits, of: question)
        #expect(isNarrow(text) && text.contains("header") && text.contains("Excludes1 with F33.2 on this claim"))
        #expect(CodeReport.missingReleases(hits, of: question).count == 1)
    }

    @Test func `a search that found nothing, without a policy and a day`() throws {
        let question = CodeQuestion(try Desk.books.get(), in: [.diagnosis])
        #expect(CodeReport.json([], of: question) == "{\"on\": null, \"policy\": null, \"results\": []}\n")
        let hits = question.answers(to: "F41.1", limit: 1).hits
        #expect(CodeReport.json(hits, of: question).contains("\"fit\": null"))
        #expect(CodeReport.missingReleases(hits, of: question) == [])
    }

    @Test func `a policy says of each setting how well it is known`() throws {
        let text = PolicyReport.text(of: try Desk.policy.get(), on: ClaimExample.today)
        try Golden.expect(text, is: "policy.txt")
        #expect(isNarrow(text))
    }

    @Test func `every policy is listed and shown with every setting`() throws {
        let library = try Desk.library.get()
        let policies = library.policies
        let list = PolicyReport.list(library)
        #expect(isNarrow(list))
        for policy in policies {
            let text = PolicyReport.text(of: policy, on: ClaimExample.today)
            #expect(isNarrow(text) && list.contains(policy.id))
            #expect(!policy.rows.isEmpty && policy.rows.allSatisfy { text.contains("  \($0.key) ") })
        }
    }
}
