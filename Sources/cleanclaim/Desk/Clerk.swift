import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import CodeSets
import Workstation
import TextKit

/// Carries out what the workstation asks for: reads and writes the store, draws previews, has things printed.
///
/// A claim that could not be saved stays here, with its lock, until it is; nothing keyed is given up.
final class Clerk {
    let store: ClaimStore
    private(set) var around: Surroundings
    let lettering: Glyphs
    /// Between whom claim files go; `nil` until the configuration says it.
    var interchange: InterchangeParties?
    /// How the CMS-1500 is laid on the office's paper.
    var form = FormImage.Style()
    let printing = BackgroundWork()
    let sending = BackgroundWork()
    private var codeWatch: FolderWatch
    private var policyWatch: FolderWatch
    /// Hears of whatever others write; `nil` where nobody listens.
    var storeWatch: StoreWatch?
    /// The store's `changesByOthers` as they were when this was looked at last.
    private var seenChanges: Int?
    /// The day as the workstation knows it.
    var today: Day
    /// The claim that is open, with the right to change it.
    var open: OpenRecord?
    /// What is to be saved, by claim.
    var unsaved: [String: Unsaved] = [:]
    private var unsavedPractice: ClaimDraft?
    /// Whether something has come in since everything was tried last.
    private(set) var hasNewWork = false

    /// A claim that this copy of the program holds, as it was read or saved last.
    struct OpenRecord {
        var record: ClaimRecord
        let lock: ClaimLock
    }

    /// A claim on its way to the store, and the record that it is to replace.
    struct Unsaved {
        var claim: SavedClaim
        var record: OpenRecord
    }

    init(store: ClaimStore, around: Surroundings, lettering: Glyphs) {
        self.store = store
        self.around = around
        self.lettering = lettering
        today = around.today
        codeWatch = FolderWatch(around.folders.codes)
        policyWatch = FolderWatch(around.folders.policies)
        seenChanges = try? store.changesByOthers()
    }

    var parsing: ParsingContext { ParsingContext(today: today) }
    var hasUnsavedWork: Bool { !unsaved.isEmpty || unsavedPractice != nil }

    func context(for draft: ClaimDraft) -> Context {
        let status = open.flatMap { $0.record.id == draft.id ? $0.record.status : nil }
        return Context(
            books: around.books, policy: around.policies.policy(for: draft), today: today, history: history(of: draft),
            sent: status?.restsWithPayer == true ? [] : versions(of: draft))
    }

    /// The other claims of the claim's patient; none where they cannot be read.
    func history(of draft: ClaimDraft) -> [PriorClaim] {
        (try? store.history(ofPatient: draft, in: parsing)) ?? []
    }

    /// The claim as it was sent before.
    func versions(of draft: ClaimDraft) -> [SentVersion] {
        (try? store.sentVersions(of: draft.id, in: parsing)) ?? []
    }
}

extension Clerk {
    /// What others have done to the files that the workstation reads, since it was asked last.
    func fileChanges() -> [Action] { codeChanges() + policyChanges() }

    /// The office's policies where a file of theirs was written or taken away; then what is to be said of them.
    private func policyChanges() -> [Action] {
        guard policyWatch.notices() else { return [] }
        do {
            let words = try around.readPolicies()
            return [.policies(around.policies), .said(words)]
        } catch {
            return [.said("\(error)")]
        }
    }

    /// Whether others have changed the store since this was asked last. A file that is being sent from here has the
    /// store for itself; its end lists the claims anew.
    func isOvertaken() -> Bool {
        guard !sending.isRunning, let changes = try? store.changesByOthers() else { return false }
        defer { seenChanges = changes }
        return changes != seenChanges
    }
}

extension Clerk {
    /// What follows for the workstation where releases of code sets were loaded or removed since it was asked last:
    /// first the new code sets, then what is to be said of them.
    private func codeChanges() -> [Action] {
        guard codeWatch.notices() else { return [] }
        do throws(CodeBooksFailure) {
            guard let words = try around.readBooks() else { return [] }
            return [.books(around.books), .said(words)]
        } catch {
            return [.said(error.description)]
        }
    }
}

extension Clerk {
    /// Keeps a claim to be saved; a later state of the same claim takes its place.
    func keep(_ claim: SavedClaim) {
        let id = claim.draft.id
        if let open, open.record.id == id {
            unsaved[id] = Unsaved(claim: claim, record: open)
        } else {
            unsaved[id]?.claim = claim
        }
        hasNewWork = true
    }

    func keep(practice: ClaimDraft) {
        unsavedPractice = practice
        hasNewWork = true
    }

    /// Saves everything that is kept, and says what came of it.
    func saveAll() -> [Action] {
        hasNewWork = false
        var answers: [Action] = []
        for (id, waiting) in unsaved.sorted(by: { $0.key < $1.key }) {
            do {
                try save(waiting)
                unsaved[id] = nil
                answers.append(.saved(id: id, at: Today.clockTime))
                let (draft, before) = (waiting.claim.draft, waiting.record.record.draft)
                if draft.patient != before.patient || draft.subscriber != before.subscriber {
                    answers.append(.history(id: id, history(of: draft)))
                }
            } catch {
                answers.append(open?.record.id == id ? .saveFailed(error.description) : .said(error.description))
            }
        }
        guard let practice = unsavedPractice else { return answers }
        do {
            try store.savePractice(practice)
            unsavedPractice = nil
            answers.append(.saved(id: practice.id, at: Today.clockTime))
        } catch {
            answers.append(.saveFailed(error.description))
        }
        return answers
    }

    private func save(_ waiting: Unsaved) throws(StoreFault) {
        var record = waiting.record.record
        record.draft = waiting.claim.draft
        record.status = waiting.claim.status
        record.tally = Tally(
            errors: waiting.claim.verdict.errors, warnings: waiting.claim.verdict.warnings, rules: waiting.claim.rules)
        let stored = try store.save(record)
        if open?.record.id == stored.id { open?.record = stored }
    }
}
