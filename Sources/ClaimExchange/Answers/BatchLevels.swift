import ClaimModel
import ClaimRules

/// The levels of a 277CA above the patients, given out once it is known whether patients follow.
struct BatchLevels {
    /// The most statuses of one level.
    private static let mostStatuses = 100

    private let isAcknowledgment: Bool
    private var start = BatchStatus()
    private var receiver: BatchStatus?
    private var provider: BatchStatus?
    private var level = ""

    /// The batch that the claims below belong to.
    var batch: String { receiver?.batch ?? "" }

    init(_ transaction: X12Transaction) {
        // The answer to a question (005010X212) names the question, not the batch.
        isAcknowledgment = !transaction.guide.hasPrefix("005010X212")
        start.senders = X12Segment.parties(transaction.interchange?[6], transaction.group?[2])
        start.receivers = X12Segment.parties(transaction.interchange?[8], transaction.group?[3])
    }

    mutating func open(_ level: String, _ items: inout [AnswerReader.Item]) {
        self.level = level
        switch level {
        case "20":
            finish(&items)
            start.source = ""
        case "21":
            finish(&items)
            receiver = start
        case "19":
            give(&provider, &items)
            var opened = start
            (opened.batch, opened.provider) = (batch, "")
            provider = opened
        default:
            receiver?.hasClaims = true
            provider?.hasClaims = true
        }
    }

    mutating func name(_ segment: X12Segment) {
        switch level {
        case "20": start.source = segment[3].text
        case "19":
            provider?.provider = segment[9].text
            provider?.providerName = segment[3].text
        default: break
        }
    }

    mutating func trace(_ segment: X12Segment) {
        // The provider's own trace is a number of the receiver's.
        if level == "21" { receiver?.batch = segment[2].text }
    }

    mutating func count(_ segment: X12Segment) {
        if level == "21", segment[1] == "AA" { receiver?.count = segment[2].number }
        if level == "19", segment[1] == "QC" { provider?.count = segment[2].number }
    }

    mutating func take(_ reports: [X12Element], of segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        let charge = segment.amount(4, &items)
        change {
            guard $0.statuses.count < BatchLevels.mostStatuses else { return }
            let refusals = reports.filter(\.isRefusal)
            $0.statuses += reports.map(\.statusText)
            $0.codes += refusals.map { .status($0[component: 2].text, about: $0[component: 3].text) }
            $0.isRejected = $0.isRejected || !refusals.isEmpty
            $0.date = segment[2].day ?? $0.date
            if !segment[12].isEmpty { $0.messages.append(segment[12].text) }
            $0.charge = $0.charge ?? charge
        }
    }

    private mutating func change(_ change: (inout BatchStatus) -> Void) {
        if level == "19", var status = provider {
            change(&status)
            provider = status
        } else {
            var status = receiver ?? start
            change(&status)
            receiver = status
        }
    }

    mutating func finish(_ items: inout [AnswerReader.Item]) {
        give(&provider, &items)
        give(&receiver, &items)
    }

    private func give(_ status: inout BatchStatus?, _ items: inout [AnswerReader.Item]) {
        guard let whole = status else { return }
        status = nil
        guard !whole.statuses.isEmpty else { return }
        items.append(
            .value(
                .file(
                    FileAnswer(
                        isAccepted: !whole.isRejected, controlNumber: whole.batch, message: whole.text,
                        batch: isAcknowledgment ? whole : nil))))
    }
}

extension X12Element {
    /// Whether a category refuses the batch: a rejection, or an error of the request (E).
    fileprivate var isRefusal: Bool {
        let category = self[component: 1].text
        return category.hasPrefix("E") || ClaimStatus(category: category) == .rejected
    }
}
