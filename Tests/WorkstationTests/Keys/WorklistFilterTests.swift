import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What is typed on the worklist: words, and terms on one thing of a claim.
struct WorklistFilterTests {
    private static let today = ClaimExample.today

    private static var row: WorklistRow {
        var row = WorklistRow(
            id: "one", status: .partlyPaid, patient: "RIVERA, DANA", serviceDay: Day(iso: "2026-11-10"),
            payer: "Medical Mutual", account: "C-1001", errors: 1, warnings: 2, daysLeft: 12, heldBy: "",
            comment: "Call Monday", changedOn: today + -9, rules: ["ND-004", "DX-006"], problems: ["ND-004"])
        (row.charge, row.procedures) = (41_250, ["J3490", "96365"])
        (row.assignee, row.keyedBy, row.tags) = ("Lee", "Kim", ["old case"])
        (row.followUp, row.payerNumber) = (today + 3, "2026314X")
        row.denialReasons = ["CO-16", "M119", "CO-45"]
        return row
    }

    @Test(
        arguments: [
            "status:part", "payer:\"medical mut\"", "patient:rivera", "account:1001", "number:314", "biller:lee",
            "tag:old", "tag:\"old case\"", "rule:nd-0", "cpt:963", "comment:monday", "dos:11/10", "dos:11/1-11/30",
            "dos>10/31", "dos<11/11", "dos:2026-11-01..2026-11-30", "age>7", "age:9", "age<=9", "age:5-10", "days<14",
            "days>=12", "amount>412", "amount:412.50", "amount:412", "amount:400-500", "errors>0", "warnings:2",
            "denial:CO-16", "denial:co16", "denial:16", "denial:M119", "denial:45", "denial:", "denial:\"CARC 16\"",
            "is:due", "follow>t", "follow<=t+3", "STATUS:PARTLY", "status:", "due<13", "due<=12", "due<",
        ])
    func `a term leaves the claim that it means`(term: String) {
        let filter = WorklistFilter(term, on: Self.today)
        #expect(filter.fault == nil && filter.words.isEmpty && filter.holds(Self.row))
    }

    @Test(
        arguments: [
            "status:paid", "payer:medicare", "number:999", "biller:kim", "tag:case", "rule:pv", "cpt:99", "dos:11/11",
            "dos:12/1-12/31", "age>9", "age<9", "days<12", "amount<412", "amount:412.51", "errors>1", "is:held",
            "denial:1", "denial:PR-16", "denial:CO", "denial:4", "denial:M1", "denial:119",
            "is:archived", "is:unassigned", "follow<=t", "follow:12/25", "due<12", "due:next",
        ])
    func `a term leaves out what it does not mean`(term: String) {
        let filter = WorklistFilter(term, on: Self.today)
        #expect(filter.fault == nil && filter.words.isEmpty && !filter.holds(Self.row))
    }

    @Test(arguments: ["age>soon", "due<x", "amount:x", "dos:99/99", "is:green", "payer>x", "days:9-3"])
    func `a term that cannot be read says how it is written, and hides nothing`(term: String) throws {
        let filter = WorklistFilter(term, on: Self.today)
        #expect(filter.fault != nil && filter.holds(Self.row))
        let desk = try TestDesk()
        desk.keep([.sample])
        desk.type(term)
        #expect(desk.text.contains("1 claim,"))
        #expect(desk.text.contains(filter.fault?.prefix(30) ?? "?"))
    }

    @Test func `a word with a colon that is no term is a word`() {
        #expect(WorklistFilter("10:30 C:1", on: Self.today).words == ["10:30", "C:1"])
    }

