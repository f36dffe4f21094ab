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
        standing: unverified
        settings:
          min_age: {value: 21, standing: verified, source: Acme's manual, date: "2026-02"}
          filing_days: 90
        """

    @Test func readsSettingsWithTheirOwnStandingAndSource() throws {
        let policy = try Policy(yaml: Self.good, file: "acme.yaml")
        #expect(policy.value(of: \.minimumAge) == 21)
        #expect(policy.standing(of: \.minimumAge) == .verified)
        #expect(policy.source(of: \.minimumAge) == "Acme's manual, 2026-02")
        #expect(policy.source(of: \.filingDays) == "Acme's letter, 2026-01")
        #expect(policy.value(of: \.correctedDays) == nil)
    }

    @Test func whatNobodyCheckedRaisesAtMostAWarning() throws {
        let policy = try Policy(yaml: Self.good, file: "acme.yaml")
        #expect(policy.limit(.error, by: \.filingDays) == .warning)
        #expect(policy.limit(.error, by: \.minimumAge) == .error)
        #expect(policy.limit(.note, by: \.filingDays) == .note)
    }

    @Test func listsItsSettingsInWords() throws {
        let rows = try Policy(yaml: Self.good, file: "acme.yaml").rows
        #expect(rows.map(\.key) == ["min_age", "filing_days"])
        #expect(rows.map(\.value) == ["21", "90 days"])
        #expect(rows.map(\.isPathway) == [true, false])
    }

    @Test(arguments: [
        ("min_age: 18", "min_aeg: 18", "min_aeg"),
        ("min_age: 18", "min_age: eighteen", "min_age"),
        ("min_age: 18", "min_age: {value: 18, standing: sure}", "standing"),
        ("min_age: 18", "min_age: {value: 18, sauce: me}", "sauce"),
        ("min_age: 18", "drug_codes: J3490", "drug_codes"),
        ("min_age: 18", "member_id_regex: \"(a+)+\"", "member_id_regex"),
        ("name: Acme", "nome: Acme", "nome"),
        ("payer_type: commercial", "payer_type: bank", "payer_type"),
        ("date: today", "", "date is missing"),
        ("id: acme", "id: Acme Health", "id"),
        ("id: acme", "id: ../acme", "id"),
        ("settings:", "settings: [", "line 7"),
        ("min_age: 18", "&a min_age: 18", "line 8"),
        ("name: Acme", "name: Acme\nname: Acme", "name"),
    ])
    func namesWhatIsWrong(_ line: String, _ slip: String, _ word: String) {
        let text = """
            id: acme
            name: Acme
            payer_type: commercial
            date: today
            source: a letter
            standing: unverified
            settings:
              min_age: 18
            """
        #expect(throws: Never.self) { try Policy(yaml: text, file: "acme.yaml") }
        let fault = #expect(throws: PolicyFault.self) {
            try Policy(yaml: text.replacingOccurrences(of: line, with: slip), file: "acme.yaml")
        }
        #expect(fault?.description.hasPrefix("acme.yaml: ") == true)
        #expect(fault?.message.contains(word) == true, "\(fault?.message ?? "")")
    }

    @Test(arguments: [
        "", "\u{0}", "- 1\n- 2", "settings", "id: {}", "{{{{", "a: b: c", "\t\t- x", "---\n...\n---", "!!binary aaaa",
        "id: !!int x", "? [a]\n: b", String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
        String(repeating: "- ", count: 100_000),
    ])
    func refusesAnyOtherTextWithWords(_ text: String) {
        let fault = #expect(throws: PolicyFault.self) { try Policy(yaml: text, file: "x.yaml") }
        #expect(fault?.message.isEmpty == false)
    }

    @Test func refusesABombOfRepeatsAtOnce() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let repeats = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(repeats)]\n"
        }
        let fault = #expect(throws: PolicyFault.self) { try Policy(yaml: text, file: "bomb.yaml") }
        #expect(fault?.message.hasPrefix("line 1: anchors") == true)
    }

    @Test func anAmpersandInANameIsNoAnchor() throws {
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

    @Test func theOfficesFileReplacesTheShippedOne() throws {
        let own = """
            id: medmutual
            name: Medical Mutual, as our office knows it
            payer_type: commercial
            date: "2026-11"
            source: call of 11/20/2026
            standing: verified
            settings: {min_age: 16}
            """
        let library = try library(with: "ours.yaml", Data(own.utf8))
        #expect(library.faults.isEmpty)
        #expect(library.named("medmutual")?.name == "Medical Mutual, as our office knows it")
        #expect(library.named("bcbsma") != nil)
    }

    @Test(arguments: [
        (Data([0x69, 0x64, 0x3a, 0xff, 0xfe]), "is not UTF-8 text"),
        (Data(repeating: UInt8(ascii: "#"), count: 300_000), "larger than 256 KB; this is no policy file"),
    ])
    func aFileThatCannotBeUsedIsNamedAndTheOthersStand(_ bytes: Data, _ words: String) throws {
        let library = try library(with: "bad.yaml", bytes)
        #expect(library.faults == [PolicyFault(file: "bad.yaml", message: words)])
        #expect(library.named("medmutual") != nil)
    }

    @Test func aFolderThatIsNotThereHoldsNothing() throws {
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

    @Test(arguments: ["medmutual", "bcbsma", "va_ccn", "medicare", "generic"])
    func isShipped(_ id: String) {
        #expect(library.named(id)?.id == id)
    }

    @Test func everySettingSaysWhoSaysSo() {
        #expect(library.policies.count >= 10)
        for policy in library.policies {
            #expect(policy.rows.allSatisfy { !$0.source.isEmpty && !$0.value.isEmpty }, "\(policy.id)")
        }
    }

    @Test func onlyTheArticlesDemandsAreStatedForMedicalMutual() throws {
        let policy = try #require(library.named("medmutual"))
        let stated = policy.rows.filter { $0.standing != .unverified }.map(\.key)
        #expect(
            stated == [
                "iv_ketamine_trd", "drug_codes", "ndc_required", "pa_required", "records_required",
                "attachment_required",
            ])
        #expect(policy.rows.allSatisfy { $0.standing != .verified })
    }

    @Test func aClaimIsJudgedByThePolicyItNamesElseByItsPayerIDElseByTheGenericOne() {
        let sample = ClaimExample.sample
        #expect(library.policy(for: sample.with(.payerPolicy, "bcbsma").draft).id == "bcbsma")
        #expect(library.policy(for: sample.without(.payerPolicy).draft).id == "medmutual")
        #expect(library.policy(for: sample.without(.payerPolicy, .payerIdentifier).draft).id == "generic")
        #expect(library.policy(for: sample.with(.payerPolicy, "nobody").draft).id == "generic")
    }

    /// One claim, three payers, three outcomes.
    @Test func policiesContradictEachOther() throws {
        let claim = ClaimExample.sample.with(.authorizationCode, "G2082")
        let outcomes = try ["medmutual", "bcbsma", "medicare"].map { id in
            try Desk.findings(on: claim.under(id)).rules(.error, .warning)
        }
        #expect(Set(outcomes).count == 3)
        #expect(outcomes[0].contains("AU-005") && !outcomes[1].contains("AU-005"))
        #expect(outcomes[2].contains("PY-005") && !outcomes[0].contains("PY-005"))
    }
}

@Suite struct MemberIDPatternTests {
    @Test(arguments: [
        ("[A-Z]{3}[0-9]{9,14}", "XYZ123456789", true), ("[A-Z]{3}[0-9]{9,14}", "XYZ12345678", false),
        ("[A-Z]{3}[0-9]{9,14}", "XYZ1234567890123456", false), ("H\\d{2}A?", "H12", true), ("H\\d{2}A?", "H12A", true),
        ("H\\d{2}A?", "H12AA", false), ("[A-Z]{1,3}A", "AAAA", true), ("[A-Z]{1,3}A", "AA", true),
        ("[1-9][AC-H]", "1B", false),
    ])
    func matchesTheWholeID(_ pattern: String, _ id: String, _ matches: Bool) throws {
        let pattern = try #require(MemberIDPattern(pattern))
        #expect(pattern.matches(MemberID(checked: id)) == matches)
    }

    @Test(arguments: [
        "", "(a+)+", "a*", "[", "[]", "[A-", "[Z-A]", "A{", "A{}", "A{2,1}", "A{-1}", "A{99999999999999999999}",
        "A{1,2,3}",
        "{2}", "?", "\\", "\\w", "[^A]", "é", "A}",
    ])
    func takesNothingElse(_ text: String) {
        #expect(MemberIDPattern(text) == nil)
    }
}
