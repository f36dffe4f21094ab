import ClaimModel
import ClaimOffice
import ClaimStore
import Workstation

/// A claim as it was saved elsewhere.
struct SavedElsewhere: Sendable {
    let record: ClaimRecord
    fileprivate let opened: OpenedClaim
    fileprivate let person: String?

    fileprivate func version(since base: ClaimRecord) -> OtherVersion {
        OtherVersion(base: base.draft, base.status, claim: opened, by: person)
    }
}

extension Clerk {
    /// Ends the conflict of a claim that was changed here and elsewhere.
    func resolve(_ id: String, _ way: Resolution) -> [Action] {
        guard let waiting = unsaved[id] else {
            // What is saved next was made from this record.
            if way == .merged, let elsewhere, open?.record.id == id { open?.record = elsewhere.record }
            elsewhere = nil
            return []
        }
        guard waiting.hasConflict else { return [] }
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

    /// Takes in what was stored of the open claim while it is open here, as a response of the payer and the status that it
    /// leads to. It comes as a conflict does, so that nothing that is keyed meanwhile is lost.
    func readOwnClaim(_ id: String) -> [Action] {
        guard let known = open?.record, known.id == id, known.revision > 0, unsaved[id] == nil else { return [] }
        let office = self.office
        writer.start {
            // What cannot be read now is noticed when the claim is saved.
            guard let elsewhere = try? office.savedElsewhere(id, since: known.revision) else { return [] }
            return [.then { $0.meet(elsewhere) }]
        }
        return []
    }

    private func meet(_ elsewhere: SavedElsewhere) -> [Action] {
        let id = elsewhere.record.id
        guard let open, open.record.id == id, unsaved[id] == nil, turn.isOurs,
            open.record.revision < elsewhere.record.revision
        else { return [] }
        self.elsewhere = elsewhere
        return [.conflict(id: id, .changed(elsewhere.version(since: open.record)))]
    }

    /// What the workstation has to know of a claim in conflict.
    func conflict(of id: String) -> [Action] {
        guard let waiting = unsaved[id], waiting.hasConflict else { return [] }
        guard let elsewhere = waiting.elsewhere else { return [.conflict(id: id, .deleted)] }
        return [.conflict(id: id, .changed(elsewhere.version(since: waiting.open.record)))]
    }
}

extension Office {
    /// A claim that could not be saved, as it is now; `nil` where it was deleted, or is no newer than a revision. On any
    /// thread.
    func savedElsewhere(_ id: String, since revision: Int = 0) throws(StoreFault) -> SavedElsewhere? {
        do throws(StoreFault) {
            let record = try store.claim(id, in: parsing)
            guard !record.isDeleted, record.revision > revision else { return nil }
            return SavedElsewhere(
                record: record, opened: try opened(record.draft, record.status), person: otherPerson(of: id))
        } catch {
            guard error == .missing else { throw error }
            return nil
        }
    }
}
