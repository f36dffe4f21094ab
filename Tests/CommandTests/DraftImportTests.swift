import ClaimModel
import ClaimRules
import Foundation
import Testing

/// JSON is imported whole or not at all.
struct DraftImportTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Claims of a patient each.
    private func json(_ ids: some Sequence<Int>) -> String {
        ids.map { number in
            var draft = ClaimExample.sample.draft.renamed("claim-\(number)")
            let letters = String(number).utf8.map { String(UnicodeScalar($0 + 17)) }.joined()
            draft.type("Rivera\(letters)", at: Place(.patientLastName), in: ClaimExample.parsing)
            draft.type("MMO\(100_000 + number)", at: Place(.memberID), in: ClaimExample.parsing)
            return String(decoding: draft.canonicalJSON(), as: UTF8.self)
        }
        .joined(separator: "\n")
    }

    private var claims: Int {
        get throws { try sandbox.run("export", "--clear").output.split(separator: "\n").count }
    }

    @Test func `the people of the claims are offered from then on, and not where nothing was imported`() throws {
        func patients() throws -> Int {
            try sandbox.run("reference", "list", "patients").output.split(separator: "\n").count
        }
        let good = try sandbox.write(json(1...2), to: "good.jsonl")
        #expect(try patients() == 0)
        _ = try sandbox.run("import", "--dry-run", good.path)
        let bad = try Program(environment: sandbox.environment).run(
            ["import", try sandbox.write(json(1...2) + "\n{", to: "bad.jsonl").path])
        #expect(bad.status != 0)
        #expect(try patients() == 0)
        _ = try sandbox.run("import", good.path)
        #expect(try patients() == 2)
    }

    @Test func `a disk that is full in the middle leaves nothing behind`() throws {
        _ = try sandbox.run("import", try sandbox.write(json(1...2), to: "first.jsonl").path)
        let file = try sandbox.write(json(3...90), to: "rest.jsonl")
        // No file may grow past 300 kB, which ends a write as a full disk does.
        let shell = Program(file: URL(fileURLWithPath: "/bin/bash"), environment: sandbox.environment)
        let ended = try shell.run([
            "-c", "trap '' XFSZ; ulimit -f 300; exec \(TerminalWindow.program) import '\(file.path)'",
        ])
        #expect(ended.status == 2 && ended.messages.contains("nothing was saved"), "\(ended.messages)")
        #expect(try claims == 2)
        let again = try sandbox.run("import", file.path)
        #expect(again.messages.contains("88 claims imported."))
        #expect(try claims == 90)
    }

    @Test func `two files are one import`() throws {
        let good = try sandbox.write(json(1...3), to: "good.jsonl")
        let bad = try sandbox.write(json(4...5) + "\n{\"schema\":1,\n", to: "bad.jsonl")
        let refused = try sandbox.run("import", good.path, bad.path)
        #expect(refused.status == 2 && refused.messages.contains("Nothing was imported."))
        #expect(try claims == 0)
        // A claim that is in both is named; what the store has is counted.
        let twice = try sandbox.run("import", good.path, good.path)
        #expect(twice.messages.contains("The id claim-1 is used by two of the claims."))
        _ = try sandbox.run("import", good.path)
        #expect(try sandbox.run("import", good.path).messages.contains("3 claims skipped: already on the worklist"))
        #expect(try sandbox.run("import", "--again", good.path).messages.contains("3 claims imported."))
        #expect(try claims == 6)
    }

    @Test func `a dry run shows every claim and keeps none`() throws {
        let file = try sandbox.write(json(1...3), to: "claims.jsonl")
        let shown = try sandbox.run("import", "--dry-run", file.path)
        #expect(shown.output.contains("claim-3: a new claim"))
        #expect(shown.messages.contains("3 claims would be imported."))
        #expect(try claims == 0)
    }
}
