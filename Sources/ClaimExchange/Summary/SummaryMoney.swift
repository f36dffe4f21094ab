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
            "AUTHORIZATION AND BENEFITS CHECK",
            Paper.facts([
                ("Authorization", authorizationRequirement),
                ("Number", text(.authorizationNumber) ?? "none"), fact(.authorizationCode), fact(.authorizedNPI),
                ("Valid", joined([.authorizationStart, .authorizationEnd], by: " to ")),
                ("Sessions", sessions), fact(.authorizationFiledOn),
                (
                    "No auth required",
                    joined(
                        [
                            .authorizationNotRequiredReference, .authorizationNotRequiredBy,
                            .authorizationNotRequiredOn,
                        ], by: ", ")
                ),
                ("Benefits check", text(.benefitsDate) ?? "none recorded"), fact(.benefitsReference),
                ("Covered", joined([.coverageStart, .coverageEnd], by: " to ")),
            ]))
    }

    /// The setting belongs to ketamine claims; what a payer asks of others, no policy says.
    private var authorizationRequirement: String {
        guard draft.isKetamineClaim(in: context) else { return "the policy does not say" }
        let text =
            switch context.policy.value(of: \.authorizationRequired) {
            case true?: "required by the policy"
            case false?: "not required by the policy"
            case nil: "the policy does not say"
            }
        return text + confidence(\.authorizationRequired)
    }

    var totals: Section {
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
        return Section("TOTALS", [pairs.flatMap { Paper.facts([$0]).flatMap { $0 } }])
    }
}
