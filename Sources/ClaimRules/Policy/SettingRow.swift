/// One setting of a policy in words, as the screens and `policy show` list it.
public struct SettingRow: Hashable, Sendable {
    /// The key in the YAML file.
    public let key: String
    public let label: String
    public let value: String
    public let standing: Standing
    /// Who says so and when.
    public let source: String
    /// Whether it speaks of ketamine treatment only, and not of any claim to this payer.
    public let isPathway: Bool
}

extension Policy {
    /// Every setting that the policy has, in the order of the schema.
    public var rows: [SettingRow] { SettingColumn.all.compactMap { $0.row(self) } }

    /// Whether it has a setting that nobody has checked.
    ///
    /// - Parameter isPathway: whether settings that speak of ketamine treatment only count too.
    func hasUnverified(pathway isPathway: Bool) -> Bool {
        SettingColumn.all.contains { (isPathway || !$0.isPathway) && $0.standing(self) == .unverified }
    }
}

/// How one setting is read off any policy.
private struct SettingColumn: Sendable {
    let isPathway: Bool
    /// `nil` where the policy has no such setting.
    let standing: @Sendable (Policy) -> Standing?
    let row: @Sendable (Policy) -> SettingRow?

    init<Value>(
        _ key: PolicySettings.CodingKeys, _ label: String,
        _ path: any KeyPath<PolicySettings, Setting<Value>?> & Sendable, isPathway: Bool = true,
        _ words: @escaping @Sendable (Value) -> String = { "\($0)" }
    ) {
        self.isPathway = isPathway
        standing = { $0.value(of: path) == nil ? nil : $0.standing(of: path) }
        row = { policy in
            policy.value(of: path).map {
                SettingRow(
                    key: key.rawValue, label: label, value: words($0), standing: policy.standing(of: path),
                    source: policy.source(of: path), isPathway: isPathway)
            }
        }
    }

    static let all: [SettingColumn] = coverage + coding + authorization + history + submission

    private static let coverage: [SettingColumn] = [
        .init(.ketamineCoverage, "IV ketamine for TRD", \.ketamineCoverage) { $0.rawValue },
        .init(.routesCovered, "routes covered", \.routesCovered, list),
        .init(.coveredDiagnoses, "diagnoses covered", \.coveredDiagnoses, list),
        .init(.allowsBipolar, "bipolar disorder covered", \.allowsBipolar, yesOrNo),
        .init(.minimumAge, "minimum age", \.minimumAge),
        .init(.requiresMentalHealthPrescriber, "mental-health prescriber", \.requiresMentalHealthPrescriber, yesOrNo),
        .init(.behavioralHealthCarveOut, "behavioral health goes to", \.behavioralHealthCarveOut) { $0 },
    ]

    private static let coding: [SettingColumn] = [
        .init(.acceptedAdministrationCodes, "administration codes", \.acceptedAdministrationCodes, list),
        .init(
            .administrationCodesAreExhaustive, "no other administration codes", \.administrationCodesAreExhaustive,
            yesOrNo),
        .init(.preferredAdministrationCode, "preferred administration code", \.preferredAdministrationCode) { $0 },
        .init(.drugCodes, "drug codes", \.drugCodes) { list($0.map(\.code)) },
        .init(.unclassifiedDrugUnits, "units of J3490", \.unclassifiedDrugUnits) { $0.rawValue },
        .init(.ndcRequired, "NDC required", \.ndcRequired, isPathway: false, yesOrNo),
        .init(.ndcUnits, "NDC units", \.ndcUnits, isPathway: false, list),
        .init(.ndcDecimals, "NDC decimals", \.ndcDecimals, isPathway: false),
        .init(.wasteModifiers, "JW and JZ", \.wasteModifiers, isPathway: false, yesOrNo),
        .init(.doseRange, "dose range", \.doseRange) { "\($0.lowest) to \($0.highest) mg/kg" },
        .init(.drugChargeMaximum, "highest drug charge", \.drugChargeMaximum) { "$\($0)" },
        .init(.usesUnlikelyEdits, "medically unlikely edits", \.usesUnlikelyEdits, isPathway: false, yesOrNo),
        .init(.usesProcedurePairs, "NCCI procedure pairs", \.usesProcedurePairs, isPathway: false, yesOrNo),
        .init(.credentialedProviders, "credentialed providers", \.credentialedProviders, isPathway: false) {
            list($0.map(\.npi))
        },
        .init(.secondNDC, "second NDC of a drug", \.secondNDC, isPathway: false) { $0.rawValue },
        .init(.placesOfService, "places of service", \.placesOfService, list),
    ]

    private static let authorization: [SettingColumn] = [
        .init(.authorizationRequired, "prior authorization", \.authorizationRequired, yesOrNo),
        .init(.authorizationAliases, "authorised code stands for", \.authorizationAliases) { aliases in
            aliases.sorted { $0.key < $1.key }.map { "\($0.key): \(list($0.value))" }.joined(separator: "; ")
        },
        .init(.authorizationDays, "authorization lasts", \.authorizationDays) { "\($0) days" },
        .init(.sessionsMaximum, "sessions in a series", \.sessionsMaximum),
        .init(.sessionsPerWeek, "sessions a week", \.sessionsPerWeek),
    ]

    private static let history: [SettingColumn] = [
        .init(.minimumTrials, "failed trials", \.minimumTrials),
        .init(.minimumClasses, "drug classes tried", \.minimumClasses),
        .init(.minimumWeeks, "weeks of a trial", \.minimumWeeks),
        .init(.needsAugmentation, "augmentation tried", \.needsAugmentation, yesOrNo),
        .init(.needsPsychotherapy, "psychotherapy", \.needsPsychotherapy, yesOrNo),
        .init(.minimumScores, "least scores", \.minimumScores) { scores in
            list(scores.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        },
        .init(.scoreMaximumAgeDays, "score no older than", \.scoreMaximumAgeDays) { "\($0) days" },
        .init(.responsePercent, "response to continue", \.responsePercent) { "\($0)%" },
        .init(.recordsRequired, "records required", \.recordsRequired, yesOrNo),
        .init(.attachmentRequired, "attachment required", \.attachmentRequired, yesOrNo),
    ]

    private static let submission: [SettingColumn] = [
        .init(.memberIDPattern, "member ID", \.memberIDPattern, isPathway: false) { $0.text },
        .init(.filingDays, "filing limit", \.filingDays, isPathway: false) { "\($0) days" },
        .init(.filingMonths, "filing limit in months", \.filingMonths, isPathway: false) { "\($0) months" },
        .init(.correctedDays, "correction limit", \.correctedDays, isPathway: false) { "\($0) days" },
        .init(.acceptsReplacement, "takes frequency 7 and 8", \.acceptsReplacement, isPathway: false, yesOrNo),
    ]

    @Sendable private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    @Sendable private static func yesOrNo(_ answer: Bool) -> String { answer ? "yes" : "no" }
}
