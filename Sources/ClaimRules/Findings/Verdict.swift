public import ClaimModel

/// What the findings make of a draft.
public struct Verdict: Hashable, Sendable {
    public let errors: Int
    /// Warnings that are neither fixed nor overridden.
    public let warnings: Int
    public let notes: Int

    public init(of findings: [Finding], on draft: ClaimDraft) {
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning && $0.override(in: draft) == nil }
        notes = findings.count { $0.severity == .note }
    }

    public var isClean: Bool { errors == 0 && warnings == 0 }

    public var status: ClaimStatus { isClean ? .clean : .flagged }
}
