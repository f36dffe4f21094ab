import ClaimModel
import Foundation
import GRDB
import Testing

@testable import ClaimStore

/// A database that must not be opened: how it came about, and what is said.
struct BadDatabase: CustomTestStringConvertible, Sendable {
    let name: String
    let spoil: @Sendable (URL) throws -> Void
    let fault: @Sendable (String) -> StoreFault

    var testDescription: String { name }

    static let all: [BadDatabase] = [
        BadDatabase(
            name: "a text", spoil: { try Data("Dear diary, ".utf8).write(to: $0) }, fault: { .foreign(path: $0) }),
        BadDatabase(
            name: "noise", spoil: { try Data((0..<9000).map { UInt8($0 * 7 % 251) }).write(to: $0) },
            fault: { .foreign(path: $0) }),
        BadDatabase(name: "nothing", spoil: { try Data().write(to: $0) }, fault: { .broken(path: $0) }),
        BadDatabase(name: "another program's", spoil: { try other($0, id: 0x1234) }, fault: { .foreign(path: $0) }),
        BadDatabase(name: "nobody's", spoil: { try other($0, id: 0) }, fault: { .foreign(path: $0) }),
        BadDatabase(
            name: "a later version's", spoil: { try execute("PRAGMA user_version = \(Schema.version + 1)", in: $0) },
            fault: { .newer(path: $0) }),
        BadDatabase(
            name: "a much later version's", spoil: { try execute("PRAGMA user_version = 2000000000", in: $0) },
            fault: { .newer(path: $0) }),
        BadDatabase(
            name: "cut off", spoil: { url in try change(url) { $0.removeLast($0.count / 2) } },
            fault: { .broken(path: $0) }),
        BadDatabase(
            name: "cut to its header", spoil: { url in try change(url) { $0 = $0.prefix(100) } },
            fault: { .broken(path: $0) }),
        BadDatabase(
            name: "overwritten in the middle",
            spoil: { url in
                try change(url) { $0.replaceSubrange(4096..<20480, with: Data(repeating: 0xA5, count: 16384)) }
            },
            fault: { .broken(path: $0) }),
        BadDatabase(
            name: "overwritten after its header",
            spoil: { url in try change(url) { $0.replaceSubrange(100..<4000, with: Data(repeating: 0xA5, count: 3900)) }
            },
            fault: { .broken(path: $0) }),
        BadDatabase(
            name: "a folder",
            spoil: { url in
                try FileManager.default.removeItem(at: url)
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            }, fault: { .foreign(path: $0) }),
    ]

    private static func change(_ url: URL, _ body: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: url)
        body(&data)
        try data.write(to: url)
    }

    private static func execute(_ sql: String, in url: URL) throws {
        let queue = try DatabaseQueue(path: url.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private static func other(_ url: URL, id: Int) throws {
        try FileManager.default.removeItem(at: url)
        try execute("PRAGMA application_id = \(id); CREATE TABLE t (x); INSERT INTO t VALUES (1)", in: url)
    }
}

@Suite("A database that is not ours to open is not touched")
struct RefusedDatabaseTests {
    @Test(arguments: BadDatabase.all)
    func `it is refused in words and no byte changes`(bad: BadDatabase) throws {
        let scratch = try ScratchFolder()
        do {
            let store = try ClaimStore(folder: scratch.store)
            for number in 0..<20 { try store.save(ClaimRecord(draft("claim-\(number)", dana))) }
        }
        try bad.spoil(scratch.database)
        let before = try scratch.contents()
        #expect(before.keys.allSatisfy { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
        let fault = try #require(throws: StoreFault.self) { try ClaimStore(folder: scratch.store) }
        #expect(fault == bad.fault(scratch.database.path))
        #expect(fault.description.contains("not touched"))
        #expect(try scratch.contents() == before)
    }

    @Test func `a later version whose log was left behind is not touched either`() throws {
        let scratch = try ScratchFolder()
        let left = try ScratchFolder()
        do {
            let store = try ClaimStore(folder: scratch.store)
            try store.save(ClaimRecord(draft("one", dana)))
            try store.sqlite.write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
            try FileManager.default.createDirectory(at: left.store, withIntermediateDirectories: true)
            for end in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: scratch.database.path + end, toPath: left.database.path + end)
            }
            try FileManager.default.copyItem(atPath: scratch.keys.path, toPath: left.keys.path)
        }
        let before = try left.contents()
        #expect(throws: StoreFault.newer(path: left.database.path)) { try ClaimStore(folder: left.store) }
        let after = try left.contents()
        for (name, bytes) in before { #expect(after[name] == bytes) }
        #expect(Set(after.keys).subtracting(before.keys).allSatisfy { $0.hasSuffix("-shm") })
    }

    @Test func `a folder name with odd characters is no obstacle`() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.url.appendingPathComponent("a b%20?x=1#é'")
        do { try ClaimStore(folder: folder).save(ClaimRecord(draft("one"))) }
        #expect(try ClaimStore(folder: folder).claims().count == 1)
    }
}
