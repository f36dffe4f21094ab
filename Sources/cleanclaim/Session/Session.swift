import ClaimModel
import ClaimOffice
import ClaimStore
import TerminalKit
import Workstation

/// The loop: keys in, frames out, effects carried out in between.
///
/// All waiting events are handled in order before one frame is drawn, up to a tenth of a second. An effect that decides where
/// the next key goes (such as opening a claim) is carried out at once. Whatever is saved is saved on a thread of its own:
/// what was keyed once the frame is shown; where the next key depends on it (a new claim, a deletion), the keys wait for it,
/// and the loop does not.
struct Session {
    private var station: Workstation
    private let clerk: Clerk
    /// The day by the clock; `nil` if the day was given and is fixed.
    private let clock: (() -> Day)?
    /// When unsaved entries are saved at the latest, and a failed save is retried.
    private var saveTime: Deadline?
    /// When the store is checked for changes by others; several of them in a row are one check.
    private var lookTime: Deadline?
    /// When it is checked again, in milliseconds after the check before: what others write is noticed before it is committed,
    /// and on a slow disk that takes its time.
    private var laterLooks: ArraySlice<Int> = []
    private static let laterLooks: ArraySlice = [1_000, 4_000, 15_000]
    private var needsBeep = false
    /// `nil` where no passphrase opens the records.
    private var lock: DeskLock?
    /// What the next frame puts on the clipboard.
    private var copied: String?
    /// What the workstation knows of what is not saved.
    private var knownUnsaved = UnsavedWork()
    private var leaving = Leaving.no
    private var isSuspending = false
    /// What comes after something that the store has not answered yet, in order.
    private var held: [Held] = []

    private enum Held {
        case event(Event)
        case effects(ArraySlice<Effect>)
    }

    private enum Leaving {
        /// `refused`: something could not be saved; leaving again keeps it in a rescue file.
        case no, refused, yes
    }

    init(_ station: Workstation, clerk: Clerk, clock: (() -> Day)?, lock: DeskLock? = nil) {
        self.station = station
        self.lock = lock
        self.clerk = clerk
        self.clock = clock
    }

    /// Runs until the person leaves.
    ///
    /// - Returns: whether everything is saved.
    mutating func run(on terminal: inout some (Terminal & ~Copyable)) -> Bool {
        show(on: &terminal)
        clerk.readRows()
        clerk.keepTables()
        clerk.backUp()
        clerk.readReferenceFiles()
        clerk.openInbox()
        while leaving != .yes {
            if lock?.isDue == true { lockDesk(on: &terminal) }
            // Nobody could unlock it again.
            if clerk.isRemoved { leaving = .yes }
            if leaving != .yes, let event = terminal.nextEvent(until: deadline) {
                let notice = takeOutsideChanges()
                take(event)
                takeWaiting(from: &terminal)
                // A key clears the message before it, so this one comes after the keys.
                if let notice { carryOut(station.handle(notice)) }
                if isSuspending { suspend(on: &terminal) }
            }
            tick()
            show(on: &terminal)
            if clerk.hasNewWork { clerk.startSaving() }
        }
        clerk.withdrawRequest()
        clerk.submitting.finish()
        clerk.inboxDesk.finish()
        clerk.writer.finish()
        while clerk.isAnswering || !held.isEmpty { saveAll() }
        return !clerk.hasUnsavedWork || saveAll()
    }

    /// No deadline, so the process sleeps, if nothing is to be saved, no work runs in the background and nobody else has
    /// written. The writer wakes the loop.
    private var deadline: Deadline? {
        let saveTime = clerk.isSaving && !station.hasUnsavedWork ? nil : saveTime
        return [
            saveTime, lookTime, lock?.time, clerk.turnDeadline, clerk.inboxDesk.deadline,
            clerk.isBusy ? .now + .milliseconds(200) : nil,
        ]
        .compactMap { $0 }.min()
    }

    private mutating func show(on terminal: inout some (Terminal & ~Copyable)) {
        let unsaved = clerk.unsavedWork
        if unsaved != knownUnsaved {
            knownUnsaved = unsaved
            carryOut(station.handle(.unsaved(unsaved)))
        }
        carryOut(station.settle())
        if needsBeep { terminal.beep() }
        needsBeep = false
        if let copied { terminal.copy(copied) }
        copied = nil
        terminal.present(station.frame(glyphs: terminal.glyphs))
    }
}

extension Session {
    /// Stops, with the keys wiped where a passphrase opens the records.
    private mutating func suspend(on terminal: inout some (Terminal & ~Copyable)) {
        isSuspending = false
        if lock != nil {
            putAway(on: &terminal)
            lock?.close()
        }
        terminal.suspend()
    }

    /// Leaves nothing that only the records' keys could save. An import may take its time: nothing can be read meanwhile.
    private mutating func putAway(on terminal: inout some (Terminal & ~Copyable)) {
        terminal.present(.waiting("Locking …", terminal.size, glyphs: terminal.glyphs))
        carryOut(station.handle(.saveDue))
        clerk.submitting.finish()
        clerk.inboxDesk.finish()
        clerk.reading.finish()
        clerk.gathering.finish()
        if !saveAll() { _ = clerk.rescue() }
    }

    /// Hides the screen, wipes the keys, and goes on at the same place once the person is back.
    private mutating func lockDesk(on terminal: inout some (Terminal & ~Copyable)) {
        if lock?.isClosed == false { putAway(on: &terminal) }
        if lock?.run(since: Today.clockTime, on: &terminal) != true {
            clerk.office.store.hurry()
            return leaving = .yes
        }
        carryOut(station.handle(.event(.resized(terminal.size))))
        clerk.readRows()
        clerk.keepTables()
        // What was written meanwhile woke nobody.
        clerk.expectTurnNews()
        lookTime = lookTime ?? .now
        show(on: &terminal)
    }

