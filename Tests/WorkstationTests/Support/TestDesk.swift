import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

@testable import Workstation

/// A workstation with somebody at it: keys go in, the loop answers out of a store in memory, and the screen is read.
final class TestDesk {
    var workstation: Workstation
    /// Everything that the workstation has asked for so far.
    private(set) var effects: [Effect] = []
    private(set) var store: [String: SavedClaim] = [:]
    /// Whether it is not said yet that what was handed over is saved.
    var isDiskSlow = false
    private(set) var hasLeft = false
    /// The printers of the system.
    var printers = Printers(names: ["Front_Desk", "Back_Room"])
    var existingFiles: Set<String> = []
    /// EOBs as they were keyed, by claim.
    private(set) var keptEOBs: [String: KeyedEOB] = [:]
    /// What an eligibility answer that is read says.
    var eligibility = EligibilityOffer(
        messages: ["0 coverages would be updated."], change: ReferenceChange("answer", []))
    /// The versions that were to be kept, as the store had them then; `nil` for a claim that stands there as it was opened.
    private(set) var versions: [ClaimDraft?] = []
    private var history: [PriorClaim]
    /// The files that were sent.
    var sent = SentFiles.batches

    private static let shelf: Result<(CodeBooks, PolicyLibrary), any Error> = Result {
        (try CodeBooks.shipped(), try PolicyLibrary())
    }

    init(
        _ size: Size = Workstation.smallest, practice: ClaimDraft = .practice, preferences: Preferences = Preferences(),
        history: [PriorClaim] = [], isLead: Bool = true,
        refusals: @escaping @Sendable (ClaimDraft) -> [FileRefusal] = { _ in [] }
    ) throws {
        let (books, policies) = try TestDesk.shelf.get()
        self.history = history
        workstation = Workstation(
            inputs: Inputs(
                books: books, policies: policies, today: ClaimExample.today, practice: practice, directory: [],
                preferences: preferences, signedIn: SignedInPerson(name: "A. Biller", isLead: isLead),
                refusals: refusals),
            size: size)
        answer(.list)
    }

    /// A desk at which this claim has been opened from the worklist, having been left there earlier.
    convenience init(
        open draft: ClaimDraft, isNew: Bool = false, _ size: Size = Workstation.smallest,
        preferences: Preferences = Preferences(), history: [PriorClaim] = [], status: ClaimStatus = .draft,
        answers: [ClaimAnswer] = [], isLead: Bool = true,
        refusals: @escaping @Sendable (ClaimDraft) -> [FileRefusal] = { _ in [] }
    ) throws {
        try self.init(size, preferences: preferences, history: history, isLead: isLead, refusals: refusals)
        take(
            .opened(OpenedClaim(draft: draft, status: status, history: history, answers: answers, isNew: isNew)))
    }

    @discardableResult
    func press(_ keys: Key...) -> TestDesk { press(keys) }

    @discardableResult
    func press(_ keys: [Key]) -> TestDesk {
        for key in keys { handle(.event(.key(key))) }
        return settle()
    }

    @discardableResult
    func type(_ text: String) -> TestDesk { press(text.map { .character($0) }) }

    @discardableResult
    func paste(_ text: String) -> TestDesk { take(.event(.paste(text, dropped: 0))) }

    @discardableResult
    func screen(_ screen: Screen) -> TestDesk { press(Keys.screen(screen.rawValue)) }

    @discardableResult
    func take(_ action: Action) -> TestDesk {
        handle(action)
        return settle()
    }

    func handle(_ action: Action) {
        for effect in workstation.handle(action) { answer(effect) }
    }

    private func settle() -> TestDesk {
        for effect in workstation.settle() { answer(effect) }
        return self
    }

    /// Puts the cursor into a field, as Review's Enter does.
    @discardableResult
    func go(to field: Field, row: Int = 0) -> TestDesk {
        move(to: Place(field, row: row), screen: openScreen == .practice ? .practice : Screen(of: field))
        return settle()
    }

    /// The same without the work that the loop does before a frame.
    func move(to place: Place, screen: Screen? = nil) {
        let view = workstation.view
        _ = workstation.screen.changeEditor { editor in
            editor.move(to: place, screen: screen ?? editor.work.screen, in: view.parsing)
            _ = editor.save(view.inputs)
        }
    }

    func show(_ screen: Screen) {
        let view = workstation.view
        _ = workstation.screen.changeEditor { _ = $0.go(to: screen, .next, view) }
    }
}

/// What is open.
extension TestDesk {
    var editor: ClaimEditor? {
        get { workstation.screen.openEditor }
        set {
            guard let newValue else { return }
            _ = workstation.screen.changeEditor { $0 = newValue }
        }
    }

