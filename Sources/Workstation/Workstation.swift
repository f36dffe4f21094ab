import ClaimModel
import ClaimRules
public import TerminalKit
public import TextKit

/// The whole workstation as a value: keys and answers go in, effects and frames come out.
public struct Workstation: Sendable {
    var inputs: Inputs
    var screen: any DeskScreen = Worklist()
    var overlay: (any Overlay)?
    var status = Status()
    /// Columns and rows, which navigation between fields needs.
    var size: Size

    struct Status: Hashable, Sendable {
        /// What the last key did, or why it did nothing.
        var message: String?
        var unsaved = UnsavedWork()
    }

    public init(inputs: Inputs, size: Size) {
        self.inputs = inputs
        self.size = size
    }

    /// The smallest screen that everything fits on.
    public static let smallest = Size(columns: 80, rows: 24)

    /// Whether something typed is not on disk yet.
    public var hasUnsavedWork: Bool { screen.hasUnsavedWork }

    var view: DeskView { DeskView(inputs: inputs, size: size, unsaved: status.unsaved) }

    /// Opens the practice's setup, as on a first start.
    public mutating func setUpPractice() {
        screen = PracticeScreen(inputs.practice, behind: screen.worklist)
        status.message =
            "Practice defaults: filled in on every new claim. Esc skips; \(view.key(.goToScreen)) 9 opens this again."
    }

    /// Takes one thing that happened and says what is to be done about it.
    public mutating func handle(_ action: Action) -> [Effect] {
        switch action {
        case .event(let event): return handle(event)
        case .saveDue: return save()
        case .today(let day):
            inputs.today = day
            screen.changeEditors { $0.forget() }
        case .listed(let rows): changeList { $0.take(rows) }
        case .listChanged(let rows): changeList { $0.take(changed: rows) }
        case .storeChanged: return screen.rereading + rereadingClaim
        case .batches(let rows): screen.changeSubmissions { $0.take(rows) }
        case .batch(let batch, let claims): screen.changeSubmissions { $0.take(batch, claims) }
        case .sendingOffered(let offer): show(Prompt(offer), where: screen is Worklist)
        case .opened(let claim): open(claim)
        case .turn(let id, let news): return take(news, of: id)
        case .saved(let id, let time): noteSaved(id, at: time)
        case .saveFailed(let text): noteSaveFailure(text)
        case .conflict(let id, let conflict): return meet(conflict, of: id)
        case .unsaved(let unsaved): return take(unsaved)
        case .history(let id, let claims): screen.changeEditors { if $0.draft.id == id { $0.earlier = claims } }
        case .directory(let entries): changeFiles { $0 = Directory(entries) }
        case .directoryChanged(let entries): changeFiles { $0.take(entries) }
        case .directoryRead(let directory): changeFiles { $0.take(directory) }
        case .referencesChanged(let change): changeFiles { $0.make(change) }
        case .recentCodes(let codes): inputs.recentCodes = codes
        case .books(let books):
            inputs.books = books
            forgetWhatWasRead()
        case .policies(let policies):
            inputs.policies = policies
            forgetWhatWasRead()
        case .previewed(let preview, let lines): overlay = Pager(preview, lines: lines, columns: size.columns)
        case .printers(let printers): inputs.printers = printers
        case .reported(let report, let lines): show(report, lines)
        case .bulkPreviewed(let act, let lines): show(act, lines)
        case .bulkDone(let act, let lines): take(act, lines)
        case .views(let views): inputs.views = views
        case .fileExists(let paperwork, let file):
            show(Confirm.replace(paperwork, file), where: screen is ClaimScreen || screen is Worklist)
        case .inbox(let contents): inputs.inbox = contents
        case .clearinghouse(let setup): inputs.clearinghouse = setup
        case .filesTaken(let news, let isAsked): take(news, isAsked: isAsked)
        case .importOffered(let offer):
            status.message = nil
            show(ImportReview(offer, columns: size.columns), where: screen is InboxScreen)
        case .mapsOffered(let offer):
            status.message = nil
            show(MapChoice(offer), where: screen is InboxScreen)
        case .folder(let listing, let purpose): show(FileChoice(listing, for: purpose))
        case .picked(let path, let purpose): return effects(ofPicking: path, for: purpose)
        case .eligibilityRead(let offer): show(offer)
        case .stepsOffered(let offer): offerSteps(offer)
        case .postingOffered(let offer): return openPosting(offer)
        case .posted(let message): return closePosting(message)
        case .historyRead(let account, let lines): show(HistoryList(account, lines))
        case .closeRead(let title, let lines):
            show(Pager(.explanation, title: title, lines: lines, columns: size.columns))
        case .said(let text): status.message = text
        case .messages(let title, let sentences): show(sentences, under: title)
        }
        return []
    }

