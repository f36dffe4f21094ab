import ClaimModel

extension Chapter {
    static let payer = Chapter("Payer") {
        Rule(
            "PY-001", "The member ID is given and looks like one of this payer's", .error,
            note: "A warning where it only differs from the pattern that a policy gives.",
            prevents: [.carc("31"), .carc("16"), .rarc("N382")], rejectedAs: ["164"], source: .cms1500, .general,
            reads: [.memberID, .filingIndicator, .payerPolicy],
            accepts: { [.sample, .sample.under("medicare").with(.memberID, "1EG4-TE5-MK73")] },
            rejects: {
                [
                    .sample.without(.memberID), .sample.with(.memberID, "12#45"),
                    .medicare(.officeVisit).with(.memberID, "1SG4TE5MK73"),
                    .officeVisit.under("bcbsma").with(.filingIndicator, "BL").with(.memberID, "12345678"),
                ]
            },
            check: memberIDProblems)
        Rule(
            "PY-002", "The payer and its payer ID are given", .error,
            prevents: [.carc("109")], rejectedAs: ["153"], source: .professionalGuide, .general,
            reads: [.payerName, .payerIdentifier],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.without(.payerName), .sample.without(.payerIdentifier),
                    .sample.with(.payerIdentifier, "29#76"),
                ]
            }
        ) { claim in
            claim.problems(
                with: [.payerName, .payerIdentifier], remedy: "Choose the payer (F2); its ID is on the card.")
        }
        Rule(
            "PY-008", "Who helps with this payer's billing questions is known", .note,
            prevents: [], undenied: "It says whom to ask, not that something is wrong.", source: .article, .article,
            reads: [.payerPolicy],
            accepts: { [.sample.under("generic")] }, rejects: { [.sample] }
        ) { claim in
            guard let contact = claim.policy.contact else { return [] }
            let payer = claim.policy.name
            return [
                .conflict(
                    .payerPolicy, with: [], "Questions on billing \(payer): \(contact)",
                    remedy: "Ask there before treatment where you are unsure.")
            ]
        }
        Rule(
            "PY-009", "The policy's settings are verified", .note,
            prevents: [],
            undenied: "It says how well the policy is known; each rule that rests on it says what may follow.",
            source: .design, .verified, reads: [.payerPolicy] + Scope.ketamineClaim.reads,
            accepts: {
                [.officeVisit.whenPolicy { $0 = PolicySettings() }]
            },
            rejects: { [.sample, .sample.under("generic")] }
        ) { claim in
            guard claim.policy.hasUnverified(pathway: claim.isKetamineClaim) else { return [] }
            let payer = claim.policy.name
            return [
                .conflict(
                    .payerPolicy, with: [],
                    "Unverified settings in the policy of \(payer): \(claim.unverifiedSettings.words).",
                    remedy: "What rests on them is at most a warning; ask the payer and correct the policy file.",
                    evidence: claim.unverifiedSettings.map { Evidence($0.key, "\($0.value) (\($0.source))") })
            ]
        }
        Rule(
            "PY-010", "The claim filing indicator is given", .error,
            prevents: [.carc("16")], rejectedAs: ["480"], source: .professionalGuide, .general,
            reads: [.filingIndicator],
            accepts: { [.sample] },
            rejects: { [.sample.without(.filingIndicator), .sample.with(.filingIndicator, "QQ")] }
        ) { claim in
            claim.problems(
                with: [.filingIndicator], remedy: "Enter the kind of plan, such as CI for commercial; F2 lists them.")
        }
        Rule(
            "PY-011", "The claim filing indicator fits the payer", .warning,
            prevents: [.carc("109"), .carc("16")], rejectedAs: ["480"], source: .professionalGuide, .general,
            reads: [.filingIndicator, .payerPolicy],
            accepts: {
                [.sample, .sample.with(.filingIndicator, "12"), .sample.under("generic").with(.filingIndicator, "MC")]
            },
            rejects: {
                [.sample.with(.filingIndicator, "MB"), .officeVisit.under("bcbsma").with(.filingIndicator, "MC")]
            },
            alongside: ["PY-001"]
        ) { claim in
            guard claim.payerIsKnown, let indicator = claim.draft.payer.filingIndicator.value,
                !claim.policy.payerType.indicators.contains(indicator)
            else { return [] }
            let payer = claim.policy.name
            let usual = claim.policy.payerType.indicators.map(\.code).joined(separator: ", ")
            return [
                .conflict(
                    .filingIndicator, with: [Place(.payerPolicy)],
                    "\(indicator.code) (\(indicator.label)) is not what a claim to \(payer) is filed as.",
                    remedy: "Usual there: \(usual). Choose it, or the policy of the right payer.")
            ]
        }
        Rule(
            "PY-012", "Under Medicare and Medicaid the patient is the insured", .error,
            prevents: [.carc("31"), .carc("16")], rejectedAs: ["164"], source: .professionalGuide, .general,
            reads: [.relationship, .filingIndicator, .payerPolicy],
            accepts: { [.dependent, .sample.with(.filingIndicator, "MB")] },
            rejects: {
                [.dependent.with(.filingIndicator, "MC"), .medicare(.dependent)]
            },
            alongside: ["PY-005", "PY-011"]
        ) { claim in
            guard claim.patientIsDependent, claim.isPublicProgram else { return [] }
            return [
                .conflict(
                    .relationship, with: [Place(.filingIndicator)],
                    "Under Medicare and Medicaid every patient is insured in their own name.",
                    remedy: "Choose 18 (self) and enter the patient's own ID.")
            ]
        }
        Rule(
            "PY-016", "The policy that the claim names is loaded", .note,
            prevents: [], undenied: "It says which policy judges the claim.", source: .design, .verified,
            reads: [.payerPolicy],
            accepts: { [.sample, .sample.without(.payerPolicy)] }, rejects: { [.sample.with(.payerPolicy, "acme")] }
        ) { claim in
            guard let named = claim.draft.payer.policy.value?.text, named != claim.policy.id else { return [] }
            let used = claim.policy.name
            return [
                .wrong(
                    .payerPolicy, "No policy \"\(named)\" is loaded; the claim is judged by \(used)'s.",
                    remedy: "Choose one with F2, or add \(named).yaml to the policy folder.")
            ]
        }
        Rule(
            "PY-027", "The member ID is one that a payer gave", .error,
            prevents: [.carc("31"), .carc("16"), .rarc("N382")], rejectedAs: ["164"], source: .design, .general,
            reads: [.memberID],
            accepts: { [.sample] },
            rejects: { ["999999999", "UNKNOWN", "XXXXXXXX"].map { .sample.with(.memberID, $0) } }
        ) { claim in
            guard let number = claim.draft.subscriber.memberID.value?.text, number.isPlaceholder else { return [] }
            return [
                .wrong(
                    .memberID, "\(number) only fills the box; it is no member ID.",
                    remedy: "Enter the ID from the insurance card, or ask the payer by name and birth date.")
            ]
        }
    }

    @Sendable private static func memberIDProblems(in claim: ClaimFacts) -> [Problem] {
        guard let memberID = claim.draft.subscriber.memberID.value else {
            return claim.problems(with: [.memberID], remedy: "Enter the member ID from the insurance card.")
        }
        if claim.isMedicare {
            guard let pattern = MemberIDPattern.medicare, !pattern.matches(memberID) else { return [] }
            return [
                .wrong(
                    .memberID, "This is no Medicare beneficiary ID: those have 11 characters, such as 1EG4TE5MK73.",
                    remedy: "Enter it anew from the red, white and blue card; S, L, O, I, B and Z do not occur.")
            ]
        }
        guard let pattern = claim.policy.value(of: \.memberIDPattern), !pattern.matches(memberID) else { return [] }
        let payer = claim.policy.name
        return [
            .wrong(
                .memberID, severity: .warning, "This does not look like a member ID of \(payer).",
                remedy: "Compare it with the card, with its prefix.",
                evidence: [Evidence("pattern", pattern.text), claim.policyEvidence(\.memberIDPattern)])
        ]
    }
}

