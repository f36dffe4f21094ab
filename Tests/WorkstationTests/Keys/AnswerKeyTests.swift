import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What a payer answered, at the desk: it shows on Review, and its fields open.
struct AnswerKeyTests {
    /// The payer denies the drug line for its NDC, which has been cleared since.
    static let draft = ClaimExample.sample.with(.lineNDC, row: 1, "").draft

    static let denial: ClaimAnswer = {
        var answer = ClaimAnswer(.remittance, account: "C-1001")
        answer.status = .partlyPaid
        answer.date = Day(iso: "2026-11-20")
        answer.payerControlNumber = "26314000551"
        answer.charge = 25500
        answer.paid = 15000
        var infusion = AnsweredLine(procedure: "96365", charge: 21000, paid: 15000)
        infusion.adjustments = [Adjustment(group: "CO", reason: "45", cents: 6000)]
        infusion.codes = [.denial(.carc("45"))]
        var drug = AnsweredLine(procedure: "J3490", charge: 4500, paid: 0)
        drug.adjustments = [Adjustment(group: "CO", reason: "16", cents: 4500)]
        drug.codes = [.denial(.carc("16")), .denial(.rarc("M119"))]
        answer.lines = [infusion, drug]
        return answer
    }()

    static let acceptance: ClaimAnswer = {
        var answer = ClaimAnswer(.status, account: "C-1001")
        answer.status = .accepted
        answer.date = Day(iso: "2026-11-12")
        return answer
    }()

    private func desk(_ size: Size = Workstation.smallest) throws -> TestDesk {
        try TestDesk(open: Self.draft, size, status: .partlyPaid, answers: [Self.acceptance, Self.denial])
    }

    @Test func `A claim that came back opens on what the payer answered`() throws {
        let desk = try desk(Size(columns: 132, rows: 43))
        #expect(desk.openScreen == .review)
        for words in [
            "Payer response (835)", "partly paid 11/20/2026", "paid $150.00", "payer's claim no. 26314000551",
            "J3490, charged $45.00, paid $0.00, CO-16 $45.00", "RARC M119, line 2", "Earlier: accepted 11/12/2026",
        ] {
            #expect(desk.text.contains(words), "\(words)")
        }
        #expect(!desk.text.contains("CARC 45"))
    }

    @Test func `The payer's own words are shown, and its member ID is a fix that nobody takes but the person`() throws {
        var denial = Self.denial
        denial.messages = ["MEMBER ID CHANGED"]
        denial.contacts = [PayerContact(purpose: "CX", name: "CLAIMS", numbers: ["TE 8005550100"])]
        denial.corrected = CorrectedPerson(lastName: "", firstName: "", middleName: "", memberID: "W123456789")
        let before = Self.draft.subscriber.memberID.text
        let desk = try TestDesk(
            open: Self.draft, Size(columns: 132, rows: 43), status: .partlyPaid, answers: [denial])
        for words in [
            "The payer writes: MEMBER ID CHANGED", "Claims contact: CLAIMS, telephone 8005550100",
            "The payer has member ID W123456789.",
        ] {
            #expect(desk.text.contains(words), "\(words)")
        }
        #expect(desk.draft.subscriber.memberID.text == before)
        desk.go(to: .memberID).press(.function(9))
        #expect(desk.draft.subscriber.memberID.text == "W123456789")
        desk.press(.control("z"))
        #expect(desk.draft.subscriber.memberID.text == before)
    }

    @Test func `What the office's remittances teach is said on the finding and by F1`() throws {
        let lesson = Lesson(
            payer: Self.draft.payer.identifier.text, payerName: "Sample Payer", code: "J3490", companion: "96365",
            rule: "",
            isDenied: true, reasons: [.carc("16"), .rarc("M119")])
        let desk = try TestDesk(Size(columns: 132, rows: 43))
        desk.take(
            .opened(
                OpenedClaim(
                    draft: Self.draft, status: .draft, history: [], learned: Learned([(lesson: lesson, count: 4)]),
                    isNew: false)))
        desk.go(to: .lineNDC, row: 1).press(.function(1))
        #expect(desk.text.contains("Learned: Sample Payer denied J3490 with 96365 4 of 4 times: CARC 16, M119."))
    }

    @Test func `One that was paid, or has no answer, opens on its first screen`() throws {
        let paid = try TestDesk(open: Self.draft, status: .paid, answers: [Self.denial])
        #expect(paid.openScreen == .claim)
        #expect(try TestDesk(open: Self.draft, status: .denied).openScreen == .claim)
    }

    @Test func `Enter on a field below a code opens it, and Esc comes back to the line`() throws {
        let desk = try desk()
        try desk.choose { if case .candidate(let candidate) = $0 { candidate.place.field == .lineNDC } else { false } }
        let row = desk.editor?.visits.reviewRow
        #expect(desk.text.contains("Enter Go there"))
        desk.press(.enter)
        #expect(desk.openScreen == .ndc && desk.focus == Place(.lineNDC, row: 1))
        desk.press(.escape)
        #expect(desk.openScreen == .review && desk.editor?.visits.reviewRow == row)
    }

