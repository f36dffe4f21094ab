import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimExchange
@testable import ClaimOffice
@testable import ClaimStore
import TestStore
import TextKit

/// EOBs that came on paper, and the daily close.
@Suite struct PostingTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    init() throws {
        answered = try AnsweredOffice()
        try answered.submit(.visit())
    }

    private static func eob(_ paid: (Int, Int) = (12000, 7000), amount: Int? = nil) -> PaperEOB {
        PaperEOB(
            payment: "10045", date: Day(iso: "2026-11-20") ?? ClaimExample.today, amount: amount,
            payerNumber: "26314000551",
            lines: [
                PaperEOB.Line(
                    paid: paid.0,
                    adjustments: [
                        Adjustment(group: "CO", reason: "45", cents: 16500 - paid.0 - 2000),
                        Adjustment(group: "PR", reason: "2", cents: 2000),
                    ]),
                PaperEOB.Line(
                    paid: paid.1, adjustments: [Adjustment(group: "CO", reason: "45", cents: 9000 - paid.1)]),
            ])
    }

    @Test func `an EOB makes of the claim what an 835 would`() throws {
        #expect(try office.post(Self.eob(), on: "C-2001").contains("$190.00 posted, paid"))
        #expect(try answered.status() == .paid)
        let settlement = try #require(try office.store.settlement(of: "C-2001"))
        #expect(settlement.paid == 19000 && settlement.patientOwes == 2000)
        #expect(try office.worklist().claims[0].queues == [.patient])
        let answer = try #require(try office.store.answers(to: "C-2001").last)
        #expect(answer.kind == .remittance && answer.paper?.before == .submitted && answer.payment == "10045")
        #expect(answer.lines.map(\.paid) == [12000, 7000])
    }

    @Test func `an EOB is held against what was submitted, whatever was keyed since`() throws {
        var record = try office.store.claim("C-2001", in: office.parsing)
        record.draft.type("180.00", at: Place(.lineCharge), in: office.parsing)
        record.status = .draft
        try office.store.save(record)
        #expect(try office.billed(record).totalCharge == 25500)
        #expect(try office.post(Self.eob(), on: "C-2001").contains("$190.00 posted"))
        #expect(try office.close(of: office.library.day).payments.map(\.posted) == [19000])
    }

    @Test func `a denial on paper denies, and teaches as a file would`() throws {
        var eob = Self.eob()
        eob.lines = [16500, 9000].map { charge in
            PaperEOB.Line(paid: 0, adjustments: [Adjustment(group: "CO", reason: "16", cents: charge)])
        }
        eob.remarks = AnswerCode.codes(in: "M119").codes
        _ = try office.post(eob, on: "C-2001")
        #expect(try answered.status() == .denied)
        let first = try #require(try office.nextSteps(of: "C-2001").steps.first)
        if case .resubmit = first.kind {} else { #expect(Bool(false), "\(first)") }
    }

    @Test func `a line that does not balance is refused by how much and nothing is stored`() throws {
        var eob = Self.eob()
        eob.lines[1] = PaperEOB.Line(paid: 7000, adjustments: [Adjustment(group: "CO", reason: "45", cents: 1700)])
        let fault = #expect(throws: OfficeFault.self) { try office.post(eob, on: "C-2001") }
        #expect(fault?.message.contains("Line 2 is off by $3.00") == true)
        #expect(try office.store.answers(to: "C-2001").isEmpty)
        #expect(try office.close(of: office.library.day).payments.isEmpty)
    }

    @Test func `an EOB dated before the service is refused`() throws {
        var eob = Self.eob()
        eob.date = try #require(try office.store.claim("C-2001", in: office.parsing).draft.firstServiceDay) + -1
        let fault = #expect(throws: OfficeFault.self) { try office.post(eob, on: "C-2001") }
        #expect(fault?.message.contains("before the service") == true)
        #expect(try office.store.answers(to: "C-2001").isEmpty)
    }

    @Test func `on a claim that crossed over no second EOB stands for the primary's`() throws {
        let plans: [Field: String] = [
            .otherInsuranceExists: "Y", .otherPlanName: "Lakeland Health Plan", .otherPolicyNumber: "LHP55501",
        ]
        try answered.submit(.visit("C-2002", plans))
        var eob = Self.eob()
        eob.remarks = AnswerCode.codes(in: "MA18").codes
        _ = try office.post(eob, on: "C-2002")
        eob.payment = "20077"
        eob.remarks = []
        let fault = #expect(throws: OfficeFault.self) { try office.post(eob, on: "C-2002") }
        #expect(fault?.message.contains("crossed over") == true)
        #expect(try office.store.settlement(of: "C-2002")?.nextPayer == .forwarded)
    }

    @Test func `an EOB that the next payer's claim was started from is deleted with a word about it`() throws {
        let plans: [Field: String] = [
            .otherInsuranceExists: "Y", .otherPlanName: "Lakeland Health Plan", .otherPolicyNumber: "LHP55501",
        ]
        try answered.submit(.visit("C-2002", plans))
        _ = try office.post(Self.eob(), on: "C-2002")
        _ = try office.billNextPayer(after: try office.store.claim("C-2002", in: office.parsing).draft)
        #expect(try office.take(.unpost, on: "C-2002").contains("correct the amounts there"))
    }

    @Test func `the same EOB twice is posted once`() throws {
        _ = try office.post(Self.eob(), on: "C-2001")
        let fault = #expect(throws: OfficeFault.self) { try office.post(Self.eob(), on: "C-2001") }
        #expect(fault?.message.contains("already posted") == true)
        #expect(try office.store.answers(to: "C-2001").count == 1)
        #expect(try office.close(of: office.library.day).payments.map(\.posted) == [19000])
    }

    @Test func `an 835 that follows the paper does not count twice`() throws {
        _ = try office.post(Self.eob(), on: "C-2001")
        var file = try #require(try office.store.answers(to: "C-2001").last)
        file.paper = nil
        file.date = Day(iso: "2026-11-21")
        try answered.take([.claim(file)])
        #expect(try office.store.settlement(of: "C-2001")?.paid == 19000)
    }

    @Test func `posting removes what was kept of it as it was keyed, a refusal does not`() throws {
        let keyed = KeyedEOB(texts: ["10045"], index: 0, isBegun: true, lines: [])
        try office.store.keep(keyed, on: "C-2001")
        var wrong = Self.eob()
        wrong.lines[1] = PaperEOB.Line(paid: 7000, adjustments: [])
        #expect(throws: OfficeFault.self) { try office.post(wrong, on: "C-2001", insteadOfKeyed: true) }
        #expect(try office.store.keyedEOB(on: "C-2001") == keyed)
        // Posted by a command, what is keyed at the desk stays.
        _ = try office.post(Self.eob(), on: "C-2001")
        #expect(try office.store.keyedEOB(on: "C-2001") == keyed)
        _ = try office.take(.unpost, on: "C-2001")
        _ = try office.post(Self.eob(), on: "C-2001", insteadOfKeyed: true)
        #expect(try office.store.keyedEOB(on: "C-2001") == nil)
    }

    @Test func `an EOB posted by mistake is deleted and recorded, and the claim is as before`() throws {
        _ = try office.post(Self.eob(), on: "C-2001")
        let steps = try office.nextSteps(of: "C-2001").steps
        #expect(steps.contains { $0.kind == .unpost })
        #expect(try office.take(.unpost, on: "C-2001").contains("submitted again"))
        #expect(try answered.status() == .submitted)
        #expect(try office.store.answers(to: "C-2001").isEmpty)
        #expect(try office.store.settlement(of: "C-2001") == nil)
        #expect(try office.close(of: office.library.day).payments.isEmpty)
        #expect(try office.store.trail(.claim(id: "C-2001")).last?.kind == "unposted")
        _ = try office.post(Self.eob(), on: "C-2001")
        #expect(try answered.status() == .paid)
    }

    @Test func `an EOB is posted while somebody else has the claim open`() throws {
        let lock = try office.store.lock("C-2001")
        defer { lock.release() }
        _ = try office.post(Self.eob(), on: "C-2001")
        #expect(try answered.status() == .paid)
    }

    // MARK: The daily close

    private var payment: RemittancePayment {
        var payment = RemittancePayment()
        payment.number = "EFT77"
        payment.payer = "MEDICAL MUTUAL"
        payment.date = Day(iso: "2026-11-20")
        payment.method = "ACH"
        (payment.amount, payment.claims, payment.claimsPaid) = (15000, 1, 20000)
        payment.adjustments = [ProviderAdjustment(reason: "WO", reference: "77", cents: 5000)]
        return payment
    }

    @Test func `the close lists files and paper, balanced to check or EFT and PLB`() throws {
        try answered.submit(.visit("C-2002"), .visit("C-2003"), as: 18)
        try answered.take([.claim(AfterAnswerTests.remittance("C-2002")), .payment(payment)])
        _ = try office.post(Self.eob(amount: 40000), on: "C-2001")
        _ = try office.post(Self.eob(amount: 40000), on: "C-2003")
        let close = try office.close(of: office.library.day)
        #expect(close.payments.map(\.number) == ["EFT77", "10045"])
        #expect(close.payments.map(\.difference) == [0, 2000])
        #expect(close.payments.map(\.claims) == [1, 2])
        let text = close.lines(.ascii).joined(separator: "\n")
        #expect(text.contains("1 not balanced") && text.contains("-50.00"))
        #expect(close.lines(.ascii).allSatisfy { $0.count <= 80 })
        #expect(close.csv.contains("EFT77,MEDICAL MUTUAL,2026-11-20,ACH,150.00,1,200.00,-50.00,0.00"))
    }

    @Test func `the file of a check that was posted from paper is no second payment`() throws {
        _ = try office.post(Self.eob(amount: 19000), on: "C-2001")
        var file = try #require(try office.store.answers(to: "C-2001").last)
        file.paper = nil
        var check = payment
        (check.number, check.amount, check.adjustments) = ("10045", 19000, [])
        try answered.take([.claim(file), .payment(check)])
        let payments = try office.close(of: office.library.day).payments
        #expect(payments.map(\.number) == ["10045"] && payments.map(\.posted) == [19000])
        #expect(payments.map(\.difference) == [0])
    }

    @Test func `a claim of the payment that was not matched is what is missing`() throws {
        try answered.take([.claim(AfterAnswerTests.remittance("NOBODY")), .payment(payment)])
        let line = try #require(try office.close(of: office.library.day).payments.first)
        // $150.00 of the check and $50.00 withheld are posted on no claim.
        #expect(line.posted == 0 && line.difference == 20000)
        try answered.submit(.visit("C-2005"), as: 19)
        _ = try AnswerIntake(office).match(1, to: "C-2005")
        #expect(try office.close(of: office.library.day).payments.map(\.difference) == [0])
    }

    @Test func `the same file again, on another day, is no second payment`() throws {
        let file: [AnswerReader.Answer] = [.claim(AfterAnswerTests.remittance()), .payment(payment)]
        try answered.take(file)
        try answered.take(file)
        #expect(try office.close(of: office.library.day).payments.count == 1)
        var tomorrow = office
        tomorrow.library.day = office.library.day + 1
        _ = try AnswerIntake(tomorrow).take(file)
        #expect(try office.close(of: tomorrow.library.day).payments.isEmpty)
    }

    @Test func `a day without payments says so`() throws {
        #expect(try office.close(of: office.library.day).lines(.ascii) == ["No payment was posted on 11/23/2026."])
    }
}
