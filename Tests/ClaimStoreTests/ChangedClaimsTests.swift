import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

@Suite("What has changed on the worklist")
struct ChangedClaimsTests {
    private func changed(_ store: ClaimStore, since last: Int) throws -> [String] {
        try #require(try store.changes(since: last)).claims.map(\.id)
    }

    @Test func `every way of changing a claim is a change, and nothing else is`() throws {
        let store = try ClaimStore.forTest()
        #expect(try store.lastChange() == 0)
        for id in ["one", "two", "three"] { try store.save(ClaimRecord(draft(id, dana))) }
        var last = try store.lastChange()
        #expect(last == 3)
        #expect(try changed(store, since: 0) == ["one", "two", "three"])
        let changes: [(ClaimStore) throws -> Void] = [
            { try $0.comment("two", "call Monday") }, { try $0.hold("two", Hold(by: "me", reason: "chart")) },
            { try $0.release("two") }, { try $0.delete("two") }, { try $0.restore("two") },
            { try $0.mark("two", as: .submitted) },
            { _ = try $0.answer("two", with: ClaimAnswer(.remittance, account: "1001"), as: .paid) },
            { store in
                var record = try store.claim("two", in: today)
                record.draft.type("19", at: Place(.lineCharge), in: today)
                try store.save(record)
            },
        ]
        for (number, change) in changes.enumerated() {
            #expect(try changed(store, since: last).isEmpty)
            try change(store)
            #expect(try changed(store, since: last) == ["two"], "change \(number)")
            last = try store.lastChange()
        }
        try store.savePractice(ClaimDraft(id: "practice"))
        #expect(try store.lastChange() == last)
        #expect(try changed(store, since: 0) == ["one", "three", "two"])
    }

    @Test func `a claim that changed twice is listed once, as it is now`() throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one", dana)))
        let last = try store.lastChange()
        try store.comment("one", "first")
        try store.comment("one", "second")
        let changes = try #require(try store.changes(since: last))
        #expect(changes.claims.map(\.comment) == ["second"] && changes.last == last + 2)
    }

    @Test func `another store than the one that was listed is read as a whole`() throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one", dana)))
        #expect(try store.changes(since: 17) == nil)
    }

    @Test func `overridden claims are found without reading the others`() throws {
        let store = try ClaimStore.forTest()
        var overridden = draft("two", dana)
        overridden.overrides = [
            Override(
                rule: "TM-010", place: "line.stop[1]", reason: "\"overrides\":", by: "me", on: today.today, inputs: [:])
        ]
        try store.save(ClaimRecord(draft("one", [.rationale: "\"overrides\":[]"])))
        try store.save(ClaimRecord(overridden))
        #expect(try store.overriddenClaims(in: today).map(\.draft) == [overridden])
        try store.delete("two")
        #expect(try store.overriddenClaims(in: today).isEmpty)
    }
}
