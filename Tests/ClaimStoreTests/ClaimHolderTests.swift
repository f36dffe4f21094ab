import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimStore

@Suite("A claim that is open says who has it, and goes to who asks for it")
struct ClaimHolderTests {
    private let scratch: ScratchFolder
    private let front: ClaimStore
    private let back: ClaimStore

    init() throws {
        scratch = try ScratchFolder()
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        // A moment that has more than milliseconds.
        let now: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_800_000_000.123_456) }
        front = try ClaimStore(folder: scratch.store, keyring: keyring, desk: "FRONT-DESK", now: now)
        back = try ClaimStore(folder: scratch.store, keyring: keyring, desk: "BACK-ROOM", now: now)
        try front.save(ClaimRecord(draft("one", dana)))
    }

    private var person: String { front.keyring.signedIn?.name ?? "" }
    private var locks: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: front.holdFolder).sorted() }
    }
    private var lockFile: String { get throws { try file(of: "one", "lock") } }

    private func file(of id: String, _ kind: String) throws -> String {
        "\(front.holdFolder)/\(try front.fileName(for: id)).\(kind)"
    }

    @Test func `the holder is named, in words that only the office reads`() throws {
        #expect(try back.holder(of: "one") == nil)
        let lock = try front.lock("one")
        let holder = try #require(try back.holder(of: "one"))
        #expect(holder.person == person && !person.isEmpty && holder.desk == "FRONT-DESK")
        #expect(abs(holder.since.timeIntervalSinceNow) < 60)
        #expect(try back.holder(of: "two") == nil)
        let bytes = try #require(FileManager.default.contents(atPath: lockFile))
        #expect(!bytes.isEmpty && bytes.range(of: Data("FRONT-DESK".utf8)) == nil)
        lock.release()
        #expect(try back.holder(of: "one") == nil && locks.isEmpty)
    }

    @Test(arguments: [Data(), Data("another claim's".utf8)])
    func `a lock that says nothing is of another window`(content: Data) throws {
        let lock = try FileLock(path: lockFile)
        defer { lock.release() }
        lock.note(content)
        let holder = try #require(try back.holder(of: "one"))
        #expect(holder.person.isEmpty && holder.desk.isEmpty && abs(holder.since.timeIntervalSinceNow) < 60)
    }

    @Test func `what a killed window wrote holds nothing`() throws {
        let lock = try front.lock("one")
        let bytes = try #require(FileManager.default.contents(atPath: lockFile))
        lock.release()
        try bytes.write(to: URL(fileURLWithPath: lockFile))
        #expect(try back.holder(of: "one") == nil)
        // A look does not keep anybody from opening it.
        try back.lock("one").release()
    }

    @Test func `one question at a time is asked, and answered or withdrawn`() throws {
        let lock = try front.lock("one")
        #expect(try front.request(for: "one") == nil)
        try back.ask(for: "one", because: "earlier")
        let asked = try back.ask(for: "one", because: "Payer is on the phone")
        let seen = try #require(try front.request(for: "one"))
        #expect(seen == asked && seen.desk == "BACK-ROOM" && seen.person == person && !seen.isRefused)
        let file = try #require(FileManager.default.contents(atPath: try file(of: "one", "ask")))
        #expect(file.range(of: Data("phone".utf8)) == nil)
        try front.refuse("one")
        let answered = try #require(try back.request(for: "one"))
        #expect(answered.isRefused && answered.isSame(as: asked))
        // Somebody else's question stays.
        let other = TakeOverRequest(person: "R", desk: "D", reason: "", since: Date())
        try back.withdraw(other, for: "one")
        #expect(try front.request(for: "one") != nil)
        try back.withdraw(asked, for: "one")
        #expect(try front.request(for: "one") == nil)
        try front.refuse("one")
        #expect(try front.request(for: "one") == nil && locks.count == 1)
        lock.release()
    }

    @Test func `a claim that is given is taken with its reason, and the question goes`() throws {
        let lock = try front.lock("one")
        let asked = try back.ask(for: "one", because: "Payer is on the phone")
        #expect(throws: StoreFault.openElsewhere) { try back.takeOver("one", because: asked.reason) }
        #expect(try front.request(for: "one") == asked)
        lock.release()
        #expect(try front.request(for: "one") == nil && locks.isEmpty)
        let taken = try back.takeOver("one", because: asked.reason)
        #expect(try front.holder(of: "one")?.desk == "BACK-ROOM")
        let record = try #require(try front.trail(.claim(id: "one")).last)
        #expect(record.kind == "taken-over" && record.text == "Payer is on the phone")
        taken.release()
    }

    @Test func `a question to a window that was killed goes with the next holder`() throws {
        try back.ask(for: "one", because: "x")
        let lock = try front.lock("one")
        #expect(try front.request(for: "one") == nil)
        lock.release()
    }

    @Test func `a lock whose file was removed is lost, and leaves the next one alone`() throws {
        let lock = try front.lock("one")
        #expect(!lock.isLost)
        unlink(try lockFile)
        let next = try back.lock("one")
        #expect(lock.isLost && !next.isLost)
        lock.release()
        #expect(!lock.isLost && !next.isLost)
        #expect(try front.holder(of: "one")?.desk == "BACK-ROOM")
        next.release()
    }

    @Test func `questions without a holder go at a start, once they are old`() throws {
        let lock = try front.lock("one")
        for id in ["one", "two"] {
            try back.ask(for: id, because: "x")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -7200)],
                ofItemAtPath: try file(of: id, "ask"))
        }
        try back.ask(for: "three", because: "x")
        front.sweep()
        #expect(try front.request(for: "one") != nil && front.request(for: "two") == nil)
        #expect(try front.request(for: "three") != nil)
        lock.release()
    }
}

