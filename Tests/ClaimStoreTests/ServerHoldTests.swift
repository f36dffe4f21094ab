import ClaimModel
import Foundation
import Synchronization
import TestStore
import Testing

@testable import ClaimStore

@Suite("On a server a claim is open on one desk at a time", .enabled(if: ClaimStore.testsServer))
struct ServerHoldTests {
    private let scratch: ScratchFolder
    private let place: StorePlace
    private let keyring: Keyring
    private let front: ClaimStore
    private let back: ClaimStore

    init() throws {
        scratch = try ScratchFolder()
        let server = ClaimStore.freshServer()
        place = StorePlace(folder: scratch.store, server: server)
        keyring = try place.makeKeyring(first: .machine)
        front = try ClaimStore(server: server, folder: scratch.store, keyring: keyring, desk: "FRONT-DESK")
        back = try ClaimStore(server: server, folder: scratch.store, keyring: keyring, desk: "BACK-ROOM")
        try front.save(ClaimRecord(draft("one", dana)))
    }

    @Test func `another desk is refused, and learns who has it`() throws {
        #expect(try back.holder(of: "one") == nil)
        let lock = try front.lock("one")
        #expect(throws: StoreFault.openElsewhere) { try back.lock("one") }
        let holder = try #require(try back.holder(of: "one"))
        #expect(holder.desk == "FRONT-DESK" && abs(holder.since.timeIntervalSinceNow) < 60)
        try back.lock("two").release()
        lock.release()
        #expect(try back.holder(of: "one") == nil)
        try back.lock("one").release()
    }

    @Test func `what a desk had open is free once the desk is gone`() throws {
        do {
            let gone = try place.store(keyring)
            let lock = try gone.lock("one")
            #expect(throws: StoreFault.openElsewhere) { try back.lock("one") }
            // As if it were killed: nothing is released.
            gone.presence?.end()
            withExtendedLifetime(lock) {}
            try untilFree("one")
        }
    }

    private func untilFree(_ id: String) throws {
        for _ in 0..<100 {
            if try back.holder(of: id) == nil { return }
            usleep(100_000)
        }
        Issue.record("still open")
    }

    @Test func `a claim that was asked for in vain is taken, and the desk that had it knows`() throws {
        let lock = try front.lock("one")
        try back.ask(for: "one", because: "Payer is on the phone")
        #expect(try front.request(for: "one")?.reason == "Payer is on the phone")
        let taken = try back.takeOver("one", because: "Payer is on the phone")
        #expect(lock.isLost && !taken.isLost)
        #expect(try front.holder(of: "one")?.desk == "BACK-ROOM" && front.request(for: "one") == nil)
        // Giving back what is somebody else's changes nothing.
        lock.release()
        #expect(throws: StoreFault.openElsewhere) { try front.lock("one") }
        #expect(try front.trail(.claim(id: "one")).last?.text == "Payer is on the phone")
        taken.release()
    }

    /// As a crash of the server or its fail-over does: the session goes, and with it what was opened in its last moment.
    private func loseLine(of desk: ClaimStore, keepsRows: Bool = false) throws {
        try back.engine.write { database in
            if !keepsRows { try database.execute("DELETE FROM hold") }
            let sql = """
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND (classid::bigint << 32 | objid::bigint) = ?
                """
            #expect(try database.one(Int.self, sql, [desk.presence?.key]) == 1)
        }
    }

    @Test func `what the server has lost of an open claim is taken again`() throws {
        let lock = try front.lock("one")
        let since = try back.holder(of: "one")?.since
        try loseLine(of: front)
        for _ in 0..<100 where try back.holder(of: "one") == nil { usleep(100_000) }
        let holder = try back.holder(of: "one")
        #expect(holder?.desk == "FRONT-DESK" && holder?.since == since && !lock.isLost)
        #expect(throws: StoreFault.openElsewhere) { try back.lock("one") }
        lock.release()
        try back.lock("one").release()
    }

    @Test func `what was opened elsewhere meanwhile stays there`() throws {
        let lock = try front.lock("one")
        try loseLine(of: front)
        let taken = try back.takeOver("one", because: "Payer is on the phone")
        // Longer than the front desk takes to be there again.
        usleep(3_000_000)
        #expect(try lock.isLost && front.holder(of: "one")?.desk == "BACK-ROOM")
        taken.release()
        #expect(lock.isLost)
    }

