import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("One damaged row leaves the others alone")
struct DamagedRowTests {
    private let store: ClaimStore

    init() throws {
        store = try ClaimStore.temporary()
        for id in ["one", "two", "three"] { try store.save(ClaimRecord(draft(id, dana))) }
    }

    /// Writes past the tables' rules, as damage does.
    private func spoil(_ sql: String) throws {
        try store.sqlite.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = 1")
            try database.execute(sql: sql)
        }
    }

    /// What damage of a column looks like: the table is made anew without its rules.
    private func loosen() throws {
        try spoil(
            """
            PRAGMA foreign_keys = OFF;
            CREATE TABLE loose AS SELECT * FROM claim;
            DROP TABLE claim;
            ALTER TABLE loose RENAME TO claim;
            """)
    }

    @Test(arguments: [
        "status = 'RIVERA'", "account = NULL", "face = NULL", "createdAt = 'RIVERA'",
        "createdAt = 9223372036854775807", "updatedAt = 9223372036854775807", "updatedAt = -9223372036854775808",
        "day = 9223372036854775807", "day = -9223372036854775808", "item = 9223372036854775807",
        "saved = 9223372036854775807", "face = x'FF00'", "deletedAt = 'x'", "revision = 9223372036854775807",
    ])
    func `it is named by its number`(change: String) throws {
        try loosen()
        try spoil("UPDATE claim SET \(change) WHERE number = 2")
        let list = try store.list(includingDeleted: true)
        #expect(Set(list.claims.map(\.id)).isSuperset(of: ["one", "three"]))
        #expect(list.damaged == [2] && list.claims.count == 2)
        #expect(try store.claim("one", in: today).draft == draft("one", dana))
        do throws(StoreFault) {
            _ = try store.claim("two", in: today)
        } catch {
            #expect(error == .damagedRow(2))
            #expect(error.description.hasPrefix("Row 2 of the database is damaged"))
            #expect(!"\(error)".contains("RIVERA"))
        }
        #expect(try store.history(ofPatient: draft("now", dana), in: today).count >= 2)
    }

    @Test(arguments: ["status = 'RIVERA'", "day = 9223372036854775807"])
    func `a check names a row that is damaged in part`(change: String) throws {
        try spoil("UPDATE claim SET \(change) WHERE number = 2")
        let found = StoreExamination(of: URL(fileURLWithPath: store.path), with: store.keyring, in: today)
        #expect(found.damagedRows == [2] && !found.isSound && found.claims == 3)
    }

    @Test(arguments: ["x''", "x'00'", "zeroblob(3000)", "(SELECT body FROM draft WHERE claim = 1)"])
    func `a damaged claim is named when it is opened`(body: String) throws {
        try spoil("UPDATE draft SET body = \(body) WHERE claim = 2")
        #expect(throws: StoreFault.damagedRow(2)) { try store.claim("two", in: today) }
        #expect(try store.claims().count == 3)
        #expect(try store.history(ofPatient: draft("now", dana), in: today).map(\.draft.id) == ["one", "three"])
    }

    @Test func `a check names what is damaged beside the claims' own rows`() throws {
        try store.savePractice(draft("practice"))
        let record = try store.claim("one", in: today)
        let file = SentFile(
            interchange: 7, group: 7, sender: "A", receiver: "B", receiverName: "C", isTest: false, name: "f.837",
            day: Day(number: 20_780), claims: 1, total: 100)
        _ = try store.record(
            SentRecord(
                file: file, counts: true, checksum: "0", path: "f.837",
                claims: [.init(record: record, transaction: "0001", segments: 2...9, content: "c")]))
        let folder = URL(fileURLWithPath: store.path)
        #expect(StoreExamination(of: folder, with: store.keyring, in: today).isSound)
        try spoil("UPDATE sentClaim SET body = (SELECT body FROM draft WHERE claim = 1)")
        try spoil("UPDATE practice SET body = x'00'")
        let found = StoreExamination(of: folder, with: store.keyring, in: today)
        #expect(found.damagedRows == [1] && found.otherDamage == ["practice 1"] && !found.isSound)
    }

    @Test func `the largest numbers end nothing`() throws {
        let most = Int64.max
        try spoil(
            "INSERT OR REPLACE INTO counter VALUES ('account', \(most)), ('interchange', \(most)), ('change', \(most))")
        // A store that cannot count on says so.
        #expect(throws: StoreFault.self) { try store.nextAccountNumber() }
        #expect(throws: StoreFault.self) { try store.upcomingInterchangeNumber() }
        try store.save(ClaimRecord(draft("four", dana)))
        #expect(try store.claims().count == 4)
    }

    @Test func `a row with the largest number is read past`() throws {
        try loosen()
        try spoil("UPDATE claim SET number = \(Int64.max) WHERE number = 2")
        #expect(try store.history(ofPatient: draft("now", dana), in: today).count == 2)
        let list = try store.list()
        #expect(list.claims.map(\.id) == ["three", "one"] && list.damaged == [.max])
        #expect(throws: StoreFault.damagedRow(.max)) { try store.save(ClaimRecord(draft("four", dana))) }
    }

    @Test(arguments: ["place", "firstSegment", "lastSegment", "charge", "revision"])
    func `a damaged submission is a message`(column: String) throws {
        let record = try store.claim("one", in: today)
        let file = SentFile(
            interchange: 7, group: 7, sender: "A", receiver: "B", receiverName: "C", isTest: false, name: "f.837",
            day: Day(number: 20_780), claims: 1, total: 100)
        let id = try store.record(
            SentRecord(
                file: file, counts: true, checksum: "0", path: "f.837",
                claims: [.init(record: record, transaction: "0001", segments: 2...9, content: "c")]))
        try spoil("UPDATE sentClaim SET \(column) = \(Int64.max)")
        _ = try? store.sentClaims(ofBatch: id)
        _ = try? store.acknowledgedClaims(ofFile: id)
        try spoil("UPDATE sentFile SET total = \(Int64.max), day = \(Int64.max), claims = \(Int64.max)")
        #expect(throws: StoreFault.damagedRow(nil)) { try store.sentBatches() }
    }

    @Test func `a page that cannot be read leaves the claims on the others`() throws {
        let scratch = try ScratchFolder()
        do {
            let store = try ClaimStore(folder: scratch.store)
            for number in 0..<200 { try store.save(ClaimRecord(draft("claim-\(number)", dana))) }
        }
        let store = try ClaimStore(folder: scratch.store)
        let bytes = try Data(contentsOf: scratch.database)
        let face = try store.sqlite.read { try Data.fetchOne($0, sql: "SELECT face FROM claim WHERE number = 100") }
        let content = try #require(face)
        let start = try #require(bytes.range(of: content)).lowerBound / 4096 * 4096
        let file = try FileHandle(forWritingTo: scratch.database)
        try file.seek(toOffset: UInt64(start))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()
        let list = try store.list()
        #expect(!list.damaged.isEmpty && list.claims.count > 100)
        #expect(list.claims.count + list.damaged.count == 200)
    }
}
