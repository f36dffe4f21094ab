import ClaimModel
import ClaimRules
import TextKit

/// What the primary decided, on a claim to the next payer: of a line or of the claim, and the field that says it.
struct PaidBefore: Hashable, Sendable {
    /// `1 90837   charge   165.00 paid   130.00 adjusted    15.00 patient    20.00`
    let text: String
    let place: Place

    /// In cents; `nil` for what is not entered or does not read.
    private typealias Figures = (charge: Int?, paid: Int?, adjusted: Int?, patient: Int?)

    private init(_ name: String, _ figures: Figures, at place: Place) {
        func cell(_ label: String, _ cents: Int?) -> String {
            let amount = cents.map { ($0 < 0 ? "-" : "") + Money(cents: abs($0)).description } ?? "blank"
            return "\(label) \(amount.aligned(to: 8))"
        }
        text =
            [
                name.padded(to: 9), cell("charge", figures.charge), cell("paid", figures.paid),
                cell("adjusted", figures.adjusted), cell("patient", figures.patient),
            ].joined(separator: " ")
        self.place = place
    }
}

extension PaidBefore {
    /// Of each line, then in all; none of a claim to the primary.
    static func all(on draft: ClaimDraft) -> [PaidBefore] {
        guard draft.isToLaterPayer else { return [] }
        let lines = draft.lines.indices.map { row in
            let line = draft.lines[row]
            return PaidBefore(
                "\(row + 1) \(line.procedure.text)".clipped(to: 9), figures(of: line),
                at: Place(.linePrimaryPaid, row: row))
        }
        return lines + [PaidBefore("In all", figures(of: draft), at: Place(.adjudicationPaid))]
    }

    private static func figures(of line: ServiceLine) -> Figures {
        let adjustments = line.primaryAdjusted.value?.all
        return (
            line.charge.value?.cents, line.primaryPaid.value?.cents, adjustments?.contracts,
            adjustments?.patients ?? line.primaryLiability.value?.cents
        )
    }

    /// What is entered for the claim counts before the sum of its lines.
    private static func figures(of draft: ClaimDraft) -> Figures {
        let lines = draft.lines.map { figures(of: $0) }
        func sum(_ part: (Figures) -> Int?) -> Int? {
            let known = lines.compactMap(part)
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        let whole = draft.adjudication.adjustments.value?.all
        func total(_ part: ([Adjustment]) -> Int?, _ lines: Int?) -> Int? {
            guard let own = whole.flatMap(part) else { return lines }
            return own + (lines ?? 0)
        }
        return (
            draft.totalCharge, draft.adjudication.paid.value?.cents ?? sum(\.paid),
            total(\.contracts, sum(\.adjusted)),
            total(\.patients, sum(\.patient)) ?? draft.adjudication.patientLiability.value?.cents
        )
    }

    /// `What the primary paid: Medical Mutual, EOB 11/20/2026`
    static func title(on draft: ClaimDraft) -> String {
        let facts = [
            draft.otherInsurance.planName.text, draft.adjudication.date.value.map { "EOB \($0)" } ?? "no EOB date",
        ]
        return "What the primary paid: " + facts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension ClaimDraft {
    fileprivate var isToLaterPayer: Bool { (self.payer.order.value ?? .primary) != .primary }
}

extension [Adjustment] {
    /// What is not the patient's, in cents.
    fileprivate var contracts: Int? { reduce(0) { $1.group == "PR" ? $0 : $0 + $1.cents } }

    /// What falls to the patient, in cents; `nil` where no adjustment says so.
    fileprivate var patients: Int? { contains { $0.group == "PR" } ? patientsShare : nil }
}
