public import ClaimModel
public import ClaimRules
public import CodeSets
public import TerminalKit

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
    /// Who may change a claim that is open here has changed, or is asked to.
    case turn(id: String, TurnNews)
    /// The claim is on the disk as it was keyed last.
    case saved(id: String, at: String)
    /// Saving failed; the draft stays in memory and is tried again.
    case saveFailed(String)
    /// The claim was saved or deleted from somewhere else since it was opened here.
    case conflict(id: String, ClaimConflict)
    case unsaved(UnsavedWork)
    /// The other claims of the patient whom the claim now names.
    case history(id: String, [PriorClaim])
    case directory([ReferenceEntry])
    /// Entries of the reference files that were put there or changed.
    case directoryChanged([ReferenceEntry])
    /// All entries of the reference files, as they were read after the start.
    case directoryRead(Directory)
    /// The reference files are changed on the disk.
    case referencesChanged(ReferenceChange)
    case recentCodes(RecentCodes)
    /// The code sets have changed on disk: releases were loaded or removed.
    case books(CodeBooks)
    /// The office's policies have changed on disk.
    case policies(PolicyLibrary)
    case previewed(Preview, lines: [String])
    case printers(Printers)
    /// A report; its lines are as wide as they are asked for.
    case reported(OfficeReport, lines: @Sendable (Int) -> [String])
    case bulkPreviewed(BulkAct, [BulkLine])
    case bulkDone(BulkAct, [BulkLine])
    /// The views of the worklist that are saved now.
    case views([WorklistView])
    case inbox(InboxContents)
    /// What the configuration file says.
    case clearinghouse(ClearinghouseSetup)
    /// What came of files.
    case filesTaken([FileNews], isAsked: Bool)
    case importOffered(ClaimsOffer)
    /// The maps that a CSV file may be read by.
    case mapsOffered(MapsOffer)
    case folder(FolderListing, FilePurpose)
    case picked(String, FilePurpose)
    /// What an eligibility answer would change.
    case eligibilityRead(EligibilityOffer)
    /// What can be done with a claim now.
    case stepsOffered(StepOffer)
    /// A claim to post an EOB on.
    case postingOffered(PostingOffer)
    /// The EOB of the form is on file.
    case posted(String)
    case historyRead(account: String, [HistoryLine])
    /// The payments that were posted on a day.
    case closeRead(title: String, lines: [String])
    /// There is a file of that name, and nothing was written.
    case fileExists(Paperwork, String)
    /// Something done, or refused, as the person reads it.
    case said(String)
    /// Sentences to read at once: a single one is a message, several are a page.
    case messages(title: String, [String])
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
    /// Who has it open elsewhere, so that it is only read here.
    public let holder: HeldElsewhere?

    public init(
        draft: ClaimDraft, status: ClaimStatus, history: [PriorClaim], sent: [SentVersion] = [],
        answers: [ClaimAnswer] = [], learned: Learned = Learned(), isNew: Bool, toKeyAgain: Set<Place> = [],
        given: Set<Place> = [], holder: HeldElsewhere? = nil
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
        self.holder = holder
    }
}
