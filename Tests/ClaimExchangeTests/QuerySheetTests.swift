import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Testing

@testable import ClaimExchange
import TextKit

/// The provider query.
@Suite struct QuerySheetTests {
    private func sheet(of draft: ClaimDraft, _ style: Summary.Style = Summary.Style()) throws -> QuerySheet {
        let context = try Desk.context()
        return QuerySheet(of: draft, findings: validate(draft, in: context), in: context, style: style)
    }

    /// A diagnosis without severity, about which somebody has asked.
    private var asked: ClaimDraft {
        var draft = ClaimExample.wrongDiagnosis.draft
        draft.queries = [
            ProviderQuery(
                rule: "DX-008", place: "diagnosis.code[1]", question: "How severe is Dana Rivera's episode?",
                by: "A. Biller", on: ClaimExample.today)
        ]
        return draft
    }

    @Test func `the sheet on file`() throws {
        try Golden.expect(sheet(of: asked).text, is: "query.txt")
        try Golden.expect(
            sheet(of: ClaimExample.noHistory.draft, Summary.Style(isMasked: true)).text, is: "query-masked.txt")
    }

    @Test func `a question comes with the chart, the reason, the source and room for the answer`() throws {
        let text = try sheet(of: asked).text.split { $0.isWhitespace }.joined(separator: " ")
        for words in [
            "How severe is Dana Rivera's episode? (asked by A. Biller on 11/23/2026)", "F32.A", "Requirement",
            "Source", "Answer", "Signature", "DX-008",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(try sheet(of: asked).count >= 1)
    }

    /// A query must not lead: it names no denial, no payment and no code that the claim does not have.
    @Test(arguments: ClaimExample.demo)
    func `it does not lead`(example: ClaimExample) throws {
        let text = try sheet(of: example.draft).text
        for word in ["CARC", "RARC", "denial", "denied", "payment", "reimburse"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    /// A question that the program asks itself names no code, not even one that is on the claim.
    @Test(arguments: Rule.all)
    func `a question names no code`(_ rule: Rule) throws {
        let code = /\b([A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?|[A-Z]\d{4}|\d{5}|\d{4}[A-Z])\b/
        for example in rule.rejects() {
            let findings = validate(example.draft, in: try Desk.context())
            for question in ProviderQuestion.all(of: example.draft, findings: findings) where question.query == nil {
                #expect(question.text.firstMatch(of: code) == nil, "\(question.finding.rule.id): \(question.text)")
            }
        }
    }

    @Test func `masked it hides who the people are and what was written freely`() throws {
        let text = try sheet(of: asked, Summary.Style(isMasked: true)).text
        for identity in ["Rivera", "Dana", "C-2001", "Okafor", "A. Biller", "How severe"] {
            #expect(!text.contains(identity), "\(identity)")
        }
        #expect(text.contains("IDENTITIES HIDDEN") && text.contains("F32.A"))
    }

    @Test func `what is overridden is answered`() throws {
        let context = try Desk.context()
        var draft = ClaimExample.wrongDiagnosis.draft
        let finding = try #require(validate(draft, in: context).first { $0.rule.id == "DX-008" })
        #expect(try sheet(of: draft).text.contains("DX-008"))
        draft.overrides = [
            Override(
                rule: "DX-008", place: finding.place.key, reason: "so", by: "me", on: ClaimExample.today,
                inputs: finding.inputs(in: draft))
        ]
        #expect(!(try sheet(of: draft).text.contains("DX-008")))
    }

    @Test(.slow, arguments: 0..<10 as Range<UInt64>)
    func `any claim fits the paper`(seed: UInt64) throws {
        for isMasked in [false, true] {
            let sheet = try sheet(of: ClaimDraft.random(seed: seed), Summary.Style(isMasked: isMasked))
            #expect(sheet.pages.allSatisfy { $0.lines.count <= 66 })
            let wide = sheet.pages.flatMap(\.lines).filter { $0.columns > 80 }
            #expect(wide.isEmpty)
        }
    }
}
