import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What the primary paid, on Review of a claim to the next payer.
struct PaidBeforeTests {
    /// Two lines, $165.00 and $90.00; the primary paid $200.00 and left $20.00 to the patient.
    private var secondary: ClaimDraft {
        var draft = ClaimExample.officeVisit.draft
        func type(_ text: String, _ field: Field, row: Int = 0) {
            draft.type(text, at: Place(field, row: row), in: ClaimExample.parsing)
        }
        type("S", .payerOrder)
        type("Y", .otherInsuranceExists)
        type("Lakeland Health Plan", .otherPlanName)
        type("11/20/2026", .adjudicationDate)
        type("200", .adjudicationPaid)
        type("130", .linePrimaryPaid)
        type("CO-45 15.00 PR-2 20.00", .linePrimaryAdjusted)
        type("70", .linePrimaryPaid, row: 1)
        type("CO-45 20.00", .linePrimaryAdjusted, row: 1)
        return draft
    }

    private func review(_ draft: ClaimDraft, _ size: Size = Workstation.smallest) throws -> TestDesk {
        try TestDesk(open: draft, size).screen(.review)
    }

    @Test func `paid, adjusted and patient responsibility are shown of each line and in all`() throws {
        #expect(
            PaidBefore.all(by: .primary, on: secondary).map(\.text)
                == [
                    "1 99214   charge   165.00 paid   130.00 adjusted    15.00 patient    20.00",
                    "2 90836   charge    90.00 paid    70.00 adjusted    20.00 patient    blank",
                    "In all    charge   255.00 paid   200.00 adjusted    35.00 patient    20.00",
                ].map { $0.replacing("99214", with: secondary.lines[0].procedure.text) }.map {
                    $0.replacing("90836", with: secondary.lines[1].procedure.text)
                })
        let desk = try review(secondary, Size(columns: 132, rows: 43)).press(.end)
        #expect(desk.text.contains("What the primary paid: Lakeland Health Plan, EOB 11/20/2026"))
        #expect(desk.text.contains("In all    charge   255.00 paid   200.00 adjusted    35.00 patient    20.00"))
    }

    @Test func `Enter goes to the field, and Esc comes back to the line`() throws {
        let desk = try review(secondary).press(.end)
        while desk.selectedReviewRow.map({ if case .paidBefore = $0 { false } else { true } }) ?? false {
            desk.press(.up)
        }
        #expect(desk.focus != nil || desk.openScreen == .review)
        desk.press(.up, .enter)
        #expect(desk.focus == Place(.linePrimaryPaid, row: 1))
        desk.press(.escape)
        #expect(desk.openScreen == .review)
    }

    @Test func `what is said of the whole claim counts, and what is not entered is blank`() throws {
        var draft = secondary
        for row in 0...1 {
            for field in [Field.linePrimaryPaid, .linePrimaryAdjusted] {
                draft.type("", at: Place(field, row: row), in: ClaimExample.parsing)
            }
        }
        draft.type("OA-23 35.00", at: Place(.adjudicationAdjustments), in: ClaimExample.parsing)
        draft.type("20", at: Place(.adjudicationLiability), in: ClaimExample.parsing)
        let texts = PaidBefore.all(by: .primary, on: draft).map(\.text)
        #expect(texts[0].hasSuffix("paid    blank adjusted    blank patient    blank"))
        #expect(texts[2].hasSuffix("paid   200.00 adjusted    35.00 patient    20.00"))
    }

    @Test func `a claim to the primary shows none`() throws {
        let desk = try review(ClaimExample.officeVisit.draft).press(.end)
        #expect(!desk.text.contains("What the primary paid"))
    }

    @Test func `a tertiary claim shows both earlier payers`() throws {
        var draft = secondary
        let texts: [(Field, String)] = [
            (.payerOrder, "T"), (.thirdPlanName, "Harbor Health Plan"), (.secondaryAdjudicationDate, "11/21/2026"),
            (.lineSecondaryPaid, "12"), (.lineSecondaryAdjusted, "OA-23 145.00 PR-2 8.00"),
        ]
        for (field, text) in texts { draft.type(text, at: Place(field), in: ClaimExample.parsing) }
        let desk = try review(draft, Size(columns: 132, rows: 43)).press(.end)
        #expect(desk.text.contains("What the primary paid: Lakeland Health Plan, EOB 11/20/2026"))
        #expect(desk.text.contains("What the secondary paid: Harbor Health Plan, EOB 11/21/2026"))
        for _ in 0..<40 {
            if case .paidBefore(let paid)? = desk.selectedReviewRow, paid.place == Place(.lineSecondaryPaid) { break }
            desk.press(.up)
        }
        #expect(desk.text.contains("Adjustments: OA-23 145.00 PR-2 8.00"))
        #expect(
            PaidBefore.all(by: .secondary, on: draft)[0].text.contains(
                "paid    12.00 adjusted   145.00 patient     8.00"))
    }
}
