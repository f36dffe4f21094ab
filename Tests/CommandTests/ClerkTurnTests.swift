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

/// Two desks on one data folder, and one claim.
@Suite("A claim goes from desk to desk")
struct ClerkTurnTests {
    private let sandbox: Sandbox
    private let front: Clerk
    private let back: Clerk
    private let parsing: ParsingContext
    private let id = ClaimExample.sample.draft.id
    private let person: String

    init() throws {
        sandbox = try Sandbox(isNew: true)
        let folder = sandbox.file("store")
        let keyring = try Keyring.ofThisMachine(forData: folder)
        func desk(_ name: String) throws -> Clerk {
            let store = try ClaimStore(folder: folder, keyring: keyring, desk: name)
            let clerk = try Clerk(of: store)
            clerk.turnWatch = TurnWatch(StoreWatch(), folder: store.holdFolder)
            return clerk
        }
        (front, back) = (try desk("FRONT-DESK"), try desk("BACK-ROOM"))
        parsing = front.office.parsing
        person = front.office.signedIn
        try front.office.store.save(ClaimRecord(ClaimExample.sample.draft))
    }

    /// What a desk has to say once it has looked, as its loop does.
    private func news(at clerk: Clerk) -> [TurnNews] {
        var actions: [Action] = []
        for _ in 0..<3 {
            actions += clerk.turnNews()
            clerk.writer.finish()
            actions += clerk.saveAll()
        }
        return turns(in: actions)
    }

    private func turns(in actions: [Action]) -> [TurnNews] {
        actions.compactMap { if case .turn(_, let news) = $0 { news } else { nil } }
    }

    private func said(in actions: [Action]) -> [String] {
        actions.compactMap { if case .said(let text) = $0 { text } else { nil } }
    }

    private func open(at clerk: Clerk) -> OpenedClaim? {
        if case .opened(let claim)? = clerk.carryOut(.open(id: id)).first { claim } else { nil }
    }

    private func turn(_ step: TurnStep, at clerk: Clerk) -> [TurnNews] {
        turns(in: clerk.carryOut(.turn(id: id, step)) + clerk.saveAll())
    }

    private func type(_ text: String, at clerk: Clerk) {
        var draft = clerk.open?.record.draft ?? ClaimExample.sample.draft
        draft.type(text, at: Place(.amountPaid), in: parsing)
        clerk.keep(SavedClaim(draft: draft, status: .draft))
    }

    private func stored() throws -> String {
        try front.office.store.claim(id, in: parsing).draft.text(at: Place(.amountPaid))
    }

    /// Both have it open, the front desk to change it.
    private func openAtBoth() throws {
        #expect(open(at: front)?.holder == nil)
        let holder = try #require(open(at: back)?.holder)
        #expect(holder.person == person && holder.desk == "FRONT-DESK" && holder.since.contains(":"))
        _ = (news(at: front), news(at: back))
    }

    /// The back room asks, and the front desk sees it.
    private func ask() throws {
        guard
            case .waiting(reason: "Payer is on the phone")? = turn(.ask(reason: "Payer is on the phone"), at: back)
                .first
        else {
            Issue.record("it was not asked")
            return
        }
        guard case .asked(let asker, reason: "Payer is on the phone")? = news(at: front).first else {
            Issue.record("nothing was seen")
            return
        }
        #expect(asker.desk == "BACK-ROOM" && asker.person == person)
        // It is shown once.
        #expect(news(at: front).isEmpty)
    }

    @Test func `it opens to read where another has it, and is recorded as read`() throws {
        try openAtBoth()
        back.writer.finish()
        #expect(try front.office.store.trail(.claim(id: id)).map(\.kind) == ["created", "opened", "opened"])
        // What is read can be printed as what it is.
        #expect(back.record(of: ClaimExample.sample.draft)?.revision == 1)
        _ = back.carryOut(.close(id: id))
        #expect(try front.office.store.holder(of: id)?.desk == "FRONT-DESK")
    }

    @Test func `what is saved there is read here`() throws {
        try openAtBoth()
        #expect(turn(.read, at: back).isEmpty)
        type("55", at: front)
        _ = front.saveAll()
        guard case .saved(let claim)? = turn(.read, at: back).first else {
            Issue.record("it was not read again")
            return
        }
        #expect(claim.draft.text(at: Place(.amountPaid)) == "55" && back.record(of: claim.draft)?.revision == 2)
        // The right to change it is still there.
        #expect(try back.office.store.holder(of: id)?.desk == "FRONT-DESK")
    }