@Suite("What somebody does to a claim that another has open")
struct UnheldChangeTests {
    private let scratch: ScratchFolder
    private let mine: ClaimStore
    private let theirs: ClaimStore
    private let lock: ClaimLock

    init() throws {
        scratch = try ScratchFolder()
        mine = try ClaimStore(folder: scratch.store)
        theirs = try ClaimStore(folder: scratch.store)
        try mine.save(ClaimRecord(draft("one", dana)))
        lock = try mine.lock("one")
    }

    @Test func `comments and holds need no lock, and what is keyed is saved all the same`() throws {
        var open = try mine.claim("one", in: today)
        try theirs.comment("one", "Called the payer.")
        try theirs.hold("one", Hold(by: "R. Lead", reason: "no auth"))
        open.draft.type("55", at: Place(.amountPaid), in: today)
        let saved = try mine.save(open)
        #expect(saved.comment == "Called the payer." && saved.hold?.by == "R. Lead")
        try theirs.release("one")
        #expect(try mine.claim("one", in: today).hold == nil)
        #expect(
            try mine.trail(.claim(id: "one")).map(\.kind) == ["created", "commented", "held", "saved", "released"])
    }

    @Test func `an answer is posted, and the next save meets the new status`() throws {
        var open = try mine.claim("one", in: today)
        var answer = ClaimAnswer(.remittance, account: "1001")
        answer.status = .denied
        #expect(try theirs.answer("one", with: answer, as: .denied))
        #expect(try !theirs.answer("one", with: answer, as: .denied))
        open.draft.type("55", at: Place(.amountPaid), in: today)
        #expect(throws: StoreFault.conflict) { try mine.save(open) }
        // One that leaves the status says nothing against what is keyed.
        var now = try mine.claim("one", in: today)
        #expect(now.status == .denied)
        var notice = ClaimAnswer(.status, account: "1001")
        notice.payerControlNumber = "7"
        #expect(try theirs.answer("one", with: notice, as: nil))
        now.draft.type("55", at: Place(.amountPaid), in: today)
        try mine.save(now)
        #expect(try mine.answers(to: "one").count == 2)
    }

    @Test func `the status is set`() throws {
        try theirs.mark("one", as: .accepted)
        #expect(try mine.claim("one", in: today).status == .accepted)
    }

    @Test func `whether it is there at all stays with who has it open`() throws {
        #expect(throws: StoreFault.openElsewhere) { try theirs.delete("one") }
        lock.release()
        try theirs.delete("one")
        let again = try mine.lock("one")
        #expect(throws: StoreFault.openElsewhere) { try theirs.restore("one") }
        again.release()
        try theirs.restore("one")
    }
}
