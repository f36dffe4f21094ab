import ClaimModel

/// A payer's rules as data: what it covers, which codes it takes, what it asks to see.
///
/// Read from YAML; a setting that is left out is one the payer is not known to have.
public struct Policy: Hashable, Sendable, Identifiable {
    public let id: String
    public let name: String
    public let payerID: String?
    /// The payer's own number of the policy document.
    public let policyID: String?
    public let date: String
    public let source: String
    /// How well a setting stands that does not say so itself.
    public let standing: Standing
    public let contact: String?
    /// Kept from plain insurers: `medicare`, `medicaid`, `va`, `blue`, `commercial`.
    public let payerType: PayerType
    var shared: Shared<PolicySettings>

    public internal(set) var settings: PolicySettings {
        _read { yield shared.address.pointee }
        _modify { yield &shared.ownAddress.pointee }
    }

    public enum PayerType: String, Codable, Hashable, Sendable {
        case medicare, medicaid, va, blue, commercial
    }

    /// How well a setting is known: as it says itself, or as the policy says as a whole.
    @inline(__always)
    public func standing<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Standing {
        shared.address.pointee[keyPath: setting]?.standing ?? standing
    }

    @inline(__always)
    public func value<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Value? {
        shared.address.pointee[keyPath: setting]?.value
    }

    /// The gravest that a finding resting on this setting may be: what nobody has checked raises at most a warning.
    @inline(__always)
    public func limit<Value>(
        _ severity: Severity, by setting: KeyPath<PolicySettings, Setting<Value>?>
    ) -> Severity {
        standing(of: setting) == .unverified ? min(severity, .warning) : severity
    }

    /// Who says so: the setting's own source, else the policy's.
    @inline(__always)
    public func source<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> String {
        let own = shared.address.pointee[keyPath: setting]
        return "\(own?.source ?? source), \(own?.date ?? date)"
    }
}

/// The settings of a policy, each with its provenance.
public struct PolicySettings: Hashable, Sendable, Codable {
    public enum Coverage: String, Codable, Hashable, Sendable {
        case covered, excluded, unknown
        case caseByCase = "case-by-case"
    }
    public enum DrugUnits: String, Codable, Hashable, Sendable {
        case one, vials, mg
    }

    /// Whether IV ketamine for treatment-resistant depression is covered.
    public var ketamineCoverage: Setting<Coverage>?
    /// Route codes: IVI, IVP, IM, SC, IN, PO, SL.
    public var routesCovered: Setting<[String]>?
    /// ICD-10-CM codes or their beginnings (`F33`).
    public var coveredDiagnoses: Setting<[String]>?
    public var allowsBipolar: Setting<Bool>?
    public var minimumAge: Setting<Int>?
    public var acceptedAdministrationCodes: Setting<[String]>?
    /// Whether the accepted codes are all that the payer takes.
    public var administrationCodesAreExhaustive: Setting<Bool>?
    public var preferredAdministrationCode: Setting<String>?
    public var drugCodes: Setting<[DatedCode]>?
    public var unclassifiedDrugUnits: Setting<DrugUnits>?
    public var ndcRequired: Setting<Bool>?
    public var ndcUnits: Setting<[String]>?
    public var ndcDecimals: Setting<Int>?
    /// Whether JW and JZ are asked for.
    public var wasteModifiers: Setting<Bool>?
    public var authorizationRequired: Setting<Bool>?
    /// The authorised code, and the billed codes that it stands for.
    public var authorizationAliases: Setting<[String: [String]]>?
    public var authorizationDays: Setting<Int>?
    public var sessionsMaximum: Setting<Int>?
    public var sessionsPerWeek: Setting<Int>?
    public var minimumTrials: Setting<Int>?
    public var minimumClasses: Setting<Int>?
    public var minimumWeeks: Setting<Int>?
    public var needsAugmentation: Setting<Bool>?
    public var needsPsychotherapy: Setting<Bool>?
    /// The least score by instrument: PHQ9, MADRS, HAMD, QIDS.
    public var minimumScores: Setting<[String: Int]>?
    public var scoreMaximumAgeDays: Setting<Int>?
    public var responsePercent: Setting<Int>?
    public var recordsRequired: Setting<Bool>?
    public var attachmentRequired: Setting<Bool>?
    public var requiresMentalHealthPrescriber: Setting<Bool>?
    /// What the member ID looks like as a whole.
    public var memberIDPattern: Setting<MemberIDPattern>?
    public var filingDays: Setting<Int>?
    public var filingMonths: Setting<Int>?
    public var correctedDays: Setting<Int>?
    public var acceptsReplacement: Setting<Bool>?
    public var behavioralHealthCarveOut: Setting<String>?
    public var placesOfService: Setting<[String]>?
    public var doseRange: Setting<DoseRange>?
    public var drugChargeMaximum: Setting<Int>?
    public var usesUnlikelyEdits: Setting<Bool>?
    /// Whether the payer bundles by the NCCI's pairs of procedures.
    public var usesProcedurePairs: Setting<Bool>?
    /// Who of the practice is credentialed with the payer; where it is set, nobody else is.
    public var credentialedProviders: Setting<[CredentialedProvider]>?
    /// Where a second NDC of one drug goes.
    public var secondNDC: Setting<SecondNDC>?

