import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

/// What a claim of the store is judged by.
@Suite struct ContextTests {
    private let office: Office
    private let sample = ClaimExample.sample.draft

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)").path
        let folders = Folders(environment: ["HOME": folder])
        office = Office(
            try ClaimStore.forTest(), library: try OfficeLibrary(folders: folders, day: ClaimExample.today))
    }

    private func rules(_ status: ClaimStatus?) throws -> Set<String> {
        Set(try office.judge(sample, status: status).findings.map(\.rule.id))
    }

    private func addTwin() throws {
        let twin = ClaimExample.sample.with(.lineCharge, "199").draft.renamed("twin")
        try office.store.save(ClaimRecord(twin, status: .submitted))
    }

    @Test func `the other claims of the patient count`() throws {
        #expect(try !rules(nil).contains("RS-020"))
        try addTwin()
        #expect(try rules(nil).contains("RS-020"))
    }

    /// A claim that is with the payer is not asked to say something new; once it is back, it is.
    @Test func `what was sent counts unless the payer has the claim`() throws {
        let record = try office.store.save(ClaimRecord(sample, status: .ready))
        let file = SentFile(
            interchange: 7, group: 7, sender: "LAKESIDE", receiver: "CLEARHOUSE", receiverName: "Clearhouse Inc",
            isTest: false, name: "batch.837", day: ClaimExample.today, claims: 1, total: 25_500)
        let claim = SentRecord.Claim(record: record, transaction: "0001", segments: 6...30, content: "c")
        let sent = SentRecord(file: file, counts: true, checksum: "c0ffee", path: "batch.837", claims: [claim])
        try office.store.confirm(try office.store.record(sent))
        #expect(try !rules(.submitted).contains("RS-021"))
        #expect(try rules(.denied).contains("RS-021"))
        #expect(try rules(.flagged).contains("RS-021"))
    }

    @Test func `what is saved is counted as it is found`() throws {
        try addTwin()
        let record = try office.save(sample, as: .draft, over: ClaimRecord(sample))
        #expect(record.tally == (try office.judge(sample, status: .draft).tally))
        #expect(record.tally.rules.contains("RS-020") && record.status == .draft)
    }
}
