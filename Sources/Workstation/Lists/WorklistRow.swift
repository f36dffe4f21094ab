public import ClaimModel
public import ClaimRules

/// One claim of the worklist.
public struct WorklistRow: Hashable, Sendable, Identifiable {
    public let id: String
    public let status: ClaimStatus
    public let patient: String
    public let serviceDay: Day?
    public let payer: String
    public let account: String
    public let errors: Int
    public let warnings: Int
    /// Days left to the payer's filing limit, where its policy names one.
    public let daysLeft: Int?
    /// Who has it open, or why it is held.
    public let heldBy: String
    public let comment: String
    /// How far its authorization reaches; `nil` where no sessions are counted.
    public let authorization: AuthorizationLeft?
    public let changedOn: Day
    public let rules: [String]
    /// What the office has to do with it.
    public var queues: [ClaimQueue] = []
    /// Days left to appeal a denial; `nil` where no policy states how long the payer takes appeals.
    public var appealDaysLeft: Int?

    public init(
        id: String, status: ClaimStatus, patient: String, serviceDay: Day?, payer: String, account: String, errors: Int,
        warnings: Int, daysLeft: Int?, heldBy: String, comment: String, authorization: AuthorizationLeft? = nil,
        changedOn: Day, rules: [String]
    ) {
        self.id = id
        self.status = status
        self.patient = patient
        self.serviceDay = serviceDay
        self.payer = payer
        self.account = account
        self.errors = errors
        self.warnings = warnings
        self.daysLeft = daysLeft
        self.heldBy = heldBy
        self.comment = comment
        self.authorization = authorization
        self.changedOn = changedOn
        self.rules = rules
    }
}
