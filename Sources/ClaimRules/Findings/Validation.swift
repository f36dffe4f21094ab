public import ClaimModel
public import CodeSets

/// Everything but the claim that a rule may look at; it comes in as values, so the same claim always gets the same
/// findings.
public struct Context: Sendable {
    /// The code sets, in all their releases.
    public let books: CodeBooks
    /// The payer's rules as data, in the version for the service date.
    public let policy: Policy
    /// The day on which the claim is judged; no rule asks a clock.
    public let today: Day
    /// This patient's other claims, oldest first.
    public let history: [PriorClaim]
    /// This claim as it was submitted before, the earliest first.
    public let sent: [SentVersion]
    /// The policy that has the claim's payer ID, whatever policy the claim names.
    public let payerIDOwner: String?
    /// Whether the file that the claim came in has the same claim before.
    public let isRepeated: Bool
    /// How the payer's answers to this claim have the patient or the insured; `nil` where they agree or say nothing.
    public let corrected: CorrectedPerson?
    /// What the office's own remittances teach; no rule reads it.
    public let learned: Learned
    /// What the office expects to be paid; no rule reads it.
    public let fees: FeeTable
    /// The rules whose notes the office does not want to see, by id.
    public let silenced: [String: SilencedNote]

    /// - Parameters:
    ///   - policy: from a `PolicyLibrary`; its `generic` one where the payer has none.
    ///   - history: this patient's other claims, without which no rule finds a duplicate.
    public init(
        books: CodeBooks, policy: Policy, today: Day, history: [PriorClaim] = [], sent: [SentVersion] = [],
        payerIDOwner: String? = nil, isRepeated: Bool = false, corrected: CorrectedPerson? = nil,
        learned: Learned = Learned(),
        fees: FeeTable = FeeTable(),
        silenced: [String: SilencedNote] = [:]
    ) {
        self.books = books
        self.policy = policy
        self.today = today
        self.history = history
        self.sent = sent
        self.payerIDOwner = payerIDOwner
        self.isRepeated = isRepeated
        self.corrected = corrected
        self.learned = learned
        self.fees = fees
        self.silenced = silenced
    }

    /// For reading texts on the same day.
    public var parsing: ParsingContext { ParsingContext(today: today) }
}

/// Another claim of the same patient, and how far it went.
public struct PriorClaim: Hashable, Sendable {
    /// As it was stored last.
    public let draft: ClaimDraft
    /// How far it went.
    public let status: ClaimStatus
    /// Whether it was started after this claim.
    public let isLater: Bool

    /// - Parameter isLater: whether it was started after the claim that is judged.
    public init(draft: ClaimDraft, status: ClaimStatus, isLater: Bool = false) {
        self.draft = draft
        self.status = status
        self.isLater = isLater
    }
}

/// Every finding on a claim, in the order of its screens; a pure function over the whole draft.
public func validate(_ draft: ClaimDraft, in context: Context) -> [Finding] {
    var judgement = Judgement()
    return judgement.findings(on: draft, in: context)
}
