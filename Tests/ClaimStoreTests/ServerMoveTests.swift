import ClaimModel
import ClaimRules
import Foundation
import TestStore
import Testing

@testable import ClaimStore

@Suite("Records go to a server and back with every row", .enabled(if: ClaimStore.testsServer))
struct ServerMoveTests {
    private let scratch: ScratchFolder
    private let server = ClaimStore.freshServer()

    init() throws { scratch = try ScratchFolder() }

    private func fill(_ store: ClaimStore) throws {
        for number in 0..<12 { try store.save(ClaimRecord(draft("claim-\(number)", dana), status: .ready)) }
        try store.rememberEverybody(in: draft("claim-0", dana))
        try store.savePractice(draft("practice", [.billingName: "Lakeside Clinic"]))
        try store.setPreference("theme", to: "light")
        try store.comment("claim-3", "Ask about Rivera")
        try store.keep(KeyedEOB(texts: ["10045"], index: 0, isBegun: true, lines: []), on: "claim-4")
        try store.delete("claim-9")
    }

    /// Everything that the store says of its claims.
    private func content(_ store: ClaimStore) throws -> [String] {
        let claims = try store.claims(includingDeleted: true)
        let drafts = try claims.map {
            String(decoding: try store.claim($0.id, in: today).draft.canonicalJSON(), as: UTF8.self)
        }
        return claims.map { "\($0)" } + drafts
            + (try store.references(.patient).map { "\($0.label) \($0.texts.sorted { $0.key < $1.key })" })
            + [
                "\(try store.keyedEOB(on: "claim-4") as Any)", try store.preference("theme") ?? "",
                "\(try store.lastChange())", "\(try store.examineTrail())",
            ]
    }

    @Test func `there and back nothing is changed, and what was there stays`() throws {
        let before = try ClaimStore(folder: scratch.store)
        try fill(before)
        #expect(try Migration(folder: scratch.store, server: server).toServer() == 11)
        let place = StorePlace(folder: scratch.store, server: server)
        let keyring = try #require(try place.keyring())
        try keyring.unlock(by: .machine)
        let store = try place.store(keyring)
        #expect(try content(store) == content(before))
        #expect(throws: StoreFault.occupied) { try Migration(folder: scratch.store, server: server).toServer() }
        // What is made there is numbered after what came.
        try store.save(ClaimRecord(draft("later", dana)))
        #expect(try store.examineTrail().isSound && store.claims().count == 12)
        #expect(throws: StoreFault.occupied) { try Migration(folder: scratch.store, server: server).toFolder() }
        let other = try ScratchFolder()
        #expect(try Migration(folder: other.store, server: server).toFolder() == 12)
        try FileManager.default.copyItem(
            at: scratch.keys.appendingPathComponent("machine.key"), to: other.keys.appendingPathComponent("machine.key")
        )
        #expect(try content(ClaimStore(folder: other.store)) == content(store))
    }

    @Test func `an interrupted copy goes on where it ended, and every row is compared`() throws {
        let before = try ClaimStore(folder: scratch.store)
        try fill(before)
        let migration = Migration(folder: scratch.store, server: server)
        let copy = SteppedCopy(to: server)
        func begin() throws {
            try copy.prepare()
            try before.engine.read { source in
                for table in Table.records.prefix(2) { try copy.copy(table, from: source) }
            }
            try copy.draft.write { database in
                try database.execute("DELETE FROM claim WHERE number > 5")
                try database.execute("UPDATE copied SET last = 5, isDone = 0 WHERE name = 'claim'")
            }
        }
        try begin()
        #expect(try migration.isBegun())
        // What is there already is not copied again, so a change of it is found; then it is begun anew.
        try copy.draft.write { try $0.execute("UPDATE claim SET revision = revision + 1 WHERE number = 1") }
        #expect(throws: StoreFault.unequal("claim")) { try migration.toServer() }
        #expect(try !migration.isBegun())
        try begin()
        #expect(try migration.toServer() == 11)
        #expect(try !migration.isBegun())
        let place = StorePlace(folder: scratch.store, server: server)
        let keyring = try #require(try place.keyring())
        try keyring.unlock(by: .machine)
        #expect(try content(place.store(keyring)) == content(before))
    }

    @Test func `the keyring of others is left alone`() throws {
        try fill(try ClaimStore(folder: scratch.store))
        let others = try ScratchFolder()
        let keyring = try StorePlace(folder: others.store, server: server).makeKeyring(first: .machine)
        #expect(throws: StoreFault.otherKeyring) { try Migration(folder: scratch.store, server: server).toServer() }
        #expect(try StorePlace(folder: others.store, server: server).keyring()?.holders() == keyring.holders())
    }

    @Test func `a backup of the server is put back, and a new key seals all of it`() throws {
        let place = StorePlace(folder: scratch.store, server: server)
        let keyring = try place.makeKeyring(first: .machine)
        let (wanted, backup) = try {
            let store = try place.store(keyring)
            try fill(store)
            let wanted = try content(store)
            let backup = try store.backUp(on: today.today)
            #expect(backup.isWhole && backup.claimCount == 11)
            try store.save(ClaimRecord(draft("lost", dana)))
            #expect(throws: StoreFault.busy) { try place.restore(backup, for: keyring) }
            return (wanted, backup)
        }()
        // The server notices within a moment that the desk is gone.
        usleep(300_000)
        let restored = try place.restore(backup, for: keyring)
        #expect(restored.replaced != nil)
        let again = try place.store(keyring)
        #expect(try again.claims(includingDeleted: true).map(\.id).contains("lost") == false)
        #expect(try content(again).dropLast() == wanted.dropLast())
        try again.note(restored: restored)
        try place.reseal(with: keyring, on: today.today)
        let resealed = try place.store(keyring)
        #expect(try resealed.claims().count == 11 && resealed.examineTrail().isSound)
        #expect(try resealed.claim("claim-3", in: today).comment == "Ask about Rivera")
        try resealed.save(ClaimRecord(draft("new", dana)))
        #expect(StoreExamination(of: resealed, in: today).isSound)
    }

    @Test func `who looks after the server reads nobody's name`() throws {
        let place = StorePlace(folder: scratch.store, server: server)
        let store = try place.store(try place.makeKeyring(first: .machine))
        try fill(store)
        var bytes = Data()
        try store.engine.read { database in
            for table in Table.records {
                for row in try database.rows("SELECT * FROM \(table.name)") {
                    for cell in try row.cells().values {
                        switch cell {
                        case .text(let text): bytes += Data(text.utf8)
                        case .bytes(let content): bytes += content
                        case .null, .integer: break
                        }
                    }
                }
            }
        }
        #expect(bytes.count > 10_000)
        for text in ["RIVERA", "Rivera", "DANA", "MMO123456789", "1985", "Medical", "Lakeside"] {
            #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
        }
    }
}
