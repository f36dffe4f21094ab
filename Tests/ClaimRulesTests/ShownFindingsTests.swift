import ClaimModel
import CodeSets
import Prerequisites
import Randomness
import Testing

@testable import ClaimRules

/// What is shown of the findings, and what an office may silence.
@Suite struct ShownFindingsTests {
    @Test func `a clean claim shows its most useful note`() throws {
        let findings = try Desk.findings(on: .sample)
        #expect(findings.rules(.note) == ["DOC-014", "PY-008", "PY-009", "PY-013"])
        let shown = ShownFindings(of: findings, on: ClaimExample.sample.draft)
        // It may be denied; the policy's own notes come last.
        #expect(shown.findings.map(\.rule.id) == ["PY-013"])
        #expect(shown.moreNotes.map(\.rule.id) == ["PY-008", "PY-009", "DOC-014"])
        let all = ShownFindings(of: findings, on: ClaimExample.sample.draft, showsAllNotes: true)
        #expect(all.findings.count == findings.count && all.moreNotes.isEmpty)
    }

    @Test func `a claim to work on shows every note`() throws {
        let claim = ClaimExample.sample.without(.authorizationNumber)
        let findings = try Desk.findings(on: claim)
        let shown = ShownFindings(of: findings, on: claim.draft)
        #expect(shown.findings.count == findings.count && shown.moreNotes.isEmpty)
    }

    @Test(.slow, arguments: Rule.evaluated)
    func `no error and no warning is held back`(_ rule: Rule) throws {
        for example in rule.rejects() + rule.accepts() {
            let findings = try Desk.findings(on: example)
            let shown = ShownFindings(of: findings, on: example.draft)
            #expect(
                shown.findings.filter { $0.severity != .note }.count == findings.filter { $0.severity != .note }.count)
            #expect(shown.moreNotes.allSatisfy { $0.severity == .note })
            #expect(shown.findings.count + shown.moreNotes.count == findings.count)
        }
    }

    private static let decision = SilencedNote(
        by: "R. Lane", on: ClaimExample.today, reason: "Everybody knows the number.")

    private func findings(
        on claim: ClaimExample, silencing rules: String..., under policy: Policy? = nil
    ) throws -> [Finding] {
        let context = try claim.context(books: Desk.books.get(), library: Desk.library.get())
        let silenced = Dictionary(uniqueKeysWithValues: rules.map { ($0, Self.decision) })
        return validate(
            claim.draft,
            in: Context(
                books: context.books, policy: policy ?? context.policy, today: context.today, silenced: silenced))
    }

    @Test func `a silenced note is not reported`() throws {
        let before = try findings(on: .sample).map(\.id)
        let after = try findings(on: .sample, silencing: "PY-008").map(\.id)
        #expect(after == before.filter { !$0.hasPrefix("PY-008") } && after.count < before.count)
    }

    @Test func `neither a warning nor an error is silenced`() throws {
        let claim = ClaimExample.sample.without(.authorizationNumber).with(.renderingTaxonomy, "207L00000X")
        let before = try findings(on: claim)
        let ids = Set(before.filter { $0.severity != .note }.map(\.rule.id))
        for id in ids { #expect(try findings(on: claim, silencing: id).map(\.id) == before.map(\.id)) }
        #expect(ids.contains("AU-001"))
        // A policy that makes a warning of the note is heard.
        var stricter = try #require(try Desk.library.get().named("medmutual"))
        stricter.adjustments["DOC-014"] = RuleAdjustment(
            rule: "DOC-014", severity: .warning, provenance: stricter.provenance)
        let graded = try findings(on: .sample, silencing: "DOC-014", under: stricter)
        #expect(graded.first { $0.rule.id == "DOC-014" }?.severity == .warning)
    }

    @Test func `a description says who silenced the notes`() throws {
        let rule = try #require(Rule.named("PY-008"))
        let rows = RuleDescription(of: rule, books: try Desk.books.get(), silenced: Self.decision).rows
        #expect(
            rows.first { $0.label == .silenced }?.text
                == "notes silenced by R. Lane on 11/23/2026: Everybody knows the number.")
        #expect(rule.canBeSilenced && Rule.named("AU-001")?.canBeSilenced == false)
    }
}
