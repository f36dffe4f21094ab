import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import Testing

@testable import ClaimOffice
@testable import ClaimStore
import TestStore

/// What is done with a claim after its answer, and the queues that say which claims wait for it.
@Suite struct AfterAnswerTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }

    init() throws { answered = try AnsweredOffice() }

    static let twoPlans: [Field: String] = [
        .otherInsuranceExists: "Y", .otherPlanName: "Lakeland Health Plan", .otherPayerIdentifier: "55501",
        .otherPolicyNumber: "LHP55501", .otherRelationship: "18",
    ]

    private static let threePlans = twoPlans.merging([
        .thirdPlanName: "Harbor Health Plan", .thirdPayerIdentifier: "66602", .thirdPolicyNumber: "HHP66602",
        .thirdRelationship: "18",
    ]) { first, _ in first }

    /// The visit, $255.00, of which the payer pays $200.00.
    static func remittance(
        _ account: String = "C-2001", processed: String = "1", paid: Int = 20000, patient: Int = 3000,
        remarks: [String] = []
    ) -> ClaimAnswer {
        var answer = ClaimAnswer(.remittance, account: account)
        answer.processed = processed
        answer.date = Day(iso: "2026-11-20")
        answer.payment = "EFT77"
        answer.payerControlNumber = "26314000551"
        (answer.charge, answer.paid, answer.patientResponsibility) = (25500, paid, patient)
        answer.codes = remarks.map { .denial(.rarc($0)) }
        answer.adjustments =
            [
                Adjustment(group: "CO", reason: paid == 0 ? "16" : "45", cents: 25500 - paid - patient),
                Adjustment(group: "PR", reason: "2", cents: patient),
            ].filter { $0.cents != 0 }
        return answer
    }

    private func answer(_ answer: ClaimAnswer, _ changes: [Field: String] = [:]) throws {
        try answered.submit(.visit("C-2001", changes))
        try answered.take([.claim(answer)])
    }

    private func queues(_ account: String = "C-2001") throws -> [ClaimQueue] {
        try office.worklist().claims.first { $0.summary.account == account }?.queues ?? []
    }

    private func kinds(_ account: String = "C-2001") throws -> [NextStep.Kind] {
        try office.nextSteps(of: account).steps.map(\.kind)
    }

    private func trail(_ account: String = "C-2001") throws -> [String] {
        try office.store.trail(.claim(id: account)).map(\.kind)
    }

    @Test func `reading a claim by its name is recorded, unless something else of it is`() throws {
        try answered.submit(.visit("C-2001"))
        let before = try trail().count
        _ = try office.claim(named: "C-2001", noting: nil)
        #expect(try trail().count == before)
        _ = try office.claim(named: "C-2001")
        #expect(try trail().suffix(1) == ["opened"])
    }

    // MARK: Why it is denied

    private func reasons() throws -> [String]? { try office.store.settlement(of: "C-2001")?.denialReasons }

    @Test func `a denied claim is listed with the codes of the denial until it is paid`() throws {
        try answer(Self.remittance(paid: 0, patient: 0, remarks: ["M119"]))
        #expect(try reasons() == ["CO-16", "M119"])
        var paid = Self.remittance()
        paid.date = Day(iso: "2026-11-21")
        try answered.take([.claim(paid)])
        #expect(try reasons() == [])
    }

    @Test func `why it is denied comes before what is on most claims`() {
        var answer = Self.remittance(paid: 0, patient: 0, remarks: ["N130"])
        answer.adjustments = [
            Adjustment(group: "CO", reason: "45", cents: 500), Adjustment(group: "CO", reason: "50", cents: 25000),
        ]
        answer.codes += [.denial(.carc("50")), .denial(.carc("252"))]
        #expect(answer.denialReasons == ["CO-50", "N130", "252", "CO-45"])
    }

    @Test func `denials that an earlier version took in are filled in once`() throws {
        try answer(Self.remittance(paid: 0, patient: 0, remarks: ["M119"]))
        let settlement = try #require(try office.store.settlement(of: "C-2001"))
        var old = settlement
        old.denialReasons = []
        try office.store.settle(["C-2001": old])
        #expect(try reasons() == [])
        try office.store.setPreference("settlements-filled", to: "1")
        try office.fillSettlements()
        #expect(try office.store.settlement(of: "C-2001") == settlement)
        let last = try office.store.lastChange()
        try office.fillSettlements()
        #expect(try office.store.lastChange() == last)
    }

    // MARK: The next payer

    @Test func `a paid primary with a second plan waits for the next payer until it is billed`() throws {
        try answer(Self.remittance(), Self.twoPlans)
        #expect(try queues() == [.nextPayer])
        #expect(try kinds().first == .billNextPayer)
        let settlement = try #require(try office.store.settlement(of: "C-2001"))
        #expect(settlement.paid == 20000 && settlement.patientOwes == 3000 && settlement.contractual == 2500)
        #expect(settlement.payerNumber == "26314000551")

        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        let secondary = try office.billNextPayer(after: primary).judged.draft.id
        #expect(try queues().isEmpty)
        #expect(try !kinds().contains(.billNextPayer))
        // What is left is the secondary's: nothing is written off twice.
        #expect(try !kinds().contains(.writeOff))
        let begun = try office.store.claim(secondary, in: office.parsing).draft
        let context = try office.context(for: begun, status: .submitted)
        #expect(ClaimCase(begun, status: .submitted, answers: [], settlement: nil, in: context).balance == 3000)
        try office.store.delete(secondary)
        #expect(try queues() == [.nextPayer])
        try office.store.restore(secondary)
        #expect(try queues().isEmpty)
    }

    @Test func `a denied primary with a second plan waits for the next payer as well`() throws {
        try answer(Self.remittance(processed: "4", paid: 0, patient: 0), Self.twoPlans)
        #expect(try answered.status() == .denied && queues() == [.nextPayer])
        #expect(try kinds().contains(.billNextPayer))
    }

    @Test(arguments: [("19", []), ("1", ["MA07"]), ("1", ["MA18"]), ("1", ["N89"])] as [(String, [String])])
    func `what crossed over does not wait for the next payer`(processed: String, remarks: [String]) throws {
        try answer(Self.remittance(processed: processed, remarks: remarks), Self.twoPlans)
        #expect(try answered.status() == .paid)
        #expect(try queues().isEmpty)
        #expect(try !kinds().contains(.billNextPayer))
        #expect(try !kinds().contains(.billPatient))
    }

    @Test func `the next payer's answer to a crossed-over claim leaves what the patient owes`() throws {
        try answer(Self.remittance(processed: "19"), Self.twoPlans)
        var later = Self.remittance(processed: "2", paid: 2000, patient: 1000)
        later.payment = "EFT78"
        later.adjustments = [
            Adjustment(group: "OA", reason: "23", cents: 22500), Adjustment(group: "PR", reason: "3", cents: 1000),
        ]
        try answered.take([.claim(later)])
        #expect(try office.store.settlement(of: "C-2001")?.patientOwes == 1000)
        #expect(try queues() == [.patient])
    }

    /// As secondary, or as a mere denial (CLP02 4), which says whose it is by the number alone.
    @Test(arguments: ["2", "4"])
    func `what crossed over and is denied there waits to be billed there`(processed: String) throws {
        try answer(Self.remittance(processed: "19"), Self.threePlans)
        var later = Self.remittance(processed: processed, paid: 0, patient: 0)
        (later.payment, later.payerControlNumber) = ("EFT78", "LHP900")
        later.adjustments = [
            Adjustment(group: "OA", reason: "23", cents: 22500), Adjustment(group: "CO", reason: "22", cents: 3000),
        ]
        later.codes = [.denial(.carc("22")), .denial(.rarc("N4"))]
        try answered.take([.claim(later)])
        let settlement = try #require(try office.store.settlement(of: "C-2001"))
        #expect(try answered.status() == .paid)
        #expect(settlement.nextPayer == .refused && settlement.paid == 20000 && settlement.patientOwes == 3000)
        #expect(settlement.denialReasons.first == "CO-22" && settlement.denialReasons.contains("N4"))
        #expect(try queues() == [.nextPayer])
        let step = try #require(try office.nextSteps(of: "C-2001").steps.first)
        #expect(step.kind == .billNextPayer && step.label.contains("Lakeland Health Plan"))
        #expect(step.reason.hasPrefix("It denied what crossed over: CO-22"))
        let rows = try office.report(.denials, ReportPeriod(from: nil, to: office.library.day)).rows
        #expect(rows.contains { $0[0] == "Lakeland Health Plan" && $0[1] == "CARC 22" && $0.last == "30.00" })
        let record = try office.store.claim("C-2001", in: office.parsing)
        #expect(office.refusalOfPosting(on: record)?.contains("crossed over") == true)
        let next = try office.billNextPayer(after: record.draft)
        #expect(next.judged.draft.payer.name.text == "Lakeland Health Plan")
        #expect(next.judged.draft.text(at: Place(.adjudicationPaid)) == "200.00")
        let notice = try #require(next.notices.first)
        #expect(notice.hasPrefix("This plan denied what crossed over to it as its claim LHP900: CO-22"))
        #expect(try office.store.settlement(of: "C-2001")?.nextPayer == .billed)
        #expect(try queues() == [])
    }

    @Test func `a denial under the number of the payer that sent the claim on is its own`() throws {
        try answer(Self.remittance(processed: "19"), Self.twoPlans)
        var denied = Self.remittance(processed: "4", paid: 0, patient: 0)
        denied.date = Day(iso: "2026-11-21")
        try answered.take([.claim(denied)])
        #expect(try answered.status() == .denied)
    }

    @Test func `a crossed-over claim that both payers have decided waits for the third`() throws {
        try answer(Self.remittance(processed: "19"), Self.threePlans)
        #expect(try queues().isEmpty)
        var later = Self.remittance(processed: "2", paid: 2000, patient: 1000)
        later.payment = "EFT78"
        try answered.take([.claim(later)])
        #expect(try queues() == [.nextPayer])
        let step = try #require(try office.nextSteps(of: "C-2001").steps.first)
        #expect(step.kind == .billNextPayer && step.label.contains("Harbor Health Plan"))
        #expect(step.reason.hasPrefix("Primary and secondary have decided"))
        let primary = try office.store.claim("C-2001", in: office.parsing).draft
        let judged = try office.billNextPayer(after: primary).judged
        #expect(!judged.findings.map(\.rule.id).contains("RS-003"))
        let tertiary = judged.draft
        #expect(tertiary.payer.order.value == .tertiary && tertiary.payer.name.text == "Harbor Health Plan")
        #expect(tertiary.adjudication.secondary.paid.value == Money(cents: 2000))
        #expect(try queues().isEmpty)
    }

    // MARK: The patient

    @Test func `patient responsibility without a further payer is billed once`() throws {
        try answer(Self.remittance())
        #expect(try queues() == [.patient])
        #expect(try kinds().first == .billPatient)
        try office.noteStatements(of: ["C-2001"])
        #expect(try queues() == [.patientOpen])
        #expect(try kinds().first == .billPatient)
        #expect(try trail().contains("statement"))
    }

    @Test func `what the patient has paid already is not billed`() throws {
        try answer(Self.remittance(), [.amountPaid: "30.00"])
        #expect(try queues().isEmpty)
        #expect(try !kinds().contains(.billPatient))
    }

    // MARK: Denials

    @Test func `a denial is appealed or resubmitted, and an appeal can be undone`() throws {
        try answer(Self.remittance(processed: "1", paid: 0, patient: 0))
        let steps = try office.nextSteps(of: "C-2001")
        #expect(steps.status == .denied)
        let appeal = try #require(steps.steps.first { $0.kind == .appeal })
        #expect(appeal.reason.contains("No policy states"))
        #expect(try office.take(.appeal, on: "C-2001").contains("appealed"))
        #expect(try answered.status() == .appealed)
        #expect(try kinds().contains(.reopen) && !kinds().contains(.appeal))
        _ = try office.take(.reopen, on: "C-2001")
        #expect(try answered.status() == .denied)
        #expect(try trail().suffix(2) == ["appealed", "reopened"])
    }

    @Test func `a claim that was never adjudicated is resubmitted as new and not appealed`() throws {
        try answer(Self.remittance(paid: 0, patient: 0, remarks: ["MA130"]))
        let steps = try office.nextSteps(of: "C-2001").steps
        #expect(!steps.contains { $0.kind == .appeal })
        let first = try #require(steps.first)
        guard case .resubmit(let way) = first.kind else { return #expect(Bool(false), "\(first)") }
        #expect(way.frequency == .original)
        #expect(first.reason.contains("There is no decision to appeal."))
        #expect(try office.take(.appeal, on: "C-2001").contains("nothing was changed"))
        #expect(try answered.status() == .denied)
    }

    /// Named on the claim, or following from its payer ID.
    @Test(arguments: [[:], [Field.payerPolicy: "", .payerIdentifier: "29076"]])
    func `the time to appeal counts where a policy states it`(changes: [Field: String]) throws {
        try answer(Self.remittance(paid: 0, patient: 0), changes)
        #expect(try queues().isEmpty)
        // Folders of its own: the other case has the same policy at the same time.
        let home = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)")
        let folders = Folders(environment: ["HOME": home.path])
        let folder = folders.policies
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: home) }
        try """
        id: medmutual
        inherits: medmutual
        payer_id: "29076"
        source: Provider manual
        date: "2026-01-01"
        settings:
          appeal_days: 180
        """.write(to: folder.appendingPathComponent("medmutual.yaml"), atomically: true, encoding: .utf8)
        let own = Office(
            office.store, library: try OfficeLibrary(folders: folders, day: ClaimExample.today))
        let listed = try #require(try own.worklist().claims.first)
        #expect(listed.queues == [.appeal], "\(own.library.policies.faults)")
        #expect(listed.appeal == .days(177))
        let appeal = try #require(try own.nextSteps(of: "C-2001").steps.first { $0.kind == .appeal })
        #expect(appeal.reason.contains("Last day 05/19/2027, 177 days left"))
    }

    @Test func `where no policy states the time to appeal it is unknown, and what was never adjudicated has none`()
        throws
    {
        try answer(Self.remittance(paid: 0, patient: 0, remarks: ["M119"]))
        #expect(try office.worklist().claims.first?.appeal == .unknown)
        try answered.submit(.visit("C-2002"), as: 18)
        try answered.take([.claim(Self.remittance("C-2002", paid: 0, patient: 0, remarks: ["MA130"]))])
        #expect(try office.worklist().claims.first { $0.summary.account == "C-2002" }?.appeal == nil)
    }

    // MARK: Write-offs

    @Test(arguments: [0, 20000]) func `a write-off names amount and reason, and is undone to the status before`(
        paid: Int
    ) throws {
        try answer(Self.remittance(paid: paid, patient: 0))
        let before = try #require(try answered.status())
        guard paid == 0 else { return #expect(try !kinds().contains(.writeOff)) }
        #expect(try office.take(.writeOff(reason: "below the limit"), on: "C-2001").contains("$255.00 written off"))
        #expect(try answered.status() == .writtenOff)
        #expect(try kinds().first == .reopen)
        let record = try #require(try office.store.trail(.claim(id: "C-2001")).last)
        #expect(record.kind == "written-off")
        #expect(record.changes.contains { $0.after == "$255.00: below the limit" })
        _ = try office.take(.reopen, on: "C-2001")
        #expect(try answered.status() == before)
        #expect(try office.store.summary(of: "C-2001").course.writeOff == "")
    }

    @Test func `who may only read is refused in words and nothing changes`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (data, passphrase) = (folder.appendingPathComponent("data"), "four words are long")
        let keyring = try Keyring.make(forData: data, first: .person(name: "LEE", passphrase: passphrase))
        try keyring.add("KIM", as: .readOnly, passphrase: passphrase)
        let own = Office(try ClaimStore(folder: data, keyring: keyring), library: office.library)
        try own.store.save(ClaimRecord(.visit(), status: .denied))
        try keyring.unlock(by: .passphrase(name: "KIM", passphrase, code: nil))
        let words = StoreFault.keys(.notAllowed).description
        for step in [OfficeStep.appeal, .writeOff(reason: "small"), .followUp(own.library.day)] {
            let fault = #expect(throws: OfficeFault.self) { try own.take(step, on: "C-2001") }
            #expect(fault?.message == words, "\(step)")
        }
        let eob = PaperEOB(
            payment: "1", date: own.library.day,
            lines: [PaperEOB.Line(paid: 16500, adjustments: []), PaperEOB.Line(paid: 9000, adjustments: [])])
        #expect(throws: OfficeFault(words)) { try own.post(eob, on: "C-2001") }
        #expect(try own.nextSteps(of: "C-2001").status == .denied)
        #expect(try own.store.answers(to: "C-2001").isEmpty)
    }

    // MARK: Time

    @Test func `a follow-up comes up on its day and is released`() throws {
        try answered.submit(.visit())
        let today = office.library.day
        #expect(try office.take(.followUp(today + 14), on: "C-2001").contains("follow up on"))
        #expect(try queues().isEmpty)
        _ = try office.take(.followUp(today), on: "C-2001")
        #expect(try queues().contains(.followUp))
        _ = try office.take(.followUp(nil), on: "C-2001")
        #expect(try !queues().contains(.followUp))
    }

    @Test func `a submitted claim without an answer comes up after the office's days`() throws {
        try answered.submit(.visit())
        var later = office
        let submitted = try #require(try office.store.summary(of: "C-2001").course.submittedOn)
        // The day of the file, which is the office's: in UTC it may be the next one already.
        #expect(submitted == Day(iso: "2026-11-12"))
        func isWaiting(on day: Day, after days: Int = 30) throws -> Bool {
            (later.library.day, later.library.noAnswerDays) = (day, days)
            return try later.worklist().claims[0].queues == [.noAnswer]
        }
        #expect(try !isWaiting(on: submitted + 29))
        #expect(try isWaiting(on: submitted + 30))
        #expect(try !isWaiting(on: submitted + 30, after: 45))
        #expect(try !isWaiting(on: submitted + 300, after: 0))
        try answered.take([.claim(Self.remittance(patient: 0))])
        #expect(try !isWaiting(on: submitted + 300))
    }

    @Test func `answers that an earlier version took are settled once`() throws {
        try answer(Self.remittance(), Self.twoPlans)
        try office.store.change("C-2001", .saved) { $0.face.settlement = nil }
        #expect(try queues().isEmpty)
        try office.fillSettlements()
        #expect(try queues() == [.nextPayer])
    }
}
