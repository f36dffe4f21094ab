/// The settings of a policy, each with its provenance; one that is left out is not known.
///
/// Their names in the file, what they take and how they are shown are in `SettingKey.all`.
public struct PolicySettings: Hashable, Sendable {
    /// How the payer covers a treatment.
    public enum Coverage: String, CaseIterable, Hashable, Sendable {
        case covered, excluded, unknown
        case caseByCase = "case-by-case"
    }
    /// What one unit of an unclassified drug code means.
    public enum DrugUnits: String, CaseIterable, Hashable, Sendable {
        case one, vials, mg
    }

    /// Whether IV ketamine for treatment-resistant depression is covered.
    public var ketamineCoverage: Setting<Coverage>?
    /// Route codes: IVI, IVP, IM, SC, IN, PO, SL.
    public var routesCovered: Setting<[String]>?
    /// ICD-10-CM codes or their beginnings (`F33`).
    public var coveredDiagnoses: Setting<[String]>?
    /// `allows_bipolar`: whether bipolar depression is covered too.
    public var allowsBipolar: Setting<Bool>?
    /// `min_age`: the minimum age of the patient on the service date, in years.
    public var minimumAge: Setting<Int>?
    /// `admin_codes_accepted`: the administration codes that the payer accepts for ketamine.
    public var acceptedAdministrationCodes: Setting<[String]>?
    /// Whether the payer accepts no other codes.
    public var administrationCodesAreExhaustive: Setting<Bool>?
    /// `admin_code_preferred`: the administration code that the payer prefers.
    public var preferredAdministrationCode: Setting<String>?
    /// What to know about the administration codes.
    public var administrationCodesNote: Setting<String>?
    /// `drug_codes`: the HCPCS codes that the payer accepts for ketamine, with their dates.
    public var drugCodes: Setting<[DatedCode]>?
    /// `j3490_units`: what one unit of J3490 means: the whole drug, a vial, or a milligram.
    public var unclassifiedDrugUnits: Setting<DrugUnits>?
    /// `ndc_required`: whether a drug line needs an NDC.
    public var ndcRequired: Setting<Bool>?
    /// `ndc_uom`: the NDC units of measure that the payer accepts.
    public var ndcUnits: Setting<[String]>?
    /// `ndc_decimals`: the maximum number of decimals of an NDC quantity.
    public var ndcDecimals: Setting<Int>?
    /// Whether an NDC that the FDA does not list on the date of service is refused.
    public var requiresListedNDC: Setting<Bool>?
    /// Whether JW and JZ are required.
    public var wasteModifiers: Setting<Bool>?
    /// `pa_required`: whether treatment must be authorized before it begins.
    public var authorizationRequired: Setting<Bool>?
    /// The authorized code, and the billed codes that it means.
    public var authorizationAliases: Setting<[String: [String]]>?
    /// `auth_window_days`: how long an authorization lasts, in days.
    public var authorizationDays: Setting<Int>?
    /// `sessions_max`: the maximum number of sessions within the days of an authorization.
    public var sessionsMaximum: Setting<Int>?
    /// `per_week`: the maximum number of sessions within seven days.
    public var sessionsPerWeek: Setting<Int>?
    /// `min_trials`: the minimum number of failed treatment trials.
    public var minimumTrials: Setting<Int>?
    /// `min_classes`: the minimum number of drug classes among the failed trials.
    public var minimumClasses: Setting<Int>?
    /// `min_weeks`: the minimum number of weeks of an adequate trial.
    public var minimumWeeks: Setting<Int>?
    /// `needs_augment`: whether an augmentation must have been tried.
    public var needsAugmentation: Setting<Bool>?
    /// `needs_psychotherapy`: whether psychotherapy must accompany the treatment.
    public var needsPsychotherapy: Setting<Bool>?
    /// The minimum score by instrument: PHQ9, MADRS, HAMD, QIDS.
    public var minimumScores: Setting<[String: Int]>?
    /// `score_max_age_days`: the maximum age of the score when treatment starts, in days.
    public var scoreMaximumAgeDays: Setting<Int>?
    /// `score_repeat_days`: the maximum age of the latest score at a session, in days; 0 for one on the day itself.
    public var scoreRepeatDays: Setting<Int>?
    /// `resp_pct`: how much the score must have dropped to continue, in percent.
    public var responsePercent: Setting<Int>?
    /// `records_required`: whether the treatment history and the rationale must be recorded.
    public var recordsRequired: Setting<Bool>?
    /// `attachment_required`: whether chart notes must go with the claim.
    public var attachmentRequired: Setting<Bool>?
    /// `requires_mh_prescriber`: whether a mental-health prescriber must be named as ordering or referring.
    public var requiresMentalHealthPrescriber: Setting<Bool>?
    /// The pattern of the whole member ID.
    public var memberIDPattern: Setting<MemberIDPattern>?
    /// `filing_days`: days from the service to the filing limit.
    public var filingDays: Setting<Int>?
    /// `filing_months`: months from the service to the filing limit.
    public var filingMonths: Setting<Int>?
    /// `filing_from_service`: whether a claim to a later payer, too, counts from the service, not from the remittance before it.
    public var filingFromService: Setting<Bool>?
    /// `corrected_days`: the days from the service in which the payer accepts corrections.
    public var correctedDays: Setting<Int>?
    /// `appeal_days`: the days from a denial in which the payer takes an appeal.
    public var appealDays: Setting<Int>?
    /// `accepts_freq78`: whether the payer accepts replacements (7) and voids (8).
    public var acceptsReplacement: Setting<Bool>?
    /// Whether claims to the payer go on the CMS-1500.
    public var paperClaims: Setting<Bool>?
    /// `bh_carveout`: the name or payer ID of the carve-out for behavioral-health claims.
    public var behavioralHealthCarveOut: Setting<String>?
    /// `pos_allowed`: the places of service at which an infusion is covered.
    public var placesOfService: Setting<[String]>?
    /// `dose_range`: the usual dose by weight.
    public var doseRange: Setting<DoseRange>?
    /// `drug_charge_max`: the highest charge of a drug line, in whole dollars.
    public var drugChargeMaximum: Setting<Int>?
    /// `uses_mue`: whether the payer denies units above CMS's medically unlikely edits.
    public var usesUnlikelyEdits: Setting<Bool>?
    /// Whether the payer bundles by the NCCI's pairs of procedures.
    public var usesProcedurePairs: Setting<Bool>?
    /// Who of the practice is credentialed with the payer; where it is set, nobody else is.
    public var credentialedProviders: Setting<[CredentialedProvider]>?
    /// Where a second NDC of one drug goes.
    public var secondNDC: Setting<SecondNDC>?

    /// Where a second NDC of one drug goes.
    public enum SecondNDC: String, CaseIterable, Hashable, Sendable {
        /// On its own line.
        case line
        /// In the narrative of the first line.
        case note
    }

    /// An NPI and the days, as yyyy-mm-dd, on which the payer has it credentialed; no limit where one is left out.
    public struct CredentialedProvider: Hashable, Sendable {
        /// Ten digits.
        public let npi: String
        /// The first day, included; `nil` for no limit.
        public let from: String?
        /// The last day, included; `nil` for no limit.
        public let to: String?
    }

    /// A code with the dates on which the payer accepts it, as `2026-11-10`.
    public struct DatedCode: Hashable, Sendable {
        /// A HCPCS code of five characters.
        public let code: String
        /// The first day, as `2026-11-10`; `nil` for no limit.
        public let from: String?
        /// The last day, as `2026-11-10`; `nil` for no limit.
        public let to: String?
    }

    /// mg per kg of body weight.
    public struct DoseRange: Hashable, Sendable {
        /// In mg per kg.
        public let lowest: Double
        /// In mg per kg.
        public let highest: Double
    }

    init() {}
}