    /// Takes in a new day and changed files, once for all waiting keys.
    ///
    /// - Returns: the message to show once the keys are handled.
    private mutating func takeOutsideChanges() -> Action? {
        if let day = clock?(), day != clerk.today {
            clerk.today = day
            carryOut(station.handle(.today(day)))
            clerk.backUp()
        }
        var notice: Action?
        for change in clerk.fileChanges() {
            if case .said = change { notice = change } else { carryOut(station.handle(change)) }
        }
        return notice
    }

    /// Keys that come faster than they are handled do not put off the frame, and what is saved after it.
    private mutating func takeWaiting(from terminal: inout some (Terminal & ~Copyable)) {
        let end = Deadline.now + .milliseconds(100)
        while leaving != .yes, .now < end, let more = terminal.nextEvent(until: .now) { take(more) }
    }

    private mutating func take(_ event: Event) {
        if event == .terminated || event == .hangup {
            clerk.office.store.hurry()
            leaving = .yes
        }
        if case .key = event { lock?.noteKey() }
        switch event {
        case .key, .paste, .terminated, .hangup:
            if clerk.isAnswering || !held.isEmpty { return held.append(.event(event)) }
        case .suspending: return isSuspending = true
        case .resized, .resumed: break
        }
        carryOut(station.handle(.event(event)))
    }

    /// Takes an answer, and goes on with what waited for it.
    private mutating func take(_ answers: [Action]) {
        for answer in answers { carryOut(station.handle(answer)) }
        while !clerk.isAnswering, !held.isEmpty {
            let next = held.removeFirst()
            let (rest, wasLeaving) = (held, leaving == .yes)
            held = []
            switch next {
            case .event(let event): carryOut(station.handle(.event(event)))
            case .effects(let effects): carryOut(effects)
            }
            // Nothing is keyed after the person has left.
            if wasLeaving || leaving != .yes { held += rest }
        }
    }

    /// Does what is due, and sets the time to save.
    private mutating func tick() {
        clerk.lookAtInbox()
        take(clerk.finishedWork() + clerk.turnNews() + clerk.savedWork())
        if leaving == .refused, !clerk.hasUnsavedWork, !clerk.printing.isRunning { leaving = .no }
        hearServer()
        lookAtStore()
        guard station.hasUnsavedWork || clerk.hasUnsavedWork else {
            saveTime = nil
            return
        }
        let isDue = saveTime.map { $0 <= .now } ?? false
        if isDue || saveTime == nil { saveTime = .now + .seconds(1) }
        guard isDue else { return }
        carryOut(station.handle(.saveDue))
        if !clerk.hasNewWork { clerk.startSaving() }
    }

    private mutating func hearServer() {
        guard let heard = clerk.serverNews?.take(), !heard.isEmpty else { return }
        if heard.contains(.lineLost) { clerk.isServerAway = true }
        if heard.contains(.lineBack) {
            clerk.isServerAway = false
            // What waited is saved at once, and what others did meanwhile is shown.
            saveTime = .now
            carryOut(station.handle(.said("The server is back.")))
        }
        if !heard.isDisjoint(with: [.holds, .lineBack]) { clerk.expectTurnNews() }
        if !heard.isDisjoint(with: [.claims, .lineBack]) { lookTime = lookTime ?? .now + .milliseconds(100) }
    }

    private mutating func lookAtStore() {
        if clerk.storeWatch?.notices() == true {
            lookTime = lookTime ?? .now + .milliseconds(300)
            laterLooks = Session.laterLooks
        }
        // What is saved here just now is not yet known to be ours.
        if clerk.isSaving, let time = lookTime, time <= .now { lookTime = .now + .milliseconds(300) }
        guard let time = lookTime, time <= .now else { return }
        lookTime = laterLooks.popFirst().map { .now + .milliseconds($0) }
        if clerk.isOvertaken() { carryOut(station.handle(.storeChanged)) }
    }

    /// - Returns: whether nothing is left to save.
    @discardableResult
    private mutating func saveAll() -> Bool {
        // Two versions that were merged are saved as well.
        repeat { take(clerk.saveAll()) } while clerk.hasNewWork
        guard clerk.hasUnsavedWork else {
            if !station.hasUnsavedWork { saveTime = nil }
            if leaving == .refused { leaving = .no }
            return true
        }
        if saveTime == nil { saveTime = .now + .seconds(1) }
        return false
    }

    private mutating func carryOut(_ effects: [Effect]) { carryOut(effects[...]) }

    private mutating func carryOut(_ effects: ArraySlice<Effect>) {
        for (index, effect) in zip(effects.indices, effects) {
            guard !clerk.isAnswering else { return held.append(.effects(effects[index...])) }
            switch effect {
            case .save(let claim): clerk.keep(claim)
            case .savePractice(let practice): clerk.keep(practice: practice)
            case .keepEOB(let id, let keyed): clerk.keep(keyed, on: id)
            case .beep: needsBeep = true
            case .copy(let text): copied = text
            case .leave: leave()
            default:
                for answer in clerk.carryOut(effect) { carryOut(station.handle(answer)) }
            }
        }
    }

    private mutating func leave() {
        if leaving == .no, clerk.printing.isRunning {
            leaving = .refused
            return carryOut(
                station.handle(.said("Still printing. Wait for it, or quit again: what is not printed yet is lost.")))
        }
        guard clerk.hasUnsavedWork, !saveAll(), leaving == .no, !clerk.office.store.isReadOnly else {
            leaving = .yes
            return
        }
        leaving = .refused
        let message =
            "Not everything is saved yet. Wait, or quit again: it is kept in a rescue file for the next start."
        carryOut(station.handle(.said(message)))
    }
}
