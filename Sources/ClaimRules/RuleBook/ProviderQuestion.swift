public import ClaimModel

/// A question that only the provider can answer, and what it is about.
public struct ProviderQuestion: Sendable {
    /// The finding that the question is about.
    public let finding: Finding
    /// What a person has written; `nil` for a question that is open without anybody having asked.
    public let query: ProviderQuery?

    /// The text of the question. Without a person's words it suggests no code: a finding that names one is not quoted.
    public var text: String {
        if let query { return query.question }
        return finding.message.firstMatch(of: ProviderQuestion.code) == nil
            ? "\(finding.message) \(ProviderQuestion.open)" : ProviderQuestion.plain
    }

    /// What is asked where the finding cannot be quoted; the sheet's heading names the field.
    public static let plain = "What does the record say about this?"
    private static let open = "What does the record say?"

    /// A diagnosis, procedure or product code.
    private static var code: Regex<Substring> {
        /\b(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-Z]\d{4}|\d{5}|\d{4}[A-Z]|\d{11})\b/
    }

    /// The questions of a claim, those that somebody has asked first.
    ///
    /// Open without being asked are the findings at what the chart says, and those at a diagnosis that payers refuse on
    /// clinical grounds. What is overridden is answered.
    public static func all(of draft: ClaimDraft, findings: [Finding]) -> [ProviderQuestion] {
        let questions = findings.compactMap { finding -> ProviderQuestion? in
            let query = finding.query(in: draft)
            guard query != nil || finding.isOpenQuestion && finding.override(in: draft) == nil else { return nil }
            return ProviderQuestion(finding: finding, query: query)
        }
        return questions.filter { $0.query != nil } + questions.filter { $0.query == nil }
    }
}

extension Finding {
    /// What somebody has asked the provider about this finding.
    public func query(in draft: ClaimDraft) -> ProviderQuery? {
        draft.queries.last { $0.rule == rule.id && $0.place == place.key }
    }

    /// Whether the provider can be asked: the finding touches what the chart says, or which codes describe it.
    public var isForProvider: Bool { places.contains { $0.field.matter != .clerical } }

    fileprivate var isOpenQuestion: Bool {
        switch (place.field.matter, severity) {
        case (.clinical, _): true
        // Advice at a diagnosis asks for the chart only where it has been read.
        case (_, .note): places.contains { $0.field.matter == .clinical }
        case (.coding, _):
            place.field == .diagnosisCode && (isMissingDiagnosis || !clinicalGrounds.isDisjoint(with: rule.prevents))
        case (.clerical, _): false
        }
    }

    private var isMissingDiagnosis: Bool { concern == .absence && place.row == 0 }
}

/// The reasons with which payers refuse on clinical grounds, and those for a diagnosis that does not fit or is too coarse.
private let clinicalGrounds: Set<DenialCode> = [
    .carc("9"), .carc("11"), .carc("50"), .carc("55"), .carc("146"), .carc("150"), .carc("151"), .carc("152"),
    .carc("153"), .carc("167"), .carc("188"), .carc("B12"),
]
