import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Testing

@testable import ClaimStore

/// One amount wherever it is asked for: queue, next step, aging, denials and write-off.
@Suite struct OpenBalanceTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    private static let twoPlans: [Field: String] = [
        .otherInsuranceExists: "Y", .otherPlanName: "Lakeland Health Plan", .otherPayerIdentifier: "55501",
        .otherPolicyNumber: "LHP55501", .otherRelationship: "18",
    ]

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
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $110.00" })
    }

    @Test func `while a correction is on its way the patient is not billed, and the payer has all that is open`() throws
    {
        try answered.submit(.visit())
        try answered.take([.claim(partly())])
        #expect(try steps().contains(.billPatient))
        for status in [ClaimStatus.submitted, .pending, .appealed] {
            try office.store.mark("C-2001", as: status)
            #expect(try !steps().contains(.billPatient), "\(status)")
            #expect(try aging() == [[payer(), "110.00"]], "\(status)")
            // Who pays nevertheless is credited.
            #expect(try steps().contains(.patientPaid(open: 2000)), "\(status)")
        }
    }

    @Test func `what the first payer leaves to the second is open there, before and after it is billed`() throws {
        try answered.submit(.visit("C-2001", Self.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance())])
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        let secondary = try office.billNextPayer(after: primary).judged.draft.id
        #expect(try aging().isEmpty)
        try office.store.mark(secondary, as: .submitted)
        #expect(try aging() == [["Lakeland Health Plan", "30.00"]])
        let refusal = #expect(throws: OfficeFault.self) {
            try office.take(.writeOff(reason: "small"), on: "C-2001")
        }
        #expect(refusal?.message.contains("The claim to the next payer asks for the rest") == true)
    }

    @Test func `what crossed over is open at the next payer`() throws {
        try answered.submit(.visit("C-2001", Self.twoPlans))
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
