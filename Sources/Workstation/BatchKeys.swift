import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the files that were sent, and on the claims of one; and sending itself.
extension Workstation {
    mutating func showBatches() -> [Effect] {
        batches = BatchList()
        return [.listBatches]
    }

    /// Fresh from the store, where the person is looking at it.
    func refreshedBatches() -> [Effect] {
        guard let batches else { return [] }
        return [.listBatches] + (batches.open.map { [.listBatch(id: $0.batch.id)] } ?? [])
    }

    mutating func pressInBatches(_ key: Key, _ command: Command?) -> [Effect] {
        guard let command else {
            guard case .character(let character) = key else {
                return say("\(key.name) does nothing here. \(keyName(.explain)) lists the keys.")
            }
            batches?.current.type(character)
            return []
        }
        let count = batches?.count ?? 0
        switch command {
        case .up, .previousField: return moveInBatches(-1)
        case .down, .nextField: return moveInBatches(1)
        case .previousScreen: return moveInBatches(-10)
        case .nextScreen: return moveInBatches(10)
        case .home: return moveInBatches(-count)
        case .end: return moveInBatches(count)
        case .backspace: batches?.current.backspace()
        case .clear: batches?.current = ListState()
        case .confirm: return openFromBatches()
        case .back, .batches: return leaveBatches()
        case .explain: showKeys()
        case .save: message = "Everything is saved already."
        default: return say("Enter opens, Esc goes back. Other work is done on the claim, or on the worklist.")
        }
        return []
    }

    private mutating func moveInBatches(_ step: Int) -> [Effect] {
        let count = batches?.count ?? 0
        guard count > 0 else { return say("The list is empty. Esc goes back.") }
        guard batches?.current.move(step, count: count) == true else {
            return say(step < 0 ? "This is the first line." : "This is the last line.")
        }
        return []
    }

    private mutating func openFromBatches() -> [Effect] {
        guard let list = batches, list.count > 0 else { return say("Nothing is chosen here. Esc goes back.") }
        let index = min(list.current.selection, list.count - 1)
        guard let open = list.open else { return [.listBatch(id: list.shown[index].id)] }
        let claim = open.shown[index]
        if claim.status == .deleted {
            return say("This claim is deleted. \(keyName(.deleteLine)) on the worklist brings it back.")
        }
        return [.open(id: claim.id)]
    }

    /// The filter first, then the claims, then the files.
    private mutating func leaveBatches() -> [Effect] {
        if batches?.current.filter.isEmpty == false {
            batches?.current = ListState()
        } else if batches?.open != nil {
            batches?.open = nil
        } else {
            batches = nil
            return [.list]
        }
        return []
    }
}

extension Workstation {
    /// Asks first: what is sent is not undone.
    mutating func ask(_ offer: SendingOffer) {
        let usage = offer.isTest ? "as a test" : "to be paid"
        let title =
            "Send \(counted(offer.claims, "ready claim")) to \(offer.receiver), \(usage), in one 837P file. Sending is not "
            + "undone. A file of this name must not be there yet."
        dialog = .prompt(
            Prompt(title: title, questions: [.init(label: "File", text: offer.file)], purpose: .send(offer.claims)))
    }
}
