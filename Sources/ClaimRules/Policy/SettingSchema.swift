import ClaimModel

/// The schema: every setting that a policy can have, in the order of lists.
extension SettingKey {
    static let all: [SettingKey] = coverage + coding + drug + authorization + history + submission

    private static let coverage: [SettingKey] = [
        .init(
            "iv_ketamine_trd", "IV ketamine for TRD", \.ketamineCoverage,
            "Whether IV ketamine for treatment-resistant depression is covered."
        ) { $0.rawValue },
        .init(
            "routes_covered", "routes covered", \.routesCovered,
            "The covered routes: IVI infusion, IVP push, IM, SC, IN, PO, SL.",
            check: { unknown($0, "route", among: Route.allCases.map(\.code)) }, text: list),
        .init(
            "covered_dx", "diagnoses covered", \.coveredDiagnoses,
            "The ICD-10-CM codes, or their beginnings, that are covered as first diagnosis.",
            check: { malformed($0, "diagnosis", /[A-Z][0-9A-Z][0-9A-Z](\.?[0-9A-Z]{1,4})?/) }, text: list),
        .init(
            "allows_bipolar", "bipolar disorder covered", \.allowsBipolar,
            "Whether bipolar depression is covered too.", text: yesOrNo),
        .init(
            "min_age", "minimum age", \.minimumAge, "The minimum age of the patient on the service date, in years.",
            text: number),
        .init(
            "requires_mh_prescriber", "mental-health prescriber", \.requiresMentalHealthPrescriber,
            "Whether a mental-health prescriber must be named as ordering or referring.", text: yesOrNo),
        .init(
            "bh_carveout", "behavioral health goes to", \.behavioralHealthCarveOut,
            "The name or payer ID of the carve-out for behavioral-health claims."
        ) { $0 },
    ]

    private static let coding: [SettingKey] = [
        .init(
            "admin_codes_accepted", "administration codes", \.acceptedAdministrationCodes,
            "The administration codes that the payer accepts for ketamine.", check: codes, text: list),
        .init(
            "admin_codes_exhaustive", "no other administration codes", \.administrationCodesAreExhaustive,
            "Whether it accepts no other administration codes.", text: yesOrNo),
        .init(
            "admin_code_preferred", "preferred administration code", \.preferredAdministrationCode,
            "The administration code that the payer prefers.", check: { codes([$0]) }
        ) { $0 },
        .init(
            "admin_codes_note", "note on administration codes", \.administrationCodesNote,
            "What to know about the administration codes, one sentence."
        ) { $0 },
        .init(
            "pos_allowed", "places of service", \.placesOfService,
            "The places of service at which an infusion is covered.",
            check: { malformed($0, "place of service", /[0-9]{2}/) }, text: list),
        .init(
            "uses_ncci", "NCCI procedure pairs", \.usesProcedurePairs,
            "Whether the payer bundles by the NCCI's pairs of procedures.", isPathway: false, text: yesOrNo),
        .init(
            "credentialed_providers", "credentialed providers", \.credentialedProviders,
            "The NPIs of the practice that the payer has credentialed, with their dates; nobody else is.",
            isPathway: false,
            check: { malformed($0.map(\.npi), "NPI", /[0-9]{10}/) }
        ) { list($0.map(\.npi)) },
        .init(
            "uses_mue", "medically unlikely edits", \.usesUnlikelyEdits,
            "Whether the payer denies units above CMS's medically unlikely edits.", isPathway: false, text: yesOrNo),
    ]

    private static let drug: [SettingKey] = [
        .init(
            "drug_codes", "drug codes", \.drugCodes,
            "The HCPCS codes that the payer accepts for ketamine, with their dates.",
            check: { codes($0.map(\.code)) }
        ) { list($0.map(\.code)) },
        .init(
            "j3490_units", "units of J3490", \.unclassifiedDrugUnits,
            "What one unit of J3490 means: the whole drug, a vial, or a milligram."
        ) { $0.rawValue },
        .init(
            "drug_charge_max", "highest drug charge", \.drugChargeMaximum,
            "The highest charge of a drug line, in whole dollars."
        ) { "$\($0)" },
        .init(
            "dose_range", "dose range", \.doseRange, "The usual dose by weight."
        ) { "\($0.lowest) to \($0.highest) mg/kg" },
        .init(
            "ndc_required", "NDC required", \.ndcRequired, "Whether a drug line needs an NDC.", isPathway: false,
            text: yesOrNo),
        .init(
            "ndc_uom", "NDC units", \.ndcUnits, "The NDC units of measure that the payer accepts.", isPathway: false,
            check: { unknown($0, "unit", among: ["F2", "GR", "ME", "ML", "UN"]) }, text: list),
        .init(
            "ndc_decimals", "NDC decimals", \.ndcDecimals, "The maximum number of decimals of an NDC quantity.",
            isPathway: false,
            check: { $0 <= 3 ? nil : "must be 0 to 3; the 837P allows no more" }, text: number),
        .init(
            "ndc_listed", "NDC listed by the FDA", \.requiresListedNDC,
            "Whether it denies an NDC that the FDA does not list as marketed on the date of service.", isPathway: false,
            text: yesOrNo),
        .init(
            "second_ndc", "second NDC of a drug", \.secondNDC,
            "Where a second NDC of one drug goes: on its own line, or in the narrative of the first line.",
            isPathway: false
        ) { $0.rawValue },
        .init(
            "jwjz", "JW and JZ", \.wasteModifiers, "Whether JW or JZ is required on single-dose containers.",
            isPathway: false, text: yesOrNo),
    ]

