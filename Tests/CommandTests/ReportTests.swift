import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Testing

/// The commands that look things up, and the ones that move claims.
struct ReportTests {
    @Test func `codes come best first`() throws {
        let outcome = try Sandbox().run("codes", "find", "F33.2", "--format", "json")
        let results = try #require(try outcome.json["results"] as? [[String: Any]])
        #expect(results.first?["code"] as? String == "F33.2")
        #expect(results.first?["set"] as? String == "ICD-10-CM")
        #expect(results.first?["billable"] as? Bool == true)
        #expect(results.first?["description"] is String)
    }

    @Test func `codes are found in a set, on a day, under a policy and with a diagnosis`() throws {
        let outcome = try Sandbox().run(
            "codes", "find", "bipolar", "--set", "icd10cm", "--on", "2026-08-01", "--policy", "va_ccn", "--with",
            "F33.2")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Excludes1 with F33.2 on this claim"))
        #expect(outcome.output.contains("excluded by"))
        #expect(outcome.messages.isEmpty)
        let later = try Sandbox().run("codes", "find", "bipolar", "--set", "ICD-10-CM", "--on", "2027-11-10")
        #expect(later.messages.contains("FY2028"))
    }

    @Test func `the loaded releases are listed and whole`() throws {
        let list = try Sandbox().run("codes", "list", "--format", "json")
        let releases = try #require(try list.json["releases"] as? [[String: Any]])
        #expect(releases.contains { $0["set"] as? String == "ICD-10-CM" && $0["shipped"] as? Bool == true })
        #expect(try Sandbox().run("codes", "list").output.contains("shipped"))
        let verified = try Sandbox().run("codes", "verify")
        #expect(verified.status == 0)
        #expect(verified.output.split(separator: "\n").count == releases.count)
        #expect(verified.output.split(separator: "\n").allSatisfy { $0.hasPrefix("intact") })
    }

    @Test func `a shipped release is not removed`() throws {
        let kept = try Sandbox().run("codes", "remove", "ICD-10-CM", "FY2026", "--yes")
        #expect(kept.status == 2 && kept.messages.contains("comes with CleanClaim"))
        let unknown = try Sandbox().run("codes", "remove", "ICD-10-CM", "FY1999", "--yes")
        #expect(unknown.status == 2 && unknown.messages.contains("no release \"FY1999\""))
    }

    @Test func `every rule is listed`() throws {
        let outcome = try Sandbox().run("rules", "--format", "json")
        let rules = try #require(try outcome.json["rules"] as? [[String: Any]])
        #expect(Set(rules.compactMap { $0["id"] as? String }) == Set(Rule.all.map(\.id)))
        #expect(
            ["id", "title", "severity", "source", "certainty", "prevents", "reads"]
                .allSatisfy { rules.first?[$0] != nil })
        #expect(try Sandbox().run("rules", "--markdown").output.contains("PT-001"))
    }

    @Test func `a rule is explained`() throws {
        let outcome = try Sandbox().run("explain", "pt-001")
        #expect(outcome.output.contains("PT-001"))
        #expect(outcome.output.contains("Source"))
    }

    @Test(.slow) func `a rule is explained on a claim`() throws {
        let claim = ClaimExample.sample.with(.lineStop, "10:15").draft.canonicalJSON()
        let spoken = try Sandbox().run("explain", "tm3", "-", input: claim)
        #expect(spoken.status == 0)
        #expect(spoken.output.contains("This claim        1 finding"))
        #expect(spoken.output.contains("Stop, line 1: 10:15"))
        #expect(spoken.output.contains("No finding if     Stop, line 1: 10:40 instead of 10:15"))
        let refused = try Sandbox().run("explain", "tm-003", "no-such-claim")
        #expect(refused.status == 2 && refused.output.isEmpty)
    }

    @Test func `the office's own policy takes the place of the shipped one`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("policy", "list").output.contains("medmutual"))
        let shipped = try #require(
            try? String(
                contentsOf: Program.products.appendingPathComponent(
                    "cleanclaim_ClaimRules.resources/Policies/generic.yaml"), encoding: .utf8))
        let own = shipped.split(separator: "\n").map { $0.hasPrefix("name:") ? "name: The office's own" : String($0) }
        try sandbox.write(own.joined(separator: "\n"), to: "config/cleanclaim/policies/generic.yaml")
        #expect(try sandbox.run("policy", "show", "generic").output.contains("The office's own"))
    }

    @Test func `a faulty policy is named and the others stay`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("id: [", to: "config/cleanclaim/policies/mine.yaml")
        let outcome = try sandbox.run("policy", "list")
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("mine.yaml"))
        #expect(outcome.output.contains("medmutual"))
    }

    @Test func `the summary is printed from a file`() throws {
        let sandbox = try Sandbox()
        let json = ClaimExample.sample.draft.canonicalJSON()
        let plain = try sandbox.run("print", "-", input: json)
        #expect(plain.status == 0)
        #expect(plain.output.uppercased().contains("RIVERA"))
        #expect(plain.output.contains("SHA-256"))
        let masked = try sandbox.run("print", "-", "--mask", input: json)
        #expect(!masked.output.uppercased().contains("RIVERA"))
        let file = sandbox.file("summary.txt")
        #expect(try sandbox.run("print", "-", "--to", file.path, input: json).output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == plain.output)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `without a printer the words say so`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.run(
            "print", "-", "--printer", "lp", input: ClaimExample.sample.draft.canonicalJSON(),
            with: ["PATH": sandbox.folder.path])
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("lp is not installed"))
    }

    @Test func `lp gets the summary`() throws {
        let sandbox = try Sandbox()
        let lp = try sandbox.write("#!/bin/sh\n/bin/cat > \"$HOME/printed\"\necho request id is X-1\n", to: "bin/lp")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: lp.path)
        let outcome = try sandbox.run(
            "print", "-", "--printer", "lp", input: ClaimExample.sample.draft.canonicalJSON(),
            with: ["PATH": sandbox.file("bin").path])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("request id is X-1"))
        #expect(try String(contentsOf: sandbox.file("printed"), encoding: .utf8).contains("SHA-256"))
    }

    @Test func `claims go in and come out again`() throws {
        let sandbox = try Sandbox()
        let lines = ClaimExample.demo.map { String(decoding: $0.draft.canonicalJSON(), as: UTF8.self) }
        let file = try sandbox.write(lines.joined(separator: "\n"), to: "claims.jsonl")
        let taken = try sandbox.run("import", file.path)
        #expect(taken.status == 0)
        #expect(taken.messages.contains("\(lines.count) claims imported"))
        let out = try sandbox.run("export", "--clear").output.split(separator: "\n").map(String.init)
        #expect(Set(out) == Set(lines))
        #expect(try sandbox.run("export", "--clear", "C-1001").output == lines[0] + "\n")
        #expect(try sandbox.run("print", "C-1001").output.contains("C-1001"))
        let again = try sandbox.run("import", file.path)
        #expect(again.status == 0)
        #expect(again.messages.contains("skipped"), "\(again)")
        #expect(try sandbox.run("export", "--clear").output.split(separator: "\n").count == lines.count)
    }

    @Test func `nothing of a partly unreadable file is taken`() throws {
        let sandbox = try Sandbox()
        let good = String(decoding: ClaimExample.sample.draft.canonicalJSON(), as: UTF8.self)
        let file = try sandbox.write(good + "\n{\"schema\":1,", to: "claims.jsonl")
        #expect(try sandbox.run("import", file.path).status == 2)
        #expect(try sandbox.run("export", "--clear").output.isEmpty)
    }
}
