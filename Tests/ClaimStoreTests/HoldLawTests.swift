import ClaimModel
import Foundation
import Randomness
import TestStore
import Testing

@testable import ClaimStore

/// Desks that open, close, ask, give, keep, take over, save and die in a random order, and what must hold after each step.
@Suite("Whatever desks do, a claim has one holder")
struct HoldLawTests {
    @Test(arguments: 0..<8) func `in any order of steps`(seed: Int) throws {
        var day = try HoldDay(seed: UInt64(seed))
        for _ in 0..<60 {
            try day.step()
            try day.check()
        }
        day.end()
    }

    @Test func `of desks that open it at one moment, one has it`() async throws {
        let day = try HoldDay(seed: 99)
        for _ in 0..<10 {
            let locks = try await withThrowingTaskGroup(of: ClaimLock?.self) { group in
                for desk in day.desks {
                    group.addTask {
                        do { return try desk.store.lock("one") } catch StoreFault.openElsewhere { return nil }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(locks.count { $0 != nil } == 1)
            locks.forEach { $0?.release() }
        }
    }

    @Test func `of desks that open several at one moment, also after one was killed, one has each`() async throws {
        var day = try HoldDay(seed: 97)
        for round in 0..<10 {
            if round.isMultiple(of: 2) { try day.killHolderOfAll() }
            let locks = try await withThrowingTaskGroup(of: [ClaimLock?].self) { group in
                for desk in day.desks { group.addTask { try desk.store.lock(HoldDay.claims).map { try? $0.get() } } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for index in HoldDay.claims.indices {
                #expect(locks.count { $0[index] != nil } == 1, "round \(round)")
            }
            for lock in locks.joined() { lock?.release() }
        }
    }

    @Test(.enabled(if: ClaimStore.testsServer))
    func `of desks that take it over at one moment, one has it`() async throws {
        let day = try HoldDay(seed: 98)
        let before = try day.desks[0].store.lock("one")
        let locks = await withTaskGroup(of: ClaimLock?.self) { group in
            for desk in day.desks.dropFirst() {
                group.addTask { try? desk.store.takeOver("one", because: "Payer is on the phone") }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(before.isLost && locks.count { $0?.isLost == false } == 1)
    }
}

/// Some desks, and what has to be so by what they did.
struct HoldDay {
    final class Desk: Sendable {
        let name: String
        let store: ClaimStore

        init(_ name: String, _ store: ClaimStore) { (self.name, self.store) = (name, store) }
    }

    /// What a desk has of a claim: the right to change it, perhaps lost, and the claim as it was read or saved last.
    private struct Opened {
        let lock: ClaimLock
        var record: ClaimRecord
    }

    private let scratch: ScratchFolder
    private let place: StorePlace
    private let keyring: Keyring
    private var random: Seeded
    private(set) var desks: [Desk] = []
    private var made = 0
    /// By claim and desk.
    private var opened: [String: [String: Opened]] = [:]
    /// Who has each claim.
    private var holders: [String: String] = [:]
    /// Who asks for it.
    private var askers: [String: TakeOverRequest] = [:]
    /// The text that each claim must have.
    private var texts: [String: String] = [:]
    private var steps: [String] = []

    static let claims = ["one", "two"]
    private static let field = Place(Field.amountPaid)

    init(seed: UInt64) throws {
        random = Seeded(seed)
        scratch = try ScratchFolder()
        place = StorePlace(folder: scratch.store, server: ClaimStore.testsServer ? ClaimStore.freshServer() : nil)
        keyring = try place.makeKeyring(first: .machine)
        for _ in 0..<Int.random(in: 3...5, using: &random) { try addDesk() }
        for id in HoldDay.claims {
            try desks[0].store.save(ClaimRecord(draft(id, dana)))
            texts[id] = ""
        }
    }

    private mutating func addDesk() throws {
        let name = "DESK-\(made)"
        made += 1
        let store =
            if let server = place.server {
                try ClaimStore(server: server, folder: scratch.store, keyring: keyring, desk: name)
            } else {
                try ClaimStore(folder: scratch.store, keyring: keyring, desk: name)
            }
        desks.append(Desk(name, store))
    }

    mutating func step() throws {
        let (desk, id) = (random.pick(desks), random.pick(HoldDay.claims))
        let kind = Int.random(in: 0..<22, using: &random)
        steps.append("\(desk.name) \(kind) \(id)")
        switch kind {
        case 0..<5: try open(id, at: desk)
        case 5..<8: close(id, at: desk)
        case 8..<10: try ask(for: id, at: desk)
        case 10..<12: try answer(id)
        case 12..<14: try takeOver(id, at: desk)
        case 14..<19: try save(id, at: desk)
        case 19..<21: try openAll(at: desk)
        default: try kill(desk)
        }
    }

    private mutating func open(_ id: String, at desk: Desk) throws {
        guard holders[id] == nil else {
            #expect(throws: StoreFault.openElsewhere, "\(steps)") { try desk.store.lock(id) }
            return
        }
        try take(id, at: desk, try desk.store.lock(id))
    }

    /// Those that nobody has.
    private mutating func openAll(at desk: Desk) throws {
        for (id, lock) in zip(HoldDay.claims, try desk.store.lock(HoldDay.claims)) {
            guard holders[id] == nil else {
                #expect(throws: StoreFault.openElsewhere, "\(steps)") { try lock.get() }
                continue
            }
            try take(id, at: desk, try lock.get())
        }
    }

    /// Leaves all claims as a desk does that opened them at once and was killed.
    mutating func killHolderOfAll() throws {
        let desk = desks[0]
        try openAll(at: desk)
        try kill(desk)
    }

    private mutating func take(_ id: String, at desk: Desk, _ lock: ClaimLock) throws {
        opened[id, default: [:]][desk.name] = Opened(lock: lock, record: try desk.store.claim(id, in: today))
        (holders[id], askers[id]) = (desk.name, nil)
    }

    /// Also by who has lost it, which changes nothing.
    private mutating func close(_ id: String, at desk: Desk) {
        opened[id]?.removeValue(forKey: desk.name)?.lock.release()
        if holders[id] == desk.name { (holders[id], askers[id]) = (nil, nil) }
    }

    private mutating func ask(for id: String, at desk: Desk) throws {
        guard let holder = holders[id], holder != desk.name else { return }
        askers[id] = try desk.store.ask(for: id, because: "Payer is on the phone")
    }

    /// The holder gives the claim, or keeps it.
    private mutating func answer(_ id: String) throws {
        guard let request = askers[id], let holder = desks.first(where: { $0.name == holders[id] }) else { return }
        #expect(try holder.store.request(for: id)?.isSame(as: request) == true, "\(steps)")
        guard Bool.random(using: &random) else {
            try holder.store.refuse(id)
            #expect(try holder.store.request(for: id)?.isRefused == true, "\(steps)")
            return
        }
        close(id, at: holder)
        guard let asker = desks.first(where: { $0.name == request.desk }) else { return }
        try take(id, at: asker, try asker.store.takeOver(id, because: request.reason))
    }

    /// On one disk a window that runs keeps its claim; on a server it can be taken.
    private mutating func takeOver(_ id: String, at desk: Desk) throws {
        guard holders[id] != desk.name else { return }
        guard holders[id] == nil || place.server != nil else {
            #expect(throws: StoreFault.openElsewhere, "\(steps)") { try desk.store.takeOver(id, because: "x") }
            return
        }
        try take(id, at: desk, try desk.store.takeOver(id, because: "x"))
    }

    /// By the holder; by who has lost the claim it is refused, once the new holder has saved.
    private mutating func save(_ id: String, at desk: Desk) throws {
        guard var record = opened[id]?[desk.name]?.record else { return }
        let text = "\(Int.random(in: 10...9999, using: &random))"
        record.draft.type(text, at: HoldDay.field, in: today)
        guard record.revision == (try desk.store.claim(id, in: today).revision) else {
            #expect(holders[id] != desk.name, "\(steps)")
            #expect(throws: StoreFault.conflict, "\(steps)") { try desk.store.save(record) }
            return
        }
        guard holders[id] == desk.name else { return }
        opened[id]?[desk.name]?.record = try desk.store.save(record)
        texts[id] = text
    }

    /// Nothing is released; what a process that ends leaves is what the system or the server takes back.
    private mutating func kill(_ desk: Desk) throws {
        desks.removeAll { $0.name == desk.name }
        for id in HoldDay.claims {
            guard let left = opened[id]?.removeValue(forKey: desk.name) else { continue }
            _ = Unmanaged.passRetained(left.lock)
            guard holders[id] == desk.name else { continue }
            (holders[id], askers[id]) = (nil, nil)
            if place.server == nil { try closeFile(id, at: desk) }
        }
        desk.store.presence?.end()
        _ = Unmanaged.passRetained(desk.store)
        try addDesk()
        for id in HoldDay.claims where holders[id] == nil { try waitUntilFree(id) }
    }

    private func closeFile(_ id: String, at desk: Desk) throws {
        let path = "\(desk.store.holdFolder)/\(try desk.store.fileName(for: id)).lock"
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            guard let descriptor = Int32(name), FileLock.isStill(path, descriptor) else { continue }
            // The lock, which nobody releases any more, still counts on the number.
            let nothing = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
            dup2(nothing, descriptor)
            Glibc.close(nothing)
        }
    }

    private func waitUntilFree(_ id: String) throws {
        for _ in 0..<100 {
            if try desks[0].store.holder(of: id) == nil { return }
            usleep(50_000)
        }
        Issue.record("\(id) is still open: \(steps)")
    }

    func check() throws {
        let looking = desks[0].store
        for id in HoldDay.claims {
            let having = (opened[id] ?? [:]).filter { !$0.value.lock.isLost }.keys
            #expect(Set(having) == Set([holders[id]].compactMap(\.self)), "\(steps)")
            #expect(try looking.holder(of: id)?.desk == holders[id], "\(steps)")
            #expect(try looking.claim(id, in: today).draft.text(at: HoldDay.field) == texts[id], "\(steps)")
        }
    }

    /// Every claim can be opened once nobody has it.
    mutating func end() {
        for desk in desks { for id in HoldDay.claims { close(id, at: desk) } }
        for id in HoldDay.claims { #expect(throws: Never.self) { try desks[0].store.lock(id).release() } }
    }
}
