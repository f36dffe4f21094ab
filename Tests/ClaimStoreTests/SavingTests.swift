import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore
import TestStore

@Suite("What is saved stays")
struct SavingTests {
    @Test func `what was written ahead of another draft is not kept`() throws {
        let store = try ClaimStore.forTest()
        let (before, after) = (draft("one", [.account: "1001"]), draft("one", [.account: "1002"]))
        try store.save(ClaimRecord(after), ahead: WrittenDraft(before))
        #expect(try store.claim("one", in: today).draft == after)
        #expect(try store.claims().map(\.account) == ["1002"])
        let second = draft("two", [.account: "1003"])
        try store.save(ClaimRecord(second), ahead: WrittenDraft(second))
        #expect(try store.claim("two", in: today).draft == second)
    }

    @Test func `a saved claim is there after the next start`() throws {
        let scratch = try ScratchFolder()
        var claim = draft("one", dana)
        claim.type("not a number", at: Place(.billingNPI), in: today)
        claim.type("t-", at: Place(.lineTo, row: 3), in: today)
        claim.type("é e\u{301} 李 🧑🏽‍⚕️\u{7}", at: Place(.rationale), in: today)
        claim.defaulted = ["placeOfService"]
        do {
            let store = try ClaimStore(folder: scratch.store)
            try store.save(
                ClaimRecord(claim, tally: Tally(errors: 2, warnings: 1, rules: ["ND-002", "FM-001", "ND-002"])))
        }
        let store = try ClaimStore(folder: scratch.store)
        let record = try store.claim("one", in: today)
        #expect(record.draft == claim)
        #expect(record.draft.canonicalJSON() == claim.canonicalJSON())
        #expect(record.tally.rules == ["ND-002", "FM-001"])
        #expect(record.revision == 1)
        #expect(record.status == .draft)
    }

    @Test func `what a kill leaves holds every saved claim`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        var record = try store.save(ClaimRecord(draft("one", dana)))
        record.draft.type("35", at: Place(.lineDose, row: 1), in: today)
        try store.save(record)
        // A killed process leaves the database and its log as they are now: nothing has been closed or moved over.
        let left = try ScratchFolder()
        try FileManager.default.createDirectory(at: left.store, withIntermediateDirectories: true)
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: scratch.database.path + end, toPath: left.database.path + end)
        }
        try FileManager.default.copyItem(atPath: scratch.keys.path, toPath: left.keys.path)
        let next = try ClaimStore(folder: left.store)
        #expect(try next.claim("one", in: today).draft == record.draft)
        #expect(try next.claims().map(\.id) == ["one"])
    }

    @Test func `a loss of power loses nothing that was saved`() throws {
        let store = try ClaimStore.temporary()
        // SQLite, "PRAGMA synchronous": only FULL (2) syncs the log at each commit.
        #expect(try store.sqlite.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }

    @Test func `a save from elsewhere is never overwritten`() throws {
        let scratch = try ScratchFolder()
        let (mine, theirs) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        var here = try mine.save(ClaimRecord(draft("one", dana)))
        var there = try theirs.claim("one", in: today)
        there.draft.type("F33.2", at: Place(.diagnosisCode), in: today)
        there = try theirs.save(there)
        here.draft.type("F32.9", at: Place(.diagnosisCode), in: today)
        #expect(throws: StoreFault.conflict) { try mine.save(here) }
        #expect(throws: StoreFault.conflict) { try mine.save(ClaimRecord(draft("one"))) }
        #expect(try mine.claim("one", in: today) == there)
    }

    @Test func `saving the same again changes nothing`() throws {
        let store = try ClaimStore.forTest()
        let first = try store.save(ClaimRecord(draft("one", dana)))
        #expect(try store.save(first) == first)
        var moved = first
        moved.status = .ready
        moved = try store.save(moved)
        #expect(moved.revision == 2)
        #expect(try store.claim("one", in: today).status == .ready)
        #expect(moved.createdAt == first.createdAt)
    }

    @Test func `what cannot be given back is refused`() throws {
        let store = try ClaimStore.forTest()
        var claim = draft("one")
        claim.lines = Array(repeating: ServiceLine(), count: 51)
        #expect(throws: StoreFault.notStorable) { try store.save(ClaimRecord(claim)) }
        #expect(throws: StoreFault.notStorable) { try store.save(ClaimRecord(draft(""))) }
        #expect(throws: StoreFault.missing) { try store.claim("one", in: today) }
        var record = try store.save(ClaimRecord(draft("two")))
        record = record.renamed("three")
        #expect(throws: StoreFault.missing) { try store.save(record) }
        #expect(try store.claims().map(\.id) == ["two"])
    }

    @Test func `every sample claim comes back`() throws {
        let store = try ClaimStore.forTest()
        let samples = Rule.all.flatMap { $0.accepts() + $0.rejects() }.map(\.draft)
        try store.together { () throws(StoreFault) in
            for (number, sample) in samples.enumerated() {
                try store.save(ClaimRecord(sample.renamed("claim \(number)")))
            }
            return true
        }
        #expect(!samples.isEmpty)
        for (number, sample) in samples.enumerated() {
            #expect(
                try store.claim("claim \(number)", in: ClaimExample.parsing).draft == sample.renamed("claim \(number)"))
        }
    }
}

extension ClaimRecord {
    /// The same record, as if it were another claim's.
    fileprivate func renamed(_ id: String) -> ClaimRecord {
        var copy = self
        copy.draft = draft.renamed(id)
        return copy
    }
}
