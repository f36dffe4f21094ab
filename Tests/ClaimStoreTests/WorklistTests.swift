import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

@Suite("The worklist")
struct WorklistTests {
    @Test func `a row says what the claim is`() throws {
        let made = Date(timeIntervalSince1970: 1_795_392_000.125)
        let store = try ClaimStore.forTest(now: { made })
        let tally = Tally(errors: 1, warnings: 2, rules: ["ND-004", "DX-006"])
        try store.save(ClaimRecord(draft("one", dana), status: .flagged, tally: tally))
        try store.save(ClaimRecord(draft("two")))
        let rows = try store.claims()
        #expect(rows.map(\.id) == ["two", "one"])
        let row = try #require(rows.last)
        #expect(row.status == .flagged)
        #expect(row.patient == "RIVERA, DANA")
        #expect(row.account == "1001")
        #expect(row.day?.iso == "2026-11-10")
        #expect(row.payer == "Medical Mutual")
        #expect(row.policy == "medmutual")
        #expect(row.tally == tally)
        #expect(row.createdAt == made)
        #expect(rows.first?.patient.isEmpty == true)
        #expect(rows.first?.day == nil)
    }

    @Test func `a row says what it costs, who keyed it, and what is arranged for it`() throws {
        let store = try ClaimStore.forTest()
        var claim = draft("one", dana)
        claim.type("J3490", at: Place(.lineProcedure), in: today)
        claim.type("412.50", at: Place(.lineCharge), in: today)
        let saved = try store.save(ClaimRecord(claim))
        try store.arrange("one", .assigned) { $0.assignee = "Lee" }
        try store.arrange("one", .tagged) { $0.tags = ["call back", "old"] }
        try store.arrange("one", .followUp) { $0.followUp = Day(iso: "2026-12-01") }
        let row = try #require(try store.claims().first)
        #expect(row.charge == 41250)
        #expect(row.procedures == ["J3490"])
        #expect(row.keyedBy == store.keyring.signedIn?.name)
        #expect(
            row.handling
                == ClaimHandling(assignee: "Lee", tags: ["call back", "old"], followUp: Day(iso: "2026-12-01")))
        let trail = try store.trail(.claim(id: "one"))
        #expect(trail.map(\.kind).suffix(3) == ["assigned", "tagged", "follow-up"])
        // Whoever has it open keeps what is keyed.
        #expect(throws: Never.self) { try store.save(saved) }
    }

    @Test func `claims are found by id, account number and status as among all of them`() throws {
        let store = try ClaimStore.forTest()
        let statuses: [ClaimStatus] = [.ready, .draft, .ready, .flagged, .ready, .ready]
        for (number, status) in statuses.enumerated() {
            let claim = draft("id-\(number)", [.account: ["A-1", "A-2", "A-3", "A-3", "id-0", "A-4"][number]])
            try store.save(ClaimRecord(claim, status: status))
        }
        try store.delete("id-4")
        try store.hold("id-5", Hold(by: "LEE", reason: "chart"))
        for isWhole in [false, true] {
            let all = try store.claims(includingDeleted: isWhole)
            for name in ["A-1", "A-2", "A-3", "A-4", "A-9", "id-0", "id-4", ""] {
                let found = all.filter { $0.account == name }.map(\.id)
                let expected = all.contains { $0.id == name } ? name : found.count == 1 ? found[0] : nil
                #expect(try store.id(named: name, includingDeleted: isWhole) == expected, "\(name)")
            }
        }
        for status in [ClaimStatus.ready, .draft, .paid] {
            let expected = try store.claims().reversed().filter { $0.status == status }.map(\.id)
            #expect(try store.ids(of: status) == expected)
        }
    }

    @Test func `a deleted claim comes back as it was`() throws {
        let store = try ClaimStore.forTest()
        let saved = try store.save(ClaimRecord(draft("one", dana), status: .ready))
        try store.delete("one")
        #expect(try store.claims().isEmpty)
        #expect(try store.claims(includingDeleted: true).map(\.status) == [.deleted])
        #expect(try store.claim("one", in: today).isDeleted)
        // What was open before it was deleted is not brought back by a late save.
        #expect(throws: StoreFault.conflict) { try store.save(saved) }
        #expect(throws: StoreFault.missing) { try store.save(store.claim("one", in: today)) }
        try store.restore("one")
        let restored = try store.claim("one", in: today)
        #expect(restored.draft == saved.draft)
        #expect(restored.status == .ready)
        #expect(try store.claims().map(\.id) == ["one"])
        #expect(throws: StoreFault.missing) { try store.delete("two") }
    }

    @Test func `a held claim is released to what it was`() throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one", dana), status: .clean))
        try store.hold("one", Hold(by: "A. Biller", reason: "waiting for the chart"))
        try store.comment("one", "called the payer")
        let row = try #require(try store.claims().first)
        #expect(row.status == .held)
        #expect(row.hold == Hold(by: "A. Biller", reason: "waiting for the chart"))
        #expect(row.comment == "called the payer")
        #expect(try store.claim("one", in: today).status == .clean)
        try store.release("one")
        #expect(try store.claims().map(\.status) == [.clean])
        try store.mark("one", as: .submitted)
        #expect(try store.claims().map(\.status) == [.submitted])
    }

    @Test(arguments: ClaimStatus.allCases)
    func `every status is kept`(status: ClaimStatus) throws {
        let store = try ClaimStore.forTest()
        try store.save(ClaimRecord(draft("one"), status: status))
        let expected: ClaimStatus = [.held, .deleted].contains(status) ? .draft : status
        #expect(try store.claims().map(\.status) == [expected])
    }
}

