public import ClaimModel

/// What the office has arranged for a claim besides keying it.
public struct ClaimHandling: Hashable, Sendable {
    /// Who works on it; blank where nobody in particular does.
    public var assignee: String
    /// Words that the office sorts its claims by, each once.
    public var tags: [String]
    /// The day on which somebody looks at it again.
    public var followUp: Day?
    /// Whether it is put away: the worklist leaves it out unless it is asked for.
    public var isArchived: Bool

    public init(assignee: String = "", tags: [String] = [], followUp: Day? = nil, isArchived: Bool = false) {
        self.assignee = assignee
        self.tags = tags
        self.followUp = followUp
        self.isArchived = isArchived
    }
}

extension ClaimStore {
    /// Changes what is arranged for a claim, whoever has it open.
    public func arrange(
        _ id: String, _ kind: TrailKind, _ change: (inout ClaimHandling) -> Void
    ) throws(StoreFault) {
        try self.change(id, kind) { change(&$0.face.handling) }
    }

    /// Assigns a claim to a person unless it is another person's already.
    ///
    /// - Returns: whether it is theirs now.
    public func assignIfFree(_ id: String, to person: String) throws(StoreFault) -> Bool {
        var isTheirs = false
        try together { () throws(StoreFault) in
            guard let claim = try summaries(of: [id]).first, claim.status != .deleted else { throw .missing }
            isTheirs = ["", person].contains(claim.handling.assignee)
            if claim.handling.assignee.isEmpty { try arrange(id, .assigned) { $0.assignee = person } }
            return isTheirs
        }
        return isTheirs
    }

    /// The rows of these claims, in this order; those that are gone are left out.
    public func summaries(of ids: [String]) throws(StoreFault) -> [ClaimSummary] {
        try reading { database in
            try ids.compactMap { try StoredClaim.find($0, in: database, seals).map { ClaimSummary($0) } }
        }
    }
}
