import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Foundation
import TerminalKit
import TextKit
import Testing
import Workstation

@testable import cleanclaim
import TestStore

/// The loop with the real store behind it, on a terminal that plays a script.
struct SessionTests {
    private let store: ClaimStore
    private let library: OfficeLibrary

    init() throws {
        store = try ClaimStore.forTest()
        library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        try store.savePractice(ClaimDraft(id: "practice"))
        try store.save(ClaimRecord(ClaimExample.sample.draft))
    }

    @Test func `a claim that is opened is recorded, and its history is read`() throws {
        let id = ClaimExample.sample.draft.id
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        _ = clerk.carryOut(.open(id: id))
        clerk.writer.finish()
        _ = clerk.savedWork()
        #expect(try store.trail(.claim(id: id)).map(\.kind) == ["created", "opened"])
        func history(of id: String) -> [Action] {
            _ = clerk.carryOut(.readHistory(id: id))
            clerk.writer.finish()
            return clerk.savedWork()
        }
        guard case .historyRead(_, let lines)? = history(of: id).first else {
            return #expect(Bool(false), "no history")
        }
        #expect(lines.map(\.text) == ["Keyed", "Opened"])
        guard case .said? = history(of: "new").first else {
            return #expect(Bool(false), "a claim that was not saved has a history")
        }
    }

    /// Plays keys from the worklist on, then the end of input.
    private func play(_ events: [Event]) throws -> Bool {
        var session = try session()
        var terminal = RecordedTerminal(size: Size(columns: 80, rows: 24), events: events)
        return session.run(on: &terminal)
    }

    /// A desk on the worklist.
    private func session(_ library: OfficeLibrary? = nil) throws -> Session {
        let library = library ?? self.library
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        let inputs = Inputs(
            books: library.books, policies: library.policies, today: library.day,
            practice: ClaimDraft(id: "practice"), directory: [],
            signedIn: SignedInPerson(name: "A. Biller", isLead: true), refusals: clerk.office.refusals)
        var station = Workstation(inputs: inputs, size: Size(columns: 80, rows: 24))
        _ = station.handle(.listed(try clerk.rows()))
        return Session(station, clerk: clerk, clock: nil)
    }

    /// A person who keys a little and then sits still; the terminal notes until when each wait would have lasted.
    private struct StillTerminal: ~Copyable, Terminal {
        let size = Size(columns: 80, rows: 24)
        let glyphs = Glyphs.unicode
        var events: [Event]
        private(set) var idleDeadlines: [Deadline?] = []

        init(_ events: [Event]) {
            self.events = events.reversed()
        }

        mutating func nextEvent(until deadline: Deadline?) -> Event? {
            if let event = events.popLast() { return event }
            if let deadline, deadline <= .now { return nil }
            idleDeadlines.append(deadline)
            // Whoever waits without a deadline sleeps: the test ends there.
            return deadline == nil ? .hangup : nil
        }

        mutating func present(_ frame: Frame) {}
        mutating func beep() {}
        mutating func suspend() {}
        mutating func copy(_ text: String) {}
    }

    /// A burst of keys, then one key by itself; a file is written while the burst is being handled.
    private struct BurstTerminal: ~Copyable, Terminal {
        let size = Size(columns: 80, rows: 24)
        let glyphs = Glyphs.unicode
        var burst: [Event]
        let write: () -> Void
        private(set) var frames: [Frame] = []
        private var isOver = false

        init(_ burst: [Event], write: @escaping () -> Void) {
            self.burst = burst.reversed()
            self.write = write
        }

        mutating func nextEvent(until deadline: Deadline?) -> Event? {
            if burst.count == 2 { write() }
            if let event = burst.popLast() { return event }
            if let deadline, deadline <= .now { return nil }
            defer { isOver = true }
            return isOver ? .hangup : .key(.down)
        }

        mutating func present(_ frame: Frame) { frames.append(frame) }
        mutating func beep() {}
        mutating func suspend() {}
        mutating func copy(_ text: String) {}
    }

