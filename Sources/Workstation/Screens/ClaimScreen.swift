import ClaimModel
import ClaimRules
import TerminalKit

/// An open claim: its six pages of fields, and Review.
struct ClaimScreen: DeskScreen {
    var editor: ClaimEditor
    var origin: Origin

    /// The list that the claim was opened from, to which Esc goes back.
    enum Origin: Sendable {
        case worklist(Worklist)
        case submissions(Submissions)

        var worklist: Worklist {
            get {
                switch self {
                case .worklist(let list): list
                case .submissions(let files): files.worklist
                }
            }
            set {
                switch self {
                case .worklist: self = .worklist(newValue)
                case .submissions(var files):
                    files.worklist = newValue
                    self = .submissions(files)
                }
            }
        }

        var screen: any DeskScreen {
            switch self {
            case .worklist(let list): list
            case .submissions(let files): files
            }
        }

        fileprivate var label: String {
            switch self {
            case .worklist: "Worklist"
            case .submissions: "Submitted"
            }
        }
    }

    init(opening claim: OpenedClaim, from origin: Origin, _ view: DeskView) {
        editor = ClaimEditor(opening: claim)
        self.origin = origin
        if claim.wantsCorrection {
            editor.show(.review, at: nil, in: view.parsing)
            editor.visits.reviewRow = editor.review(view.inputs).firstAnswer ?? 0
        } else {
            editor.goToFirstPlace(isNew: claim.isNew, view)
        }
        let from = origin.worklist.opened
        if from?.id == claim.draft.id, let rule = from?.rule { editor.go(toFindingOf: rule, view) }
    }

    var area: Area { isOnReview ? .review : .form }
    var behind: any DeskScreen { origin.screen }
    var openEditor: ClaimEditor? { editor }

    var worklist: Worklist {
        get { origin.worklist }
        set { origin.worklist = newValue }
    }

