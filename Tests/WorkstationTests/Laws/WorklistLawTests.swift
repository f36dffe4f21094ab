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
        var row = WorklistRow(
            id: "id-\(number)", status: ClaimStatus.allCases.randomElement(using: &random) ?? .draft,
            patient: names.randomElement(using: &random) ?? "",
            serviceDay: Bool.random(using: &random)
                ? Day(number: Int.random(in: 20_000...20_010, using: &random)) : nil,
            payer: ["Medical Mutual", "Medicare", "Example Health Plan of Ohio", "Example Health Plan of Ontario", ""]
                .randomElement(using: &random) ?? "",
            account: Int.random(in: 0..<9, using: &random) == 0 ? "" : "C-\(Int.random(in: 1...120, using: &random))",
            errors: Int.random(in: 0...2, using: &random),
            warnings: Int.random(in: 0...2, using: &random),
            daysLeft: Bool.random(using: &random) ? Int.random(in: -9...90, using: &random) : nil, heldBy: "",
            comment: Bool.random(using: &random) ? "Call MONDAY" : "",
            changedOn: Day(number: Int.random(in: 20_000...20_003, using: &random)), rules: rules,
            problems: rules.filter { _ in Bool.random(using: &random) })
        row.charge = Int.random(in: 0...3, using: &random) * 5_000
        row.assignee = ["", "Lee", "Kim"].randomElement(using: &random) ?? ""
        row.tags = ["call", "old"].filter { _ in Bool.random(using: &random) }
        row.isArchived = Int.random(in: 0..<8, using: &random) == 0
        row.followUp = Bool.random(using: &random) ? Day(number: Int.random(in: 20_000...20_010, using: &random)) : nil
        row.procedures = ["J3490", "96365", "99213"].filter { _ in Bool.random(using: &random) }
        row.denialReasons = ["CO-50", "CO-5", "N130"].filter { _ in Bool.random(using: &random) }
        row.queues = ClaimQueue.allCases.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        return row
    }

    /// The plain way, as each key once did it.
    private static func lines(_ rows: [WorklistRow], _ filter: String, _ order: Worklist.Order) -> [String] {
        let kept = rows.filter { row in
            let read = WorklistFilter(filter, on: today)
            if row.isPutAway, !read.wantsPutAway { return false }
            guard read.holds(row) else { return false }
            let text =
                [
                    row.status.rawValue, row.patient, row.serviceDay?.description ?? "", row.payer, row.account,
                    row.heldBy, row.comment, row.assignee,
                ] + row.rules + row.tags
            return text.joined(separator: " ").matches(filter: read.words.joined(separator: " "))
        }
        return kept.sorted { isBefore($0, $1, order) }.map { "\(key($0, order.column)) \($0.account)" }
    }

    private static let today = Day(number: 20_005)

    /// What the rows are sorted by, before their account numbers; blank where the column says nothing.
    private static func key(_ row: WorklistRow, _ column: WorklistColumn) -> String {
        switch column {
        case .age: String(40_000 - row.changedOn.number)
        case .status: row.status.rawValue
        case .account: byNumbers(row.account)
        case .patient: row.patient
        case .serviceDay: row.serviceDay.map { String($0.number) } ?? ""
        case .followUp: row.followUp.map { String($0.number) } ?? ""
        case .payer: row.payer
        case .charge: String(90_000 - row.charge)
        case .daysLeft: row.daysLeft.map { String($0 + 20_000) } ?? ""
        case .errors: "\(9 - row.errors) \(9 - row.warnings)"
        case .warnings: "\(9 - row.warnings) \(9 - row.errors)"
        case .problem: row.problems.first ?? ""
        case .biller: row.biller
        case .tags: row.tags.first ?? ""
        case .codes: row.procedures.first ?? ""
        case .denial: row.denialReasons.first ?? ""
        case .comment: row.comment
        case .authorization, .hold, .payerNumber: ""
        }
    }

    /// `C-9` before `C-10`.
    private static func byNumbers(_ account: String) -> String {
        let parts = account.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map { Int($0) == nil ? String($0) : String(repeating: "0", count: 5 - $0.count) + $0 }
            .joined(separator: "-")
    }

    private static func isBefore(_ one: WorklistRow, _ other: WorklistRow, _ order: Worklist.Order) -> Bool {
        let (left, right) = (key(one, order.column), key(other, order.column))
        if left == right {
            return one.account.isEmpty != other.account.isEmpty
                ? other.account.isEmpty : byNumbers(one.account) < byNumbers(other.account)
        }
        if left.isEmpty || right.isEmpty { return right.isEmpty }
        return (left < right) != order.isReversed
    }

    private func shown(_ list: Worklist) -> [String] {
        (0..<list.lineCount).compactMap { list.line($0)?.claim }.map {
            "\(Self.key($0, list.order.column)) \($0.account)"
        }
    }

    private static let terms = [
        "is:due ", "is:held", "is:arch", "is:del", "status:pa", "payer:\"medical mutual\"", "amount>100",
        "amount:50-100",
        "age>2", "days<30", "days:", "rule:nd", "tag:old", "biller:lee", "cpt:99", "denial:50", "denial:CO-50",
        "dos>10/12/2024", "follow<=t",
        "errors>0", "age>x", "is:", "status:", "patient:RI", "comment:mon", "due:no", "account:c-1", "warnings:1-2",
        "days<-9223372036854775808", "errors>9223372036854775807",
    ]

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
            case 2:
                list.order = Worklist.Order(
                    column: WorklistColumn.allCases.randomElement(using: &random) ?? .age,
                    isReversed: Bool.random(using: &random))
            case 3:
                let changed = Self.change(&rows, &random)
                list.take(changed: changed)
            case 4: _ = list.state.type(["ri", "va dan", " nd-0", "del "].randomElement(using: &random) ?? "")
            case 5: _ = list.state.type(" " + (Self.terms.randomElement(using: &random) ?? ""))
            default: _ = list.state.type(Array("del riv 1éND-0joscm").randomElement(using: &random).map { [$0] } ?? [])
            }
            list.refresh(on: Self.today)
            #expect(shown(list) == Self.lines(rows, list.state.filter, list.order), "\(list.state.filter)")
            #expect(list.shownCount == list.lineCount && list.rows.count == rows.count)
            Self.expectSums(list)
        }
    }

    /// Changes a few of the rows, or adds one; sometimes so many that they are taken all at once.
    private static func change(_ rows: inout [WorklistRow], _ random: inout Seeded) -> [WorklistRow] {
        let numbers = (0..<random.pick([1, 1, 1, 3, 9])).map { _ in
            Int.random(in: 0...rows.count, using: &random)
        }
        return Set(numbers).sorted().map { number in
            let changed = row(number, &random)
            if number < rows.count { rows[number] = changed } else { rows.append(changed) }
            return changed
        }
    }

    /// Sums and counts, counted anew.
    private static func expectSums(_ list: Worklist) {
        let shown = list.shownPlaces.map { list.rows[$0] }
        #expect(list.sums.charges == shown.reduce(0) { $0 + $1.charge })
        #expect(list.sums.due == shown.count { $0.isDueSoon })
        var counts: [RowFacets.Value: Int] = [:]
        for row in shown {
            var values = [RowFacets.Value(facet: .status, text: row.status.rawValue)]
            values.append(RowFacets.Value(facet: .payer, text: row.payer))
            values.append(RowFacets.Value(facet: .biller, text: row.biller))
            values += row.rules.map { RowFacets.Value(facet: .rule, text: $0) }
            values += row.problems.map { RowFacets.Value(facet: .problem, text: $0) }
            values += row.tags.map { RowFacets.Value(facet: .tag, text: $0) }
            values += row.denialReasons.map { RowFacets.Value(facet: .denial, text: $0) }
            values += row.procedures.map { RowFacets.Value(facet: .code, text: $0) }
            values += row.queues.map { RowFacets.Value(facet: .queue, text: $0.rawValue) }
            values += FilterTerm.State.allCases.filter { FilterTerm.state($0).holds(row) }
                .map { RowFacets.Value(facet: .state, text: $0.rawValue) }
            for value in Set(values) where !value.text.isEmpty { counts[value, default: 0] += 1 }
        }
        #expect(Dictionary(uniqueKeysWithValues: list.shownCounts.map { ($0.value, $0.claims) }) == counts)
    }

    /// What is kept while claims change is what a list made of them shows, grouped or not, with the same groups folded.
    @Test(arguments: UInt64(1)...30)
    func `claims that change are listed as if all were taken anew`(seed: UInt64) {
        var random = Seeded(seed)
        var rows = (0..<80).map { Self.row($0, &random) }
        var list = Worklist()
        list.take(ListedRows(rows))
        for _ in 0..<40 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: list.isGrouped.toggle()
            case 1: list.folded.formSymmetricDifference([random.pick(["", "ND-004", "DX-006"])])
            case 2: list.order.column = random.pick(WorklistColumn.allCases)
            case 3: list.state.filter = random.pick(["", "is:flagged", "status:pa ri", "del"])
            default: list.take(changed: Self.change(&rows, &random))
            }
            list.refresh(on: Self.today)
            var anew = Worklist()
            (anew.isGrouped, anew.folded) = (list.isGrouped, list.folded)
            (anew.order, anew.state) = (list.order, list.state)
            anew.take(ListedRows(rows))
            anew.refresh(on: Self.today)
            #expect((0..<list.lineCount).map { list.line($0) } == (0..<anew.lineCount).map { anew.line($0) })
            Self.expectSums(list)
            let id = random.pick(rows).id
            let first = (0..<list.lineCount).first { list.line($0)?.claim?.id == id }
            #expect(list.firstLine(of: id) == first && list.row(id) == rows.first { $0.id == id })
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `grouped, a claim is below each of its findings and is counted once`(seed: UInt64) {
        var random = Seeded(seed)
        let rows = (0..<50).map { Self.row($0, &random) }.filter { !$0.isPutAway }
        var list = Worklist()
        list.isGrouped = true
        list.folded = random.next() % 2 == 0 ? [] : ["ND-004"]
        list.take(ListedRows(rows))
        #expect(list.shownCount == rows.count)
        var titles: [WorklistLines.Title] = []
        var found: [String: Set<String>] = [:]
        for place in 0..<list.lineCount {
            switch list.line(place) {
            case .title(let title): titles.append(title)
            case .claim(let row): found[titles.last?.name ?? "?", default: []].insert(row.id)
            case nil: Issue.record("No line \(place)")
            }
            #expect(list.title(of: place)?.title == titles.last)
        }
        for rule in Set(rows.flatMap(\.toFix)) {
            let having = Set(rows.filter { $0.toFix.contains(rule) }.map(\.id))
            #expect(found[rule] ?? [] == (list.folded.contains(rule) ? [] : having))
            #expect(titles.first { $0.rule == rule }?.claims == having.count)
        }
        #expect(found[""] ?? [] == Set(rows.filter(\.toFix.isEmpty).map(\.id)))
        // Errors come before warnings; of these the most frequent first, and what needs nothing last.
        let ranks = titles.map { title in (title.severity.map { $0 == .error ? 0 : 1 } ?? 2, -title.claims) }
        #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0.0 < $1.0 || $0.0 == $1.0 && ($0.1 <= $1.1 || $0.0 == 2) })
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
