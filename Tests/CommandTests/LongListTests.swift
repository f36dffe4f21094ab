import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit
import Workstation

@testable import cleanclaim
import TestStore

/// A list of many claims: the first ones are there with the first frame, the others soon after.
struct LongListTests {
    private let store: ClaimStore
    private let clerk: Clerk

    init() throws {
        store = try ClaimStore.forTest()
        clerk = try Clerk(of: store)
        try store.together { () throws(StoreFault) in
            for number in 1...450 { try store.save(ClaimRecord(Self.claim("C-\(number)"))) }
            return true
        }
    }

    private static func claim(_ account: String) -> ClaimDraft {
        var draft = ClaimDraft(id: account)
        draft.type(account, at: Place(.account), in: ClaimExample.parsing)
        return draft
    }

    private func rows(_ actions: [Action]) -> [String] {
        actions.flatMap { action -> [String] in
            switch action {
            case .listed(let list): list.rows.map(\.account)
            case .listChanged(let rows): rows.map(\.account)
            default: []
            }
        }
    }

    private func whole() -> [Action] {
        clerk.reading.finish()
        return clerk.readWorklist()
    }

    @Test func `the claims that were changed last come first, then all of them`() throws {
        try store.comment("C-7", "late")
        let first = try clerk.firstRows(height: 43)
        #expect(first.isPartial && first.rows.count == 86)
        #expect(first.rows.map(\.account).contains("C-7") && !first.rows.map(\.account).contains("C-8"))
        clerk.readRows()
        let list = rows(whole())
        #expect(Set(list).count == 450)
        #expect(rows(clerk.carryOut(.list)).isEmpty)
    }

    @Test func `what changes while the others are read is listed as it is then`() throws {
        _ = try clerk.firstRows()
        clerk.readRows()
        clerk.reading.finish()
        try store.save(ClaimRecord(Self.claim("C-new")))
        // The whole list is there but not fetched: nothing is read a second time.
        #expect(rows(clerk.carryOut(.list)).isEmpty)
        let list = rows(clerk.readWorklist())
        #expect(list.last == "C-new" && list.count == 451)
    }

    @Test func `a long list that has to be read again is read off the loop`() throws {
        clerk.readRows()
        _ = whole()
        // As after a claim was erased.
        clerk.listedChange = Int.max
        #expect(rows(clerk.carryOut(.list)).isEmpty)
        #expect(Set(rows(whole())).count == 450)
        try store.comment("C-7", "late")
        #expect(rows(clerk.carryOut(.list)) == ["C-7"])
    }

    @Test func `a short list is read at once`() throws {
        let short = try ClaimStore.forTest()
        try short.save(ClaimRecord(Self.claim("C-1")))
        let clerk = Clerk(Office(short, library: clerk.office.library), glyphs: .unicode)
        #expect(try !clerk.firstRows().isPartial)
        clerk.readRows()
        #expect(!clerk.reading.isBusy)
    }

    @Test func `a table is written in pieces, and is the same as in one`() throws {
        let rows = ListedRows(
            (0..<2_345).map { number in
                WorklistRow(
                    id: "\(number)", status: .draft, patient: "Rivera, Dana", serviceDay: nil, payer: "A, B",
                    account: "C-\(number)", errors: 0, warnings: number % 3, daysLeft: nil, heldBy: "", comment: "",
                    changedOn: Day(number: 20_000), rules: [])
            })
        let table = try WorklistTable(
            rows, filter: "warnings>0", sort: "account", columns: ["account", "payer"], today: Day(number: 20_001))
        var pieces: [String] = []
        table.writeCSV { pieces.append($0) }
        #expect(pieces.count > 2)
        let whole = CSVSheet.text([table.titles] + (0..<table.count).map(table.cells))
        #expect(pieces.joined() == whole && whole.split(separator: "\r\n").count == 1_564)
    }
}
