import ClaimModel
import ClaimRules
import Foundation
import GRDB
import TestStore
import Testing

@testable import ClaimStore

extension KeyedEOB {
    fileprivate static let half = KeyedEOB(
        texts: ["CHECKNO-77001", "11/20/2026", "", "", "", "", "64.00", "co45 1"], index: 7, isBegun: true,
        lines: [.init(procedure: "90837", charge: "120.00")])
}

@Suite("A paper EOB is kept as it is keyed")
struct KeyedEOBTests {
    private let day = Day(number: 20_780)

    @Test func `it is there again as it was, and gone once it is discarded`() throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one", dana)))
        try store.save(ClaimRecord(draft("two", dana)))
        let change = try store.lastChange()
        #expect(try store.keyedEOB(on: "one") == nil)
        try store.keep(.half, on: "one")
        let more = KeyedEOB(texts: ["1"], index: 0, isBegun: false, lines: [])
        try store.keep(more, on: "one")
        try store.keep(.half, on: "one")
        #expect(try store.keyedEOB(on: "one") == .half && store.keyedEOB(on: "two") == nil)
        // No list is read again for it.
        #expect(try store.lastChange() == change)
        try store.keep(nil, on: "one")
        #expect(try store.keyedEOB(on: "one") == nil)
        #expect(throws: StoreFault.missing) { try store.keep(.half, on: "nobody's") }
    }

    @Test func `each person has their own`() throws {
        let scratch = try ScratchFolder()
        let keyring = try Keyring.make(
            forData: scratch.store, first: .person(name: "Dana", passphrase: "four unrelated words"))
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        try store.save(ClaimRecord(draft("one", dana)))
        try store.keep(.half, on: "one")
        try keyring.add("Sam", as: .keyer, passphrase: "five other words")
        store.lock()
        try keyring.unlock(by: .passphrase(name: "Sam", "five other words", code: nil))
        #expect(try store.keyedEOB(on: "one") == nil)
        try store.keep(KeyedEOB(texts: ["2"], index: 0, isBegun: false, lines: []), on: "one")
        store.lock()
        try keyring.unlock(by: .passphrase(name: "Dana", "four unrelated words", code: nil))
        #expect(try store.keyedEOB(on: "one") == .half)
    }

    @Test func `nothing of it is in clear, and a new key and a backup take it along`() throws {
        let scratch = try ScratchFolder()
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            try store.save(ClaimRecord(draft("one", dana)))
            try store.keep(.half, on: "one")
            try store.tidy()
            let isFound = try scratch.contents().values.contains { bytes in
                ["CHECKNO", "64.00", "co45"].contains { bytes.range(of: Data($0.utf8)) != nil }
            }
            #expect(!isFound)
        }
        try ClaimStore.reseal(scratch.store, with: keyring, on: day)
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            #expect(try store.keyedEOB(on: "one") == .half)
            #expect(StoreExamination(of: store, in: today).isSound)
            try store.sqlite.write { try $0.execute(sql: "UPDATE keyedEOB SET keptAt = keptAt + 1") }
            #expect(throws: StoreFault.self) { try store.keyedEOB(on: "one") }
            #expect(!StoreExamination(of: store, in: today).isSound)
        }
        let backup = try #require(ClaimStore.backups(in: scratch.store).first)
        _ = try ClaimStore.restore(backup, in: scratch.store, for: keyring)
        #expect(try ClaimStore(folder: scratch.store, keyring: keyring).keyedEOB(on: "one") == .half)
    }

    @Test func `it is forgotten with its claim`() throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one", dana)))
        try store.keep(.half, on: "one")
        try store.delete("one")
        try store.forget("one", under: Retention(years: nil, today: day))
        let left = try store.reading { try $0.one(Int.self, "SELECT count(*) FROM keyedEOB") }
        #expect(left == 0)
    }
}
