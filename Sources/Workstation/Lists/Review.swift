import ClaimModel
import ClaimRules
import CodeSets

/// The last screen: the step to Ready, what the payer answered, every finding by screen, the denial forecast, the totals, and
/// what can be read and printed.
struct Review: Sendable {
    let rows: [Row]

    enum Row: Sendable {
        case title(String)
        case answer(AnswerReading)
        /// What a 999 names of the claim.
        case segment(AnsweredSegment)
        case code(AnswerReading.Code)
        case candidate(AnswerCandidate)
        case finding(Finding, isOverridden: Bool)
        case refusal(FileRefusal)
        /// How many notes a clean claim does not show.
        case moreNotes(Int)
        case forecast(DenialForecast.Entry)
        case paidBefore(PaidBefore)
        case text(String)
        case readSummary
        /// The query sheet, with its number of questions.
        case readQuery(Int)
        case readChanges
        /// What came with the claim's file and no field holds, with its number of segments.
        case readArrived(Int)
        /// The choice of how a claim that was submitted is submitted again.
        case resubmit
        /// With what keeps the claim from Ready, in words; `nil` where nothing does.
        case markReady(missing: String?)

        var isChoice: Bool {
            switch self {
            case .answer, .segment, .code, .candidate, .finding, .refusal, .moreNotes, .forecast, .paidBefore,
                .readSummary,
                .readQuery, .readChanges, .readArrived, .resubmit, .markReady:
                true
            case .title, .text: false
            }
        }
    }

    /// - Parameters:
    ///   - showsAllNotes: whether the person asked for the notes that a clean claim does not show.
    ///   - readings: the answers that are shown in full, compared with the claim.
    ///   - answers: every answer, the earliest first.
    init(
        of draft: ClaimDraft, status: ClaimStatus, findings: [Finding], refusals: [FileRefusal] = [],
        showsAllNotes: Bool = false,
        readings: [AnswerReading] = [], answers: [ClaimAnswer] = [], books: CodeBooks
    ) {
        let missing = Verdict(of: findings, on: draft).missing(besides: refusals)
        var rows: [Row] = status == .ready ? [] : [.markReady(missing: missing)]
        rows += Review.rows(of: readings, among: answers, books)
        if !refusals.isEmpty { rows += [.title("The 837P would be rejected")] + refusals.map { .refusal($0) } }
        rows += Review.rows(of: ShownFindings(of: findings, on: draft, showsAllNotes: showsAllNotes), on: draft)
        let forecast = DenialForecast(of: findings, on: draft).entries
        let title = forecast.isEmpty ? "Denial forecast: no denial expected" : "Denial forecast"
        rows.append(.title(title))
        rows += forecast.map { .forecast($0) }
        for decision in draft.earlierDecisions {
            rows.append(.title(PaidBefore.title(of: decision, on: draft)))
            rows += PaidBefore.all(by: decision, on: draft).map { .paidBefore($0) }
        }
        rows.append(.title("Totals"))
        rows.append(.text(Review.totals(of: draft)))
        rows.append(.title("Before you submit"))
        rows.append(.readSummary)
        let questions = ProviderQuestion.all(of: draft, findings: findings).count
        if questions > 0 { rows.append(.readQuery(questions)) }
        let arrived = draft.carriedCount
        if arrived > 0 { rows.append(.readArrived(arrived)) }
        if status.reachedPayer || status == .rejected || !answers.isEmpty {
            rows += [.readChanges, .resubmit]
        }
        self.rows = rows
    }

    private static func rows(of shown: ShownFindings, on draft: ClaimDraft) -> [Row] {
        var rows: [Row] = []
        for screen in Screen.claimScreens {
            let found = shown.findings.filter { Screen(of: $0.place.field) == screen }
            guard !found.isEmpty else { continue }
            rows.append(.title("\(screen.rawValue) \(screen.title)"))
            rows += found.sorted { $0.severity > $1.severity }.map {
                .finding($0, isOverridden: $0.override(in: draft) != nil)
            }
        }
        if !shown.moreNotes.isEmpty { rows.append(.moreNotes(shown.moreNotes.count)) }
        return rows.isEmpty ? [.text("No findings. This claim is clean.")] : rows
    }

    private static func totals(of draft: ClaimDraft) -> String {
        let charged = draft.totalCharge
        let paid = draft.identity.amountPaid.value?.cents ?? 0
        let balance = charged - paid
        return "Charged \(Money(cents: charged).currency)   paid \(Money(cents: paid).currency)   "
            + "balance \(balance < 0 ? "-" : "")\(Money(cents: abs(balance)).currency)   \(counted(draft.lines.count, "line"))"
    }

    /// The choices, in order.
    var choices: [Int] { rows.indices.filter { rows[$0].isChoice } }

    /// The line of a choice, the last one where there are fewer.
    func selected(_ choice: Int) -> Int? {
        let choices = choices
        return choices.isEmpty ? nil : choices[min(max(0, choice), choices.count - 1)]
    }

    /// The choice that a claim which came back opens on.
    var firstAnswer: Int? {
        choices.firstIndex { if case .answer = rows[$0] { true } else { false } }
    }
}
