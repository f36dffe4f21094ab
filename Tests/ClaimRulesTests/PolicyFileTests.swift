import ClaimModel
import Foundation
import Testing

@testable import ClaimRules

@Suite struct PolicyFileTests {
    private static let good = """
        id: acme
        name: Acme Health
        payer_type: commercial
        date: "2026-01"
        source: Acme's letter
        confidence: unverified
        settings:
          min_age: {value: 21, verified: {by: L. Lead, on: "2026-11-20"}, source: Acme's manual, date: "2026-02"}
          filing_days: 90
        """

    @Test func `reads settings with their own confidence and source`() throws {
        let policy = try Policy(yaml: Self.good, file: "acme.yaml")
        #expect(policy.value(of: \.minimumAge) == 21)
        #expect(policy.confidence(of: \.minimumAge) == .verified)
        #expect(policy.settings.minimumAge?.provenance.verification?.text == "verified by L. Lead on 11/20/2026")
        #expect(policy.source(of: \.minimumAge) == "Acme's manual, 02/2026")
        #expect(policy.source(of: \.filingDays) == "Acme's letter, 01/2026")
        #expect(policy.value(of: \.correctedDays) == nil)
    }

    @Test func `what nobody checked raises at most a warning`() throws {
        let policy = try Policy(yaml: Self.good, file: "acme.yaml")
        #expect(policy.limit(.error, by: \.filingDays) == .warning)
        #expect(policy.limit(.error, by: \.minimumAge) == .error)
        #expect(policy.limit(.note, by: \.filingDays) == .note)
    }

    @Test func `lists its settings in text`() throws {
        let rows = try Policy(yaml: Self.good, file: "acme.yaml").rows
        #expect(rows.map(\.key) == ["min_age", "filing_days"])
        #expect(rows.map(\.value) == ["21", "90 days"])
        #expect(rows.map(\.isPathway) == [true, false])
    }

