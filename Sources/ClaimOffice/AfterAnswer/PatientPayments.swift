import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Payments of patients: on the claim, and in the daily close of the day on which they are recorded.
extension Office {
    /// - Returns: what was recorded, in a sentence or two.
    func take(_ payment: PatientPayment, on id: String, _ name: String) throws(StoreFault) -> String {
        let recorded = RecordedPayment(payment, on: library.day, entry: UUID().uuidString.lowercased())
        var left = 0
        try store.together { () throws(StoreFault) in
            let claim = try store.summary(of: id)
            left = (claim.settlement?.patientOpen(after: claim.course.payments.map(\.payment)) ?? 0) - payment.amount
            // Another desk may have recorded one meanwhile.
            guard left >= 0 else { return false }
            try store.record(recorded, on: id)
            try keep(ReceivedPayment(payment, on: name, by: signedIn), of: recorded.entry)
            return true
        }
        guard left >= 0 else { return "\(name) was changed meanwhile: nothing was recorded." }
        let rest = left > 0 ? "\(Money(cents: left).currency) is still open." : "Nothing is open."
        return "\(name): patient paid \(payment.text). \(rest)"
    }

    func undoPatientPayment(on id: String, _ name: String) throws(StoreFault) -> String {
        var undone: RecordedPayment?
        try store.together { () throws(StoreFault) in
            undone = try store.undoPatientPayment(on: id)
            if let undone { try store.removePayment(of: undone.entry, on: undone.on) }
            return undone != nil
        }
        return undone.map { "\(name): the patient payment of \($0.payment.text) is undone." }
            ?? "\(name) has no patient payment: nothing was changed."
    }
}
