import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// A policy turns rules off, regrades them and wants fields filled, within what its certainty allows.
@Suite struct PolicyAdjustmentTests {
    private func policy(_ body: String, verified: Bool = true) throws -> Policy {
        let proof = verified ? "verified: {by: L. Lead, on: \"2026-11-20\"}\n" : ""
        let head = "id: acme\nname: Acme\npayer_type: commercial\nsource: a letter\ndate: \"2026-11-20\"\n"
        return try Policy(yaml: head + proof + body, file: "acme.yaml")
    }

    private func findings(on claim: ClaimExample, under policy: Policy) throws -> [Finding] {
        validate(claim.draft, in: Context(books: try Desk.books.get(), policy: policy, today: ClaimExample.today))
    }

    @Test func `a rule that is turned off is silent and that is said`() throws {
        let off = try policy("rules: {TM-010: off}")
        let findings = try findings(on: .longInfusion, under: off)
        #expect(!findings.contains { $0.rule.id == "TM-010" })
        let note = try #require(findings.first { $0.rule.id == "PY-033" })
        #expect(note.message.contains("TM-010 off") && note.severity == .note)
    }

    @Test func `what is turned off hides nothing`() throws {
        let off = try policy("rules: {DX-001: off}")
        let findings = try findings(on: .noDiagnosis.with(.linePointers, ""), under: off)
        #expect(!findings.contains { $0.rule.id == "DX-001" })
        #expect(findings.contains { $0.rule.id == "DX-002" || $0.rule.id == "DX-023" })
    }

    @Test func `a regraded rule says who regraded it`() throws {
        let finding = try #require(
            try findings(on: .longInfusion, under: policy("rules: {TM-010: error}")).first { $0.rule.id == "TM-010" })
        #expect(finding.severity == .error)
        #expect(finding.evidence.contains { $0.value.contains("Acme makes it an error: a letter, 11/20/2026") })
        let note = try findings(on: .longInfusion, under: policy("rules: {TM-010: note}"))
        #expect(note.first { $0.rule.id == "TM-010" }?.severity == .note)
    }

    @Test func `what nobody has verified raises at most a warning`() throws {
        let unverified = try policy(
            "rules: {TM-010: error, PY-006: error}\nrequires: {line.lot: error}", verified: false)
        let found = try findings(on: .longInfusion, under: unverified)
        #expect(found.first { $0.rule.id == "TM-010" }?.severity == .warning)
        #expect(found.filter { $0.rule.id == "PY-032" }.map(\.severity) == [.warning, .warning, .warning])
    }

    @Test func `an item is wanted on the claims that the policy names`() throws {
        let wanting = try policy("requires: {chart.structuredInterview: {severity: error, claims: ketamine}}")
        let finding = try #require(
            try findings(on: .sample, under: wanting).first { $0.rule.id == "PY-032" })
        #expect(finding.place == Place(.structuredInterview) && finding.severity == .error)
        #expect(finding.message == "Structured interview is blank; the policy requires it.")
        let filled = try findings(on: .sample.with(.structuredInterview, "Y"), under: wanting)
        #expect(!filled.contains { $0.rule.id == "PY-032" })
        let visit = try findings(on: .officeVisit, under: wanting)
        #expect(!visit.contains { $0.rule.id == "PY-032" })
    }

    /// An override of a wanted field rests on that field alone.
    @Test func `an override of a wanted field rests on that field`() throws {
        let wanting = try policy("requires: {line.lot: warning}")
        let finding = try #require(try findings(on: .sample, under: wanting).first { $0.rule.id == "PY-032" })
        #expect(finding.inputs(in: ClaimExample.sample.draft).keys.sorted() == [finding.place.key])
    }

    /// The certainty law: whatever an unverified policy finds as an error, no policy at all finds as an error too.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `an unverified policy raises no error of its own`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let library = try Desk.library.get()
        let policy = library.policies[Int(seed) % library.policies.count].unverified()
        var bare = policy
        bare.settings = PolicySettings()
        // What the payer is not known to take is an error of the code set, which a list can only soften.
        var example = ClaimExample.demo.randomElement(using: &random) ?? .sample
        for place in example.draft.places.shuffled(using: &random).prefix(Int.random(in: 0..<12, using: &random)) {
            let texts = ["", "0", "12/31/2027", "96365", "F31.4", "1.2345", "ME", "IM", "7", "25"]
            example = example.with(place.field, row: place.row, texts.randomElement(using: &random) ?? "")
        }
        let errors = Set(try findings(on: example, under: policy).filter { $0.severity == .error }.map(\.id))
        let without = Set(try findings(on: example, under: bare).filter { $0.severity == .error }.map(\.id))
        #expect(errors.subtracting(without).isEmpty, "\(policy.id): \(errors.subtracting(without).sorted())")
    }
}

