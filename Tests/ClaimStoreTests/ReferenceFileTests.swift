import ClaimModel
import Foundation
import GRDB
import Testing

@testable import ClaimStore
import TestStore

@Suite("Reference files")
struct ReferenceFileTests {
    private let visit: KeyValuePairs<Field, String> = [
        .account: "1001", .patientLastName: "RIVERA", .patientFirstName: "DANA", .patientBirthDate: "04/12/1985",
        .patientStreet: "12 LAKE ST", .patientSecondLine: "APT 4", .payerName: "Medical Mutual",
        .payerIdentifier: "29076", .payerOrder: "P", .memberID: "MMO123", .authorizationNumber: "A77",
        .sessionsApproved: "8", .sessionsUsed: "3", .diagnosisCode: "F33.2", .lineProcedure: "99213",
        .lineCharge: "120", .lineUnits: "1", .lineModifier1: "95", .lineFrom: "11/10/2026",
    ]

    private func one(_ store: ClaimStore, _ kind: ReferenceKind) throws -> ReferenceEntry {
        let entries = try store.references(kind)
        #expect(entries.count == 1, "\(kind)")
        return try #require(entries.first)
    }

    /// The patient of two claims, whose name was misspelled on the second one.
    private func twoSpellings(in store: ClaimStore) throws -> [ReferenceEntry] {
        try store.rememberEverybody(in: draft("one", visit))
        var misspelled = draft("two", visit)
        misspelled.type("RIVERRA", at: Place(.patientLastName), in: today)
        try store.rememberEverybody(in: misspelled)
        return try store.references(.patient)
    }

