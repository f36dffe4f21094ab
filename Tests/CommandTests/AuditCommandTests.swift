import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import GRDB
import Testing

/// Who did what, as the command shows and verifies it.
struct AuditCommandTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let json = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        #expect(try sandbox.run("import", try sandbox.write(json, to: "sample.json").path).status == 0)
    }

    private var store: ClaimStore { get throws { try ClaimStore(folder: sandbox.file("data/cleanclaim")) } }

    @Test func `a claim's records are shown line by line`() throws {
        var record = try store.claim("sample-infusion", in: ParsingContext(today: Day(number: 20_780)))
        record.draft.type("99", at: Place(.lineCharge), in: ParsingContext(today: Day(number: 20_780)))
        try store.save(record)
        #expect(try sandbox.run("print", "C-1001").output.contains("Trail: desk 1, record 3, "))
        #expect(try sandbox.run("export", "--clear").status == 0)
        let shown = try sandbox.run("audit", "show", "--claim", "C-1001")
        let lines = shown.output.split(separator: "\n").map(String.init)
        #expect(shown.status == 0 && lines.count == 5, "\(shown.output)")
        for (line, kind) in zip(lines, ["created", "saved", "printed", "exported", "opened"]) {
            #expect(line.contains("(machine)  desk 1  \(kind)  C-1001"), "\(line)")
        }
        #expect(lines[1].contains("Charge (line.charge): ") && lines[1].hasSuffix(" → 99"), "\(lines[1])")
        #expect(lines[4].hasSuffix("audit trail"))
        #expect(try sandbox.run("audit", "show", "--user", NSUserName()).output.hasPrefix(shown.output))
        let day = lines[0].prefix(10).split(separator: "/")
        let dated = try sandbox.run("audit", "show", "--day", "\(day[2])-\(day[0])-\(day[1])")
        #expect(dated.output.hasPrefix(lines[0]))
        #expect(try sandbox.run("audit", "show", "--day", "2020-01-01").messages.contains("No records."))
        #expect(try sandbox.run("audit", "show", "--claim", "C-9999").messages.contains("No claim C-9999"))
        #expect(try sandbox.run("audit", "show").status == 2)
    }

    @Test func `an intact trail is verified, another one is not`() throws {
        let verified = try sandbox.run("audit", "verify")
        #expect(verified.output == "Audit trail: 1 record, all intact.\n", "\(verified)")
        #expect(try sandbox.run("store", "check").output.contains("Audit trail: 1 record, all intact."))
        try store.mark("sample-infusion", as: .ready)
        try store.note(.opened, of: "sample-infusion")
        try store.noteSignOut()
        try change(
            "UPDATE trail SET at = at + 1 WHERE place = 2", is: "Desk 1, record 2: changed since it was written.")
        try change("DELETE FROM trail WHERE place = 2", is: "Desk 1, record 2: missing.")
        try change(
            "DELETE FROM trail WHERE place > 1", is: "Desk 1, record 2: missing, with every later record of the desk.")
    }

    private func change(_ sql: String, is line: String) throws {
        let database = sandbox.file("data/cleanclaim/claims.db")
        let queue = try DatabaseQueue(path: database.path)
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let whole = try Data(contentsOf: database)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        let verified = try sandbox.run("audit", "verify")
        #expect(verified.status == 1 && verified.output.contains(line), "\(verified)")
        #expect(try sandbox.run("store", "check").status == 1)
        for end in ["-wal", "-shm"] { unlink(database.path + end) }
        try whole.write(to: database)
    }

    @Test func `records are pruned after six years, not before`() throws {
        let asked = try sandbox.run("audit", "prune")
        #expect(asked.status == 2 && asked.messages.contains("records from before 11/23/2020"), "\(asked.messages)")
        let none = try sandbox.run("audit", "prune", "--yes")
        #expect(none.status == 2 && none.messages.contains("No record is from before 11/23/2020."))
        try sandbox.write("trail_years: 5", to: "config/cleanclaim/config.yaml")
        #expect(try sandbox.run("audit", "prune", "--yes").messages.contains("a number of years from 6 (HIPAA) to 100"))
        try sandbox.write("trail_years: 7", to: "config/cleanclaim/config.yaml")
        let pruned = try sandbox.run("audit", "prune", "--yes", "--today", "2099-01-01")
        #expect(pruned.status == 0 && pruned.messages.contains("Deleted 1 record from before 01/01/2092."))
        #expect(try sandbox.run("audit", "verify").output == "Audit trail: 1 record, all intact.\n")
    }

    @Test func `a restored backup is recorded, and the trail is intact`() throws {
        let backup = try sandbox.run("store", "backup")
        #expect(backup.status == 0, "\(backup)")
        try store.comment("sample-infusion", "call the payer")
        try store.noteSignOut()
        #expect(try sandbox.run("store", "restore", "2026-11-23", "--yes").status == 0)
        #expect(try sandbox.run("audit", "verify").status == 0)
        let day = try sandbox.run("audit", "show", "--user", NSUserName()).output
        #expect(day.contains("restored-backup  backup of 2026-11-23; not in it: desk 1, records 2 to 4"), "\(day)")
    }
}