    /// The slip, the line that the fault names, and words of the fault and its remedy.
    @Test(arguments: [
        ("min_age: 18", "min_aeg: 18", 8, "\"min_aeg\" is not a key of settings. Did you mean min_age?"),
        ("min_age: 18", "zzzzzzz: 18", 8, "Use one of: iv_ketamine_trd"),
        ("min_age: 18", "min_age: eighteen", 8, "min_age must be a whole number"),
        ("min_age: 18", "min_age: -1", 8, "min_age must be a whole number"),
        ("min_age: 18", "min_age:", 8, "min_age has no value"),
        ("min_age: 18", "min_age: {source: me, date: \"2026\"}", 8, "min_age has no value"),
        (
            "min_age: 18", "min_age: {value: 18, confidence: sure}", 8,
            "confidence must be one of verified, stated, unverified"
        ),
        ("min_age: 18", "min_age: {value: 18, sauce: me}", 8, "Did you mean source?"),
        ("min_age: 18", "min_age: {value: 18, source: me, date: tomorrow}", 8, "date must be the date of the source"),
        ("min_age: 18", "min_age: {value: 18, verified: {by: me}}", 8, "verified.on is missing"),
        ("min_age: 18", "drug_codes: J3490", 8, "drug_codes must be a list of codes"),
        ("min_age: 18", "drug_codes: [KETAMINE]", 8, "\"KETAMINE\" is not a code"),
        ("min_age: 18", "routes_covered: [IV]", 8, "\"IV\" is not a route; use IVI"),
        ("min_age: 18", "score_min: {PHQ10: 15}", 8, "\"PHQ10\" is not a scale"),
        ("min_age: 18", "ndc_decimals: 4", 8, "must be 0 to 3"),
        ("min_age: 18", "dose_range: {lowest: 1, highest: 0.5}", 8, "dose_range must be {lowest"),
        ("min_age: 18", "jwjz: perhaps", 8, "jwjz must be true or false"),
        ("min_age: 18", "member_id_regex: \"(a+)+\"", 8, "member_id_regex must be a pattern"),
        ("min_age: 18", "min_age: 18\n  min_age: 21", nil, "the key min_age is there twice"),
        ("min_age: 18", "min_age: 18\nrules:\n  DX-009: loud", 10, "DX-009 must be off, note, warning or error"),
        ("min_age: 18", "min_age: 18\nrules: DX-009", 9, "rules must be keys with values"),
        ("min_age: 18", "min_age: 18\nrequires:\n  treatment.weight: maybe", 10, "must be note, warning or error"),
        ("min_age: 18", "min_age: 18\nexamples: infusion", 9, "examples must be a list of claims"),
        ("min_age: 18", "min_age: 18\nexamples:\n  - title: A\n    claim: infusoin", 11, "Did you mean infusion?"),
        ("min_age: 18", "min_age: 18\nexamples:\n  - claim: infusion", 10, "title is missing"),
        (
            "min_age: 18", "min_age: 18\nexamples:\n  - {title: A, claim: infusion, edits: {\"line.ncd[1]\": x}}", 10,
            "Did you mean line.ndc"
        ),
        (
            "min_age: 18", "min_age: 18\nexamples:\n  - {title: A, claim: infusion, edits: {line.ndc: x}}", 10,
            "Add the row, counted from 1: line.ndc[1]."
        ),
        ("name: Acme", "nome: Acme", 2, "Did you mean name?"),
        ("name: Acme", "", 1, "name is missing"),
        ("name: Acme", "name: [Acme]", 2, "name must be text"),
        ("payer_type: commercial", "payer_type: bank", 3, "payer_type must be one of medicare"),
        ("payer_type: commercial", "", 1, "payer_type is missing"),
        ("date: \"2026\"", "", 1, "date is missing"),
        ("date: \"2026\"", "date: 2026-13", 4, "date must be the date of the source"),
        ("source: a letter", "source: \"\"", 5, "source is missing. Name the source"),
        ("id: acme", "", 1, "id is missing"),
        ("id: acme", "id: Acme Health", 1, "\"Acme Health\" cannot name a policy"),
        ("id: acme", "id: ../acme", 1, "cannot name a policy"),
        ("id: acme", "id: acme\neffective_from: \"2026-02-30\"", 2, "effective_from must be a date"),
        (
            "id: acme", "id: acme\neffective_from: \"2026-02-01\"\neffective_to: \"2026-01-01\"", 3,
            "effective_to is before effective_from"
        ),
        ("settings:", "settings: [", 9, "Not readable as YAML"),
        ("min_age: 18", "&a min_age: 18", 8, "Anchors (& and *) are not allowed"),
        ("name: Acme", "name: Acme\nname: Acme", nil, "the key name is there twice"),
    ])
    func `names what is wrong its line and the remedy`(_ line: String, _ slip: String, _ number: Int?, _ words: String)
    {
        let text = """
            id: acme
            name: Acme
            payer_type: commercial
            date: "2026"
            source: a letter
            confidence: unverified
            settings:
              min_age: 18
            """
        #expect(throws: Never.self) { try Policy(yaml: text, file: "acme.yaml") }
        let file = PolicyFile(yaml: text.replacingOccurrences(of: line, with: slip), file: "acme.yaml")
        #expect(file.content == nil)
        let fault = file.faults.first { $0.description.contains(words) }
        #expect(fault != nil, "\(file.faults)")
        #expect(fault?.severity == .error && fault?.remedy.isEmpty == false)
        if let number { #expect(fault?.line == number, "\(file.faults)") }
    }

    @Test func `every slip of a file is named at once`() {
        let file = PolicyFile(
            yaml: "id: a b\nnome: x\nsettings: {min_aeg: 1, jwjz: 2}\nrules: {XX-999: off}\nexamples: [{claim: x}]",
            file: "a.yaml")
        #expect(file.faults.count >= 8, "\(file.faults)")
        #expect(file.faults.allSatisfy { $0.file == "a.yaml" && !$0.message.isEmpty })
    }

    /// What a later version of the program may no longer know keeps its line out of use, not the file.
    @Test func `a rule or field that does not exist is a warning`() throws {
        let text =
            Self.good + "\nrules: {DX-999: off, FM-001: off, DX-008: off}\nrequires: {treatment.wieght: error}"
        let file = PolicyFile(yaml: text, file: "acme.yaml")
        #expect(file.content != nil)
        let words = file.faults.map(\.description)
        #expect(file.faults.map(\.severity) == [.warning, .warning, .warning], "\(words)")
        #expect(words.contains { $0.contains("No rule DX-999.") })
        #expect(words.contains { $0.contains("FM-001 cannot be changed") })
        #expect(words.contains { $0.contains("Did you mean treatment.weight?") })
        #expect(try Policy(yaml: text, file: "acme.yaml").adjustments.keys.sorted() == ["DX-008"])
    }

    @Test(arguments: [
        "", "\u{0}", "- 1\n- 2", "settings", "id: {}", "{{{{", "a: b: c", "\t\t- x", "---\n...\n---", "!!binary aaaa",
        "id: !!int x", "? [a]\n: b", String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
        String(repeating: "- ", count: 100_000),
    ])
    func `refuses any other text with words`(_ text: String) {
        let fault = #expect(throws: PolicyFault.self) { try Policy(yaml: text, file: "x.yaml") }
        #expect(fault?.message.isEmpty == false)
    }

    @Test func `refuses a bomb of repeats at once`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let repeats = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(repeats)]\n"
        }
        let fault = #expect(throws: PolicyFault.self) { try Policy(yaml: text, file: "bomb.yaml") }
        #expect(fault?.line == 1 && fault?.message.hasPrefix("Anchors") == true)
    }

    @Test func `an ampersand in a name is no anchor`() throws {
        let text = Self.good.replacingOccurrences(of: "Acme Health", with: "\"R&D Health & Life\"")
        #expect(try Policy(yaml: text, file: "acme.yaml").name == "R&D Health & Life")
    }
}

