import ClaimModel
import ClaimRules
import Testing
import TextKit

@testable import ClaimExchange

@Suite struct SummaryTests {
    @Test func `a clean claim on paper`() throws {
        try Golden.expect(Desk.summary(of: ClaimExample.sample.draft, findings: []).text, is: "sample.txt")
    }

    @Test func `an address abroad has its country`() throws {
        let abroad = ClaimExample.sample.with(.patientCity, "Toronto").with(.patientState, "ON")
            .with(.patientZIP, "M5V 2T6").with(.patientCountry, "CA")
        #expect(try Desk.summary(of: abroad.draft, findings: []).text.contains("Toronto, ON M5V 2T6, CA"))
    }

    @Test func `a clean claim has one note on paper`() throws {
        let draft = ClaimExample.sample.draft
        let findings = try ClaimExample.sample.findings(books: Desk.books.get(), library: Desk.library.get())
        let brief = try Desk.summary(of: draft, findings: findings).text
        #expect(brief.contains("PY-013") && !brief.contains("PY-009") && brief.contains("more notes"))
        let whole = try Desk.summary(of: draft, findings: findings, Summary.Style(showsAllNotes: true)).text
        #expect(whole.contains("PY-009") && !whole.contains("more notes"))
    }

    @Test func `a claim without records, with an override and findings left`() throws {
        var draft = ClaimExample.noHistory.draft
        let warning = Desk.finding(.warning, at: .lineStart, "The infusion is unusually long.")
        draft.overrides = [
            Override(
                rule: "ZZ-001", place: warning.place.key, reason: "Slow protocol, see the chart.", by: "Lee Biller",
                on: ClaimExample.today, inputs: warning.inputs(in: draft))
        ]
        let findings = [
            Desk.finding(
                .note, at: .payerPolicy, "This policy was not checked with the payer.", remedy: "Call the payer."),
            Desk.finding(.warning, at: .lineStop, row: 1, "Stop is blank.", remedy: "Enter when the infusion ended."),
            Desk.finding(
                .error, at: .authorizationNumber, "The policy asks for an authorization and none is given.",
                remedy: "Enter the payer's number, or who said that none is required."),
            warning,
        ]
        try Golden.expect(Desk.summary(of: draft, findings: findings).text, is: "no-history.txt")
        try Golden.expect(
            Desk.summary(of: draft, findings: findings, Summary.Style(isMasked: true, glyphs: .ascii)).text,
            is: "no-history-masked.txt")
    }

    @Test func `fifty lines, other scripts and long texts`() throws {
        let summary = try Desk.summary(
            of: ClaimExample.odd, findings: [Desk.finding(.error, at: .lineCharge, "An amount is dollars and cents.")])
        try Golden.expect(summary.text, is: "odd.txt")
    }

    @Test func `another field, another fingerprint`() throws {
        let draft = ClaimDraft(id: "blank")
        var seen: Set<String> = [draft.fingerprint]
        for field in Field.all {
            var changed = draft
            changed.type("changed", at: Place(field), in: ClaimExample.parsing)
            #expect(seen.insert(changed.fingerprint).inserted, "\(field.id) does not change the fingerprint")
        }
        #expect(draft.renamed("other").fingerprint != draft.fingerprint)
        #expect(draft.fingerprint.utf8.count == 64)
    }

    @Test func `the balance is what is left of the total`() throws {
        let paid = ClaimExample.sample.with(.amountPaid, "300").draft
        let text = try Desk.summary(of: paid, findings: []).text
        #expect(text.contains("Balance          -$45.00"))
    }
}