extension Policy {
    /// The same with nothing of it verified or stated.
    fileprivate func unverified() -> Policy {
        let words = rows.filter { $0.kind == .setting }.compactMap { row in
            SettingKey.named(row.key)?.yaml(in: self.settings).map { "  \(row.key): \($0)\n" }
        }
        let head =
            "id: \(id)\nname: \(self.name.quotedForYAML)\npayer_type: \(self.payerType.rawValue)\n"
            + "source: nobody\ndate: undated\nsettings:\n"
        let copy = try? Policy(yaml: head + words.joined(), file: "\(id).yaml")
        return copy ?? self
    }
}

/// A setting written back is the setting that was read.
@Suite struct SettingValueTests {
    @Test func `every shipped setting survives being written`() throws {
        for policy in try Desk.library.get().policies {
            for key in SettingKey.all {
                guard let text = key.yaml(in: policy.settings) else { continue }
                let head =
                    "id: x\nname: X\npayer_type: va\nsource: s\ndate: \"2026\"\nsettings:\n  \(key.name): \(text)\n"
                let copy = try Policy(yaml: head, file: "x.yaml")
                #expect(key.yaml(in: copy.settings) == text)
                #expect(key.text(in: copy.settings) == key.text(in: policy.settings))
            }
        }
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23"), ("2026-02", "2026-02-28"), ("2024-02", "2024-02-29"), ("2026", "2026-12-31"),
        ("read 2026-11-23", "2026-11-23"), ("undated", nil),
    ])
    func `a source date means its last day`(_ text: String, _ day: String?) throws {
        let date = try #require(SourceDate(text))
        #expect(date.lastDay?.iso == day && date.description == text)
    }

    @Test(arguments: [
        ("2026-11-23", "11/23/2026"), ("2026-02", "02/2026"), ("2026", "2026"), ("undated", "undated"),
        ("read 2026-11-23", "as of 11/23/2026"),
    ])
    func `a source date is shown as screens write dates`(_ text: String, _ shown: String) throws {
        #expect(try #require(SourceDate(text)).text == shown)
    }

    @Test(arguments: [
        "", "2026-13", "2026-11-31", "26", "11/23/2026", "2026-1", "today", "read", "2026-11-23-01", "٢٠٢٦",
    ])
    func `anything else is no source date`(_ text: String) {
        #expect(SourceDate(text) == nil)
    }
}

/// How old a setting is.
@Suite struct PolicyAgeTests {
    private func old(_ setting: String, days: Int = 365) throws -> Bool {
        let text =
            "id: x\nname: X\npayer_type: va\nsource: s\ndate: \"2026-11-01\"\nreview_days: \(days)\n"
            + "settings: {min_age: \(setting)}"
        return try !Policy(yaml: text, file: "x.yaml").oldRows(on: ClaimExample.today).isEmpty
    }

    @Test func `it is as old as its source`() throws {
        #expect(try !old("18"))
        #expect(try old("18", days: 10))
        #expect(try old("{value: 18, source: a, date: \"2025-11-22\"}"))
        #expect(try !old("{value: 18, source: a, date: \"2025-11-23\"}"))
        #expect(try old("{value: 18, source: a, date: \"2024\"}"))
    }

    @Test func `an undated source is as old as its verification`() throws {
        #expect(try !old("{value: 18, source: a, date: undated, verified: {by: L, on: \"2026-11-20\"}}"))
        #expect(try old("{value: 18, source: a, date: undated, verified: {by: L, on: \"2020-11-20\"}}"))
        #expect(try old("{value: 18, source: a, date: undated, confidence: stated}"))
        #expect(try old("{value: 18, source: a, date: undated, standing: stated}"), "its earlier name")
        #expect(try !old("{value: 18, source: a, date: undated}"), "nothing claims that it is known")
    }
}
