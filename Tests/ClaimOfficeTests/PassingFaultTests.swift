import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import GRDB
import TestStore
import Testing

@testable import ClaimOffice
@testable import ClaimStore

/// The store refuses one step of several: what belongs together is done or not done, and what is done is said to be.
@Suite(.enabled(if: !ClaimStore.testsServer, "refuses by a trigger of SQLite"))
struct PassingFaultTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    init() throws { answered = try AnsweredOffice() }

    private func refuse(_ what: String) throws {
        try office.store.sqlite.write { database in
            try database.execute(sql: "CREATE TRIGGER refuse BEFORE \(what) BEGIN SELECT RAISE(ABORT, 'refused'); END")
        }
    }

    private func allow() throws { try office.store.sqlite.write { try $0.execute(sql: "DROP TRIGGER refuse") } }

    private func number(of id: String) throws -> Int64 {
        try office.store.reading { try #require(try StoredClaim.find(id, in: $0, office.store.seals)).number }
    }

    @Test func `the claim to the next payer begins with its mark on the one before, or not at all`() throws {
        try answered.submit(.visit("C-2001", AfterAnswerTests.twoPlans))
        try answered.take([.claim(AfterAnswerTests.remittance())])
        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        let count = try office.store.claims().count
        try refuse("UPDATE ON claim WHEN NEW.number = \(number(of: "C-2001"))")
        #expect(throws: NextPayerFault.self) { try office.billNextPayer(after: primary) }
        #expect(try office.store.claims().count == count)
        try allow()
        let secondary = try office.billNextPayer(after: primary).judged.draft.id
        #expect(throws: NextPayerFault.self) { try office.billNextPayer(after: primary) }
        try refuse("UPDATE ON claim WHEN NEW.number = \(number(of: "C-2001"))")
        #expect(throws: StoreFault.self) { try office.store.delete(secondary) }
        #expect(try office.store.summary(of: secondary).status != .deleted)
        try allow()
        try office.store.delete(secondary)
        #expect(try office.worklist().claims.first { $0.summary.id == "C-2001" }?.queues == [.nextPayer])
    }

    @Test func `what is submitted is said to be, whatever the list cannot show`() throws {
        var own = office
        let ends = try ["LAKESIDE", "CLEARHOUSE"].map {
            try #require(InterchangeParties.Party(qualifier: "ZZ", identifier: $0))
        }
        own.parties = InterchangeParties(
            sender: ends[0], receiver: ends[1], receiverName: "Clearhouse Inc", usage: .test)
        var practice = ClaimDraft(id: Office.practiceID)
        for (field, text) in [
            (Field.submitterName, "Lakeside Behavioral Health LLC"), (.submitterIdentifier, "LBH001"),
            (.submitterContact, "Pat Quinn"), (.submitterPhone, "216-555-0100"),
        ] {
            practice.type(text, at: Place(field), in: own.parsing)
        }
        try own.store.savePractice(practice)
        // Ready by mistake: it is held back, and its findings are to be saved.
        try own.store.save(ClaimRecord(.visit("C-2001", [.diagnosisCode: ""]), status: .ready))
        let other = ClaimDraft.visit("C-2002", [.patientLastName: "Osei", .memberID: "123456789099"])
        try own.store.save(ClaimRecord(other, status: .ready))
        try refuse("UPDATE ON claim WHEN NEW.number = \(number(of: "C-2001"))")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sent-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("claims.837").path
        let outcome = try own.submit(["C-2001", "C-2002"], to: file)
        #expect(outcome.file?.claims == 1 && outcome.heldBack.count == 1, "\(outcome.heldBack.map(\.sentence))")
        #expect(outcome.notices.contains { $0.hasPrefix("The worklist does not show yet") }, "\(outcome.notices)")
        #expect(try answered.status("C-2002") == .submitted && FileManager.default.fileExists(atPath: file))
    }

    @Test func `a rescue file that cannot be taken keeps nobody from starting, and stays`() throws {
        let record = try office.store.save(ClaimRecord(.visit()))
        var keyed = record.draft
        keyed.type("5.00", at: Place(.amountPaid), in: office.parsing)
        try office.store.rescue(keyed, status: .draft, revision: record.revision)
        try refuse("UPDATE ON claim")
        let said = try office.takeRescued()
        #expect(said.count == 1 && said.first?.hasPrefix("1 entry of the last session could not be saved yet") == true)
        try allow()
        #expect(try office.takeRescued() == ["Recovered from the last session: 1 entry."])
        #expect(try office.store.claim("C-2001", in: office.parsing).draft.identity.amountPaid.text == "5.00")
    }

    @Test func `a statement is noted on all claims or on none`() throws {
        for (number, account) in ["C-2001", "C-2002"].enumerated() {
            try answered.submit(.visit(account), as: 17 + number)
            try answered.take([.claim(AfterAnswerTests.remittance(account))])
        }
        try refuse("UPDATE ON claim WHEN NEW.number = \(number(of: "C-2002"))")
        let options = ClaimPaper.Options(form: .statement, style: FormImage.Style())
        let run = office.paperRun(of: ["C-2001", "C-2002", "gone"], options, isDrawn: false)
        #expect(run.stored == ["C-2001", "C-2002"] && run.leftOut.count == 1)
        #expect(throws: StoreFault.self) { try office.noteStatements(of: run.stored) }
        #expect(try office.claims(in: .patientOpen).isEmpty)
        try allow()
        try office.noteStatements(of: run.stored)
        #expect(try office.claims(in: .patientOpen).count == 2)
    }
}