    private var isOnReview: Bool { editor.work.screen == .review }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if let refusal = editor.refusal(of: key, command, view) { return .say(refusal) }
        return sayingStatus(view) { claim in
            let own =
                claim.isOnReview
                ? claim.pressInReview(key, command, view) : claim.editor.pressInForm(key, command, view)
            return own ?? claim.pressAnywhere(key, command, view)
        }
    }

    /// Commands that do the same on all seven screens.
    private mutating func pressAnywhere(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        switch command {
        case .payerAnswer: askPayerAnswer()
        case .changes: show(.changes)
        case .history: readHistory(view)
        case .nextStep: offerSteps(view)
        case .postEOB: offerPosting(view)
        case .resubmit: askHowToResubmit(view)
        case .ready: askReady(view)
        case .preview: show(.cms1500)
        case .print: Outcome(effects: [.listPrinters], overlay: PaperworkChoice())
        case .nextClaim: openNext(view)
        case .nextSession: begin(.session, view)
        case .nextPatient: begin(.nextPatient, view)
        case .template: askTemplateName()
        case .back: leave(view)
        case .references: openReferences(view)
        case .group: .say("\(view.key(.group)) works on the worklist (Esc): it groups claims by finding.")
        default: view.nothingHere(key)
        }
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        sayingStatus(view) { $0.editor.paste(text, view) }
    }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        if case .resolve(let choice) = request { return resolve(choice, view) }
        return sayingStatus(view) { claim in
            switch request {
            case .payerAnswer(let codes, let status): return claim.take(payerAnswer: codes, status: status, view)
            case .resubmit(let way): return claim.resubmit(way, view)
            case .markReady:
                claim.editor.step { $0.status = .ready }
                return Outcome(
                    effects: claim.editor.save(view.inputs),
                    message: "Ready to submit. Any edit makes it a draft again.")
            case .preview(let preview): return claim.show(preview)
            case .step(_, let step): return claim.take(step, view)
            case .takeStep(_, let step): return claim.leave(for: step, view)
            case .saveTemplate(let name, let replaces): return claim.saveTemplate(name, replaces: replaces, view)
            case .askPrint(let paperwork):
                return Outcome(
                    effects: [.listPrinters], overlay: PrinterChoice(paperwork, view.inputs.printers))
            case .print(let paperwork, let target):
                return Outcome(effects: [.print(claim.editor.draft, paperwork, target)])
            default: return claim.editor.take(request, view)
            }
        }
    }

    private mutating func resolve(_ choice: VersionChoice, _ view: DeskView) -> Outcome {
        switch choice {
        case .copy: Outcome(effects: editor.save(view.inputs) + [.resolve(id: editor.draft.id, .copy)])
        case .merge(let theirs): editor.merge(takingTheirs: theirs, view)
        }
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        if screen == .reference { return openReferences(view) }
        guard screen == .practice else { return editor.go(to: screen, .number, view) }
        let effects = close(view)
        return .open(PracticeScreen(view.inputs.practice, behind: worklist), effects)
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool {
        editor.applies(command, view) && (command != .ready || editor.work.status != .ready)
    }

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? { change(&editor) }

    mutating func changeSubmissions(_ change: (inout Submissions) -> Void) {
        guard case .submissions(var files) = origin else { return }
        origin = .worklist(Worklist())
        change(&files)
        origin = .submissions(files)
    }

    /// The file of the field that has the cursor, to which Esc comes back.
    private mutating func openReferences(_ view: DeskView) -> Outcome {
        let effects = editor.save(view.inputs)
        return .open(ReferenceList(at: editor, over: self, view), effects)
    }

    func show(_ preview: Preview) -> Outcome { Outcome(effects: [.preview(preview, editor.draft)]) }

    /// Back from Review's jump, or to the list; everything is saved already.
    private mutating func leave(_ view: DeskView) -> Outcome {
        guard editor.visits.cameFromReview, !isOnReview else {
            return .back(close(view) + origin.screen.rereading)
        }
        editor.visits.cameFromReview = false
        let row = editor.visits.reviewRow
        let outcome = editor.go(to: .review, .next, view)
        editor.visits.reviewRow = row
        return outcome
    }

    /// Leaves the claim for the next one of the list or group that it was opened from.
    private mutating func openNext(_ view: DeskView) -> Outcome {
        guard let from = origin.worklist.opened, from.id == editor.draft.id else {
            return .say("This claim was not opened from a list. Esc goes back.")
        }
        guard let next = from.next else {
            return .say("This was the last claim of the \(from.rule == nil ? "list" : "group"). Esc goes back.")
        }
        let effects = close(view)
        origin.worklist.opened = next
        return .back(effects + origin.screen.rereading + [.open(id: next.id)])
    }

    /// Leaves the claim for a new one that is made after it.
    private mutating func begin(_ repetition: Repetition, _ view: DeskView) -> Outcome {
        let id = editor.draft.id
        return Outcome(effects: close(view) + [.create(.after(id, repetition))])
    }

    /// Saves the claim and lets go of it.
    mutating func close(_ view: DeskView) -> [Effect] {
        editor.leaveField(in: view.parsing)
        origin.worklist.left = editor.draft.id
        return editor.save(view.inputs) + [.close(id: editor.draft.id)]
    }

    /// Says what a change makes of the status: what was ready or rejected is a draft again, and the payer has what it has.
    private mutating func sayingStatus(_ view: DeskView, _ act: (inout ClaimScreen) -> Outcome) -> Outcome {
        let (before, wasUntouched) = (editor.work.status, editor.history.isEmpty)
        var outcome = keepingTexts(view, act)
        if outcome.destination != nil { return outcome }
        let now = editor.work.status
        if [.ready, .rejected].contains(before), [.draft, .flagged, .clean].contains(now) {
            let text = "This claim is a draft again (was \(before.rawValue)): you edited it."
            outcome.message = outcome.message.map { "\($0) \(text)" } ?? text
        } else if wasUntouched, !editor.history.isEmpty, before.reachedPayer, outcome.message == nil {
            outcome.message =
                "This claim is \(before.rawValue.uppercased()); your edit is not submitted. "
                + "\(view.key(.resubmit)) starts a corrected claim."
        }
        return outcome
    }
}

