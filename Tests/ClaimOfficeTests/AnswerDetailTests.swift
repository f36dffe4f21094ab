import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit

@testable import ClaimOffice

/// What answers come to together, whom a rejection above the claims means, and what belongs to no claim.
@Suite struct AnswerDetailTests {
    private let desk: AnsweredOffice

    init() throws { desk = try AnsweredOffice() }

    private func take(_ names: String...) throws -> String {
        try names.map { try desk.take(AnsweredOffice.answers($0)).messages }.joined(separator: "\n")
    }

    private func adjudication(_ id: String = "C-2001") throws -> Adjudication {
        Adjudication(
            of: try desk.office.store.answers(to: id),
            to: try desk.office.store.claim(id, in: desk.office.parsing).draft)
    }

    @Test func `the parts of a split claim add up and keep their lines`() throws {
        try desk.submit(.visit())
        let messages = try take("split-second.835", "split-first.835")
        #expect(messages.contains("2 remittances together decide $255.00 of $255.00, paid $190.00: paid"))
        let whole = try #require(try adjudication().answer)
        #expect(whole.paid == 19_000 && whole.charge == 25_500 && whole.lines.map(\.procedure) == ["99214", "90833"])
        #expect(try adjudication().parts == 2)
    }

    @Test func `equal parts of one payment add up and a repeated one does not`() throws {
        try desk.submit(.twins)
        _ = try take("twins.835", "twins.835")
        #expect(try adjudication("C-2002").paid == 8_000)
        try desk.submit(.visit(), as: 18)
        _ = try take("split-first.835", "split-first-again.835")
        #expect(try adjudication().paid == 12_000)
    }

    @Test(arguments: [("split-full-charge.835", 19_000), ("split-line.835", 17_000)])
    func `parts that repeat the whole charge or part a line add up`(_ name: String, _ paid: Int) throws {
        try desk.submit(.visit())
        _ = try take(name)
        #expect(try adjudication().paid == paid && adjudication().answer?.charge == 25_500)
        // A later decision on the same lines replaces the parts.
        _ = try take("paid-more.835")
        #expect(try adjudication().paid == 20_000)
    }

    @Test func `a takeback counts and the payment stays in the history`() throws {
        try desk.submit(.visit())
        _ = try take("paid.835", "takeback.835")
        #expect(try adjudication().paid == 0)
        #expect(try desk.office.store.answers(to: "C-2001").map(\.paid) == [19_000, -19_000])
        _ = try take("correction.835")
        #expect(try adjudication().paid == 22_000)
    }

    @Test func `nothing due advises no corrected claim`() throws {
        let draft = ClaimDraft.visit("C-2001", [.payerOrder: "S"])
        try desk.submit(draft)
        _ = try take("secondary-line.835")
        let ways = try desk.office.correctable("C-2001").ways
        #expect(ways.map(\.frequency) == [.original, .void])
    }

    @Test func `a capitation denied by Medicare names the plan as the payer to bill`() throws {
        try desk.submit(.visit())
        #expect(try take("capitation-medicare.835").contains("managed-care plan; bill that plan"))
        #expect(try desk.status() == .denied)
    }

    @Test func `an answer to an earlier submission is kept with that one`() throws {
        try desk.submit(.visit())
        try desk.submit(.visit("C-2001", [.lineUnits: "2"]), as: 21, on: "2026-11-18")
        let messages = try take("denied.835")
        #expect(messages.contains("C-2001: stays submitted: this answers an earlier submission"))
        let sent = try desk.office.store.sentVersions(of: "C-2001", in: desk.office.parsing)
        #expect(sent.map(\.status) == [.denied, .submitted])
    }

    @Test func `a front end's status moves no claim that is being corrected`() throws {
        try desk.submit(.visit())
        _ = try take("rejected.277")
        try desk.office.store.mark("C-2001", as: .clean)
        #expect(try take("rejected-late.277").contains("stays clean: it is being corrected"))
    }
}

/// A 277CA above the claims, and a TA1.
@Suite struct BatchAnswerTests {
    private let desk: AnsweredOffice
    private let other = ClaimDraft.visit("C-2009", [.billingNPI: "1234567893"])

    init() throws {
        desk = try AnsweredOffice()
        try desk.submit(.visit(), other)
    }

