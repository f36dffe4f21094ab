import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim print --query`.
struct QueryTests {
    private static func json(_ example: ClaimExample) -> [UInt8] { example.draft.canonicalJSON() }

    @Test func `the query goes to standard output a file and the printer as the summary does`() throws {
        let sandbox = try Sandbox()
        let input = Self.json(.wrongDiagnosis)
        let plain = try sandbox.run("print", "-", "--query", input: input)
        #expect(plain.status == 0 && plain.messages.isEmpty)
        for words in ["PROVIDER QUERY", "QUESTION 1: DIAGNOSIS A  DX-008", "F32.A", "Signature", "Rivera"] {
            #expect(plain.output.contains(words), "\(words)")
        }
        #expect(try sandbox.run("print", "-", "--form", "query", input: input).output == plain.output)
        let file = sandbox.file("query.txt")
        #expect(try sandbox.run("print", "-", "--query", "--to", file.path, input: input).output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == plain.output)
        let lp = try sandbox.write("#!/bin/sh\n/bin/cat > \"$HOME/printed\"\necho request id is X-1\n", to: "bin/lp")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: lp.path)
        let printed = try sandbox.run(
            "print", "-", "--query", "--printer", "lp", input: input, with: ["PATH": sandbox.file("bin").path])
        #expect(printed.status == 0)
        #expect(try String(contentsOf: sandbox.file("printed"), encoding: .utf8).contains("PROVIDER QUERY"))
    }

    @Test func `masked it names nobody`() throws {
        let masked = try Sandbox().run("print", "-", "--query", "--mask", input: Self.json(.wrongDiagnosis))
        #expect(masked.output.contains("IDENTITIES HIDDEN") && masked.output.contains("F32.A"))
        for identity in ["Rivera", "Dana", "Okafor", "C-2001", "04/17/1981"] {
            #expect(!masked.output.contains(identity), "\(identity)")
        }
    }

    @Test func `a claim without an open question says so`() throws {
        let claim = ClaimExample.officeVisit
        let outcome = try Sandbox().run("print", "-", "--query", input: Self.json(claim))
        #expect(outcome.status == 0 && outcome.output.contains("none open"))
    }

    @Test func `query and form together are refused`() throws {
        let outcome = try Sandbox().run("print", "-", "--query", "--form", "cms1500", input: Self.json(.sample))
        #expect(outcome.status == 2 && outcome.messages.contains("not both"))
        #expect(try Sandbox().run("print", "-", "--query", "--grid", input: Self.json(.sample)).status == 2)
    }
}
