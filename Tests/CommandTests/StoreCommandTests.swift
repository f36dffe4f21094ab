import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// `cleanclaim store`, and a damaged database at the desk.
struct StoreCommandTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let lines = [ClaimExample.sample, .noHistory].map { String(decoding: $0.draft.canonicalJSON(), as: UTF8.self) }
        let file = try sandbox.write(lines.joined(separator: "\n"), to: "claims.jsonl")
        _ = try sandbox.run("import", file.path)
    }

    private var database: URL { sandbox.file("data/cleanclaim/claims.db") }

    private func damage() throws {
        let file = try FileHandle(forWritingTo: database)
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 8192))
        try file.close()
    }

    @Test func `a store is backed up, checked and restored`() throws {
        let lines = try sandbox.run("store", "check").output.split(separator: "\n")
        #expect(
            lines == [
                "Database: 2 claims, no damage.", "Audit trail: 2 records, all intact.",
                "No backup yet. cleanclaim store backup makes one.",
            ])
        let path = try sandbox.run("store", "backup", "--today", "2026-11-23").output
        #expect(path.hasSuffix("backups/claims-2026-11-23.db\n"))
        #expect(try sandbox.run("store", "check").output.hasSuffix("Backup of 11/23/2026: intact.\n"))
        #expect(try sandbox.run("store", "restore").output == "2026-11-23  2 claims\n")

        try damage()
        let check = try sandbox.run("store", "check")
        #expect(check.status == 1 && check.output.contains("is damaged"))
        let refused = try sandbox.run("export", "--clear")
        #expect(refused.status == 2 && refused.messages.contains("cleanclaim store restore"))

        #expect(try sandbox.run("store", "restore", "2026-11-23").status == 2)
        #expect(
            try sandbox.run("store", "restore", "2026-11-22", "--yes").messages.contains("No backup of 2026-11-22."))
        let restored = try sandbox.run("store", "restore", "2026-11-23", "--yes")
        #expect(restored.status == 0 && restored.messages.contains("Restored the backup of 11/23/2026."))
        #expect(try sandbox.run("store", "check").output.hasPrefix("Database: 2 claims, no damage."))
        #expect(try sandbox.run("export", "--clear").output.contains("sample-infusion"))
    }

    @Test func `what is newer than the backup is salvaged`() throws {
        _ = try sandbox.run("store", "backup", "--today", "2026-11-23")
        let third = String(decoding: ClaimExample.sample.draft.renamed("third").canonicalJSON(), as: UTF8.self)
        _ = try sandbox.run("import", try sandbox.write(third, to: "third.json").path)
        _ = try sandbox.run("store", "restore", "2026-11-23", "--yes")
        #expect(try sandbox.run("store", "check").output.hasPrefix("Database: 2 claims"))
        let written = try sandbox.run("store", "salvage", "--to", sandbox.file("all.jsonl").path)
        #expect(written.messages.contains("3 claims read"))
        let salvaged = try sandbox.run("store", "salvage")
        #expect(salvaged.messages.contains("3 claims read: 1 added, 0 updated, the rest already there."))
        #expect(try sandbox.run("store", "check").output.hasPrefix("Database: 3 claims"))
    }

    @Test func `the desk opens the latest backup and says so`() throws {
        _ = try sandbox.run("store", "backup", "--today", "2026-11-22")
        try damage()
        let window = try TerminalWindow("exec \(TerminalWindow.program)", in: sandbox)
        try window.wait(for: "The database was damaged: opened the backup of 11/22/2026")
        try window.press("Escape")
        try window.wait(for: "Type to filter")
        // It has its own backup by now.
        try window.wait("today's backup") { _ in
            try sandbox.run("store", "restore").output.hasPrefix("2026-11-23")
        }
    }
}