    @Test func `the header counts and sums what is listed`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit])
        let total = ClaimExample.sample.draft.totalCharge + ClaimExample.officeVisit.draft.totalCharge
        #expect(desk.text.contains("2 claims, \(Money(cents: total).currency.dropLast(3))"))
        desk.type("cpt:j3490")
        let one = ClaimExample.sample.draft.totalCharge
        #expect(desk.text.contains("1 claim, \(Money(cents: one).currency.dropLast(3))"))
    }

    @Test func `F2 offers what the claims can be filtered by, with counts, and Enter adds the term`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit, .incompleteCodes])
        desk.press(.function(2))
        #expect(desk.text.contains("status:"))
        desk.type("payer medical").press(.enter)
        #expect(desk.workstation.screen.worklist.state.filter == "payer:\"Medical Mutual\"")
        // Another value of the same thing takes its place.
        desk.press(.function(2)).type("is flagged").press(.enter)
        #expect(desk.workstation.screen.worklist.state.filter == "payer:\"Medical Mutual\" is:flagged")
    }

    private func shownIDs(_ desk: TestDesk) -> [String] {
        guard let list = desk.settled.workstation.screen as? Worklist else { return [] }
        return list.shownPlaces.map { list.rows[$0].id }
    }

    @Test func `a denial code is offered with its count, listed as a column and kept by a view`() throws {
        let desk = try TestDesk(Size(columns: 132, rows: 43))
        var rows = ["a", "b", "c"].map { id in
            WorklistRow(
                id: id, status: .denied, patient: "RIVERA, DANA", serviceDay: nil, payer: "Alpha", account: id,
                errors: 0,
                warnings: 0, daysLeft: nil, heldBy: "", comment: "", changedOn: Self.today, rules: [])
        }
        (rows[0].denialReasons, rows[1].denialReasons) = (["CO-50", "N130"], ["PI-50"])
        desk.take(.listed(ListedRows(rows))).press(.function(2)).type("denial co-50")
        #expect(desk.text.contains("1  denial:CO-50"))
        desk.press(.enter)
        #expect(shownIDs(desk) == ["a"])
        // Letter by letter, each leaves what it means.
        desk.press(.control("u"))
        for (typed, ids) in [("denial:5", []), ("0", ["a", "b"]), ("1", [])] as [(String, [String])] {
            desk.type(typed)
            #expect(shownIDs(desk) == ids, "\(typed)")
        }
        desk.press(.backspace, .alt("v"), .end, .enter).type("Medical necessity").press(.enter)
        #expect(desk.workstation.inputs.views.first?.filter == "denial:50")
        let table = try WorklistTable(
            ListedRows(rows), filter: "denial:50", sort: "denial", columns: ["account", "denial"], today: Self.today)
        #expect((0..<table.count).map { table.texts($0) } == [["a", "CO-50 N130"], ["b", "PI-50"]])
    }

    @Test func `a view is saved, chosen again and deleted, and a column that is gone is named`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit])
        desk.type("status:clean").press(.function(4), .alt("v"), .end, .enter).type("Mine to check").press(.enter)
        let saved = desk.workstation.inputs.views
        #expect(saved.map(\.name) == ["Mine to check"])
        desk.press(.escape, .alt("v"), .enter)
        #expect(desk.workstation.screen.worklist.state.filter == "status:clean")
        #expect(desk.workstation.screen.worklist.order != .changed)
        var old = saved[0]
        old.columns = ["status", "color"]
        desk.take(.views([old])).press(.alt("v"), .enter)
        #expect(desk.message.contains("no column \"color\""))
        #expect(desk.workstation.screen.worklist.columns == [.status])
        desk.press(.alt("v"), .function(7))
        #expect(desk.workstation.inputs.views.isEmpty)
    }

    @Test func `columns are hidden, moved and sorted by, and Ctrl-U brings the standard ones back`() throws {
        let desk = try TestDesk(Size(columns: 132, rows: 43))
        desk.keep([.sample])
        #expect(desk.text.contains("First problem") && desk.text.contains("Charge"))
        desk.press(.alt("l"), .home, .insert, .enter)
        #expect(desk.workstation.screen.worklist.columns?.contains(.status) == false)
        desk.press(.alt("l"), .home, .right, .function(4), .alt("z"), .enter)
        let list = desk.workstation.screen.worklist
        #expect(list.order == Worklist.Order(column: .account, isReversed: true) && list.columns?[1] == .account)
        desk.press(.alt("l"), .control("u"), .enter)
        #expect(desk.workstation.screen.worklist.columns == nil)
    }

    @Test func `what is listed is written as a table, with the columns that are chosen`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit, .incompleteCodes])
        desk.type("is:flagged").press(.escape, .control("p"), .end, .enter).type("list.csv").press(.enter)
        let written = desk.effects.compactMap { if case .writeSheet(let table, "list.csv") = $0 { table } else { nil } }
        let table = try #require(written.first)
        #expect(table.count == 3 && table.titles.contains("First problem"))
        #expect(table.cells(0).count == table.titles.count)
    }

    @Test func `wider windows show more, and nothing wraps`() {
        for width in [80, 100, 120, 132, 200] {
            let shown = WorklistColumns(nil, width: width).shown
            #expect(shown == WorklistColumn.standard(at: width), "\(width)")
        }
        #expect(WorklistColumns(WorklistColumn.allCases, width: 80).shown.count < WorklistColumn.allCases.count)
    }
}
