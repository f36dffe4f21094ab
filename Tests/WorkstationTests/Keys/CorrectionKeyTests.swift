import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A claim that came back, made the one to be sent again.
struct CorrectionKeyTests {
    private func desk(
        _ status: ClaimStatus = .partlyPaid, answers: [ClaimAnswer] = [AnswerKeyTests.denial],
        under policy: String? = nil
    ) throws -> TestDesk {
        let example = ClaimExample.sample.with(.lineNDC, row: 1, "")
        return try TestDesk(
            open: (policy.map { example.under($0) } ?? example).draft, status: status, answers: answers)
    }

    @Test func `A denied claim becomes a replacement under the payer's number, and one step of undo takes it back`()
        throws
    {
        let desk = try desk()
        let opened = desk.draft
        desk.press(.control("k"))
        #expect(desk.text.contains("Medical Mutual accepts corrected claims"))
        #expect(
            desk.text.contains("7  corrected claim, replaces 26314000551")
                && desk.text.contains("8  void of 26314000551"))
        #expect(desk.draft == opened && desk.status == .partlyPaid)
        desk.press(.enter)
        #expect(desk.draft.identity.frequency.value == .replacement)
        #expect(desk.draft.identity.originalReference.text == "26314000551")
        #expect(desk.draft.identity.recordedDenial.text == "CO-16 M119")
        #expect(desk.status == .flagged && desk.store[opened.id]?.status == .flagged)
        #expect(desk.versions == [nil])
        desk.press(.control("z"))
        #expect(desk.draft == opened && desk.status == .partlyPaid)
        #expect(desk.store[opened.id]?.status == .partlyPaid)
        desk.press(.control("y"))
        #expect(desk.draft.identity.frequency.value == .replacement && desk.status == .flagged)
    }

    @Test func `What is being keyed is kept with the version before it changes`() throws {
        let desk = try desk().go(to: .amountPaid).type("12")
        desk.press(.control("k"), .enter)
        #expect(desk.versions.map { $0?.identity.amountPaid.text } == ["12"])
        #expect(desk.draft.identity.amountPaid.text == "12")
    }

    @Test func `The key that asked never takes, and Esc leaves the claim as it was`() throws {
        let desk = try desk()
        let opened = desk.draft
        desk.press(.control("k"), .control("k"), .control("k"))
        #expect(desk.message == "Up and Down choose, Enter selects, Esc cancels.")
        desk.press(.up)
        #expect(desk.message == "This is the first choice.")
        desk.press(.escape)
        #expect(desk.draft == opened && desk.status == .partlyPaid && desk.versions.isEmpty)
    }

    @Test func `A void is the third choice`() throws {
        let desk = try desk().press(.control("k"), .down, .down)
        #expect(desk.text.contains("cancels the whole claim"))
        desk.press(.enter)
        #expect(desk.draft.identity.frequency.value == .void)
        #expect(desk.draft.identity.originalReference.text == "26314000551")
    }

    @Test func `A front-end rejection goes out as a new claim`() throws {
        var rejection = ClaimAnswer(.status, account: "C-1001")
        rejection.status = .rejected
        let desk = try desk(.rejected, answers: [rejection]).press(.control("k"))
        #expect(desk.text.contains("Rejected before the payer accepted it"))
        desk.press(.enter)
        #expect(desk.draft.identity.frequency.value == .original && desk.draft.identity.originalReference.text == "")
        #expect(desk.status == .flagged)
    }

    @Test func `Medicare, which does not accept corrected claims, gets a new claim`() throws {
        let desk = try desk(under: "medicare").press(.control("k"))
        #expect(
            desk.text.contains("Medicare does not accept corrected claims") && !desk.text.contains("7  corrected claim")
        )
    }

    @Test func `A claim that was never sent is edited as it is`() throws {
        let desk = try desk(.draft, answers: []).press(.control("k"))
        #expect(desk.message.hasPrefix("Not submitted yet (draft). "))
        let practice = try TestDesk().press(Keys.screen(9)).press(.control("k"))
        #expect(practice.message.contains("Open a claim first"))
    }

    @Test func `The first change of what the payer has says so, once`() throws {
        let desk = try desk().go(to: .amountPaid).type("1")
        #expect(
            desk.message == "This claim is PARTLY PAID; your edit is not submitted. Ctrl-K starts a corrected claim.")
        desk.type("2")
        #expect(desk.message == "" && desk.status == .partlyPaid)
        #expect(try self.desk(.draft, answers: []).go(to: .amountPaid).type("1").message == "")
    }

    @Test func `The worklist says what Enter shows of a claim that came back`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        #expect(!desk.text.contains("Enter shows the payer response"))
        let row = desk.workstation.screen.worklist.rows[0]
        let denied = WorklistRow(
            id: row.id, status: .denied, patient: row.patient, serviceDay: row.serviceDay, payer: row.payer,
            account: row.account, errors: 0, warnings: 0, daysLeft: nil, heldBy: "", comment: "",
            changedOn: row.changedOn, rules: [])
        desk.take(.listed(ListedRows([denied])))
        #expect(desk.text.contains("Enter shows the payer response"))
    }

    @Test func `Review offers it, and what has changed since`() throws {
        let desk = try desk()
        try desk.choose { if case .resubmit = $0 { true } else { false } }
        #expect(desk.text.contains("Resubmit this claim"))
        desk.press(.enter)
        guard desk.workstation.overlay is CorrectionChoice else {
            Issue.record("no choice")
            return
        }
        desk.press(.escape)
        try desk.choose { if case .readChanges = $0 { true } else { false } }
        desk.press(.enter)
        #expect(desk.effects.contains(.preview(.changes, desk.draft)))
        #expect(desk.text.contains("What changed since it was submitted"))
        desk.press(.escape, .control("w"))
        #expect(desk.text.contains("What changed since it was submitted"))
        let fresh = try self.desk(.draft, answers: []).screen(.review)
        #expect(fresh.editor?.review?.rows.contains { if case .resubmit = $0 { true } else { false } } == false)
    }

    @Test func `The keys are in the footer of a submitted claim and in the list of keys`() throws {
        let desk = try desk()
        #expect(desk.frame.lines[23].contains("^K Resubmit") && desk.frame.lines[23].contains("^W Changes"))
        let list = KeyList(of: .standard).lines(in: .form).joined(separator: "\n")
        for key in ["Ctrl-B", "Ctrl-K", "Ctrl-W"] { #expect(list.contains(key)) }
    }

    @Test(arguments: [ClaimStatus.paid, .denied, .accepted])
    func `a claim that the payer has from elsewhere is not made ready again as it is`(status: ClaimStatus) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, status: status).press(.function(12))
        #expect(desk.status == status && desk.message.contains("The payer has this claim"))
        #expect(desk.message.contains("starts a corrected claim"))
    }
}
