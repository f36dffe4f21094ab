public import ClaimModel

/// How far an authorization reaches with the session of a claim.
public struct AuthorizationLeft: Hashable, Sendable {
    /// Which session of the authorization it is, from 1.
    public let session: Int
    /// How many the payer approved; `nil` where nobody keyed it.
    public let approved: Int?
    /// The last day that the authorization covers; `nil` where nobody keyed it.
    public let end: Day?

    /// - Parameters:
    ///   - session: from 1.
    ///   - approved: `nil` where nobody keyed it.
    ///   - end: the last day covered, `nil` where nobody keyed it.
    public init(session: Int, approved: Int?, end: Day?) {
        (self.session, self.approved, self.end) = (session, approved, end)
    }

    /// `4 of 8, ends 12/15/2026`.
    public var text: String {
        let count = approved.map { "\(session) of \($0)" } ?? "\(session)"
        return end.map { "\(count), ends \($0)" } ?? count
    }

    /// Whether the session is more than the payer approved.
    public var isExceeded: Bool { approved.map { session > $0 } ?? false }
}

extension ClaimDraft {
    /// How far its authorization reaches; `nil` where no sessions are counted.
    public var authorizationLeft: AuthorizationLeft? {
        guard self.authorization.number.value != nil, let used = self.authorization.sessionsUsed.value?.number else {
            return nil
        }
        return AuthorizationLeft(
            session: used + 1, approved: self.authorization.sessionsApproved.value?.number,
            end: self.authorization.end.value)
    }
}
