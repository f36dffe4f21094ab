import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// What the reference files fill in on a claim: whole blocks, offered and taken with a key, never by themselves.
struct PullInTests {
    private static let context = ClaimExample.parsing

    /// The entries that a claim with these texts leaves.
    private static func said(_ texts: KeyValuePairs<Field, String>) -> [ReferenceEntry] {
        var draft = ClaimDraft(id: "earlier")
        for (field, text) in texts { draft.type(text, at: Place(field), in: context) }
        return ReferenceEntry.all(in: draft)
    }

    private static let entries: [ReferenceEntry] =
        said([
            .patientLastName: "DOE", .patientFirstName: "ANN", .patientBirthDate: "02/03/1970", .patientSex: "F",
            .patientStreet: "1 ELM ST", .patientCity: "AKRON", .patientState: "OH", .patientZIP: "44301",
            .payerName: "Aetna", .payerIdentifier: "60054", .payerOrder: "P", .filingIndicator: "CI",
            .memberID: "W111", .relationship: "18", .authorizationNumber: "A77", .sessionsApproved: "8",
            .sessionsUsed: "2", .authorizationEnd: "12/31/2026", .payerStreet: "PO BOX 1",
        ])
        + said([
            .patientLastName: "DOE", .patientFirstName: "ANN", .patientBirthDate: "02/03/1970", .payerName: "Cigna",
            .payerIdentifier: "62308", .payerOrder: "S", .memberID: "U222",
        ]).filter { $0.kind != .patient }
        + said([
            .patientLastName: "DOERR", .patientFirstName: "BO", .patientBirthDate: "05/06/1980", .patientCity: "ERIE",
        ])

    private func desk(_ draft: ClaimDraft? = nil, _ more: [ReferenceEntry] = []) throws -> TestDesk {
        let desk = try draft.map { try TestDesk(open: $0) } ?? TestDesk().press(.function(8))
        return desk.take(.directory(Self.entries + more))
    }

    private func text(_ desk: TestDesk, _ field: Field) -> String { desk.draft.text(at: Place(field)) }

    @Test func `F2 pulls in the patient with the first plan, its payer and the authorization, undone as one`() throws {
        let desk = try desk().go(to: .lineFrom).type("111026").press(.enter).go(to: .patientLastName)
        let before = desk.draft
        desk.press(.function(2)).type("doe, ann").press(.enter)
        #expect(text(desk, .patientCity) == "AKRON" && text(desk, .memberID) == "W111")
        #expect(text(desk, .payerName) == "Aetna" && text(desk, .payerStreet) == "PO BOX 1")
        #expect(text(desk, .authorizationNumber) == "A77" && text(desk, .sessionsUsed) == "3")
        #expect(desk.message.contains("Aetna W111") && desk.message.contains("A77"))
        desk.press(.control("z"))
        #expect(desk.draft == before)
    }

    @Test func `no authorization comes while nothing says which visit it is`() throws {
        let desk = try desk().go(to: .patientLastName).press(.function(2)).type("doe, ann").press(.enter)
        #expect(text(desk, .memberID) == "W111" && text(desk, .authorizationNumber).isEmpty)
    }

    @Test func `the coverage is that of the claim's payer, with the member ID that this payer gave`() throws {
        let desk = try desk().go(to: .payerName).type("CIGNA").press(.enter).type("62308").press(.enter)
        desk.go(to: .patientLastName).press(.function(2)).type("doe, ann").press(.enter)
        #expect(text(desk, .memberID) == "U222" && text(desk, .payerName) == "CIGNA")
        #expect(text(desk, .authorizationNumber).isEmpty)
    }

    @Test func `three letters of a known patient offer it, a key takes it, and nothing comes by itself`() throws {
        let desk = try desk().go(to: .patientLastName).type("do")
        #expect(!desk.text.contains("On file"))
        desk.type("e")
        #expect(desk.text.contains("On file: DOE, ANN 02/03/1970; DOERR, BO 05/06/1980. F2 lists them."))
        desk.type("r")
        #expect(desk.text.contains("On file: DOERR, BO 05/06/1980. F9 enters it."))
        #expect(text(desk, .patientFirstName).isEmpty)
        desk.press(.function(9))
        #expect(text(desk, .patientLastName) == "DOERR" && text(desk, .patientCity) == "ERIE")
        #expect(!desk.text.contains("On file"))
        desk.press(.control("z"))
        #expect(text(desk, .patientLastName) == "doer" && text(desk, .patientCity).isEmpty)
    }

