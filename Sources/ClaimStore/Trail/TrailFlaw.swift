/// Something that is wrong with the audit trail.
public struct TrailFlaw: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A record says something else than what was written.
        case changed
        case missing
        /// A record is not at the place where it was written.
        case moved
        /// The chain ends before a record that was there.
        case cutOff
        /// The list of where the chains end was changed.
        case headsChanged
        /// The claim's row was put back from an earlier time.
        case claimOutdated
        /// The claim's row is gone, and nobody forgot it.
        case claimMissing
        /// The key of the trail is not there, so nothing can be verified.
        case noKey
    }

    public let kind: Kind
    /// `nil` where it is of no desk.
    public let desk: Int64?
    /// The number of the record in the desk's chain, from 1.
    public let record: Int64?
    /// The number of the claim's row.
    public let claim: Int64?

    init(_ kind: Kind, desk: Int64? = nil, record: Int64? = nil, claim: Int64? = nil) {
        (self.kind, self.desk, self.record, self.claim) = (kind, desk, record, claim)
    }
}

extension TrailFlaw: CustomStringConvertible {
    public var description: String {
        let place = "Desk \(desk ?? 0), record \(record ?? 0)"
        return switch kind {
        case .changed: "\(place): changed since it was written"
        case .missing: "\(place): missing"
        case .moved: "\(place): moved here from another place"
        case .cutOff: "\(place): missing, with every later record of the desk"
        case .headsChanged: "The ends of the chains were changed"
        case .claimOutdated: "Claim row \(claim ?? 0): older than its trail, put back from an earlier time"
        case .claimMissing: "Claim row \(claim ?? 0): gone, and nobody forgot it"
        case .noKey: "The key of the trail is missing: nothing can be verified"
        }
    }
}
