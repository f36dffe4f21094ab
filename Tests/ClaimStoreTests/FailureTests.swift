import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("A failed save says so and leaves everything as it was")
struct FailureTests {
    @Test func `a full disk loses nothing`() throws {
        let store = try ClaimStore.temporary()
        var record = try store.save(ClaimRecord(draft("one", dana)))
        let stored = record
        try store.sqlite.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let long = String(repeating: "a long rationale ", count: 2000)
        record.draft.type(long, at: Place(.rationale), in: today)
        #expect(throws: StoreFault.full) { try store.save(record) }
        #expect(throws: StoreFault.full) { try store.save(ClaimRecord(draft("two", [.rationale: long]))) }
        #expect(try store.claim("one", in: today) == stored)
        #expect(try store.claims().count == 1)
        try store.sqlite.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        record = try store.save(record)
        #expect(try store.claim("one", in: today) == record)
    }

    @Test func `a read-only database is explained`() throws {
        let store = try ClaimStore.temporary()
        try store.sqlite.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
        let fault = try #require(throws: StoreFault.self) { try store.save(ClaimRecord(draft("one"))) }
        #expect(fault == .readOnly)
        #expect(fault.description.contains("read-only"))
    }

    @Test func `a later version that came meanwhile is not written over`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        try store.save(ClaimRecord(draft("one")))
        let later = try DatabaseQueue(path: scratch.database.path)
        try later.write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
        #expect(throws: StoreFault.newer(path: scratch.database.path)) { try store.save(ClaimRecord(draft("two"))) }
        #expect(throws: StoreFault.newer(path: scratch.database.path)) { try ClaimStore(folder: scratch.store) }
        #expect(try store.claims().map(\.id) == ["one"])
    }

    @Test func `a database that another program writes is read and opened all the same`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store, patience: 0.01)
        try store.save(ClaimRecord(draft("one")))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: scratch.database.path, configuration: configuration)
        try other.writeWithoutTransaction { try $0.beginTransaction(.exclusive) }
        #expect(throws: StoreFault.busy) { try store.save(ClaimRecord(draft("two"))) }
        #expect(try store.claim("one", in: today).draft.id == "one")
        #expect(try ClaimStore(folder: scratch.store, patience: 0.01).claims().map(\.id) == ["one"])
        try other.writeWithoutTransaction { try $0.rollback() }
        try store.save(ClaimRecord(draft("two")))
    }

    @Test func `a database that was replaced is not written`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        try store.save(ClaimRecord(draft("one")))
        let away = scratch.url.appendingPathComponent("away")
        try FileManager.default.moveItem(at: scratch.store, to: away)
        #expect(throws: StoreFault.moved) { try store.save(ClaimRecord(draft("two"))) }
        try ClaimStore(folder: scratch.store).save(ClaimRecord(draft("other")))
        #expect(throws: StoreFault.moved) { try store.save(ClaimRecord(draft("two"))) }
        #expect(try ClaimStore(folder: scratch.store).claims().map(\.id) == ["other"])
        try FileManager.default.removeItem(at: scratch.store)
        try FileManager.default.moveItem(at: away, to: scratch.store)
        try store.save(ClaimRecord(draft("two")))
        #expect(try ClaimStore(folder: scratch.store).claims().map(\.id) == ["two", "one"])
    }

    @Test func `several calls are one or none`() throws {
        let store = try ClaimStore.temporary()
        func saveTwo(_ keeps: Bool) throws {
            var seen: [PriorClaim] = []
            try store.together { () throws(StoreFault) in
                try store.save(ClaimRecord(draft("one", dana)))
                // What follows sees it.
                seen = try store.history(ofPatient: draft("two", dana), in: today)
                try store.save(ClaimRecord(draft("two", dana)))
                return keeps
            }
            #expect(seen.map(\.draft.id) == ["one"])
        }
        try saveTwo(false)
        #expect(try store.claims().isEmpty)
        #expect(throws: StoreFault.missing) {
            try store.together { () throws(StoreFault) in
                try store.save(ClaimRecord(draft("one", dana)))
                throw .missing
            }
        }
        #expect(try store.claims().isEmpty)
        let before = try store.changesByOthers()
        try saveTwo(true)
        #expect(try store.claims().count == 2 && store.changesByOthers() == before)
    }

    @Test func `no fault shows what is in a claim`() throws {
        let store = try ClaimStore.temporary()
        try store.save(ClaimRecord(draft("RIVERA-7", dana)))
        try store.delete("RIVERA-7")
        let faults = [
            #expect(throws: StoreFault.self) { try store.save(ClaimRecord(draft("RIVERA-7", dana))) },
            #expect(throws: StoreFault.self) { try store.hold("RIVERA-8", Hold(by: "RIVERA", reason: "RIVERA")) },
        ]
        for fault in faults { #expect(fault.map { !"\($0)".contains("RIVERA") } == true) }
    }
}

@Suite("Nobody else may look in")
struct PermissionTests {
    @Test func `folders and files are the owner's`() throws {
        let scratch = try ScratchFolder()
        let store = try ClaimStore(folder: scratch.store)
        try store.save(ClaimRecord(draft("one", dana)))
        let lock = try store.lock("one")
        defer { lock.release() }
        #expect(try mode(of: scratch.store) == 0o700)
        #expect(try mode(of: scratch.store.deletingLastPathComponent()) == 0o700)
        #expect(try mode(of: scratch.store.appendingPathComponent("locks")) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(at: scratch.store, includingPropertiesForKeys: nil)
        #expect(Set(files.map(\.lastPathComponent)) == ["claims.db", "claims.db-wal", "claims.db-shm", "locks"])
        for file in files where file.lastPathComponent != "locks" { #expect(try mode(of: file) == 0o600) }
        let locks = scratch.store.appendingPathComponent("locks")
        for file in try FileManager.default.contentsOfDirectory(at: locks, includingPropertiesForKeys: nil) {
            #expect(try mode(of: file) == 0o600 && !file.lastPathComponent.contains("one"))
        }
        let keys = scratch.store.path + "-keys"
        #expect(try mode(of: URL(fileURLWithPath: keys)) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: keys) {
            #expect(try mode(of: URL(fileURLWithPath: "\(keys)/\(name)")) == 0o600, "\(name)")
        }
    }

    @Test func `what is open is closed`() throws {
        let scratch = try ScratchFolder()
        do { try ClaimStore(folder: scratch.store).save(ClaimRecord(draft("one"))) }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.store.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.database.path)
        let store = try ClaimStore(folder: scratch.store)
        #expect(try mode(of: scratch.store) == 0o700)
        #expect(try mode(of: scratch.database) == 0o600)
        #expect(try store.claims().count == 1)
    }

    @Test func `a temporary store goes with its folder`() throws {
        var store: ClaimStore? = try ClaimStore.temporary()
        let path = try #require(store?.folder.path)
        try store?.save(ClaimRecord(draft("one")))
        #expect(FileManager.default.fileExists(atPath: path))
        store = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a folder that cannot be made is explained`() throws {
        let scratch = try ScratchFolder()
        try Data("x".utf8).write(to: scratch.url.appendingPathComponent("data"))
        let fault = try #require(throws: StoreFault.self) { try ClaimStore(folder: scratch.store) }
        #expect(fault.description.contains("cannot be used"))
    }
}