    @Test func `a claim leaves patient, coverage, authorization, payer and charge`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        #expect(try one(store, .patient).texts[Field.memberID.id] == nil)
        let coverage = try one(store, .coverage)
        #expect(coverage.label == "RIVERA, DANA 04/12/1985: P Medical Mutual MMO123")
        #expect(coverage.owner == (try one(store, .patient)).identity)
        // The claim says what was used before it.
        #expect(try one(store, .authorization).text(of: .sessionsUsed) == "4")
        let charge = try one(store, .charge)
        #expect(charge.label == "99213 $120.00 for 1 unit" && charge.text(of: .lineModifier1).isEmpty)
        #expect(try one(store, .payer).text(of: .payerOrder).isEmpty)
    }

    @Test func `member IDs are kept for each payer, in the order of the plans`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        var second = draft("two", visit)
        for (field, text) in [
            (Field.payerName, "Aetna"), (.payerIdentifier, "60054"), (.payerOrder, "S"), (.memberID, "W55"),
        ] { second.type(text, at: Place(field), in: today) }
        try store.rememberEverybody(in: second)
        #expect(try store.references(.coverage).map { $0.text(of: .memberID) } == ["MMO123", "W55"])
    }

    @Test func `what was edited in a file is not undone by looking at an old claim`() throws {
        let store = try ClaimStore.forTest()
        let old = draft("one", visit)
        try store.rememberEverybody(in: old)
        let before = try one(store, .patient)
        let after = before.with(before.texts.merging([Field.patientStreet.id: "9 ELM ST"]) { $1 })
        try store.change(.edit(before, to: after, owned: [], in: today))
        try store.rememberEverybody(in: old, since: old)
        #expect(try one(store, .patient).text(of: .patientStreet) == "9 ELM ST")
        // A line of the address that is keyed anew goes as a whole: no apartment of the old house.
        var moved = old
        moved.type("1 OAK ST", at: Place(.patientStreet), in: today)
        moved.type("", at: Place(.patientSecondLine), in: today)
        try store.rememberEverybody(in: moved, since: old)
        #expect(try one(store, .patient).text(of: .patientStreet) == "1 OAK ST")
        #expect(try one(store, .patient).text(of: .patientSecondLine).isEmpty)
    }

    @Test func `what the office decides in a file stays when the patient is keyed again`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        let before = try one(store, .patient)
        let own = [Field.responsibility.id: "I", "diagnosis.code[1]": "F33.2"]
        try store.change(.edit(before, to: before.with(before.texts.merging(own) { $1 }), owned: [], in: today))
        var second = draft("two", visit)
        second.type("5 BAY RD", at: Place(.patientStreet), in: today)
        try store.rememberEverybody(in: second)
        let kept = try one(store, .patient)
        #expect(kept.text(of: .patientStreet) == "5 BAY RD")
        #expect(own.allSatisfy { kept.texts[$0.key] == $0.value })
    }

    @Test func `the charge master is changed in the charge master only`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        var second = draft("two", visit)
        second.type("150", at: Place(.lineCharge), in: today)
        try store.rememberEverybody(in: second)
        #expect(try one(store, .charge).text(of: .lineCharge) == "120")
    }

    @Test func `who is known under a number is not kept a second time by name`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        var nameOnly = draft("two", visit)
        nameOnly.type("", at: Place(.payerIdentifier), in: today)
        try store.rememberEverybody(in: nameOnly)
        #expect(try store.references(.payer).count == 1)
        #expect(try store.references(.coverage).count == 1)
    }

    @Test func `two spellings become one, claims of the old one add nothing, and undo brings both back`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        var misspelled = draft("two", visit)
        for (field, text) in [
            (Field.patientLastName, "RIVERRA"), (.patientPhone, "2165550100"), (.authorizationNumber, "B88"),
        ] { misspelled.type(text, at: Place(field), in: today) }
        try store.rememberEverybody(in: misspelled)
        let everything = try ReferenceKind.allCases.flatMap { try store.references($0) }
        let patients = try store.references(.patient)
        let (kept, gone) = (patients[0], patients[1])
        let owned = everything.filter { $0.owner == gone.identity }
        let known = everything.filter { $0.owner == kept.identity }
        #expect(owned.count == 2 && known.count == 2)
        let merge = ReferenceChange.merge(gone, into: kept, owned: owned, known: known, in: today)
        try store.change(merge)

        let offered = try store.references(.patient).filter(\.isOffered)
        #expect(offered.map(\.identity) == [kept.identity])
        #expect(offered[0].text(of: .patientPhone) == "2165550100")
        #expect(try store.references(.coverage).filter(\.isOffered).count == 1)
        let grants = try store.references(.authorization).filter(\.isOffered)
        #expect(grants.map { $0.text(of: .authorizationNumber) } == ["A77", "B88"])
        #expect(grants.allSatisfy { $0.owner == kept.identity })
        try store.rememberEverybody(in: misspelled)
        #expect(try store.references(.patient).filter(\.isOffered).count == 1)
        #expect(try store.references(.authorization).filter(\.isOffered).count == 2)

        try store.change(merge.reversed)
        #expect(try ReferenceKind.allCases.flatMap { try store.references($0) } == everything)
    }

    @Test func `a coverage follows its patient's corrected name`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        let (patient, coverage) = (try one(store, .patient), try one(store, .coverage))
        var corrected = draft("one", visit)
        corrected.type("RIVERA-DIAZ", at: Place(.patientLastName), in: today)
        let after = try #require(ReferenceEntry(.patient, from: corrected))
        try store.change(.edit(patient, to: after, owned: [coverage], in: today))
        #expect(try one(store, .coverage).owner == after.identity)
        #expect(try one(store, .coverage).label.hasPrefix("RIVERA-DIAZ"))
    }

    @Test func `a change of what somebody else has changed is refused as a whole`() throws {
        let store = try ClaimStore.forTest()
        try store.rememberEverybody(in: draft("one", visit))
        let (patient, payer) = (try one(store, .patient), try one(store, .payer))
        try store.change(.offering(patient, false))
        let late = ReferenceChange(
            "late",
            [
                .init(before: payer, after: nil), .init(before: patient, after: nil),
            ])
        #expect(throws: StoreFault.conflict) { try store.change(late) }
        #expect(try one(store, .payer) == payer)
        #expect(try !one(store, .patient).isActive)
        // One that is not offered any more stays so when it is keyed again.
        try store.rememberEverybody(in: draft("two", visit))
        #expect(try !one(store, .patient).isActive)
    }

    @Test func `a store of an earlier version is filled once from its claims`() throws {
        let scratch = try ScratchFolder()
        var other = draft("other", visit)
        other.type("DOE", at: Place(.patientLastName), in: today)
        let claims = (0..<3).map { draft("claim-\($0)", visit) } + [other, draft("gone", dana)]
        try PlainStore.make(at: scratch.database, version: 10, claims.map { ($0, .draft) }) { database in
            try database.script(
                """
                INSERT INTO reference (kind, identity, label, texts, updatedAt)
                VALUES ('patient', 'rivera|dana|1985-04-12', 'RIVERA, DANA 04/12/1985',
                    '{"patient.lastName":"RIVERA","subscriber.memberID":"OLD1"}', 1);
                UPDATE claim SET deletedAt = 1795000000000 WHERE id = 'gone'
                """)
        }
        let store = try ClaimStore(folder: scratch.store)
        #expect(try !store.hasReferenceFiles())
        #expect(try store.fillReferences(in: today) == 4)
        let patients = try store.references(.patient)
        #expect(patients.map(\.label) == ["DOE, DANA 04/12/1985", "RIVERA, DANA 04/12/1985"])
        // What was there before is kept as it was.
        #expect(patients[1].text(of: .memberID) == "OLD1" && patients[1].origin == .keyed && patients[1].isActive)
        #expect(try store.references(.coverage).count == 2)
        #expect(try store.references(.payer).count == 1)
        try store.change(.init("removal", [.init(before: patients[0], after: nil)]))
        #expect(try store.fillReferences(in: today) == nil)
        #expect(try store.references(.patient).count == 1)
        // A new store has nothing to be filled with.
        #expect(try ClaimStore.forTest().hasReferenceFiles())
    }

    @Test func `who is forgotten goes with coverages, authorizations and merged spellings`() throws {
        let store = try ClaimStore.forTest()
        let patients = try twoSpellings(in: store)
        let everything = try ReferenceKind.allCases.flatMap { try store.references($0) }
        try store.change(
            .merge(
                patients[1], into: patients[0], owned: everything.filter { $0.owner == patients[1].identity },
                known: everything.filter { $0.owner == patients[0].identity }, in: today))
        try store.forget(patients[0], under: Retention(years: 1, today: Day(number: 30_000)))
        #expect(try store.references(.patient).isEmpty && store.references(.authorization).isEmpty)
        #expect(try store.references(.coverage).filter { $0.owner == patients[0].identity }.isEmpty)
        #expect(try store.references(.payer).count == 1)
    }

    @Test func `changes are read by their time`() throws {
        let store = try ClaimStore.forTest()
        var stamp: Int64 = 0
        #expect(try store.references(since: &stamp).isEmpty)
        try store.rememberEverybody(in: draft("one", visit))
        let entries = try store.references(since: &stamp)
        #expect(Set(entries.map(\.kind)) == [.patient, .coverage, .authorization, .payer, .charge])
    }

    @Test func `a damaged entry makes way for the same one as it is keyed again`() throws {
        let store = try ClaimStore.temporary()
        let claim = draft("one", visit)
        try store.rememberEverybody(in: claim)
        let entries = try ReferenceKind.allCases.flatMap { try store.references($0) }
        try store.sqlite.write { try $0.execute(sql: "UPDATE reference SET body = x'00'") }
        #expect(try ReferenceKind.allCases.allSatisfy { try store.references($0).isEmpty })
        try store.rememberEverybody(in: claim)
        #expect(try ReferenceKind.allCases.flatMap { try store.references($0) } == entries)
        #expect(try store.sqlite.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reference") } == entries.count)
    }

    @Test func `an entry that gets the name of a damaged one takes its place`() throws {
        let store = try ClaimStore.temporary()
        let patients = try twoSpellings(in: store)
        try store.sqlite.write { try $0.execute(sql: "UPDATE reference SET body = x'00' WHERE number = 1") }
        let mistaken = try one(store, .patient)
        let right = try #require(patients.first { $0 != mistaken })
        try store.change(ReferenceChange("change", [.init(before: mistaken, after: right)]))
        #expect(try store.references(.patient) == [right])
    }
}
