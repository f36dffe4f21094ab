import ClaimModel
import ClaimRules

/// The last screen: what the payer answered, every finding by screen, the overrides, the denial forecast, the totals, and the step to Ready.
struct Review {
    let rows: [Row]

    enum Row {
        case title(String)
        case answer(AnswerReading)
        /// What a 999 names of the claim.
        case segment(AnsweredSegment)
        case code(AnswerReading.Code)
        case candidate(AnswerCandidate)
        case finding(Finding, isOverridden: Bool)
        case forecast(DenialForecast.Entry)
        case words(String)
        case readSummary
        /// The sheet with so many questions to the provider.
        case readQuery(Int)
        case readChanges
        /// The choice of how a claim that was sent goes out again.
        case sendAgain
        case markReady

        var isChoice: Bool {
            switch self {
            case .answer, .segment, .code, .candidate, .finding, .forecast, .readSummary, .readQuery, .readChanges,
                .sendAgain,
                .markReady:
                true
            case .title, .words: false
            }
        }
    }

    /// - Parameters:
    ///   - readings: the answers that are shown whole, read beside the claim.
    ///   - answers: every answer, the earliest first.
    init(
        of draft: ClaimDraft, status: ClaimStatus, findings: [Finding], readings: [AnswerReading] = [],
        answers: [ClaimAnswer] = []
    ) {
        var rows = Review.rows(of: readings, among: answers)
        let answerRows = rows.count
        for screen in Screen.claimScreens {
            let found = findings.filter { Screen(of: $0.place.field) == screen }
            guard !found.isEmpty else { continue }
            rows.append(.title("\(screen.rawValue) \(screen.title)"))
            rows += found.sorted { $0.severity > $1.severity }.map {
                .finding($0, isOverridden: $0.override(in: draft) != nil)
            }
        }
        if rows.count == answerRows { rows.append(.words("Nothing found. This claim is clean.")) }
        let forecast = DenialForecast(of: findings, on: draft).entries
        let words = forecast.isEmpty ? "Denial forecast: none foreseen by the rules" : "Denial forecast, as it stands"
        rows.append(.title(words))
        rows += forecast.map { .forecast($0) }
        rows.append(.title("Totals"))
        rows.append(.words(Review.totals(of: draft)))
        rows.append(.title("Before it leaves"))
        rows.append(.readSummary)
        let questions = ProviderQuestion.all(of: draft, findings: findings).count
        if questions > 0 { rows.append(.readQuery(questions)) }
        if status.reachedPayer || status == .rejected || !answers.isEmpty {
            rows += [.readChanges, .sendAgain]
        }
        if status != .ready { rows.append(.markReady) }
        self.rows = rows
    }

    private static func totals(of draft: ClaimDraft) -> String {
        let charged = draft.totalCharge
        let paid = draft.identity.amountPaid.value?.cents ?? 0
        let balance = charged - paid
        return "Charged \(Money(cents: charged).currency)   paid \(Money(cents: paid).currency)   "
            + "balance \(balance < 0 ? "-" : "")\(Money(cents: abs(balance)).currency)   \(draft.lines.count) lines"
    }

    /// The choices, in order.
    var choices: [Int] { rows.indices.filter { rows[$0].isChoice } }
}
