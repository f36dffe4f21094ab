import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimStore

@Suite("What killed copies of the program leave is removed at a start")
struct SweepingTests {
    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `locks that nobody holds go, and a held one stays`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        let locks = scratch.store.appendingPathComponent("locks")
        for name in ["dead.lock", "notes.txt"] { try Data().write(to: locks.appendingPathComponent(name)) }
        let held = try store.lock("open")
        try ClaimStore(folder: scratch.store).sweep()
        #expect(try names(locks) == ["notes.txt", "\(try store.fileName(for: "open")).lock"].sorted())
        #expect(throws: StoreFault.openElsewhere) { try store.lock("open") }
        held.release()
    }

    @Test func `a database without its name goes once it is old`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        try store.save(ClaimRecord(draft("one", dana)))
        let (old, new) = ("claims.db.new-17-1", "claims.db.new-17-2")
        for name in [old, new] {
            let file = scratch.store.appendingPathComponent(name)
            try Data("left".utf8).write(to: file)
            guard name == old else { continue }
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: file.path)
        }
        store.sweep()
        #expect(try names(scratch.store).filter { $0.contains(".new-") } == [new])
        #expect(try store.claims().count == 1)
    }
}
