import ClaimModel

extension Chapter {
    static let authorization = Chapter("Authorization") {
        Rule(
            "AU-001", "The authorization that the policy requires is on the claim",
            fault: "Authorization number missing", .error,
            note: "A warning if nobody has verified that the payer requires one.",
            prevents: [.carc("197"), .carc("15"), .rarc("M62")], source: .payerPolicy, .verified,
            scope: .psychiatricKetamineClaim,
            reads: [.payerPolicy, .authorizationNumber] + Field.notRequired,
            accepts: { [.sample, .noAuthorizationNeeded, .sample.under("generic").without(.authorizationNumber)] },
            rejects: {
                [
                    .sample.without(.authorizationNumber),
                    .noAuthorizationNeeded.without(.authorizationNotRequiredBy),
                ]
            },
            check: missingAuthorization)
        Rule(
            "AU-002", "The authorization was requested and began before treatment",
            fault: "Authorization requested or begun after treatment", .error,
            note: "A note if it was requested late but still covers the service date.",
            prevents: [.carc("197"), .carc("210")], source: .authorizationPractice, .general,
            scope: .psychiatricKetamineClaim,
            reads: [
                .payerPolicy, .authorizationNumber, .authorizationStart, .authorizationEnd, .authorizationFiledOn,
                .lineFrom, .lineTo,
            ],
            accepts: { [.sample, .sample.without(.authorizationFiledOn)] },
            rejects: {
                [
                    .sample.with(.authorizationStart, "11/12/2026"),
                    .sample.without(.authorizationStart).with(.authorizationFiledOn, "11/12/2026"),
                    .sample.with(.authorizationFiledOn, "11/12/2026"),
                ]
            },
            check: lateAuthorization)
        Rule(
            "AU-003", "The service dates are within the authorization",
            fault: "Service outside the authorization dates", .error,
            prevents: [.carc("15"), .carc("197"), .carc("198")], source: .authorizationPractice, .general,
            reads: [.authorizationStart, .authorizationEnd, .lineFrom, .lineTo] + Scope.psychiatricKetamineClaim.reads,
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.with(.authorizationEnd, "11/09/2026"),
                    .officeVisit.with(.authorizationNumber, "A1").with(.authorizationStart, "11/11/2026"),
                    .sample.with(.authorizationStart, "12/20/2026"),
                ]
            },
            alongside: ["AU-002"],
            check: outsideAuthorization)
        Rule(
            "AU-004", "Approved sessions remain",
            fault: "No approved sessions left", .warning,
            prevents: [.carc("198")], source: .authorizationPractice, .general,
            reads: [.sessionsApproved, .sessionsUsed, .authorizationNumber, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.sessionsUsed, "7")] },
            rejects: {
                [
                    .sample.with(.sessionsUsed, "8"),
                    .sample.with(.sessionsApproved, "1").without(.sessionsUsed)
                        .after(.sample.with(.lineFrom, "11/05/2026").with(.lineFrom, row: 1, "11/05/2026"), .paid),
                ]
            },
            check: usedAuthorization)
        Rule(
            "AU-005", "The authorized code, or its equivalent, is billed",
            fault: "Authorized code not billed", .warning,
            prevents: [.carc("284"), .rarc("N54")], source: .authorizationPractice, .general,
            reads: [.authorizationCode, .lineProcedure, .payerPolicy],
            accepts: {
                [
                    .sample, .sample.with(.authorizationCode, "J3490"),
                    .sample.under("bcbsma").with(.authorizationCode, "G2082"),
                ]
            },
            rejects: {
                [
                    .sample.with(.authorizationCode, "G2082"),
                    .sample.with(.authorizationCode, "90867").whenPolicy {
                        $0.authorizationAliases = Setting(["G2082": ["J3490"]])
                    },
                ]
            }
        ) { claim in
            let billed = claim.lines.compactMap(\.code)
            guard let code = claim.draft.authorization.code.value?.text, !billed.isEmpty, !billed.contains(code)
            else { return [] }
            let equivalents = claim.policy.value(of: \.authorizationAliases)?[code] ?? []
            guard !equivalents.contains(where: billed.contains) else { return [] }
            return [
                .conflict(
                    .authorizationCode, with: claim.lines.map { Place(.lineProcedure, row: $0.row) },
                    "\(code) is authorized but not billed.",
                    remedy: "Ask the payer to correct the authorization, or bill the authorized code.",
                    evidence: equivalents.isEmpty ? [] : [claim.policyEvidence(\.authorizationAliases)])
            ]
        }
        Rule(
            "AU-006", "The authorized provider renders or bills the service",
            fault: "Authorized provider not on the claim", .warning,
            prevents: [.carc("296"), .rarc("N54")], source: .denialPages, .general,
            reads: [.authorizedNPI, .renderingNPI, .billingNPI, .facilityNPI, .lineRenderingNPI],
            accepts: {
                [
                    .sample, .sample.with(.authorizedNPI, "1234567893"), .sample.with(.authorizedNPI, "1122233343"),
                ]
            },
            rejects: { [.sample.with(.authorizedNPI, "1558598797")] }
        ) { claim in
            let draft = claim.draft
            let named = [draft.rendering.npi.value, draft.billing.npi.value, draft.facility.npi.value]
            guard let npi = draft.authorization.providerNPI.value,
                !(named + draft.lines.map { $0.renderingNPI.value }).contains(npi)
            else { return [] }
            return [
                .conflict(
                    .authorizedNPI, with: [Place(.renderingNPI), Place(.billingNPI)],
                    "Authorized NPI \(npi) is not a provider on the claim.",
                    remedy: "Ask the payer to move the authorization to the provider who rendered the service.")
            ]
        }
        Rule(
            "AU-007", "The authorization number has no spaces or hyphens",
            fault: "Spaces or hyphens in the authorization number", .note,
            note: "An error if it is longer than 50 characters.",
            prevents: [.carc("16"), .rarc("M62")], source: .field23, .verified, reads: [.authorizationNumber],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.with(.authorizationNumber, "MM-261 1045"),
                    .sample.with(.authorizationNumber, String(repeating: "7", count: 51)),
                ]
            }
        ) { claim in
            guard let number = claim.draft.authorization.number.value?.text else {
                return claim.problems(
                    with: [.authorizationNumber], required: false, severity: .error,
                    remedy: "Enter the number as the payer wrote it.")
            }
            guard number.contains(where: { $0 == " " || $0 == "-" }) else { return [] }
            return [
                .wrong(
                    .authorizationNumber, "Box 23 allows no spaces or hyphens; paper leaves them out.",
                    remedy: "Nothing to fix: the 837P has the number as entered.")
            ]
        }
        Rule(
            "AU-008", "The authorization was not denied",
            fault: "Authorization was denied", .error,
            prevents: [.carc("39")], source: .denialPages, .general, reads: [.recordedDenial],
            accepts: { [.sample, .sample.with(.recordedDenial, "CARC 16, M119")] },
            rejects: { [.sample.with(.recordedDenial, "39")] },
            alongside: ["RS-007"]
        ) { claim in
            guard claim.draft.identity.recordedDenials.contains("39") else { return [] }
            return [
                .wrong(
                    .recordedDenial, "Authorization was denied when requested (CARC 39).",
                    remedy: "Appeal that denial first; a claim without authorization is denied again.")
            ]
        }
    }

    @Sendable private static func missingAuthorization(in claim: ClaimFacts) -> [Problem] {
        guard claim.policy.value(of: \.authorizationRequired) == true, claim.isBlank(.authorizationNumber) else {
            return []
        }
        let severity = claim.policy.limit(.error, by: \.authorizationRequired)
        let evidence = [claim.policyEvidence(\.authorizationRequired)]
        let blank = Field.notRequired.filter { claim.isBlank($0) }
        guard blank.count == Field.notRequired.count else {
            return blank.map { field in
                .missing(
                    field, severity: severity, "No authorization required, but \(field.label) is blank.",
                    remedy: "Enter the payer's reference, the representative and the date.", evidence: evidence)
            }
        }
        return [
            .missing(
                .authorizationNumber, severity: severity,
                "No authorization number.",
                remedy: "Enter it; if none is required, the payer's reference, representative and date.",
                evidence: evidence)
        ]
    }

    @Sendable private static func lateAuthorization(in claim: ClaimFacts) -> [Problem] {
        guard let first = claim.firstDay else { return [] }
        let authorization = claim.draft.authorization
        let (start, filed) = (authorization.start.value, authorization.filedOn.value)
        let endsBefore = authorization.end.value.map { $0 < first } ?? false
        let isRequired = claim.policy.value(of: \.authorizationRequired) == true
        let severity = isRequired ? claim.policy.limit(.error, by: \.authorizationRequired) : .warning
        let evidence = isRequired ? [claim.policyEvidence(\.authorizationRequired)] : []
        if let start, start > first {
            return [
                .conflict(
                    .authorizationStart, with: [claim.firstDayPlace],
                    "Authorization begins on \(start), after the service on \(first).",
                    remedy: "Ask the payer for a retro-authorization that covers the service date.",
                    evidence: evidence)
            ]
        }
        guard let filed, filed > first else { return [] }
        if start != nil, !endsBefore {
            return [
                .conflict(
                    .authorizationFiledOn, with: [claim.firstDayPlace], severity: .note,
                    "Requested on \(filed), after the service, but still covered.",
                    remedy: "Keep the payer's retro-authorization with the claim.")
            ]
        }
        return [
            .conflict(
                .authorizationFiledOn, with: [claim.firstDayPlace], severity: severity,
                "Requested on \(filed), after the first service on \(first).",
                remedy: "Ask the payer for a retro-authorization. Forms are due before treatment.", evidence: evidence)
        ]
    }

    /// The start of a psychiatric ketamine claim's authorization is left to AU-002.
    @Sendable private static func outsideAuthorization(in claim: ClaimFacts) -> [Problem] {
        let (start, end) = (claim.draft.authorization.start.value, claim.draft.authorization.end.value)
        var problems: [Problem] = []
        if let start, let end, start > end {
            return [
                .conflict(
                    .authorizationEnd, with: [Place(.authorizationStart)], "Authorization ends before it begins.",
                    remedy: "Correct its dates from the payer's letter.")
            ]
        }
        if let start, let first = claim.firstDay, first < start, !claim.isJudged(by: .psychiatricKetamineClaim) {
            problems.append(
                .conflict(
                    .authorizationStart, with: [claim.firstDayPlace],
                    "Authorization begins on \(start), after the service on \(first).",
                    remedy: "Enter the authorization that covers the service date."))
        }
        if let end, let last = claim.lastDay, last > end {
            problems.append(
                .conflict(
                    .authorizationEnd, with: [claim.lastDayPlace],
                    "Authorization ended on \(end), before the service on \(last).",
                    remedy: "Get a new authorization, or enter the one that covers the service date."))
        }
        return problems
    }

    @Sendable private static func usedAuthorization(in claim: ClaimFacts) -> [Problem] {
        guard let approved = claim.draft.authorization.sessionsApproved.value?.number else { return [] }
        let used = claim.draft.authorization.sessionsUsed.value?.number ?? claim.sessionsInHistory
        guard used >= approved else { return [] }
        return [
            .conflict(
                .sessionsUsed, with: [Place(.sessionsApproved)],
                "\(used) of \(approved) approved sessions were used before this one.",
                remedy: "Request more sessions, or correct the counts.")
        ]
    }
}

extension ClaimFacts {
    /// Days of earlier claims under this authorization, without the day that this claim bills again.
    fileprivate var sessionsInHistory: Int {
        guard let number = draft.authorization.number.value else { return 0 }
        let days = context.history.filter {
            $0.status.reachedPayer && $0.draft.authorization.number.value == number
        }.compactMap { $0.draft.firstServiceDay }
        return Set(days.filter { $0 != firstDay }).count
    }
}

extension Field {
    /// The fields that record that the payer requires no authorization.
    fileprivate static let notRequired: [Field] = [
        .authorizationNotRequiredReference, .authorizationNotRequiredBy, .authorizationNotRequiredOn,
    ]
}

extension ClaimExample {
    fileprivate static let noAuthorizationNeeded = sample.without(.authorizationNumber)
        .with(.authorizationNotRequiredReference, "Call 88120").with(.authorizationNotRequiredBy, "J. Marsh")
        .with(.authorizationNotRequiredOn, "10/21/2026")
}
