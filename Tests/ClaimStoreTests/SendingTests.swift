import ClaimModel
import ClaimRules
import Foundation
import GRDB
import TestStore
import Testing

@testable import ClaimStore

@Suite("What was sent is remembered, with every claim as it went out")
struct SendingTests {
    private let store: ClaimStore
    private let scratch = Result { try ScratchFolder() }

    init() throws { store = try ClaimStore.forTest() }

    private func ready(_ id: String) throws -> ClaimRecord {
        try store.save(ClaimRecord(draft(id, dana), status: .ready))
    }

    private func sent(
        _ records: [ClaimRecord], interchange: Int = 17, isTest: Bool = false, counts: Bool = true
    ) -> SentRecord {
        let file = SentFile(
            interchange: interchange, group: interchange, sender: "LAKESIDE", receiver: "CLEARHOUSE",
            receiverName: "Clearhouse Inc", isTest: isTest, name: "batch.837", day: today.today, claims: records.count,
            total: 51_000)
        let claims = records.enumerated().map { index, record in
            SentRecord.Claim(
                record: record, transaction: "0001", segments: 6 + 20 * index...25 + 20 * index,
                content: "content of \(record.id)")
        }
        return SentRecord(file: file, counts: counts, checksum: "c0ffee", path: "batch.837", claims: claims)
    }

    @Test func `a claim is sent once its file is confirmed`() throws {
        let records = try [ready("one"), ready("two")]
        let id = try store.record(sent(records))
        #expect(try store.claims().allSatisfy { $0.status == .ready })
        #expect(try store.sentBatches().map(\.isWritten) == [false])
        let waiting = try #require(try store.unconfirmedFiles().first)
        #expect(waiting.id == id && waiting.path == "batch.837" && waiting.claims == ["one", "two"])
        try store.confirm(id)
        #expect(try store.claims().allSatisfy { $0.status == .submitted })
        #expect(try store.unconfirmedFiles().isEmpty)
        let batch = try #require(try store.sentBatches().first)
        #expect(batch.file == sent(records).file && batch.isWritten && batch.acknowledgment == "none")
        #expect(batch.results == [.unanswered: 2])
        let claims = try store.sentClaims(ofBatch: id)
        #expect(claims.map(\.id) == ["one", "two"] && claims.map(\.number) == [1, 2])
        #expect(claims.first?.patient == "RIVERA, DANA" && claims.first?.status == .submitted)
    }

    @Test func `a file that was not written leaves nothing behind`() throws {
        let id = try store.record(sent([try ready("one")]))
        try store.withdraw(id)
        #expect(try store.sentBatches().isEmpty && store.unconfirmedFiles().isEmpty)
        #expect(try store.claims().map(\.status) == [.ready])
        // What was confirmed stays.
        let other = try store.record(sent([try store.claim("one", in: today)]))
        try store.confirm(other)
        try store.withdraw(other)
        #expect(try store.sentBatches().count == 1)
    }

    @Test func `a claim that was changed meanwhile keeps its status and the version that went out`() throws {
        var record = try ready("one")
        let id = try store.record(sent([record]))
        let before = record.draft
        record.draft.type("RIVERA-DIAZ", at: Place(.patientLastName), in: today)
        record.status = .draft
        try store.save(record)
        try store.confirm(id)
        #expect(try store.claim("one", in: today).status == .draft)
        let versions = try store.sentVersions(of: "one", in: today)
        #expect(versions.map(\.draft) == [before] && versions.map(\.status) == [.submitted])
        #expect(versions.first?.interchange == 17)
    }

    @Test func `an answer belongs to the latest submission`() throws {
        let record = try ready("one")
        let first = try store.record(sent([record]))
        try store.confirm(first)
        try store.answer("one", with: ClaimAnswer(.remittance, account: "1"), as: .denied)
        var again = try store.claim("one", in: today)
        again.status = .ready
        let second = try store.record(sent([try store.save(again)], interchange: 18))
        try store.confirm(second)
        #expect(try store.sentBatches().map(\.results) == [[.unanswered: 1], [.denied: 1]])
        try store.answer("one", with: ClaimAnswer(.remittance, account: "2"), as: .partlyPaid)
        #expect(try store.sentBatches().map(\.results) == [[.paid: 1], [.denied: 1]])
        #expect(try store.sentVersions(of: "one", in: today).map(\.status) == [.denied, .partlyPaid])
    }

    @Test func `the very same is found again but not where it was only tried`() throws {
        let record = try ready("one")
        try store.confirm(try store.record(sent([record], isTest: true, counts: false)))
        #expect(try store.claims().map(\.status) == [.ready])
        #expect(try store.earlierFile(saying: "content of one", isTest: true)?.interchange == 17)
        #expect(try store.earlierFile(saying: "content of one", isTest: false) == nil)
        #expect(try store.earlierFile(saying: "something else", isTest: true) == nil)
        #expect(try store.sentVersions(of: "one", in: today).isEmpty)
    }

    @Test func `a store that still says sent is read and answered`() throws {
        let record = try ready("one")
        let id = try store.record(sent([record]))
        try store.confirm(id)
        try store.engine.write {
            try $0.script("UPDATE claim SET status = 'sent'; UPDATE sentClaim SET status = 'sent'")
        }
        #expect(try store.claims().map(\.status) == [.submitted])
        #expect(try store.claim("one", in: today).status == .submitted)
        #expect(try store.sentBatches().map(\.results) == [[.unanswered: 1]])
        #expect(try store.sentVersions(of: "one", in: today).map(\.status) == [.submitted])
        let claim = try #require(try store.acknowledgedClaims(ofFile: id).first)
        #expect(try store.noteRefused(claim, with: ClaimAnswer(.acknowledgment, account: "1001")))
        #expect(try store.claims().map(\.status) == [.rejected])
    }

    @Test func `only one sends at a time`() throws {
        let right = try store.lockSending()
        #expect(throws: StoreFault.openElsewhere) { try store.lockSending() }
        right.release()
        try store.lockSending().release()
    }

    @Test func `a database of the version before takes the tables on`() throws {
        let scratch = try ScratchFolder()
        try PlainStore.make(at: scratch.database, version: 2, [(draft("one", dana), .submitted)])
        let store = try ClaimStore(folder: scratch.store)
        #expect(try store.claims().map(\.status) == [.submitted])
        let record = try store.save(ClaimRecord(draft("two", dana), status: .ready))
        try store.confirm(try store.record(sent([record])))
        #expect(try store.sentBatches().count == 1)
    }
}
