import ClaimRules

/// What was done on the worklist and can be undone.
enum UndoableAct: Hashable, Sendable {
    /// A claim was deleted.
    case deleted(String)
    /// An act on claims, by its title.
    case bulk(String)
    /// A claim was written off or marked appealed, or a payment of its patient recorded.
    case step(id: String, name: String, undo: OfficeStep)
}

extension Worklist {
    /// Undoes what was done last, one after the other.
    mutating func undo() -> Outcome {
        switch done.popLast() {
        case nil: return .say("Nothing to undo on this list. In a claim, undo goes back to when it was opened.")
        case .bulk(let title): return Outcome(effects: [.undoBulk, .list], message: "Undoing: \(title) …")
        case .step(let id, let name, let undo):
            left = id
            return Outcome(effects: [.takeStep(id: id, undo), .list], message: "Undoing: \(name) …")
        case .deleted(let id):
            left = id
            let name = row(id)?.account ?? "The claim"
            return Outcome(effects: [.restore(id: id), .list], message: "Undone: \(name) restored.")
        }
    }

    /// Keeps a step after an answer that can be undone.
    mutating func note(_ step: OfficeStep, on id: String) {
        let name = row(id)?.account ?? "the claim"
        switch step {
        case .writeOff: done.append(.step(id: id, name: "write-off of \(name)", undo: .reopen))
        case .appeal: done.append(.step(id: id, name: "appeal of \(name)", undo: .reopen))
        case .patientPaid:
            done.append(.step(id: id, name: "patient payment of \(name)", undo: .undoPatientPayment))
        case .reopen, .followUp, .unpost, .undoPatientPayment: break
        }
    }
}
