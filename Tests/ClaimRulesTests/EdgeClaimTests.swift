import ClaimModel
import Testing

@testable import ClaimRules

/// Single slips on an otherwise clean claim.
@Suite struct EdgeClaimTests {
    private func errors(_ claim: ClaimExample) throws -> [String] { try Desk.findings(on: claim).rules(.error) }

    @Test(arguments: ["F33", "F31.3", "G90.51", "R45.85"])
    func `a category is no billable code`(_ code: String) throws {
        #expect(try errors(.sample.with(.diagnosisCode, code)).contains("DX-006"))
    }

    @Test func `a dashed NDC is repaired in sight`() throws {
        let claim = ClaimExample.sample.with(.lineNDC, row: 1, "42023-113-10").with(.lineNDCQuantity, row: 1, "3.5")
        let findings = try Desk.findings(on: claim)
        #expect(findings.rules(.error, .warning).isEmpty)
        #expect(!findings.contains { $0.rule.id == "ND-003" }, "the field shows it; a note would ask for nothing")
        #expect(claim.draft.lines[1].ndc.value?.digits11 == "42023011310")
    }

    @Test func `an undashed NDC offers its readings`() throws {
        let findings = try Desk.findings(on: .sample.with(.lineNDC, row: 1, "0143950801"))
        let finding = try #require(findings.first { $0.rule.id == "ND-004" })
        let offered = finding.fixes.flatMap(\.edits).map { $0.text.filter { $0 != "-" } }
        #expect(offered.first == "00143950801")
        #expect(Set(offered) == ["00143950801", "01439050801", "01439508001"])
    }

    @Test func `twelve digits are not yet in force`() throws {
        #expect(try errors(.sample.with(.lineNDC, row: 1, "001431950801")).contains("ND-005"))
    }

    @Test func `milligrams typed as milliliters`() throws {
        let errors = try errors(.sample.with(.lineNDCQuantity, row: 1, "35"))
        #expect(errors == ["XF-001", "XF-002"])
    }

    @Test func `fifteen minutes are a push`() throws {
        #expect(try errors(.sample.with(.lineStop, "10:15")) == ["TM-003"])
        #expect(try errors(.sample.with(.lineStop, "10:16")) == [])
    }

    @Test func `waste of a multi dose vial`() throws {
        let claim = ClaimExample.sample.with(.lineNDC, row: 1, "00409205105").with(.lineNDCQuantity, row: 1, "0.35")
            .with(.lineModifier1, row: 1, "JW")
        #expect(try Desk.findings(on: claim).rules(.error, .warning).contains("MD-005"))
    }

    @Test func `an NPI whose check digit does not fit`() throws {
        #expect(try errors(.sample.with(.renderingNPI, "1234567890")) == ["PV-001"])
    }

    @Test func `a PHQ 9 score of twenty eight`() throws {
        #expect(try errors(.sample.without(.scoreItems).with(.scoreTotal, "28")) == ["DOC-009"])
    }

    @Test func `a replacement without the original`() throws {
        #expect(try errors(.sample.with(.frequency, "7")) == ["RS-001"])
    }

    @Test func `an override lapses when what the rule read changes`() throws {
        var claim = ClaimExample.longInfusion
        let warning = try #require(try Desk.findings(on: claim).first { $0.rule.id == "TM-010" })
        claim.draft.overrides = [
            Override(
                rule: warning.rule.id, place: warning.place.key, reason: "slow protocol", by: "Lee",
                on: ClaimExample.today, inputs: warning.inputs(in: claim.draft))
        ]
        #expect(Verdict(of: try Desk.findings(on: claim), on: claim.draft).isClean)
        let changed = claim.with(.lineStop, "10:36")
        #expect(!Verdict(of: try Desk.findings(on: changed), on: changed.draft).isClean)
    }
}
