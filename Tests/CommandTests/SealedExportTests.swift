import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import GRDB
import Testing

@Suite("Exports are sealed unless somebody asks for clear text")
struct SealedExportTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let lines = ClaimExample.demo.map { String(decoding: $0.draft.canonicalJSON(), as: UTF8.self) }
        _ = try sandbox.run("import", try sandbox.write(lines.joined(separator: "\n"), to: "claims.jsonl").path)
    }

    private var trail: String { get throws { try sandbox.run("audit", "show", "--user", NSUserName()).output } }

    @Test func `a sealed file comes back into the same office and into no other`() throws {
        let file = sandbox.file("sealed")
        let written = try sandbox.run("export", "--to", file.path)
        #expect(written.status == 0 && written.messages.contains("is sealed"))
        let bytes = try Data(contentsOf: file)
        #expect(bytes.range(of: Data("Rivera".utf8)) == nil && bytes.count > 10_000)
        #expect(try sandbox.run("import", file.path).messages.contains("skipped"))
        let stranger = try Sandbox()
        let refused = try stranger.run("import", file.path)
        #expect(refused.status == 2 && refused.messages.contains("was sealed by another office"))
        #expect(try sandbox.run("check", file.path).messages.contains("is sealed"))
        #expect(try sandbox.run("export").messages.contains("--clear"))
        #expect(try sandbox.run("export", "C-1001", "--to", sandbox.file("one").path).status == 0)
        #expect(try sandbox.run("reference", "export", "patients", "--to", sandbox.file("people").path).status == 0)
        let exported = try trail.split(separator: "\n").filter { $0.contains("exported") }
        #expect(exported.count { $0.contains("C-1001") } == 2)
        #expect(exported.count { $0.contains("patients") } == 1)
    }

    @Test func `a damaged claim is named and the others are exported`() throws {
        let queue = try DatabaseQueue(path: sandbox.file("data/cleanclaim/claims.db").path)
        try queue.write { database in
            try database.execute(sql: "UPDATE claim SET status = 'paid' WHERE number = 1")
            try database.execute(sql: "UPDATE draft SET body = x'00' WHERE claim = 2")
        }
        try queue.close()
        let outcome = try sandbox.run("export", "--clear")
        #expect(outcome.status == 1)
        #expect(outcome.output.split(separator: "\n").count == ClaimExample.demo.count - 2)
        #expect(outcome.messages.contains("Row 1 is not exported"))
        #expect(outcome.messages.components(separatedBy: "not exported").count == 3)
    }
}
