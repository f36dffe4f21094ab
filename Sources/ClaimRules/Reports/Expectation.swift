public import ClaimModel

/// What a remittance allows on the lines that the office has a fee for, in cents.
public struct Expectation: Hashable, Sendable {
    /// How many lines have a fee.
    public private(set) var lines = 0
    /// Their fees for the units that were paid.
    public private(set) var expected = 0
    /// What the payer paid of them, and left to the patient.
    public private(set) var allowed = 0

    /// `nil` where no paid line has a fee.
    ///
    /// - Parameters:
    ///   - answer: of a primary payer, processed as primary.
    ///   - draft: the claim that it answers.
    public init?(of answer: ClaimAnswer, to draft: ClaimDraft, by fees: FeeTable) {
        guard answer.kind == .remittance, answer.processed == "1" || answer.processed == "19" else { return nil }
        var used: Set<Int> = []
        for line in answer.lines {
            guard let row = line.row(in: draft, after: used) else { continue }
            used.insert(row)
            guard let paid = line.paid, paid > 0, let fee = fees.fee(of: row, on: draft),
                let units = line.units.flatMap(Double.init) ?? Double(draft.lines[row].units.text), units > 0
            else { continue }
            let kept = line.adjustments.filter { $0.group == "PR" || $0.reason == "253" }.reduce(0) { $0 + $1.cents }
            lines += 1
            expected += Int((Double(fee.cents) * units).rounded())
            allowed += paid + kept
        }
        if lines == 0 { return nil }
    }
}
