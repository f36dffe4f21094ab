import ClaimModel
import ClaimRules
import Testing
import TextKit

@testable import ClaimExchange

@Suite struct SummaryTests {
    @Test func `a clean claim on paper`() throws {
        let style = Summary.Style(trail: "Trail: desk 1, record 57, 9F86D081")
        try Golden.expect(Desk.summary(of: ClaimExample.sample.draft, findings: [], style).text, is: "sample.txt")
    }

    @Test func `the record of the printing fits in the foot of a masked page`() throws {
        let style = Summary.Style(isMasked: true, trail: "Trail: desk 12, record 1234567, 9F86D081")
        let pages = try Desk.summary(of: ClaimExample.sample.draft, findings: [], style).pages
        let foot = "IDENTITIES HIDDEN  Trail: desk 12, record 1234567, 9F86D081  "
        #expect(pages.allSatisfy { $0.lines.last?.hasPrefix(foot) == true })
        #expect(pages.allSatisfy { $0.lines.last?.count == 80 && $0.lines.count == 66 })
    }

    @Test func `an address abroad has its country`() throws {
        let abroad = ClaimExample.sample.with(.patientCity, "Toronto").with(.patientState, "ON")
            .with(.patientZIP, "M5V 2T6").with(.patientCountry, "CA")
        #expect(try Desk.summary(of: abroad.draft, findings: []).text.contains("Toronto, ON M5V 2T6, CA"))
    }

    @Test func `notes and forecast are printed on request, and counted without it`() throws {
        let draft = ClaimExample.sample.draft
        let findings = try ClaimExample.sample.findings(books: Desk.books.get(), library: Desk.library.get())
        let notes = findings.count { $0.severity == .note }
        let brief = try Desk.summary(of: draft, findings: findings).text
        #expect(!brief.contains("PY-013") && brief.contains("none open; \(notes) notes, printed with --notes"))
        let whole = try Desk.summary(of: draft, findings: findings, Summary.Style(hasNotes: true)).text
        #expect(whole.contains("PY-013") && whole.contains("PY-009") && whole.contains("DENIAL FORECAST"))
        #expect(!whole.contains("printed with"))
    }

    @Test(arguments: [ClaimExample.sample, .noHistory, .longInfusion, .incompleteCodes])
    func `one infusion is signed on its first page, and documented on the second`(example: ClaimExample) throws {
        let findings = try example.findings(books: Desk.books.get(), library: Desk.library.get())
        let pages = try Desk.summary(of: example.draft, findings: findings).pages
        let signed = try #require(pages.first).lines.joined(separator: "\n")
        for text in ["Signature ____", "SHA-256", "TOTALS", "Total charge: $", "A  F33.2", "96365", "Member ID: "] {
            #expect(signed.contains(text), "\(text)")
        }
        #expect(!pages.text.contains(example.draft.id))
        #expect(pages.count <= 3 && pages.last?.lines.contains("DOCUMENTATION") == true)
        let open = findings.filter { $0.severity == .error }
        let text = pages.text
        #expect(open.allSatisfy { text.contains($0.rule.id) })
    }

    /// Twelve diagnoses, and up to fifty lines.
    @Test(arguments: [2, 5, 9, 10, 11, 12, 13, 14, 20, 30, 31, 32, 50])
    func `the signature never stands alone on a page`(count: Int) throws {
        var example = ClaimExample.sample
        for (row, code) in ["F33.2", "F41.1", "F43.10", "G89.29", "M79.7", "R45.851"].enumerated() {
            example = example.with(.diagnosisCode, row: row, code).with(.diagnosisCode, row: row + 6, code)
        }
        for _ in 2..<count {
            example = example.withLine([
                .lineFrom: "11/10/2026", .lineProcedure: "99214", .lineCharge: "10", .linePointers: "A",
                .lineUnits: "1",
            ])
        }
        let pages = try Desk.summary(of: example.draft, findings: []).pages
        let signed = pages.filter { $0.lines.contains { $0.contains("Signature ____") } }
        #expect(signed.count == 1)
        let body = try #require(signed.first).lines.dropFirst(5).filter { !$0.isEmpty }
        #expect(body.contains { $0.hasPrefix("TOTALS") } && body.contains { $0.hasPrefix("FINDINGS") })
        let lines: [String] = pages.flatMap { $0.lines }
        #expect(lines.filter { $0.contains("99214  Dx A") }.count == count - 2)
    }

    /// A field that is on no paper is one that nobody can check before it is sent.
    @Test func `what is keyed is on the summary`() throws {
        let unprinted: Set<Field> = [
            .billingEntityType, .renderingEntityType, .subscriberEntityType, .payerPolicy, .diagnosisIndicator,
            .recordsOf, .lineNDCQualifier, .lineRevenueCode, .lineControlNumber, .lineUnitBasis, .scoreTotal,
            .lineContinuousPresence, .trialAugmentation, .lineEmergency, .lineScreeningReferral, .lineFamilyPlanning,
            .structuredInterview,
            // Only the reference files have them.
            .payerPhone, .submissionWay, .shelfStrength, .shelfVial, .shelfExpiry, .entryName, .entryText,
        ]
        var missing: Set<Field> = []
        for field in Field.all {
            let draft = ClaimExample.sample.with(field, "Zq7x").draft
            let text = try Desk.summary(of: draft, findings: []).text
            if !text.uppercased().replacing(".", with: "").contains("ZQ7X") { missing.insert(field) }
        }
        #expect(missing.subtracting(unprinted).map(\.id).sorted() == [])
        #expect(unprinted.subtracting(missing).map(\.id).sorted() == [])
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
        #expect(text.contains("Balance: -$45.00"))
    }
}
