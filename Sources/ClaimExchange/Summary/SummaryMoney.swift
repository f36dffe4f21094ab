import ClaimModel
import ClaimRules

/// Authorization, benefits check and totals.
extension ShownClaim {
    var authorization: Section {
        let sessions = sentence([
            text(.sessionsApproved).map { "\($0) approved" },
            text(.sessionsUsed).map { "\($0) used before this claim" },
        ])
        return Section(
            inMargin: "AUTHORIZATION",
            Paper.run([
                [
                    ("Number", text(.authorizationNumber) ?? "none"), ("", authorizationRequirement),
                    fact(.referralNumber),
                ],
                [
                    ("Valid", joined([.authorizationStart, .authorizationEnd], by: " to ")), ("Sessions", sessions),
                    fact(.authorizationFiledOn), fact(.authorizationCode), fact(.authorizedNPI),
                    ("Benefits check", text(.benefitsDate) ?? "none recorded"), fact(.benefitsReference),
                    ("Covered", joined([.coverageStart, .coverageEnd], by: " to ")), fact(.copay), fact(.deductible),
                ],
                [
                    (
                        "No authorization required",
                        joined(
                            [
                                .authorizationNotRequiredReference, .authorizationNotRequiredBy,
                                .authorizationNotRequiredOn,
                            ], by: ", ")
                    )
                ],
            ]))
    }

    /// The setting belongs to ketamine claims; what a payer asks of others, no policy says.
    private var authorizationRequirement: String? {
        guard !isForPayer, draft.isKetamineClaim(in: context) else { return nil }
        let text =
            switch context.policy.value(of: \.authorizationRequired) {
            case true?: "required by the policy"
            case false?: "not required by the policy"
            case nil: "the policy does not say whether one is required"
            }
        return text + confidence(\.authorizationRequired)
    }

    var totals: [String] {
        let charges = draft.lines.map { $0.charge }
        let total = charges.compactMap(\.value).reduce(Money.zero, +)
        let missing = charges.count { $0.value == nil }
        let gap = missing == 0 ? "" : ", not counting \(counted(missing, "line", "lines")) without a charge"
        let paid = draft.identity.amountPaid
        var pairs: [(label: String, value: String?)] = [("Total charge", total.currency + gap)]
        if let amount = paid.value {
            pairs += [("Paid", amount.currency), ("Balance", (Money(cents: total.cents - amount.cents)).currency)]
        } else {
            pairs += [("Paid", text(.amountPaid) ?? "$0.00")]
            pairs += paid.isEmpty ? [("Balance", total.currency)] : []
        }
        return Paper.run([pairs])
    }
}
