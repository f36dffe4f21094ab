import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

@Suite("Days to file on the worklist")
struct ListingTests {
    @Test func `are those of the policy whose payer ID the claim has, whether or not the claim names it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("listing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let folders = Folders(environment: ["HOME": folder.path])
        try FileManager.default.createDirectory(at: folders.policies, withIntermediateDirectories: true)
        let policy = """
            id: acme
            name: Acme
            inherits: generic
            payer_id: "60001"
            source: contract
            date: 2026-01-05
            settings:
              filing_days: {value: 90, confidence: stated}
            """
        try Data(policy.utf8).write(to: folders.policies.appendingPathComponent("acme.yaml"))
        let day = try #require(Day(iso: "2026-11-20"))
        let office = Office(try ClaimStore.forTest(), library: try OfficeLibrary(folders: folders, day: day))
        var draft = ClaimDraft(id: "one")
        draft.type("11/10/2026", at: Place(.lineFrom), in: office.parsing)
        let record = try office.store.save(ClaimRecord(draft))
        #expect(try office.worklist().claims.map(\.daysLeft) == [nil])
        draft.type("60001", at: Place(.payerIdentifier), in: office.parsing)
        _ = try office.save(draft, as: .draft, over: record)
        #expect(try office.worklist().claims.map(\.daysLeft) == [80])
        // A claim to a later payer counts from the primary's EOB, which has not come.
        draft.type("S", at: Place(.payerOrder), in: office.parsing)
        _ = try office.save(draft, as: .draft, over: try office.store.claim("one", in: office.parsing))
        #expect(try office.worklist().claims.map(\.daysLeft) == [nil])
    }
}
