import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// An override stands as long as nothing changes that its rule reads.
@Suite struct OverrideTests {
    private func warning(on example: ClaimExample) throws -> Finding {
        try #require(try Desk.findings(on: example).first { $0.severity == .warning })
    }

    private func overridden(_ example: ClaimExample) throws -> ClaimExample {
        var copy = example
        copy.draft.overrides = [.of(try warning(on: example), on: example.draft)]
        return copy
    }

    private func state(of example: ClaimExample) throws -> OverrideState? {
        example.draft.overrides.first?.state(on: example.draft, among: try Desk.findings(on: example))
    }

    @Test func `it lasts until what the rule read changes`() throws {
        let example = try overridden(.longInfusion)
        #expect(try state(of: example) == .holds)
        #expect(try state(of: example.with(.patientCity, "Akron")) == .holds)
        let later = example.with(.lineStop, "10:50")
        #expect(try state(of: later) == .lapsed([Place(.lineStop)]))
        let finding = try warning(on: later)
        #expect(finding.override(in: later.draft) == nil)
        let lapsed = try #require(finding.lapsedOverride(in: later.draft))
        #expect(lapsed.override.by == "A. Biller" && lapsed.changes.listed == "line 1, Stop")
    }

    @Test func `where the rule is silent it is not needed`() throws {
        let example = try overridden(.longInfusion)
        let short = example.with(.lineStop, "09:40").withoutLine(1)
        #expect(try state(of: short) == .notNeeded)
    }

    @Test func `what has become an error must be fixed`() throws {
        let rule = try #require(Rule.named("TM-010"))
        let finding = try warning(on: .longInfusion)
        let override = Override.of(finding, on: ClaimExample.longInfusion.draft)
        let error = Finding(rule: rule, problem: finding.problem.graded(.error) { Evidence("policy", "so") })
        #expect(override.state(on: ClaimExample.longInfusion.draft, among: [error]) == .isError)
    }

    /// For every rule that warns: a change of any text that it read ends the override, a change elsewhere never does.
    @Test(arguments: Rule.all)
    func `it rests on what the rule reads and on nothing else`(_ rule: Rule) throws {
        for example in rule.rejects() {
            guard let finding = try Desk.findings(on: example).first(where: { $0.rule.id == rule.id }),
                finding.severity == .warning
            else { continue }
            var draft = example.draft
            draft.overrides = [.of(finding, on: draft)]
            #expect(finding.override(in: draft) != nil)
            let inputs = Set(finding.inputs(in: draft).keys)
            for place in draft.places where !draft.state(at: place).isEmpty {
                var other = draft
                other.type("0", at: place, in: ClaimExample.parsing)
                guard draft.text(at: place) != "0" else { continue }
                #expect((finding.override(in: other) == nil) == inputs.contains(place.key), "\(place.key)")
            }
        }
    }

    @Test func `a key names its place and nothing else does`() {
        for field in Field.all {
            for row in [0, field.part.limit - 1] where field.part != .claim || row == 0 {
                let place = Place(field, row: row)
                #expect(Place(key: place.key) == place)
            }
        }
        for key in [
            "", "line.ndc", "line.ndc[0]", "line.ndc[51]", "line.ndc[2", "line.ndc[-1]", "line.ndc[x]",
            "patient.sex[1]",
            "patient.sex[1]", "no.field", "[1]", "line.ndc[1][1]", "line.ndc[99999999999999999999]",
        ] {
            #expect(Place(key: key) == nil, "\(key)")
        }
    }
}
