import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimOffice
@testable import ClaimStore
import TestStore
import TextKit

/// All that happened to a claim, in one list.
@Suite struct ClaimHistoryTests {
    @Test func `every event has its line, the latest last`() throws {
        let answered = try AnsweredOffice()
        let office = answered.office
        try answered.submit(.visit())
        try office.store.comment("C-2001", "called the payer")
        try office.store.comment("C-2001", "called again")
        try answered.take([.claim(AfterAnswerTests.remittance(paid: 0, patient: 0))])
        _ = try office.take(.followUp(office.library.day + 14), on: "C-2001")
        _ = try office.take(.writeOff(reason: "small"), on: "C-2001")

        let history = try office.history(named: "C-2001", .ascii)
        let texts = history.events.map(\.text)
        #expect(texts.first == "Keyed")
        func place(_ text: String) -> Int? { texts.firstIndex { $0.hasPrefix(text) } }
        let places = [
            "Keyed", "Submitted in file 17", "Note: called the payer", "Note: called again", "835: denied",
            "Follow up on 12/07/2026", "Written off, $255.00: small",
        ].map(place)
        #expect(!places.contains(nil), "\(texts)")
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        let sent = try #require(history.events.first { $0.text.hasPrefix("Submitted") })
        #expect(sent.amount == 25500)
        #expect(sent.details.contains("Interchange 17, group 17, transaction 0001"))
        let remittance = try #require(history.events.first { $0.text.hasPrefix("835") })
        #expect(remittance.details.contains("Payer's claim number 26314000551"))
        #expect(history.lines(hasDetails: false).count == history.events.count)
    }

    @Test func `after the audit trail was pruned a submission still names its own file`() throws {
        let answered = try AnsweredOffice()
        try answered.submit(.visit())
        _ = try answered.office.store.pruneTrail(before: Date().addingTimeInterval(60))
        try answered.submit(.visit(), as: 18)
        let texts = try answered.office.history(of: "C-2001", .ascii).events.map(\.text)
        #expect(texts.filter { $0.hasPrefix("Submitted") } == ["Submitted in file 18"], "\(texts)")
    }

    @Test func `a check run that changed the verdict says from what to what`() throws {
        let office = try AnsweredOffice().office
        let draft = ClaimDraft.visit()
        var record = try office.store.save(office.judge(draft, status: nil).record)
        record.draft.type("", at: Place(.lineProcedure), in: ClaimExample.parsing)
        record.tally = try office.judge(record).tally
        try office.store.save(record)
        let last = try #require(try office.history(of: "C-2001", .ascii).events.last)
        #expect(last.text.contains("to 1 error") || last.text.contains("to 2 errors"), "\(last.text)")
    }

    @Test func `an EOB on paper and its deletion are both in it`() throws {
        let answered = try AnsweredOffice()
        let office = answered.office
        try answered.submit(.visit())
        let eob = PaperEOB(
            payment: "1", date: office.library.day,
            lines: [PaperEOB.Line(paid: 16500, adjustments: []), PaperEOB.Line(paid: 9000, adjustments: [])])
        _ = try office.post(eob, on: "C-2001")
        #expect(try office.history(of: "C-2001", .ascii).events.last?.text == "EOB on paper: paid")
        _ = try office.take(.unpost, on: "C-2001")
        #expect(try office.history(of: "C-2001", .ascii).events.last?.text == "EOB deleted: posted by mistake")
    }
}