    private static let authorization: [SettingKey] = [
        .init(
            "pa_required", "prior authorization", \.authorizationRequired,
            "Whether treatment must be authorized before it begins.", text: yesOrNo),
        .init(
            "auth_code_alias", "authorized code means", \.authorizationAliases,
            "The codes on an authorization, and the billed codes that each one means.",
            check: { codes(Array($0.keys) + $0.values.flatMap(\.self)) }
        ) { aliases in
            aliases.sorted { $0.key < $1.key }.map { "\($0.key): \(list($0.value))" }.joined(separator: "; ")
        },
        .init(
            "auth_window_days", "authorization lasts", \.authorizationDays, "How long an authorization lasts, in days.",
            text: days),
        .init(
            "sessions_max", "sessions in a series", \.sessionsMaximum,
            "The maximum number of sessions within the days of an authorization.", text: number),
        .init(
            "per_week", "sessions a week", \.sessionsPerWeek, "The maximum number of sessions within seven days.",
            text: number),
    ]

    private static let history: [SettingKey] = [
        .init(
            "records_required", "records required", \.recordsRequired,
            "Whether the treatment history and the rationale must be recorded.", text: yesOrNo),
        .init(
            "attachment_required", "attachment required", \.attachmentRequired,
            "Whether chart notes must go with the claim.", text: yesOrNo),
        .init(
            "min_trials", "failed trials", \.minimumTrials, "The minimum number of failed treatment trials.",
            text: number),
        .init(
            "min_classes", "drug classes tried", \.minimumClasses,
            "The minimum number of drug classes among the failed trials.",
            text: number),
        .init(
            "min_weeks", "weeks of a trial", \.minimumWeeks, "The minimum number of weeks of an adequate trial.",
            text: number),
        .init(
            "needs_augment", "augmentation tried", \.needsAugmentation,
            "Whether an augmentation must have been tried.", text: yesOrNo),
        .init(
            "needs_psychotherapy", "psychotherapy", \.needsPsychotherapy,
            "Whether psychotherapy must accompany the treatment.", text: yesOrNo),
        .init(
            "score_min", "minimum scores", \.minimumScores, "The minimum score before treatment, by scale.",
            check: { unknown($0.keys.sorted(), "scale", among: Instrument.allCases.map(\.code)) }
        ) { scores in list(scores.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }) },
        .init(
            "score_max_age_days", "score no older than", \.scoreMaximumAgeDays,
            "The maximum age of the score when treatment starts, in days.", text: days),
        .init(
            "score_repeat_days", "new score at least every", \.scoreRepeatDays,
            "The maximum age of the latest score at each session, in days; 0: a score on the day of each session.",
            text: days),
        .init(
            "resp_pct", "response to continue", \.responsePercent,
            "How much the score must have dropped to continue, in percent.",
            check: { $0 <= 100 ? nil : "must be 0 to 100 percent" }
        ) { "\($0)%" },
    ]

    private static let submission: [SettingKey] = [
        .init(
            "member_id_regex", "member ID", \.memberIDPattern, "The pattern of a whole member ID.",
            isPathway: false
        ) { $0.text },
        .init(
            "filing_days", "filing limit", \.filingDays, "Days from the service to the filing limit.",
            isPathway: false, text: days),
        .init(
            "filing_months", "filing limit in months", \.filingMonths, "Months from the service to the filing limit.",
            isPathway: false
        ) { "\($0) months" },
        .init(
            "filing_from_service", "filing limit of later payers", \.filingFromService,
            "Whether the limit of a claim to a later payer, too, counts from the service, and not from the remittance before it.",
            isPathway: false, text: yesOrNo),
        .init(
            "corrected_days", "correction limit", \.correctedDays,
            "The days from the service in which the payer accepts corrections.",
            isPathway: false, text: days),
        .init(
            "appeal_days", "appeal limit", \.appealDays,
            "The days from a denial in which the payer takes an appeal.",
            isPathway: false, text: days),
        .init(
            "accepts_freq78", "accepts frequency 7 and 8", \.acceptsReplacement,
            "Whether the payer accepts corrected claims (7) and voids (8).", isPathway: false, text: yesOrNo),
        .init(
            "paper_claims", "claims on paper", \.paperClaims,
            "Whether claims to the payer go on the CMS-1500, so that its boxes are checked.", isPathway: false,
            text: yesOrNo),
    ]
}

// MARK: Texts and checks

@Sendable private func list(_ values: [String]) -> String { values.joined(separator: ", ") }

@Sendable private func yesOrNo(_ answer: Bool) -> String { answer ? "yes" : "no" }

@Sendable private func number(_ count: Int) -> String { "\(count)" }

@Sendable private func days(_ count: Int) -> String { "\(count) days" }

@Sendable private func codes(_ codes: [String]) -> String? { malformed(codes, "code", /[0-9A-Z][0-9]{3}[0-9A-Z]/) }

private func malformed(_ items: [String], _ what: String, _ form: Regex<some Any>) -> String? {
    items.first { (try? form.wholeMatch(in: $0)) == nil }.map { "\"\($0)\" is not a \(what)" }
}

private func unknown(_ items: [String], _ what: String, among known: [String]) -> String? {
    items.first { !known.contains($0) }.map { "\"\($0)\" is not a \(what); use \(list(known))" }
}
