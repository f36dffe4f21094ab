public import ClaimModel

/// What a patient has paid of what payers left to them.
public struct PatientPayment: Hashable, Sendable {
    /// How it was paid.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        case cash, check, card
    }

    /// In cents.
    public let amount: Int
    /// The day on which it was paid.
    public let date: Day
    /// How it was paid.
    public let method: Method
    /// The number of the check; blank where it has none.
    public let number: String

    /// - Parameter amount: in cents.
    public init(_ amount: Int, on date: Day, by method: Method, number: String = "") {
        (self.amount, self.date, self.method) = (amount, date, method)
        self.number = number.filter { !$0.isNewline && $0 != "\t" }
    }

    /// `$30.00 by check 1234 on 11/20/2026`.
    public var text: String { "\(Money(cents: amount).currency) by \(means) on \(date)" }

    /// `check 1234`, `cash`.
    public var means: String { number.isEmpty ? method.rawValue : "\(method.rawValue) \(number)" }
}

extension PatientPayment {
    /// Reads how it was paid, as a person types it: `cash`, `card`, `check 1234`, or the beginning of one.
    ///
    /// - Returns: `nil` for anything else.
    public static func means(in text: String) -> (method: Method, number: String)? {
        let words = text.split(separator: " ")
        guard let first = words.first?.lowercased() else { return nil }
        let found = Method.allCases.filter { $0.rawValue.hasPrefix(first) }
        guard found.count == 1 else { return nil }
        return (found[0], words.dropFirst().joined(separator: " "))
    }
}

extension [PatientPayment] {
    /// In cents.
    public var total: Int { reduce(0) { $0 + $1.amount } }
}

extension ClaimSettlement {
    /// What of the patient's part is still open, in cents; 0 while another plan may pay it.
    public func patientOpen(after payments: [PatientPayment]) -> Int {
        nextPayer == .none ? Swift.max(0, patientOwes - payments.total) : 0
    }
}

/// What a patient pays after a statement.
extension ClaimCase {
    /// What of the patient's part is still open, in cents.
    public var patientOpen: Int {
        // Of a claim that is canceled or given up nothing is owed.
        let isGivenUp = status == .writtenOff && settlement?.isPatientsShareKept != true
        return isGivenUp || [.voidAccepted, .voided].contains(status)
            ? 0 : settlement?.patientOpen(after: patientPayments) ?? 0
    }

    var payment: NextStep? {
        guard patientOpen > 0 else { return nil }
        return NextStep(
            .patientPaid(open: patientOpen), "Record a patient payment: \(Money(cents: patientOpen).currency) open",
            because: "Amount, date, and how: cash, check or card. In whole or in part. It can be undone.")
    }

    var paymentUndone: NextStep? {
        guard let last = patientPayments.last else { return nil }
        return NextStep(
            .undoPatientPayment, "Undo the patient payment of \(Money(cents: last.amount).currency)",
            because: "\(last.text): recorded by mistake. Its amount is open again, and recorded as undone.")
    }

    /// Why a step cannot be taken as it is given; `nil` where it can.
    public func refusal(of step: OfficeStep) -> String? {
        if case .writeOff = step, settlement?.nextPayer == .billed {
            return "The claim to the next payer asks for the rest: write it off there. Nothing was changed."
        }
        guard case .patientPaid(let payment) = step, patientOpen > 0 else { return nil }
        if payment.amount <= 0 { return "Enter the amount that the patient paid. Nothing was recorded." }
        if payment.date > context.today { return "\(payment.date) is in the future. Nothing was recorded." }
        let isRecorded =
            payment.method == .check && !payment.number.isEmpty
            && patientPayments.contains { $0.method == .check && $0.number == payment.number }
        if isRecorded { return "Check \(payment.number) is recorded on this claim already. Nothing was recorded." }
        guard payment.amount > patientOpen else { return nil }
        let open = Money(cents: patientOpen).currency
        return "The patient owes \(open), less than \(Money(cents: payment.amount).currency). Nothing was recorded."
    }
}