    var submissions: Submissions? {
        workstation.screen as? Submissions
    }

    var layout: FormLayout { editor?.layout(of: openScreen ?? .claim, openAt: focus, workstation.view) ?? FormLayout() }
    func layout(of screen: Screen) -> FormLayout {
        editor?.layout(of: screen, openAt: nil, workstation.view) ?? FormLayout()
    }

    var focusIsOnScreen: Bool { focus.map { layout.shows($0) } ?? false }
    var findingsAtCursor: [Finding] { editor?.shownFindingsAtCursor ?? [] }
    var selectedReviewRow: Review.Row? { editor?.selectedReviewRow }

    var selectedFinding: Finding? {
        if case .finding(let finding, _) = selectedReviewRow { finding } else { nil }
    }

    var selectedForecast: DenialForecast.Entry? {
        if case .forecast(let entry) = selectedReviewRow { entry } else { nil }
    }
}

extension TestDesk {
    /// The desk with what the last keys have made of it worked out, as before each frame.
    var settled: TestDesk { settle() }
    var frame: Frame { workstation.frame(glyphs: .unicode) }
    /// What is seen.
    var text: String { frame.text }
    var message: String { workstation.status.message ?? "" }
    var draft: ClaimDraft { editor?.draft ?? ClaimDraft(id: "none") }
    var focus: Place? { editor?.focusedPlace }
    var openScreen: Screen? { editor?.work.screen }
    var status: ClaimStatus? { editor?.work.status }

    /// The findings that show, as `DX-006` or `ND-002`, in the order of the screens.
    var shownFindings: [Finding] {
        workstation.settle()
        guard let editor else { return [] }
        return Shown(of: editor, findings: editor.findings ?? [], books: workstation.inputs.books).findings
    }

    var shownErrors: Set<String> { Set(shownFindings.filter { $0.severity == .error }.map(\.rule.id)) }
}

/// The loop, with a store in memory.
extension TestDesk {
    private func answer(_ effect: Effect) {
        effects.append(effect)
        switch effect {
        case .list: handle(.listed(ListedRows(store.values.map(row).sorted { $0.id < $1.id })))
        case .open(let id): store[id].map { open($0.draft, status: $0.status, isNew: false) }
        case .create(let beginning): create(beginning)
        case .save(let claim):
            store[claim.draft.id] = claim
            if isDiskSlow { return }
            handle(.saved(id: claim.draft.id, at: "10:00"))
        case .delete(let id): change(id, to: .deleted)
        case .restore(let id): change(id, to: .draft)
        case .hold(let id, let reason): change(id, to: reason == nil ? .draft : .held)
        case .preview(let kind, let draft):
            handle(.previewed(kind, lines: (1...60).map { "\(draft.id) line \($0)" }))
        case .listPrinters: handle(.printers(printers))
        case .print(_, let paperwork, .file(let name, replaces: false)) where existingFiles.contains(name):
            handle(.fileExists(paperwork, name))
        case .printListed(_, let paperwork, .file(let name, replaces: false)) where existingFiles.contains(name):
            handle(.fileExists(paperwork, name))
        case .print(_, _, let target), .printListed(_, _, let target): handle(.said("Printed: \(target)"))
        case .readEligibility: handle(.eligibilityRead(eligibility))
        case .leave: hasLeft = true
        case .close(let id):
            guard let draft = store[id]?.draft else { return }
            handle(.directoryChanged(ReferenceEntry.all(in: draft)))
        case .changeReferences(let change): handle(.referencesChanged(change))
        case .keepVersion(let id): versions.append(store[id]?.draft)
        case .listBatches: handle(.batches(sent))
        case .listBatch(let id):
            guard let batch = sent.first(where: { $0.id == id }) else { return }
            handle(.batch(batch, SentFiles.claims))
        case .offerSending:
            handle(
                .sendingOffered(
                    SendingOffer(claims: 2, receiver: "Clearhouse Inc", isTest: false, file: "claims-18.837")))
        case .send: handle(.said("Sent."))
        case .previewBulk(let act, let ids): handle(.bulkPreviewed(act, lines(ids)))
        case .carryOutBulk(let act, let ids): handle(.bulkDone(act, lines(ids)))
        case .openNext(let ids):
            if let id = ids.first, let claim = store[id] { open(claim.draft, status: claim.status, isNew: false) }
        case .report(let report): handle(.reported(report) { width in ["\(report.title), \(width) columns"] })
        case .printReport(_, let target): handle(.said("Printed: \(target)"))
        case .saveViews(let views): handle(.views(views))
        case .saveClearinghouse(let setup): handle(.clearinghouse(setup))
        // The tests answer these themselves.
        case .listInbox, .takeFile, .takeInbox, .offerImport, .offerMaps, .importFile, .readFolder, .readClearinghouse:
            break
        case .offerPosting(let id):
            guard let claim = store[id] else { return }
            handle(
                .postingOffered(
                    PostingOffer(draft: claim.draft, status: claim.status, last: nil, kept: keptEOBs[id])))
        case .keepEOB(let id, let keyed): keptEOBs[id] = keyed
        case .comment, .savePractice, .beep, .copy, .createNextPayersClaim, .resolve, .turn, .undoBulk, .writeSheet,
            .offerSteps,
            .takeStep, .correct, .post, .readHistory, .readClose:
            break
        }
    }

