import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Testing

@testable import ClaimOffice
@testable import ClaimStore

/// One amount wherever it is asked for: queue, next step, aging, denials and write-off.
@Suite struct OpenBalanceTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    init() throws { answered = try AnsweredOffice() }

    private func rows(_ report: OfficeReport) throws -> [[String]] {
        try office.report(report, ReportPeriod(from: nil, to: office.library.day)).rows
    }

    /// Payer and total of each line.
    private func aging() throws -> [[String]] { try rows(.aging).map { [$0[0], $0.last ?? ""] } }
    private func steps() throws -> [NextStep.Kind] { try office.nextSteps(of: "C-2001").steps.map(\.kind) }
    private func payer() throws -> String { try office.store.summary(of: "C-2001").payer }

    /// The first line, $165.00, is paid but for a copayment; the second, $90.00, is denied.
    private func partly() -> ClaimAnswer {
        var answer = AfterAnswerTests.remittance(paid: 14500, patient: 2000)
        answer.adjustments = []
        var (paid, denied) = (
            AnsweredLine(procedure: "99214", charge: 16500, paid: 14500),
            AnsweredLine(procedure: "90833", charge: 9000, paid: 0)
        )
        paid.adjustments = [Adjustment(group: "PR", reason: "3", cents: 2000)]
        denied.adjustments = [Adjustment(group: "CO", reason: "50", cents: 9000)]
        denied.codes = [.denial(.carc("50"))]
        answer.lines = [paid, denied]
        return answer
    }

    @Test func `a denied line is open at the payer and among the denials while the rest is paid`() throws {
        try answered.submit(.visit())
        try answered.take([.claim(partly())])
        #expect(try answered.status() == .partlyPaid)
        #expect(try aging() == [[payer(), "90.00"], ["(patients)", "20.00"]])
        #expect(try rows(.denials).map { [$0[1], $0[4], $0[5]] } == [["CARC 50", "1", "90.00"]])
        #expect(try office.store.settlement(of: "C-2001")?.denialReasons == ["CO-50"])
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $90.00" })
    }

    @Test func `while a correction is on its way the patient is not billed, and the payer has all that is open`() throws
    {
        try answered.submit(.visit())
        try answered.take([.claim(partly())])
        #expect(try steps().contains(.billPatient))
        for status in [ClaimStatus.draft, .ready, .rejected, .submitted, .pending, .appealed] {
            try office.store.mark("C-2001", as: status)
            #expect(try !steps().contains(.billPatient), "\(status)")
            #expect(try aging() == [[payer(), "110.00"]], "\(status)")
            // Who pays nevertheless is credited.
            #expect(try steps().contains(.patientPaid(open: 2000)), "\(status)")
        }
    }

    @Test func `what the first payer leaves to the second is open there, before and after it is billed`() throws {
        try answered.submit(.visit("C-2001", AfterAnswerTests.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance())])
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        let secondary = try office.billNextPayer(after: primary).judged.draft.id
        // Also before it is submitted.
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
        try office.store.mark(secondary, as: .submitted)
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
        let refusal = #expect(throws: OfficeFault.self) {
            try office.take(.writeOff(reason: "small"), on: "C-2001")
        }
        #expect(refusal?.message.contains("The claim to the next payer asks for the rest") == true)
    }

    @Test func `a statement asks for nothing that another plan is still to pay`() throws {
        func statement() throws -> Statement {
            let claim = try office.claim(named: "C-2001")
            let summary = try #require(try claim.summary())
            return Statement(
                of: claim.draft, in: try claim.context(), answers: try claim.answers(), status: summary.status,
                settlement: summary.settlement)
        }
        try answered.submit(.visit("C-2001", AfterAnswerTests.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance())])
        #expect(try statement().owed == 0)
        #expect(try statement().text.contains(/Not paid by insurance yet +\$30\.00/))
        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        _ = try office.billNextPayer(after: primary)
        #expect(try statement().owed == 0)
        #expect(try statement().text.contains(/Not paid by insurance yet +\$30\.00/))
    }

    @Test func `what was taken back is not decided, and what the patient paid then is theirs`() throws {
        try answered.submit(.visit("C-2001", [.amountPaid: "20.00"]))
        try answered.take([.claim(AfterAnswerTests.remittance(patient: 0))])
        let claim = try office.claim(named: "C-2001")
        func text(_ status: ClaimStatus) throws -> String {
            Statement(
                of: claim.draft, in: try claim.context(), answers: try claim.answers(), status: status,
                settlement: try claim.summary()?.settlement
            ).text
        }
        #expect(try text(.paid).contains(/Your credit +\$20\.00/))
        #expect(try !text(.reversed).contains("200.00  "))
    }

    @Test func `what crossed over and is denied there stays open there`() throws {
        try answered.submit(.visit("C-2001", AfterAnswerTests.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance(processed: "19"))])
        var later = AfterAnswerTests.remittance(processed: "2", paid: 0, patient: 0)
        later.payment = "EFT78"
        later.adjustments = [
            Adjustment(group: "OA", reason: "23", cents: 22500), Adjustment(group: "CO", reason: "22", cents: 3000),
        ]
        try answered.take([.claim(later)])
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
    }

    @Test func `a reduction of a service that was paid is no balance`() throws {
        try answered.submit(.visit())
        var answer = AfterAnswerTests.remittance()
        answer.adjustments[0] = Adjustment(group: "CO", reason: "59", cents: 2500)
        try answered.take([.claim(answer)])
        #expect(try aging() == [["(patients)", "30.00"]])
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $30.00" })
    }

    @Test func `a write-off of what the payer left keeps the patient's share`() throws {
        try answered.submit(.visit())
        try answered.take([.claim(partly())])
        func statement() throws -> Int {
            let claim = try office.claim(named: "C-2001")
            return Statement(
                of: claim.draft, in: try claim.context(), answers: try claim.answers(),
                status: try claim.summary()?.status, settlement: try claim.summary()?.settlement
            ).owed
        }
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $90.00" })
        #expect(
            try office.take(.writeOff(reason: "too small to appeal"), on: "C-2001").contains("The patient owes $20.00"))
        #expect(try answered.status() == .writtenOff && statement() == 2000)
        #expect(try aging() == [["(patients)", "20.00"]])
        #expect(try office.worklist().claims.first?.queues == [.patient])
        #expect(try steps().contains(.patientPaid(open: 2000)) && steps().contains(.billPatient))
        #expect(try office.take(.writeOff(reason: "hardship"), on: "C-2001").contains("$20.00 written off"))
        #expect(try aging().isEmpty && statement() == 0)
        _ = try office.take(.reopen, on: "C-2001")
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $90.00" })
    }

    @Test func `what the patient paid at the visit is open nowhere`() throws {
        try answered.submit(.visit("C-2001", [.amountPaid: "20.00"]))
        #expect(try aging() == [[payer(), "235.00"]])
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $235.00" })
    }

    @Test func `what crossed over is open at the next payer`() throws {
        try answered.submit(.visit("C-2001", AfterAnswerTests.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance(processed: "19"))])
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
    }

    @Test(arguments: [("CO-197", "CARC 197"), ("", "")])
    func `a denial that somebody recorded is counted, with its code or without one`(typed: String, code: String) throws
    {
        try answered.submit(.visit("C-2001", [.recordedDenial: typed]))
        try office.store.mark("C-2001", as: .denied)
        let row = try #require(try rows(.denials).first)
        #expect(row[1] == code && row[4] == "1" && row[5] == "255.00")
        #expect(code.isEmpty == (row[2] == "No code is recorded."))
    }
}
