import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the worklist: printable characters filter, function keys act on the chosen claim.
extension Worklist: DeskScreen {
    var area: Area { .worklist }
    var rereading: [Effect] { [.list] }

    var worklist: Worklist {
        get { self }
        set { self = newValue }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(CollectionOfOne(character))
        case .backspace: state.backspace()
        case .clear: clearFilter()
        case let command?:
            // Whatever is asked of the list is asked of the one for what has been typed.
            refresh()
            return press(command, view)
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome { type(text) }

    /// A character, or a paste as one change.
    private mutating func type(_ text: some Sequence<Character>) -> Outcome { Outcome(message: state.type(text)) }

    private mutating func press(_ command: Command, _ view: DeskView) -> Outcome {
        state.selection = min(state.selection, max(0, lineCount - 1))
        if let step = command.step(inListOf: lineCount) { return move(step, view) }
        switch command {
        case .nextLine: return Outcome(effects: [.create(.defaults)])
        case .template: return chooseTemplate(view)
        case .same: return sortByNextColumn(view)
        case .reverse: return reverse()
        case .group:
            isGrouped.toggle()
            state.selection = 0
            return .say(isGrouped ? groupedText(view) : "One list, not grouped.")
        case .left, .right: return fold(command == .left, view)
        case .confirm where title(of: state.selection)?.place == state.selection: return toggleFold()
        case .mark: return mark(view)
        case .bulk: return chooseBulk(view)
        case .views: return .open(ViewChoice(self))
        case .columns: return .open(ColumnChoice(self, width: view.size.columns))
        case .lookUp: return .open(FilterChoice(self))
        case .nextClaim: return openNext(view)
        case .reports: return .open(ReportChoice())
        case .nextFinding: return selectFlagged(1)
        case .previousFinding: return selectFlagged(-1)
        case .undo: return undo()
        case .explain: return .open(view.keyList(in: .worklist))
        case .goToScreen: return .open(ScreenNumber())
        case .save: return .say(view.unsaved.message)
        case .submissions: return .open(Submissions(over: self), [.listBatches])
        case .inbox: return .open(InboxScreen(over: self, view.inputs), [.listInbox])
        case .references: return .open(ReferenceList(.patient, over: self))
        case .submit: return Outcome(effects: [.offerSending])
        case .print: return askPrint(view)
        case .due: return .open(QueueChoice(rows))
        case .back: return leave()
        case .leave: return .say("Esc asks whether to quit; then \(view.key(.leave)) quits.")
        default: return press(command, on: chosen, view)
        }
    }

    /// Commands that need a claim.
    private mutating func press(_ command: Command, on chosen: WorklistRow?, _ view: DeskView) -> Outcome {
        guard let chosen else {
            return .say(
                isPartial
                    ? "No such claim so far: the others are still being read."
                    : "No claim is selected. \(view.key(.nextLine)) starts a new one.")
        }
        switch command {
        case .confirm where chosen.status == .deleted:
            return .say("This claim is deleted. \(view.key(.deleteLine)) restores it.")
        case .confirm: return open(chosen)
        case .duplicate: return Outcome(effects: [.create(.after(chosen.id, .visit))])
        case .nextSession: return Outcome(effects: [.create(.after(chosen.id, .session))])
        case .nextPatient: return Outcome(effects: [.create(.after(chosen.id, .nextPatient))])
        case .nextStep, .postEOB, .history: return afterAnswer(command, chosen)
        case .secondary: return Outcome(effects: [.createNextPayersClaim(after: chosen.id)])
        case .deleteLine: return deleteOrRestore(chosen, view)
        case .takeFix where chosen.status == .held:
            return Outcome(effects: [.hold(id: chosen.id, reason: nil), .list])
        case .takeFix:
            return .open(
                Prompt("Hold claim \(chosen.account)", [.init(label: "Reason")], for: .hold(id: chosen.id)))
        case .overrideWarning:
            return .open(
                Prompt(
                    "Comment on claim \(chosen.account)",
                    [.init(label: "Comment", text: chosen.comment, mayBeEmpty: true)],
                    for: .comment(id: chosen.id)))
        default: return .say("Open the claim first: Enter.")
        }
    }

    /// What is ready, or with the payer, is deleted only after a question.
    private mutating func deleteOrRestore(_ row: WorklistRow, _ view: DeskView) -> Outcome {
        switch row.status {
        case .deleted:
            done.removeAll { $0 == .deleted(row.id) }
            return Outcome(effects: [.restore(id: row.id), .list], message: "Claim \(row.account) restored.")
        case .draft, .flagged, .clean, .held: return delete(row, view)
        case .ready: return .open(Confirm.delete(row))
        case _ where row.isArchived: return archive(row, view)
        // What was submitted is on record: it is put away, not deleted.
        case .rejected, .submitted, .accepted, .pending, .denied, .paid, .partlyPaid, .nothingDue, .appealed, .reversed,
            .voidAccepted, .voided, .writtenOff:
            return .open(Confirm.archive(row))
        }
    }

    /// Puts a claim away, or lists it again.
    private mutating func archive(_ row: WorklistRow, _ view: DeskView) -> Outcome {
        let act: BulkAct = row.isArchived ? .unarchive : .archive
        return Outcome(effects: [.carryOutBulk(act, ids: [row.id])])
    }

    private mutating func delete(_ row: WorklistRow, _ view: DeskView) -> Outcome {
        done.append(.deleted(row.id))
        return Outcome(
            effects: [.delete(id: row.id), .list],
            message: "Claim \(row.account) deleted. \(view.key(.undo)) restores it; type del to list deleted claims.")
    }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        switch request {
        case .comment(let id, let text): return Outcome(effects: [.comment(id: id, text: text), .list])
        case .hold(let id, let reason): return Outcome(effects: [.hold(id: id, reason: reason), .list])
        case .delete(let row): return delete(row, view)
        case .archive(let row): return archive(row, view)
        case .list(let view): return show(view)
        case .report(let report):
            awaitedReport = report
            return Outcome(effects: [.report(report)])
        case .printReport(let report, let target): return Outcome(effects: [.printReport(report, target)])
        case .askReportTarget(let report):
            return Outcome(effects: [.listPrinters], overlay: ReportTargetChoice(report))
        case .askListFile:
            return .open(Prompt("Write the list to a CSV file", [.init(label: "File")], for: .listFile))
        case .writeList(let file): return writeList(to: file)
        case .askViewName: return askViewName()
        case .saveView(let name): return save(viewNamed: name, view)
        case .deleteView(let name): return delete(viewNamed: name, view)
        case .arrange(let columns, let order): return arrange(columns, order)
        case .filter(let term): return add(term)
        case .bulk(let step): return take(step, view)
        case .step, .takeStep, .showQueue, .showClose: return takeAfterAnswer(request, view)
        case .enter(let template): return begin(with: template)
        case .choosePaper(let ids): return choosePaper(ids)
        case .askPrint(let paperwork):
            return .open(PrinterChoice(paperwork, claims: printed.count, view.inputs.printers))
        case .print(let paperwork, let target): return Outcome(effects: [.printListed(printed, paperwork, target)])
        case .submit(let file, let claims):
            return Outcome(effects: [.send(to: file)], message: "Submitting \(counted(claims, "claim")) …")
        default: return .nothing
        }
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool {
        switch command {
        case .undo: !done.isEmpty
        case .leave: false
        case .duplicate, .nextSession, .nextPatient, .deleteLine, .takeFix, .overrideWarning, .secondary, .nextStep,
            .postEOB, .history:
            chosen != nil
        case .print: lineCount > 0
        default: true
        }
    }

    private mutating func move(_ step: Int, _ view: DeskView) -> Outcome {
        if lineCount == 0 { return .say("The list is empty. \(view.key(.nextLine)) starts a new claim.") }
        if state.move(step, count: lineCount) { return .nothing }
        return .say(ListState.limit(of: step))
    }

    /// Round the list; the claim that has the cursor comes last.
    private mutating func selectFlagged(_ step: Int) -> Outcome {
        for distance in 0..<lineCount {
            let place = (state.selection + step * (distance + 1) + lineCount) % lineCount
            guard isFlagged(place) else { continue }
            state.selection = place
            return .nothing
        }
        return .say("No claim is flagged.")
    }

    private mutating func leave() -> Outcome {
        guard state.filter.isEmpty else {
            clearFilter()
            return .nothing
        }
        return .open(Confirm.leave)
    }
}