    @Test func `What is fixed is no longer a candidate's finding`() throws {
        let desk = try desk()
        try desk.choose { if case .candidate(let candidate) = $0 { candidate.isFound } else { false } }
        desk.press(.enter).type("00143950801").press(.escape)
        let found = desk.editor?.readings?.flatMap(\.codes).flatMap(\.candidates).filter(\.isFound) ?? []
        #expect(found.map(\.reason) == [])
        #expect(desk.status == .partlyPaid)
    }

    @Test func `Enter and F1 on the answer, on a code and on a field say all of it`() throws {
        let desk = try desk()
        desk.press(.enter)
        #expect(desk.text.contains("CARC 45") && desk.text.contains("J3490"))
        desk.press(.escape)
        try desk.choose { if case .code(let code) = $0 { code.code == .denial(.rarc("M119")) } else { false } }
        desk.press(.function(1))
        #expect(desk.text.contains("RARC M119") && desk.text.contains("1 "))
        desk.press(.escape, .down).press(.function(1))
        #expect(desk.text.contains("Source:"))
    }

    @Test func `Codes keyed by hand name their fields and set the claim's status`() throws {
        let desk = try TestDesk(open: Self.draft, status: .submitted).press(.control("b")).type("co-16 M119").press(
            .enter)
        #expect(desk.text.contains("denied"))
        desk.press(.enter)
        #expect(desk.status == .denied && desk.store[Self.draft.id]?.status == .denied)
        #expect(desk.draft.identity.recordedDenial.text == "co-16 M119")
        #expect(desk.text.contains("Prior denial codes, as entered") && desk.text.contains("RARC M119"))
        desk.press(.control("z"))
        #expect(desk.status == .submitted && desk.draft == Self.draft)
        #expect(!desk.text.contains("Prior denial codes, as entered"))
    }

    @Test func `A claim status code means a front-end rejection, which the next edit makes a draft`() throws {
        let desk = try TestDesk(open: Self.draft, status: .submitted).press(.control("b")).type("A7:562").press(
            .enter, .enter)
        #expect(desk.status == .rejected && desk.store[Self.draft.id]?.status == .rejected)
        desk.go(to: .billingNPI).type("1")
        #expect(desk.message == "This claim is a draft again (was rejected): you edited it.")
        desk.press(.enter)
        #expect(desk.status == .flagged)
    }

    @Test func `A word that is no code or no status is refused with words, and nothing is lost`() throws {
        let desk = try TestDesk(open: Self.draft, status: .submitted).press(.control("b")).type("CO-16 wrong").press(
            .enter)
        #expect(desk.message.contains("Not a payer's code: WRONG"))
        for _ in 0..<6 { desk.press(.backspace) }
        desk.press(.enter, .control("u")).type("gone").press(.enter)
        #expect(desk.message.hasPrefix("Enter accepted, pending"))
        desk.press(.control("u")).type("par").press(.enter)
        #expect(desk.status == .partlyPaid)
    }

    @Test func `A code that nothing is known of says so, and Esc on the question changes nothing`() throws {
        let desk = try TestDesk(open: Self.draft).press(.control("b")).type("N999").press(.enter, .enter)
        try desk.choose { if case .code = $0 { true } else { false } }
        #expect(desk.text.contains("No field found for this code."))
        let kept = desk.draft
        desk.press(.control("b")).type("1").press(.escape)
        #expect(desk.draft == kept && desk.status == .flagged)
    }

    @Test func `A rejected file names the segments, and Enter opens their fields`() throws {
        var refusal = ClaimAnswer(.acknowledgment, account: "C-1001")
        refusal.status = .rejected
        refusal.segments = [
            AnsweredSegment(
                element: "2300 CLM05-3", code: "7", message: "not a valid code", place: Place(.frequency)),
            AnsweredSegment(element: "2400 SV5", code: "2", message: "not expected here", place: nil),
        ]
        let desk = try TestDesk(open: Self.draft, status: .rejected, answers: [refusal])
        #expect(desk.openScreen == .review && desk.text.contains("Frequency (2300 CLM05-3): not a valid code"))
        desk.press(.down, .down, .enter)
        #expect(desk.text.contains("Receiver's code: 2"))
        desk.press(.escape, .up)
        #expect(desk.text.contains("not a valid code. Now: 1"))
        desk.press(.enter)
        #expect(desk.focus == Place(.frequency))
        refusal.segments = []
        let beside = try TestDesk(open: Self.draft, status: .rejected, answers: [refusal])
        #expect(beside.text.contains("No error on this claim"))
    }

    @Test func `An answer belongs to a claim`() throws {
        let desk = try TestDesk().press(Keys.screen(9)).press(.control("b"))
        #expect(desk.message.contains("Open a claim first"))
    }
}

extension TestDesk {
    /// Goes down Review to the first line that fits.
    func choose(_ fits: (Review.Row) -> Bool) throws {
        press(.home)
        for _ in 0..<100 {
            if let row = selectedReviewRow, fits(row) { return }
            press(.down)
        }
        throw NoSuchLine()
    }

    struct NoSuchLine: Error {}
}
