import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore

@Suite("Sealing that was interrupted is gone on with")
struct InterruptedSealingTests {
    private let scratch: ScratchFolder
    private let plain: URL
    private let day = Day(number: 20_780)

    /// A store that was sealed, and what it was in clear.
    init() throws {
        scratch = try ScratchFolder()
        plain = scratch.url.appendingPathComponent("plain.db")
        let claims = ["one", "two", "three"].map { (draft($0, dana), ClaimStatus.draft) }
        try PlainStore.make(at: plain, claims)
        try FileManager.default.createDirectory(at: scratch.store, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: plain, to: scratch.database)
        #expect(try ClaimStore(folder: scratch.store).sealedOver == SealedOver(lost: [], clear: []))
    }

    private func leave(_ file: URL, as name: String) throws {
        try FileManager.default.copyItem(at: file, to: scratch.store.appendingPathComponent(name))
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: scratch.store.appendingPathComponent(name).path)
    }

    /// A backup of the version before.
    private func leaveBackup() throws -> StoreBackup {
        let folder = StoreFolder(path: scratch.store.path)
        try folder.makePrivate(folder.backupFolder)
        let backup = StoreBackup(day: day, in: folder.backupFolder)
        try FileManager.default.copyItem(atPath: plain.path, toPath: backup.path)
        try folder.write("\(try Checksum.ofFile(backup.path))  x\n", to: backup.checksumFile)
        return backup
    }

    @Test func `the backups are sealed by the next start`() throws {
        let backup = try leaveBackup()
        try leave(plain, as: "claims.db.clear")
        let store = try ClaimStore(folder: scratch.store)
        #expect(store.sealedOver == SealedOver(lost: [], clear: []))
        #expect(try DatabaseCheck.isSealed(backup.path) && backup.isWhole && backup.claimCount == 3)
        #expect(try store.claims().count == 3 && !exists("claims.db.clear"))
        let files = try scratch.contents().filter { !$0.key.hasSuffix("plain.db") }
        #expect(!files.values.contains { $0.range(of: Data("RIVERA".utf8)) != nil })
        #expect(try ClaimStore(folder: scratch.store).sealedOver == nil)
    }

    @Test func `a backup that was sealed gets its checksum`() throws {
        let backup = try leaveBackup()
        try leave(plain, as: "claims.db.clear")
        _ = try ClaimStore(folder: scratch.store)
        try Data("0  x\n".utf8).write(to: URL(fileURLWithPath: backup.checksumFile))
        try FileManager.default.copyItem(atPath: plain.path, toPath: backup.path + ".clear")
        try leave(plain, as: "claims.db.clear")
        _ = try ClaimStore(folder: scratch.store)
        #expect(backup.isWhole && !FileManager.default.fileExists(atPath: backup.path + ".clear"))
    }

    @Test func `what is erased by half is erased`() throws {
        try leave(plain, as: "claims.db.clear-sealed")
        let file = try FileHandle(forWritingTo: scratch.store.appendingPathComponent("claims.db.clear-sealed"))
        try file.write(contentsOf: Data(count: 4096))
        try file.close()
        #expect(try ClaimStore(folder: scratch.store).claims().count == 3)
        #expect(!exists("claims.db.clear-sealed"))
    }

    @Test func `a claim that could not be read is kept in clear and named`() throws {
        let queue = try DatabaseQueue(path: plain.path)
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TEMP TABLE copy AS SELECT * FROM claim WHERE number = 1;
                    UPDATE copy SET number = 9, id = 'nine';
                    INSERT INTO claim SELECT * FROM copy;
                    """)
        }
        try queue.close()
        try leave(plain, as: "claims.db.clear")
        let sealed = try #require(try ClaimStore(folder: scratch.store).sealedOver)
        #expect(sealed.lost == [9] && sealed.clear.count == 1)
        let kept = try Data(contentsOf: URL(fileURLWithPath: sealed.clear[0]))
        #expect(kept.range(of: Data("RIVERA".utf8)) != nil)
    }
}
