import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The next step, the queues, posting an EOB and the history, by keys.
struct AfterAnswerKeyTests {
    private func step(_ kind: NextStep.Kind) -> NextStep { NextStep(kind, "Step \(kind)", because: "Why \(kind).") }

    private func desk(offering kinds: [NextStep.Kind]) throws -> (TestDesk, String) {
        let desk = try TestDesk()
        desk.keep([.officeVisit])
        let id = ClaimExample.officeVisit.draft.id
        desk.press(.alt("w"))
        #expect(desk.effects.last == .offerSteps(id: id))
        desk.take(
            .stepsOffered(StepOffer(id: id, account: "C-1010", status: .denied, steps: kinds.map { step($0) })))
        return (desk, id)
    }

    @Test func `each step is offered with a word on why, and Esc changes nothing`() throws {
        let (desk, _) = try desk(offering: [.appeal, .writeOff])
        #expect(desk.text.contains("Next step for C-1010 (denied)") && desk.text.contains("Why appeal."))
        desk.press(.down)
        #expect(desk.text.contains("Why writeOff."))
        desk.press(.escape)
        #expect(desk.message == "Nothing changed.")
    }

    @Test func `an appeal is taken and its packet printed`() throws {
        let (desk, id) = try desk(offering: [.appeal])
        desk.press(.enter)
        #expect(desk.effects.contains(.takeStep(id: id, .appeal)))
        desk.press(.enter)
        #expect(desk.effects.last == .printListed([id], .appealPacket, .printer(nil)))
    }

    @Test func `a write-off asks for the reason`() throws {
        let (desk, id) = try desk(offering: [.writeOff])
        desk.press(.enter, .enter)
        #expect(desk.message.contains("Reason is required"))
        desk.type("small balance").press(.enter)
        #expect(desk.effects.contains(.takeStep(id: id, .writeOff(reason: "small balance"))))
    }

    @Test func `a follow-up takes a date, t and a number of days, or a day without its year`() throws {
        for (typed, day) in [("t+14", "2026-12-07"), ("12/15", "2026-12-15"), ("1/5", "2027-01-05")] {
            let (desk, id) = try desk(offering: [.followUp])
            desk.press(.enter).type("soon").press(.enter)
            #expect(desk.message.contains("Not a date"))
            desk.press(.control("u")).type(typed).press(.enter)
            #expect(desk.effects.contains(.takeStep(id: id, .followUp(Day(iso: day)))), "\(typed)")
        }
    }

    @Test func `billing on begins the secondary, or prints the statement`() throws {
        let (desk, id) = try desk(offering: [.billNextPayer])
        desk.press(.enter)
        #expect(desk.effects.last == .createNextPayersClaim(after: id))
        let (second, _) = try self.desk(offering: [.billPatient])
        second.press(.enter, .enter)
        #expect(second.effects.last == .printListed([id], .statement, .printer(nil)))
    }

    @Test func `a patient payment asks for amount, date and how, and is undone by Ctrl-Z`() throws {
        let (desk, id) = try desk(offering: [.patientPaid(open: 3000)])
        desk.press(.enter)
        #expect(desk.text.contains("$30.00 open") && desk.text.contains("30.00") && desk.text.contains("11/23/2026"))
        desk.type("30.01").press(.enter)
        #expect(desk.message.contains("owes $30.00"))
        desk.press(.control("u")).type("10").press(.enter).type("12/24/2026").press(.enter)
        #expect(desk.message.contains("in the future"))
        desk.press(.control("u")).type("11/20").press(.enter).type("wire").press(.enter)
        #expect(desk.message.contains("check 1234"))
        desk.press(.control("u")).type("check 77").press(.enter)
        let payment = PatientPayment(1000, on: Day(iso: "2026-11-20") ?? ClaimExample.today, by: .check, number: "77")
        #expect(desk.effects.contains(.takeStep(id: id, .patientPaid(payment))))
        desk.press(.control("z"))
        #expect(desk.effects.contains(.takeStep(id: id, .undoPatientPayment)))
    }

    @Test func `on an open claim a step that changes the status lets go of it first`() throws {
        let desk = try TestDesk(open: ClaimExample.officeVisit.draft, status: .denied)
        let id = desk.draft.id
        desk.press(.alt("w"))
        #expect(desk.effects.last == .offerSteps(id: id))
        desk.take(.stepsOffered(StepOffer(id: id, account: "C-1010", status: .denied, steps: [step(.appeal)])))
        desk.press(.enter)
        let close = desk.effects.firstIndex(of: .close(id: id))
        let appeal = desk.effects.firstIndex(of: .takeStep(id: id, .appeal))
        #expect(close != nil && appeal != nil && (close ?? 0) < (appeal ?? 0))
        #expect(desk.workstation.screen is Worklist)
    }

