import ClaimModel
import ClaimRules
public import TerminalKit
import TextKit

/// The whole desk as a value: keys and answers go in, effects and frames come out.
public struct Workstation: Sendable {
    var desk: Desk
    var worklist = Worklist()
    /// The files that were sent, while the person looks at them.
    var batches: BatchList?
    var editor: ClaimEditor?
    var dialog: Dialog?
    /// What the last key did, or why it did nothing.
    var message: String?
    /// Who signs overrides and comments, as they last named themselves.
    var signer = ""
    /// Columns and rows, which navigation between fields needs.
    var size: Size

    public init(desk: Desk, size: Size) {
        self.desk = desk
        self.size = size
    }

    /// The smallest screen that everything fits on.
    public static let smallest = Size(columns: 80, rows: 24)

    /// Whether something typed is not on disk yet.
    public var hasUnsavedWork: Bool { editor?.saving.isUnsaved ?? false }

    /// The claim that is open, if any.
    public var openClaimID: String? { editor.flatMap { $0.isPractice ? nil : $0.draft.id } }

    /// Opens the practice's set-up, as on a first start.
    public mutating func setUpPractice() {
        editor = ClaimEditor(practice: desk.practice)
        message = "First start: what you enter here stands on every new claim. Esc skips; Ctrl-O 9 comes back."
    }

    /// Takes one thing that happened and says what is to be done about it.
    public mutating func handle(_ action: Action) -> [Effect] {
        switch action {
        case .event(let event): return handle(event)
        case .saveDue: return save()
        case .today(let day): desk.today = day
        case .listed(let rows): worklist.take(rows, today: desk.today)
        case .storeChanged: if editor == nil { return [.list] + refreshedBatches() }
        case .batches(let rows): batches?.take(rows)
        case .batch(let batch, let claims): batches?.take(batch, claims)
        case .sendingOffered(let offer): if dialog == nil, editor == nil { ask(offer) }
        case .opened(let claim):
            editor = ClaimEditor(opening: claim)
            editor?.visits.cameFromBatch = batches != nil
            dialog = nil
            if claim.wantsCorrection { return goToScreen(.review, end: "") }
        case .saved(let id, let time): noteSaved(id: id, at: time)
        case .saveFailed(let words):
            editor?.saving.isUnsaved = true
            editor?.saving.failure = words
            message = words
        case .history(let id, let claims): if editor?.draft.id == id { editor?.earlier = claims }
        case .directory(let entries): desk.directory = entries
        case .recentCodes(let codes): desk.recentCodes = codes
        case .books(let books): take(books)
        case .policies(let policies):
            desk.policies = policies
            editor?.findings = nil
        case .previewed(let title, let lines): dialog = .pager(Pager(title: title, lines: lines, columns: size.columns))
        case .said(let words): message = words
        }
        return []
    }

    private mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key):
            guard isLargeEnough else { return [] }
            message = nil
            return sayingWhereItStands { $0.press(key) }
        case .paste(let text, let dropped):
            guard isLargeEnough else { return [] }
            message = dropped > 0 ? "\(dropped) characters of the paste were no text and are left out." : nil
            return sayingWhereItStands { $0.paste(text) }
        case .resized(let size):
            self.size = size
            return []
        case .resumed: return []
        case .terminated, .hangup: return save() + [.leave]
        }
    }

    /// What a change makes of where the claim stands is told: what was ready or rejected is a draft again, and what the
    /// payer has is no other for it.
    private mutating func sayingWhereItStands(_ act: (inout Workstation) -> [Effect]) -> [Effect] {
        let (id, before, wasUntouched) = (openClaimID, editor?.work.status, editor?.history.isEmpty ?? false)
        let effects = act(&self)
        guard let id, openClaimID == id, let before, let open = editor else { return effects }
        if [.ready, .rejected].contains(before), [.draft, .flagged, .clean].contains(open.work.status) {
            let words = "This claim was \(before.rawValue); now that it changes it is a draft again."
            message = message.map { "\($0) \(words)" } ?? words
        } else if wasUntouched, !open.history.isEmpty, before.reachedPayer, message == nil {
            message =
                "The payer has this claim as it was sent, and it stays \(before.rawValue). "
                + "\(keyName(.sendAgain)) makes it the one to send again."
        }
        return effects
    }

    /// No key is applied unseen.
    var isLargeEnough: Bool {
        size.columns >= Workstation.smallest.columns && size.rows >= Workstation.smallest.rows
    }

    private mutating func press(_ key: Key) -> [Effect] {
        let command = desk.preferences.keymap.command(for: key)
        if command == .leaveHint {
            message = "\(key.name) does not leave. Esc goes back to the worklist, and once more asks whether to leave."
            return []
        }
        if dialog != nil { return pressInDialog(key, command) }
        guard let screen = editor?.work.screen else {
            return batches == nil ? pressInWorklist(key, command) : pressInBatches(key, command)
        }
        return screen == .review ? pressInReview(key, command) : pressInForm(key, command)
    }

    /// The open claim as it is to be kept, while something of it is not.
    mutating func save() -> [Effect] {
        guard editor?.saving.isUnsaved == true, let findings = editor?.validated(at: desk), var open = editor
        else { return [] }
        if open.isPractice {
            editor?.saving.isUnsaved = false
            return [.savePractice(open.draft)]
        }
        let verdict = Verdict(of: findings, on: open.draft)
        if [.draft, .flagged, .clean].contains(open.work.status) {
            open.work.status = verdict.status
        } else if open.work.status == .ready, !verdict.isClean {
            open.work.status = .flagged
        }
        open.saving.isUnsaved = false
        open.saving.failure = nil
        editor = open
        let rules = Set(findings.filter { $0.severity != .note && $0.override(in: open.draft) == nil }.map(\.rule.id))
        return [
            .save(SavedClaim(draft: open.draft, status: open.work.status, verdict: verdict, rules: rules.sorted()))
        ]
    }

    private mutating func noteSaved(id: String, at time: String) {
        guard editor?.draft.id == id else { return }
        editor?.saving.savedAt = time
    }

    /// Works out what the last keys have made of the claim; the loop calls it once before each frame.
    ///
    /// - Returns: a beep where an error shows that has not shown before, if the user wants it.
    @discardableResult
    public mutating func settle() -> [Effect] {
        refreshLookUp()
        if editor?.work.screen == .review { editor?.readAnswers(at: desk) }
        guard let findings = editor?.validated(at: desk), desk.preferences.beepsOnError, var open = editor
        else { return [] }
        let isNew = open.alarm.hears(Shown(of: open, findings: findings, books: desk.books))
        editor = open
        return isNew ? [.beep] : []
    }
}
