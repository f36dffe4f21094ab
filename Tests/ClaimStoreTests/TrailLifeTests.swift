import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Synchronization
import TestStore
import Testing

@testable import ClaimStore

@Suite("The trail outlives what it is about")
struct TrailLifeTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func flaws(_ store: ClaimStore) throws -> [TrailFlaw] { try store.examineTrail().flaws }

    @Test func `what was forgotten is forgotten in the trail, too`() throws {
        let store = try ClaimStore(folder: scratch.store)
        for id in ["kept", "gone"] {
            var record = try store.save(ClaimRecord(draft(id, dana)))
            record.draft.type("Quillfeather", at: Place(.patientLastName), in: today)
            try store.save(record)
        }
        try store.delete("gone")
        try store.forget("gone", under: Retention(years: nil, today: Day(number: 20_780)))
        #expect(try flaws(store) == [])
        let trail = try store.trail(.between(.distantPast, .distantFuture))
        let gone = trail.filter { $0.claim == 2 }
        #expect(trail.count == 6 && gone.allSatisfy { $0.changes.isEmpty && $0.account == nil })
        #expect(trail.count(where: \.isForgotten) == 2 && trail.last?.kind == "forgotten")
        #expect(trail.allSatisfy { $0.person != nil })
        #expect(trail[1].changes.map(\.after) == ["Quillfeather"])
    }

    @Test func `a new data key leaves it verifiable, and readable`() throws {
        let day = Day(number: 20_780)
        do {
            let store = try ClaimStore(folder: scratch.store)
            for id in ["kept", "gone"] {
                try store.save(ClaimRecord(draft(id, dana)))
                try store.comment(id, "call the payer")
            }
            try store.delete("gone")
            try store.forget("gone", under: Retention(years: nil, today: day))
            try store.noteSignOut()
        }
        let keyring = try #require(try Keyring.open(forData: scratch.store))
        try keyring.unlock(by: .machine)
        for _ in 0..<2 { try ClaimStore.reseal(scratch.store, with: keyring, on: day) }
        let store = try ClaimStore(folder: scratch.store)
        #expect(store.seals.generation == 3)
        #expect(try flaws(store) == [])
        let trail = try store.trail(.between(.distantPast, .distantFuture))
        #expect(trail[1].changes.map(\.after) == ["call the payer"])
        #expect(trail.map(\.kind).suffix(4) == ["rekeyed", "backup", "rekeyed", "backup"])
        // The desk is known again.
        #expect(Set(trail.map(\.desk)) == [1])
        try store.comment("kept", "done")
        #expect(try flaws(store) == [])
    }

    @Test func `stores of one desk write one chain, those of two desks two`() throws {
        _ = try ClaimStore(folder: scratch.store)
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        let stores = try ["front", "front", "back"].map { desk in
            try ClaimStore(folder: scratch.store, keyring: keyring, desk: desk)
        }
        let failures = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 3) { index in
            for number in 0..<20 {
                do {
                    try stores[index].save(ClaimRecord(draft("\(index)-\(number)", dana)))
                    try stores[index].note(.opened, of: "\(index)-\(number)")
                } catch {
                    failures.withLock { $0 += 1 }
                }
            }
        }
        #expect(failures.withLock { $0 } == 0)
        for store in stores { #expect(store.waitingRecords.all.isEmpty) }
        #expect(try flaws(stores[0]) == [])
        let trail = try stores[0].trail(.between(.distantPast, .distantFuture))
        #expect(trail.count == 120 && Set(trail.map(\.desk)) == [1, 2])
        let counts = Set([1, 2].map { desk in trail.count { $0.desk == desk } })
        #expect(counts == [40, 80])
    }

    @Test func `old records are pruned by a lead, and the rest is verified`() throws {
        let clock = TestClock()
        let store = try ClaimStore(folder: scratch.store) { clock.next(after: 86_400) }
        for number in 0..<10 { try store.save(ClaimRecord(draft("\(number)", dana))) }
        #expect(try store.anchorTrail())
        let fifth = try store.trail(.between(.distantPast, .distantFuture))[4].at
        #expect(try store.pruneTrail(before: .distantPast) == 0)
        #expect(try store.pruneTrail(before: fifth) == 4)
        let trail = try store.trail(.between(.distantPast, .distantFuture))
        #expect(trail.map(\.place) == [5, 6, 7, 8, 9, 10, 11] && trail.last?.kind == "pruned")
        #expect(trail.last?.text?.hasPrefix("desk 1: records 1 to 4, goes on after ") == true)
        #expect(try flaws(store) == [] && store.anchorTrail())
        #expect(try store.pruneTrail(before: .distantFuture) == 7)
        #expect(try flaws(store) == [] && store.anchorTrail())
        try store.sqlite.write { try $0.execute(sql: "DELETE FROM trail WHERE place = 12") }
        #expect(try flaws(store).first == TrailFlaw(.cutOff, desk: 1, record: 12))
    }

    @Test func `only a lead prunes, and who may only read is recorded all the same`() throws {
        let passphrase = "four words are long"
        let keyring = try Keyring.make(forData: scratch.store, first: .person(name: "LEE", passphrase: passphrase))
        try keyring.add("KIM", as: .readOnly, passphrase: passphrase)
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        try store.save(ClaimRecord(draft("one", dana)))
        try keyring.unlock(by: .passphrase(name: "KIM", passphrase, code: nil))
        #expect(throws: StoreFault.keys(.notAllowed)) { try store.pruneTrail(before: .distantFuture) }
        #expect(throws: StoreFault.keys(.notAllowed)) { try store.comment("one", "seen") }
        try store.note(.opened, of: "one")
        let trail = try store.trail(.claim(id: "one"))
        #expect(trail.map(\.kind) == ["created", "opened"])
        #expect(trail.map(\.person?.role) == ["lead", "read-only"])
        keyring.lock()
        #expect(throws: StoreFault.keys(.locked)) { try store.note(.opened, of: "one") }
    }

    @Test func `failed attempts are recorded once somebody signs in`() throws {
        let passphrase = "four words are long"
        let keyring = try Keyring.make(forData: scratch.store, first: .person(name: "LEE", passphrase: passphrase))
        try keyring.add("KIM", as: .keyer, passphrase: passphrase)
        for name in ["KIM", "my whole passphrase", "KIM"] {
            #expect(throws: StoreFault.keys(.wrong)) {
                try keyring.unlock(by: .passphrase(name: name, "not the passphrase", code: nil))
            }
        }
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        for _ in 0..<2 { try store.noteSignIn() }
        let trail = try store.trail(.between(.distantPast, .distantFuture))
        #expect(trail.map(\.kind) == ["sign-in-failed", "sign-in-failed", "signed-in", "signed-in"])
        #expect(trail[0].text?.hasPrefix("1 failed attempt under unknown names, the last at 20") == true)
        #expect(trail[1].text?.hasPrefix("2 failed attempts for KIM, the last at 20") == true)
        #expect(try !scratch.contents().contains { $0.value.range(of: Data("whole passphrase".utf8)) != nil })
    }

    @Test func `what was read while the database could not be written is recorded later`() throws {
        let clock = TestClock()
        let store = try ClaimStore(folder: scratch.store, patience: 0.05) { clock.next(after: 60) }
        try store.save(ClaimRecord(draft("one", dana)))
        let other = try DatabaseQueue(path: scratch.database.path)
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            #expect(try store.note(.opened, of: "one") == nil)
            try database.execute(sql: "ROLLBACK")
        }
        try store.comment("one", "call the payer")
        let trail = try store.trail(.claim(id: "one"))
        #expect(trail.map(\.kind) == ["created", "opened", "commented"] && trail[1].at < trail[2].at)
        #expect(store.waitingRecords.all.isEmpty)
        #expect(try flaws(store) == [])
    }

    @Test func `a backup that is put back is recorded, and anchored anew`() throws {
        let day = Day(number: 20_780)
        do {
            let store = try ClaimStore(folder: scratch.store)
            try store.save(ClaimRecord(draft("one", dana)))
            _ = try store.backUp(on: day)
            try store.comment("one", "call the payer")
            try store.noteSignOut()
        }
        let backup = try #require(ClaimStore.backups(in: scratch.store).first)
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        let restored = try ClaimStore.restore(backup, in: scratch.store, for: keyring)
        let store = try ClaimStore(folder: scratch.store)
        #expect(try flaws(store).first == TrailFlaw(.cutOff, desk: 1, record: 2))
        try store.note(restored: restored)
        #expect(try flaws(store) == [])
        let last = try #require(try store.trail(.between(.distantPast, .distantFuture)).last)
        #expect(last.kind == "restored-backup")
        #expect(last.text == "backup of \(day.iso); not in it: desk 1, records 2 to 4")
        #expect(try store.noteSignIn())
    }

    @Test func `a store of the version before gets a trail`() throws {
        do {
            let store = try ClaimStore(folder: scratch.store)
            try store.save(ClaimRecord(draft("one", dana)))
            try store.sqlite.write { database in
                for table in ["trail", "desk", "trailHead", "keyedEOB"] {
                    try database.execute(sql: "DROP TABLE \(table)")
                }
                try database.execute(sql: "PRAGMA user_version = \(Schema.trailVersion - 1)")
            }
        }
        let old = StoreExamination(
            of: scratch.store, with: try Keyring.ofThisMachine(forData: scratch.store), in: today)
        #expect(old.isSound && old.claims == 1)
        let store = try ClaimStore(folder: scratch.store)
        #expect(try store.claim("one", in: today).draft == draft("one", dana))
        try store.comment("one", "call the payer")
        #expect(try flaws(store) == [] && store.trail(.claim(id: "one")).count == 1)
    }
}

/// Goes on whenever it is asked.
private final class TestClock: Sendable {
    private let time = Mutex(1_790_000_000.0)

    func next(after seconds: Double) -> Date {
        time.withLock { time in
            time += seconds
            return Date(timeIntervalSince1970: time)
        }
    }
}