extension ClaimScreen {
    /// Ready is asked for once nothing is open; else what is missing is said, and shows.
    mutating func askReady(_ view: DeskView) -> Outcome {
        if let refusal = editor.refusal(view) { return .say(refusal) }
        guard editor.work.status != .ready else {
            return .say("This claim is ready to submit. Any edit makes it a draft again.")
        }
        if editor.work.status.reachedPayer, editor.sent.isEmpty {
            return .say(
                "The payer has this claim (\(editor.work.status.rawValue)). \(view.key(.resubmit)) starts a corrected claim, a "
                    + "void or a new one.")
        }
        editor.leaveField(in: view.parsing)
        if editor.work.status.restsWithPayer { editor.isToGoAgain = true }
        editor.visits.leftScreens = Set(Screen.claimScreens)
        editor.visits.begunRow = nil
        let findings = editor.validated(at: view.inputs)
        let refusals = editor.refusals(view.inputs)
        let verdict = Verdict(of: findings, on: editor.draft)
        let effects = editor.save(view.inputs)
        guard let missing = verdict.missing(besides: refusals) else {
            return Outcome(effects: effects, overlay: Confirm.markReady)
        }
        if verdict.isClean, let first = refusals.first {
            return Outcome(
                effects: effects, message: "Not ready: \(missing). First: \(first.message)")
        }
        var way = FindingWay(editor, view)
        let first = way.ordered(findings).first?.finding?.message ?? ""
        editor.visits.startsOver = true
        let found = verdict.missing(besides: []) ?? missing
        let rejected =
            refusals.isEmpty
            ? "" : " Review lists \(counted(refusals.count, "element")) that a receiver would reject, too."
        return Outcome(
            effects: effects,
            message: "Not ready: \(found) (\(view.key(.nextFinding))). First: \(first)\(rejected)")
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let drawing = EditorDrawing(editor, view)
        drawing.drawHead(on: &frame)
        frame.drawSteps(editor, drawing.shown, view)
        if isOnReview { drawReview(on: &frame, view) } else { drawing.drawForm(on: &frame) }
        drawing.drawPane(on: &frame)
        drawing.drawFindingLine(message: message, on: &frame)
        frame.drawFooter(footer(view), view)
    }

    func footer(_ view: DeskView) -> Footer {
        let findings = editor.shownFindingsAtCursor
        let back = editor.visits.cameFromReview && !isOnReview ? "Review" : origin.label
        guard isOnReview else {
            let fix = findings.contains { $0.isForProvider || !$0.fixes.isEmpty } ? "Fix" : "Take"
            return Footer(
                in: .form, labels: [.explain: findings.isEmpty ? "Help" : "Why", .back: back, .takeFix: fix],
                applying: { applies($0, view) })
        }
        return Footer(
            in: .review, labels: [.confirm: editor.selectedReviewRow?.act ?? "Select", .back: back],
            applying: { applies($0, view) })
    }
}

extension Verdict {
    /// What keeps the claim from Ready, in words; `nil` where nothing does.
    func missing(besides refusals: [FileRefusal]) -> String? {
        let parts = [
            errors > 0 ? "\(counted(errors, "error")) to fix" : nil,
            warnings > 0 ? "\(counted(warnings, "warning")) to fix or override" : nil,
            refusals.isEmpty
                ? nil : "\(counted(refusals.count, "element")) that a receiver would reject (Review lists them)",
        ]
        let missing = parts.compactMap(\.self).joined(separator: ", ")
        return missing.isEmpty ? nil : missing
    }
}