    private func lines(_ ids: [String]) -> [BulkLine] {
        ids.map { BulkLine($0, store[$0]?.draft.identity.account.text ?? "", isDone: true, "done") }
    }

    private func open(
        _ draft: ClaimDraft, status: ClaimStatus, isNew: Bool, toKeyAgain: Set<Place> = [], given: Set<Place> = []
    ) {
        handle(
            .opened(
                OpenedClaim(
                    draft: draft, status: status, history: history, isNew: isNew, toKeyAgain: toKeyAgain, given: given))
        )
    }

    private func create(_ beginning: Beginning) {
        let account = "C-\(3001 + store.count)"
        let practice = workstation.inputs.practice
        guard case .after(let id, let repetition) = beginning, let source = store[id]?.draft else {
            var new = ClaimDraft.new(id: account, account: account, practice: practice, in: ClaimExample.parsing)
            guard case .template(let name) = beginning,
                let entry = workstation.inputs.directory.entry(.template, name)
            else { return open(new, status: .draft, isNew: true) }
            let given = new.take(template: entry, in: ClaimExample.parsing)
            return open(new, status: .draft, isNew: true, given: given)
        }
        var copy = ClaimDraft.copy(
            of: source, as: repetition, id: account, account: account, practice: practice, earlier: history,
            in: ClaimExample.parsing)
        // Nobody is named yet whose claims they would be.
        if repetition == .nextPatient { history = [] }
        let toKeyAgain = ClaimDraft.places(toKeyAgainOn: copy, of: source, as: repetition)
        let score = copy.askScoreAnew(
            under: workstation.inputs.policies.policy(for: copy), in: ClaimExample.parsing)
        open(copy, status: .draft, isNew: true, toKeyAgain: toKeyAgain.union(score))
        handle(.said(repetition.message(on: copy, after: source)))
    }

    private func change(_ id: String, to status: ClaimStatus) {
        guard let claim = store[id] else { return }
        store[id] = SavedClaim(draft: claim.draft, status: status)
    }

    private func row(of claim: SavedClaim) -> WorklistRow {
        let draft = claim.draft
        let findings = findings(on: draft)
        let verdict = Verdict(of: findings, on: draft)
        let tally = Tally(findings, on: draft)
        var row = WorklistRow(
            id: draft.id, status: claim.status,
            patient: [draft.patient.lastName.text, draft.patient.firstName.text].joined(separator: ", "),
            serviceDay: draft.lines.first?.from.value, payer: draft.payer.name.text,
            account: draft.identity.account.text,
            errors: verdict.errors, warnings: verdict.warnings, daysLeft: 90, heldBy: "", comment: "",
            authorization: draft.authorizationLeft, changedOn: ClaimExample.today, rules: tally.rules,
            problems: tally.open)
        row.charge = draft.totalCharge
        row.procedures = draft.lines.map(\.procedure.text)
        return row
    }

    /// Puts claims onto the worklist as if they had been keyed earlier.
    func keep(_ examples: [ClaimExample]) {
        for example in examples {
            let draft = example.draft
            store[draft.id] = SavedClaim(draft: draft, status: Verdict(of: findings(on: draft), on: draft).status)
        }
        answer(.list)
    }

    /// As the office judges a claim for its list.
    private func findings(on draft: ClaimDraft) -> [Finding] {
        let inputs = workstation.inputs
        let policy = inputs.policies.policy(for: draft)
        return validate(draft, in: Context(books: inputs.books, policy: policy, today: ClaimExample.today))
    }
}

extension ClaimDraft {
    /// An invented practice that has been set up: who bills, who treats, and the defaults.
    static let practice: ClaimDraft = {
        var practice = ClaimDraft(id: "practice")
        for field in FieldGroup.practice.flatMap(\.fields) {
            let text = ClaimExample.sample.draft.text(at: Place(field))
            if !text.isEmpty { practice.type(text, at: Place(field), in: ClaimExample.parsing) }
        }
        return practice
    }()
}