    @Test func `a burst of keys looks once for changed files, before its first key`() throws {
        let sandbox = try Sandbox()
        let policy = "config/cleanclaim/policies/acme.yaml"
        try sandbox.write("id: acme\ninherits: generic\nname: Acme\n", to: policy)
        let library = try OfficeLibrary(
            folders: Folders(environment: ["XDG_CONFIG_HOME": sandbox.file("config").path]), day: library.day)
        var session = try session(library)
        var terminal = BurstTerminal([Event](repeating: .key(.down), count: 9)) {
            _ = try? sandbox.write("id: acme\ninherits: generic\nname: Acme Health\n", to: policy)
        }
        _ = session.run(on: &terminal)
        let said = terminal.frames.map { $0.text.contains("olic") }
        #expect(terminal.frames.count >= 3)
        #expect(said.prefix(2) == [false, false] && said[2], "\(said)")
    }

    @Test func `an idle desk has no wake up`() throws {
        var session = try session()
        var terminal = StillTerminal([.key(.enter)] + keys("7") + [.key(.tab), .key(.function(2)), .key(.escape)])
        _ = session.run(on: &terminal)
        #expect(terminal.idleDeadlines == [nil])
    }

    private func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } }

    private var accounts: [String] { get throws { try store.claims().map(\.account).sorted() } }

    @Test func `ready claims are sent off the loop and the worklist shows it`() throws {
        let office = try SendingOffice()
        try office.keep(.sample)
        try office.keep(.noHistory)
        let clerk = Clerk(Office(office.store, library: library), glyphs: .unicode)
        guard case .said(let words) = try clerk.submissionOffer(of: clerk.office.readyClaims().count).last else {
            Issue.record("submitted without sender and receiver")
            return
        }
        #expect(words.contains("Clearinghouse"))
        clerk.office.parties = try Configuration(yaml: SendingOffice.configuration).interchange
        guard case .sendingOffered(let offer) = try clerk.submissionOffer(of: clerk.office.readyClaims().count).last
        else {
            Issue.record("nothing was offered")
            return
        }
        #expect(offer.claims == 2 && offer.file == "claims-2026-11-23-1.837" && !offer.isTest)
        let path = office.sandbox.file("desk.837").path
        #expect(clerk.carryOut(.send(to: path)).isEmpty)
        clerk.submitting.finish()
        let said = clerk.finishedWork().compactMap { if case .said(let words) = $0 { words } else { nil } }
        #expect(said.count == 1 && said.first?.contains("Submitted: 1 claim") == true, "\(said)")
        #expect(said.first?.contains("is no longer ready") == true, "\(said)")
        #expect(
            try office.store.claims().map(\.status).contains(.submitted) && FileManager.default.fileExists(atPath: path)
        )
        #expect(try office.store.sentBatches().count == 1 && clerk.finishedWork().isEmpty)
    }

    @Test func `what is keyed before the end of input is saved`() throws {
        #expect(try play([.key(.function(8))] + keys("Smith")))
        let drafts = try store.claims().map { try store.claim($0.id, in: library.parsing).draft }
        #expect(drafts.contains { draft in draft.places.contains { draft.text(at: $0) == "Smith" } })
    }

    @Test func `what is merged when the program has to end is saved`() throws {
        let (store, parsing) = (store, library.parsing)
        var session = try session()
        var terminal = AttentiveTerminal([
            .init(at: "Type to filter", [.key(.enter)]),
            .init(at: "1 Claim", keys("77") + [.hangup]) {
                guard var other = try? store.claim("sample-infusion", in: parsing) else { return }
                other.draft.type("99", at: Place(.amountPaid), in: parsing)
                _ = try? store.save(other)
            },
        ])
        let isSaved = session.run(on: &terminal)
        let draft = try store.claim("sample-infusion", in: parsing).draft
        #expect(isSaved && draft.text(at: Place(.amountPaid)) == "99" && draft.identity.account.text == "C-100177")
    }

    @Test func `keys behind a new claim go into it`() throws {
        _ = try play([.key(.function(8))] + keys("A") + [.key(.escape), .key(.function(8))] + keys("B"))
        #expect(try store.claims().count == 3)
    }

    @Test func `what is pressed after a deletion waits for it`() throws {
        try store.save(ClaimRecord(ClaimExample.officeVisit.with(.account, "C-2000").draft.renamed("visit")))
        // The first claim is deleted, the next one opened, and a new one begun behind it.
        _ = try play([.key(.function(7)), .key(.enter), .key(.escape), .key(.function(8))] + keys("B"))
        #expect(try store.claims(includingDeleted: true).count == 3)
        #expect(try store.claims().count == 2 && accounts.contains("C-2000"))
    }

    @Test func `a copy has the next account number`() throws {
        try store.startAccountNumbers(at: 7001)
        _ = try play([.key(.function(5)), .key(.tab)] + keys("x") + [.key(.escape)])
        #expect(try accounts == ["7001", "C-1001"])
    }

    @Test func `a claim open elsewhere opens to read`() throws {
        let lock = try store.lock("sample-infusion")
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        guard case .opened(let claim)? = clerk.carryOut(.open(id: "sample-infusion")).first else {
            Issue.record("the claim was not opened")
            return
        }
        #expect(claim.holder?.person == clerk.office.signedIn)
        lock.release()
        guard case .opened(let own)? = clerk.carryOut(.open(id: "sample-infusion")).first, own.holder == nil else {
            Issue.record("the claim was not opened to be changed")
            return
        }
    }

    @Test func `a save that fails is kept and tried again`() throws {
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        // Somebody else saves in between, past the lock: the store refuses to write over it.
        let other = try store.claim("sample-infusion", in: library.parsing)
        var changed = other
        changed.draft.type("99", at: Place(.amountPaid), in: library.parsing)
        try store.save(changed)
        var mine = other.draft
        mine.type("55", at: Place(.amountPaid), in: library.parsing)
        clerk.keep(SavedClaim(draft: mine, status: .draft))
        let answers = clerk.saveAll()
        #expect(clerk.hasUnsavedWork)
        guard case .saveFailed? = answers.first else {
            Issue.record("nothing was said")
            return
        }
        // Closed and opened again, it is still what was keyed.
        _ = clerk.carryOut(.close(id: "sample-infusion"))
        guard case .opened(let claim)? = clerk.carryOut(.open(id: "sample-infusion")).first else {
            Issue.record("the claim was not opened")
            return
        }
        #expect(claim.draft.text(at: Place(.amountPaid)) == "55")
    }

    @Test func `a patient who is keyed brings their other claims`() throws {
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        _ = clerk.carryOut(.create(.defaults))
        guard case .opened(let claim)? = clerk.saveAll().first else {
            Issue.record("no claim was begun")
            return
        }
        let sample = ClaimExample.sample.draft
        var draft = claim.draft
        draft.patient = sample.patient
        func histories() -> [[PriorClaim]] {
            clerk.keep(SavedClaim(draft: draft, status: .draft))
            return clerk.saveAll().compactMap {
                if case .history(claim.draft.id, let claims) = $0 { claims } else { nil }
            }
        }
        #expect(histories().map { $0.map(\.draft.id) } == [[sample.id]])
        #expect(histories().isEmpty)
        draft.type("Somebody", at: Place(.patientLastName), in: library.parsing)
        #expect(histories().map(\.count) == [0])
    }

    @Test func `a claim that came back is corrected and its version kept`() throws {
        var denial = ClaimAnswer(.remittance, account: "C-1001")
        (denial.status, denial.payerControlNumber) = (.denied, "26314000551")
        denial.codes = [.denial(.rarc("M119"))]
        try store.mark("sample-infusion", as: .submitted)
        try store.answer("sample-infusion", with: denial, as: .denied)
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        guard case .opened(let claim)? = clerk.carryOut(.open(id: "sample-infusion")).first else {
            Issue.record("the claim was not opened")
            return
        }
        #expect(claim.answers == [denial] && claim.status == .denied)
        guard case .previewed(_, let lines)? = clerk.carryOut(.preview(.changes, claim.draft)).first else {
            Issue.record("no changes were shown")
            return
        }
        #expect(lines.contains("Nothing differs."))
        _ = clerk.carryOut(.close(id: "sample-infusion"))

        _ = try play([.key(.enter), .key(.control("k")), .key(.enter), .key(.escape)])
        let record = try store.claim("sample-infusion", in: library.parsing)
        #expect(record.draft.identity.frequency.value == .replacement && record.status == .clean)
        #expect(record.draft.identity.originalReference.text == "26314000551")
        #expect(try store.versions(of: record.id, in: library.parsing).map(\.draft) == [ClaimExample.sample.draft])
    }

    @Test func `days left are those of the policy`() throws {
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        let row = try #require(try clerk.rows().rows.first)
        let deadline = FilingDeadline(
            of: ClaimExample.sample.draft, under: library.policies.policy(for: ClaimExample.sample.draft))
        #expect(row.daysLeft == deadline?.daysLeft(on: library.day))
        #expect(row.account == "C-1001")
    }

    @Test func `who was keyed before is offered`() throws {
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        try store.rememberEverybody(in: ClaimExample.sample.draft)
        let entries = try clerk.office.directory()
        #expect(entries.contains { $0.kind == .patient && $0.texts["patient.lastName"] == "Rivera" })
        #expect(entries.contains { $0.kind == .payer })
    }

    @Test func `the codes of a claim are offered on the next and nothing else is kept`() throws {
        _ = try play([.key(.enter), .key(.escape)])
        let codes = try Office(store, library: library).recentCodes()
        #expect(codes.codes == ["F33.2", "96365", "J3490", "00143950801"])
        #expect(try store.preference("recent-codes") == codes.text)
    }

    @Test func `a release that is loaded or removed is noticed once`() throws {
        let sandbox = try Sandbox()
        var watch = FolderWatch(sandbox.file("codes"))
        var notices: [Bool] = []
        func look() { for _ in 0..<2 { notices.append(watch.notices()) } }
        look()
        try sandbox.write("a", to: "codes/hcpcs/one.codes")
        look()
        try sandbox.write("b", to: "codes/hcpcs/two.codes")
        look()
        try FileManager.default.removeItem(at: sandbox.file("codes/hcpcs/one.codes"))
        look()
        #expect(notices == [false, false, true, false, true, false, true, false])
    }

    @Test func `a policy that is written again is noticed once`() throws {
        let sandbox = try Sandbox()
        let file = try sandbox.write("a", to: "policies/acme.yaml")
        var watch = FolderWatch(sandbox.file("policies"))
        var notices = [watch.notices()]
        try Data("b".utf8).write(to: file)
        for _ in 0..<2 { notices.append(watch.notices()) }
        #expect(notices == [false, true, false])
    }

    @Test func `only what others do to the store is noticed`() throws {
        let sandbox = try Sandbox()
        let mine = try ClaimStore(folder: sandbox.file("store"))
        let other = try ClaimStore(folder: sandbox.file("store"))
        let watch = StoreWatch()
        watch.watch(mine.path)
        let clerk = Clerk(Office(mine, library: library), glyphs: .unicode)
        #expect(!watch.notices() && !clerk.isOvertaken())
        try mine.save(ClaimRecord(ClaimExample.sample.draft))
        #expect(watch.notices() && !clerk.isOvertaken())
        try other.comment(ClaimExample.sample.draft.id, "Called the payer.")
        #expect(watch.notices() && clerk.isOvertaken())
        #expect(!watch.notices() && !clerk.isOvertaken())
    }

    @Test func `the summary goes to a new file only`() throws {
        let sandbox = try Sandbox()
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        let file = sandbox.file("s.txt").path
        func answer(replaces: Bool = false) -> Action? {
            clerk.carryOut(.print(ClaimExample.sample.draft, .summary, .file(file, replaces: replaces))).first
        }
        guard case .said(let words)? = answer() else { return #expect(Bool(false), "nothing was said") }
        #expect(words.contains("Wrote the summary to"))
        try Data("mine".utf8).write(to: sandbox.file("s.txt"))
        guard case .fileExists(.summary, file)? = answer() else { return #expect(Bool(false), "it did not ask") }
        #expect(try String(contentsOf: sandbox.file("s.txt"), encoding: .utf8) == "mine")
        guard case .said? = answer(replaces: true) else { return #expect(Bool(false), "nothing was said") }
        #expect(try String(contentsOf: sandbox.file("s.txt"), encoding: .utf8).contains("CLAIM SUMMARY"))
    }

    @Test func `several claims are printed in one run, as the command line prints them`() throws {
        let sandbox = try Sandbox()
        let second = ClaimExample.noHistory.draft
        try store.save(ClaimRecord(second))
        let clerk = Clerk(Office(store, library: library), glyphs: .ascii)
        let ids = [ClaimExample.sample.draft.id, second.id, "gone"]
        func printed(_ name: String, _ target: String, replaces: Bool = false) -> [Action] {
            let actions = clerk.carryOut(
                .printListed(ids, .summary, .file(sandbox.file(target).path, replaces: replaces)))
            clerk.printing.finish()
            return actions + clerk.finishedWork()
        }
        let said = printed("text", "day.txt").compactMap { if case .said(let text) = $0 { text } else { nil } }
        #expect(said.first?.contains("Printing 3 claims (summary)") == true)
        #expect(said.last?.contains("Wrote 2 claims (summary) to ") == true, "\(said)")
        #expect(said.last?.contains("Not printed: gone (deleted).") == true, "\(said)")
        let options = ClaimPaper.Options(form: .summary, style: FormImage.Style())
        var run = PaperRun(options, isDrawn: false)
        for id in ids.prefix(2) {
            try run.add(
                NamedClaim(
                    try store.claim(id, in: library.parsing).draft, record: try store.claim(id, in: library.parsing),
                    in: clerk.office))
        }
        // Each printing is a record of its own.
        func withoutMarks(_ bytes: some Sequence<UInt8>) -> String {
            String(decoding: Array(bytes), as: UTF8.self)
                .replacing(#/Trail: desk 1, record [0-9]+, [0-9A-F]{8} +/#) { _ in "" }
        }
        #expect(try withoutMarks(Data(contentsOf: sandbox.file("day.txt"))) == withoutMarks(run.bytes()))
        #expect(try String(contentsOf: sandbox.file("day.txt"), encoding: .utf8).contains("Trail: desk 1, record "))
        guard case .fileExists(.summary, _)? = printed("again", "day.txt").first else {
            return #expect(Bool(false), "it did not ask")
        }
        #expect(
            clerk.carryOut(.printListed(["gone"], .summary, .file(sandbox.file("n").path, replaces: false))).count == 1)
        clerk.printing.finish()
        guard case .said(let none)? = clerk.finishedWork().last else { return #expect(Bool(false)) }
        #expect(
            none == "Nothing printed. Not printed: gone (deleted)."
                && !FileManager.default.fileExists(atPath: sandbox.file("n").path))
    }

    @Test func `the form is printed as the office lays it`() throws {
        let sandbox = try Sandbox()
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        clerk.form.down = 2
        let draft = ClaimExample.sample.draft
        _ = clerk.carryOut(.print(draft, .cms1500, .file(sandbox.file("form.txt").path, replaces: false)))
        let printed = try String(contentsOf: sandbox.file("form.txt"), encoding: .utf8)
        #expect(printed == FormImage.text(of: FormImage.sheets(of: draft, style: FormImage.Style(down: 2))))
    }
}
