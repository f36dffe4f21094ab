import ClaimExchange
import ClaimModel
import CodeSets
import Foundation
import Testing

@testable import ClaimRules

/// What every test of this folder stands on: books, a policy of its own, and findings made to measure.
enum Desk {
    static let books = Result { try CodeBooks.shipped() }
    static let library = Result { try PolicyLibrary() }
    static let policy = Result {
        try Policy(
            yaml: """
                id: proving
                name: Proving Health
                payer_type: commercial
                date: "2026-01-01"
                source: The test's own payer
                confidence: unverified
                settings:
                  ndc_decimals: 3
                  min_trials: 2
                  min_weeks: {value: 6, verified: {by: L. Lead, on: "2026-11-20"}, source: Its manual, date: "2026-02-01"}
                  needs_psychotherapy: true
                  score_min: {value: {PHQ9: 15, MADRS: 28}}
                  records_required: {value: true, confidence: stated}
                  attachment_required: true
                  pa_required: {value: true, verified: {by: L. Lead, on: "2026-11-20"}}
                  dose_range: {value: {lowest: 0.3, highest: 1.0}}
                """, file: "proving.yaml")
    }

    static func context() throws -> Context {
        try Context(books: books.get(), policy: policy.get(), today: ClaimExample.today)
    }

    static func summary(
        of draft: ClaimDraft, findings: [Finding]? = nil, _ style: Summary.Style = Summary.Style()
    ) throws -> Summary {
        let context = try context()
        let findings = findings ?? validate(draft, in: context)
        return Summary(
            of: draft, findings: findings, in: context, revision: 3,
            status: Verdict(of: findings, on: draft).status, style: style)
    }

    /// What one rule of the proofs has against a claim.
    static func finding(
        _ severity: Severity, at field: Field, row: Int = 0, _ message: String, remedy: String = "Fix it."
    ) -> Finding {
        let rule = Rule(
            "ZZ-001", "The claim holds what it should", fault: "Claim does not hold what it should", severity,
            prevents: [.carc("16"), .rarc("M119")],
            source: Source("The test's own rule book", "2026-11-23"), .general, reads: [field],
            accepts: { [] }, rejects: { [] }, check: { _ in [] })
        return Finding(rule: rule, problem: .wrong(field, row: row, message, remedy: remedy))
    }
}

/// Texts that are kept beside the tests, to be read by people when they change.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Whether a text is the one on file; with `WRITE_GOLDEN` set it becomes that.
    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["WRITE_GOLDEN"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text == kept, "\(name) has changed", sourceLocation: sourceLocation)
    }
}
