import ClaimModel

extension Chapter {
    static let payer = Chapter("Payer") {
        Rule(
            "PY-001", "The member ID is entered and fits this payer",
            fault: "Member ID missing or not in this payer's format", .error,
            note: "A warning if it only differs from the policy's pattern.",
            prevents: [.carc("31"), .carc("16"), .rarc("N382")], rejectedAs: ["164"], source: .cms1500, .general,
            reads: [.memberID, .subscriberEntityType, .filingIndicator, .payerPolicy],
            accepts: { [.sample, .sample.under("medicare").with(.memberID, "1EG4-TE5-MK73"), .employed] },
            rejects: {
                [
                    .sample.without(.memberID), .sample.with(.memberID, "12#45"),
                    .medicare(.officeVisit).with(.memberID, "1SG4TE5MK73"),
                    .officeVisit.under("bcbsma").with(.filingIndicator, "BL").with(.memberID, "12345678"),
                ]
            },
            check: memberIDProblems)
        Rule(
            "PY-002", "The payer and its payer ID are entered",
            fault: "Payer or payer ID missing or invalid", .error,
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
                with: [.payerName, .payerIdentifier], remedy: "Choose the payer (F2). Its ID is on the card.")
        }
        Rule(
            "PY-008", "The payer's billing contact is shown",
            fault: "Billing contact of this payer", .note,
            prevents: [], undenied: "It names a contact; nothing is wrong.", source: .article, .article,
            reads: [.payerPolicy],
            accepts: { [.sample.under("generic")] }, rejects: { [.sample] }
        ) { claim in
            guard let contact = claim.policy.contact else { return [] }
            let payer = claim.policy.name
            return [
                .conflict(
                    .payerPolicy, with: [], "Billing contact on file for \(payer).",
                    remedy: "If you are unsure, ask before treatment: \(contact.sentence)")
            ]
        }
        Rule(
            "PY-009", "The policy's settings are verified",
            fault: "Unverified settings in the payer's policy", .note,
            prevents: [],
            undenied: "It says how well the policy is known; the rules that use it say what may follow.",
            source: .design, .verified, reads: [.payerPolicy, .payerName] + Scope.ketamineClaim.reads,
            accepts: {
                [.officeVisit.whenPolicy { $0 = PolicySettings() }]
            },
            rejects: { [.sample, .sample.under("generic")] }
        ) { claim in
            guard claim.policy.hasUnverified(pathway: claim.isKetamineClaim) else { return [] }
            let count = counted(claim.unverifiedSettings.count, "policy setting")
            let problem =
                claim.payerIsKnown
                ? "Not verified: \(count)." : "No policy for \(claim.payerAsEntered): general rules used."
            return [
                .conflict(
                    .payerPolicy, with: [], problem,
                    remedy:
                        "Ask the payer and correct the policy file. Until then, findings based on them are warnings "
                        + "at most.",
                    evidence: claim.unverifiedSettings.map { Evidence($0.key, "\($0.value) (\($0.source))") })
            ]
        }
        Rule(
            "PY-010", "The claim filing indicator is entered",
            fault: "Claim filing indicator missing or invalid", .error,
            prevents: [.carc("16")], rejectedAs: ["480"], source: .professionalGuide, .general,
            reads: [.filingIndicator],
            accepts: { [.sample] },
            rejects: { [.sample.without(.filingIndicator), .sample.with(.filingIndicator, "QQ")] }
        ) { claim in
            claim.problems(
                with: [.filingIndicator], remedy: "Enter the type of plan, such as CI for commercial; F2 lists them.")
        }
        Rule(
            "PY-011", "The claim filing indicator fits the payer",
            fault: "Claim filing indicator does not fit the payer", .warning,
            prevents: [.carc("109"), .carc("16")], rejectedAs: ["480"], source: .professionalGuide, .general,
            reads: [.filingIndicator, .payerIdentifier, .payerPolicy],
            accepts: {
                [
                    .sample, .sample.with(.filingIndicator, "12"),
                    .sample.under("generic").with(.filingIndicator, "MC"),
                    .sample.owned(by: "medmutual"),
                ]
            },
            rejects: {
                [
                    .sample.with(.filingIndicator, "MB"), .officeVisit.under("bcbsma").with(.filingIndicator, "MC"),
                    .officeVisit.under("bcbsma").owned(by: "medmutual"),
                ]
            }
        ) { claim in
            if let owner = claim.context.payerIDOwner, owner != claim.policy.id,
                claim.policy.payerID != claim.draft.payer.identifier.value?.text
            {
                return [
                    .conflict(
                        .payerPolicy, with: [Place(.payerIdentifier)],
                        "Payer ID of policy \(owner), but \(claim.policy.id) is used.",
                        remedy: "Correct the payer ID or the policy. The policy that the claim names is used.")
                ]
            }
            guard claim.payerIsKnown, let indicator = claim.draft.payer.filingIndicator.value,
                !claim.policy.payerType.indicators.contains(indicator)
            else { return [] }
            let payer = claim.policy.name
            let usual = claim.policy.payerType.indicators.map(\.code).joined(separator: ", ")
            return [
                .conflict(
                    .filingIndicator, with: [Place(.payerPolicy)],
                    "Filing indicator \(indicator.code) does not fit this payer.",
                    remedy: "Choose one for \(payer) (\(usual)), or the right payer's policy.",
                    evidence: [Evidence(indicator.code, indicator.label)])
            ]
        }
        Rule(
            "PY-012", "Under Medicare and Medicaid the patient is the insured",
            fault: "Dependent on a Medicare or Medicaid claim", .error,
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
                    "Under Medicare and Medicaid the patient is always the insured.",
                    remedy: "Choose 18 (self) and enter the patient's own ID.")
            ]
        }
        Rule(
            "PY-016", "The policy named on the claim is loaded",
            fault: "Policy named on the claim is not loaded", .error,
            prevents: [.carc("16"), .carc("109")], source: .design, .verified,
            reads: [.payerPolicy],
            accepts: { [.sample, .sample.without(.payerPolicy)] }, rejects: { [.sample.with(.payerPolicy, "acme")] }
        ) { claim in
            guard let named = claim.draft.payer.policy.value?.text, named != claim.policy.id else { return [] }
            let used = claim.payerIsKnown ? "the policy of \(claim.policy.name) is" : "general rules are"
            return [
                .wrong(
                    .payerPolicy, "Policy \"\(named)\" is not loaded.",
                    remedy: "Choose one (F2), or add \(named).yaml to the policy folder. Until then \(used) used.")
            ]
        }
        Rule(
            "PY-027", "The member ID is not a placeholder value",
            fault: "Member ID is a placeholder value", .error,
            prevents: [.carc("31"), .carc("16"), .rarc("N382")], rejectedAs: ["164"], source: .design, .general,
            reads: [.memberID],
            accepts: { [.sample] },
            rejects: { ["999999999", "UNKNOWN", "XXXXXXXX"].map { .sample.with(.memberID, $0) } }
        ) { claim in
            guard let number = claim.draft.subscriber.memberID.value?.text, number.isPlaceholder else { return [] }
            return [
                .wrong(
                    .memberID, "\(number) is a placeholder value, not a member ID.",
                    remedy: "Enter the ID from the card, or ask the payer by name and birth date.")
            ]
        }
    }

    @Sendable private static func memberIDProblems(in claim: ClaimFacts) -> [Problem] {
        guard let memberID = claim.draft.subscriber.memberID.value else {
            return claim.problems(
                with: [.memberID], required: !claim.insuredIsOrganization,
                remedy: "Enter the member ID from the insurance card.")
        }
        if claim.isMedicare {
            guard let pattern = MemberIDPattern.medicare, !pattern.matches(memberID) else { return [] }
            return [
                .wrong(
                    .memberID, "Not a Medicare ID: 11 letters and digits in the order of 1EG4TE5MK73.",
                    remedy: "Enter it again from the red, white and blue card; it never has S, L, O, I, B or Z.")
            ]
        }
        guard let pattern = claim.policy.value(of: \.memberIDPattern), !pattern.matches(memberID) else { return [] }
        return [
            .wrong(
                .memberID, severity: .warning, "Member ID is not in this payer's format.",
                remedy: "Compare it with the card, prefix included.",
                evidence: [Evidence("pattern", pattern.text), claim.policyEvidence(\.memberIDPattern)])
        ]
    }
}

