import ClaimModel
import ClaimRules
import Foundation
import GRDB
import TestStore
import Testing

@testable import ClaimStore

@Suite("Records that an earlier version kept in clear are sealed")
struct SealingOverTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        let claims = (0..<30).map { (draft: draft("claim-\($0)", dana), status: ClaimStatus.ready) }
        try PlainStore.make(at: scratch.database, claims) { database in
            try database.script(
                """
                UPDATE claim SET comment = 'Ask about Rivera', heldBy = 'Dana', holdReason = 'waits' WHERE number = 2;
                INSERT INTO sentFile (interchange, groupNumber, sender, receiver, receiverName, isTest, name, day, claims,
                    total, counts, checksum, recordedAt)
                VALUES (17, 17, 'A', 'B', 'C', 0, 'f.837', 20780, 1, 100, 1, '0', 1795000000000);
                INSERT INTO sentClaim (file, place, claim, revision, transactionNumber, firstSegment, lastSegment, charge,
                    content, json, status)
                SELECT 1, 0, 3, 3, '0001', 2, 9, 100, 'content of 3', json, 'submitted' FROM draft WHERE claim = 3;
                INSERT INTO answer (claim, json, receivedAt) VALUES (3, '{"kind": "277", "status": "rejected", "date": null,
                    "payer_control_number": "", "charge": null, "paid": null, "statuses": ["A7:562"], "adjustments": [],
                    "codes": ["claim status 562"], "lines": []}', 1795000000000);
                INSERT INTO version (claim, status, json, keptAt)
                SELECT 3, 'submitted', json, 1795000000000 FROM draft WHERE claim = 3;
                INSERT INTO lesson (answer, payer, payerName, code, companion, rule, isDenied, reasons)
                VALUES (1, 'p', 'P', '96365', '', '', 1, 'C16');
                INSERT INTO practice (number, json) SELECT 1, json FROM draft WHERE claim = 1;
                INSERT INTO preference (name, value) VALUES ('theme', 'light');
                INSERT INTO counter (name, next) VALUES ('account', 77)
                """)
        }
    }

    private func isInClear() throws -> Bool {
        // With a sign beside it: four digits alone come by chance in sealed bytes and checksums.
        let texts = ["RIVERA", "Rivera", "MMO123456789", "/1985", "-1985", "1985-", "1985/", "\"1985", "19850412"]
        return try scratch.contents().contains { _, bytes in
            texts.contains { bytes.range(of: Data($0.utf8)) != nil }
        }
    }

    @Test func `their rows come to show what is listed since, once`() throws {
        let scratch = try ScratchFolder()
        var claim = draft("one", dana)
        claim.type("J3490", at: Place(.lineProcedure), in: today)
        claim.type("100", at: Place(.lineCharge), in: today)
        try PlainStore.make(at: scratch.database, [(claim, .ready), (draft("two", dana), .ready)])
        let store = try ClaimStore(folder: scratch.store)
        let before = try store.claims()
        #expect(before.map(\.charge) == [0, 0])
        try store.arrange("one", .assigned) { $0.assignee = "Lee" }
        try store.fillFaces(in: today)
        let rows = try store.claims()
        #expect(rows.map(\.charge) == [0, 10000])
        #expect(rows.map(\.procedures) == [[], ["J3490"]])
        #expect(rows.last?.handling.assignee == "Lee")
        #expect(rows.first?.updatedAt == before.first?.updatedAt)
        let last = try store.lastChange()
        try store.fillFaces(in: today)
        #expect(try store.lastChange() == last)
    }

    private func checkAll(_ store: ClaimStore) throws {
        let claims = try store.claims()
        #expect(claims.count == 30 && claims.allSatisfy { [.ready, .held].contains($0.status) })
        #expect(claims.allSatisfy { $0.patient == "RIVERA, DANA" && $0.tally.errors == 1 })
        #expect(try store.claim("claim-7", in: today).draft == draft("claim-7", dana))
        #expect(try store.claim("claim-1", in: today).comment == "Ask about Rivera")
        #expect(claims.first { $0.id == "claim-1" }?.hold == Hold(by: "Dana", reason: "waits"))
        #expect(try store.answers(to: "claim-2").map(\.statuses) == [["A7:562"]])
        #expect(try store.versions(of: "claim-2", in: today).map(\.draft) == [draft("claim-2", dana)])
        #expect(try store.sentVersions(of: "claim-2", in: today).map(\.draft) == [draft("claim-2", dana)])
        #expect(try store.earlierFile(saying: "content of 3", isTest: false)?.interchange == 17)
        #expect(try store.practice(in: today)?.patient == draft("claim-0", dana).patient)
        #expect(try store.preference("theme") == "light")
        #expect(try store.nextAccountNumber() == "77")
        #expect(try store.history(ofPatient: draft("now", dana), in: today).count == 30)
    }

    @Test func `all of it is there afterwards and nothing is in clear`() throws {
        #expect(try isInClear())
        let store = try ClaimStore(folder: scratch.store)
        #expect(store.sealedOver == SealedOver(lost: [], clear: []))
        try checkAll(store)
        #expect(try !isInClear())
        #expect(try ClaimStore(folder: scratch.store).sealedOver == nil)
    }

    @Test func `its backups are sealed with it and can be restored`() throws {
        let folder = StoreFolder(path: scratch.store.path)
        try folder.prepare()
        try folder.makePrivate(folder.backupFolder)
        let backup = StoreBackup(day: Day(number: 20_770), in: folder.backupFolder)
        try FileManager.default.copyItem(atPath: folder.database, toPath: backup.path)
        let queue = try DatabaseQueue(path: backup.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
        try Data("\(try Checksum.ofFile(backup.path))  name\n".utf8).write(
            to: URL(fileURLWithPath: backup.checksumFile))
        _ = try ClaimStore(folder: scratch.store)
        #expect(try backup.isWhole && !isInClear())
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        _ = try ClaimStore.restore(backup, in: scratch.store, for: keyring)
        try checkAll(try ClaimStore(folder: scratch.store))
    }

    @Test func `a damaged claim stays in the old database, which is named`() throws {
        let queue = try DatabaseQueue(path: scratch.database.path)
        try queue.write { try $0.execute(sql: "UPDATE claim SET status = 'RIVERA' WHERE number = 5") }
        try queue.close()
        let store = try ClaimStore(folder: scratch.store)
        let done = try #require(store.sealedOver)
        #expect(done.lost == [5] && done.clear.count == 1)
        #expect(try store.claims().count == 29)
        var found: [String] = []
        _ = try Salvage(of: done.clear[0], with: store.keyring, in: today) { found.append($0.draft.id) }
        #expect(found.contains("claim-4"))
    }

    @Test func `while another window has it open it is left alone`() throws {
        let other = try DatabaseQueue(path: scratch.database.path)
        _ = try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") }
        let before = try Data(contentsOf: scratch.database)
        #expect(throws: StoreFault.busy) { try ClaimStore(folder: scratch.store, patience: 0.1) }
        #expect(try Data(contentsOf: scratch.database) == before)
        try other.close()
        try checkAll(try ClaimStore(folder: scratch.store))
    }

    /// What a kill leaves at each step: the old database, or the new one with the old one beside it.
    @Test func `killed in between it goes on at the next start`() throws {
        let old = try Data(contentsOf: scratch.database)
        let left = scratch.store.appendingPathComponent("claims.db.clear")
        try FileManager.default.linkItem(at: scratch.database, to: left)
        try checkAll(try ClaimStore(folder: scratch.store))
        #expect(!FileManager.default.fileExists(atPath: left.path))
        try old.write(to: left)
        try checkAll2(try ClaimStore(folder: scratch.store))
        #expect(try !FileManager.default.fileExists(atPath: left.path) && !isInClear())
    }

    private func checkAll2(_ store: ClaimStore) throws { #expect(try store.claims().count == 30) }

    @Test func `a new key seals all of it anew, and what was forgotten stays so`() throws {
        do {
            let store = try ClaimStore(folder: scratch.store)
            try store.delete("claim-9")
            try store.forget("claim-9", under: Retention(years: nil, today: Day(number: 40_000)))
            try store.save(
                ClaimRecord(draft("claim-9", dana), status: .ready, tally: Tally(errors: 1, warnings: 0, rules: [])))
        }
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        try ClaimStore.reseal(scratch.store, with: keyring, on: Day(number: 20_781))
        #expect(try keyring.generation == 2)
        try checkAll(try ClaimStore(folder: scratch.store))
        #expect(try !isInClear())
    }
}
