import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit

@testable import ClaimStore

@Suite("Reports of the office")
struct ReportTests {
    private let answered: AnsweredOffice
    private var office: Office { answered.office }
    private let all = ReportPeriod(from: nil, to: ClaimExample.today)

    /// A paid, a denied, an undecided and an unsubmitted claim of fictitious people, two payers.
    init() throws {
        answered = try AnsweredOffice()
        func claim(_ number: Int, _ payer: String) -> ClaimDraft {
            var draft = ClaimExample.sample.draft.renamed("claim-\(number)")
            draft.type("C-\(number)", at: Place(.account), in: answered.office.parsing)
            draft.type(payer, at: Place(.payerName), in: answered.office.parsing)
            return draft
        }
        try answered.submit(claim(1, "Alpha"), claim(2, "Alpha"), claim(3, "Beta"))
        try store(ClaimAnswer(paying: "C-1", 20_000, owing: 2_000), "claim-1", .paid)
        try store(ClaimAnswer(denying: "C-2", .carc("197")), "claim-2", .denied)
        try answered.office.store.save(ClaimRecord(claim(4, "Beta")))
    }

    private func store(_ answer: ClaimAnswer, _ id: String, _ status: ClaimStatus) throws {
        try office.store.answer(id, with: answer, as: status)
    }

    private func table(_ report: OfficeReport) throws -> ReportTable { try office.report(report, all) }

    private var charge: String {
        String(Money(cents: ClaimExample.sample.draft.totalCharge).currency.filter { $0 != "$" })
    }

    @Test func `aging counts what is open at the payer, not what is paid nor what was never submitted`() throws {
        let table = try table(.aging)
        #expect(Set(table.rows.map { $0[0] }) == ["Alpha", "Beta"])
        #expect(table.rows.allSatisfy { $0[1] == "1" && $0[2] == charge && $0.last == charge })
        #expect(table.total[1] == "2")
    }

    @Test func `a denied claim stays open while it is corrected, submitted again and appealed`() throws {
        func open() throws -> [String] { try table(.aging).rows.filter { $0[0] == "Alpha" }.map { $0.last ?? "" } }
        for status in [ClaimStatus.submitted, .accepted, .appealed] {
            try office.store.mark("claim-2", as: status)
            #expect(try open() == [charge], "\(status)")
        }
    }

    /// Payers send the adjustments of a reversal with the opposite sign.
    @Test func `what was taken back is open with its charge, and no more`() throws {
        var reversal = ClaimAnswer(paying: "C-1", -20_000, owing: 0)
        (reversal.processed, reversal.status, reversal.date) = ("22", .reversed, Day(iso: "2026-11-22"))
        reversal.adjustments = [Adjustment(group: "CO", reason: "45", cents: -3_500)]
        try store(reversal, "claim-1", .reversed)
        let row = try #require(try table(.aging).rows.first { $0[0] == "Alpha" })
        let twice = String(Money(cents: 2 * ClaimExample.sample.draft.totalCharge).currency.filter { $0 != "$" })
        #expect(row[1] == "2" && row.last == twice)
    }

    @Test func `denials name payer, code and its meaning`() throws {
        let table = try table(.denials)
        #expect(table.rows.map { Array($0.prefix(2)) } == [["Alpha", "CARC 197"]])
        #expect(table.rows.first?[2].isEmpty == false)
        #expect(table.rows.first?[4] == "1" && table.rows.first?[5] == charge)
        #expect(table.note.contains("denial:197 payer:\"Alpha\""))
    }

    @Test func `a denial that was paid since is none any more`() throws {
        var paid = ClaimAnswer(paying: "C-2", 10_000, owing: 0)
        paid.date = Day(iso: "2026-11-22")
        try store(paid, "claim-2", .paid)
        #expect(try table(.denials).rows.isEmpty)
        #expect(try table(.firstPass).rows == [["Alpha", "2", "1", "50%"]])
    }

    @Test func `the first-pass rate is of decided claims`() throws {
        let table = try table(.firstPass)
        #expect(table.rows == [["Alpha", "2", "1", "50%"]])
    }

    @Test func `days are from the submission to the remittance`() throws {
        let table = try table(.days)
        let alpha = try #require(table.rows.first { $0[0] == "Alpha" })
        // Submitted 11/12, answered 11/20.
        #expect(alpha[1] == "2" && alpha[2] == "8" && alpha[3] == "8")
        // Of two claims one was never submitted: all that is billed is open.
        #expect(table.rows.first { $0[0] == "Beta" }?.last == "90")
    }

    @Test func `what is not submitted is listed by its first problem, keyed claims by who keyed them`() throws {
        #expect(try table(.unsubmitted).total[2] == "1")
        let now = ReportPeriod(from: nil, to: Day(number: Int(Date().timeIntervalSince1970 / 86_400) + 1))
        let keyers = try office.report(.keyers, now)
        #expect(keyers.rows.count == 1 && keyers.rows.first?[1] == office.signedIn)
        #expect(keyers.rows.first?[2] == "4")
    }

    @Test func `what is counted without a first day is counted from the beginning`() throws {
        let later = Day(number: Int(Date().timeIntervalSince1970 / 86_400) + 500)
        #expect(try office.report(.keyers, ReportPeriod(from: nil, to: later)).rows.first?[2] == "4")
        #expect(try office.report(.keyers, ReportPeriod(from: later.adding(months: -12), to: later)).rows.isEmpty)
    }

    @Test func `what was allowed is held against the fees`() throws {
        var answer = ClaimAnswer(.remittance, account: "C-1")
        answer.processed = "1"
        answer.lines = [AnsweredLine(procedure: "J3490", charge: 5_000, paid: 3_000)]
        let fees = FeeTable([FeeTable.Fee(payer: "", code: "J3490", cents: 4_000)])
        let sample = ClaimExample.sample.draft
        let expectation = try #require(Expectation(of: answer, to: sample, by: fees))
        #expect(expectation.lines == 1 && expectation.allowed == 3_000 && expectation.expected >= 4_000)
        #expect(Expectation(of: answer, to: sample, by: FeeTable()) == nil)
    }

    @Test func `a period leaves out what lies outside, and a table fits its width and makes CSV`() throws {
        let none = try office.report(.denials, ReportPeriod(from: nil, to: Day(iso: "2020-01-01")!))
        #expect(none.rows.isEmpty)
        #expect(none.lines(width: 80, period: "x", .unicode).contains("No claims to count."))
        for report in OfficeReport.allCases {
            let table = try table(report)
            #expect(table.lines(width: 80, period: all.text, .ascii).allSatisfy { $0.count <= 80 }, "\(report)")
            #expect(table.csv.split(separator: "\r\n").count == table.rows.count + 1 + (table.total.isEmpty ? 0 : 1))
        }
    }
}

extension ClaimAnswer {
    fileprivate init(paying account: String, _ paid: Int, owing: Int) {
        self.init(.remittance, account: account)
        (processed, self.paid, patientResponsibility) = ("1", paid, owing)
        (charge, status, date) = (ClaimExample.sample.draft.totalCharge, .paid, Day(iso: "2026-11-20"))
    }

    fileprivate init(denying account: String, _ code: DenialCode) {
        self.init(.remittance, account: account)
        (processed, paid, codes) = ("4", 0, [.denial(code)])
        (charge, status, date) = (ClaimExample.sample.draft.totalCharge, .denied, Day(iso: "2026-11-20"))
    }
}
