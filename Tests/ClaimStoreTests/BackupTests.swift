import ClaimModel
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("A damaged database is not the end")
struct BackupTests {
    private let scratch: ScratchFolder
    private let day = Day(number: 20_780)

    init() throws { scratch = try ScratchFolder() }

    private func save(_ ids: String..., in store: ClaimStore) throws {
        for id in ids { try store.save(ClaimRecord(draft(id, dana))) }
    }

    private var keyring: Keyring { get throws { try Keyring.ofThisMachine(forData: scratch.store) } }

    /// Writes over the file from a place on, as a failing disk does.
    private func damage(_ path: String, from offset: Int = 4096) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        data.replaceSubrange(offset..<offset + 4096, with: Data(repeating: 0xA5, count: 4096))
        try data.write(to: URL(fileURLWithPath: path))
    }

    private func salvage(_ path: String) throws -> (records: [ClaimRecord], damaged: [Int64]) {
        var records: [ClaimRecord] = []
        let salvage = try Salvage(of: path, with: try keyring, in: today) { records.append($0) }
        return (records, salvage.damaged)
    }

    @Test func `a backup is made once a day of what is saved and only its owner reads it`() throws {
        let store = try ClaimStore(folder: scratch.store)
        #expect(try store.backUpOnce(on: day) == nil, "there is nothing to back up")
        try save("one", "two", in: store)
        let backup = try #require(try store.backUpOnce(on: day))
        #expect(backup.isWhole && backup.claimCount == 2)
        #expect(try mode(of: URL(fileURLWithPath: backup.path)) == 0o600)
        #expect(try mode(of: URL(fileURLWithPath: backup.checksumFile)) == 0o600)
        #expect(try mode(of: URL(fileURLWithPath: store.folder.backupFolder)) == 0o700)
        try save("three", in: store)
        #expect(try store.backUpOnce(on: day) == nil && backup.claimCount == 2)
        #expect(try store.backUp(on: day).claimCount == 3)
        let files = try FileManager.default.contentsOfDirectory(atPath: store.folder.backupFolder)
        #expect(files.count == 2, "\(files)")
    }

    @Test func `the last seven are kept`() throws {
        let store = try ClaimStore(folder: scratch.store)
        try save("one", in: store)
        for number in 0..<9 { _ = try store.backUp(on: day + number) }
        #expect(store.backups.map(\.day) == (2..<9).reversed().map { day + $0 })
    }

    @Test func `a damaged database opens from the better of the last two`() throws {
        do {
            let store = try ClaimStore(folder: scratch.store)
            try save("one", in: store)
            _ = try store.backUp(on: day)
            try save("two", in: store)
            _ = try store.backUp(on: day + 1)
            try save("three", in: store)
        }
        let backups = ClaimStore.backups(in: scratch.store)
        try damage(backups[0].path)
        #expect(backups.map(\.isWhole) == [false, true])
        try damage(scratch.database.path)
        let damaged = try Data(contentsOf: scratch.database)
        #expect(throws: StoreFault.broken(path: scratch.database.path)) { try ClaimStore(folder: scratch.store) }
        let restored = try #require(try ClaimStore.restoreLatestBackup(in: scratch.store, for: keyring))
        #expect(restored.backup.day == day)
        let store = try ClaimStore(folder: scratch.store)
        #expect(try store.claims().map(\.id) == ["one"])
        #expect(try store.sqlite.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        // What was there is kept as it was.
        #expect(try Data(contentsOf: URL(fileURLWithPath: #require(restored.replaced))) == damaged)
        #expect(try mode(of: scratch.database) == 0o600)
    }

    @Test func `without a backup nothing is touched`() throws {
        do { try save("one", in: ClaimStore(folder: scratch.store)) }
        try damage(scratch.database.path)
        let before = try scratch.contents()
        #expect(try ClaimStore.restoreLatestBackup(in: scratch.store, for: keyring) == nil)
        #expect(try scratch.contents() == before)
    }

    @Test func `a damaged database never replaces a backup`() throws {
        let store = try ClaimStore(folder: scratch.store)
        for number in 0..<40 { try save("claim-\(number)", in: store) }
        let backup = try store.backUp(on: day)
        _ = try store.sqlite.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try damage(scratch.database.path, from: 8 * 4096)
        #expect(throws: StoreFault.broken(path: scratch.database.path)) { try store.backUp(on: day) }
        #expect(backup.isWhole && backup.claimCount == 40)
    }

    @Test func `a restored store has what was saved and the one before is kept`() throws {
        let store = try ClaimStore(folder: scratch.store)
        try save("one", in: store)
        let backup = try store.backUp(on: day)
        try save("two", in: store)
        let restored = try ClaimStore.restore(backup, in: scratch.store, for: keyring)
        #expect(try ClaimStore(folder: scratch.store).claims().map(\.id) == ["one"])
        let (kept, damaged) = try salvage(#require(restored.replaced))
        #expect(kept.map(\.id) == ["one", "two"] && damaged.isEmpty)
    }

    @Test func `every readable claim is salvaged and taken in once`() throws {
        do {
            let store = try ClaimStore(folder: scratch.store)
            for number in 1...60 { try save("claim-\(number)", in: store) }
            var record = try store.claim("claim-7", in: today)
            record.status = .ready
            try store.save(record)
            try store.comment("claim-7", "Called the payer.")
            try store.delete("claim-9")
            try store.sqlite.write { try $0.execute(sql: "UPDATE draft SET body = x'00' WHERE claim = 3") }
        }
        try damage(scratch.database.path, from: 20 * 4096)
        let before = try scratch.contents()
        let (records, damaged) = try salvage(scratch.database.path)
        #expect(try scratch.contents() == before)
        #expect(damaged.contains(3) && damaged.count < 30)
        #expect(records.count + damaged.count == 60)

        let other = try ScratchFolder()
        let store = try ClaimStore(folder: other.store)
        for record in records { _ = try store.take(salvaged: record, in: today) }
        let taken = try store.claims(includingDeleted: true)
        #expect(taken.count == records.count)
        #expect(
            taken.first { $0.id == "claim-7" }.map { $0.status == .ready && $0.comment == "Called the payer." } ?? true)
        #expect(taken.first { $0.id == "claim-9" }.map { $0.status == .deleted } ?? true)
        for record in records {
            #expect(try store.take(salvaged: record, in: today) == .known)
        }
    }
}
