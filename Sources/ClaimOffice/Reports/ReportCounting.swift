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

    private static func bucket(_ age: Int) -> Int { ends.firstIndex { age <= $0 } ?? ends.count }

    private var counted: [ReportedClaim] { claims.filter { period.contains($0.day) } }

    private func byPayer(_ claims: [ReportedClaim]) -> [(payer: String, claims: [ReportedClaim])] {
        Dictionary(grouping: claims) { $0.payer }.map { ($0.key, $0.value) }.sorted { $0.payer < $1.payer }
    }

    var aging: ReportTable {
        let open = claims.filter { $0.open > 0 }
        func cents(_ claims: [ReportedClaim]) -> [Int] {
            claims.reduce(into: Array(repeating: 0, count: 5)) {
                $0[ReportCounting.bucket(max(0, period.to - $1.day))] += $1.open
            }
        }
        let rows = byPayer(open).map { ($0.payer, $0.claims.count, cents($0.claims)) }
            .sorted { $0.2.reduce(0, +) > $1.2.reduce(0, +) }
        let all = cents(open)
        return ReportTable(
            OfficeReport.aging.title, note: OfficeReport.aging.explanation,
            [.init("Payer", isRight: false), .init("Claims")] + ReportCounting.buckets.map { .init($0) } + [
                .init("Total")
            ],
            rows.map { [$0.0, "\($0.1)"] + $0.2.map(\.dollars) + [$0.2.reduce(0, +).dollars] },
            total: ["Total", "\(open.count)"] + all.map(\.dollars) + [all.reduce(0, +).dollars],
            bars: rows.map { $0.2.reduce(0, +) })
    }

    var denials: ReportTable {
        struct Key: Hashable { let payer, code, meaning, rule: String }
        var counts: [Key: (claims: Int, cents: Int)] = [:]
        let denied = counted.filter(\.isDenied)
        for claim in denied {
            for code in Set(claim.denial?.allCodes ?? []) {
                let key = Key(
                    payer: claim.payer, code: code.text, meaning: code.label(in: books) ?? "",
                    rule: claim.rule(preventing: code))
                let known = counts[key] ?? (0, 0)
                counts[key] = (known.claims + 1, known.cents + claim.charge)
            }
        }
        let sorted = counts.sorted {
            ($1.value.claims, $1.value.cents, $0.key.payer, $0.key.code)
                < ($0.value.claims, $0.value.cents, $1.key.payer, $1.key.code)
        }
        return ReportTable(
            OfficeReport.denials.title, note: OfficeReport.denials.explanation,
            [
                .init("Payer", isRight: false), .init("Code", isRight: false), .init("Meaning", isRight: false),
                .init("Finding", isRight: false), .init("Claims"), .init("Charges"),
            ],
            sorted.map {
                [$0.key.payer, $0.key.code, $0.key.meaning, $0.key.rule, "\($0.value.claims)", $0.value.cents.dollars]
            },
            total: ["All denied", "", "", "", "\(denied.count)", denied.reduce(0) { $0 + $1.charge }.dollars],
            bars: sorted.map(\.value.claims))
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
            OfficeReport.firstPass.title, note: OfficeReport.firstPass.explanation,
            [.init("Payer", isRight: false), .init("Decided"), .init("At once"), .init("Rate")],
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
            let recent = claims.filter { (0..<90).contains(today - $0.day) }.reduce(0) { $0 + $1.charge }
            let open = claims.reduce(0) { $0 + $1.open }
            return [
                "\(waits.count)", waits.isEmpty ? "" : "\(waits.reduce(0, +) / waits.count)",
                waits.isEmpty ? "" : "\(waits[waits.count / 2])", open.dollars,
                recent == 0 ? "" : "\(open * 90 / recent)",
            ]
        }
        let rows = byPayer(counted).map { [$0.payer] + figures($0.claims) }
        return ReportTable(
            OfficeReport.days.title, note: OfficeReport.days.explanation,
            [
                .init("Payer", isRight: false), .init("Decided"), .init("Mean days"), .init("Median"), .init("Open"),
                .init("Days in A/R"),
            ], rows, total: ["All"] + figures(counted), bars: rows.map { Int($0[5]) ?? 0 })
    }

    var unsubmitted: ReportTable {
        let waiting = claims.filter { $0.summary.status.isOnDesk || $0.summary.status == .rejected }
        let groups = Dictionary(grouping: waiting) { [$0.summary.status.rawValue, $0.firstProblem] }
            .sorted { ($1.value.count, $0.key[0], $0.key[1]) < ($0.value.count, $1.key[0], $1.key[1]) }
        func figures(_ claims: [ReportedClaim]) -> [String] {
            let counts = claims.reduce(into: Array(repeating: 0, count: 5)) {
                $0[ReportCounting.bucket(max(0, period.to - $1.day))] += 1
            }
            return ["\(claims.count)"] + counts.map { $0 == 0 ? "" : "\($0)" } + [
                claims.reduce(0) { $0 + $1.charge }.dollars
            ]
        }
        return ReportTable(
            OfficeReport.unsubmitted.title, note: OfficeReport.unsubmitted.explanation,
            [.init("Status", isRight: false), .init("First problem", isRight: false), .init("Claims")]
                + ReportCounting.buckets.map { .init($0) } + [.init("Charges")],
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
            OfficeReport.expected.title, note: OfficeReport.expected.explanation,
            [.init("Payer", isRight: false), .init("Lines"), .init("Expected"), .init("Allowed"), .init("Short")],
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

extension ReportedClaim {
    /// The remittance that denies it.
    fileprivate var denial: ClaimAnswer? {
        row.answers.last { $0.kind == .remittance && $0.status == .denied } ?? decision
    }

    /// Whether what came last denies it.
    fileprivate var isDenied: Bool {
        summary.status == .denied || adjudication?.answer?.status == .denied
    }

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
