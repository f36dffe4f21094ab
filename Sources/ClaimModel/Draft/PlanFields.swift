/// The fields of a plan of the patient besides the claim's own, in the order in which they are keyed.
package struct PlanFields: Sendable {
    package let name, insuredLastName, insuredFirstName, policyNumber, groupNumber: Field
    package let payerIdentifier, filingIndicator, relationship: Field
    /// Which of the loops 2320 of the claim it is, from 1.
    package let turn: Int
    private let read: @Sendable (ClaimDraft) -> InsurancePlan

    package var all: [Field] { required + [groupNumber] }

    /// Without which the plan cannot be billed or named to another.
    package var required: [Field] {
        [name, insuredLastName, insuredFirstName, policyNumber, payerIdentifier, filingIndicator, relationship]
    }

    /// How a carried segment names a loop of the plan: `2330B`, `2320:2/2330B`.
    package func loop(_ identifier: String) -> String {
        let own = turn > 1 ? "2320:\(turn)" : "2320"
        return identifier == "2320" ? own : turn > 1 ? "\(own)/\(identifier)" : identifier
    }

    /// What a draft has in them.
    package func plan(in draft: ClaimDraft) -> InsurancePlan { read(draft) }

    package static let other = PlanFields(
        name: .otherPlanName, insuredLastName: .otherInsuredLastName, insuredFirstName: .otherInsuredFirstName,
        policyNumber: .otherPolicyNumber, groupNumber: .otherGroupNumber, payerIdentifier: .otherPayerIdentifier,
        filingIndicator: .otherFilingIndicator, relationship: .otherRelationship, turn: 1
    ) { $0.otherInsurance.plan }
    package static let third = PlanFields(
        name: .thirdPlanName, insuredLastName: .thirdInsuredLastName, insuredFirstName: .thirdInsuredFirstName,
        policyNumber: .thirdPolicyNumber, groupNumber: .thirdGroupNumber, payerIdentifier: .thirdPayerIdentifier,
        filingIndicator: .thirdFilingIndicator, relationship: .thirdRelationship, turn: 2
    ) { $0.otherInsurance.third }
}

extension ClaimDraft {
    /// Whether anything of a third plan is keyed.
    package var namesThirdPlan: Bool { self.otherInsurance.third.isKeyed }
}
