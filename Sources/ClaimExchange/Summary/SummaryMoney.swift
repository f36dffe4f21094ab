import ClaimModel
import ClaimRules

/// Authorization, benefits check and totals.
extension ShownClaim {
    var authorization: Section {
        let required =
            policyAsksAuthorization.map { $0 ? "required by the policy" : "not required by the policy" }
            ?? "the policy does not say"
        let sessions = sentence([
            text(.sessionsApproved).map { "\($0) approved" }, text(.sessionsUsed).map { "\($0) used before" },
        ])
        return Section(
            "AUTHORIZATION AND BENEFITS CHECK",
            Paper.facts([
                ("Authorization", required + standing(\.authorizationRequired)),
                ("Number", text(.authorizationNumber) ?? "none"), fact(.authorizationCode), fact(.authorizedNPI),
                ("Valid", joined([.authorizationStart, .authorizationEnd], by: " to ")),
                ("Sessions", sessions), fact(.authorizationFiledOn),
                (
                    "None required",
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

    private var policyAsksAuthorization: Bool? { context.policy.value(of: \.authorizationRequired) }

    var totals: Section {
        let charges = draft.lines.map(\.charge)
        let total = charges.compactMap(\.value).reduce(Money.zero, +)
        let missing = charges.count { $0.value == nil }
        let counted =
            missing == 0 ? "" : " without \(missing == 1 ? "one line" : "\(missing) lines") that has no amount"
        let paid = draft.identity.amountPaid
        var pairs: [(label: String, value: String?)] = [("Total charge", total.currency + counted)]
        if let amount = paid.value {
            pairs += [("Paid", amount.currency), ("Balance", (Money(cents: total.cents - amount.cents)).currency)]
        } else {
            pairs += [("Paid", text(.amountPaid) ?? "$0.00")]
            pairs += paid.isEmpty ? [("Balance", total.currency)] : []
        }
        return Section("TOTALS", [pairs.flatMap { Paper.facts([$0]).flatMap { $0 } }])
    }
}
