public import ClaimModel

/// What the findings make of a draft.
public struct Verdict: Hashable, Sendable {
    /// Findings that no override can lift.
    public let errors: Int
    /// Warnings that are neither fixed nor overridden.
    public let warnings: Int
    /// Advice; the claim can be submitted without it.
    public let notes: Int

    /// - Parameter findings: what `validate` found on this very draft.
    public init(of findings: [Finding], on draft: ClaimDraft) {
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning && $0.override(in: draft) == nil }
        notes = findings.count { $0.severity == .note }
    }

    /// Whether the claim can be submitted: no error, and every warning fixed or overridden.
    public var isClean: Bool { errors == 0 && warnings == 0 }

    /// `.clean` or `.flagged`.
    public var status: ClaimStatus { isClean ? .clean : .flagged }
}