    @Test func `F2 lists the patient's own coverages and authorizations only`() throws {
        let desk = try desk().go(to: .patientLastName).press(.function(2)).type("doe, ann").press(.enter)
        desk.go(to: .memberID).press(.function(2))
        #expect(desk.text.contains("S Cigna U222") && desk.text.contains("P Aetna W111"))
        desk.type("cigna").press(.enter)
        #expect(text(desk, .memberID) == "U222" && text(desk, .payerIdentifier) == "62308")
        #expect(text(desk, .payerOrder) == "S" && text(desk, .payerStreet).isEmpty)
        desk.go(to: .authorizationNumber).press(.function(2))
        #expect(desk.text.contains("3 of 8 used, through 12/31/2026"))
    }

    @Test func `a known code brings its charge as a suggestion from the charge master`() throws {
        let charge = try #require(
            ReferenceEntry(
                .charge,
                from: ClaimExample.sample.with(.lineProcedure, "99213").with(.lineCharge, "120").with(.lineUnits, "1")
                    .with(.lineModifier1, "95").with(.linePlaceOfService, "10").with(.linePointers, "AB").draft))
        let desk = try desk(nil, [charge]).go(to: .diagnosisCode).type("F33.2").go(to: .lineProcedure).type("99213")
        #expect(desk.text.contains("Charge master, 99213: Charge 120, Units 1, M1 95, POS 10, Ptr A."))
        #expect(text(desk, .lineCharge).isEmpty)
        desk.press(.function(9))
        #expect(text(desk, .lineCharge) == "120" && text(desk, .lineModifier1) == "95")
        // A letter without a diagnosis is not pointed at.
        #expect(text(desk, .linePointers) == "A")
        #expect(!desk.text.contains("Charge master"))
        desk.press(.control("z"))
        #expect(text(desk, .lineCharge).isEmpty && text(desk, .lineProcedure) == "99213")
        // What was keyed is not replaced.
        desk.go(to: .lineCharge).type("99")
        #expect(!desk.text.contains("Charge 120"))
    }

    @Test func `the shelf and the standing diagnoses are offered first`() throws {
        var vial = ClaimDraft(id: "vial")
        for (field, text) in [
            (Field.lineNDC, "00143-9508-01"), (.lineDrugName, "KETAMINE HCL"), (.lineLot, "AB12"),
            (.shelfStrength, "50 mg/mL"), (.shelfExpiry, "3/31/2027"),
        ] { vial.type(text, at: Place(field), in: Self.context) }
        let sample = ClaimExample.sample.draft
        let patient = try #require(ReferenceEntry(.patient, from: sample))
        let standing = patient.with(
            patient.texts.merging(["diagnosis.code[1]": "F33.2", "diagnosis.code[2]": "f411"]) { $1 })
        let shelf = try #require(ReferenceEntry(.drug, from: vial))
        let desk = try desk(sample, [standing, shelf]).go(to: .lineNDC, row: 1).press(.control("u"), .function(2))
        #expect(desk.text.contains("on the shelf") && desk.text.contains("lot AB12"))
        let old = shelf.with(shelf.texts.merging([Field.shelfExpiry.id: "3/31/2026"]) { $1 })
        let late = try self.desk(sample, [old]).go(to: .lineNDC, row: 1).press(.control("u"), .function(2))
        #expect(late.text.contains("EXPIRED") && !late.text.contains("on the shelf"))
        desk.press(.enter)
        #expect(desk.draft.text(at: Place(.lineLot, row: 1)) == "AB12")
        desk.go(to: .diagnosisCode, row: 1).press(.function(2))
        #expect(desk.text.contains("standing"))
        desk.press(.enter)
        #expect(desk.draft.text(at: Place(.diagnosisCode, row: 1)) == "F41.1")
    }

    /// A vial on the shelf.
    private func vial(_ lot: String, ndc: String = "00143-9508-01", expires: String) throws -> ReferenceEntry {
        var vial = ClaimDraft(id: "vial")
        for (field, text) in [
            (Field.lineNDC, ndc), (.lineDrugName, "KETAMINE HCL"), (.lineLot, lot), (.shelfExpiry, expires),
        ] { vial.type(text, at: Place(field), in: Self.context) }
        return try #require(ReferenceEntry(.drug, from: vial))
    }

    /// The screen as one line.
    private func said(_ desk: TestDesk) -> String {
        desk.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The next session of the sample's course, at the NDC of its drug.
    private func nextSession(_ shelf: [ReferenceEntry]) throws -> TestDesk {
        let desk = try TestDesk(history: [PriorClaim(draft: ClaimExample.sample.draft, status: .paid)])
        desk.keep([.sample])
        desk.take(.directory(shelf)).press(.alt("n"))
        return desk.go(to: .lineNDC, row: 1).press(.end)
    }

    @Test func `the one lot of the drug of a course is offered from the shelf, with its NDC`() throws {
        let desk = try nextSession([
            try vial("AB12", expires: "03/31/2027"), try vial("OLD1", expires: "03/31/2026"),
            try vial("XX", ndc: "55150-439-10", expires: "03/31/2027"),
        ])
        #expect(said(desk).contains("From the shelf: ") && said(desk).contains("lot AB12"), "\(said(desk))")
        #expect(said(desk).contains("Expired on the shelf: lot OLD1") && !said(desk).contains("XX"))
        #expect(desk.draft.lines[1].ndc.isEmpty && desk.draft.lines[1].lot.isEmpty)
        desk.press(.function(9))
        #expect(desk.draft.lines[1].ndc.value?.description == ClaimExample.sample.draft.lines[1].ndc.value?.description)
        #expect(desk.draft.lines[1].lot.text == "AB12" && desk.message.contains("from the shelf"))
        desk.press(.control("z"))
        #expect(desk.draft.lines[1].ndc.isEmpty && desk.draft.lines[1].lot.isEmpty)
    }

    @Test func `several lots are left to the person, and an expired one is said`() throws {
        let two = try nextSession([try vial("A1", expires: "03/31/2027"), try vial("B2", expires: "04/30/2027")])
        #expect(said(two).contains("On the shelf: lot A1, lot B2. F2 lists them."))
        two.press(.function(9))
        #expect(two.draft.lines[1].ndc.isEmpty)
        let old = try nextSession([try vial("OLD1", expires: "03/31/2026")])
        #expect(said(old).contains("Expired on the shelf: lot OLD1. No other lot of this drug there."))
        old.press(.function(9))
        #expect(old.draft.lines[1].lot.isEmpty)
        old.type("00143-9508-01").go(to: .lineLot, row: 1).type("old1")
        #expect(said(old).contains("On the shelf, lot OLD1 has expired (03/31/2026)."))
    }

    @Test func `where the shelf has the drug under another NDC only, its name finds it`() throws {
        let desk = try nextSession([
            try vial("OLD1", expires: "03/31/2026"), try vial("CC3", ndc: "55150-439-10", expires: "03/31/2027"),
        ])
        #expect(said(desk).contains("lot CC3") && said(desk).contains("Expired on the shelf: lot OLD1"))
        #expect(try !said(nextSession([])).contains("shelf"))
    }

    @Test(arguments: 1...15)
    func `without a key that takes it, nothing of the files comes onto a claim`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 419)
        let start = ClaimDraft.random(using: &random)
        let more = ReferenceEntry.all(in: ClaimExample.sample.draft)
        let desks = [try TestDesk(open: start), try TestDesk(open: start).take(.directory(Self.entries + more))]
        let taking: Set<Key> = [
            .function(2), .alt("2"), .control("l"), .function(9), .alt("9"), .alt("f"), .control("o"), .alt("x"),
        ]
        let places = start.places.filter { $0.field.isPersonal || $0.field.part == .line }.shuffled(using: &random)
        for field in [Field.patientLastName, .lineProcedure] + places.prefix(10).map(\.field) {
            let keys = Keys.random(using: &random).filter { !taking.contains($0) }
            for desk in desks {
                desk.go(to: field).type(field == .lineProcedure ? "96365" : "DOE").press(keys).press(.escape)
                if desk.editor == nil {
                    desk.take(.opened(.init(draft: start, status: .draft, history: [], isNew: false)))
                }
            }
            #expect(desks[0].draft == desks[1].draft, "seed \(seed) \(field.id)")
        }
    }

    @Test func `a change of a reference file changes no claim`() throws {
        let desk = try desk().go(to: .patientLastName).press(.function(2)).type("doe, ann").press(.enter)
        let before = desk.draft
        desk.press(.alt("f"), .home, .enter).go(to: .patientCity).type("TOLEDO").press(.escape)
        #expect(desk.workstation.inputs.directory.entries(.patient).contains { $0.text(of: .patientCity) == "TOLEDO" })
        desk.press(.escape)
        #expect(desk.draft == before)
    }
}

