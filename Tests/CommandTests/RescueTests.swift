import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import TerminalKit
import Testing
import TextKit
import Workstation

@testable import cleanclaim

/// What cannot be saved is kept, and said.
struct RescueTests {
    private let sandbox: Sandbox
    private let library: OfficeLibrary
    private let store: ClaimStore
    private let sample = ClaimExample.sample.draft

    init() throws {
        sandbox = try Sandbox()
        library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        store = try ClaimStore(folder: sandbox.file("store"), patience: 0.01)
        try store.save(ClaimRecord(sample))
    }

    private func clerk(_ store: ClaimStore? = nil) -> Clerk {
        Clerk(Office(store ?? self.store, library: library), glyphs: .unicode)
    }

    private func keyed(_ text: String) -> ClaimDraft {
        var draft = sample
        draft.type(text, at: Place(.amountPaid), in: library.parsing)
        return draft
    }

    /// Keys something into the sample at a desk.
    private func key(_ text: String, at clerk: Clerk) {
        _ = clerk.carryOut(.open(id: sample.id))
        clerk.keep(SavedClaim(draft: keyed(text), status: .draft))
    }

    private func amount(in store: ClaimStore, of id: String? = nil) throws -> String {
        try store.claim(id ?? sample.id, in: library.parsing).draft.text(at: Place(.amountPaid))
    }

    /// The first sentence that is said.
    private func said(_ actions: [Action]) -> String {
        actions.compactMap {
            switch $0 {
            case .said(let text), .saveFailed(let text): text
            default: nil
            }
        }.first ?? ""
    }

    private func move(_ from: String, _ to: String) throws {
        try FileManager.default.moveItem(at: sandbox.file(from), to: sandbox.file(to))
    }

    @Test func `a folder that was moved away is noticed and nothing is written into it`() throws {
        let clerk = clerk()
        key("55", at: clerk)
        try move("store", "moved")
        let replacement = try ClaimStore(folder: sandbox.file("store"))
        try replacement.save(ClaimRecord(sample))
        #expect(said(clerk.saveAll()).hasPrefix("The data folder was moved or replaced: nothing was saved."))
        #expect(clerk.hasUnsavedWork)
        #expect(clerk.rescue().contains("rescue file"))
        // The next start finds the other folder, and what was keyed.
        let office = Office(replacement, library: library)
        #expect(try office.takeRescued() == ["Recovered from the last session: 1 entry."])
        #expect(try amount(in: replacement) == "55")
        #expect(try office.takeRescued() == [])
    }

    @Test func `a folder that comes back is saved into`() throws {
        let clerk = clerk()
        key("55", at: clerk)
        try move("store", "moved")
        _ = clerk.saveAll()
        #expect(clerk.hasUnsavedWork)
        try move("moved", "store")
        _ = clerk.saveAll()
        #expect(try !clerk.hasUnsavedWork && amount(in: store) == "55")
    }

    @Test func `a rescued claim that was changed since becomes a new one`() throws {
        try store.startAccountNumbers(at: 7001)
        let clerk = clerk()
        key("55", at: clerk)
        _ = clerk.rescue()
        clerk.unsaved = [:]
        clerk.open = nil
        var record = try store.claim(sample.id, in: library.parsing)
        record.draft = keyed("66")
        try store.save(record)
        let office = Office(store, library: library)
        #expect(
            try office.takeRescued()
                == ["A claim was changed in another window; your version is the new claim 7001."])
        #expect(try amount(in: store) == "66")
        let copy = try #require(try store.claims().first { $0.account == "7001" })
        #expect(try amount(in: store, of: copy.id) == "55")
    }

    @Test func `a new claim and the set-up are rescued`() throws {
        let clerk = clerk()
        _ = clerk.carryOut(.create(.defaults))
        guard case .opened(let new)? = clerk.saveAll().first else {
            Issue.record("no claim was begun")
            return
        }
        clerk.keep(SavedClaim(draft: new.draft, status: .draft))
        var practice = ClaimDraft(id: Office.practiceID)
        practice.type("11", at: Place(.placeOfService), in: library.parsing)
        clerk.keep(practice: practice)
        _ = clerk.rescue()
        clerk.unsaved = [:]
        clerk.open = nil
        let office = Office(store, library: library)
        #expect(try office.takeRescued() == ["Recovered from the last session: 2 entries."])
        #expect(try store.claims().contains { $0.id == new.draft.id })
        #expect(try office.practice() == practice)
    }

    @Test func `a file that cannot be read is named and kept`() throws {
        let file = try sandbox.write("cleanclaim rescue 1\ndraft\n1\n{", to: "store/rescue/x.rescue")
        #expect(
            try Office(store, library: library).takeRescued() == ["A rescue file cannot be read: \(file.path)."])
        #expect(FileManager.default.fileExists(atPath: file.path))
    }
}
