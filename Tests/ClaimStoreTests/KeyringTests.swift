import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Sealing
import Synchronization
import TestStore
import Testing

@testable import ClaimStore

/// A clock that a test sets.
private final class TestClock: @unchecked Sendable {
    var seconds = 1_795_000_000.0
    var now: @Sendable () -> Date { { Date(timeIntervalSince1970: self.seconds) } }
}

@Suite("Who may open the records, and who not")
struct KeyringTests {
    private let scratch: ScratchFolder
    private let keyring: Keyring
    private let clock = TestClock()
    private static let passphrase = "correct horse battery"

    init() throws {
        scratch = try ScratchFolder()
        keyring = try Keyring.make(
            forData: scratch.store, first: .person(name: "Dana", passphrase: Self.passphrase), now: clock.now)
    }

    private func reopened() throws -> Keyring {
        try #require(try Keyring.open(forData: scratch.store, now: clock.now))
    }

    private func signIn(
        _ name: String = "Dana", _ passphrase: String = Self.passphrase, code: String? = nil, to keyring: Keyring
    ) throws(StoreFault) {
        try keyring.unlock(by: .passphrase(name: name, passphrase, code: code))
    }

    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: scratch.keys.appendingPathComponent("keyring.db").path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func `a wrong key is refused without harm and the right one opens`() throws {
        do { try ClaimStore(folder: scratch.store, keyring: keyring).save(ClaimRecord(draft("one", dana))) }
        let before = try scratch.contents()
        let locked = try reopened()
        #expect(throws: StoreFault.keys(.locked)) { try ClaimStore(folder: scratch.store, keyring: locked) }
        #expect(throws: StoreFault.keys(.locked)) { try ClaimStore(folder: scratch.store) }
        #expect(throws: StoreFault.keys(.wrong)) { try signIn("Dana", "correct horse batterx", to: locked) }
        #expect(throws: StoreFault.keys(.wrong)) { try signIn("Nobody", to: locked) }
        #expect(throws: StoreFault.keys(.wrong)) { try locked.unlock(by: .recovery(RecoveryKey())) }
        #expect(locked.isLocked)
        #expect(try scratch.contents()["data/cleanclaim/claims.db"] == before["data/cleanclaim/claims.db"])
        try signIn(to: locked)
        #expect(locked.signedIn?.name == "Dana" && locked.signedIn?.role == .lead)
        #expect(try ClaimStore(folder: scratch.store, keyring: locked).claims().map(\.id) == ["one"])
    }

    @Test func `failed attempts slow down and a success ends that`() throws {
        let door = try reopened()
        for _ in 0..<3 { #expect(throws: StoreFault.keys(.wrong)) { try signIn("Dana", "nothing at all", to: door) } }
        #expect(throws: StoreFault.keys(.wait(seconds: 2))) { try signIn(to: door) }
        clock.seconds += 3
        #expect(throws: StoreFault.keys(.wrong)) { try signIn("Dana", "nothing at all", to: door) }
        #expect(throws: StoreFault.keys(.wait(seconds: 4))) { try signIn(to: door) }
        clock.seconds += 5
        try signIn(to: door)
        #expect(throws: StoreFault.keys(.wrong)) { try signIn("Dana", "nothing at all", to: door) }
    }

    @Test func `a second factor is asked for once and each code opens once`() throws {
        let factor = OneTimeCode()
        try keyring.setSecondFactor(factor.secret, of: "Dana")
        let door = try reopened()
        let code = factor.code(at: Int(clock.seconds))
        #expect(throws: StoreFault.keys(.needsCode)) { try signIn(to: door) }
        #expect(throws: StoreFault.keys(.wrongCode)) { try signIn(code: code == "123456" ? "1" : "123456", to: door) }
        try signIn(code: code, to: door)
        #expect(throws: StoreFault.keys(.wrongCode)) { try signIn(code: code, to: try reopened()) }
        clock.seconds += 60
        try signIn(code: factor.code(at: Int(clock.seconds)), to: door)
        try keyring.demandSecondFactor(true)
        try keyring.setSecondFactor(nil, of: "Dana")
        #expect(try keyring.mustSetSecondFactor())
    }

    @Test func `roles keep people to what they may do`() throws {
        try keyring.add("Kim", as: .keyer, passphrase: "another long phrase")
        try keyring.add("Rae", as: .readOnly, passphrase: "a third long phrase")
        #expect(throws: StoreFault.keys(.nameTaken)) {
            try keyring.add("Kim", as: .lead, passphrase: "long enough it is")
        }
        #expect(throws: StoreFault.keys(.shortPassphrase)) { try keyring.add("Sam", as: .lead, passphrase: "short") }
        #expect(throws: StoreFault.keys(.lastLead)) { try keyring.setRole(.keyer, of: "Dana") }
        #expect(throws: StoreFault.keys(.lastLead)) { try keyring.remove("Dana") }
        do { try ClaimStore(folder: scratch.store, keyring: keyring).save(ClaimRecord(draft("one", dana))) }
        let kim = try reopened()
        try signIn("Kim", "another long phrase", to: kim)
        #expect(throws: StoreFault.keys(.notAllowed)) { try kim.add("Sam", as: .lead, passphrase: "long enough it is") }
        #expect(throws: StoreFault.keys(.notAllowed)) { try kim.setPassphrase("long enough it is", of: "Dana") }
        try kim.setPassphrase("a new phrase of Kim", of: "Kim")
        try signIn("Kim", "a new phrase of Kim", to: try reopened())
        let rae = try reopened()
        try signIn("Rae", "a third long phrase", to: rae)
        let store = try ClaimStore(folder: scratch.store, keyring: rae)
        #expect(store.isReadOnly)
        #expect(try store.claims().count == 1)
        #expect(throws: StoreFault.keys(.notAllowed)) { try store.save(ClaimRecord(draft("two"))) }
        #expect(throws: StoreFault.keys(.notAllowed)) { try store.comment("one", "read only") }
    }