@Suite struct PolicyFolderTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("policies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func library(with file: String, _ bytes: Data) throws -> PolicyLibrary {
        try bytes.write(to: folder.appendingPathComponent(file))
        defer { try? FileManager.default.removeItem(at: folder) }
        return try PolicyLibrary(office: folder)
    }

    @Test func `the office's file replaces the shipped one`() throws {
        let own = """
            id: medmutual
            name: Medical Mutual, as our office knows it
            payer_type: commercial
            date: "2026-11"
            source: call of 11/20/2026
            verified: {by: L. Lead, on: "2026-11-20"}
            settings: {min_age: 16}
            """
        let library = try library(with: "ours.yaml", Data(own.utf8))
        #expect(library.faults.isEmpty)
        #expect(library.named("medmutual")?.name == "Medical Mutual, as our office knows it")
        #expect(library.named("bcbsma") != nil)
    }

    @Test(arguments: [
        (Data([0x69, 0x64, 0x3a, 0xff, 0xfe]), "is not UTF-8 text"),
        (Data(repeating: UInt8(ascii: "#"), count: 300_000), "The file is larger than 256 KB, more than any policy."),
    ])
    func `a file that cannot be used is named and the others stay`(_ bytes: Data, _ words: String) throws {
        let library = try library(with: "bad.yaml", bytes)
        #expect(library.faults == [PolicyFault(file: "bad.yaml", message: words)])
        #expect(library.named("medmutual") != nil)
    }

    @Test func `a folder that is not there holds nothing`() throws {
        let library = try PolicyLibrary(office: folder.appendingPathComponent("none"))
        #expect(library.faults.isEmpty)
        #expect(library.named("generic") != nil)
    }
}

@Suite struct ShippedPolicyTests {
    let library: PolicyLibrary

    init() throws {
        library = try Desk.library.get()
    }

    static let ids = [
        "aetna", "amerihealth", "bcbsma", "cigna", "generic", "medica", "medicare", "medmutual", "qualchoice", "uhc",
        "va_ccn",
    ]

    @Test func `the eleven are shipped and nothing else`() {
        #expect(library.policies.map(\.id) == Self.ids)
    }

