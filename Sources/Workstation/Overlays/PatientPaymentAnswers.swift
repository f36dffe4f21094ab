import ClaimModel
import ClaimRules

/// What is asked of a payment of the patient: amount, date, how.
enum PatientPaymentAnswers {
    /// Why an answer cannot be used; `nil` where it can.
    ///
    /// - Parameters:
    ///   - index: of the question.
    ///   - open: what the patient owes, in cents.
    static func refusal(of text: String, at index: Int, open: Int, _ view: DeskView) -> String? {
        switch index {
        case 0:
            guard let cents = cents(text, view), cents > 0 else { return "Not an amount. Write 30 or 30.00." }
            return cents > open ? "The patient owes \(Money(cents: open).currency): enter that or less." : nil
        case 1:
            guard let day = view.day(text, until: view.inputs.today) else {
                return "Not a date. Write 11/20/2026, 11/20 or t."
            }
            return day > view.inputs.today ? "\(day) is in the future." : nil
        default:
            return PatientPayment.means(in: text) == nil
                ? "Write cash, card, or check and its number: check 1234." : nil
        }
    }

    static func payment(_ answers: [String], _ view: DeskView) -> PatientPayment? {
        guard answers.count == 3, let cents = cents(answers[0], view),
            let day = view.day(answers[1], until: view.inputs.today), let means = PatientPayment.means(in: answers[2])
        else { return nil }
        return PatientPayment(cents, on: day, by: means.method, number: means.number)
    }

    private static func cents(_ text: String, _ view: DeskView) -> Int? {
        (try? Money(parsing: text, in: view.parsing))?.cents
    }
}

extension Prompt {
    /// - Parameter open: what the patient owes, in cents; offered as the amount.
    init(patientPaymentOn id: String, open: Int, _ view: DeskView) {
        self.init(
            "Patient payment, \(Money(cents: open).currency) open: in whole or in part. How: cash, card, or check and its number.",
            [
                .init(label: "Amount", text: Money(cents: open).description),
                .init(label: "Date paid", text: view.inputs.today.description), .init(label: "How"),
            ], for: .patientPaid(id: id, open: open))
    }
}
