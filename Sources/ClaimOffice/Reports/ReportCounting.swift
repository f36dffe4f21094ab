import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import CodeSets

/// Counts claims for one report after the other; pure, over what was read once.
struct ReportCounting {
    let claims: [ReportedClaim]
    let period: ReportPeriod
    let today: Day
    let fees: FeeTable
    let books: CodeBooks

    private static let ends = [30, 60, 90, 120]
    private static let buckets = ["0-30", "31-60", "61-90", "91-120", "over 120"]

    /// A sum for each bucket of age.
    private func byAge(_ figures: some Sequence<(day: Day, figure: Int)>) -> [Int] {
        figures.reduce(into: Array(repeating: 0, count: ReportCounting.buckets.count)) { sums, next in
            let age = max(0, period.to - next.day)
            sums[ReportCounting.ends.firstIndex { age <= $0 } ?? ReportCounting.ends.count] += next.figure
        }
    }

    private var counted: [ReportedClaim] { claims.filter { period.contains($0.day) } }

    private func byPayer(_ claims: [ReportedClaim]) -> [(payer: String, claims: [ReportedClaim])] {
        Dictionary(grouping: claims) { $0.payer }.map { ($0.key, $0.value) }.sorted { $0.payer < $1.payer }
    }

    var aging: ReportTable {
        let shares = claims.flatMap(\.openShares)
        func row(_ name: String, _ shares: [OpenShare]) -> (total: Int, texts: [String]) {
            let ages = byAge(shares.map { ($0.day, $0.cents) })
            let total = ages.reduce(0, +)
            let claims = Set(shares.map(\.claim)).count
            return (total, [name, "\(claims)"] + ages.map(\.dollars) + [total.dollars])
        }
        let patients = shares.filter { $0.debtor == nil }
        var rows = Dictionary(grouping: shares.filter { $0.debtor != nil }) { $0.debtor ?? "" }
            .sorted { $0.key < $1.key }.map { row($0.key, $0.value) }.sorted { $0.total > $1.total }
        if !patients.isEmpty { rows.append(row("(patients)", patients)) }
        return ReportTable(
            .aging,
            [.words("Payer"), .figures("Claims")] + ReportCounting.buckets.map { .figures($0) } + [
                .figures("Total")
            ],
            rows.map(\.texts), total: row("Total", shares).texts, bars: rows.map(\.total))
    }

    var denials: ReportTable {
        struct Key: Hashable { let payer, code, word, meaning, rule: String }
        var counts: [Key: (claims: Int, cents: Int)] = [:]
        let denied = counted.compactMap { claim in claim.denial.map { (claim: claim, denial: $0) } }
        for (claim, denial) in denied {
            let payer = denial.plan ?? claim.payer
            let codes = denial.codes.map { code, cents in
                let key = Key(
                    payer: payer, code: code.text, word: code.word ?? "", meaning: code.label(in: books) ?? "",
                    rule: claim.rule(preventing: code))
                return (key, cents)
            }
            let unnamed = Key(payer: payer, code: "", word: "", meaning: "No code is recorded.", rule: "")
            for (key, cents) in codes.isEmpty ? [(unnamed, denial.charge)] : codes {
                counts[key, default: (0, 0)].claims += 1
                counts[key, default: (0, 0)].cents += cents
            }
        }
        let sorted = counts.sorted {
            ($1.value.claims, $1.value.cents, $0.key.payer, $0.key.code)
                < ($0.value.claims, $0.value.cents, $1.key.payer, $1.key.code)
        }
        let payers = Set(counted.map(\.payer))
        return ReportTable(
            .denials,
            [
                .words("Payer"), .words("Code"), .words("Meaning"),
                .words("Finding"), .figures("Claims"), .figures("Charges"),
            ],
            sorted.map {
                [$0.key.payer, $0.key.code, $0.key.meaning, $0.key.rule, "\($0.value.claims)", $0.value.cents.dollars]
            },
            total: [
                "All denied", "", "", "", "\(denied.count)", denied.reduce(0) { $0 + $1.denial.charge }.dollars,
            ],
            bars: sorted.map(\.value.claims),
            more: sorted.first { !$0.key.word.isEmpty && payers.contains($0.key.payer) }.map { first in
                "To list the claims of a line, filter the worklist, such as denial:\(first.key.word) "
                    + "payer:\"\(first.key.payer)\"."
            } ?? "")
    }

    var firstPass: ReportTable {
        let decided = counted.filter { $0.passedAtOnce != nil }
        func figures(_ claims: [ReportedClaim]) -> (passed: Int, percent: Int) {
            let passed = claims.count { $0.passedAtOnce == true }
            return (passed, claims.isEmpty ? 0 : (100 * passed + claims.count / 2) / claims.count)
        }
        let rows = byPayer(decided).map { ($0.payer, $0.claims, figures($0.claims)) }
        let all = figures(decided)
        return ReportTable(
            .firstPass,
            [.words("Payer"), .figures("Decided"), .figures("At once"), .figures("Rate")],
            rows.map { [$0.0, "\($0.1.count)", "\($0.2.passed)", "\($0.2.percent)%"] },
            total: ["All", "\(decided.count)", "\(all.passed)", "\(all.percent)%"], bars: rows.map(\.2.percent))
    }

