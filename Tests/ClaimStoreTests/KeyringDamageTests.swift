import ClaimModel
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("A damaged keyring opens from its copy; without one nothing is touched")
struct KeyringDamageTests {
    private let scratch: ScratchFolder
    private var keyring: URL { scratch.keys.appendingPathComponent("keyring.db") }
    private var copy: URL { scratch.keys.appendingPathComponent("keyring-copy.db") }

    init() throws {
        scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        for id in ["one", "two"] { try store.save(ClaimRecord(draft(id, dana))) }
        _ = try store.backUp(on: Day(number: 20_780))
    }

    enum Damage: CaseIterable {
        case emptied, head, middle, cutOff, removed
    }

    private func damage(_ url: URL, _ damage: Damage) throws {
        var bytes = try Data(contentsOf: url)
        switch damage {
        case .emptied: bytes = Data()
        case .head: bytes.replaceSubrange(0..<200, with: Data(repeating: 0xA5, count: 200))
        case .middle: bytes.replaceSubrange(4096..<8192, with: Data(repeating: 0xA5, count: 4096))
        case .cutOff: bytes = bytes.prefix(bytes.count / 2)
        case .removed: return try FileManager.default.removeItem(at: url)
        }
        try bytes.write(to: url)
    }

    @Test(arguments: Damage.allCases)
    func `it opens from the copy`(kind: Damage) throws {
        try damage(keyring, kind)
        #expect(try ClaimStore(folder: scratch.store).claims().count == 2)
    }

    @Test(arguments: Damage.allCases)
    func `without a copy that is whole nothing is touched`(kind: Damage) throws {
        try damage(keyring, kind)
        try damage(copy, kind)
        let before = try scratch.contents()
        let isGone = kind == .removed
        let expected = StoreFault.keys(isGone ? .missing(path: keyring.path) : .tampered(path: keyring.path))
        #expect(isGone == (try? Keyring.isMissing(forData: scratch.store)) ?? false)
        #expect(throws: expected) { try Keyring.make(forData: scratch.store, first: .machine) }
        let after = try scratch.contents().filter { !$0.key.hasSuffix(".lock") }
        #expect(after == before.filter { !$0.key.hasSuffix(".lock") })
    }

    @Test func `the keyring of another office is refused before it seals anything`() throws {
        let other = try ScratchFolder()
        try ClaimStore(folder: other.store).save(ClaimRecord(draft("x", dana)))
        try FileManager.default.removeItem(at: scratch.keys)
        try FileManager.default.copyItem(at: other.keys, to: scratch.keys)
        let before = try Data(contentsOf: scratch.database)
        let expected = StoreFault.keys(.tampered(path: keyring.path))
        #expect(throws: expected) { try ClaimStore(folder: scratch.store) }
        let wrong = try Keyring.ofThisMachine(forData: scratch.store)
        #expect(throws: expected) { try ClaimStore.reseal(scratch.store, with: wrong, on: Day(number: 20_780)) }
        #expect(StoreExamination(of: scratch.store, with: wrong, in: today).fault == expected)
        #expect(try Data(contentsOf: scratch.database) == before)
    }

    @Test func `one damaged record does not make it another office's`() throws {
        try change("UPDATE preference SET body = x'00'")
        #expect(try ClaimStore(folder: scratch.store).claims().count == 2)
    }

    @Test func `a new key is refused while a claim cannot be read`() throws {
        try change("UPDATE draft SET body = x'00' WHERE claim = 2")
        let keyring = try Keyring.ofThisMachine(forData: scratch.store)
        #expect(throws: StoreFault.damagedRow(2)) {
            try ClaimStore.reseal(scratch.store, with: keyring, on: Day(number: 20_780))
        }
        let store = try ClaimStore(folder: scratch.store)
        #expect(try store.claims().count == 2 && store.backups.allSatisfy(\.isWhole))
    }

    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: scratch.database.path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}
