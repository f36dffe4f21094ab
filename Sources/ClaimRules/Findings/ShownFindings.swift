public import ClaimModel

/// What is shown of the findings: every error and warning, and of a clean claim one note, the most useful.
///
/// A claim that still needs work shows all its notes; at a clean one they would only be read past. The others are shown on
/// request.
public struct ShownFindings: Sendable {
    /// In the order of `findings`.
    public let findings: [Finding]
    /// Notes that are not shown, in the same order.
    public let moreNotes: [Finding]

    /// - Parameters:
    ///   - findings: what `validate` found on this very draft.
    ///   - showsAllNotes: whether somebody asked for the notes.
    public init(of findings: [Finding], on draft: ClaimDraft, showsAllNotes: Bool = false) {
        let notes = findings.indices.filter { findings[$0].severity == .note }
        guard !showsAllNotes, notes.count > 1, Verdict(of: findings, on: draft).isClean else {
            (self.findings, moreNotes) = (findings, [])
            return
        }
        let kept = notes.min { (findings[$0].rule.noteRank, $0) < (findings[$1].rule.noteRank, $1) }
        let held = Set(notes.filter { $0 != kept })
        self.findings = findings.indices.filter { !held.contains($0) }.map { findings[$0] }
        moreNotes = held.sorted().map { findings[$0] }
    }
}

extension Rule {
    /// The order in which notes are useful: what may be denied, what may be billed, what is said of the policy.
    fileprivate var noteRank: Int {
        guard prevents.isEmpty else { return 0 }
        return reads == [.payerPolicy] ? 2 : 1
    }
}
