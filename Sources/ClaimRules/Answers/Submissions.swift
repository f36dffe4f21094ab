import ClaimModel

/// The submissions of a claim, and which of them an answer is about.
struct Submissions: Sendable {
    private let sent: [SentVersion]
    /// The latest submission that an answer with this payer's claim number was about.
    private var numbers: [String: Int] = [:]

    init(_ sent: [SentVersion], _ answers: [ClaimAnswer]) {
        self.sent = sent
        guard sent.count > 1 else { return }
        for answer in answers where !answer.payerControlNumber.isEmpty && answer.processed != "22" {
            guard let index = index(of: answer) else { continue }
            numbers[answer.payerControlNumber] = max(index, numbers[answer.payerControlNumber] ?? 0)
        }
    }

    var count: Int { sent.count }
    var last: SentVersion? { sent.last }

    /// By the batch that it names; else by its day, the frequency, the payer's claim number and the charge, the latest that
    /// fits. `nil` where there is none.
    func index(of answer: ClaimAnswer) -> Int? {
        if let interchange = answer.reference.interchange,
            let named = sent.lastIndex(where: { $0.interchange == interchange })
        {
            return named
        }
        var fitting = earlier(than: answer)
        func narrow(_ fits: (Int) -> Bool) {
            let found = fitting.filter(fits)
            if !found.isEmpty { fitting = found }
        }
        if let frequency = FrequencyCode(rawValue: answer.reference.frequency) {
            narrow { sent[$0].frequency == frequency }
        }
        if let known = numbers[answer.payerControlNumber] { narrow { $0 == known } }
        if answer.processed != "22" { narrow { sent[$0].draft.totalCharge == answer.charge } }
        return fitting.last
    }

    /// Those that were made by the day of the answer; all of them where none was, since then one of the clocks is wrong.
    private func earlier(than answer: ClaimAnswer) -> [Int] {
        let before = sent.indices.filter { sent[$0].day <= answer.reference.received ?? answer.date ?? sent[$0].day }
        return before.isEmpty ? Array(sent.indices) : before
    }

    /// The submission whose payment a takeback reverses; `nil` where that payment is not on file.
    func origin(of reversal: ClaimAnswer, among answers: [ClaimAnswer]) -> Int? {
        let paid = answers.filter { answer in
            answer.kind == .remittance && answer.processed != "22"
                && abs(answer.charge ?? 0) == abs(reversal.charge ?? 0)
                && (answer.date?.number ?? 0) <= (reversal.date?.number ?? .max)
        }
        let own = paid.last {
            !$0.payerControlNumber.isEmpty && $0.payerControlNumber == reversal.payerControlNumber
        }
        return (own ?? paid.last).flatMap { index(of: $0) }
    }
}

extension SentVersion {
    var frequency: FrequencyCode { draft.identity.frequency.value ?? .original }
}