/// Another patient on a claim: asked, emptied, and taken back as one; a corrected spelling empties nothing.
struct AnotherPatientTests {
    /// The sample copied for its patient's next visit.
    private func copy(of example: ClaimExample = .sample) throws -> TestDesk {
        let draft = ClaimDraft.copy(
            of: example.draft, id: "copy", account: "C-2", practice: .practice, earlier: [], in: ClaimExample.parsing)
        return try TestDesk(open: draft, isNew: true)
    }

    private func personal(_ draft: ClaimDraft) -> [Place] {
        draft.places.filter { $0.field.isPersonal && !draft.text(at: $0).isEmpty }
    }

    @Test func `name and birth date changed: offered, emptied with a key, one undo`() throws {
        let desk = try copy().go(to: .patientLastName).type("DOE").press(.tab).type("ANN")
        #expect(!desk.text.contains("Another patient?"))
        desk.go(to: .patientBirthDate).type("02/03/1970").go(to: .patientSex)
        #expect(desk.text.contains("Another patient? Still of Rivera, Dana: "))
        #expect(!personal(desk.draft).isEmpty)
        let before = desk.draft
        desk.press(.function(9))
        #expect(personal(desk.draft).isEmpty)
        #expect(desk.draft.text(at: Place(.patientLastName)) == "DOE")
        // The first patient's address goes, too; payer, codes and diagnoses stay.
        #expect(desk.draft.text(at: Place(.patientStreet)).isEmpty && desk.draft.text(at: Place(.memberID)).isEmpty)
        #expect(!desk.draft.payer.name.text.isEmpty && !desk.draft.diagnoses.isEmpty && !desk.draft.lines.isEmpty)
        #expect(!desk.draft.patient.hasRecordsOfAnother)
        desk.press(.control("z"))
        #expect(desk.draft == before)
    }

