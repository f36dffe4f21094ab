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

@Suite("The desk locks when nobody is there, and comes back to the same place")
struct DeskLockTests {
    private let sandbox: Sandbox
    private let data: URL
    private let signIn: DeskSignIn
    private let store: ClaimStore
    private let library: OfficeLibrary
    private static let passphrase = "correct horse battery"

    init() throws {
        sandbox = try Sandbox(isNew: true)
        data = sandbox.file("data/cleanclaim")
        _ = try Keyring.make(forData: data, first: .person(name: "Dana", passphrase: Self.passphrase))
        signIn = try DeskSignIn(StorePlace(folder: data))
        let keyring = try #require(signIn.keyring)
        try keyring.unlock(by: .passphrase(name: "Dana", Self.passphrase, code: nil))
        store = try ClaimStore(folder: data, keyring: keyring)
        library = try Environment(CommonOptions.parse(["--today", "2026-11-23"])).library
        try store.save(ClaimRecord(ClaimExample.sample.draft))
    }

    private func session(minutes: Int) throws -> Session {
        let clerk = Clerk(Office(store, library: library), glyphs: .unicode)
        let inputs = Inputs(
            books: library.books, policies: library.policies, today: library.day,
            practice: ClaimDraft(id: "practice"), directory: [],
            signedIn: SignedInPerson(name: "Dana", isLead: true), refusals: clerk.office.refusals)
        var station = Workstation(inputs: inputs, size: Size(columns: 80, rows: 24))
        _ = station.handle(.listed(try clerk.rows()))
        return Session(
            station, clerk: clerk, clock: nil,
            lock: DeskLock(signIn, store, keymap: .standard, minutes: minutes, wakeUp: WakeUp()))
    }

    private func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } }

    @Test func `suspension saves, hides everything and wipes the keys until the same person is back`() throws {
        var session = try session(minutes: 0)
        var wasLocked = false
        let (store, data) = (store, data)
        var terminal = AttentiveTerminal([
            .init(at: "Type to filter", [.key(.enter)]),
            .init(at: "1 Claim", keys("77") + [.suspending]),
            .init(at: "Locked", keys("wrong and wrong") + [.key(.enter)]) { wasLocked = store.keyring.isLocked },
            .init(at: "is wrong", keys(Self.passphrase) + [.key(.enter)]),
            // What was keyed before stands there, with the cursor behind it.
            .init(at: "Account            C-100177", keys("5") + [.key(.enter), .hangup]),
        ])
        let isSaved = session.run(on: &terminal)
        #expect(isSaved)
        #expect(wasLocked && terminal.suspensions == 1)
        let locked = terminal.frames.filter { $0.text.contains("Locked since") }
        #expect(!locked.isEmpty && locked.allSatisfy { !$0.text.contains("RIVERA") && !$0.text.contains("Rivera") })
        let keyring = try #require(try Keyring.open(forData: data))
        try keyring.unlock(by: .passphrase(name: "Dana", Self.passphrase, code: nil))
        let saved = try ClaimStore(folder: data, keyring: keyring).claims()
        #expect(saved.map(\.account) == ["C-1001775"])
    }

    @Test func `who leaves from the locked screen loses nothing`() throws {
        var session = try session(minutes: 0)
        var terminal = AttentiveTerminal([
            .init(at: "Type to filter", [.key(.enter)]),
            .init(at: "1 Claim", keys("77") + [.suspending]),
            .init(at: "Locked", [.terminated]),
        ])
        let isSaved = session.run(on: &terminal)
        #expect(isSaved)
        let keyring = try #require(try Keyring.open(forData: data))
        try keyring.unlock(by: .passphrase(name: "Dana", Self.passphrase, code: nil))
        #expect(try ClaimStore(folder: data, keyring: keyring).claims().map(\.account) == ["C-100177"])
    }

    @Test func `each key puts the lock off, and without minutes it never comes`() throws {
        var lock = DeskLock(signIn, store, keymap: .standard, minutes: 10, wakeUp: WakeUp())
        let first = try #require(lock.time)
        #expect(!lock.isDue && first > .now + .seconds(590))
        lock.noteKey()
        #expect(try #require(lock.time) >= first)
        #expect(DeskLock(signIn, store, keymap: .standard, minutes: 0, wakeUp: WakeUp()).time == nil)
        lock.close()
        #expect(lock.isDue && store.keyring.isLocked)
    }
}

@Suite("How the records are opened at the desk")
struct DeskSignInTests {
    private let sandbox: Sandbox
    private let data: URL

    init() throws {
        sandbox = try Sandbox(isNew: true)
        data = sandbox.file("data/cleanclaim")
    }

    @Test func `this machine only asks nothing from then on`() throws {
        let first = try DeskSignIn(StorePlace(folder: data))
        #expect(try first.screen(hasClaims: false)?.purpose == .firstStart(hasClaims: false))
        guard case .signedIn = first.check(.useThisMachine) else {
            Issue.record("not signed in")
            return
        }
        let next = try DeskSignIn(StorePlace(folder: data))
        #expect(try next.screen(hasClaims: true) == nil)
        #expect(next.keyring?.isLocked == false)
    }

    @Test func `a demanded second factor is set up before anything opens`() throws {
        let first = try DeskSignIn(StorePlace(folder: data))
        guard
            case .showRecoveryKey(let key) = first.check(
                .setPassphrase(name: "Dana", passphrase: Secret("correct horse battery")))
        else {
            Issue.record("no recovery key")
            return
        }
        guard case .signedIn = first.check(.done) else {
            Issue.record("not signed in")
            return
        }
        try first.keyring?.demandSecondFactor(true)
        let next = try DeskSignIn(StorePlace(folder: data))
        #expect(try next.screen(hasClaims: true)?.name == "Dana")
        guard
            case .showSecondFactor = next.check(
                .signIn(name: "Dana", passphrase: Secret("correct horse battery"))),
            case .refused = next.check(.code("000000x"))
        else {
            Issue.record("no second factor was asked for")
            return
        }
        guard
            case .showSecondFactor = next.check(
                .recover(key: key, name: "Dana", passphrase: Secret("a phrase that is new")))
        else {
            Issue.record("the recovery key did not open it")
            return
        }
    }
}