    @Test func `the queues are counted, and one filters the worklist`() throws {
        let desk = try TestDesk()
        var rows = [row("a"), row("b"), row("c")]
        rows[0].queues = [.nextPayer, .followUp]
        rows[1].queues = [.nextPayer]
        desk.take(.listed(ListedRows(rows)))
        desk.press(.alt("y"))
        #expect(desk.text.contains("Next payer to bill: 2") && desk.text.contains("Follow-up due: 1"))
        desk.press(.down, .enter)
        #expect(desk.message == "No claim is in this queue.")
        desk.press(.down, .down, .enter)
        let list = desk.settled.workstation.screen.worklist
        #expect(list.shownPlaces.map { list.rows[$0].id } == ["a", "b"])
        desk.press(.alt("y"), .end, .enter)
        #expect(desk.effects.last == .readClose)
    }

    @Test func `where the time to appeal is unknown the queue says so, and where it is stated`() throws {
        let desk = try TestDesk()
        var rows = [row("a"), row("b")]
        rows[0].appeal = .unknown
        desk.take(.listed(ListedRows(rows)))
        desk.press(.alt("y"))
        #expect(desk.text.contains("Denied: time to appeal is running: 0, unknown: 1"))
        desk.press(.down, .down)
        #expect(desk.text.contains("appeal_days in"))
        desk.press(.enter)
        #expect(desk.message.contains("status:denied lists"))
        desk.press(.escape)
        rows[0].appeal = .days(12)
        desk.take(.listed(ListedRows(rows))).press(.alt("y"))
        #expect(desk.text.contains("is running: 0") && !desk.text.contains("unknown"))
    }

    private func row(_ id: String) -> WorklistRow {
        WorklistRow(
            id: id, status: .paid, patient: "RIVERA, DANA", serviceDay: nil, payer: "", account: id, errors: 0,
            warnings: 0, daysLeft: nil, heldBy: "", comment: "", changedOn: ClaimExample.today, rules: [])
    }

    // MARK: Posting

