import ClaimModel

extension Chapter {
    /// The payer's policy itself: what it wants filled, and how far it can be relied on.
    static let policy = Chapter("The payer's policy") {
        Rule(
            "PY-030", "The policy was in force on the service date", .note,
            prevents: [], undenied: "It says which version judges; each rule that rests on it says what may follow.",
            source: .design, .verified, reads: [.payerPolicy, .lineFrom, .lineTo],
            accepts: {
                [.sample, .sample.whenPolicyItself { $0.effective = EffectiveDays(from: .january(2026), to: nil) }]
            },
            rejects: {
                [.sample.whenPolicyItself { $0.effective = EffectiveDays(from: .january(2027), to: nil) }]
            }
        ) { claim in
            guard let day = claim.firstDay, !claim.policy.effective.contains(day) else { return [] }
            let (payer, days) = (claim.policy.name, claim.policy.effective.words)
            return [
                .conflict(
                    .payerPolicy, with: [claim.firstDayPlace],
                    "The policy of \(payer) is one for service days \(days); no version covers \(day).",
                    remedy: "What it says may not hold for that day: ask the payer, or add that version of the policy.",
                    evidence: [Evidence("policy", claim.policy.provenance.text)])
            ]
        }
        Rule(
            "PY-031", "The policy's settings are not old", .note,
            note: "How many days make a setting old is the policy's review_days, else the office's.",
            prevents: [], undenied: "It says how old the policy is; each rule that rests on it says what may follow.",
            source: .design, .verified, reads: [.payerPolicy] + Scope.ketamineClaim.reads,
            accepts: { [.sample.whenPolicyItself { $0 = $0.bare() }] },
            rejects: {
                [.officeVisit.whenPolicyItself { $0 = $0.bare { $0.filingDays = Setting(90, .old) } }]
            }
        ) { claim in
            guard claim.policy.hasOld(on: claim.today, pathway: claim.isKetamineClaim) else { return [] }
            let (payer, days) = (claim.policy.name, claim.policy.reviewDays)
            return [
                .conflict(
                    .payerPolicy, with: [],
                    "Older than \(days) days, or undated, in the policy of \(payer): \(claim.oldSettings.words).",
                    remedy: "Look whether the payer still says so, and give the setting its new source and date.",
                    evidence: claim.oldSettings.map { Evidence($0.key, "\($0.value) (\($0.source))") })
            ]
        }
        Rule(
            "PY-032", "What the payer's policy wants filled is filled", .warning,
            note: "As the policy says; a requirement that nobody has verified is at most a warning.",
            prevents: [.carc("226"), .carc("16")], source: .design, .verified, reads: Field.all,
            accepts: {
                [.sample, .sample.requiring(.symptoms), .officeVisit.requiring(.symptoms, on: .ketamineClaim)]
            },
            rejects: {
                [
                    .sample.requiring(.patientPhone), .sample.requiring(.lineLot), .officeVisit.requiring(.trialDrug),
                ]
            },
            check: requirementProblems)
        Rule(
            "PY-033", "Every rule judges as the rule book says", .note,
            prevents: [],
            undenied: "It says what the office has decided; a rule that is turned off says nothing of what may follow.",
            source: .design, .verified, reads: [.payerPolicy],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.whenPolicyItself {
                        $0.adjustments["TM-010"] = RuleAdjustment(
                            rule: "TM-010", severity: nil, provenance: .ofExample(.verified))
                    }
                ]
            }
        ) { claim in
            let adjusted = claim.policy.adjustments.values.sorted { $0.rule < $1.rule }
            guard !adjusted.isEmpty else { return [] }
            let payer = claim.policy.name
            let names = adjusted.map { "\($0.rule) \($0.word)" }.joined(separator: ", ")
            return [
                .conflict(
                    .payerPolicy, with: [], "The policy of \(payer) turns rules off or regrades them: \(names).",
                    remedy: "As the office has decided; its sources stand in the policy.",
                    evidence: adjusted.map { Evidence($0.rule, "\($0.word) (\($0.provenance.text))") })
            ]
        }
        Rule(
            "DOC-030", "Psychotherapy goes along with the treatment where the policy asks for it", .warning,
            prevents: [.carc("50")], source: .qualChoice, .secondary, scope: .psychiatricKetamineClaim,
            reads: [.psychotherapy, .payerPolicy],
            accepts: {
                [.sample, .sample.under("qualchoice").with(.psychotherapy, "Y")]
            },
            rejects: { [.sample.under("qualchoice"), .sample.under("qualchoice").with(.psychotherapy, "N")] }
        ) { claim in
            guard claim.policy.value(of: \.needsPsychotherapy) == true, claim.draft.chart.psychotherapy.value != .yes
            else { return [] }
            let payer = claim.policy.name
            return [
                .missing(
                    .psychotherapy, "\(payer) covers the treatment together with psychotherapy, which is not recorded.",
                    remedy: "Enter Y where the chart shows it, or ask the provider.",
                    evidence: [claim.policyEvidence(\.needsPsychotherapy)])
            ]
        }
    }

    @Sendable private static func requirementProblems(in claim: ClaimFacts) -> [Problem] {
        claim.policy.requirements.filter { claim.isJudged(by: $0.scope) }.flatMap { requirement in
            let rows = max(1, claim.draft.rowCount(of: requirement.field.part))
            return (0..<rows).filter { claim.isBlank(requirement.field, row: $0) }.map { row in
                let (payer, label) = (claim.policy.name, requirement.field.fullLabel)
                return Problem.missing(
                    requirement.field, row: row, severity: requirement.limited, "\(payer) wants \(label) filled.",
                    remedy: "Enter it from the chart or the card, or ask the provider.",
                    evidence: [
                        Evidence(
                            "policy", "\(requirement.provenance.text) (\(requirement.provenance.standing.rawValue))")
                    ])
            }
        }
    }
}

extension ClaimExample {
    /// The same under a policy that wants this field filled.
    fileprivate func requiring(_ field: Field, on scope: Scope = .anyClaim) -> ClaimExample {
        whenPolicyItself {
            $0.requirements.append(
                Requirement(field: field, scope: scope, severity: .error, provenance: .ofExample(.verified)))
        }
    }
}

extension Policy {
    /// The same without settings, rules and requirements, but for what is put in.
    fileprivate func bare(_ change: (inout PolicySettings) -> Void = { _ in }) -> Policy {
        var copy = self
        copy.settings = PolicySettings()
        change(&copy.settings)
        copy.adjustments = [:]
        copy.requirements = []
        return copy
    }
}

extension Provenance {
    /// Of ten years ago.
    fileprivate static let old = Provenance(
        standing: .verified, source: "an example", date: SourceDate("2016") ?? .undated)
}

extension Day {
    fileprivate static func january(_ year: Int) -> Day? { Day(year: year, month: 1, day: 1) }
}
