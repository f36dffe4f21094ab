import ClaimModel
import ClaimRules

/// An open claim (or the practice's setup) with all that a person has done to it.
struct ClaimEditor: Sendable {
    var work: Work {
        didSet { (shown, layout, review) = (nil, nil, nil) }
    }
    var visits = Visits() {
        didSet {
            shown = nil
            if visits.showsAllNotes != oldValue.showsAllNotes { review = nil }
        }
    }
    var history = UndoHistory()
    /// The claim as it was opened, to know what of it is still of the patient whom it named then.
    private(set) var opened: ClaimDraft?
    /// This patient's other claims.
    var earlier: [PriorClaim] {
        didSet { findings = nil }
    }
    /// What payers have answered, the earliest first.
    private(set) var answers: [ClaimAnswer] = []
    /// The claim as it was submitted before.
    var sent: [SentVersion] = []
    /// What the office's own remittances teach.
    private var learned = Learned()
    /// Whether the person wants to submit a claim again that the payer has; until then what has not changed since is
    /// nothing to report.
    var isToGoAgain = false {
        didSet { findings = nil }
    }
    /// The findings on `work.draft`; `nil` once it or the other claims have changed.
    var findings: [Finding]? {
        didSet {
            (shown, review) = (nil, nil)
            guard findings == nil else { return }
            if let refused { wasRefused = !refused.isEmpty }
            (readings, refused) = (nil, nil)
        }
    }
    /// What a receiver would reject, made once for a key; `nil` once the claim has changed.
    private(set) var refused: [FileRefusal]?
    /// Whether a receiver would have rejected something before the last key.
    private var wasRefused = false
    /// The answers that Review shows, compared with the claim; `nil` once it has changed.
    private(set) var readings: [AnswerReading]?
    /// What shows of the findings, made once for a key; `nil` once something under it has changed.
    private(set) var shown: Shown?
    /// The screen of fields, made once for a key; `nil` once something under it has changed.
    private(set) var layout: FormLayout?
    /// The Review list, made once for a key; `nil` once something under it has changed.
    private(set) var review: Review?
    private var judgement = Judgement()
    /// Whose turn it is to change it.
    var turn = Turn.ours
    var saving = Saving()
    var alarm = Alarm()
    /// The full field that the cursor has just left by itself.
    var advancedFrom: Stop?
    /// The field that the last key left; what is wrong with it shows until the next key.
    var justLeft: Place?

    /// What undo and redo bring back.
    struct Work: Hashable, Sendable {
        var draft: ClaimDraft
        var status: ClaimStatus
        var screen: Screen
        var focus: Focus
    }

    /// Whether the last key is on disk.
    struct Saving: Sendable {
        var isUnsaved = false
        /// It was handed over to be saved, and is not on the disk yet.
        var isUnderway = false
        /// The clock time of the last save, as the store says it.
        var savedAt: String?
        var failure: String?
        /// What happened to it elsewhere, as long as nothing was decided about it.
        var conflict: ClaimConflict?
        /// Whether it was merged, or asked about.
        var isConflictMet = false
        /// What came from elsewhere last, for whoever keyed on.
        var mergedText: String?
    }

    /// The reference file whose entry this is; `nil` for a claim and the practice's setup.
    private(set) var file: ReferenceKind?

    var isPractice: Bool { work.screen == .practice }
    /// Whether it is neither the practice's setup nor an entry of a reference file.
    var isClaim: Bool { !isPractice && file == nil }
    /// Whether it is saved as it is keyed; an entry of a reference file is saved as a whole.
    var isSavedByItself: Bool { file == nil }
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

/// A field on its screen.
struct Stop: Hashable, Sendable {
    let screen: Screen
    let place: Place
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
    /// Whether the person asked for the notes that a clean claim does not show.
    var showsAllNotes = false
    /// The row that the cursor came to while it was blank: what it still lacks is quiet until another one is entered.
    var begunRow: Place?
    /// What of the visit must be keyed again on a copy: the way of Enter.
    var toKeyAgain: Set<Place> = []
    /// What a template filled in: Enter goes past it.
    var given: Set<Place> = []
    /// The field whose blanks are being filled in.
    var fillsBlanks: Place?
    /// Whether what is missing has just been said: the next finding is the first one.
    var startsOver = false
}

extension ClaimEditor {
    init(opening claim: OpenedClaim) {
        work = Work(draft: claim.draft, status: claim.status, screen: .claim, focus: Focus(place: Place(.account)))
        opened = claim.draft
        earlier = claim.history
        answers = claim.answers
        sent = claim.sent
        visits.toKeyAgain = claim.toKeyAgain
        visits.given = claim.given
        learned = claim.learned
        if let holder = claim.holder { turn = .theirs(holder) }
        // A claim that was left before has been seen: all of its findings show.
        if !claim.isNew { visits.leftScreens = Set(Screen.claimScreens) }
    }

