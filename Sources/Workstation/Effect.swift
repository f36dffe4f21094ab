public import ClaimModel
public import ClaimRules
public import CodeSets
public import TerminalKit

/// What the workstation asks of the world outside; the loop carries it out and answers with an `Action`.
public enum Effect: Hashable, Sendable {
    case list
    case open(id: String)
    /// Makes room for a new claim: the answer is `opened` with a draft that has the next account number.
    case create(Beginning)
    /// Begins the claim to the second payer from a claim and what was answered to it: the answer is `opened`.
    case createSecondary(after: String)
    case save(SavedClaim)
    /// Keeps the claim as it was submitted, before it is corrected.
    case keepVersion(id: String)
    /// The claim is left: whoever waits for it may have it.
    case close(id: String)
    case delete(id: String)
    case restore(id: String)
    case hold(id: String, reason: String?)
    case comment(id: String, text: String)
    /// Ends the conflict of a claim that was saved from somewhere else, too.
    case resolve(id: String, Resolution)
    case savePractice(ClaimDraft)
    /// Changes the reference files, all of it or nothing: the answer is `referencesChanged`.
    case changeReferences(ReferenceChange)
    case listBatches
    case listBatch(id: Int)
    /// Asks how many claims may be submitted, and to whom.
    case offerSending
    /// Submits every ready claim in a file of this name.
    case send(to: String)
    case preview(Preview, ClaimDraft)
    /// Asks which printers there are.
    case listPrinters
    case print(ClaimDraft, Paperwork, PrintTarget)
    /// Prints stored claims in one run, by their ids.
    case printListed([String], Paperwork, PrintTarget)
    /// Reads a payer's eligibility answer (271) from a file: the answer is `eligibilityRead`.
    case readEligibility(String)
    case beep
    /// Puts a text on the clipboard.
    case copy(String)
    case leave
}

/// What a new claim begins with.
public enum Beginning: Hashable, Sendable {
    /// The practice's defaults alone.
    case defaults
    /// An earlier claim, by its id.
    case after(String, Repetition)
    /// A template, by its identity in the reference file.
    case template(String)
}

/// A claim as it is to be saved.
public struct SavedClaim: Hashable, Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus
    /// What the findings on the screen come to; `nil` where the store is to be asked, since they are not those of a claim
    /// with this status.
    public let tally: Tally?

    public init(draft: ClaimDraft, status: ClaimStatus, tally: Tally? = nil) {
        self.draft = draft
        self.status = status
        self.tally = tally
    }
}

/// Which version of a claim is kept that was changed here and elsewhere.
public enum Resolution: Hashable, Sendable {
    /// Both: the one of this window becomes a new claim.
    case copy
    case mine, theirs
}

/// What is not on the disk yet.
public struct UnsavedWork: Hashable, Sendable {
    /// How many claims; the practice set-up counts as one.
    public let claims: Int
    /// The ids of those that could not be saved when it was tried.
    public let failed: Set<String>

    public init(claims: Int = 0, failed: Set<String> = []) {
        self.claims = claims
        self.failed = failed
    }
}

/// What Ctrl-T shows.
public enum Preview: CaseIterable, Hashable, Sendable {
    case summary, cms1500, professional, query, changes, arrived
}

extension Preview {
    public var title: String {
        switch self {
        case .summary: "Summary"
        case .cms1500: "CMS-1500 boxes"
        case .professional: "837P text"
        case .query: "Provider query"
        case .changes: "What changed since it was submitted"
        case .arrived: "What came with the file"
        }
    }

    /// What is printed from it; `nil` for what goes into a file or is only read.
    var paperwork: Paperwork? {
        switch self {
        case .summary: .summary
        case .cms1500: .cms1500
        case .query: .query
        case .professional, .changes, .arrived: nil
        }
    }

    /// What the same key shows next.
    var next: Preview {
        switch self {
        case .cms1500: .professional
        case .professional: .summary
        case .summary, .query, .changes, .arrived: .cms1500
        }
    }
}

/// What Ctrl-P prints.
public enum Paperwork: String, CaseIterable, Hashable, Sendable {
    case summary
    /// On the preprinted form.
    case cms1500
    /// With its boxes.
    case plainCMS1500
    case query
    case authorizationPacket, attachmentPacket, appealPacket

