import ClaimModel
import ClaimRules
import TerminalKit

/// What follows an answer, asked for on the worklist or on an open claim.
extension Worklist {
    func afterAnswer(_ command: Command, _ row: WorklistRow) -> Outcome {
        if command == .history { return Outcome(effects: [.readHistory(id: row.id)]) }
        guard row.status != .deleted else { return .say("This claim is deleted. Restore it first.") }
        return Outcome(effects: [command == .postEOB ? .offerPosting(id: row.id) : .offerSteps(id: row.id)])
    }

    mutating func takeAfterAnswer(_ request: Request, _ view: DeskView) -> Outcome {
        switch request {
        case .step(let id, let step): return take(step, on: id, view)
        case .takeStep(let id, let step):
            note(step, on: id)
            return Outcome(effects: [.takeStep(id: id, step), .list])
        case .showQueue(let queue):
            state = ListState()
            state.filter = queue.filter
            return .say("\(queue.title). Esc shows every claim.")
        case .showClose: return Outcome(effects: [.readClose])
        default: return .nothing
        }
    }

    mutating func take(_ step: NextStep, on id: String, _ view: DeskView) -> Outcome {
        switch step.kind {
        case .resubmit(let way): return Outcome(effects: [.correct(id: id, way)])
        case .appeal:
            printed = [id]
            note(.appeal, on: id)
            return Outcome(
                effects: [.takeStep(id: id, .appeal), .list, .listPrinters],
                overlay: PrinterChoice(.appealPacket, view.inputs.printers))
        case .billNextPayer: return Outcome(effects: [.createNextPayersClaim(after: id)])
        case .billPatient:
            printed = [id]
            return Outcome(effects: [.listPrinters], overlay: PrinterChoice(.statement, view.inputs.printers))
        case .reopen: return Outcome(effects: [.takeStep(id: id, .reopen), .list])
        case .unpost: return Outcome(effects: [.takeStep(id: id, .unpost), .list])
        case .release: return Outcome(effects: [.takeStep(id: id, .followUp(nil)), .list])
        case .undoPatientPayment: return Outcome(effects: [.takeStep(id: id, .undoPatientPayment), .list])
        case .writeOff, .followUp, .patientPaid: return step.question(on: id, view)
        }
    }
}

extension NextStep {
    /// What is asked before it is taken.
    fileprivate func question(on id: String, _ view: DeskView) -> Outcome {
        switch kind {
        case .patientPaid(let open): .open(Prompt(patientPaymentOn: id, open: open, view))
        case .writeOff:
            .open(Prompt("\(label)? The status becomes written off.", [.init(label: "Reason")], for: .writeOff(id: id)))
        default:
            .open(Prompt("Follow up on a date, such as 12/15 or t+14", [.init(label: "Date")], for: .followUp(id: id)))
        }
    }
}

extension ClaimScreen {
    mutating func offerSteps(_ view: DeskView) -> Outcome {
        if view.inputs.isReadOnly, let refusal = editor.refusal(view) { return .say(refusal) }
        return Outcome(effects: editor.save(view.inputs) + [.offerSteps(id: editor.draft.id)])
    }

    mutating func readHistory(_ view: DeskView) -> Outcome {
        Outcome(effects: editor.save(view.inputs) + [.readHistory(id: editor.draft.id)])
    }

    /// What changes the status of the stored claim leaves the screen first; the rest is done here.
    mutating func take(_ step: NextStep, _ view: DeskView) -> Outcome {
        switch step.kind {
        case .resubmit(let way): return editor.refusal(view).map { .say($0) } ?? resubmit(way, view)
        case .writeOff, .followUp, .patientPaid: return step.question(on: editor.draft.id, view)
        case .undoPatientPayment: return Outcome(effects: [.takeStep(id: editor.draft.id, .undoPatientPayment)])
        case .release: return Outcome(effects: [.takeStep(id: editor.draft.id, .followUp(nil))])
        case .billPatient:
            return Outcome(effects: [.listPrinters], overlay: PrinterChoice(.statement, view.inputs.printers))
        case .appeal, .billNextPayer, .reopen, .unpost:
            let (id, effects) = (editor.draft.id, close(view))
            var list = worklist
            let outcome = list.take(step, on: id, view)
            return Outcome(
                effects: effects + outcome.effects, message: outcome.message, overlay: outcome.overlay,
                destination: .over(list))
        }
    }

    mutating func leave(for step: OfficeStep, _ view: DeskView) -> Outcome {
        let id = editor.draft.id
        switch step {
        case .followUp, .patientPaid, .undoPatientPayment: return Outcome(effects: [.takeStep(id: id, step)])
        case .appeal, .writeOff, .reopen, .unpost: break
        }
        let effects = close(view)
        origin.worklist.note(step, on: id)
        return Outcome(effects: effects + [.takeStep(id: id, step), .list], destination: .over(worklist))
    }

    /// The claim is let go of, and opened again once the EOB is posted.
    mutating func offerPosting(_ view: DeskView) -> Outcome {
        if view.inputs.isReadOnly, let refusal = editor.refusal(view) { return .say(refusal) }
        return Outcome(effects: editor.save(view.inputs) + [.offerPosting(id: editor.draft.id)])
    }
}

extension Workstation {
    mutating func offerSteps(_ offer: StepOffer) {
        guard overlay == nil, screen is Worklist || screen is ClaimScreen else { return }
        overlay = StepChoice(offer)
        if overlay == nil { status.message = "Nothing to do for \(offer.account): it is \(offer.status.rawValue)." }
    }

    /// - Returns: what lets go of a claim that is open.
    mutating func openPosting(_ offer: PostingOffer) -> [Effect] {
        guard overlay == nil else { return [] }
        var effects: [Effect] = []
        var isFromClaim = false
        if var claim = screen as? ClaimScreen {
            effects = claim.close(view)
            isFromClaim = true
            screen = claim
        }
        let posting = PostingScreen(offer, over: screen.worklist, reopens: isFromClaim, view)
        screen = posting
        if let kept = offer.kept {
            let lines = posting.form.hasLines(of: kept) ? "" : " The claim's lines have changed since: check each line."
            status.message = "As you left it. \(view.key(.deleteLine)) discards it.\(lines)"
        }
        return effects
    }

    /// Leaves the form once the EOB is on file.
    mutating func closePosting(_ message: String) -> [Effect] {
        guard let posting = screen as? PostingScreen else { return [] }
        screen = posting.worklist
        status.message = message
        return [.list] + (posting.reopens ? [.open(id: posting.id)] : [])
    }
}
