import ClaimModel
import ClaimRules
import ClaimStore
import Testing

@Suite struct AnswerTests {
    private let context = ClaimExample.parsing

    @Test func anAnswerMovesTheClaimAndKeepsTheVersionThatWasAnswered() throws {
        let store = try ClaimStore.temporary()
        let record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .sent))
        #expect(try store.answer(record.id, with: "{\"a\": 1}", as: .denied))
        #expect(try !store.answer(record.id, with: "{\"a\": 1}", as: .paid))
        var answered = try store.claim(record.id, in: context)
        #expect(answered.status == .denied && answered.revision == record.revision + 1)
        answered.draft = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        try store.save(answered)
        #expect(try store.answer(record.id, with: "{\"a\": 2}", as: nil))
        #expect(try store.answers(to: record.id) == ["{\"a\": 1}", "{\"a\": 2}"])
        let versions = try store.versions(of: record.id, in: context)
        #expect(versions.map(\.draft) == [record.draft, answered.draft])
        #expect(versions.map(\.status) == [.sent, .denied])
        #expect(try store.claim(record.id, in: context).status == .denied)
    }

    @Test func theSentVersionIsKeptOnceAndAgainWhenItWasSentAgain() throws {
        let store = try ClaimStore.temporary()
        var record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .denied))
        try store.keepSentVersion(of: record.id)
        record.draft = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        record = try store.save(record)
        try store.keepSentVersion(of: record.id)
        #expect(try store.versions(of: record.id, in: context).map(\.draft) == [ClaimExample.sample.draft])
        record.status = .sent
        record = try store.save(record)
        for _ in 0..<2 { try store.keepSentVersion(of: record.id) }
        let versions = try store.versions(of: record.id, in: context)
        #expect(versions.map(\.draft) == [ClaimExample.sample.draft, record.draft])
        #expect(versions.map(\.status) == [.denied, .sent])
    }

    @Test func anAnswerToAClaimThatIsNotThereChangesNothing() throws {
        let store = try ClaimStore.temporary()
        #expect(throws: StoreFault.missing) { try store.answer("gone", with: "{}", as: .paid) }
    }
}