    var days: ReportTable {
        func figures(_ claims: [ReportedClaim]) -> [String] {
            let waits = claims.compactMap { claim -> Int? in
                guard let first = claim.row.submissions.first?.day, let decided = claim.decision?.date else {
                    return nil
                }
                return max(0, decided - first)
            }.sorted()
            // What was never submitted is no charge yet.
            let billed = claims.filter { $0.open.payer > 0 || !$0.summary.status.isOnDesk }
            let recent = billed.filter { (0..<90).contains(today - $0.day) }.charges
            let open = claims.reduce(0) { $0 + $1.open.payer + $1.open.nextPayer }
            return [
                "\(waits.count)", waits.isEmpty ? "" : "\(waits.reduce(0, +) / waits.count)",
                waits.isEmpty ? "" : "\(waits[waits.count / 2])", open.dollars,
                recent == 0 ? "" : "\((open * 90 + recent / 2) / recent)",
            ]
        }
        let rows = byPayer(counted).map { [$0.payer] + figures($0.claims) }
        return ReportTable(
            .days,
            [
                .words("Payer"), .figures("Decided"), .figures("Mean days"), .figures("Median"), .figures("Open"),
                .figures("Days in A/R"),
            ], rows, total: ["All"] + figures(counted), bars: rows.map { Int($0[5]) ?? 0 })
    }

    var unsubmitted: ReportTable {
        let waiting = claims.filter { $0.summary.status.isOnDesk || $0.summary.status == .rejected }
        let groups = Dictionary(grouping: waiting) { [$0.summary.status.rawValue, $0.firstProblem] }
            .sorted { ($1.value.count, $0.key[0], $0.key[1]) < ($0.value.count, $1.key[0], $1.key[1]) }
        func figures(_ claims: [ReportedClaim]) -> [String] {
            let counts = byAge(claims.map { ($0.day, 1) }).map { $0 == 0 ? "" : "\($0)" }
            return ["\(claims.count)"] + counts + [claims.charges.dollars]
        }
        return ReportTable(
            .unsubmitted,
            [.words("Status"), .words("First problem"), .figures("Claims")]
                + ReportCounting.buckets.map { .figures($0) } + [.figures("Charges")],
            groups.map { $0.key + figures($0.value) }, total: ["Total", ""] + figures(waiting),
            bars: groups.map(\.value.count))
    }

    var expected: ReportTable {
        var sums: [String: Expectation.Sum] = [:]
        for claim in counted {
            guard let draft = claim.row.draft, let answer = claim.adjudication?.answer,
                let expectation = Expectation(of: answer, to: draft, by: fees)
            else { continue }
            sums[claim.payer, default: .init()].add(expectation)
        }
        let rows = sums.sorted {
            $0.value.short > $1.value.short || $0.value.short == $1.value.short && $0.key < $1.key
        }
        let all = sums.values.reduce(into: Expectation.Sum()) { $0.add($1) }
        return ReportTable(
            .expected,
            [.words("Payer"), .figures("Lines"), .figures("Expected"), .figures("Allowed"), .figures("Short")],
            rows.map { [$0.key] + $0.value.figures }, total: ["Total"] + all.figures, bars: rows.map(\.value.short))
    }
}

extension Expectation {
    fileprivate struct Sum {
        private var (lines, expected, allowed) = (0, 0, 0)
        /// What was allowed less than expected, claim by claim.
        private(set) var short = 0

        mutating func add(_ other: Expectation) {
            lines += other.lines
            expected += other.expected
            allowed += other.allowed
            short += max(0, other.expected - other.allowed)
        }

        mutating func add(_ other: Sum) {
            lines += other.lines
            expected += other.expected
            allowed += other.allowed
            short += other.short
        }

        var figures: [String] { ["\(lines)", expected.dollars, allowed.dollars, short.dollars] }
    }
}

extension [ReportedClaim] {
    /// In cents.
    fileprivate var charges: Int { reduce(0) { $0 + $1.charge } }
}

extension ReportedClaim {
    fileprivate var firstProblem: String {
        summary.tally.open.first.map { Rule.named($0)?.heading ?? $0 } ?? ""
    }

    /// The finding that the claim has, and that leads to such a denial; blank where none does.
    fileprivate func rule(preventing code: AnswerCode) -> String {
        guard case .denial(let denial) = code else { return "" }
        let found = summary.tally.rules.first { Rule.named($0)?.prevents.contains(denial) == true }
        return found.flatMap { Rule.named($0)?.heading } ?? ""
    }
}