@Suite("A patient's earlier claims")
struct HistoryTests {
    private func claim(_ id: String, _ changes: [Field: String], day: String) -> ClaimDraft {
        var claim = draft(id, dana)
        for (field, text) in changes { claim.type(text, at: Place(field), in: today) }
        claim.type(day, at: Place(.lineFrom), in: today)
        return claim
    }

    @Test func `are found once another window saves them and whatever was undone here`() throws {
        let scratch = try ScratchFolder()
        let (mine, other) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        let now = draft("now", dana)
        func found() throws(StoreFault) -> Set<String> {
            Set(try mine.history(ofPatient: now, in: today).map(\.draft.id))
        }
        #expect(try found().isEmpty)
        try other.save(ClaimRecord(draft("one", dana)))
        #expect(try found() == ["one"])
        try mine.together { () throws(StoreFault) in
            try mine.save(ClaimRecord(draft("undone", dana)))
            _ = try found()
            return false
        }
        try other.save(ClaimRecord(draft("two", dana)))
        #expect(try found() == ["one", "two"])
    }

    @Test func `are found by member ID or by name and birth date`() throws {
        let store = try ClaimStore.forTest()
        let claims = [
            claim("later", [:], day: "11/03/2026"),
            claim("card", [.memberID: "mmo-123 456 789", .patientLastName: "Rivera-Ortiz"], day: "10/01/2026"),
            claim("accents", [.memberID: "OLD77", .patientFirstName: "Dána"], day: "09/01/2026"),
            claim("sibling", [.patientFirstName: "LUZ", .patientBirthDate: "01/02/2011"], day: "10/02/2026"),
            claim("namesake", [.memberID: "XYZ99", .patientBirthDate: "01/02/1950"], day: "10/03/2026"),
            claim("no birth date", [.patientBirthDate: ""], day: "08/01/2026"),
            claim("deleted", [:], day: "11/05/2026"),
        ]
        for claim in claims { try store.save(ClaimRecord(claim, status: .submitted)) }
        try store.delete("deleted")
        let found = try store.history(ofPatient: draft("now", dana), in: today)
        #expect(found.map(\.draft.id) == ["no birth date", "accents", "card", "later"])
        #expect(found.allSatisfy { $0.status == .submitted })
        #expect(found.last?.draft == claims.first)
        #expect(
            try store.history(ofPatient: claims[0], in: today).map(\.draft.id) == ["no birth date", "accents", "card"])
        #expect(try store.history(ofPatient: draft("new"), in: today).isEmpty)
    }

    @Test func `read ahead, the history is the same, and what comes later is found as well`() throws {
        let scratch = try ScratchFolder()
        let (mine, other) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        func ids() throws -> [String] {
            try mine.history(ofPatient: draft("now", dana), in: today).map(\.draft.id)
        }
        _ = try mine.listForHistory()
        #expect(try ids().isEmpty)
        try other.save(ClaimRecord(draft("one", dana)))
        try other.save(ClaimRecord(draft("stranger")))
        _ = try mine.listForHistory()
        #expect(try ids() == ["one"])
        let third = try ClaimStore(folder: scratch.store)
        _ = try third.listForHistory()
        try other.save(ClaimRecord(draft("two", dana)))
        #expect(try third.history(ofPatient: draft("now", dana), in: today).map(\.draft.id) == ["one", "two"])
        #expect(try ids() == ["one", "two"])
    }

    /// The store remembers whom its claims are of; another copy of the program may have written since.
    @Test func `the history is that of the store whoever wrote it`() throws {
        let scratch = try ScratchFolder()
        let (mine, other) = (try ClaimStore(folder: scratch.store), try ClaimStore(folder: scratch.store))
        func ids() throws -> [String] {
            try mine.history(ofPatient: draft("now", dana), in: today).map(\.draft.id)
        }
        #expect(try ids().isEmpty)
        try other.save(ClaimRecord(draft("theirs", dana)))
        #expect(try ids() == ["theirs"])
        var own = try mine.save(ClaimRecord(draft("own", dana)))
        #expect(try ids() == ["theirs", "own"])
        own.draft.type("SOMEBODY", at: Place(.patientLastName), in: today)
        own.draft.type("XYZ987654321", at: Place(.memberID), in: today)
        try mine.save(own)
        #expect(try ids() == ["theirs"])
        try other.delete("theirs")
        #expect(try ids().isEmpty)
    }
}
