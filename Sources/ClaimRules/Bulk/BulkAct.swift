import ClaimModel

/// What is done with several claims at once.
public enum BulkAct: Hashable, Sendable {
    case hold(reason: String)
    case release
    /// A blank name: to nobody.
    case assign(to: String)
    case tag(String)
    case untag(String)
    case markReady
    /// The automatic fix of one rule, where it has one that decides nothing.
    case fix(rule: String)
    case override(rule: String, reason: String)
    /// Off the worklist, and back.
    case archive, unarchive
}

extension BulkAct {
    /// What it does, as a heading: `Hold: waits for the chart`.
    public var title: String {
        switch self {
        case .hold(let reason): "Hold: \(reason)"
        case .release: "Release"
        case .assign(to: ""): "Assign to nobody"
        case .assign(let name): "Assign to \(name)"
        case .tag(let tag): "Tag: \(tag)"
        case .untag(let tag): "Remove tag: \(tag)"
        case .markReady: "Mark ready"
        case .fix(let rule): "Fix \(rule)"
        case .override(let rule, let reason): "Override \(rule): \(reason)"
        case .archive: "Archive"
        case .unarchive: "List again"
        }
    }
}

/// What an act makes of one claim.
public struct BulkLine: Hashable, Sendable, Identifiable {
    /// Of the claim.
    public let id: String
    /// Its account number; blank where the claim cannot be read.
    public let account: String
    /// Whether the act was carried out, or would be.
    public let isDone: Bool
    /// What is done, or why nothing is.
    public let text: String

    /// - Parameter text: without the account number.
    public init(_ id: String, _ account: String, isDone: Bool, _ text: String) {
        self.id = id
        self.account = account
        self.isDone = isDone
        self.text = text
    }
}

extension Rule {
    /// Whether its warning may be overridden on several claims with one reason, if the office allows it: never what a chart
    /// has to show, nor what a modifier says (25, 59, XE, XP, XS, XU).
    public var mayBeOverriddenInBulk: Bool {
        !id.hasPrefix("DOC-") && Set(reads).isDisjoint(with: Field.lineModifiers)
    }
}
