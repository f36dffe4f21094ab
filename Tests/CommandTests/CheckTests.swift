import ClaimModel
import ClaimRules
import Foundation
import Testing

/// `cleanclaim check`: what is read, what is said, which status is left.
struct CheckTests {
    private static func json(_ example: ClaimExample) -> [UInt8] { example.draft.canonicalJSON() }

    @Test func `a clean claim leaves status 0`() throws {
        let outcome = try Sandbox().run("check", "-", "--format", "json", input: Self.json(.sample))
        #expect(outcome.status == 0)
        let claims = try #require(try outcome.json["claims"] as? [[String: Any]])
        #expect(claims.count == 1)
        #expect(claims.first?["id"] as? String == "sample-infusion")
    }

    @Test func `a finding says what where and who says so`() throws {
        let outcome = try Sandbox().run("check", "-", "--format", "json", input: Self.json(.noDiagnosis))
        #expect(outcome.status == 1)
        let claims = try #require(try outcome.json["claims"] as? [[String: Any]])
        #expect(claims.first?["status"] as? String == "flagged")
        let findings = try #require(claims.first?["findings"] as? [[String: Any]])
        let finding = try #require(findings.first { $0["severity"] as? String == "error" })
        #expect(
            ["rule", "severity", "message", "fix", "field", "line", "box", "element", "source", "prevents"]
                .allSatisfy { finding[$0] != nil })
        #expect((try outcome.json["unreadable"] as? [Any])?.isEmpty == true)
    }

    @Test func `a clean claim has one note, and a silenced one is nowhere`() throws {
        let sandbox = try Sandbox()
        func notes(verbose: Bool = false) throws -> [String] {
            let input = Self.json(.sample)
            let outcome =
                verbose
                ? try sandbox.run("check", "-", "--format", "json", "--verbose", input: input)
                : try sandbox.run("check", "-", "--format", "json", input: input)
            let claim = try #require((try outcome.json["claims"] as? [[String: Any]])?.first)
            return (claim["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
        }
        #expect(try notes() == ["PY-013"])
        #expect(try Set(notes(verbose: true)) == ["PY-008", "PY-009", "PY-013", "DOC-014"])
        try sandbox.write(
            "silenced_notes: {PY-013: {by: R. Lane, on: 2026-11-28, reason: checked at the door}}",
            to: "config/cleanclaim/config.yaml")
        #expect(try notes() == ["DOC-014"])
        #expect(try Set(notes(verbose: true)) == ["PY-008", "PY-009", "DOC-014"])
        let explained = try sandbox.run("explain", "PY-013")
        #expect(explained.output.contains("notes silenced by R. Lane on 11/28/2026: checked at the door"))
        #expect(try sandbox.run("rules").output.contains("notes silenced by R. Lane"))
    }

    @Test func `one unreadable file does not hide the others`() throws {
        let sandbox = try Sandbox()
        let good = sandbox.file("good.json")
        try Data(Self.json(.sample)).write(to: good)
        let bad = try sandbox.write("{\"schema\": 1, \"id\":", to: "bad.json")
        let outcome = try sandbox.run(
            "check", bad.path, good.path, sandbox.file("none.json").path, "--format", "json")
        #expect(outcome.status == 2)
        #expect((try outcome.json["claims"] as? [Any])?.count == 1)
        let unreadable = try #require(try outcome.json["unreadable"] as? [[String: Any]])
        #expect(unreadable.map { $0["file"] as? String } == [bad.path, sandbox.file("none.json").path])
        #expect(unreadable.first?["offset"] is Int)
    }

    @Test func `one claim on each line`() throws {
        let lines = [Self.json(.sample), Self.json(.noDiagnosis), Self.json(.officeVisit)].joined(separator: [10])
        let outcome = try Sandbox().run("check", "-", "--format", "json", input: Array(lines))
        #expect((try outcome.json["claims"] as? [Any])?.count == 3)
        #expect(outcome.status == 1)
    }

    @Test func `an unknown field is refused by name`() throws {
        let outcome = try Sandbox().run("check", "-", input: Array("{\"schema\":1,\"id\":\"a\",\"fovor\":\"x\"}".utf8))
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("fovor"))
    }

    @Test(arguments: 0..<40) func `any bytes are refused in text`(_ seed: UInt64) throws {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1
        let bytes = (0..<Int(seed * 13)).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        let outcome = try Sandbox().run("check", "-", input: bytes)
        #expect(outcome.status == 2)
        #expect(!outcome.isSignaled)
        #expect(outcome.messages.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test func `control characters of a file never reach the terminal`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write("{", to: "a\u{1B}[31mb.json")
        let outcome = try sandbox.run("check", file.path)
        #expect(!outcome.messages.contains("\u{1B}"))
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test func `the text names no patient`() throws {
        for format in ["text", "json", "jsonl", "csv", "sarif"] {
            let outcome = try Sandbox().run("check", "-", "--format", format, input: Self.json(.noHistory))
            #expect(!outcome.output.uppercased().contains("RIVERA"))
            #expect(outcome.status == 1)
        }
    }

    private func rules(_ example: ClaimExample, _ arguments: [String]) throws -> Set<String> {
        let program = Program(environment: try Sandbox().environment)
        let claims =
            try program.run(["check", "-", "--format", "json"] + arguments, input: Self.json(example))
            .json["claims"] as? [[String: Any]]
        let findings = claims?.first?["findings"] as? [[String: Any]] ?? []
        return Set(findings.compactMap { $0["rule"] as? String })
    }

    /// The claim's own policy, else that of its payer ID, else the one given, else `generic`.
    @Test func `the policy of the payer goes first`() throws {
        let unnamed = ClaimExample.sample.without(.payerPolicy)
        let unknown = unnamed.with(.payerIdentifier, "99999")
        #expect(try rules(.sample, []) == rules(.sample, ["--policy", "medicare"]))
        #expect(try rules(unnamed, []) == rules(unnamed, ["--policy", "medicare"]))
        #expect(try rules(unknown, []) == rules(unknown, ["--policy", "generic"]))
        #expect(try rules(unknown, []) != rules(unknown, ["--policy", "medicare"]))
    }
}
