import ClaimRules
import Foundation
import Testing

/// `cleanclaim policy`, from nothing to a policy that is proved.
struct PolicyCommandTests {
    private func own(_ sandbox: Sandbox, _ name: String = "acme.yaml") throws -> String {
        try String(contentsOf: sandbox.file("config/cleanclaim/policies/\(name)"), encoding: .utf8)
    }

    @Test func `a lead biller writes a payer's policy from nothing`() throws {
        let sandbox = try Sandbox()
        let new = try sandbox.run("policy", "new", "acme", "--name", "Acme Health", "--payer-id", "00123")
        #expect(new.status == 0 && new.messages.contains("not used yet"))
        #expect(new.output == sandbox.file("config/cleanclaim/policies/acme.yaml").path + "\n")
        let unsaid = try sandbox.run("policy", "lint", "acme")
        #expect(unsaid.status == 1 && unsaid.output.contains(": error: source is missing. Name the source"))
        #expect(try sandbox.run("policy", "list").messages.contains("Policy acme.yaml:"))
        let said = try own(sandbox).replacingOccurrences(of: "source: \"\"", with: "source: Letter of 11/20/2026")
            .replacingOccurrences(of: "  # min_age: 18", with: "  min_age: 21")
        try sandbox.write(said, to: "config/cleanclaim/policies/acme.yaml")
        let clean = try sandbox.run("policy", "lint")
        #expect(clean.status == 0 && clean.output == "acme.yaml: no mistakes.\n")
        let proved = try sandbox.run("policy", "test", "acme")
        #expect(proved.status == 0 && proved.output.contains("1 example: 1 as expected, 0 not."))
        let shown = try sandbox.run("policy", "show", "acme").output
        let json = try sandbox.run("policy", "show", "acme", "--format", "json").json
        #expect(json["policy"] as? String == "acme" && (json["rows"] as? [[String: Any]])?.isEmpty == false)
        for words in ["Acme Health (acme)", "00123", "generic (shipped)", "min_age", "21 [unverified]"] {
            #expect(shown.contains(words), "\(words)")
        }
        let diff = try sandbox.run("policy", "diff", "generic", "acme")
        #expect(diff.status == 1 && diff.output.contains("Letter of 11/20/2026, 11/23/2026"))
        #expect(diff.output.contains("generic and acme: 1 differs."))
        #expect(try sandbox.run("policy", "diff", "acme", "acme").status == 0)
    }

    @Test func `new never writes over a file`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("policy", "new", "medmutual", "--source", "Call").status == 0)
        let before = try own(sandbox, "medmutual.yaml")
        let again = try sandbox.run("policy", "new", "medmutual")
        #expect(again.status == 2 && again.messages.contains("already exists"))
        #expect(try own(sandbox, "medmutual.yaml") == before)
        #expect(try sandbox.run("policy", "new", "Acme Health").status == 2)
        #expect(try sandbox.run("policy", "new", "acme", "--inherits", "nobody").status == 2)
    }

    @Test func `lint names every file and says what cannot be read`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("policy", "lint").status == 0)
        try sandbox.write("id: a\ninherits: generic\nsource: s\ndate: \"2026\"\nsettings: {min_aeg: 1}", to: "a.yaml")
        let slip = try sandbox.run("policy", "lint", sandbox.file("a.yaml").path)
        #expect(slip.status == 1)
        #expect(slip.output.contains("a.yaml:5: error: \"min_aeg\" is not a key of settings. Did you mean min_age?"))
        let faults = try sandbox.run("policy", "lint", sandbox.file("a.yaml").path, "--format", "json")
        let first = (try faults.json["faults"] as? [[String: Any]])?.first
        #expect(faults.status == 1 && first?["file"] as? String == "a.yaml" && first?["message"] is String)
        #expect(try sandbox.run("policy", "lint", sandbox.file("none.yaml").path).status == 2)
        #expect(try sandbox.run("policy", "lint", "nobody").status == 2)
        try sandbox.write("\u{0}\u{1}", to: "config/cleanclaim/policies/noise.yaml")
        #expect(try sandbox.run("policy", "lint", "noise").status == 1)
    }

    @Test func `an example that finds something else is named`() throws {
        let sandbox = try Sandbox()
        let text = """
            id: acme
            inherits: generic
            name: Acme
            source: a letter
            date: "2026-11-20"
            rules: {TM-010: {severity: error, source: a call, date: "2026-11-21", verified: {by: L, on: "2026-11-21"}}}
            examples:
              - {title: Long, claim: long-infusion, warnings: [TM-010]}
            """
        try sandbox.write(text, to: "acme.yaml")
        let outcome = try sandbox.run("policy", "test", sandbox.file("acme.yaml").path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("The warning TM-010 is not found."))
        #expect(outcome.output.contains("Not expected: error TM-010"))
    }

    @Test func `the shipped ones are proved and compared`() throws {
        let sandbox = try Sandbox()
        let proved = try sandbox.run("policy", "test")
        #expect(proved.status == 0 && proved.output.contains("11 policies"))
        let diff = try sandbox.run("policy", "diff", "shipped/medmutual", "va_ccn@2026-11-10")
        #expect(diff.status == 1 && diff.output.contains("failed trials"))
        #expect(diff.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try sandbox.run("policy", "diff", "medmutual", "nobody").status == 2)
    }

    @Test func `the office's limit says what is old`() throws {
        let sandbox = try Sandbox()
        try sandbox.write("policy_review_days: 10000", to: "config/cleanclaim/config.yaml")
        #expect(!(try sandbox.run("policy", "show", "bcbsma").output.contains("; old]")))
        try sandbox.write("policy_review_days: 30", to: "config/cleanclaim/config.yaml")
        let shown = try sandbox.run("policy", "show", "bcbsma").output
        #expect(shown.contains("Review after   30 days") && shown.contains("old]"))
        try sandbox.write("policy_review_days: never", to: "config/cleanclaim/config.yaml")
        let refused = try sandbox.run("policy", "show", "bcbsma")
        #expect(refused.status == 2 && refused.messages.contains("policy_review_days"))
    }
}
