public import ClaimModel

/// The office's decision not to see the notes of a rule. Its warnings and errors are reported all the same.
public struct SilencedNote: Hashable, Sendable {
    /// Who decided it.
    public let by: String
    /// Since when.
    public let on: Day
    /// Why.
    public let reason: String

    /// A decision that a named person made.
    public init(by: String, on: Day, reason: String) {
        (self.by, self.on, self.reason) = (by, on, reason)
    }

    /// `notes silenced by R. Lane on 11/28/2026: known to all`.
    public var text: String { "notes silenced by \(by) on \(on): \(reason)" }
}

extension Rule {
    /// Whether an office may silence it: it reports notes, not warnings or errors.
    public var canBeSilenced: Bool { severity == .note && scope.isEvaluated }
}
