import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Randomness
import Testing

@testable import ClaimStore
import TestStore

@Suite("Who did what is recorded with what was done")
struct TrailTests {
    private let store: ClaimStore

    init() throws { store = try ClaimStore.forTest() }

    private func kinds(_ store: ClaimStore) throws -> [String] {
        try store.engine.read { try $0.all(String.self, "SELECT kind FROM trail ORDER BY number") }
    }

    @Test func `a change is one record with what was there before and after`() throws {
        var record = try store.save(ClaimRecord(draft("one", dana)))
        record.draft.type("1225134578", at: Place(.billingNPI), in: today)
        record.draft.type("11/10/2026", at: Place(.lineFrom, row: 1), in: today)
        record.status = .ready
        record = try store.save(record)
        // What is stored already is no change.
        try store.save(record)
        try store.hold("one", Hold(by: "KIM", reason: "waits for notes"))
        let trail = try store.trail(.claim(id: "one"))
        #expect(trail.map(\.kind) == ["created", "saved", "held"])
        let changes = trail[1].changes
        #expect(changes.contains(TrailChange("Billing NPI (billing.npi)", from: "", to: "1225134578")), "\(changes)")
        #expect(changes.contains { $0.label.hasPrefix("Line 2, added, ") && $0.after == "11/10/2026" }, "\(changes)")
        #expect(changes.last == TrailChange("Status", from: "draft", to: "ready"))
        #expect(trail[2].changes == [TrailChange("Hold", from: "", to: "KIM: waits for notes")])
        #expect(trail.allSatisfy { $0.person == TrailPerson(name: NSUserName(), role: "machine") })
        #expect(trail.map(\.place) == [1, 2, 3] && trail.allSatisfy { $0.account == "1001" && $0.claim == 1 })
        #expect(try store.examineTrail().isSound)
    }

    @Test func `what is read is recorded, and what never was saved has no claim`() throws {
        try store.save(ClaimRecord(draft("one", dana)))
        let head = try #require(try store.note(.printed, of: "one"))
        #expect(head.place == 2 && head.mark.hasPrefix("Trail: desk 1, record 2, "))
        #expect(try store.trailHead() == head)
        try store.note(.exported, ofEach: ["one", "never saved"])
        try store.note(.policy, saying: "medmutual.yaml")
        #expect(try kinds(store) == ["created", "printed", "exported", "exported", "policy"])
        let all = try store.trail(.between(.distantPast, .distantFuture))
        #expect(all.map(\.claim) == [1, 1, 1, nil, nil] && all.last?.text == "medmutual.yaml")
        #expect(try store.trail(.person(NSUserName())) == all && store.trail(.person("KIM")).isEmpty)
    }

    @Test func `nothing is recorded of what was taken back`() throws {
        try store.save(ClaimRecord(draft("one", dana)))
        try store.together { () throws(StoreFault) in
            try store.save(ClaimRecord(draft("two", dana)))
            try store.note(.opened, of: "two")
            return false
        }
        #expect(try kinds(store) == ["created"])
        #expect(try store.examineTrail().isSound)
    }

    @Test func `a setup, a merged file and an answer without a claim are recorded`() throws {
        try store.savePractice(draft("practice", [.billingName: "Elm Street Clinic"]))
        let number = try store.keepUnmatched(ClaimAnswer(.remittance, account: "X-1"), because: "no such account")
        try store.dismissUnmatched(number)
        _ = try store.backUp(on: Day(number: 20_780))
        let trail = try store.trail(.between(.distantPast, .distantFuture))
        #expect(trail.map(\.kind) == ["practice", "answer-kept", "answer-dismissed", "backup"])
        #expect(trail[0].changes.contains { $0.before.isEmpty && $0.after == "Elm Street Clinic" })
    }

    /// Whatever is done, in whatever order: each change leaves one record, and the records alone lead to the present state.
    @Test(arguments: 1...8)
    func `every change leaves one record`(seed: UInt64) throws {
        var random = Seeded(seed)
        let ids = ["one", "two", "three"]
        for _ in 0..<60 {
            let before = try kinds(store).count
            let id = random.pick(ids)
            let isThere = try store.claims(includingDeleted: true).contains { $0.id == id }
            let kind = try isThere ? change(id, &random) : create(id)
            let after = try kinds(store)
            #expect(after.count == before + (kind == nil ? 0 : 1), "\(String(describing: kind))")
            if let kind { #expect(after.last == kind.rawValue) }
        }
        #expect(try store.examineTrail().flaws == [])
        for summary in try store.claims(includingDeleted: true) {
            let record = try store.claim(summary.id, in: today)
            let last = try #require(try lastState(of: summary.id))
            #expect(last == LastState(revision: record.revision, status: record.status.rawValue))
        }
    }

    private func create(_ id: String) throws -> TrailKind? {
        try store.save(ClaimRecord(draft(id, dana)))
        return .created
    }

    private func change(_ id: String, _ random: inout Seeded) throws -> TrailKind? {
        var record = try store.claim(id, in: today)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: try store.hold(id, Hold(by: "KIM", reason: "notes"))
        case 1:
            try store.release(id)
            return .released
        case 2:
            try store.comment(id, "call the payer")
            return .commented
        case 3:
            try store.delete(id)
            return .deleted
        case 4:
            try store.restore(id)
            return .restored
        case 5:
            try store.mark(id, as: random.pick([.ready, .accepted, .pending]))
            return .status
        case 6:
            try store.note(.opened, of: id)
            return .opened
        case 7 where !record.isDeleted:
            var answer = ClaimAnswer(.remittance, account: "1001")
            answer.payerControlNumber = String(Int.random(in: 0..<1_000_000, using: &random))
            let status: ClaimStatus? = Bool.random(using: &random) ? .paid : nil
            return try store.answer(id, with: answer, as: status) ? .answered : nil
        default:
            guard !record.isDeleted else { return nil }
            record.draft.type(String(Int.random(in: 1...999, using: &random)), at: Place(.lineCharge), in: today)
            let isSame = try store.claim(id, in: today).draft == record.draft
            try store.save(record)
            return isSame ? nil : .saved
        }
        return .held
    }

    private struct LastState: Equatable {
        let revision: Int
        let status: String
    }

    private func lastState(of id: String) throws -> LastState? {
        try store.engine.read { database in
            let sql = """
                SELECT trail.revision, trail.status FROM trail JOIN claim ON claim.number = trail.claim
                WHERE name = ? AND trail.revision IS NOT NULL ORDER BY trail.number DESC LIMIT 1
                """
            return try database.row(sql, [try store.seals.code("claim", id)])
                .map { LastState(revision: try $0.value(at: 0), status: try $0.value(at: 1)) }
        }
    }
}
