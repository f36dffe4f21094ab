import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Workstation

/// A claim that is not on the disk yet, and the record that it replaces.
struct UnsavedClaim: Sendable {
    var claim: SavedClaim
    var open: OpenClaim
    /// Counts the states that were kept, so that the one that was saved is known.
    var turn = 0
    /// Why it could not be saved; `nil` before it was tried.
    var fault: StoreFault?
    /// As it was saved elsewhere meanwhile; `nil` where it was deleted, too.
    var elsewhere: SavedElsewhere?

    /// What saves without an answer may have written.
    var attempts: [ClaimDraft] = []

    /// Whether it was changed or deleted elsewhere: trying again does not help.
    var hasConflict: Bool { fault == .conflict || fault == .missing }

    func mayHaveWritten(_ draft: ClaimDraft) -> Bool {
        attempts.contains { $0.canonicalJSON() == draft.canonicalJSON() }
    }

    /// The record as it will be once it is saved.
    var record: ClaimRecord {
        var record = open.record
        (record.draft, record.status) = (claim.draft, claim.status)
        if let tally = claim.tally { record.tally = tally }
        return record
    }
}

extension Clerk {
    /// Keeps a claim to save; a later state of the same claim replaces it.
    func keep(_ claim: SavedClaim) {
        let id = claim.draft.id
        let turn = (unsaved[id]?.turn ?? 0) + 1
        if let open, open.record.id == id {
            unsaved[id] = UnsavedClaim(
                claim: claim, open: open, turn: turn, fault: unsaved[id]?.fault, elsewhere: unsaved[id]?.elsewhere,
                attempts: unsaved[id]?.attempts ?? [])
        } else {
            unsaved[id]?.claim = claim
            unsaved[id]?.turn = turn
        }
        hasNewWork = true
    }

    func keep(practice: ClaimDraft) {
        unsavedPractice = practice
        hasNewWork = true
    }

    /// Hands everything that is kept to the writer, unless it is still busy with what it was given before.
    func startSaving() {
        guard !isSaving else { return }
        hasNewWork = false
        let (office, practice) = (self.office, unsavedPractice)
        let claims = unsaved.sorted { $0.key < $1.key }.map(\.value).filter { !$0.hasConflict }
        let eobs = unsavedEOBs
        guard !claims.isEmpty || practice != nil || !eobs.isEmpty else { return }
        isSaving = true
        writer.start {
            var results = claims.map { WriterResult.claim($0, office.result(ofSaving: $0)) }
            if let practice {
                results.append(
                    .practice(practice, Result { () throws(StoreFault) in try office.store.savePractice(practice) }))
            }
            for (id, eob) in eobs {
                let saved = Result { () throws(StoreFault) in try office.store.keep(eob.keyed, on: id) }
                results.append(.eob(id: id, eob, saved))
            }
            return results + [.end]
        }
    }

    /// What the writer has done since the last call.
    func savedWork() -> [Action] { writer.takeResults().flatMap(take) }

    /// Saves everything that is kept, waits for it and for what was asked, and returns the results.
    func saveAll() -> [Action] {
        var actions: [Action] = []
        repeat {
            startSaving()
            writer.finish()
            actions += savedWork()
        } while hasNewWork || isAnswering
        return actions
    }

    /// Keeps what could not be saved in files, for the next start.
    ///
    /// - Returns: what became of it.
    func rescue() -> String {
        guard !office.store.isReadOnly else { return "You may only read here: what you keyed was not saved." }
        do throws(StoreFault) {
            for waiting in unsaved.values {
                try office.store.rescue(
                    waiting.claim.draft, status: waiting.claim.status, revision: waiting.open.record.revision)
            }
            if let unsavedPractice { try office.store.rescue(unsavedPractice, status: nil, revision: 0) }
            isRescued = true
            if !unsavedEOBs.isEmpty { return Clerk.lostEOB }
            if isRemoved { return Clerk.removed }
        } catch {
            // What could not be saved before the desk was locked is in its files already.
            if error == .keys(.locked), isRescued { return Clerk.rescued }
            return "Your last changes could not be saved, not even in a rescue file."
        }
        return Clerk.rescued
    }

    private static let removed =
        "You were removed from the people who may sign in. Your last entries are in a rescue file and are saved when somebody else "
        + "starts here."

    private static let lostEOB =
        "The database could not be written. The last entries of an EOB that is not posted are lost; the rest is in a rescue file "
        + "and is saved at the next start."

    private static let rescued =
        "The database could not be written. Your last entries are in a rescue file and are saved at the next start."