extension ClaimFacts {
    /// The payer as the claim names it, as far as that fits in a message.
    fileprivate var payerAsEntered: String {
        let name = draft.payer.name.text
        return (1...35).contains(name.count) ? name : "this payer"
    }

    /// The policy's unverified settings that apply to this claim.
    fileprivate var unverifiedSettings: [PolicyRow] {
        policy.rows.filter { $0.confidence == .unverified && (isKetamineClaim || !$0.isPathway) }
    }

    /// The policy's old settings that apply to this claim.
    var oldSettings: [PolicyRow] {
        policy.oldRows(on: today).filter { isKetamineClaim || !$0.isPathway }
    }

    /// Original Medicare: as the payer's policy says, and where it has none as the filing indicator does.
    var isMedicare: Bool {
        policy.payerType == .medicare || (!payerIsKnown && draft.payer.filingIndicator.value == .medicarePartB)
    }

    /// The severity of what Medicare's contractors reject: other payers do so only where their policy says it.
    var contractorSeverity: Severity { isMedicare ? .error : .warning }

    /// Medicare or Medicaid, which insure nobody through another person.
    var isPublicProgram: Bool {
        guard let indicator = draft.payer.filingIndicator.value else {
            return policy.payerType == .medicare || policy.payerType == .medicaid
        }
        if indicator == .medicarePartB { return isMedicare }
        return [.medicarePartA, .medicareAdvantage, .medicaid].contains(indicator)
    }
}

extension Policy.PayerType {
    /// The filing indicators of such a payer's claims (837P SBR09), the usual one first.
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