    @Test func `what was keyed for the new patient is not emptied`() throws {
        let desk = try copy().go(to: .patientLastName).type("DOE").press(.tab).type("ANN")
        desk.go(to: .memberID).type("W55").go(to: .patientStreet).type("9 OAK ST")
        desk.go(to: .patientBirthDate).type("02/03/1970").go(to: .patientSex).press(.function(9))
        #expect(desk.draft.text(at: Place(.memberID)) == "W55")
        #expect(desk.draft.text(at: Place(.patientStreet)) == "9 OAK ST")
        #expect(desk.draft.text(at: Place(.authorizationNumber)).isEmpty)
    }

    @Test(arguments: [
        [(Field.patientLastName, "RIVIERA"), (.patientFirstName, "DANAH")], [(Field.patientBirthDate, "04/17/1982")],
    ])
    func `a corrected spelling empties nothing and asks nothing`(texts: [(Field, String)]) throws {
        let desk = try copy()
        let before = personal(desk.draft)
        for (field, text) in texts { desk.go(to: field).type(text) }
        desk.go(to: .patientSex)
        #expect(!desk.text.contains("Another patient?"))
        #expect(personal(desk.draft) == before)
    }

    @Test func `another patient from the file: F8 empties, F4 keeps, any other key changes nothing`() throws {
        let entries = ReferenceEntry.all(
            in: ClaimExample.sample.with(.patientLastName, "DOE").with(.patientFirstName, "ANN")
                .with(.patientBirthDate, "02/03/1970").with(.memberID, "W55").draft)
        for (key, last, member, trials) in [
            (Key.function(8), "DOE", "W55", 0), (.function(4), "DOE", "123456789012", 2),
            (.enter, "Rivera", "123456789012", 2), (.escape, "Rivera", "123456789012", 2),
        ] {
            let desk = try copy().take(.directory(entries)).go(to: .patientLastName)
            let before = desk.draft
            let count = before.trials.count
            desk.press(.function(2)).press(.control("u")).type("doe").press(.enter)
            #expect(desk.text.contains("Another patient?"))
            #expect(desk.draft == before)
            desk.press(key)
            #expect(desk.draft.text(at: Place(.patientLastName)) == last, "\(key)")
            #expect(desk.draft.text(at: Place(.memberID)) == member, "\(key)")
            #expect(desk.draft.trials.count == (trials == 0 ? 0 : count), "\(key)")
            #expect(!desk.draft.patient.hasRecordsOfAnother)
            if key == .function(8) { desk.press(.control("z")) }
            if key != .function(4) { #expect(desk.draft == before, "\(key)") }
        }
    }

    @Test(arguments: 1...20)
    func `whatever is on a claim, nothing personal is left and one undo brings all of it back`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 977)
        var draft = ClaimDraft.random(using: &random)
        for (field, text) in [
            (Field.patientLastName, "ROE"), (.patientFirstName, "BO"), (.patientBirthDate, "05/06/1980"),
        ] { draft.type(text, at: Place(field), in: ClaimExample.parsing) }
        let desk = try TestDesk(open: draft)
        let before = desk.draft
        let left = personal(before)
        var editor = try #require(desk.editor)
        editor.replacePatient(emptying: editor.personalTexts(), nil, in: ClaimExample.parsing)
        #expect(personal(editor.draft).isEmpty, "seed \(seed)")
        for place in before.places where !place.field.isPersonal && place.field != .recordsOf {
            #expect(editor.draft.text(at: place) == before.text(at: place), "seed \(seed) \(place.key)")
        }
        desk.editor = editor
        desk.press(.control("z"))
        #expect(personal(desk.draft) == left)
        #expect(desk.draft == before)
    }
}
