import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Marked claims, and what is done with them.
struct BulkKeyTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample, .incompleteCodes, .officeVisitOnly, .noHistory])
        return desk
    }

    private func acts(_ desk: TestDesk) -> [(BulkAct, Int)] {
        desk.effects.compactMap { if case .carryOutBulk(let act, let ids) = $0 { (act, ids.count) } else { nil } }
    }

    @Test func `Insert and Ctrl-Space mark, the header counts, and a mark is taken off again`() throws {
        let desk = try desk().press(.insert, .control("@"))
        #expect(desk.workstation.screen.worklist.marked.count == 2)
        #expect(desk.text.contains("2 marked"))
        desk.press(.home, .insert)
        #expect(desk.workstation.screen.worklist.marked.count == 1)
    }

    @Test func `an act is previewed, carried out on Enter, and says of each claim what became of it`() throws {
        let desk = try desk().press(.insert, .insert, .alt("m"), .enter)
        desk.type("waits for the chart").press(.enter)
        #expect(desk.text.contains("2 claims will be changed, 0 not."))
        #expect(acts(desk).isEmpty)
        desk.press(.enter)
        #expect(acts(desk).first?.0 == .hold(reason: "waits for the chart") && acts(desk).first?.1 == 2)
        #expect(desk.text.contains("2 claims done, 0 not."))
        desk.press(.enter)
        // The next act is often on the same claims: the marks stay, and the act is offered first.
        #expect(desk.workstation.screen.worklist.marked.count == 2)
        desk.press(.alt("m"), .enter).type("again").press(.enter, .enter, .enter)
        #expect(acts(desk).last?.0 == .hold(reason: "again"))
        desk.press(.control("z"))
        #expect(desk.effects.contains(.undoBulk))
    }

    @Test func `Esc at the preview changes nothing`() throws {
        let desk = try desk().press(.insert, .insert, .alt("m"), .enter).type("x").press(.enter, .escape)
        #expect(acts(desk).isEmpty && desk.message == "Nothing changed.")
        #expect(desk.workstation.screen.worklist.marked.count == 2)
    }

    @Test func `without a mark the claim under the cursor is meant; all listed can be marked, or a range`() throws {
        let desk = try desk().press(.alt("m"), .enter)
        #expect(desk.workstation.screen.worklist.marked.count == 4)
        desk.press(.alt("m"), .home, .down, .down, .enter)
        #expect(desk.workstation.screen.worklist.marked.isEmpty)
        desk.press(.home, .insert, .end, .alt("m"), .home, .down, .enter)
        #expect(desk.workstation.screen.worklist.marked.count == 4)
    }

    @Test func `a fix is of one rule that the claims share; an override only of what the office allows`() throws {
        let desk = try desk().press(.alt("m"), .enter, .alt("m"))
        let items = BulkItem.allCases
        for _ in 0..<(items.firstIndex(of: .override)! - items.firstIndex(of: .hold)!) { desk.press(.down) }
        desk.press(.enter)
        #expect(desk.message.hasPrefix("No warning here may be overridden"))
        var preferences = Preferences()
        let open = desk.workstation.screen.worklist.rows.flatMap(\.problems)
        preferences.bulkOverrides = Set(open.filter { Rule.named($0)?.mayBeOverriddenInBulk == true })
        try #require(!preferences.bulkOverrides.isEmpty)
        let other = try TestDesk(preferences: preferences)
        other.keep([.sample, .incompleteCodes, .officeVisitOnly, .noHistory])
        other.press(.alt("m"), .enter, .alt("m"))
        for _ in 0..<(items.firstIndex(of: .override)! - items.firstIndex(of: .hold)!) { other.press(.down) }
        other.press(.enter, .enter).type("as agreed").press(.enter, .enter)
        guard case .override(let rule, "as agreed")? = acts(other).first?.0 else {
            Issue.record("No override: \(other.text)")
            return
        }
        #expect(preferences.bulkOverrides.contains(rule))
    }

    @Test func `F4 gives the last reason again, within a claim and on the list`() throws {
        let desk = try desk().press(.function(9)).type("waits for the chart").press(.enter)
        desk.press(.down, .function(9), .function(4), .enter)
        let reasons = desk.effects.compactMap { if case .hold(_, let reason?) = $0 { reason } else { nil } }
        #expect(reasons == ["waits for the chart", "waits for the chart"])
    }

    @Test func `acts are undone one after the other, deletions and write-offs among them`() throws {
        let desk = try desk().press(.insert, .insert, .alt("m"), .enter).type("x").press(.enter, .enter, .enter)
        desk.press(.home, .function(7))
        var list = desk.workstation.screen.worklist
        list.note(.writeOff(reason: "small balance"), on: list.rows[0].id)
        desk.workstation.screen = list
        desk.press(.control("z"))
        #expect(desk.effects.contains(.takeStep(id: list.rows[0].id, .reopen)))
        desk.press(.control("z"))
        #expect(desk.effects.contains { if case .restore = $0 { true } else { false } })
        desk.press(.control("z"))
        #expect(desk.effects.contains(.undoBulk))
        desk.press(.control("z"))
        #expect(desk.message.hasPrefix("Nothing to undo on this list."))
    }

    @Test func `marks that the filter leaves out are named, and nothing else is meant`() throws {
        let desk = try desk().press(.insert).type("zzz").press(.alt("m"))
        #expect(desk.message == "1 marked claim is not listed: the filter leaves out what is marked.")
    }

    @Test func `what was submitted is archived, never deleted`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        let row = try #require(desk.workstation.screen.worklist.rows.first)
        desk.take(
            .listed(
                ListedRows([
                    WorklistRow(
                        id: row.id, status: .paid, patient: row.patient, serviceDay: row.serviceDay, payer: row.payer,
                        account: row.account, errors: 0, warnings: 0, daysLeft: nil, heldBy: "", comment: "",
                        changedOn: row.changedOn, rules: [])
                ])))
        desk.press(.function(7))
        #expect(desk.text.contains("it cannot be deleted"))
        desk.press(.function(8))
        #expect(acts(desk).first?.0 == .archive)
        #expect(!desk.effects.contains { if case .delete = $0 { true } else { false } })
    }
}
