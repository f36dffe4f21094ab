import ClaimModel
import ClaimRules
import TextKit

/// What an earlier payer decided: of a line or of the claim, and the field that says it.
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
    /// Of each line, then in all.
    static func all(by fields: DecisionFields, on draft: ClaimDraft) -> [PaidBefore] {
        let lines = draft.lines.enumerated().map { row, line in
            PaidBefore(
                "\(row + 1) \(line.procedure.text)".clipped(to: 9), figures(of: line, by: fields),
                at: Place(fields.linePaid, row: row))
        }
        return lines + [PaidBefore("In all", figures(of: draft, by: fields), at: Place(fields.paid))]
    }

    private static func figures(of line: ServiceLine, by fields: DecisionFields) -> Figures {
        let decision = fields.decision(on: line)
        let adjustments = decision.adjusted.value?.all
        return (
            line.charge.value?.cents, decision.paid.value?.cents, adjustments?.contracts,
            adjustments?.patients ?? decision.liability.value?.cents
        )
    }

    /// What is entered for the claim counts before the sum of its lines.
    private static func figures(of draft: ClaimDraft, by fields: DecisionFields) -> Figures {
        let (lines, whole) = (draft.lines.map { figures(of: $0, by: fields) }, fields.decision(in: draft))
        func sum(_ part: (Figures) -> Int?) -> Int? {
            let known = lines.compactMap(part)
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        func total(_ part: ([Adjustment]) -> Int?, _ lines: Int?) -> Int? {
            guard let own = whole.adjustments.value.flatMap({ part($0.all) }) else { return lines }
            return own + (lines ?? 0)
        }
        return (
            draft.totalCharge, fields.paidInAll(on: draft), total(\.contracts, sum(\.adjusted)),
            total(\.patients, sum(\.patient)) ?? whole.patientLiability.value?.cents
        )
    }

    /// `What the primary paid: Medical Mutual, EOB 11/20/2026`
    static func title(of fields: DecisionFields, on draft: ClaimDraft) -> String {
        let decided = fields.decision(in: draft).date.value.map { "EOB \($0)" } ?? "no EOB date"
        let facts = [fields.plan.plan(in: draft).name.text, decided]
        return "What the \(fields.payer.label) paid: " + facts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension [Adjustment] {
    /// What is not the patient's, in cents.
    fileprivate var contracts: Int? { reduce(0) { $1.group == "PR" ? $0 : $0 + $1.cents } }

    /// What falls to the patient, in cents; `nil` where no adjustment says so.
    fileprivate var patients: Int? { contains { $0.group == "PR" } ? patientsShare : nil }
}
