import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// Which source a finding cites.
@Suite struct CitationTests {
    private func citation(of rule: String, on example: ClaimExample) throws -> String {
        let findings = example.findings(books: try Desk.books.get(), library: try Desk.library.get())
        return try #require(findings.first { $0.rule.id == rule }).citation.text
    }

    @Test func `an authorization is cited from the claim's own policy`() throws {
        let claim = ClaimExample.sample.without(.authorizationNumber)
        let own = try citation(of: "AU-001", on: claim)
        #expect(own.contains("Medical Mutual"))
        let other = try citation(of: "AU-001", on: claim.under("bcbsma"))
        #expect(other.contains("BCBSMA") && !other.contains("Medical Mutual"))
    }

    @Test func `only a ketamine claim without a diagnosis cites the article`() throws {
        let ketamine = try citation(of: "DX-001", on: ClaimExample.sample.without(.diagnosisCode))
        #expect(ketamine.contains("IV Ketamine"))
        let visit = try citation(of: "DX-001", on: ClaimExample.officeVisit.without(.diagnosisCode))
        #expect(!visit.contains("Ketamine"))
    }

    @Test func `a policy is not cited for what it does not say`() throws {
        let minor = ClaimExample.sample.with(.patientBirthDate, "11/11/2012")
        let text = try citation(of: "PT-003", on: minor.whenPolicy { $0.minimumAge = nil })
        #expect(text == Rule.named("PT-003")?.citation.text)
    }

    @Test func `without a payer policy the note names the payer of the claim`() throws {
        let claim = ClaimExample.sample.under("generic").with(.payerName, "EXAMPLE HEALTH PLAN")
        let findings = claim.findings(books: try Desk.books.get(), library: try Desk.library.get())
        let note = try #require(findings.first { $0.rule.id == "PY-009" })
        #expect(note.message == "No policy for EXAMPLE HEALTH PLAN: general rules used.")
    }
}
