import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// One mistake raises its rule and nothing unrelated.
@Suite struct CompanionTests {
    /// What stands on any claim of the samples: who helps, what of the policy is unverified or old, which tables are
    /// missing.
    private static let always: Set<String> = [
        "PY-006", "PY-008", "PY-009", "PY-013", "PY-031", "DX-007", "DOC-014", "PX-041", "PX-048", "XF-013",
    ]

    @Test(arguments: Rule.all)
    func `a mistake raises its rule and what is declared`(_ rule: Rule) throws {
        var companions: Set<String> = []
        for (number, example) in rule.rejects().enumerated() {
            let raised = Set(try Desk.findings(on: example).map(\.rule.id)).subtracting(Self.always)
            let unrelated = raised.subtracting(rule.alongside + [rule.id])
            #expect(unrelated.isEmpty, "\(rule.id), rejected example \(number)")
            companions.formUnion(raised)
        }
        let idle = Set(rule.alongside).subtracting(companions)
        #expect(idle.isEmpty, "\(rule.id) declares companions that none of its examples has")
    }
}
