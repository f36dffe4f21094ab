public import ClaimModel

/// An EOB as it is read off paper.
public struct PaperEOB: Hashable, Sendable {
    /// Of one line, in the order of the claim's lines.
    public struct Line: Hashable, Sendable {
        /// In cents.
        public let paid: Int
        /// What was taken off the charge, and why.
        public let adjustments: [Adjustment]

        /// - Parameter paid: in cents.
        public init(paid: Int, adjustments: [Adjustment]) { (self.paid, self.adjustments) = (paid, adjustments) }
    }

    /// The number of the check or transfer.
    public var payment: String
    /// Usually that of the check.
    public var date: Day
    /// Of the whole check, in cents; `nil` where it is not keyed.
    public var amount: Int?
    /// The payer's own number for the claim; blank where the EOB has none.
    public var payerNumber: String
    /// The remark codes of the claim as a whole.
    public var remarks: [AnswerCode]
    /// One for each line of the claim.
    public var lines: [Line]

    /// - Parameter amount: of the whole check, in cents.
    public init(
        payment: String, date: Day, amount: Int? = nil, payerNumber: String = "", remarks: [AnswerCode] = [],
        lines: [Line]
    ) {
        (self.payment, self.date, self.amount, self.payerNumber) = (payment, date, amount, payerNumber)
        (self.remarks, self.lines) = (remarks, lines)
    }
}

extension PaperEOB {
    /// As an 835 would say it.
    public func answer(to draft: ClaimDraft, by paper: PaperPosting) -> ClaimAnswer {
        var answer = ClaimAnswer(.remittance, account: draft.identity.account.text)
        answer.date = date
        answer.payment = payment
        answer.payerControlNumber = payerNumber
        answer.processed = draft.orderOfPayer.processed
        answer.charge = draft.totalCharge
        answer.paid = lines.reduce(0) { $0 + $1.paid }
        answer.codes = remarks
        answer.paper = paper
        answer.reference.filing = draft.payer.filingIndicator.value?.code ?? ""
        answer.reference.frequency = draft.identity.frequency.value?.code ?? ""
        for (row, line) in zip(draft.lines.indices, lines) {
            let billed = draft.lines[row]
            var answered = AnsweredLine(
                procedure: billed.procedure.value?.text ?? billed.procedure.text,
                charge: billed.charge.value?.cents, paid: line.paid)
            answered.adjustments = line.adjustments
            answered.codes = line.adjustments.map { .denial(.carc($0.reason)) }
            answer.lines.append(answered)
        }
        answer.patientResponsibility = lines.flatMap(\.adjustments).patientsShare
        return answer
    }

    /// What is wrong with the date of an EOB, in words; `nil` where nothing is.
    public static func fault(ofDate date: Day, on draft: ClaimDraft, today: Day) -> String? {
        if date > today { return "The EOB date \(date) is in the future." }
        guard let first = draft.firstServiceDay, date < first else { return nil }
        return "The EOB date \(date) is before the service on \(first)."
    }

    /// Which line does not balance, and by how much, in words; `nil` where all do.
    public func imbalance(on draft: ClaimDraft) -> String? {
        for (row, line) in zip(draft.lines.indices, lines) {
            if let fault = line.imbalance(at: row, on: draft) { return fault }
        }
        return lines.count == draft.lines.count ? nil : "The claim has \(draft.lines.count) lines."
    }
}

extension PaperEOB.Line {
    /// What of a charge is neither paid nor adjusted, in cents.
    public func left(of charge: Int) -> Int { charge - paid - adjustments.reduce(0) { $0 + $1.cents } }

    /// By how much it does not balance with its line of the claim, in words; `nil` where it does.
    public func imbalance(at row: Int, on draft: ClaimDraft) -> String? {
        let left = left(of: draft.lines[row].charge.value?.cents ?? 0)
        guard left != 0 else { return nil }
        return "Line \(row + 1) is off by \(Money(cents: left).currency): charge less paid and adjustments."
    }
}

extension PayerOrder {
    /// CLP02 of a claim that such a payer has processed.
    fileprivate var processed: String {
        switch self {
        case .primary: "1"
        case .secondary: "2"
        default: "3"
        }
    }
}
