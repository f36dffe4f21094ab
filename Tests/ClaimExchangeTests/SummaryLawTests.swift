import ClaimModel
import ClaimRules
import Randomness
import Prerequisites
import Testing

@testable import ClaimExchange
import TextKit

/// What holds on every page of every claim.
@Suite(.slow) struct SummaryLawTests {
    @Test(arguments: 0..<15 as Range<UInt64>)
    func `pages fit the paper, and all of them say so while an error is left`(seed: UInt64) throws {
        let draft = ClaimDraft.random(seed: seed)
        let findings = validate(draft, in: try Desk.context())
        let hasErrors = findings.contains { $0.severity == .error }
        for glyphs in [Glyphs.unicode, .ascii] {
            let summary = try Desk.summary(
                of: draft, findings: findings, Summary.Style(isMasked: seed % 2 == 0, glyphs: glyphs))
            let lines = summary.pages.flatMap(\.lines)
            let tooLong = summary.pages.filter { $0.lines.count > 66 }
            let tooWide = lines.filter { $0.columns > 80 }
            let raw = lines.filter { $0 != $0.onPaper(glyphs) }
            #expect(tooLong.isEmpty)
            #expect(tooWide.isEmpty)
            #expect(raw.isEmpty)
            #expect(summary.pages.allSatisfy { ($0.lines.first?.contains("NOT READY") ?? false) == hasErrors })
            if glyphs == .ascii { #expect(summary.text.utf8.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test func `an error left is on every page, and none is on none`() throws {
        let error = Desk.finding(.error, at: .memberID, "wrong")
        for (findings, isNotReady) in [([], false), ([error], true)] {
            let pages = try Desk.summary(of: ClaimExample.odd, findings: findings).pages
            #expect(pages.count > 5)
            #expect(pages.allSatisfy { page in page.lines.contains { $0.contains("NOT READY") } == isNotReady })
            for (index, page) in pages.enumerated() {
                #expect(page.lines.last?.hasSuffix("page \(index + 1) of \(pages.count)") == true)
            }
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `the fingerprint is the same when masked`(seed: UInt64) throws {
        let draft = ClaimDraft.random(seed: seed)
        let masked = try Desk.summary(of: draft, findings: [], Summary.Style(isMasked: true))
        let fingerprint = draft.fingerprint
        #expect(masked.fingerprint == fingerprint)
        #expect(masked.pages.allSatisfy { page in page.lines.contains { $0.contains(fingerprint) } })
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `a masked page names nobody`(seed: UInt64) throws {
        var numbers = Seeded(seed)
        var draft = ClaimExample.sample.draft
        var secrets: [String] = []
        for field in Field.all where field.identity == .identifies {
            let digits = String(UInt32.random(in: 10_000_000..<100_000_000, using: &numbers))
            let letters = String((0..<8).compactMap { _ in "BDFGHJKLMNPQRSTVWXZ".randomElement(using: &numbers) })
            let text = Bool.random(using: &numbers) ? letters : letters + digits
            secrets.append(text)
            draft.type(text, at: Place(field), in: ClaimExample.parsing)
        }
        let others: [Field] = [.lineDrugName, .trialDrug, .trialDose, .treatmentDrug, .lineLot, .payerName]
        for field in Field.all.filter({ $0.identity == .freeText }) + others {
            draft.type("For \(secrets[0]) of \(secrets[1].lowercased())", at: Place(field), in: ClaimExample.parsing)
        }
        let findings =
            validate(draft, in: try Desk.context())
            + [
                Desk.finding(.warning, at: .lineUnits, "\(secrets[2]) and \(secrets[3]) differ."),
                Desk.finding(.error, at: .patientLastName, "\(secrets[4].prefix(5)) is no name."),
            ]
        draft.overrides = findings.map {
            Override(
                rule: $0.rule.id, place: $0.place.key, reason: "As \(secrets[5]) said", by: "Lee Biller",
                on: ClaimExample.today, inputs: $0.inputs(in: draft))
        }
        let pages = try Desk.summary(of: draft, findings: findings, Summary.Style(isMasked: true)).pages
        let page = pages.flatMap(\.lines).joined().filter { !$0.isWhitespace }.uppercased()
        for secret in secrets + ["Lee Biller", draft.id].map({ $0.filter { !$0.isWhitespace } }) {
            #expect(!page.contains(secret.uppercased()), "a secret stands on a masked page")
        }
        #expect(!page.contains(secrets[4].prefix(5)))
        #expect(page.contains("F33.2") && page.contains("96365") && page.contains("IDENTITIESHIDDEN"))
    }

    @Test func `a masked page keeps the age and hides the birth date`() throws {
        let page = try Desk.summary(of: ClaimExample.sample.draft, findings: [], Summary.Style(isMasked: true)).text
        #expect(page.contains("[hidden], age 45") && !page.contains("1981"))
        let old = ClaimExample.sample.with(.patientBirthDate, "03/09/1930").draft
        #expect(try Desk.summary(of: old, findings: [], Summary.Style(isMasked: true)).text.contains("age 90 or more"))
    }
}
