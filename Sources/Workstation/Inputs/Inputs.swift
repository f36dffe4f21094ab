public import ClaimModel
public import ClaimRules
public import CodeSets

/// Everything that the workstation is given from outside and only reads.
public struct Inputs: Sendable {
    public internal(set) var books: CodeBooks
    public internal(set) var policies: PolicyLibrary
    public var today: Day
    /// The practice's own data and defaults: a draft that holds nothing else.
    public var practice: ClaimDraft
    /// The reference files.
    var directory: Directory
    /// The codes that the office's claims named last.
    public var recentCodes: RecentCodes
    public var preferences: Preferences
    public var printers = Printers()
    /// The views of the worklist that the office has saved.
    public var views: [WorklistView] = []
    /// The reason that was given last, for an override or a hold.
    var lastReason: String?
    /// Whether nothing can be saved: the person may only read, or the disk cannot be written.
    public var isReadOnly = false
    /// Who submits to whom, and the folders of files.
    public var clearinghouse = ClearinghouseSetup()
    /// What is wrong with such a setup.
    public var clearinghouseFaults:
        @Sendable (ClearinghouseSetup) -> [ClearinghouseSetup.Item: ClearinghouseSetup.Fault] = { _ in [:] }
    /// The files of the clearinghouse that came in.
    public var inbox = InboxContents()
    /// What came of files that were taken since the desk was opened, the latest first.
    var fileNews: [FileNews] = []
    /// Who signs overrides and questions to providers.
    public var signedIn: SignedInPerson
    /// What the office expects to be paid.
    public let fees: FeeTable
    /// What a receiver would reject of a claim as it would be sent.
    let refusals: @Sendable (ClaimDraft) -> [FileRefusal]

    public init(
        books: CodeBooks, policies: PolicyLibrary, today: Day, practice: ClaimDraft, directory: [ReferenceEntry],
        recentCodes: RecentCodes = RecentCodes(), preferences: Preferences = Preferences(),
        fees: FeeTable = FeeTable(), signedIn: SignedInPerson,
        refusals: @escaping @Sendable (ClaimDraft) -> [FileRefusal]
    ) {
        self.books = books
        self.policies = policies
        self.today = today
        self.practice = practice
        self.directory = Directory(directory)
        self.recentCodes = recentCodes
        self.preferences = preferences
        self.fees = fees
        self.signedIn = signedIn
        self.refusals = refusals
    }

    var parsing: ParsingContext { ParsingContext(today: today) }

    func context(
        for draft: ClaimDraft, history: [PriorClaim], sent: [SentVersion] = [], answers: [ClaimAnswer] = [],
        learned: Learned = Learned()
    ) -> Context {
        Context(
            books: books, policy: policies.policy(for: draft), today: today, history: history, sent: sent,
            payerIDOwner: policies.owner(of: draft), corrected: answers.corrected, learned: learned,
            fees: fees, silenced: policies.silenced)
    }
}

/// What a receiver would reject of a claim, and no rule reports: mostly what came with its file and no field holds.
public struct FileRefusal: Hashable, Sendable {
    /// `nil` where no field holds it.
    let place: Place?
    /// What is wrong and what to do, without the text itself.
    let message: String
    /// Whose rule it is.
    let source: String
    /// What came with the file and can be dropped.
    let carried: CarriedSegment?

    public init(place: Place?, message: String, source: String, carried: CarriedSegment? = nil) {
        self.carried = carried
        self.place = place
        self.message = message
        self.source = source
    }
}

/// The person at the desk.
public struct SignedInPerson: Hashable, Sendable {
    public let name: String
    /// Whether they may override the rules that the office reserves.
    public let isLead: Bool

    public init(name: String, isLead: Bool) {
        self.name = name
        self.isLead = isLead
    }
}

/// What a user may set in the configuration file.
public struct Preferences: Hashable, Sendable {
    public var keymap: Keymap
    /// Leave a fixed-length field by itself once it is full.
    public var advancesAutomatically: Bool
    /// Sound the bell once on a new error.
    public var beepsOnError: Bool
    /// The ids of the rules that only a lead may override.
    public var reservedRules: Set<String> = []
    /// The ids of the rules that may be overridden on several claims with one reason.
    public var bulkOverrides: Set<String> = []

    public init(keymap: Keymap = .standard, advancesAutomatically: Bool = false, beepsOnError: Bool = false) {
        self.keymap = keymap
        self.advancesAutomatically = advancesAutomatically
        self.beepsOnError = beepsOnError
    }
}
