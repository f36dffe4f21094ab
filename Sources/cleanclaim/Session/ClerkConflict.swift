import ClaimModel
import ClaimOffice
import ClaimStore
import Workstation

/// A claim as it was saved elsewhere.
struct SavedElsewhere: Sendable {
    let record: ClaimRecord
    fileprivate let opened: OpenedClaim
    fileprivate let person: String?
}

extension Clerk {
    /// Ends the conflict of a claim that was changed here and elsewhere.
    func resolve(_ id: String, _ way: Resolution) -> [Action] {
        guard let waiting = unsaved[id], waiting.hasConflict else { return [] }
        switch way {
        case .copy: return createCopy(of: waiting)
        case .merged:
            guard let elsewhere = waiting.elsewhere else { return [] }
            // What is saved next was made from this record.
            unsaved[id]?.open.record = elsewhere.record
            unsaved[id]?.fault = nil
            unsaved[id]?.elsewhere = nil
            if open?.record.id == id { open?.record = elsewhere.record }
            return []
        }
    }

    /// What the workstation has to know of a claim in conflict.
    func conflict(of id: String) -> [Action] {
        guard let waiting = unsaved[id], waiting.hasConflict else { return [] }
        guard let elsewhere = waiting.elsewhere else { return [.conflict(id: id, .deleted)] }
        let base = waiting.open.record
        let other = OtherVersion(
            base: base.draft, base.status, claim: elsewhere.opened, by: elsewhere.person)
        return [.conflict(id: id, .changed(other))]
    }
}

extension Office {
    /// A claim that could not be saved, as it is now; `nil` where it was deleted. On any thread.
    func savedElsewhere(_ id: String) throws(StoreFault) -> SavedElsewhere? {
        do throws(StoreFault) {
            let record = try store.claim(id, in: parsing)
            guard !record.isDeleted else { return nil }
            return SavedElsewhere(
                record: record, opened: try opened(record.draft, record.status), person: otherPerson(of: id))
        } catch {
            guard error == .missing else { throw error }
            return nil
        }
    }
}
