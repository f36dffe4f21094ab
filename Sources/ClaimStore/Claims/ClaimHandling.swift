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

/// What payers have decided of a claim so far, in cents.
public struct ClaimSettlement: Hashable, Sendable {
    /// The payer's own number of the claim; blank where none has come.
    public var payerNumber: String
    public var paid: Int
    public var patientOwes: Int

    public init(payerNumber: String = "", paid: Int = 0, patientOwes: Int = 0) {
        self.payerNumber = payerNumber
        self.paid = paid
        self.patientOwes = patientOwes
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
