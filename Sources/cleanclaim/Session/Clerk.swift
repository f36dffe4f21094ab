import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Foundation
import Workstation
import TextKit

/// Carries the workstation's effects to the office, and the results back.
///
/// A claim that is not on the disk yet stays here, with its lock, until it is; no entry is lost.
final class Clerk {
    var office: Office
    let glyphs: Glyphs
    /// How the CMS-1500 is placed on the office's paper.
    var form = FormImage.Style()
    /// Where the clearinghouse is set up; `nil` where nothing is to be kept.
    var settings: URL?
    let printing = BackgroundWork<String>()
    let listing = BackgroundWork<PrinterList>()
    let reading = BackgroundWork<Result<WholeList, StoreFault>>()
    let submitting = BackgroundWork<String>()
    let backingUp = BackgroundWork<String>()
    let checking = BackgroundWork<String>()
    let gathering = BackgroundWork<[Action]>()
    /// What undoes the acts on several claims, the last one last.
    var bulkUndos: [(act: BulkAct, undo: BulkUndo)] = []
    let inboxDesk: InboxDesk
    /// The printers of the system, and the one that was used last.
    var printers = Printers()
    let writer: Writer
    private var codeWatch: FolderWatch
    private var policyWatch: FolderWatch
    /// Notices what others write; `nil` if nobody needs to know.
    var storeWatch: StoreWatch?
    /// The store's `changesByOthers` at the last check.
    private var seenChanges: Int?
    /// The last change of the store that the worklist shows; `nil` where every claim has to be read again.
    var listedChange: Int?
    /// The claims that the worklist shows as keyed, since the store does not have them so.
    var listedUnsaved: Set<String> = []
    /// The claim that is open.
    var open: OpenClaim? {
        didSet {
            if open?.record.id != oldValue?.record.id { (turn, elsewhere) = (.ours(), nil) }
            guard let record = open?.record, record.id != oldValue?.record.id else { return }
            asOpened = record.revision > 0 ? record.draft : nil
        }
    }
    /// Whose turn it is to change the open claim.
    var turn = KnownTurn.ours()
    var turnWatch = TurnWatch()
    /// The EOB that was posted here last.
    var lastEOB: PaperEOB?
    /// The open claim as it was before anything was keyed; `nil` for a new one.
    private(set) var asOpened: ClaimDraft?
    /// Which entries of the reference files the workstation has.
    let references = ReferenceWatch()
    /// The open claim as it was stored elsewhere while nothing of it was unsaved here.
    var elsewhere: SavedElsewhere?
    /// Claims that are not on the disk yet, by id.
    var unsaved: [String: UnsavedClaim] = [:]
    var unsavedPractice: ClaimDraft?
    /// Paper EOBs as they are keyed that are not on the disk yet, by claim.
    var unsavedEOBs: [String: UnsavedEOB] = [:]
    /// Whether there is something to save that the writer does not have yet.
    var hasNewWork = false
    /// Whether the writer has something to save.
    var isSaving = false
    /// Whether the person was removed from the people since they signed in.
    var isRemoved = false
    /// What the server says; `nil` where the store is on this machine.
    var serverNews: ServerNews?
    /// Whether the line to the server is broken.
    var isServerAway = false
    /// The numbers of the rows that could not be listed, and those that the person knows of.
    var damagedRows: [Int64] = []
    var reportedDamage: [Int64] = []
    /// Whether what could not be saved is in rescue files.
    var isRescued = false
    /// The day on which a backup was tried last.
    private var backupDay: Day?
    /// What was asked of the store and is not answered yet.
    var request: Request?

    init(_ office: Office, glyphs: Glyphs, writer: Writer = Writer()) {
        self.office = office
        inboxDesk = InboxDesk(office)
        self.writer = writer
        self.glyphs = glyphs
        codeWatch = FolderWatch(office.library.folders.codes)
        policyWatch = FolderWatch(office.library.folders.policies)
        seenChanges = try? office.store.changesByOthers()
        printers.chosen = try? office.store.preference(Clerk.printerName)
        printers.isDrawn = (try? office.store.preference(Clerk.drawnName)) == "yes"
    }

    /// The day as the workstation knows it.
    var today: Day {
        get { office.library.day }
        set {
            office.library.day = newValue
            listedChange = nil
        }
    }

    var hasUnsavedWork: Bool { !unsaved.isEmpty || unsavedPractice != nil || !unsavedEOBs.isEmpty }

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
            notePolicies()
            listedChange = nil
            return [.policies(office.library.policies), .said(message)]
        } catch {
            return [.said("\(error)")]
        }
    }

    /// Records changed policies, off the loop.
    private func notePolicies() {
        let office = self.office
        writer.start {
            try? office.notePolicies()
            return []
        }
    }

    /// The code sets if releases were loaded or removed, and the message about it.
    private func codeChanges() -> [Action] {
        guard codeWatch.notices() else { return [] }
        do throws(CodeBooksFailure) {
            guard let message = try office.library.reloadBooks() else { return [] }
            keepTables()
            return [.books(office.library.books), .said(message)]
        } catch {
            return [.said(error.description)]
        }
    }

    /// Makes the code tables, and that of the 837P, independent of their files, which an upgrade may write over while the
    /// desk is open; then checks them, off the loop.
    func keepTables() {
        let books = office.library.books
        books.keepInMemory()
        ProfessionalReader.keepGuide()
        let writer = self.writer
        notePolicies()
        checking.start {
            guard let damage = books.damagedTables().first else { return nil }
            defer { writer.wakeUp.signal() }
            return damage.description
        }
    }

    /// Makes the day's backup, off the loop; once a day.
    func backUp() {
        guard backupDay != today else { return }
        backupDay = today
        let (store, day) = (office.store, today)
        let writer = self.writer
        backingUp.start {
            defer { writer.wakeUp.signal() }
            do throws(StoreFault) {
                _ = try store.backUpOnce(on: day)
                return nil
            } catch {
                return error.backupMessage
            }
        }
    }

    /// Whether others have changed the store since the last call. A submission that runs here lists the claims again when it
    /// is done.
    func isOvertaken() -> Bool {
        // A server says itself what others do.
        if office.store.isOnServer { return !submitting.isRunning }
        guard !submitting.isRunning, let changes = try? office.store.changesByOthers() else { return false }
        defer { seenChanges = changes }
        return changes != seenChanges
    }
}

extension StoreFault {
    /// Why today's backup was not made.
    fileprivate var backupMessage: String {
        switch self {
        case .broken: "The database is damaged. cleanclaim store check says more; the earlier backups are kept."
        case .full: "No backup today: the disk is full."
        default: "No backup today: the backups folder cannot be written."
        }
    }
}
