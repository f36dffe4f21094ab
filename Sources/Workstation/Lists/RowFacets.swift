import ClaimModel
import ClaimRules

/// What claims have in common, as numbers: each status, payer, finding and so on that rows have is kept once, so that
/// conditions on it are asked once for each of these, and rows are counted without looking at a text.
struct RowFacets: Sendable {
    /// What a value is of.
    enum Facet: Hashable, Sendable {
        case state, status, payer, biller, tag, code, queue, denial
        /// A finding; and one of an error or an open warning.
        case rule, problem
    }

    struct Value: Hashable, Sendable {
        let facet: Facet
        let text: String
    }

    /// Every value that a row has, or had.
    private var values: [Value]
    private var numbers: [Value: Int32] = [:]
    /// The numbers of one row after those of another.
    private var all: [Int32] = []
    private var ranges: [Range<Int32>] = []

    init() {
        values = ClaimStatus.allCases.map { Value(facet: .status, text: $0.rawValue) }
        for (number, value) in values.enumerated() { numbers[value] = Int32(number) }
    }

    mutating func reserve(_ count: Int) {
        ranges.reserveCapacity(count)
        all.reserveCapacity(count * 16)
    }

    mutating func append(_ row: WorklistRow) { ranges.append(add(row)) }

    /// The old numbers stay where they are, unread, until all rows are taken again.
    mutating func replace(_ index: Int, with row: WorklistRow) { ranges[index] = add(row) }

    private mutating func add(_ row: WorklistRow) -> Range<Int32> {
        let start = all.count
        row.visitFacets { facet, text in
            guard !text.isEmpty else { return }
            let number = number(of: Value(facet: facet, text: text))
            if !all[start...].contains(number) { all.append(number) }
        }
        return Int32(start)..<Int32(all.count)
    }

    private mutating func number(of value: Value) -> Int32 {
        if let number = numbers[value] { return number }
        let number = Int32(values.count)
        values.append(value)
        numbers[value] = number
        return number
    }

    /// How many of the rows have each value; values that none has are left out.
    func counts(of rows: [Int32]) -> [(value: Value, claims: Int)] {
        var counts = Array(repeating: 0, count: values.count)
        for row in rows {
            for place in ranges[Int(row)] { counts[Int(all[Int(place)])] += 1 }
        }
        return zip(values, counts).filter { $0.1 > 0 }.map { (value: $0, claims: $1) }
    }

    /// Those of the rows that have a value of a facet that a condition holds for.
    func rows(_ rows: [Int32], having facet: Facet, where isMeant: (String) -> Bool) -> [Int32] {
        let meant = values.map { $0.facet == facet && isMeant($0.text) }
        guard meant.contains(true) else { return [] }
        return rows.filter { row in
            for place in ranges[Int(row)] where meant[Int(all[Int(place)])] { return true }
            return false
        }
    }

    /// The rows under each problem that they have, as far as there is one; and those without any.
    ///
    /// - Parameter isSettled: of rows whose problems do not count.
    func grouped(_ rows: [Int32], isSettled: (Int32) -> Bool) -> (
        problems: [(rule: String, rows: [Int32])], rest: [Int32]
    ) {
        let isProblem = values.map { $0.facet == .problem }
        var members = Array(repeating: [Int32](), count: values.count)
        var rest: [Int32] = []
        for row in rows {
            var hasProblem = false
            if !isSettled(row) {
                for place in ranges[Int(row)] where isProblem[Int(all[Int(place)])] {
                    members[Int(all[Int(place)])].append(row)
                    hasProblem = true
                }
            }
            if !hasProblem { rest.append(row) }
        }
        let problems = zip(values, members).filter { !$0.1.isEmpty }
        return (problems.map { (rule: $0.text, rows: $1) }, rest)
    }
}

extension WorklistRow {
    /// What a row has of each facet.
    fileprivate func visitFacets(_ visit: (RowFacets.Facet, String) -> Void) {
        visit(.status, status.rawValue)
        visit(.payer, payer)
        visit(.biller, biller)
        for rule in rules { visit(.rule, rule) }
        for rule in problems { visit(.problem, rule) }
        for tag in tags { visit(.tag, tag) }
        for code in denialReasons { visit(.denial, code) }
        for code in procedures { visit(.code, code) }
        for queue in queues { visit(.queue, queue.rawValue) }
        for state in FilterTerm.State.allCases where state.holds(self) { visit(.state, state.rawValue) }
    }
}
