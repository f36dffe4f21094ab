import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on a reference file: typing filters, Enter edits, F5 twice merges.
extension ReferenceList: DeskScreen {
    var area: Area { .references }
    var behind: any DeskScreen { origin }
    var rereading: [Effect] { origin.rereading }
    /// The claim behind it is still open, and is saved as ever.
    var openEditor: ClaimEditor? { origin.openEditor }

    var worklist: Worklist {
        get { origin.worklist }
        set { origin.worklist = newValue }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(CollectionOfOne(character))
        case .backspace: change { $0.backspace() }
        case .clear: change { $0 = ListState() }
        case let command?:
            // Whatever is asked of the list is asked of the one for what has been typed.
            list(view.inputs)
            return press(command, view)
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome { type(text) }

    private mutating func type(_ text: some Sequence<Character>) -> Outcome {
        var message: String?
        change { message = $0.type(text) }
        return Outcome(message: message)
    }

    private mutating func press(_ command: Command, _ view: DeskView) -> Outcome {
        if let step = command.step(inListOf: listed.count) {
            if listed.isEmpty { return .say("The list is empty. \(view.key(.nextLine)) adds an entry.") }
            return state.move(step, count: listed.count) ? .nothing : .say(ListState.limit(of: step))
        }
        switch command {
        case .left: return showNext(-1)
        case .right: return showNext(1)
        case .group: return showPlans()
        case .payerAnswer: return askEligibility(view)
        case .nextLine: return .open(ReferenceForm(new: kind, of: patient, over: self, view))
        case .undo: return replay(history.undo(), "Undone", view)
        case .redo: return replay(history.redo(), "Redone", view)
        case .explain: return .open(view.keyList(in: .references))
        case .goToScreen: return .open(ScreenNumber())
        case .save: return .say(view.unsaved.message)
        case .back, .references: return leave()
        default: return press(command, on: chosen, view)
        }
    }

    /// Commands that need an entry.
    private mutating func press(_ command: Command, on chosen: ReferenceEntry?, _ view: DeskView) -> Outcome {
        guard let chosen else { return .say("No entry is selected. \(view.key(.nextLine)) adds one.") }
        switch command {
        case .confirm: return .open(ReferenceForm(editing: chosen, over: self, view))
        case .duplicate where !kind.canMerge:
            return .say("A \(kind.noun) is not merged. \(view.key(.deleteLine)) takes it off the list.")
        case .duplicate: return merge(chosen, view)
        case .deleteLine:
            let change = ReferenceChange.offering(chosen, !chosen.isActive)
            let message =
                chosen.isActive
                ? "Not offered any more; claims keep it. \(view.key(.undo)) undoes."
                : "Offered again. \(view.key(.undo)) undoes."
            return make(change, saying: message)
        default: return .say("Enter edits the entry, Esc goes back.")
        }
    }

    /// The first time the entry that goes, the second time the one that stays.
    private mutating func merge(_ chosen: ReferenceEntry, _ view: DeskView) -> Outcome {
        guard let gone else {
            mark(chosen)
            return .say(
                "Which entry stays? Select it, then \(view.key(.duplicate)): this one is merged into it. Esc cancels.")
        }
        guard gone.id != chosen.id else { return .say("Select the entry that stays, not the one that goes.") }
        mark(nil)
        let directory = view.inputs.directory
        let change = ReferenceChange.merge(
            gone, into: chosen, owned: directory.belongings(of: gone), known: directory.belongings(of: chosen),
            in: view.parsing)
        return make(
            change, saying: "Merged into \(chosen.label). Claims keep what they have. \(view.key(.undo)) undoes.")
    }

    /// Makes a change, which can be undone as long as the program runs.
    mutating func make(_ change: ReferenceChange, saying message: String) -> Outcome {
        history.record(change)
        return Outcome(effects: [.changeReferences(change)], message: message)
    }

    private func replay(_ change: ReferenceChange?, _ verb: String, _ view: DeskView) -> Outcome {
        guard let change else {
            return .say("Nothing to \(verb == "Undone" ? "undo" : "redo") in the reference files.")
        }
        return Outcome(effects: [.changeReferences(change)], message: "\(verb): \(change.name).")
    }

    /// Asks for the file of a payer's answer about the people listed here.
    private func askEligibility(_ view: DeskView) -> Outcome {
        guard kind == .patient || kind == .coverage else {
            return .say("An eligibility answer (271) is read into coverages: go to Patients or Coverages first.")
        }
        return .open(
            Prompt(
                "Read an eligibility answer (271) into the coverages on file. What would change is shown first. "
                    + "\(view.key(.lookUp)) picks the file by typing.",
                [.init(label: "File")], for: .eligibility))
    }

    /// The next file, or the one before.
    private mutating func showNext(_ step: Int) -> Outcome {
        let all = ReferenceKind.allCases
        let index = (all.firstIndex(of: kind) ?? 0) + step
        show(all[(index + all.count) % all.count])
        return .nothing
    }

    /// From a patient to the coverages, then the authorizations, and back.
    private mutating func showPlans() -> Outcome {
        switch (kind, patient, chosen) {
        case (.patient, _, let chosen?): show(.coverage, of: chosen)
        case (.coverage, let patient?, _): show(.authorization, of: patient)
        case (.authorization, _?, _): show(.patient)
        default: return .say("Select a patient first: this lists the coverages and authorizations of one.")
        }
        return .nothing
    }

    /// The filter first, then the merge that was begun, then the patient's plans.
    private mutating func leave() -> Outcome {
        if !state.filter.isEmpty {
            change { $0 = ListState() }
        } else if gone != nil {
            mark(nil)
            return .say("Nothing merged.")
        } else {
            return .back(origin.rereading)
        }
        return .nothing
    }
}

extension ReferenceList {
    /// A payer's answer; else what was asked over the claim behind it, such as which version is kept.
    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        switch request {
        case .readEligibility(let file): return Outcome(effects: [.readEligibility(file)])
        case .changeReferences(let change, let message):
            return make(change, saying: "\(message) Claims keep what they have. \(view.key(.undo)) undoes.")
        default: break
        }
        var outcome = origin.take(request, view)
        outcome.destination = nil
        return outcome
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        .say(screen == .reference ? "These are the reference files." : "Press Esc first to leave the reference files.")
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool {
        switch command {
        case .duplicate: !listed.isEmpty && kind.canMerge
        case .confirm, .deleteLine: !listed.isEmpty
        case .group: kind == .patient || patient != nil
        case .payerAnswer: kind == .patient || kind == .coverage
        case .undo: history.canUndo
        default: true
        }
    }

    mutating func refresh(_ inputs: Inputs) { list(inputs) }

    mutating func forgetLists() {
        forget()
        origin.forgetLists()
    }

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? {
        origin.changeEditor(change)
    }

    mutating func changeSubmissions(_ change: (inout Submissions) -> Void) { origin.changeSubmissions(change) }
}