    @Test(arguments: [
        ("batch-rejected.277", ClaimStatus.rejected, ClaimStatus.rejected, "2 of 2 claims"),
        ("batch-one-of-two.277", .submitted, .submitted, "not clear which of the 2 claims"),
        ("batch-no-count.277", .submitted, .submitted, "not clear which of the 2 claims"),
        ("batch-own-status.277", .accepted, .submitted, "not clear which"),
        ("batch-foreign.277", .submitted, .submitted, "no batch 99-1 was submitted from here"),
        ("provider-rejected.277", .rejected, .submitted, "provider LAKESIDE BEHAVIORAL HEALTH LLC is rejected, 1 of 1"),
        ("rejected.ta1", .rejected, .rejected, "rejected (TA1 R, note 006: sender's ID not valid)"),
        ("accepted.ta1", .submitted, .submitted, "accepted (TA1 A): its claims wait"),
        ("errors.ta1", .submitted, .submitted, "accepted, with errors noted (TA1 E, note 020"),
        ("other-time.ta1", .submitted, .submitted, "has another date, time or party"),
    ])
    func `it means the claims that it names`(
        _ name: String, _ first: ClaimStatus, _ second: ClaimStatus, _ words: String
    ) throws {
        let messages = try desk.take(AnsweredOffice.answers(name)).messages
        #expect(messages.contains(words), "\(messages)")
        #expect(try desk.status() == first && desk.status("C-2009") == second)
        let isUnclear = words.contains("not clear") || words.contains("no batch")
        #expect(try desk.office.store.unmatchedAnswers().isEmpty != isUnclear)
    }

    @Test func `a claim's own status wins over its batch in either order`() throws {
        for names in [["accepted.277", "batch-rejected.277"], ["batch-rejected.277", "accepted.277"]] {
            let desk = try AnsweredOffice()
            try desk.submit(.visit(), other)
            for name in names { try desk.take(AnsweredOffice.answers(name)) }
            #expect(try desk.status() == .accepted && desk.status("C-2009") == .rejected, "\(names)")
        }
    }
}

/// Answers that no claim is found for.
@Suite struct UnmatchedAnswerTests {
    private let desk: AnsweredOffice

    init() throws {
        desk = try AnsweredOffice()
        try desk.submit(.visit(), .visit("2003"))
    }

    private func take(_ name: String) throws -> String { try desk.take(AnsweredOffice.answers(name)).messages }

    @Test func `one is listed once with what it can be matched by`() throws {
        #expect(try take("foreign.835").contains("no claim has the account number X-77. Kept as unmatched response 1"))
        _ = try take("foreign.835")
        let text = try AnswerIntake(desk.office).unmatched().text(.ascii)
        #expect(text.hasPrefix("1.") && !text.contains("\n2."))
        #expect(text.contains("member ID 123456789012, service date 11/10/2026, charge $255.00"))
        #expect(text.contains("May be claim C-2001: same member ID, date, charge."))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a person matches it by its number`() throws {
        _ = try take("foreign.835")
        let intake = try AnswerIntake(desk.office)
        #expect(throws: OfficeFault.self) { try intake.match(2, to: "C-2001") }
        #expect(throws: OfficeFault.self) { try intake.match(1, to: "C-9999") }
        _ = try intake.match(1, to: "C-2001")
        #expect(try desk.status() == .paid)
        #expect(try desk.office.store.unmatchedAnswers().isEmpty)
    }

    @Test func `one that is nobody's is dismissed`() throws {
        _ = try take("foreign.835")
        try AnswerIntake(desk.office).dismiss(1)
        #expect(try desk.office.store.unmatchedAnswers().isEmpty)
        #expect(throws: OfficeFault.self) { try AnswerIntake(desk.office).dismiss(1) }
    }

    @Test func `leading zeros match only where date and charge agree`() throws {
        #expect(try take("zeros-other-charge.835").contains("no claim has the account number 0002003"))
        #expect(try desk.status("2003") == .submitted)
        _ = try take("zeros.835")
        #expect(try desk.status("2003") == .paid)
    }

    @Test func `case and blanks match only where one claim fits`() throws {
        try desk.submit(.visit("c-2001", id: "lower"), as: 22)
        #expect(try take("lower-case.835").contains("several claims have the account number"))
        #expect(try desk.status() == .submitted)
    }
}
