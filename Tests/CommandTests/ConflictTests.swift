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
import TestStore

/// A claim that was changed here and elsewhere.
struct ConflictTests {
    private let store: ClaimStore
    private let clerk: Clerk
    private let parsing: ParsingContext
    private let sample = ClaimExample.sample.draft

    init() throws {
        store = try ClaimStore.forTest()
        let library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        parsing = library.parsing
        try store.startAccountNumbers(at: 7001)
        try store.save(ClaimRecord(sample))
        clerk = Clerk(Office(store, library: library), glyphs: .unicode)
    }

    private func keyed(_ text: String) -> ClaimDraft {
        var draft = sample
        draft.type(text, at: Place(.amountPaid), in: parsing)
        return draft
    }

    /// Keys 55 here while 99 is saved past the lock.
    private func collide(as status: ClaimStatus = .draft) throws -> [Action] {
        _ = clerk.carryOut(.open(id: sample.id))
        var other = try store.claim(sample.id, in: parsing)
        (other.draft, other.status) = (keyed("99"), status)
        try store.save(other)
        clerk.keep(SavedClaim(draft: keyed("55"), status: .draft))
        return clerk.saveAll()
    }

    private func resolved(_ way: Resolution) -> [Action] {
        clerk.carryOut(.resolve(id: sample.id, way)) + clerk.saveAll()
    }

    private func amount(_ id: String? = nil) throws -> String {
        try store.claim(id ?? sample.id, in: parsing).draft.text(at: Place(.amountPaid))
    }

    private func opened(_ actions: [Action]) -> OpenedClaim? {
        if case .opened(let claim)? = actions.first { claim } else { nil }
    }

    @Test func `it is asked which version is kept`() throws {
        let answers = try collide()
        guard case .conflict(sample.id, isGone: false)? = answers.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(clerk.unsavedWork == UnsavedWork(claims: 1, failed: [sample.id]))
        // Trying again would end the same: it is asked once, and once more when it is opened.
        #expect(clerk.saveAll().isEmpty)
        _ = clerk.carryOut(.close(id: sample.id))
        guard case .conflict? = clerk.carryOut(.open(id: sample.id)).last else {
            Issue.record("nothing was asked again")
            return
        }
    }

    @Test func `mine replaces theirs`() throws {
        _ = try collide()
        #expect(opened(clerk.carryOut(.resolve(id: sample.id, .mine)))?.draft == keyed("55"))
        _ = clerk.saveAll()
        #expect(try !clerk.hasUnsavedWork && amount() == "55")
    }

    @Test func `what the payer has keeps its status`() throws {
        _ = try collide(as: .submitted)
        #expect(opened(clerk.carryOut(.resolve(id: sample.id, .mine)))?.status == .submitted)
        _ = clerk.saveAll()
        #expect(try store.claim(sample.id, in: parsing).status == .submitted)
        #expect(try amount() == "55")
    }

    @Test func `theirs is opened`() throws {
        _ = try collide()
        #expect(opened(clerk.carryOut(.resolve(id: sample.id, .theirs)))?.draft == keyed("99"))
        #expect(try !clerk.hasUnsavedWork && amount() == "99")
        // It can be keyed on.
        clerk.keep(SavedClaim(draft: keyed("100"), status: .draft))
        _ = clerk.saveAll()
        #expect(try amount() == "100")
    }

    @Test func `both are kept`() throws {
        _ = try collide()
        let copy = try #require(opened(resolved(.copy))?.draft)
        _ = clerk.saveAll()
        #expect(try !clerk.hasUnsavedWork && amount() == "99" && amount(copy.id) == "55")
        #expect(copy.identity.account.text == "7001" && copy.id != sample.id)
        try store.lock(sample.id).release()
    }

    @Test func `a claim that was deleted elsewhere is kept as a new one`() throws {
        _ = clerk.carryOut(.open(id: sample.id))
        clerk.open?.lock.release()
        try store.delete(sample.id)
        clerk.keep(SavedClaim(draft: keyed("55"), status: .draft))
        guard case .conflict(sample.id, isGone: true)? = clerk.saveAll().last else {
            Issue.record("nothing was asked")
            return
        }
        let copy = try #require(opened(resolved(.copy))?.draft)
        _ = clerk.saveAll()
        #expect(try amount(copy.id) == "55")
    }
}
