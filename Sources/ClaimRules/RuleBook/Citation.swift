/// Who says so, when, and how well that is known.
public struct Citation: Hashable, Sendable {
    /// `BCBSMA esketamine authorization form, undated`.
    public let source: String
    /// `verified`, `general knowledge`, `unverified`.
    public let certainty: String

    /// `BCBSMA esketamine authorization form, undated (verified)`.
    public var text: String { "\(source) (\(certainty))" }
}

extension Rule {
    /// The source of the rule, and how well it is known.
    public var citation: Citation { Citation(source: source.text, certainty: certainty.label) }
}

extension Provenance {
    /// The source of the setting, and how well it is known.
    public var citation: Citation { Citation(source: text, certainty: confidence.rawValue) }
}

extension Finding {
    /// The source that this finding rests on: the claim's own policy where one of its settings decides, else the rule's, which
    /// is no document of another payer.
    public var citation: Citation {
        evidence.lazy.compactMap(\.citation).first ?? policy.map(rule.citation(under:)) ?? rule.citation
    }
}

extension Certainty {
    /// The word for it wherever a rule's source is shown.
    public var label: String {
        switch self {
        case .verified: "verified"
        case .secondary: "second-hand"
        case .article: "payer's article"
        case .general: "general knowledge"
        case .unsure: "unsure"
        }
    }
}