    @Test func `what was closed while the server could not be told is free once it can`() throws {
        let lock = try front.lock("one")
        let held = try #require(front.presence?.held)
        #expect(held.remove(try front.fileName(for: "one"), 1).count == 1)
        // This desk may have it at once.
        try front.lock("one").release()
        #expect(try back.holder(of: "one") == nil)
        let again = try front.lock("one")
        #expect(lock.isLost && !again.isLost)
        // Its first right ends, the second one does not.
        lock.release()
        #expect(try back.holder(of: "one")?.desk == "FRONT-DESK" && !again.isLost)
        #expect(held.remove(try front.fileName(for: "one"), 3).count == 1)
        try loseLine(of: front, keepsRows: true)
        for _ in 0..<50 where try back.holder(of: "one") != nil { usleep(100_000) }
        #expect(try back.holder(of: "one") == nil)
    }

    @Test func `what is opened within a transaction is open with it`() throws {
        try front.together { () throws(StoreFault) in
            let lock = try front.lock("one")
            try front.comment("one", "Called the payer.")
            lock.release()
            return true
        }
        #expect(try front.claim("one", in: today).comment == "Called the payer.")
        try front.together { () throws(StoreFault) in
            _ = try front.lock("one")
            try front.comment("one", "undone")
            return false
        }
        #expect(try front.claim("one", in: today).comment == "Called the payer.")
        try back.lock("one").release()
    }

    @Test func `one desk submits at a time`() throws {
        let right = try front.lockSending()
        #expect(throws: StoreFault.openElsewhere) { try back.lockSending() }
        right.release()
        try back.lockSending().release()
    }

    @Test func `what another desk saves and opens is heard`() throws {
        let heard = Mutex<Set<StoreNews>>([])
        #expect(try back.listen { news in _ = heard.withLock { $0.insert(news) } })
        try front.comment("one", "Called the payer.")
        let lock = try front.lock("one")
        for _ in 0..<50 where heard.withLock(\.self) != [.claims, .holds] { usleep(100_000) }
        #expect(heard.withLock(\.self) == [.claims, .holds])
        lock.release()
    }

    @Test func `numbers are given once over all desks`() async throws {
        let stores = [front, back, try place.store(keyring), try place.store(keyring)]
        let numbers = try await withThrowingTaskGroup(of: [String].self) { group in
            for store in stores {
                group.addTask { try (0..<12).map { _ in try store.nextAccountNumber() } }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(numbers).count == 48)
    }

    /// Other desks look for what is new by its time.
    @Test func `a desk whose clock is slow dates what it saves by the server's`() throws {
        let own = try #require(front.engine as? PostgresEngine)
        #expect(own.clockOffset == 0)
        let desk = try ClaimStore(
            server: try #require(place.server), folder: scratch.store, keyring: keyring, desk: "SLOW",
            now: { Date().addingTimeInterval(-1_200) })
        // Both of its lines to the server are open from now on.
        try desk.comment("one", "called the payer")
        // What it finds where it connects with such a clock.
        try #require(desk.engine as? PostgresEngine).clock.offset.store(1_200_000, ordering: .relaxed)
        var stamp: Int64 = 0
        _ = try front.references(since: &stamp)
        try desk.rememberEverybody(in: draft("two", dana))
        #expect(try front.references(since: &stamp).contains { $0.kind == .patient })
        #expect(abs(desk.timestamp - front.timestamp) < 5_000)
    }

    @Test func `who was removed saves nothing more`() throws {
        try keyring.add("KIM", as: .keyer, passphrase: "four words are long")
        let kim = try #require(try place.keyring())
        try kim.unlock(by: .passphrase(name: "KIM", "four words are long", code: nil))
        let desk = try place.store(kim)
        var record = try desk.claim("one", in: today)
        record.draft.type("7", at: Place(.amountPaid), in: today)
        record = try desk.save(record)
        try keyring.remove("KIM")
        kim.state.withLock { $0.holderCheckedAt = 0 }
        record.draft.type("8", at: Place(.amountPaid), in: today)
        #expect(throws: StoreFault.keys(.removed)) { try desk.save(record) }
    }
}