    @Test func `it is given with what was keyed there last`() throws {
        try openAtBoth()
        type("55", at: front)
        try ask()
        guard case .given(let to)? = turn(.give, at: front).last else {
            Issue.record("it was not given")
            return
        }
        #expect(to.desk == "BACK-ROOM" && !front.hasUnsavedWork)
        guard case .ours(let claim)? = news(at: back).last else {
            Issue.record("it was not taken")
            return
        }
        #expect(claim.draft.text(at: Place(.amountPaid)) == "55" && claim.holder == nil)
        type("66", at: back)
        _ = back.saveAll()
        #expect(try stored() == "66" && front.office.store.holder(of: id)?.desk == "BACK-ROOM")
        let record = try front.office.store.trail(.claim(id: id)).last { $0.kind == "taken-over" }
        #expect(record?.text == "Payer is on the phone")
        // The front desk goes on reading, and may ask for it.
        guard case .held(let holder?)? = news(at: front).last, holder.desk == "BACK-ROOM" else {
            Issue.record("the front desk does not know who has it")
            return
        }
        guard case .waiting? = turn(.ask(reason: "again"), at: front).first, case .asked? = news(at: back).first else {
            Issue.record("it cannot be asked back")
            return
        }
    }

    @Test func `what cannot be saved is not given`() throws {
        try openAtBoth()
        try ask()
        var other = try back.office.store.claim(id, in: parsing)
        other.draft.type("99", at: Place(.amountPaid), in: parsing)
        try back.office.store.save(other)
        type("55", at: front)
        let actions = front.carryOut(.turn(id: id, .give)) + front.saveAll()
        #expect(!said(in: actions).isEmpty && turns(in: actions).isEmpty && front.hasUnsavedWork)
        #expect(try front.office.store.holder(of: id)?.desk == "FRONT-DESK")
    }

    @Test func `it is kept, and may be asked for again`() throws {
        try openAtBoth()
        try ask()
        #expect(turn(.keep, at: front).isEmpty)
        guard case .refused? = news(at: back).first else {
            Issue.record("the refusal was not seen")
            return
        }
        _ = news(at: front)
        try ask()
    }

    @Test func `who stops reading asks no longer`() throws {
        try openAtBoth()
        try ask()
        _ = back.carryOut(.close(id: id))
        back.writer.finish()
        guard case .withdrawn? = news(at: front).first else {
            Issue.record("the question stays")
            return
        }
        #expect(try front.office.store.request(for: id) == nil)
    }

    @Test func `an answer that does not come is waited for once`() throws {
        try openAtBoth()
        try ask()
        guard case .asked(let holder, let request, until: let end?) = back.turn else {
            Issue.record("nobody waits")
            return
        }
        let deadline = try #require(back.turnDeadline)
        #expect(end > .now + .seconds(50) && deadline <= end)
        back.turn = .asked(holder, request, until: .now)
        guard case .unanswered? = news(at: back).first else {
            Issue.record("it is waited for ever")
            return
        }
        #expect(news(at: back).isEmpty)
        // On one disk no running window can be made to let go.
        let words = said(in: back.carryOut(.turn(id: id, .take(reason: "x"))) + back.saveAll())
        #expect(words == [StoreFault.openElsewhere.description])
        // A late answer is one all the same.
        guard case .given? = turn(.give, at: front).last, case .ours? = news(at: back).last else {
            Issue.record("it was not given late")
            return
        }
    }

    @Test func `a claim that is closed there is free here`() throws {
        try openAtBoth()
        _ = front.carryOut(.close(id: id))
        front.writer.finish()
        guard case .held(by: nil)? = news(at: back).first, case .ours? = turn(.take(reason: nil), at: back).first else {
            Issue.record("it is not free")
            return
        }
        #expect(try !front.office.store.trail(.claim(id: id)).map(\.kind).contains("taken-over"))
    }

    @Test func `a claim that was taken away keeps what was keyed with the clerk`() throws {
        #expect(open(at: front)?.holder == nil)
        let locks = try FileManager.default.contentsOfDirectory(atPath: front.office.store.holdFolder)
        for name in locks { unlink("\(front.office.store.holdFolder)/\(name)") }
        #expect(open(at: back)?.holder == nil)
        guard case .taken(let by)? = news(at: front).first else {
            Issue.record("nobody noticed")
            return
        }
        #expect(by.desk == "BACK-ROOM")
        type("66", at: back)
        _ = back.saveAll()
        type("55", at: front)
        let asks = front.saveAll().contains { if case .conflict = $0 { true } else { false } }
        #expect(try asks && front.hasUnsavedWork && stored() == "66")
        _ = front.carryOut(.close(id: id))
        #expect(try back.office.store.holder(of: id)?.desk == "BACK-ROOM")
    }

    @Test func `a desk without a claim never looks, and one with a claim only when something was written`() throws {
        #expect(news(at: front).isEmpty && front.turnDeadline == nil)
        _ = open(at: front)
        front.writer.finish()
        _ = news(at: front)
        #expect(front.turnDeadline == nil)
        _ = open(at: back)
        _ = turn(.ask(reason: "x"), at: back)
        #expect(!news(at: front).isEmpty)
        #expect(front.turnDeadline != nil)
    }
}
