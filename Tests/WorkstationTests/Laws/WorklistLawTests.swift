import ClaimModel
import ClaimRules
import Randomness
import Testing

@testable import Workstation

/// What the worklist keeps between keys shows the same as making it anew.
@Suite struct WorklistLawTests {
    private static func row(_ number: Int, _ random: inout Seeded) -> WorklistRow {
        let names = ["Rivera, Dana", "O'Neil, Sam", "José, Li", "Rivera, Dan", "", "Nguyễn, An"]
        let rules = ["ND-004", "DX-006", "PV-001", "TM-003"].filter { _ in Bool.random(using: &random) }
        return WorklistRow(
            id: "id-\(number)", status: ClaimStatus.allCases.randomElement(using: &random) ?? .draft,
            patient: names.randomElement(using: &random) ?? "",
            serviceDay: Bool.random(using: &random)
                ? Day(number: Int.random(in: 20_000...20_010, using: &random)) : nil,
            payer: ["Medical Mutual", "Medicare", "Example Health"].randomElement(using: &random) ?? "",
            account: "C-\(Int.random(in: 1...99, using: &random))", errors: Int.random(in: 0...2, using: &random),
            warnings: Int.random(in: 0...2, using: &random),
            daysLeft: Bool.random(using: &random) ? Int.random(in: -9...90, using: &random) : nil, heldBy: "",
            comment: Bool.random(using: &random) ? "Call MONDAY" : "",
            changedOn: Day(number: Int.random(in: 20_000...20_003, using: &random)), rules: rules)
    }

    /// The plain way, as each key once did it.
    private static func lines(_ rows: [WorklistRow], _ filter: String, _ order: Worklist.Order) -> [String] {
        let kept = rows.filter { row in
            if row.status == .deleted, !filter.lowercased().hasPrefix("del") { return false }
            let text =
                [
                    row.status.rawValue, row.patient, row.serviceDay?.description ?? "", row.payer, row.account,
                    row.heldBy, row.comment,
                ] + row.rules
            return text.joined(separator: " ").matches(filter: filter)
        }
        return kept.sorted { isBefore($0, $1, order) }.map { "\(key($0, order)) \($0.account)" }
    }

    /// What the rows are sorted by, before their account numbers.
    private static func key(_ row: WorklistRow, _ order: Worklist.Order) -> String {
        switch order {
        case .changed: String(40_000 - row.changedOn.number)
        case .status: row.status.rawValue
        case .patient: row.patient
        case .serviceDay: String(row.serviceDay?.number ?? 99_999)
        case .payer: row.payer
        case .daysLeft: String((row.daysLeft ?? 9_000) + 20_000)
        case .errors: "\(9 - row.errors) \(9 - row.warnings)"
        }
    }

    private static func isBefore(_ one: WorklistRow, _ other: WorklistRow, _ order: Worklist.Order) -> Bool {
        (key(one, order), one.account) < (key(other, order), other.account)
    }

    private func shown(_ list: Worklist) -> [String] {
        (0..<list.lineCount).compactMap { list.line($0)?.claim }.map { "\(Self.key($0, list.order)) \($0.account)" }
    }

    @Test(arguments: UInt64(1)...40)
    func `kept lines are those made anew`(seed: UInt64) {
        var random = Seeded(seed)
        var rows = (0..<60).map { Self.row($0, &random) }
        var list = Worklist()
        list.take(ListedRows(rows))
        for _ in 0..<60 {
            switch Int.random(in: 0..<9, using: &random) {
            case 0: list.state = ListState()
            case 1: list.state.backspace()
            case 2: list.order = Worklist.Order.allCases.randomElement(using: &random) ?? .changed
            case 3:
                let number = Int.random(in: 0...rows.count, using: &random)
                let changed = Self.row(number, &random)
                if number < rows.count { rows[number] = changed } else { rows.append(changed) }
                list.take(changed: [changed])
            case 4: _ = list.state.type(["ri", "va dan", " nd-0", "del "].randomElement(using: &random) ?? "")
            default: _ = list.state.type(Array("del riv 1éND-0joscm").randomElement(using: &random).map { [$0] } ?? [])
            }
            list.refresh()
            #expect(shown(list) == Self.lines(rows, list.state.filter, list.order), "\(list.state.filter)")
            #expect(list.shownCount == list.lineCount && list.rows.count == rows.count)
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `grouped, a claim is below each of its findings and is counted once`(seed: UInt64) {
        var random = Seeded(seed)
        let rows = (0..<50).map { Self.row($0, &random) }.filter { $0.status != .deleted }
        var list = Worklist()
        list.isGrouped = true
        list.take(ListedRows(rows))
        #expect(list.shownCount == rows.count)
        var title = ""
        var found: [String: Set<String>] = [:]
        for place in 0..<list.lineCount {
            switch list.line(place) {
            case .title(let text): title = text
            case .claim(let row): found[title, default: []].insert(row.id)
            case nil: Issue.record("No line \(place)")
            }
        }
        for rule in Set(rows.flatMap(\.rules)) {
            let heading = Rule.named(rule)?.heading ?? rule
            #expect(found[heading] == Set(rows.filter { $0.rules.contains(rule) }.map(\.id)))
        }
        #expect(found["No findings"] ?? [] == Set(rows.filter(\.rules.isEmpty).map(\.id)))
        #expect(list.line(list.lineCount) == nil && list.line(-1) == nil)
    }

    @Test func `the cursor stays on its claim when others change`() {
        var random = Seeded(7)
        let rows = (0..<50).map { Self.row($0, &random) }
        var list = Worklist()
        list.take(ListedRows(rows))
        list.state.selection = list.lineCount / 2
        let chosen = list.chosen?.id
        for _ in 0..<20 {
            list.take(changed: [Self.row(Int.random(in: 60..<90, using: &random), &random)])
            #expect(list.chosen?.id == chosen)
        }
    }
}
