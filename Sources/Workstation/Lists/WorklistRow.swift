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
    /// In cents.
    public var charge = 0
    /// The codes of its lines.
    public var procedures: [String] = []
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
    /// Those of an error or an open warning, the gravest first.
    public let problems: [String]
    /// Who works on it; blank where nobody in particular does.
    public var assignee = ""
    /// Who keyed it last.
    public var keyedBy = ""
    public var tags: [String] = []
    /// The day on which somebody looks at it again.
    public var followUp: Day?
    /// The payer's own number of the claim.
    public var payerNumber = ""
    /// Why the payer denies it, as an EOB writes the codes: `CO-50`, `N130`.
    public var denialReasons: [String] = []
    /// Put away: listed only for who asks for it.
    public var isArchived = false
    /// What the office has to do with it.
    public var queues: [ClaimQueue] = []
    /// How long it can still be appealed; `nil` for what is not denied.
    public var appeal: AppealTime?

    /// - Parameter problems: `nil` where all of its rules have to be fixed.
    public init(
        id: String, status: ClaimStatus, patient: String, serviceDay: Day?, payer: String, account: String, errors: Int,
        warnings: Int, daysLeft: Int?, heldBy: String, comment: String, authorization: AuthorizationLeft? = nil,
        changedOn: Day, rules: [String], problems: [String]? = nil
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
        self.problems = problems ?? rules
    }
}

extension WorklistRow {
    /// Whether somebody has to fix it before it can be submitted.
    var isFlagged: Bool { [.flagged, .rejected].contains(status) }

    /// Who works on it, or else who keyed it last.
    var biller: String { assignee.isEmpty ? keyedBy : assignee }

    /// What has to be fixed before it can be submitted; nothing while the payer has it, or has decided it.
    var toFix: [String] { status.restsWithPayer ? [] : problems }

    /// Whether the list leaves it out unless it is asked for.
    var isPutAway: Bool { status == .deleted || isArchived }
}
