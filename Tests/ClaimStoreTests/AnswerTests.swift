import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimStore
import TestStore

@Suite struct AnswerTests {
    private let context = ClaimExample.parsing

    private func answer(_ group: String) -> ClaimAnswer {
        var answer = ClaimAnswer(.remittance, account: "C-1001")
        answer.adjustments = [Adjustment(group: group, reason: "16", cents: 25_500)]
        return answer
    }

    @Test func `an answer moves the claim and keeps the version that was answered`() throws {
        let store = try ClaimStore.forTest()
        let record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .submitted))
        let (first, second) = (answer("CO"), answer("PR"))
        #expect(try store.answer(record.id, with: first, as: .denied))
        #expect(try !store.answer(record.id, with: first, as: .paid))
        var answered = try store.claim(record.id, in: context)
        #expect(answered.status == .denied && answered.revision == record.revision + 1)
        answered.draft = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        try store.save(answered)
        #expect(try store.answer(record.id, with: second, as: nil))
        #expect(try store.answers(to: record.id) == [first, second])
        let versions = try store.versions(of: record.id, in: context)
        #expect(versions.map(\.draft) == [record.draft, answered.draft])
        #expect(versions.map(\.status) == [.submitted, .denied])
        #expect(try store.claim(record.id, in: context).status == .denied)
    }

    @Test func `the sent version is kept once and again when it was sent again`() throws {
        let store = try ClaimStore.forTest()
        var record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .denied))
        try store.keepSentVersion(of: record.id)
        record.draft = ClaimExample.sample.with(.lineUnits, row: 1, "3").draft
        record = try store.save(record)
        try store.keepSentVersion(of: record.id)
        #expect(try store.versions(of: record.id, in: context).map(\.draft) == [ClaimExample.sample.draft])
        record.status = .submitted
        record = try store.save(record)
        for _ in 0..<2 { try store.keepSentVersion(of: record.id) }
        let versions = try store.versions(of: record.id, in: context)
        #expect(versions.map(\.draft) == [ClaimExample.sample.draft, record.draft])
        #expect(versions.map(\.status) == [.denied, .submitted])
    }

    @Test func `an answer to a claim that is not there changes nothing`() throws {
        let store = try ClaimStore.forTest()
        #expect(throws: StoreFault.missing) { try store.answer("gone", with: answer("CO"), as: .paid) }
    }

    /// As version 0.1.0 wrote it, when the store took texts.
    @Test func `an answer that an earlier version kept is read and known`() throws {
        let store = try ClaimStore.forTest()
        let record = try store.save(ClaimRecord(ClaimExample.sample.draft, status: .denied))
        let json = """
            {"kind": "835", "status": "denied", "date": "2026-11-20", "processed": "4", "payment": "8801", \
            "forwarded_to": "", "payer_control_number": "26314000551", "charge": 25500, "paid": 0, \
            "patient_responsibility": null, "statuses": [], "adjustments": [], "codes": ["RARC M119"], "lines": \
            [{"procedure": "J3490", "billed_procedure": "", "units": null, "charge": 4500, "paid": 0, "control": "", \
            "adjustments": [{"group": "CO", "reason": "16", "amount": 4500, "units": null}], "codes": ["CARC 16"], \
            "statuses": []}], "segments": []}
            """
        let old = """
            {"kind": "277", "status": "rejected", "date": null, "payer_control_number": "", "charge": null, "paid": null, \
            "statuses": ["A7:562"], "adjustments": [], "codes": ["claim status 562"], "lines": []}
            """
        try store.engine.write { database in
            let claim = try #require(try StoredClaim.find(record.id, in: database, store.seals))
            for text in [json, old] {
                let number = try database.nextNumber(in: "answer")
                try claim.insert((number, Data(text.utf8), 0), in: database, store.seals)
            }
        }
        var denial = ClaimAnswer(.remittance, account: "C-1001")
        (denial.status, denial.date, denial.processed) = (.denied, Day(iso: "2026-11-20"), "4")
        (denial.payment, denial.payerControlNumber) = ("8801", "26314000551")
        (denial.charge, denial.paid, denial.codes) = (25_500, 0, [.denial(.rarc("M119"))])
        var line = AnsweredLine(procedure: "J3490", charge: 4500, paid: 0)
        line.adjustments = [Adjustment(group: "CO", reason: "16", cents: 4500)]
        line.codes = [.denial(.carc("16"))]
        denial.lines = [line]
        var rejection = ClaimAnswer(.status, account: "C-1001")
        (rejection.status, rejection.statuses, rejection.codes) = (.rejected, ["A7:562"], [.status("562")])
        #expect(try store.answers(to: record.id) == [denial, rejection])
        #expect(try !store.answer(record.id, with: denial, as: .denied))
        // Reread from its file, the same answer has more than that version kept.
        rejection.statuses = ["A7:562:82"]
        (rejection.codes, rejection.messages) = ([.status("562", about: "82")], ["NOT ENROLLED"])
        #expect(try !store.answer(record.id, with: rejection, as: .rejected))
        rejection.statuses = ["A7:500:82"]
        #expect(try store.answer(record.id, with: rejection, as: .rejected))
    }
}