    public enum SecondNDC: String, Codable, Hashable, Sendable {
        /// On a line of its own.
        case line
        /// Into the narrative of the one line.
        case note
    }

    /// An NPI and the days, as yyyy-mm-dd, on which the payer has it as credentialed; no limit where one is left out.
    public struct CredentialedProvider: Codable, Hashable, Sendable {
        public let npi: String
        public let from: String?
        public let to: String?
    }

    public struct DatedCode: Codable, Hashable, Sendable {
        public let code: String
        public let from: String?
        public let to: String?
    }

    /// mg per kg of body weight.
    public struct DoseRange: Codable, Hashable, Sendable {
        public let lowest: Double
        public let highest: Double
    }

    public init() {}

    enum CodingKeys: String, CodingKey, CaseIterable {
        case ketamineCoverage = "iv_ketamine_trd"
        case routesCovered = "routes_covered"
        case coveredDiagnoses = "covered_dx"
        case allowsBipolar = "allows_bipolar"
        case minimumAge = "min_age"
        case acceptedAdministrationCodes = "admin_codes_accepted"
        case administrationCodesAreExhaustive = "admin_codes_exhaustive"
        case preferredAdministrationCode = "admin_code_preferred"
        case drugCodes = "drug_codes"
        case unclassifiedDrugUnits = "j3490_units"
        case ndcRequired = "ndc_required"
        case ndcUnits = "ndc_uom"
        case ndcDecimals = "ndc_decimals"
        case wasteModifiers = "jwjz"
        case authorizationRequired = "pa_required"
        case authorizationAliases = "auth_code_alias"
        case authorizationDays = "auth_window_days"
        case sessionsMaximum = "sessions_max"
        case sessionsPerWeek = "per_week"
        case minimumTrials = "min_trials"
        case minimumClasses = "min_classes"
        case minimumWeeks = "min_weeks"
        case needsAugmentation = "needs_augment"
        case needsPsychotherapy = "needs_psychotherapy"
        case minimumScores = "score_min"
        case scoreMaximumAgeDays = "score_max_age_days"
        case responsePercent = "resp_pct"
        case recordsRequired = "records_required"
        case attachmentRequired = "attachment_required"
        case requiresMentalHealthPrescriber = "requires_mh_prescriber"
        case memberIDPattern = "member_id_regex"
        case filingDays = "filing_days"
        case filingMonths = "filing_months"
        case correctedDays = "corrected_days"
        case acceptsReplacement = "accepts_freq78"
        case behavioralHealthCarveOut = "bh_carveout"
        case placesOfService = "pos_allowed"
        case doseRange = "dose_range"
        case drugChargeMaximum = "drug_charge_max"
        case usesUnlikelyEdits = "uses_mue"
        case usesProcedurePairs = "uses_ncci"
        case credentialedProviders = "credentialed_providers"
        case secondNDC = "second_ndc"
    }
}
