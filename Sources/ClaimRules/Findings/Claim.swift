public import ClaimModel

/// A claim that can be submitted: no error is left on it, and every warning is fixed or overridden.
///
/// There is no other way to make one, so a file that takes only these has no claim that the rules hold back.
public struct Claim: Hashable, Sendable, Identifiable {
    /// The draft as it was checked.
    public let draft: ClaimDraft

    /// The draft's id.
    public var id: String { draft.id }

    /// Validates the draft again, whatever was found before.
    public init(readying draft: ClaimDraft, in context: Context) throws(Rejection) {
        var judgement = Judgement()
        try self.init(readying: draft, in: context, by: &judgement)
    }

    /// The same for one of many claims, most of which have much in common with the one before.
    public init(
        readying draft: ClaimDraft, in context: Context, by judgement: inout Judgement
    ) throws(Rejection) {
        let verdict = Verdict(of: judgement.findings(on: draft, in: context), on: draft)
        guard verdict.isClean else { throw Rejection(verdict: verdict) }
        self.draft = draft
    }
}

/// Why a draft is no claim yet: how many findings hold it back.
public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many errors and open warnings are left.
    public let verdict: Verdict

    /// `2 errors and 1 warning are left`.
    public var description: String {
        let parts = [(verdict.errors, "error"), (verdict.warnings, "warning")].filter { $0.0 > 0 }
        let counts = parts.map { counted($0, $1) }
        let isOne = parts.reduce(0) { $0 + $1.0 } == 1
        return "\(counts.joined(separator: " and ")) \(isOne ? "is" : "are") left"
    }
}
