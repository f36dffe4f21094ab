import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimStore

@Suite("Payments of a patient are kept with the claim")
struct RecordedPaymentTests {
    private let day = Day(number: 20_780)

    private func recorded(_ cents: Int, _ number: String, _ entry: String) -> RecordedPayment {
        RecordedPayment(PatientPayment(cents, on: day, by: .check, number: number), on: day + 1, entry: entry)
    }

    @Test func `they outlast another change and a new key, and the last one is taken back`() throws {
        let scratch = try ScratchFolder()
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        let payments = [recorded(1000, "12 34", "e-1"), recorded(500, "", "e-2")]
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            try store.save(ClaimRecord(draft("one", dana)))
            #expect(try store.undoPatientPayment(on: "one") == nil)
            for payment in payments { try store.record(payment, on: "one") }
            try store.comment("one", "call")
        }
        try ClaimStore.reseal(scratch.store, with: keyring, on: day)
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        #expect(try store.summary(of: "one").course.payments == payments)
        #expect(try store.undoPatientPayment(on: "one") == payments[1])
        #expect(try store.summary(of: "one").course.payments == [payments[0]])
        #expect(try store.trail(.claim(id: "one")).map(\.kind).suffix(2) == ["commented", "patient-payment-undone"])
        #expect(try store.examineTrail().isSound)
    }

    @Test func `a number is of one line`() {
        #expect(PatientPayment(1, on: day, by: .check, number: "1\n2\t3").number == "123")
    }
}