    /// Works out what the last keys have made of the claim; the loop calls it once before each frame.
    ///
    /// - Returns: a beep where an error shows that has not shown before, if the user wants it.
    @discardableResult
    public mutating func settle() -> [Effect] {
        overlay?.refresh(inputs)
        screen.refresh(inputs)
        let view = self.view
        let beeps = inputs.preferences.beepsOnError
        let isHeard = screen.changeEditor { editor in
            editor.prepare(view)
            return beeps && editor.alarm.hears(editor.shown(view.inputs))
        }
        return isHeard == true ? [.beep] : []
    }

    /// The screen as it should look now.
    public func frame(glyphs: Glyphs) -> Frame {
        var frame = Frame(size, glyphs: glyphs)
        guard isLargeEnough else {
            frame.drawTooSmall(Workstation.smallest)
            return frame
        }
        screen.draw(on: &frame, message: status.message, view)
        overlay?.draw(on: &frame, message: status.message, view)
        drawTurn(on: &frame)
        return frame
    }

    /// No key is applied unseen.
    private var isLargeEnough: Bool {
        size.columns >= Workstation.smallest.columns && size.rows >= Workstation.smallest.rows
    }
}

extension Workstation {
    private mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key):
            guard isLargeEnough else { return [] }
            status.message = nil
            return press(key)
        case .paste(let text, let dropped):
            guard isLargeEnough else { return [] }
            status.message =
                dropped > 0 ? "Pasted without \(counted(dropped, "control character"))." : nil
            return paste(text)
        case .resized(let size):
            self.size = size
            screen.changeEditors { $0.forgetLayout() }
            return []
        case .suspending, .resumed: return []
        case .terminated, .hangup: return save() + screen.lastEffects + [.leave]
        }
    }

    private mutating func press(_ key: Key) -> [Effect] {
        let command = inputs.preferences.keymap.command(for: key)
        switch command {
        case .leaveHint:
            status.message =
                "\(key.name) does not quit. Esc goes back to the worklist; on the worklist it asks whether to quit."
            return []
        case let command? where command.isOfTurns: return pressTurn(command)
        case _ where overlay != nil: return pressInOverlay(key, command)
        case .palette:
            screen.refresh(inputs)
            overlay = Palette(in: screen.area) { screen.applies($0, view) }
            return []
        default: return apply(screen.press(key, command, view))
        }
    }

    private mutating func pressInOverlay(_ key: Key, _ command: Command?) -> [Effect] {
        guard var current = overlay else { return [] }
        let reply = current.press(key, command, view)
        overlay = nil
        switch reply {
        case .stay(let message):
            overlay = current
            status.message = message
        // Its digit is not to be typed into the field below.
        case .close where command == .goToScreen && screen.applies(.goToScreen, view): overlay = ScreenNumber()
        case .close(let message): status.message = message
        case .become(let next): overlay = next
        case .request(let request):
            let effects = take(request)
            return overlay == nil ? effects + meetConflict() : effects
        }
        return overlay == nil ? meetConflict() : []
    }

    /// Carries out what an overlay was asked for.
    private mutating func take(_ request: Request) -> [Effect] {
        switch request {
        case .leave: return [.leave]
        case .keys:
            overlay = view.keyList(in: screen.area)
            return []
        case .askForClaim(let reason):
            return screen.openClaim.map { [.turn(id: $0.draft.id, .ask(reason: reason))] } ?? []
        case .run(let command) where command.isOfTurns: return pressTurn(command)
        case .run(let command):
            let key = inputs.preferences.keymap.keys(for: command).first ?? .enter
            return apply(screen.press(key, command, view))
        case .go(let target): return apply(screen.go(to: target, view))
        case .override(_, let reason), .hold(_, let reason): inputs.lastReason = reason
        case .pick(let path, let purpose): return [.readFolder(path, purpose)]
        default: break
        }
        return apply(screen.take(request, view))
    }

    private mutating func paste(_ text: String) -> [Effect] {
        let dropped = status.message
        defer { if status.message == nil { status.message = dropped } }
        guard var over = overlay else { return apply(screen.paste(text, view)) }
        if case .stay(let message?) = over.paste(text) { status.message = message }
        overlay = over
        return []
    }

    mutating func apply(_ outcome: Outcome) -> [Effect] {
        if let message = outcome.message { status.message = message }
        if let over = outcome.overlay { overlay = over }
        switch outcome.destination {
        case nil: break
        case .over(let next): screen = next
        case .back:
            let isSetup = screen is PracticeScreen || screen is ClearinghouseScreen
            if isSetup, let practice = screen.openEditor?.draft { inputs.practice = practice }
            screen = screen.behind
        }
        return outcome.effects
    }
}

extension Prompt {
    /// Asks first: what is submitted is not undone.
    fileprivate init(_ offer: SendingOffer) {
        self.init(
            "Submit \(counted(offer.claims, "claim")) to \(offer.receiver) (\(offer.isTest ? "TEST" : "PRODUCTION"))? "
                + "One new 837P file. This cannot be undone.",
            [.init(label: "File", text: offer.file)], for: .submit(offer.claims))
    }
}
