import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit
import Workstation

@testable import cleanclaim

/// Whoever saves is held up in the middle of it for as long as the test wants.
private final class Gate: Sendable {
    private let lock = NSLock()

    func close() { lock.lock() }
    func open() { lock.unlock() }

    /// The store's clock, which it reads while it writes.
    func time() -> Date {
        lock.lock()
        defer { lock.unlock() }
        return Date(timeIntervalSince1970: 1_800_000_000)
    }
}

/// Saving runs on a thread of its own.
struct SavingThreadTests {
    private let gate = Gate()
    private let store: ClaimStore
    private let clerk: Clerk
    private let parsing: ParsingContext

    init() throws {
        let gate = self.gate
        store = try ClaimStore.temporary { gate.time() }
        let library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        parsing = library.parsing
        try store.save(ClaimRecord(ClaimExample.sample.draft))
        try store.save(ClaimRecord(ClaimExample.sample.draft.renamed("another")))
        clerk = Clerk(Office(store, library: library), glyphs: .unicode)
    }

    /// Types into a claim that is open, as the workstation hands it over.
    private func type(_ text: String, _ id: String = "sample-infusion") throws {
        var draft = ClaimExample.sample.draft.renamed(id)
        draft.type(text, at: Place(.amountPaid), in: parsing)
        clerk.keep(SavedClaim(draft: draft, status: .draft))
    }

    private func isSaid(in actions: [Action]) -> Bool {
        actions.contains { if case .saved = $0 { true } else { false } }
    }

    private func stored(_ id: String = "sample-infusion") throws -> String {
        try store.claim(id, in: parsing).draft.text(at: Place(.amountPaid))
    }

    @Test func `nobody waits for a save and it is said once it is done`() throws {
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        gate.close()
        try type("55")
        clerk.startSaving()
        #expect(clerk.isSaving && clerk.hasUnsavedWork && !isSaid(in: clerk.savedWork()))
        // Meanwhile the worklist and another claim are read, and more is keyed.
        #expect(try clerk.rows().rows.count == 2)
        try type("56")
        clerk.startSaving()
        _ = clerk.carryOut(.close(id: "sample-infusion"))
        guard case .opened? = clerk.carryOut(.open(id: "another")).first else {
            Issue.record("the other claim was not opened")
            return
        }
        #expect(try stored() == "")
        gate.open()
        clerk.writer.finish()
        // The first state is on the disk, the second is not: it is not said yet.
        #expect(!isSaid(in: clerk.savedWork()) && clerk.hasNewWork)
        #expect(try stored() == "55")
        #expect(isSaid(in: clerk.saveAll()) && !clerk.hasUnsavedWork)
        #expect(try stored() == "56")
        // Its lock is given back.
        try store.lock("sample-infusion").release()
    }

    @Test func `a save whose answer was lost is this desk's own`() throws {
        let id = "sample-infusion"
        _ = clerk.carryOut(.open(id: id))
        try type("55")
        let waiting = try #require(clerk.unsaved[id])
        // It reaches the disk, and nobody hears of it.
        try store.save(waiting.record)
        clerk.unsaved[id]?.attempts = [waiting.claim.draft]
        try type("56")
        #expect(try isSaid(in: clerk.saveAll()) && stored() == "56" && !clerk.hasUnsavedWork)
        // What somebody else has saved still asks.
        try type("57")
        var theirs = try store.claim(id, in: parsing)
        theirs.draft.type("99", at: Place(.amountPaid), in: parsing)
        try store.save(theirs)
        #expect(try !isSaid(in: clerk.saveAll()) && stored() == "99")
    }

    @Test func `a claim that is being saved is listed and opened as it was keyed`() throws {
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        gate.close()
        var draft = ClaimExample.sample.draft
        draft.type("Keyedlast", at: Place(.patientLastName), in: parsing)
        clerk.keep(SavedClaim(draft: draft, status: .draft, tally: Tally(errors: 3)))
        clerk.startSaving()
        _ = clerk.carryOut(.close(id: "sample-infusion"))
        let row = try #require(try clerk.rows().rows.first { $0.id == "sample-infusion" })
        #expect(row.patient.hasPrefix("Keyedlast") && row.errors == 3)
        guard case .opened(let claim)? = clerk.carryOut(.open(id: "sample-infusion")).first else {
            Issue.record("the claim was not opened")
            gate.open()
            return
        }
        #expect(claim.draft == draft)
        gate.open()
        _ = clerk.saveAll()
        #expect(clerk.record(of: draft)?.revision == 2)
    }

    /// Neither a new account number nor a change of a stored claim makes the loop wait; the keys after it do.
    @Test func `nobody waits for what the next key depends on`() throws {
        gate.close()
        #expect(clerk.carryOut(.delete(id: "another")).isEmpty && clerk.isAnswering)
        #expect(clerk.savedWork().isEmpty && clerk.isAnswering)
        #expect(try store.claims().count == 2)
        gate.open()
        #expect(clerk.saveAll().isEmpty && !clerk.isAnswering)
        #expect(try store.claims().count == 1)
        #expect(clerk.carryOut(.create(.defaults)).isEmpty && clerk.isAnswering)
        guard case .opened(let claim)? = clerk.saveAll().first else {
            Issue.record("no claim was begun")
            return
        }
        #expect(clerk.open?.record.id == claim.draft.id)
    }

    @Test func `what was keyed is on the disk before the claim is changed`() throws {
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        gate.close()
        try type("55")
        clerk.startSaving()
        try type("56")
        _ = clerk.carryOut(.close(id: "sample-infusion"))
        #expect(clerk.carryOut(.delete(id: "sample-infusion")).isEmpty && clerk.isAnswering)
        gate.open()
        let said = clerk.saveAll().contains { if case .said = $0 { true } else { false } }
        #expect(try !said && !clerk.isAnswering && stored() == "56" && store.claims().count == 1)
    }

    @Test func `a claim that cannot be saved is not changed`() throws {
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        var other = try store.claim("sample-infusion", in: parsing)
        other.draft.type("99", at: Place(.amountPaid), in: parsing)
        try store.save(other)
        try type("55")
        _ = clerk.carryOut(.close(id: "sample-infusion"))
        _ = clerk.carryOut(.hold(id: "sample-infusion", reason: "x"))
        #expect(clerk.saveAll().contains { if case .said = $0 { true } else { false } } && !clerk.isAnswering)
        #expect(try store.claims().allSatisfy { $0.hold == nil })
    }

    @Test func `what the desk has found is not found again`() throws {
        _ = clerk.carryOut(.open(id: "sample-infusion"))
        var draft = ClaimExample.sample.draft
        draft.type("55", at: Place(.amountPaid), in: parsing)
        clerk.keep(SavedClaim(draft: draft, status: .flagged, tally: Tally(errors: 7, rules: ["PV-001"])))
        _ = clerk.saveAll()
        #expect(try store.claim(draft.id, in: parsing).tally == Tally(errors: 7, rules: ["PV-001"]))
    }
}