    /// Payers may have answered since it was opened.
    mutating func takeAnswers(of claim: OpenedClaim) {
        (earlier, answers, sent, learned) = (claim.history, claim.answers, claim.sent, claim.learned)
    }

    init(practice: ClaimDraft) {
        let first = Place(.billingEntityType)
        work = Work(draft: practice, status: .draft, screen: .practice, focus: Focus(place: first))
        earlier = []
    }

    /// An entry of a reference file, the cursor on the first field that is blank in a new one.
    init(reference entry: ClaimDraft, _ kind: ReferenceKind, isNew: Bool) {
        let first = kind.places.first { !isNew || entry.text(at: $0).isEmpty }
        work = Work(
            draft: entry, status: .draft, screen: .reference, focus: Focus(place: first ?? Place(.patientLastName)))
        earlier = []
        file = kind
    }

    private var sentBefore: [SentVersion] { work.status.restsWithPayer && !isToGoAgain ? [] : sent }

    /// The findings as of the last key.
    mutating func validated(at inputs: Inputs) -> [Finding] {
        if let findings { return findings }
        let context = inputs.context(for: draft, history: earlier, sent: sentBefore, answers: answers, learned: learned)
        var found = judgement.findings(on: draft, in: context)
        if !isClaim { found.removeAll { $0.concern != .entry } }
        findings = found
        return found
    }

    /// Compares the answers with the claim as of the last key.
    private mutating func readAnswers(at inputs: Inputs) {
        let findings = validated(at: inputs)
        guard readings == nil, isClaim else { return }
        let context = inputs.context(for: draft, history: earlier, sent: sent, answers: answers)
        readings = shownAnswers.map { AnswerReading(of: $0, to: draft, findings: findings, in: context) }
    }

    /// The last answer that says the claim's status, and what was keyed by hand where it says something else.
    private var shownAnswers: [ClaimAnswer] {
        let answers = answers.settled(on: draft)
        let decision = work.status.isDecided ? answers.last { $0.kind == .remittance && $0.status != nil } : nil
        let last = decision ?? answers.last { $0.status != nil } ?? answers.last
        let keyed = AnswerCode.codes(in: draft.identity.recordedDenial.text).codes
        guard !keyed.isEmpty, last.map({ !Set(keyed).isSubset(of: $0.allCodes) }) ?? true else {
            return last.map { [$0] } ?? []
        }
        return (last.map { [$0] } ?? []) + [ClaimAnswer(typed: keyed, on: draft)]
    }
}

/// What is worked out of the claim for a key and its frame: each once, whoever asks first.
extension ClaimEditor {
    /// What shows of the findings as of the last key.
    mutating func shown(_ inputs: Inputs) -> Shown {
        if let shown { return shown }
        let findings = validated(at: inputs)
        let made = Shown(of: self, findings: findings, books: inputs.books)
        shown = made
        return made
    }

    /// The screen of fields as of the last key.
    mutating func layout(_ view: DeskView) -> FormLayout {
        if let layout { return layout }
        let made = layout(of: work.screen, openAt: focusedPlace, view)
        layout = made
        return made
    }

    /// What a receiver would reject of the claim as of the last key, without what a finding reports at the same field.
    mutating func refusals(_ inputs: Inputs) -> [FileRefusal] {
        if let refused { return refused }
        let errors = Set(validated(at: inputs).filter { $0.severity == .error }.map(\.place))
        let made = inputs.refusals(draft).filter { $0.place.map { !errors.contains($0) } ?? true }
        refused = made
        return made
    }

    /// The Review list as of the last key.
    mutating func review(_ inputs: Inputs) -> Review {
        if let review { return review }
        readAnswers(at: inputs)
        let findings = validated(at: inputs)
        let made = Review(
            of: draft, status: work.status, findings: findings, refusals: refusals(inputs),
            showsAllNotes: visits.showsAllNotes, readings: readings ?? [], answers: answers, books: inputs.books)
        review = made
        return made
    }

    /// Everything that a frame needs.
    mutating func prepare(_ view: DeskView) {
        _ = shown(view.inputs)
        // A clean claim is not ready yet where a receiver would reject its form: looked at once a field is left, since it is
        // all of the 837P that is written for it.
        if work.status == .clean, wasRefused || !work.focus.isEdited { _ = refusals(view.inputs) }
        if work.screen == .review { _ = review(view.inputs) } else { _ = layout(view) }
    }

    /// Code sets, policies or the day have changed.
    mutating func forget() {
        findings = nil
        layout = nil
    }

    /// The window has another size.
    mutating func forgetLayout() { layout = nil }

    /// A screen of the claim, with the row of `place` on it even where its code would not bring it there.
    func layout(of screen: Screen, openAt place: Place?, _ view: DeskView) -> FormLayout {
        .layout(
            of: screen,
            from: LayoutSource(
                draft: draft, inputs: view.inputs, columns: view.parts.bodyColumns, open: place, file: file))
    }
}