    /// What it is called in a sentence.
    public var title: String {
        switch self {
        case .summary: "summary"
        case .cms1500: "CMS-1500 on the preprinted form"
        case .plainCMS1500: "CMS-1500 with its boxes, on plain paper"
        case .query: "provider query"
        case .authorizationPacket: "packet for an authorization"
        case .attachmentPacket: "packet of attachments"
        case .appealPacket: "packet for an appeal"
        }
    }
}

public enum PrintTarget: Hashable, Sendable {
    /// A printer by its name; the system's default without one. Drawn pages go there as a PDF.
    case printer(String?, isDrawn: Bool = false)
    /// A PDF where its name ends so.
    case file(String, replaces: Bool)
}

/// The printers that the person can choose from.
public struct Printers: Hashable, Sendable {
    /// `nil` until the system has answered.
    public var names: [String]?
    /// Why there are none.
    public var fault: String?
    /// The one that was used last; `nil` for the system's default.
    public var chosen: String?
    /// Whether it got drawn pages.
    public var isDrawn: Bool

    public init(names: [String]? = nil, fault: String? = nil, chosen: String? = nil, isDrawn: Bool = false) {
        self.names = names
        self.fault = fault
        self.chosen = chosen
        self.isDrawn = isDrawn
    }
}

/// Everything that happens to the workstation.
public enum Action: Sendable {
    case event(Event)
    /// A second has passed since the first unsaved key.
    case saveDue
    case today(Day)
    case listed(ListedRows)
    /// The claims that were made or changed since they were listed.
    case listChanged([WorklistRow])
    /// Somebody else has changed the store.
    case storeChanged
    case batches([SentBatch])
    case batch(SentBatch, [SentClaim])
    case sendingOffered(SendingOffer)
    case opened(OpenedClaim)
    /// The claim is on the disk as it was keyed last.
    case saved(id: String, at: String)
    /// Saving failed; the draft stays in memory and is tried again.
    case saveFailed(String)
    /// The claim was saved from somewhere else, or deleted (`isGone`): the person is to say which version is kept.
    case conflict(id: String, isGone: Bool)
    case unsaved(UnsavedWork)
    /// The other claims of the patient whom the claim now names.
    case history(id: String, [PriorClaim])
    case directory([ReferenceEntry])
    /// Entries of the reference files that were put there or changed.
    case directoryChanged([ReferenceEntry])
    /// The reference files are changed on the disk.
    case referencesChanged(ReferenceChange)
    case recentCodes(RecentCodes)
    /// The code sets have changed on disk: releases were loaded or removed.
    case books(CodeBooks)
    /// The office's policies have changed on disk.
    case policies(PolicyLibrary)
    case previewed(Preview, lines: [String])
    case printers(Printers)
    /// What an eligibility answer would change.
    case eligibilityRead(EligibilityOffer)
    /// There is a file of that name, and nothing was written.
    case fileExists(Paperwork, String)
    /// Something done, or refused, as the person reads it.
    case said(String)
}

/// What may be submitted, and to whom.
public struct SendingOffer: Hashable, Sendable {
    public let claims: Int
    public let receiver: String
    public let isTest: Bool
    /// A name for the file, to be changed.
    public let file: String

    public init(claims: Int, receiver: String, isTest: Bool, file: String) {
        self.claims = claims
        self.receiver = receiver
        self.isTest = isTest
        self.file = file
    }
}

/// A claim that came from the store.
public struct OpenedClaim: Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus
    public let history: [PriorClaim]
    /// What payers and clearinghouses have answered to it, the earliest first.
    public let answers: [ClaimAnswer]
    /// As it was sent before.
    public let sent: [SentVersion]
    /// What the office's own remittances teach.
    public let learned: Learned
    /// A claim that nobody has keyed before: it starts without findings.
    public let isNew: Bool
    /// What of the visit must be keyed again; empty unless the claim is a copy.
    public let toKeyAgain: Set<Place>
    /// What a template filled in: Enter goes past it.
    public let given: Set<Place>

    public init(
        draft: ClaimDraft, status: ClaimStatus, history: [PriorClaim], sent: [SentVersion] = [],
        answers: [ClaimAnswer] = [], learned: Learned = Learned(), isNew: Bool, toKeyAgain: Set<Place> = [],
        given: Set<Place> = []
    ) {
        self.draft = draft
        self.status = status
        self.history = history
        self.answers = answers
        self.sent = sent
        self.learned = learned
        self.isNew = isNew
        self.toKeyAgain = toKeyAgain
        self.given = given
    }
}

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
