import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import TestStore
import Testing
import TextKit

@testable import ClaimOffice
@testable import ClaimStore

/// What a patient pays of what payers left to them.
@Suite struct PatientPaymentTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    /// Of $255.00 the payer pays $200.00 and leaves $30.00 to the patient.
    init() throws {
        answered = try AnsweredOffice()
        try answered.submit(.visit())
        try answered.take([.claim(AfterAnswerTests.remittance())])
    }

    private func pay(_ cents: Int, by method: PatientPayment.Method = .cash, number: String = "") throws -> String {
        try office.take(
            .patientPaid(PatientPayment(cents, on: office.library.day, by: method, number: number)), on: "C-2001")
    }

    private func queues() throws -> [ClaimQueue] { try office.worklist().claims[0].queues }
    private func steps() throws -> [NextStep.Kind] { try office.nextSteps(of: "C-2001").steps.map(\.kind) }

    private func aging() throws -> [[String]] {
        try office.report(.aging, ReportPeriod(from: nil, to: office.library.day)).rows
    }

    @Test func `a part and the rest are counted by queue, next step, aging, close and history, and undone`() throws {
        #expect(try queues() == [.patient])
        try office.noteStatements(of: ["C-2001"])
        #expect(try queues() == [.patientOpen])
        #expect(try aging().last?.first == "(patients)" && aging().last?.last == "30.00")
        #expect(
            try pay(1000, by: .check, number: "1234")
                == "C-2001: patient paid $10.00 by check 1234 on 11/23/2026. $20.00 is still open.")
        #expect(try steps().contains(.patientPaid(open: 2000)) && aging().last?.last == "20.00")
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Bill the patient $20.00" })
        #expect(try pay(2000).contains("Nothing is open."))
        #expect(try queues().isEmpty && !aging().contains { $0[0] == "(patients)" })
        #expect(try !steps().contains(.billPatient) && steps().contains(.undoPatientPayment))

        let close = try office.close(of: office.library.day)
        let own = close.payments.filter { $0.payer == "Patient, C-2001" }
        #expect(own.map(\.posted) == [2000, 1000] && own.map(\.number) == ["cash", "check 1234"])
        #expect(own.allSatisfy { $0.difference == 0 })
        let history = try office.history(of: "C-2001", .ascii).events.suffix(2)
        #expect(
            history.map(\.text) == [
                "Patient paid $10.00 by check 1234 on 11/23/2026", "Patient paid $20.00 by cash on 11/23/2026",
            ])
        #expect(history.map(\.amount) == [1000, 2000])

        #expect(try office.take(.undoPatientPayment, on: "C-2001").contains("$20.00 by cash"))
        #expect(try queues() == [.patientOpen] && steps().contains(.patientPaid(open: 2000)))
        #expect(try office.close(of: office.library.day).payments.count { $0.payer == "Patient, C-2001" } == 1)
        #expect(
            try office.history(of: "C-2001", .ascii).events.last?.text
                == "Patient payment undone: $20.00 by cash on 11/23/2026")
        #expect(try office.store.examineTrail().isSound)
    }

    @Test func `more than is owed, nothing, or a day to come is refused and nothing recorded`() throws {
        for (cents, day, word) in [(3001, 0, "owes $30.00"), (0, 0, "Enter the amount"), (500, 1, "in the future")] {
            let payment = PatientPayment(cents, on: office.library.day + day, by: .card)
            let fault = #expect(throws: OfficeFault.self) { try office.take(.patientPaid(payment), on: "C-2001") }
            #expect(fault?.message.contains(word) == true)
        }
        #expect(try office.store.summary(of: "C-2001").course.payments.isEmpty)
        #expect(try office.close(of: office.library.day).payments.isEmpty)
    }

    @Test func `one check is recorded on a claim once, cash of the same amount again`() throws {
        _ = try pay(500, by: .check, number: "1234")
        let fault = #expect(throws: OfficeFault.self) { try pay(500, by: .check, number: "1234") }
        #expect(fault?.message == "Check 1234 is recorded on this claim already. Nothing was recorded.")
        _ = try pay(500, by: .check, number: "1235")
        for _ in 1...2 { _ = try pay(500) }
        #expect(try office.store.summary(of: "C-2001").course.payments.map(\.payment.amount) == [500, 500, 500, 500])
    }

    @Test func `a claim that has a further payer, or nothing left to the patient, takes no payment`() throws {
        try answered.submit(.visit("C-2002"), as: 18)
        try answered.take([.claim(AfterAnswerTests.remittance("C-2002", patient: 0))])
        let payment = PatientPayment(500, on: office.library.day, by: .cash)
        #expect(try office.take(.patientPaid(payment), on: "C-2002").contains("nothing was changed"))
        #expect(try office.take(.undoPatientPayment, on: "C-2001").contains("nothing was changed"))
    }

    @Test func `a write-off gives up only what is left, and the statement asks for it`() throws {
        _ = try pay(1000)
        #expect(try office.nextSteps(of: "C-2001").steps.contains { $0.label == "Write off $20.00" })
        let claim = try office.claim(named: "C-2001")
        let summary = try #require(try claim.summary())
        #expect(summary.course.payments.map(\.payment).total == 1000)
        let statement = Statement(
            of: claim.draft, in: try claim.context(), answers: try claim.answers(),
            payments: 1000)
        #expect(statement.owed == 2000 && statement.text.contains("$20.00"))
    }

    @Test(
        arguments: [
            ("cash", "cash"), ("Check 1234", "check 1234"), ("ch 12", "check 12"), ("card", "card"), ("ca", nil),
            ("wire", nil), ("", nil),
        ] as [(String, String?)])
    func `how it was paid is read as it is typed`(text: String, means: String?) {
        let read = PatientPayment.means(in: text).map {
            PatientPayment(1, on: Day(number: 0), by: $0.method, number: $0.number).means
        }
        #expect(read == means)
    }
}
