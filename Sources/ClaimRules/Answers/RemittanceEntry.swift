import ClaimModel

/// A remittance with its place in time.
struct RemittanceEntry {
    let answer: ClaimAnswer
    /// Which payer in turn it is of; `nil` where it does not say.
    let payer: PayerOrder?
    /// When the payer said it: days, then the order of arrival.
    let day: Int
    let arrival: Int

    var isReversal: Bool { answer.processed == "22" }

    static func all(of answers: [ClaimAnswer]) -> [RemittanceEntry] {
        var (entries, day) = ([RemittanceEntry](), Int.min)
        let payers = answers.payersInTurn
        for (arrival, answer) in answers.enumerated() where answer.kind == .remittance && answer.processed != "25" {
            let own = answer.date?.number ?? day
            day = max(day, own)
            entries.append(RemittanceEntry(answer: answer, payer: payers[arrival], day: own, arrival: arrival))
        }
        return entries.sorted { ($0.day, $0.arrival) < ($1.day, $1.arrival) }
    }

    /// What is left of the payments, and the takebacks.
    static func afterTakebacks(_ entries: [RemittanceEntry], of draft: ClaimDraft) -> (
        live: [RemittanceEntry], reversals: [RemittanceEntry]
    ) {
        var live = entries.filter { !$0.isReversal }
        let reversals = entries.filter(\.isReversal)
        for reversal in reversals {
            let found = live.indices.filter { reversal.takesBack(live[$0]) }
            let number = reversal.answer.payerControlNumber
            let best = found.last { live[$0].answer.payerControlNumber == number } ?? found.last
            guard let best else { continue }
            let payment = live.remove(at: best)
            // What the payment had replaced does not come back with it.
            live.removeAll { $0.isReplaced(by: payment, on: draft) }
        }
        return (live, reversals)
    }

    /// Whether an earlier decision of the same payer cannot be another part of the claim.
    func isReplaced(by later: RemittanceEntry, on draft: ClaimDraft) -> Bool {
        (day, arrival) < (later.day, later.arrival) && (payer ?? later.payer) == (later.payer ?? payer)
            && (answer.charge ?? 0) + (later.answer.charge ?? 0) > draft.totalCharge
    }

    /// A takeback comes after its payment; on one day, after it in the order of arrival and with the very amounts.
    func takesBack(_ entry: RemittanceEntry) -> Bool {
        func size(_ amount: Int?) -> Int { abs(amount ?? 0) }
        let isExact =
            size(entry.answer.charge) == size(answer.charge) && size(entry.answer.paid) == size(answer.paid)
        if entry.day == day { return entry.arrival < arrival && isExact }
        let isSame = entry.answer.payerControlNumber == answer.payerControlNumber && !answer.payerControlNumber.isEmpty
        return entry.day < day && (isExact || isSame)
    }
}
