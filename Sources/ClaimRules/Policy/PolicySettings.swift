/// The settings of a policy, each with its provenance; one that is left out is not known.
///
/// Their names in the file, what they take and how they are shown are in `SettingKey.all`.
public struct PolicySettings: Hashable, Sendable {
    public enum Coverage: String, CaseIterable, Hashable, Sendable {
        case covered, excluded, unknown
        case caseByCase = "case-by-case"
    }
    public enum DrugUnits: String, CaseIterable, Hashable, Sendable {
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
    /// Whether the payer accepts no other codes.
    public var administrationCodesAreExhaustive: Setting<Bool>?
    public var preferredAdministrationCode: Setting<String>?
    /// What to know about the administration codes.
    public var administrationCodesNote: Setting<String>?
    public var drugCodes: Setting<[DatedCode]>?
    public var unclassifiedDrugUnits: Setting<DrugUnits>?
    public var ndcRequired: Setting<Bool>?
    public var ndcUnits: Setting<[String]>?
    public var ndcDecimals: Setting<Int>?
    /// Whether an NDC that the FDA does not list on the date of service is refused.
    public var requiresListedNDC: Setting<Bool>?
    /// Whether JW and JZ are required.
    public var wasteModifiers: Setting<Bool>?
    public var authorizationRequired: Setting<Bool>?
    /// The authorized code, and the billed codes that it means.
    public var authorizationAliases: Setting<[String: [String]]>?
    public var authorizationDays: Setting<Int>?
    public var sessionsMaximum: Setting<Int>?
    public var sessionsPerWeek: Setting<Int>?
    public var minimumTrials: Setting<Int>?
    public var minimumClasses: Setting<Int>?
    public var minimumWeeks: Setting<Int>?
    public var needsAugmentation: Setting<Bool>?
    public var needsPsychotherapy: Setting<Bool>?
    /// The minimum score by instrument: PHQ9, MADRS, HAMD, QIDS.
    public var minimumScores: Setting<[String: Int]>?
    public var scoreMaximumAgeDays: Setting<Int>?
    public var responsePercent: Setting<Int>?
    public var recordsRequired: Setting<Bool>?
    public var attachmentRequired: Setting<Bool>?
    public var requiresMentalHealthPrescriber: Setting<Bool>?
    /// The pattern of the whole member ID.
    public var memberIDPattern: Setting<MemberIDPattern>?
    public var filingDays: Setting<Int>?
    public var filingMonths: Setting<Int>?
    public var correctedDays: Setting<Int>?
    public var acceptsReplacement: Setting<Bool>?
    /// Whether claims to the payer go on the CMS-1500.
    public var paperClaims: Setting<Bool>?
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

    public enum SecondNDC: String, CaseIterable, Hashable, Sendable {
        /// On its own line.
        case line
        /// In the narrative of the first line.
        case note
    }

    /// An NPI and the days, as yyyy-mm-dd, on which the payer has it credentialed; no limit where one is left out.
    public struct CredentialedProvider: Hashable, Sendable {
        public let npi: String
        public let from: String?
        public let to: String?
    }

    /// A code with the dates on which the payer accepts it, as `2026-11-10`.
    public struct DatedCode: Hashable, Sendable {
        public let code: String
        public let from: String?
        public let to: String?
    }

    /// mg per kg of body weight.
    public struct DoseRange: Hashable, Sendable {
        public let lowest: Double
        public let highest: Double
    }

    public init() {}
}