    @Test(arguments: ids)
    func `is without fault and proved by examples of its own`(_ id: String) throws {
        let file = try #require(try PolicyLibrary.shippedFiles().first { $0.id == id })
        #expect(library.lint(file, on: ClaimExample.today).map(\.description) == [])
        let policy = try #require(library.named(id))
        let proofs = PolicyProof.proofs(of: policy, books: try Desk.books.get())
        #expect(proofs.count >= 2)
        for proof in proofs {
            #expect(proof.holds, "\(proof.example.title): \(proof.missing), \(proof.unexpected.map(\.message))")
        }
    }

    @Test func `every setting says who says so`() {
        #expect(library.policies.count >= 10)
        for policy in library.policies {
            #expect(policy.rows.allSatisfy { !$0.source.isEmpty && !$0.value.isEmpty }, "\(policy.id)")
        }
    }

    @Test func `only the articles demands are stated for medical mutual`() throws {
        let policy = try #require(library.named("medmutual"))
        let stated = policy.rows.filter { $0.confidence != .unverified }.map(\.key)
        #expect(
            stated == [
                "iv_ketamine_trd", "admin_codes_note", "drug_codes", "ndc_required", "pa_required",
                "records_required", "attachment_required",
            ])
        #expect(policy.rows.allSatisfy { $0.confidence != .verified })
    }

    @Test func `a claim is judged by the policy it names else by its payer ID else by the generic one`() {
        let sample = ClaimExample.sample
        #expect(library.policy(for: sample.with(.payerPolicy, "bcbsma").draft).id == "bcbsma")
        #expect(library.policy(for: sample.without(.payerPolicy).draft).id == "medmutual")
        #expect(library.policy(for: sample.without(.payerPolicy, .payerIdentifier).draft).id == "generic")
        #expect(library.policy(for: sample.with(.payerPolicy, "nobody").draft).id == "medmutual")
        let unknown = sample.with(.payerPolicy, "nobody").without(.payerIdentifier)
        #expect(library.policy(for: unknown.draft).id == "generic")
    }

    /// One claim, three payers, three outcomes, as <doc:Policies> tells them: an infusion billed with the code of the
    /// article's example, and no authorization.
    @Test(arguments: [
        ("medmutual", ["AU-001"], ["PX-011"]), ("bcbsma", ["AU-001", "PX-010"], ["DOC-010"]),
        ("va_ccn", ["PX-010"], ["AU-001"]),
    ])
    func `the same claim comes out as the policy says`(_ id: String, _ errors: [String], _ warnings: [String]) throws {
        let claim = ClaimExample.sample.with(.lineProcedure, "96372").without(.authorizationNumber)
        let findings = try Desk.findings(on: claim.under(id))
        #expect(findings.rules(.error) == errors)
        // The filing indicator is that of a commercial payer, which is no matter here.
        #expect(findings.rules(.warning).filter { $0 != "PY-011" } == warnings)
    }
}

@Suite struct MemberIDPatternTests {
    @Test(arguments: [
        ("[A-Z]{3}[0-9]{9,14}", "XYZ123456789", true), ("[A-Z]{3}[0-9]{9,14}", "XYZ12345678", false),
        ("[A-Z]{3}[0-9]{9,14}", "XYZ1234567890123456", false), ("H\\d{2}A?", "H12", true), ("H\\d{2}A?", "H12A", true),
        ("H\\d{2}A?", "H12AA", false), ("[A-Z]{1,3}A", "AAAA", true), ("[A-Z]{1,3}A", "AA", true),
        ("[1-9][AC-H]", "1B", false),
    ])
    func `matches the whole ID`(_ pattern: String, _ id: String, _ matches: Bool) throws {
        let pattern = try #require(MemberIDPattern(pattern))
        #expect(pattern.matches(MemberID(checked: id)) == matches)
    }

    @Test(arguments: [
        "", "(a+)+", "a*", "[", "[]", "[A-", "[Z-A]", "A{", "A{}", "A{2,1}", "A{-1}", "A{99999999999999999999}",
        "A{1,2,3}",
        "{2}", "?", "\\", "\\w", "[^A]", "é", "A}",
    ])
    func `takes nothing else`(_ text: String) {
        #expect(MemberIDPattern(text) == nil)
    }
}
