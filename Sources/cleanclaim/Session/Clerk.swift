import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Workstation
import TextKit

/// Carries the workstation's effects to the office, and the results back.
///
/// A claim that could not be saved stays here, with its lock, until it is saved; no entry is lost.
final class Clerk {
    var office: Office
    let glyphs: Glyphs
    /// How the CMS-1500 is placed on the office's paper.
    var form = FormImage.Style()
    let printing = BackgroundWork()
    let submitting = BackgroundWork()
    private var codeWatch: FolderWatch
    private var policyWatch: FolderWatch
    /// Notices what others write; `nil` if nobody needs to know.
    var storeWatch: StoreWatch?
    /// The store's `changesByOthers` at the last check.
    private var seenChanges: Int?
    /// The last change of the store that the worklist shows; `nil` where every claim has to be read again.
    var listedChange: Int?
    /// The claim that is open, with the right to change it.
    var open: OpenClaim?
    /// Claims to save, by id.
    var unsaved: [String: Unsaved] = [:]
    private var unsavedPractice: ClaimDraft?
    /// Whether there is something to save that was not tried yet.
    private(set) var hasNewWork = false

    /// A claim to save, and the record that it replaces.
    struct Unsaved {
        var claim: SavedClaim
        var open: OpenClaim
    }

    init(_ office: Office, glyphs: Glyphs) {
        self.office = office
        self.glyphs = glyphs
        codeWatch = FolderWatch(office.library.folders.codes)
        policyWatch = FolderWatch(office.library.folders.policies)
        seenChanges = try? office.store.changesByOthers()
    }

    /// The day as the workstation knows it.
    var today: Day {
        get { office.library.day }
        set {
            office.library.day = newValue
            listedChange = nil
        }
    }

    var hasUnsavedWork: Bool { !unsaved.isEmpty || unsavedPractice != nil }

    /// The stored record of a claim, if it is the open one.
    func record(of draft: ClaimDraft) -> ClaimRecord? { open.flatMap { $0.record.id == draft.id ? $0.record : nil } }
}

extension Clerk {
    /// Changes by others to files that the workstation reads, since the last call.
    func fileChanges() -> [Action] { codeChanges() + policyChanges() }

    /// The office's policies if a file of theirs changed, and the message about it.
    private func policyChanges() -> [Action] {
        guard policyWatch.notices() else { return [] }
        do {
            let message = try office.library.reloadPolicies()
            listedChange = nil
            return [.policies(office.library.policies), .said(message)]
        } catch {
            return [.said("\(error)")]
        }
    }

    /// The code sets if releases were loaded or removed, and the message about it.
    private func codeChanges() -> [Action] {
        guard codeWatch.notices() else { return [] }
        do throws(CodeBooksFailure) {
            guard let message = try office.library.reloadBooks() else { return [] }
            return [.books(office.library.books), .said(message)]
        } catch {
            return [.said(error.description)]
        }
    }

    /// Whether others have changed the store since the last call. A submission that runs here lists the claims again when it
    /// is done.
    func isOvertaken() -> Bool {
        guard !submitting.isRunning, let changes = try? office.store.changesByOthers() else { return false }
        defer { seenChanges = changes }
        return changes != seenChanges
    }
}

extension Clerk {
    /// Keeps a claim to save; a later state of the same claim replaces it.
    func keep(_ claim: SavedClaim) {
        let id = claim.draft.id
        if let open, open.record.id == id {
            unsaved[id] = Unsaved(claim: claim, open: open)
        } else {
            unsaved[id]?.claim = claim
        }
        hasNewWork = true
    }

    func keep(practice: ClaimDraft) {
        unsavedPractice = practice
        hasNewWork = true
    }

    /// Saves everything that is kept, and returns the results.
    func saveAll() -> [Action] {
        hasNewWork = false
        var answers: [Action] = []
        for (id, waiting) in unsaved.sorted(by: { $0.key < $1.key }) {
            do throws(StoreFault) {
                answers += try save(waiting)
                unsaved[id] = nil
            } catch {
                answers.append(open?.record.id == id ? .saveFailed(error.description) : .said(error.description))
            }
        }
        guard let practice = unsavedPractice else { return answers }
        do throws(StoreFault) {
            try office.store.savePractice(practice)
            unsavedPractice = nil
            answers.append(.saved(id: practice.id, at: Today.clockTime))
        } catch {
            answers.append(.saveFailed(error.description))
        }
        return answers
    }

    private func save(_ waiting: Unsaved) throws(StoreFault) -> [Action] {
        let (draft, before) = (waiting.claim.draft, waiting.open.record)
        let stored = try office.save(draft, as: waiting.claim.status, over: before)
        if open?.record.id == stored.id { open?.record = stored }
        let saved = Action.saved(id: draft.id, at: Today.clockTime)
        guard draft.patient != before.draft.patient || draft.subscriber != before.draft.subscriber else {
            return [saved]
        }
        let history = try? office.context(for: draft, status: stored.status).history
        return [saved] + (history.map { [.history(id: draft.id, $0)] } ?? [])
    }
}
