import ClaimModel
import Testing

@testable import ClaimRules

/// What a drug line's findings say and offer, with the claim's own numbers in it.
@Suite struct DrugFindingTests {
    @Test func `offers the known NDC first`() throws {
        let finding = try #require(try Desk.findings(on: .incompleteCodes).first { $0.rule.id == "ND-004" })
        #expect(
            finding.fixes.map { $0.edits.map(\.text) } == [["00143950801"], ["01439050801"], ["01439508001"]])
    }

    @Test func `fixes the quantity once the NDC is chosen`() throws {
        let claim = ClaimExample.incompleteCodes.with(.lineNDC, row: 1, "0143-9508-01")
        let finding = try #require(try Desk.findings(on: claim).first { $0.rule.id == "ND-012" })
        #expect(finding.fixes.flatMap(\.edits).map(\.text) == ["ML", "0.7"])
    }

    @Test func `says with its numbers that milligrams were typed as millilitres`() throws {
        let findings = try Desk.findings(on: .sample.with(.lineNDCQuantity, row: 1, "35"))
        #expect(findings.rules(.error) == ["XF-001", "XF-002"])
        let finding = try #require(findings.first { $0.rule.id == "XF-001" })
        #expect(finding.message == "35 mg at 50 mg/mL is 0.7 mL, but 35 is billed.")
        #expect(finding.fixes.flatMap(\.edits).map(\.text) == ["0.7"])
    }
}
