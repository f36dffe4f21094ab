public import ClaimModel
public import ClaimRules

/// What the workstation asks of the world outside; the loop carries it out and answers with an `Action`.
public enum Effect: Hashable, Sendable {
    case list
    case open(id: String)
    /// Makes room for a new claim: the answer is `opened` with a draft that has the next account number.
    case create(Beginning)
    /// Begins the claim to the second payer from a claim and what was answered to it: the answer is `opened`.
    case createNextPayersClaim(after: String)
    /// Asks what can be done with a claim now: the answer is `stepsOffered`.
    case offerSteps(id: String)
    case takeStep(id: String, OfficeStep)
    /// Starts a corrected claim, a void or a new claim from a stored one: the answer is `opened`.
    case correct(id: String, Correction)
    /// Asks for a claim to post an EOB on: the answer is `postingOffered`.
    case offerPosting(id: String)
    case post(id: String, PaperEOB)
    /// Keeps an EOB as it is keyed so far; `nil` forgets it.
    case keepEOB(id: String, KeyedEOB?)
    /// Asks for all that happened to a claim: the answer is `historyRead`.
    case readHistory(id: String)
    /// Asks for the payments of today: the answer is `closeRead`.
    case readClose
    case save(SavedClaim)
    /// Keeps the claim as it was submitted, before it is corrected.
    case keepVersion(id: String)
    /// The claim is left: whoever waits for it may have it.
    case close(id: String)
    /// Asks for the right to change a claim, gives it, keeps it or takes it.
    case turn(id: String, TurnStep)
    case delete(id: String)
    case restore(id: String)
    case hold(id: String, reason: String?)
    case comment(id: String, text: String)
    /// Ends the conflict of a claim that was saved from somewhere else, too.
    case resolve(id: String, Resolution)
    case savePractice(ClaimDraft)
    /// Asks what the configuration file says of the clearinghouse.
    case readClearinghouse
    case saveClearinghouse(ClearinghouseSetup)
    /// Changes the reference files, all of it or nothing: the answer is `referencesChanged`.
    case changeReferences(ReferenceChange)
    /// Asks what an act would do to claims: the answer is `bulkPreviewed`.
    case previewBulk(BulkAct, ids: [String])
    /// Carries out an act on claims: the answer is `bulkDone`.
    case carryOutBulk(BulkAct, ids: [String])
    /// Leaves the claims as they were before the last act on several.
    case undoBulk
    /// Opens the first of these claims that nobody else works on.
    case openNext(among: [String])
    /// Counts a report: the answer is `reported`.
    case report(OfficeReport)
    /// Counts it again, onto paper or into a file.
    case printReport(OfficeReport, PrintTarget)
    /// Writes a table to a new CSV file.
    case writeSheet(WorklistTable, to: String)
    /// Saves these views of the worklist, in place of those before: the answer is `views`.
    case saveViews([WorklistView])
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
    /// Asks what is in the inbox.
    case listInbox
    /// Takes one file, wherever it lies.
    case takeFile(String, evenIfRepeated: Bool)
    /// Takes every new response of the inbox.
    case takeInbox
    /// Asks what the claims of a file would become, of a CSV file by a map that was chosen: the answer is `importOffered`, or
    /// `mapsOffered` where no map reads it.
    case offerImport(String, map: String? = nil)
    /// Asks which maps there are for a CSV file: the answer is `mapsOffered`.
    case offerMaps(String)
    case importFile(String, map: String? = nil)
    /// Asks what is in a folder, `nil` for the one to begin with; of a file the answer is `picked`.
    case readFolder(String?, FilePurpose)
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

/// What becomes of a claim that was changed here and elsewhere.
public enum Resolution: Hashable, Sendable {
    /// Both are kept: the one of this window becomes a new claim.
    case copy
    /// What is saved next is made of both.
    case merged
}

/// What is not on the disk yet.
public struct UnsavedWork: Hashable, Sendable {
    /// How many claims; the practice set-up counts as one.
    public let claims: Int
    /// The ids of those that could not be saved when it was tried.
    public let failed: Set<String>
    /// Whether the line to the server is broken: what is keyed is kept on this machine until it is back.
    public let isServerAway: Bool

    public init(claims: Int = 0, failed: Set<String> = [], isServerAway: Bool = false) {
        self.claims = claims
        self.failed = failed
        self.isServerAway = isServerAway
    }
}
