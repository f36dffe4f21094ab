import ClaimModel
import ClaimOffice
import ClaimStore
import Workstation

extension Clerk {
    /// Ends the conflict of a claim that was changed here and elsewhere.
    func resolve(_ id: String, _ way: Resolution) throws(StoreFault) -> [Action] {
        guard let waiting = unsaved[id], waiting.hasConflict else { return [] }
        switch way {
        case .copy: return createCopy(of: waiting)
        case .mine:
            let theirs = try office.store.claim(id, in: office.parsing)
            // What the payer has, it has, whatever is keyed here.
            let status = theirs.status.restsWithPayer ? theirs.status : waiting.claim.status
            let opened = try office.answer(waiting.claim.draft, status)
            replace(id, by: theirs)
            keep(SavedClaim(draft: waiting.claim.draft, status: status))
            return [opened, .said("Your version replaces the other one.")]
        case .theirs:
            let theirs = try office.store.claim(id, in: office.parsing)
            let opened = try office.answer(theirs.draft, theirs.status)
            unsaved[id] = nil
            if open?.record.id == id { open?.record = theirs }
            return [opened, .said("This is the other version; what you keyed was discarded.")]
        }
    }

    /// From now on the kept claim is one that was made from this record.
    private func replace(_ id: String, by record: ClaimRecord) {
        unsaved[id]?.open.record = record
        unsaved[id]?.fault = nil
        if open?.record.id == id { open?.record = record }
    }
}