    @Test(arguments: [
        "UPDATE holder SET role = 'lead' WHERE name = 'Kim'", "UPDATE holder SET name = 'Ann' WHERE name = 'Kim'",
        "UPDATE holder SET factor = NULL", "DELETE FROM holder WHERE name = 'Kim'",
        "UPDATE office SET demandsFactor = 0",
        "UPDATE office SET id = 'another'",
        "INSERT INTO holder (kind, name, role, publicKey, privateKey, dataKey) SELECT kind, 'Eve', 'lead', publicKey, privateKey, dataKey FROM holder WHERE name = 'Kim'",
    ])
    func `nobody changes the people by changing the file`(sql: String) throws {
        try keyring.add("Kim", as: .keyer, passphrase: "another long phrase")
        try keyring.setSecondFactor(OneTimeCode().secret, of: "Dana")
        try keyring.demandSecondFactor(true)
        try change(sql)
        let door = try reopened()
        let fault = #expect(throws: StoreFault.self) { try signIn("Kim", "another long phrase", to: door) }
        #expect(fault == .keys(.tampered(path: door.path)) || fault == .keys(.wrong))
        #expect(door.isLocked)
    }

    @Test(arguments: ["", " ", " Sam", "Sam ", "dana", "Sa\u{1B}[31mm", "Sa\tm", String(repeating: "x", count: 41)])
    func `a name is one that everybody reads and nobody else has`(name: String) throws {
        let fault = #expect(throws: StoreFault.self) {
            try keyring.add(name, as: .keyer, passphrase: "another long phrase")
        }
        #expect(fault == (name == "dana" ? .keys(.nameTaken) : .keys(.badName)))
        #expect(try keyring.holders().count == 1)
    }

    @Test func `who may only read puts no backup back`() throws {
        try keyring.add("Rae", as: .readOnly, passphrase: "a third long phrase")
        var kept: StoreBackup?
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            try store.save(ClaimRecord(draft("one", dana)))
            kept = try store.backUp(on: Day(number: 20_780))
        }
        let rae = try reopened()
        try signIn("Rae", "a third long phrase", to: rae)
        #expect(throws: StoreFault.keys(.notAllowed)) {
            try ClaimStore.restore(#require(kept), in: scratch.store, for: rae)
        }
    }

    @Test func `a recovery key opens where every passphrase is lost`() throws {
        do { try ClaimStore(folder: scratch.store, keyring: keyring).save(ClaimRecord(draft("one", dana))) }
        let first = try keyring.renewRecoveryKey()
        let key = try keyring.renewRecoveryKey()
        let door = try reopened()
        #expect(throws: StoreFault.keys(.wrong)) { try door.unlock(by: .recovery(first)) }
        let typed = try #require(RecoveryKey(typed: key.text.lowercased().replacing("-", with: " ")))
        try door.recover(by: typed, name: "Dana", passphrase: "a phrase that is new")
        #expect(try ClaimStore(folder: scratch.store, keyring: door).claims().count == 1)
        try signIn("Dana", "a phrase that is new", to: try reopened())
        #expect(throws: StoreFault.keys(.wrong)) { try signIn(to: try reopened()) }
    }

    @Test func `a lost key file of the machine is no end where there is a recovery key`() throws {
        let other = try ScratchFolder()
        let machine = try Keyring.ofThisMachine(forData: other.store)
        let key = try machine.renewRecoveryKey()
        do { try ClaimStore(folder: other.store, keyring: machine).save(ClaimRecord(draft("one", dana))) }
        let file = other.keys.appendingPathComponent("machine.key").path
        try FileManager.default.removeItem(atPath: file)
        let door = try #require(try Keyring.open(forData: other.store))
        #expect(throws: StoreFault.keys(.noKeyFile(path: file))) { try door.unlock(by: .machine) }
        try door.recover(by: key, name: "Dana", passphrase: Self.passphrase)
        #expect(try !door.opensByMachine())
        #expect(try ClaimStore(folder: other.store, keyring: door).claims().count == 1)
    }

    @Test func `a keyring of another office opens nothing, and none is made over sealed records`() throws {
        do { try ClaimStore(folder: scratch.store, keyring: keyring).save(ClaimRecord(draft("one", dana))) }
        let other = try ScratchFolder()
        let stranger = try Keyring.ofThisMachine(forData: other.store)
        #expect(throws: StoreFault.keys(.tampered(path: stranger.path))) {
            try ClaimStore(folder: scratch.store, keyring: stranger)
        }
        try FileManager.default.removeItem(at: scratch.keys)
        #expect(try Keyring.isMissing(forData: scratch.store))
        #expect(throws: StoreFault.keys(.missing(path: scratch.keys.path + "/keyring.db"))) {
            try Keyring.make(forData: scratch.store, first: .machine)
        }
    }

    @Test func `a rescue file outlasts a new key, and a backup that it left behind is refused`() throws {
        var kept: StoreBackup?
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            try store.save(ClaimRecord(draft("one", dana)))
            try store.rescue(draft("two", dana), status: .draft, revision: 0)
            kept = try store.backUp(on: Day(number: 20_780))
        }
        let backup = try #require(kept)
        let copies = try [backup.path, backup.checksumFile].map { ($0, try Data(contentsOf: URL(fileURLWithPath: $0))) }
        try ClaimStore.reseal(scratch.store, with: keyring, on: Day(number: 20_781))
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        #expect(store.rescueFiles(in: today).readable.map(\.draft) == [draft("two", dana)])
        for (path, bytes) in copies { try bytes.write(to: URL(fileURLWithPath: path)) }
        #expect(throws: StoreFault.keys(.earlierKey)) {
            try ClaimStore.restore(backup, in: scratch.store, for: keyring)
        }
        #expect(try store.claims().count == 1)
    }

    @Test func `a service signs in with its key file until it is removed`() throws {
        let file = scratch.url.appendingPathComponent("nightly.key")
        try keyring.addService("nightly", as: .keyer, keyFile: file.path)
        #expect(try mode(of: file) == 0o600)
        let job = try reopened()
        try job.unlock(by: .service(path: file.path))
        #expect(job.signedIn?.name == "nightly" && job.signedIn?.kind == .service)
        #expect(throws: StoreFault.keys(.notAllowed)) { try job.remove("Dana") }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(throws: StoreFault.keys(.exposed(path: file.path))) {
            try reopened().unlock(by: .service(path: file.path))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try keyring.remove("nightly")
        #expect(throws: StoreFault.keys(.wrong)) { try reopened().unlock(by: .service(path: file.path)) }
    }

    @Test func `who is signed in becomes no lead by a change of the keyring's file`() throws {
        try keyring.add("Kim", as: .keyer, passphrase: "another long phrase")
        let kim = try reopened()
        try signIn("Kim", "another long phrase", to: kim)
        kim.state.withLock { $0.holderCheckedAt = 0 }
        try kim.checkHolder()
        try keyring.writing { try $0.execute("UPDATE holder SET role = 'lead' WHERE name = 'Kim'") }
        kim.state.withLock { $0.holderCheckedAt = 0 }
        #expect(throws: StoreFault.self) { try kim.checkHolder() }
        #expect(kim.signedIn?.role == .keyer)
    }

    @Test func `a removed person opens nothing once the records have a new key`() throws {
        try keyring.add("Kim", as: .keyer, passphrase: "another long phrase")
        let kim = try reopened()
        try signIn("Kim", "another long phrase", to: kim)
        do {
            let store = try ClaimStore(folder: scratch.store, keyring: keyring)
            for number in 0..<20 { try store.save(ClaimRecord(draft("claim-\(number)", dana))) }
            try store.rememberEverybody(in: draft("claim-0", dana))
            _ = try store.backUp(on: Day(number: 20_780))
        }
        try keyring.remove("Kim")
        try ClaimStore.reseal(scratch.store, with: keyring, on: Day(number: 20_781))
        #expect(throws: StoreFault.self) { try ClaimStore(folder: scratch.store, keyring: kim).claims() }
        #expect(throws: StoreFault.keys(.wrong)) { try signIn("Kim", "another long phrase", to: try reopened()) }
        let store = try ClaimStore(folder: scratch.store, keyring: keyring)
        #expect(try store.claims().count == 20 && store.claim("claim-7", in: today).draft == draft("claim-7", dana))
        #expect(try store.references(.patient).count == 1)
        #expect(store.backups.map(\.day) == [Day(number: 20_781)])
        try signIn(to: try reopened())
    }

    @Test func `a damaged or lost keyring is opened from its copy, and without one nothing is touched`() throws {
        do { try ClaimStore(folder: scratch.store, keyring: keyring).save(ClaimRecord(draft("one", dana))) }
        let file = scratch.keys.appendingPathComponent("keyring.db")
        for damage in [Data("noise".utf8), nil] {
            try? FileManager.default.removeItem(at: file)
            if let damage { try damage.write(to: file) }
            let door = try reopened()
            try signIn(to: door)
            #expect(try ClaimStore(folder: scratch.store, keyring: door).claims().count == 1)
        }
        try FileManager.default.removeItem(at: scratch.keys)
        let before = try scratch.contents()
        #expect(throws: StoreFault.keys(.missing(path: file.path))) { try ClaimStore(folder: scratch.store) }
        #expect(try scratch.contents() == before)
    }
}