    private func posting(last: PaperEOB? = nil) throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.officeVisit])
        desk.press(.alt("e"))
        let draft = ClaimExample.officeVisit.draft
        #expect(desk.effects.last == .offerPosting(id: draft.id))
        return desk.take(.postingOffered(PostingOffer(draft: draft, status: .submitted, last: last)))
    }

    private var eob: PaperEOB {
        PaperEOB(
            payment: "10045", date: Day(iso: "2026-11-20") ?? ClaimExample.today, amount: 20000,
            payerNumber: "26314",
            lines: [
                PaperEOB.Line(
                    paid: 13000,
                    adjustments: [
                        Adjustment(group: "CO", reason: "45", cents: 1600),
                        Adjustment(group: "PR", reason: "2", cents: 1900),
                    ]),
                PaperEOB.Line(
                    paid: 7000, adjustments: [Adjustment(group: "CO", reason: "45", cents: 2000)]),
            ])
    }

    @Test func `an EOB is posted by keys only, in fewer than thirty keys a line`() throws {
        let desk = try posting()
        for text in ["10045", "11/20", "200", "26314", ""] { desk.type(text).press(.enter) }
        var keys = 0
        for line in [["", "130", "co45 16 pr2 19"], ["", "70", "co45 20"]] {
            for text in line {
                desk.type(text)
                #expect(desk.effects.allSatisfy { if case .post = $0 { false } else { true } })
                desk.press(.enter)
                keys += text.count + 1
            }
        }
        #expect(keys / 2 < 30)
        #expect(desk.effects.last == .post(id: ClaimExample.officeVisit.draft.id, eob))
        desk.take(.posted("C-1010: $200.00 posted, paid."))
        #expect(desk.workstation.screen is Worklist && desk.message == "C-1010: $200.00 posted, paid.")
    }

    @Test func `what is still to balance shows, and a line that does not balance is not posted`() throws {
        let desk = try posting()
        #expect(desk.text.contains("still to balance $255.00"))
        for text in ["10045", "11/20", "", "", "", "", "130", "co45 16 pr2 19", "", "70", "co45 17"] {
            desk.type(text).press(.enter)
        }
        #expect(desk.text.contains("still to balance $3.00"))
        #expect(desk.message == "Line 2 is off by $3.00: charge less paid and adjustments.")
        #expect(desk.effects.allSatisfy { if case .post = $0 { false } else { true } })
        desk.type("co45 20").press(.enter)
        #expect(desk.effects.contains { if case .post = $0 { true } else { false } })
    }

    @Test func `an EOB dated before the service is said as soon as the date is left`() throws {
        let desk = try posting().type("10045").press(.enter).type("01/05/2026").press(.enter)
        #expect(desk.message == "The EOB date 01/05/2026 is before the service on 11/10/2026.")
        desk.press(.left).type("11/20/2026").press(.enter)
        #expect(desk.message == "")
    }

    @Test func `charge less allowed is offered, and taken with a key`() throws {
        let desk = try posting()
        for text in ["1", "t", "", "", "", "140", "130"] { desk.type(text).press(.enter) }
        #expect(desk.text.contains("CO-45 25.00"))
        desk.press(.function(9)).type(" pr2 10")
        #expect(desk.text.contains("CO-45 25.00 pr2 10") && desk.text.contains("patient $10.00"))
    }

    @Test func `Same copies the check of the EOB posted last, and undo takes it back`() throws {
        let desk = try posting(last: eob)
        desk.press(.function(4), .enter, .function(4), .enter, .function(4))
        #expect(desk.text.contains("10045") && desk.text.contains("11/20/2026") && desk.text.contains("200.00"))
        desk.press(.control("z"))
        #expect(!desk.text.contains("200.00"))
    }

    @Test func `what is keyed is kept, and offered again with the cursor where it stopped`() throws {
        let desk = try posting().type("10045").press(.enter).type("11/20").press(.enter)
        let id = ClaimExample.officeVisit.draft.id
        #expect(desk.keptEOBs[id]?.texts.prefix(2) == ["10045", "11/20/2026"])
        desk.type("20")
        #expect(desk.workstation.hasUnsavedWork && desk.keptEOBs[id]?.texts[2] == "")
        desk.take(.saveDue)
        #expect(!desk.workstation.hasUnsavedWork && desk.keptEOBs[id]?.texts[2] == "20")
        desk.type("0").press(.escape)
        #expect(desk.workstation.screen is Worklist && desk.message.contains("Nothing was posted. Alt-e goes on"))
        desk.press(.alt("e"))
        #expect(desk.message.contains("As you left it"))
        desk.type(".50").press(.enter)
        #expect(desk.text.contains("10045") && desk.text.contains("11/20/2026") && desk.text.contains("200.50"))
        desk.press(.control("z"), .control("z"))
        #expect(desk.text.contains("10045"))
    }

    @Test(arguments: [Event.terminated, .hangup])
    func `what is keyed is kept where the program has to end`(event: Event) throws {
        let desk = try posting().type("10045").take(.event(event))
        #expect(desk.keptEOBs[ClaimExample.officeVisit.draft.id]?.texts[0] == "10045" && desk.hasLeft)
    }

    @Test func `a discarded EOB is kept no longer, and undo brings it back`() throws {
        let desk = try posting().type("10045").press(.enter)
        let id = ClaimExample.officeVisit.draft.id
        desk.press(.function(7))
        #expect(desk.keptEOBs[id] == nil && desk.message.contains("Discarded") && !desk.text.contains("10045"))
        desk.press(.control("z")).take(.saveDue)
        #expect(desk.keptEOBs[id]?.texts[0] == "10045" && desk.text.contains("10045"))
        desk.press(.function(7), .escape)
        #expect(desk.message == "Nothing was posted.")
        desk.press(.alt("e"), .function(7))
        #expect(desk.message == "Nothing is keyed yet.")
    }

    @Test func `lines that are not those it was keyed on are said`() throws {
        let desk = try posting().type("10045").press(.enter)
        var draft = ClaimExample.officeVisit.draft
        draft.type("77.00", at: Place(.lineCharge), in: ClaimExample.parsing)
        let kept = desk.keptEOBs[draft.id]
        desk.press(.escape).take(
            .postingOffered(PostingOffer(draft: draft, status: .submitted, last: nil, kept: kept)))
        #expect(desk.message.contains("lines have changed") && desk.text.contains("10045"))
    }

    @Test func `a code or an amount that does not read is said`() throws {
        let desk = try posting()
        for text in ["1", "t", "", "", "QQ"] { desk.type(text).press(.enter) }
        for text in ["", "abc", ""] { desk.type(text).press(.enter) }
        #expect(!desk.message.isEmpty || desk.text.contains("abc"))
        desk.press(.end, .enter)
        #expect(desk.message.contains("Not a payer's code"))
    }

    @Test func `an EOB posted on an open claim opens it again`() throws {
        let desk = try TestDesk(open: ClaimExample.officeVisit.draft, status: .submitted)
        let id = desk.draft.id
        desk.press(.alt("e")).take(
            .postingOffered(PostingOffer(draft: desk.draft, status: .submitted, last: nil)))
        #expect(desk.effects.contains(.close(id: id)))
        desk.take(.posted("done"))
        #expect(desk.effects.contains(.open(id: id)))
    }

    // MARK: History

    @Test func `the history lists one line an event, and Enter shows its details`() throws {
        let desk = try TestDesk()
        desk.keep([.officeVisit])
        desk.press(.alt("h"))
        #expect(desk.effects.last == .readHistory(id: ClaimExample.officeVisit.draft.id))
        let lines = ["Keyed", "Submitted in file 17", "835: denied"].map {
            HistoryLine(moment: "11/20/2026 10:00", text: $0, amount: "$255.00", who: "A. Biller", details: ["more"])
        }
        desk.take(.historyRead(account: "C-1010", lines))
        #expect(desk.text.contains("History of C-1010") && desk.text.contains("3 of 3"))
        desk.press(.up, .enter)
        #expect(desk.text.contains("C-1010: Submitted in file 17") && desk.text.contains("more"))
        desk.press(.escape)
        #expect(desk.text.contains("2 of 3"))
        desk.press(.escape)
        #expect(!desk.text.contains("History of C-1010"))
    }
}
