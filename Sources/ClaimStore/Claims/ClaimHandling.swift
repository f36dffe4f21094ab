public import ClaimModel

/// What the office has arranged for a claim besides keying it.
public struct ClaimHandling: Hashable, Sendable {
    /// Who works on it; blank where nobody in particular does.
    public var assignee: String
    /// Words that the office sorts its claims by, each once.
    public var tags: [String]
    /// The day on which somebody looks at it again.
    public var followUp: Day?

    public init(assignee: String = "", tags: [String] = [], followUp: Day? = nil) {
        self.assignee = assignee
        self.tags = tags
        self.followUp = followUp
    }
}

extension ClaimStore {
    /// Changes what is arranged for a claim, whoever has it open.
    public func arrange(
        _ id: String, _ kind: TrailKind, _ change: (inout ClaimHandling) -> Void
    ) throws(StoreFault) {
        try self.change(id, kind) { change(&$0.face.handling) }
    }
}