    private func take(_ result: WriterResult) -> [Action] {
        switch result {
        case .claim(let claim, let result): return take(claim, result)
        case .practice(let practice, .success):
            if unsavedPractice == practice { unsavedPractice = nil }
            return [.saved(id: practice.id, at: Today.clockTime)]
        case .practice(_, .failure(let fault)): return [.saveFailed(fault.deskMessage)]
        case .eob(let id, let eob, let saved): return take(eob, on: id, saved)
        case .actions(let actions): return actions
        case .reply(let result): return take(result)
        case .then(let reply): return (try? reply(self)) ?? []
        case .turn(let id, let seen): return take(seen, of: id)
        case .end:
            isSaving = false
            return proceed()
        }
    }

    private func take(_ claim: UnsavedClaim, _ result: SaveResult) -> [Action] {
        let id = claim.claim.draft.id
        let isOpen = open?.record.id == id
        switch result {
        case .saved(let saved):
            if isOpen { open?.record = saved.record }
            let history = saved.history.map { [Action.history(id: id, $0)] } ?? []
            guard unsaved[id]?.turn == claim.turn else {
                unsaved[id]?.open.record = saved.record
                unsaved[id]?.fault = nil
                unsaved[id]?.attempts = []
                return history
            }
            unsaved[id] = nil
            if !isOpen {
                // Work that waits for this claim may be handed over before the last to hold the lock is gone.
                claim.open.lock.release()
                refreshHistory()
            }
            return [.saved(id: id, at: Today.clockTime)] + history
        case .failed(let fault, let elsewhere):
            unsaved[id]?.fault = fault
            unsaved[id]?.elsewhere = elsewhere
            if fault == .unanswered { unsaved[id]?.attempts.append(claim.claim.draft) }
            if fault == .keys(.removed) { isRemoved = true }
            guard isOpen else { return [.said(fault.deskMessage)] }
            return [.saveFailed(fault.deskMessage)] + conflict(of: id)
        }
    }

    /// What is not on the disk, for the workstation.
    var unsavedWork: UnsavedWork {
        UnsavedWork(
            claims: unsaved.count + (unsavedPractice == nil ? 0 : 1) + unsavedEOBs.count,
            failed: Set(unsaved.filter { $0.value.fault != nil }.keys), isServerAway: isServerAway)
    }

    /// A claim that was saved after it was left may be one of the patient's whose claim is open now.
    private func refreshHistory() {
        guard let draft = open?.record.draft else { return }
        let office = self.office
        writer.start {
            guard let context = try? office.context(for: draft, status: nil) else { return [] }
            return [.actions([.history(id: draft.id, context.history)])]
        }
    }
}

/// What became of saving a claim.
enum SaveResult: Sendable {
    case saved(SavedRecord)
    /// - Parameter elsewhere: the claim as it is now, where it was changed meanwhile.
    case failed(StoreFault, elsewhere: SavedElsewhere? = nil)
}

/// A claim as it is stored now.
struct SavedRecord: Sendable {
    let record: ClaimRecord
    /// The patient's other claims, if the claim names another patient than before.
    let history: [PriorClaim]?
}

extension Office {
    /// Saves a claim; on any thread. Where it was changed meanwhile it is read at once, so that nobody waits for it later.
    fileprivate func result(ofSaving waiting: UnsavedClaim) -> SaveResult {
        do throws(StoreFault) {
            let saved = try save(waiting)
            store.discardSpooled(waiting.claim.draft.id)
            return .saved(saved)
        } catch .conflict {
            return resultOfConflict(waiting)
        } catch {
            spool(waiting, after: error)
            return .failed(error)
        }
    }

    /// What was changed meanwhile may be this desk's own save, whose answer was lost: then there is nothing to merge.
    private func resultOfConflict(_ waiting: UnsavedClaim) -> SaveResult {
        do throws(StoreFault) {
            let elsewhere = try savedElsewhere(waiting.claim.draft.id)
            guard let record = elsewhere?.record, waiting.mayHaveWritten(record.draft) else {
                return .failed(.conflict, elsewhere: elsewhere)
            }
            var own = waiting
            (own.open.record, own.attempts) = (record, [])
            return result(ofSaving: own)
        } catch {
            return .failed(error)
        }
    }

    /// Keeps what a server does not take on this machine, sealed: it is saved from there if this program ends before.
    private func spool(_ waiting: UnsavedClaim, after fault: StoreFault) {
        guard store.isOnServer, fault.isOfServer else { return }
        try? store.rescue(
            waiting.claim.draft, status: waiting.claim.status, revision: waiting.open.record.revision)
    }

    private func save(_ waiting: UnsavedClaim) throws(StoreFault) -> SavedRecord {
        let (draft, before) = (waiting.claim.draft, waiting.open.record)
        let stored = try save(draft, as: waiting.claim.status, tally: waiting.claim.tally, over: before)
        guard draft.patient != before.draft.patient || draft.subscriber != before.draft.subscriber else {
            return SavedRecord(record: stored, history: nil)
        }
        return SavedRecord(record: stored, history: try? context(for: draft, status: stored.status).history)
    }
}
