import ClaimModel
import Testing

@testable import ClaimRules

/// The worked claims: each raises exactly its errors and warnings, and at least its notes.
@Suite struct WorkedClaimTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
        let example: ClaimExample
        let errors: [String]
        let warnings: [String]
        let notes: [String]

        init(_ example: ClaimExample, errors: [String] = [], warnings: [String] = [], notes: [String] = []) {
            self.example = example
            self.errors = errors.sorted()
            self.warnings = warnings.sorted()
            self.notes = notes + ["PY-008", "PY-009", "DOC-014"]
        }

        var testDescription: String { example.title }
    }

    static let claims = [
        Expectation(.sample),
        Expectation(.longInfusion, warnings: ["TM-010"]),
        Expectation(.intramuscular),
        Expectation(.wrongDiagnosis, warnings: ["DX-008"], notes: ["DX-025"]),
        Expectation(.noDiagnosis, errors: ["DX-001", "DX-023"]),
        Expectation(.officeVisitOnly, errors: ["PX-001", "RX-001", "ND-001"]),
        Expectation(
            .incompleteCodes, errors: ["ND-004"], warnings: ["PX-011", "RX-006", "RX-007", "ND-012", "XF-006"]),
    ]

    @Test(arguments: claims)
    func `raises exactly its errors and warnings`(_ claim: Expectation) throws {
        let findings = try Desk.findings(on: claim.example)
        #expect(findings.rules(.error) == claim.errors)
        #expect(findings.rules(.warning) == claim.warnings)
        let missing = Set(claim.notes).subtracting(findings.rules(.note))
        #expect(missing.isEmpty)
    }

    /// Right codes, empty chart, form filed late: nothing is inherited, and nothing is said of what is not there.
    @Test func `an empty chart and a late form`() throws {
        let findings = try Desk.findings(on: .noHistory)
        #expect(findings.rules(.error) == ["AU-001", "AU-002", "DOC-001", "DOC-002", "DOC-016"])
        #expect(
            findings.rules(.warning) == ["DOC-003", "DOC-004", "DOC-005", "DOC-006", "DOC-013", "DOC-015", "PY-004"])
        #expect(findings.rules(.note).contains("DOC-018"))
    }

    @Test func `where the payer takes no 96372 it is an error`() throws {
        let findings = try Desk.findings(on: .incompleteCodes.under("bcbsma"))
        #expect(findings.rules(.error).contains("PX-010"))
        #expect(!findings.rules(.error, .warning, .note).contains("PX-011"))
    }
}

/// The payer's article: its three mistakes, and its improved example.
@Suite struct ArticleTests {
    @Test func `the improved example is clean`() throws {
        let findings = try Desk.findings(on: .sample)
        #expect(findings.rules(.error, .warning).isEmpty)
        #expect(Verdict(of: findings, on: ClaimExample.sample.draft).isClean)
    }

    @Test func `a missing or incorrect diagnosis is found`() throws {
        #expect(try Desk.findings(on: .noDiagnosis).rules(.error).contains("DX-001"))
        #expect(try Desk.findings(on: .wrongDiagnosis).rules(.warning).contains("DX-008"))
        #expect(try Desk.findings(on: .sample.with(.diagnosisCode, "G90.511")).rules(.error).contains("DX-003"))
    }

    @Test(arguments: [
        (ClaimExample.officeVisitOnly, "PX-001"), (.anesthesia, "PX-002"), (.painInfusion, "PX-003"),
    ])
    func `billing only an office visit anesthesia or pain code is found`(_ claim: ClaimExample, _ rule: String) throws {
        let findings = try Desk.findings(on: claim)
        #expect(findings.rules(.error).contains(rule))
        #expect(!findings.rules(.error).contains("PX-013"), "the more specific finding speaks alone")
    }

    @Test func `missing history and justification are found`() throws {
        let errors = try Desk.findings(on: .noHistory).rules(.error)
        #expect(Set(["DOC-001", "DOC-002", "DOC-016"]).isSubset(of: errors))
    }

    /// The article shows 96372 for an infusion, CPT reserves it for injections: a warning, and nothing is recoded.
    @Test func `the articles 96372 is a warning and stays`() throws {
        let claim = ClaimExample.sample.with(.lineProcedure, "96372")
        let findings = try Desk.findings(on: claim)
        #expect(findings.rules(.warning).contains("PX-011"))
        #expect(!findings.rules(.error).contains("PX-010"))
        let recoding = findings.map(\.fixes).filter { fixes in
            fixes.count == 1 && fixes[0].edits.contains { $0.place.field == .lineProcedure }
        }
        #expect(recoding.isEmpty, "a code is the biller's choice")
    }
}

/// Suppression: the most specific finding speaks.
@Suite struct SuppressionTests {
    @Test func `a missing diagnosis hides what follows from it`() throws {
        let rules = try Desk.findings(on: .noDiagnosis).rules(.error, .warning, .note)
        #expect(rules.contains("DX-001"))
        #expect(!rules.contains("DX-002") && !rules.contains("DX-004"))
    }

    @Test func `an unreadable entry is reported once, by the rule that knows it`() throws {
        let findings = try Desk.findings(on: .sample.with(.renderingNPI, "1234567890"))
        #expect(findings.filter { $0.place.field == .renderingNPI }.map(\.rule.id) == ["PV-001"])
    }

    @Test func `what no rule knows is reported all the same`() throws {
        let findings = try Desk.findings(on: .sample.with(.onsetDate, "13/45/2026"))
        #expect(findings.filter { $0.place.field == .onsetDate }.map(\.rule.id) == ["FM-001"])
    }
}
