import ClaimModel
import ClaimRules
import Testing

@testable import ClaimStore
import TestStore

@Suite struct LessonTests {
    private static func lesson(_ isDenied: Bool) -> Lesson {
        Lesson(
            payer: "29076", payerName: "Sample Payer", code: "J3490", companion: "96365", rule: "", isDenied: isDenied,
            reasons: isDenied ? [.carc("16"), .rarc("M119")] : [])
    }

    private static func answer(_ payment: String, processed: String = "1") -> ClaimAnswer {
        var answer = ClaimAnswer(.remittance, account: "C-1001")
        (answer.processed, answer.payment) = (processed, payment)
        return answer
    }

    @Test func `what answers teach is counted once each and a reversal takes the last one back`() throws {
        let store = try ClaimStore.forTest()
        let record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .submitted))
        #expect(try store.learned().all.isEmpty)
        for number in 1...4 {
            try store.answer(
                record.id, with: Self.answer("\(number)"), as: .denied, teaching: [Self.lesson(number != 3)])
        }
        try store.answer(record.id, with: Self.answer("4"), as: .denied, teaching: [Self.lesson(true)])
        let learned = try #require(try store.learned().all.first)
        #expect(learned.denied == 3 && learned.paid == 1 && learned.mostGiven == [.carc("16"), .rarc("M119")])
        try store.answer(record.id, with: Self.answer("5", processed: "22"), as: nil)
        #expect(try store.learned().all.first?.denied == 2)
    }

    @Test func `a claim that is denied again and again with a warning overridden counts once`() throws {
        let store = try ClaimStore.forTest()
        let lesson = Lesson(
            payer: "29076", payerName: "Sample Payer", code: "", companion: "", rule: "TM-010", isDenied: true,
            reasons: [.carc("152")])
        for (index, example) in [ClaimExample.sample, .officeVisit, .intramuscular].enumerated() {
            let record = try store.save(ClaimRecord(example.draft, status: .submitted))
            for time in 1...(index == 0 ? 4 : 1) {
                try store.answer(
                    record.id, with: Self.answer("\(index).\(time)"), as: .denied, teaching: [lesson])
            }
        }
        #expect(try store.learned().all.map(\.denied) == [3])
    }

    @Test func `what is undone taught nothing`() throws {
        let store = try ClaimStore.forTest()
        let record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .submitted))
        try store.together { () throws(StoreFault) in
            for number in 1...3 {
                try store.answer(record.id, with: Self.answer("\(number)"), as: .denied, teaching: [Self.lesson(true)])
            }
            _ = try store.learned()
            return false
        }
        #expect(try store.learned().all.isEmpty)
    }
}
