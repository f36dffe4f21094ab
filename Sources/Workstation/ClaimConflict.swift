public import ClaimModel

/// What happened elsewhere to a claim since it was opened here.
public enum ClaimConflict: Sendable {
    case changed(OtherVersion)
    case deleted
}

/// A claim as it was saved elsewhere.
public struct OtherVersion: Sendable {
    /// What the claim here was made from, as this one was.
    public let base: ClaimDraft
    public let baseStatus: ClaimStatus
    public let claim: OpenedClaim
    /// Who saved it; `nil` where that is the person here, or unknown.
    public let person: String?

    public init(base: ClaimDraft, _ baseStatus: ClaimStatus, claim: OpenedClaim, by person: String?) {
        self.base = base
        self.baseStatus = baseStatus
        self.claim = claim
        self.person = person
    }
}

/// What the person decides about a claim that was changed here and elsewhere.
enum VersionChoice: Hashable, Sendable {
    case copy
    /// One claim of both, with the other version's value in some of the clashes.
    case merge(takingTheirs: Set<DraftClash.Value>)
}