extension ClaimFacts {
    /// What nobody has checked of the policy, as far as it speaks of such a claim.
    fileprivate var unverifiedSettings: [PolicyRow] {
        policy.rows.filter { $0.standing == .unverified && (isKetamineClaim || !$0.isPathway) }
    }

    /// What is old of the policy, as far as it speaks of such a claim.
    var oldSettings: [PolicyRow] {
        policy.oldRows(on: today).filter { isKetamineClaim || !$0.isPathway }
    }

    /// Original Medicare, as the filing indicator or the policy says.
    var isMedicare: Bool {
        draft.payer.filingIndicator.value == .medicarePartB || policy.payerType == .medicare
    }

    /// Medicare or Medicaid, where nobody is insured through another person.
    var isPublicProgram: Bool {
        guard let indicator = draft.payer.filingIndicator.value else {
            return policy.payerType == .medicare || policy.payerType == .medicaid
        }
        return [.medicarePartA, .medicarePartB, .medicareAdvantage, .medicaid].contains(indicator)
    }
}

extension [PolicyRow] {
    var words: String { map(\.label).joined(separator: ", ") }
}

extension Policy.PayerType {
    /// What claims to such a payer are filed as (837P SBR09), the usual one first.
    var indicators: [ClaimFilingIndicator] {
        switch self {
        case .medicare: [.medicarePartB]
        case .medicaid: [.medicaid, .healthMaintenance]
        case .va: [.veterans, .otherFederal, .commercial]
        case .blue:
            [
                .blueCross, .preferredProvider, .pointOfService, .exclusiveProvider, .healthMaintenance,
                .federalEmployees, .medicareAdvantage,
            ]
        case .commercial:
            [
                .commercial, .preferredProvider, .pointOfService, .exclusiveProvider, .indemnity,
                .healthMaintenance, .otherNonFederal, .medicareAdvantage, .federalEmployees,
            ]
        }
    }
}
