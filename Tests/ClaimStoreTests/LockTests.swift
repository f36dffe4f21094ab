import ClaimModel
import Foundation
import Testing

@testable import ClaimStore
import TestStore

@Suite("A claim is open in one window at a time")
struct LockTests {
    @Test func `a second window is refused`() throws {
        let scratch = try ScratchFolder()
        let (mine, theirs) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        try mine.save(ClaimRecord(draft("one")))
        let lock = try mine.lock("one")
        #expect(throws: StoreFault.openElsewhere) { _ = try theirs.lock("one") }
        #expect(throws: StoreFault.openElsewhere) { _ = try mine.lock("one") }
        #expect(throws: StoreFault.openElsewhere) { try theirs.delete("one") }
        let other = try theirs.lock("two")
        lock.release()
        lock.release()
        let taken = try theirs.lock("one")
        #expect(throws: StoreFault.openElsewhere) { _ = try mine.lock("one") }
        taken.release()
        other.release()
        #expect(try FileManager.default.contentsOfDirectory(atPath: mine.folder.locks).isEmpty)
    }

    @Test func `several are taken at once, by names of one file, and each is released alone`() throws {
        let scratch = try ScratchFolder()
        let (mine, theirs) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        let other = try theirs.lock("two")
        let locks = try mine.lock(["one", "two", "three", "one", "four"]).map { try? $0.get() }
        #expect(locks.map { $0 != nil } == [true, false, true, false, true])
        let files = try ["one", "three", "four"].map {
            try FileManager.default.attributesOfItem(
                atPath: "\(mine.folder.locks)/\(try mine.fileName(for: $0)).lock")[.systemFileNumber] as? Int
        }
        #expect(Set(files).count == 1)
        #expect(try theirs.holder(of: "three")?.desk == mine.deskName)
        locks[0]?.release()
        try theirs.lock("one").release()
        for id in ["three", "four"] { #expect(throws: StoreFault.openElsewhere) { try theirs.lock(id) } }
        #expect(locks[2]?.isLost == false)
        for lock in locks { lock?.release() }
        other.release()
        #expect(try FileManager.default.contentsOfDirectory(atPath: mine.folder.locks).isEmpty)
        #expect(throws: StoreFault.notStorable) { try mine.lock(["one", ""]) }
    }

    @Test func `one that cannot be taken keeps nobody from the others`() throws {
        let store = try ClaimStore.temporary()
        func path(_ id: String) throws -> String { "\(store.folder.locks)/\(try store.fileName(for: id)).lock" }
        #expect(symlink("elsewhere", try path("two")) == 0)
        #expect(mkfifo(try path("three"), 0o600) == 0)
        try FileManager.default.createDirectory(atPath: try path("four"), withIntermediateDirectories: false)
        let locks = try store.lock(["one", "two", "four", "five"])
        #expect(locks.map { (try? $0.get()) != nil } == [true, false, false, true])
        // A pipe that nobody writes to is looked at without waiting.
        #expect(try store.holder(of: "three") == nil)
        for lock in locks { try? lock.get().release() }
    }

    @Test func `what is left of several is taken with one open file`() throws {
        let store = try ClaimStore.temporary()
        let ids = (0..<40).map { "claim-\($0)" }
        let paths = try ids.map { "\(store.folder.locks)/\(try store.fileName(for: $0)).lock" }
        try Data().write(to: URL(fileURLWithPath: paths[0]))
        for path in paths.dropFirst() { #expect(link(paths[0], path) == 0) }
        let locks = try store.lock(ids).map { try $0.get() }
        let files = try paths.map { try FileManager.default.attributesOfItem(atPath: $0)[.systemFileNumber] as? Int }
        #expect(Set(files).count == 1)
        for id in ids { #expect(throws: StoreFault.openElsewhere) { try store.lock(id) } }
        for lock in locks { lock.release() }
    }

    @Test func `what is left of several is swept, and keeps nobody from one of them`() throws {
        let store = try ClaimStore.temporary()
        let paths = try ["one", "two", "three"].map { "\(store.folder.locks)/\(try store.fileName(for: $0)).lock" }
        func leave() throws {
            try Data().write(to: URL(fileURLWithPath: paths[0]))
            for path in paths.dropFirst() { #expect(link(paths[0], path) == 0) }
        }
        try leave()
        let lock = try store.lock("two")
        for id in ["one", "three"] { try store.lock(id).release() }
        lock.release()
        try leave()
        store.sweep()
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder.locks).isEmpty)
    }

    @Test func `the lock ends with its holder`() throws {
        let store = try ClaimStore.forTest()
        do { _ = try store.lock("one") }
        let again = try store.lock("one")
        again.release()
    }

    @Test func `the lock dies with its process`() throws {
        let store = try ClaimStore.temporary()
        try store.save(ClaimRecord(draft("one")))
        // The same lock as ours, taken by another process, which then becomes `sleep`.
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/bin/sh")
        holder.arguments = [
            "-c", #"exec 9>"$0"; flock 9; echo locked; exec sleep 60"#,
            "\(store.folder.locks)/\(try store.fileName(for: "one")).lock",
        ]
        let output = Pipe()
        holder.standardOutput = output
        try holder.run()
        defer { kill(holder.processIdentifier, SIGKILL) }
        #expect(try output.fileHandleForReading.read(upToCount: 6) == Data("locked".utf8))
        let fault = #expect(throws: StoreFault.self) { _ = try store.lock("one") }
        #expect(fault == .openElsewhere)
        #expect(fault?.description.contains("open in another window") == true)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        let lock = try store.lock("one")
        lock.release()
    }

    @Test(arguments: ["../../etc/x", "a/b", "é 李", "..", ".", "\u{0}", String(repeating: "/", count: 64)])
    func `any ID makes a lock in its folder`(id: String) throws {
        let store = try ClaimStore.temporary()
        let lock = try store.lock(id)
        #expect(throws: StoreFault.openElsewhere) { _ = try store.lock(id) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder.locks).count == 1)
        lock.release()
    }

    @Test func `ids never share a lock`() throws {
        let store = try ClaimStore.forTest()
        let ids = ["a", "A", "a b", "a_20b", "a_b", "_", "a/b", "é", "e\u{301}"]
        #expect(try Set(ids.map { try store.fileName(for: $0) }).count == ids.count)
    }
}
