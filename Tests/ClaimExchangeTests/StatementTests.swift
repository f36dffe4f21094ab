import ClaimModel
import ClaimRules
import Prerequisites
import Testing

@testable import ClaimExchange

/// The patient's statement.
@Suite struct StatementTests {
    private var answers: [ClaimAnswer] {
        var answer = ClaimAnswer(.remittance, account: "C-1010")
        answer.processed = "1"
        answer.date = Day(iso: "2026-11-20")
        (answer.charge, answer.paid, answer.patientResponsibility) = (25500, 20000, 3000)
        answer.status = .paid
        answer.lines = [("99214", 16500, 13000, 1500, 2000), ("90833", 9000, 7000, 1000, 1000)].map { line in
            var answered = AnsweredLine(procedure: line.0, charge: line.1, paid: line.2)
            answered.adjustments = [
                Adjustment(group: "CO", reason: "45", cents: line.3),
                Adjustment(group: "PR", reason: "2", cents: line.4),
            ]
            return answered
        }
        return [answer]
    }

    private func statement(_ draft: ClaimDraft, isMasked: Bool = false) throws -> Statement {
        Statement(
            of: draft, in: try Desk.context(), answers: answers, style: Summary.Style(isMasked: isMasked))
    }

    @Test func `the statement on file`() throws {
        let draft = ClaimExample.officeVisit.draft
        try Golden.expect(statement(draft).text, is: "statement.txt")
        try Golden.expect(statement(draft, isMasked: true).text, is: "statement-masked.txt")
    }

    @Test func `what the patient paid at the visit is not asked for again`() throws {
        #expect(try statement(ClaimExample.officeVisit.draft).owed == 3000)
        let paid = ClaimExample.officeVisit.with(.amountPaid, "20.00").draft
        #expect(try statement(paid).owed == 1000)
        #expect(try statement(paid).text.contains("PLEASE PAY"))
    }

    @Test func `what earlier payers paid is not called adjusted`() throws {
        var answer = try #require(answers.first)
        (answer.processed, answer.paid, answer.patientResponsibility) = ("2", 3000, 1000)
        answer.lines = [("99214", 16500, 2000, 500), ("90833", 9000, 1000, 500)].map { line in
            var answered = AnsweredLine(procedure: line.0, charge: line.1, paid: line.2)
            answered.adjustments = [
                Adjustment(group: "OA", reason: "23", cents: line.1 - line.2 - line.3),
                Adjustment(group: "PR", reason: "2", cents: line.3),
            ]
            return answered
        }
        let secondary = ClaimExample.officeVisit.with(.payerOrder, "S").with(.otherPlanName, "Lakeshore Health Plan")
            .with(.linePrimaryPaid, "130.00").with(.linePrimaryPaid, row: 1, "70.00").draft
        let own = Statement(of: secondary, in: try Desk.context(), answers: [answer]).text
        for sum in ["Paid by insurance", "$230.00", "$15.00", "$10.00"] { #expect(own.contains(sum), "\(sum)") }
        #expect(own.contains(/165\.00 +150\.00 +10\.00 +5\.00/))
        // The same where both answers came to the claim that crossed over.
        let crossed = Statement(
            of: ClaimExample.officeVisit.draft, in: try Desk.context(), answers: answers + [answer])
        #expect(crossed.owed == 1000)
        #expect(crossed.text.contains(/165\.00 +150\.00 +10\.00 +5\.00/))
        let undecided = Statement(of: ClaimExample.officeVisit.draft, in: try Desk.context(), answers: [])
        #expect(undecided.text.contains("Not decided by insurance yet") && undecided.owed == 0)
    }

    @Test func `it names no diagnosis, and masked no person`() throws {
        let draft = ClaimExample.officeVisit.draft
        #expect(try !statement(draft).text.contains("F33"))
        for identity in ["Rivera", "Dana", "12 Elm", "C-1010"] {
            #expect(try statement(draft).text.contains(identity), "\(identity)")
            #expect(try !statement(draft, isMasked: true).text.contains(identity), "\(identity)")
        }
    }
}
