import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

@testable import cleanclaim

/// A 999 finds the file that it answers, and moves its claims.
struct AcknowledgmentTests {
    private let office: SendingOffice

    init() throws {
        office = try SendingOffice.withTwoClaimsSent()
    }

    @Test func `an accepted file leaves its claims sent`() throws {
        let outcome = try office.answer(["AK1*HC*1*005010X222A1", "AK2*837*0001", "IK5*A", "AK9*A*1*1*1"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("its 2 claims are submitted until the payer responds (277CA)"))
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
        #expect(try office.store.sentBatches().first?.acknowledgment == "accepted")
    }

    @Test func `a rejected transaction rejects its claims and names the field`() throws {
        let position = try office.position(of: "CLM*C-1010")
        let outcome = try office.answer([
            "AK1*HC*1*005010X222A1", "AK2*837*0001", "IK3*CLM*\(position)*2300*8", "CTX*CLM01:C-1010",
            "IK4*5:3*1325*7*X",
            "IK5*R*5", "AK9*R*1*1*0",
        ])
        #expect(outcome.status == 1, "\(outcome.messages)")
        #expect(outcome.output.contains("(2300 CLM05-3): not a valid code"), "\(outcome.output)")
        #expect(outcome.output.contains("No error on this claim"))
        #expect(outcome.messages.contains("its 2 claims are rejected. Only 1 of them has errors to fix."))
        #expect(try office.store.claims().allSatisfy { $0.status == .rejected })
        let batch = try #require(try office.store.sentBatches().first)
        #expect(batch.acknowledgment == "rejected" && batch.results == [.rejected: 2])
        // The one that only stood beside goes out again as it is; the other one has to be mended.
        let again = try office.sandbox.run("submissions", "1", "--again")
        #expect(again.status == 0 && again.messages == "Claim C-1001 is ready again.\n")
        #expect(try office.export(to: "again.837").messages.contains("1 claim, $255.00, interchange 2"))
        try office.store.mark(ClaimExample.officeVisit.draft.id, as: .ready)
        let held = try office.export(to: "held.837")
        #expect(held.status == 2 && held.messages.contains("C-1010 is no longer ready: 1 warning"))
    }

    @Test func `an accepted file with errors names the claim and the field`() throws {
        let position = try office.position(of: "CLM*C-1010")
        let outcome = try office.answer([
            "AK1*HC*1*005010X222A1", "AK2*837*0001", "IK3*CLM*\(position)*2300*8", "CTX*CLM01:C-1010",
            "IK4*5:3*1325*7*X", "IK5*E*5", "AK9*E*1*1*1",
        ])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("(number \(position), error 8: has wrong elements)"))
        #expect(outcome.messages.contains("element 5 (error 7: not a valid code)"))
        #expect(outcome.messages.contains("accepted, with errors noted (999): its 2 claims are submitted"))
        #expect(outcome.messages.contains("claim C-1010 was accepted with errors:"))
        #expect(outcome.messages.contains("(2300 CLM05-3): not a valid code."), "\(outcome.messages)")
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
    }

    @Test func `taken twice it changes nothing and a dry run neither`() throws {
        let said = ["AK1*HC*1*005010X222A1", "AK2*837*0001", "IK5*R*5", "AK9*R*1*1*0"]
        #expect(try office.answer(said, "--dry-run").messages.contains("are rejected"))
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
        _ = try office.answer(said)
        #expect(try office.answer(said).messages.contains("already on file"))
        #expect(try office.store.claims().allSatisfy { $0.status == .rejected })
    }

    @Test func `a group is answered as a whole too`() throws {
        #expect(try office.answer(["AK1*HC*1*005010X222A1", "AK9*R*1*1*0*3"]).status == 1)
        #expect(try office.store.claims().allSatisfy { $0.status == .rejected })
    }

    @Test func `a claim that was sent again waits for the later file`() throws {
        let id = ClaimExample.sample.draft.id
        try office.store.answer(id, with: ClaimAnswer(.remittance, account: "C-1"), as: .rejected)
        try office.store.mark(id, as: .ready)
        var record = try office.store.claim(id, in: ClaimExample.parsing)
        record.draft.type("260", at: Place(.lineCharge), in: ClaimExample.parsing)
        try office.store.save(record)
        #expect(try office.export("C-1001", to: "again.837").status == 0)
        let outcome = try office.answer(["AK1*HC*1*005010X222A1", "AK2*837*0001", "IK5*R*5", "AK9*R*1*1*0"])
        #expect(outcome.status == 1)
        let statuses = Dictionary(uniqueKeysWithValues: try office.store.claims().map { ($0.account, $0.status) })
        #expect(statuses["C-1001"] == .submitted && statuses["C-1010"] == .rejected)
        #expect(try office.store.sentBatches().map(\.results) == [[.unanswered: 1], [.rejected: 2]])
    }

    @Test(arguments: [
        (["AK1*HC*99*005010X222A1", "AK9*A*1*1*1"], "no file with group 99 was submitted from here"),
        (["AK1*HC*1*005010X222A1", "AK2*837*0007", "IK5*R*5", "AK9*P*1*1*0"], "has no transaction 0007"),
    ])
    func `what answers no file of ours is said and changes nothing`(_ said: [String], _ words: String) throws {
        let outcome = try office.answer(said)
        #expect(outcome.status == 2 && outcome.messages.contains(words), "\(outcome.messages)")
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
    }

    @Test func `what goes between others is not taken`() throws {
        let outcome = try office.answer(["AK1*HC*1*005010X222A1", "AK9*R*1*1*0"], from: "ELSEWHERE", to: "SOMEBODY")
        #expect(outcome.status == 2 && outcome.messages.contains("has a different sender or receiver"))
        #expect(try office.store.claims().allSatisfy { $0.status == .submitted })
    }
}
