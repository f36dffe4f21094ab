import ClaimModel
import ClaimRules

/// An open claim (or the practice's set-up) with all that a person has done to it.
struct ClaimEditor: Sendable {
    var work: Work
    var visits = Visits()
    var history = UndoHistory()
    /// This patient's other claims.
    var earlier: [PriorClaim] {
        didSet { findings = nil }
    }
    /// What payers have answered, the earliest first.
    private(set) var answers: [ClaimAnswer] = []
    /// The claim as it was sent before.
    var sent: [SentVersion] = []
    /// Whether the person wants to send a claim again that lies with the payer; until then what has not changed since is
    /// nothing to speak of.
    var isToGoAgain = false {
        didSet { findings = nil }
    }
    /// The findings on `work.draft`; `nil` once it or the other claims have changed.
    var findings: [Finding]? {
        didSet { if findings == nil { readings = nil } }
    }
    /// The answers that Review shows, read beside the claim; `nil` once it has changed.
    private(set) var readings: [AnswerReading]?
    private var judgement = Judgement()
    var saving = Saving()
    var alarm = Alarm()
    /// The cursor came here by itself, out of a field that was full.
    var hasAdvanced = false

    /// What undo and redo bring back.
    struct Work: Hashable, Sendable {
        var draft: ClaimDraft
        var status: ClaimStatus
        var screen: Screen
        var focus: Focus
    }

    /// Whether the last key is on disk.
    struct Saving: Hashable, Sendable {
        var isUnsaved = false
        /// The clock time of the last save, as the store says it.
        var savedAt: String?
        var failure: String?
    }

    var isPractice: Bool { work.screen == .practice }
    var draft: ClaimDraft { work.draft }
    var focusedPlace: Place { work.focus.place }
}

/// The field that has the cursor.
struct Focus: Hashable, Sendable {
    var place: Place
    /// Characters left of the cursor.
    var cursor = 0
    /// The whole text is selected: the first character replaces it.
    var isSelected = true
    /// The text has changed since the field was entered.
    var isEdited = false
}

/// Where the person has been, which decides what is shown.
struct Visits: Hashable, Sendable {
    /// The screens that have been left at least once.
    var leftScreens: Set<Screen> = []
    /// Where the cursor was on each screen.
    var lastPlaces: [Screen: Place] = [:]
    /// The row of the Review list that the person jumped from, to come back to.
    var reviewRow = 0
    var cameFromReview = false
    /// Whether the claim was opened from the list of a batch, to which Esc goes back.
    var cameFromBatch = false

    /// Where Esc goes back to.
    var origin: String { cameFromBatch ? "Batch" : "Worklist" }
}

extension ClaimEditor {
    init(opening claim: OpenedClaim) {
        // The number comes from the counter, so a new claim begins with its patient.
        let first = Place(claim.isNew && !claim.draft.identity.account.isEmpty ? .patientLastName : .account)
        work = Work(
            draft: claim.draft, status: claim.status, screen: .claim,
            focus: Focus(place: first, cursor: claim.draft.text(at: first).count))
        earlier = claim.history
        answers = claim.answers
        sent = claim.sent
        // A claim that was left before has been seen: all of its findings show.
        if !claim.isNew { visits.leftScreens = Set(Screen.claimScreens) }
    }

    init(practice: ClaimDraft) {
        let first = Place(.billingEntityType)
        work = Work(draft: practice, status: .draft, screen: .practice, focus: Focus(place: first))
        earlier = []
    }

    private var sentBefore: [SentVersion] { work.status.restsWithPayer && !isToGoAgain ? [] : sent }

    /// The findings as of the last key.
    mutating func validated(at desk: Desk) -> [Finding] {
        if let findings { return findings }
        var found = judgement.findings(on: draft, in: desk.context(for: draft, history: earlier, sent: sentBefore))
        if isPractice { found.removeAll { $0.concern != .entry } }
        findings = found
        return found
    }

    /// Reads the answers beside the claim as of the last key.
    mutating func readAnswers(at desk: Desk) {
        let findings = validated(at: desk)
        guard readings == nil, !isPractice else { return }
        let context = desk.context(for: draft, history: earlier)
        readings = shownAnswers.map { AnswerReading(of: $0, to: draft, findings: findings, in: context) }
    }

    /// The last answer that says where the claim stands, and what was keyed by hand where it says something else.
    private var shownAnswers: [ClaimAnswer] {
        let decision = work.status.isDecided ? answers.last { $0.kind == .remittance && $0.status != nil } : nil
        let last = decision ?? answers.last { $0.status != nil } ?? answers.last
        let keyed = AnswerCode.codes(in: draft.identity.recordedDenial.text).codes
        guard !keyed.isEmpty, last.map({ !Set(keyed).isSubset(of: $0.allCodes) }) ?? true else {
            return last.map { [$0] } ?? []
        }
        return (last.map { [$0] } ?? []) + [ClaimAnswer(typed: keyed, on: draft)]
    }
}
