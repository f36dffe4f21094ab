public import ClaimModel

/// What a remittance allows on the lines that the office has a fee for, in cents.
public struct Expectation: Hashable, Sendable {
    /// How many lines have a fee.
    public let lines: Int
    /// Their fees for the units that were paid.
    public let expected: Int
    /// What the payer paid of them, and left to the patient.
    public let allowed: Int

    /// `nil` where no paid line has a fee.
    ///
    /// - Parameters:
    ///   - answer: of a primary payer, processed as primary.
    ///   - draft: the claim that it answers.
    public init?(of answer: ClaimAnswer, to draft: ClaimDraft, by fees: FeeTable) {
        let held = answer.heldAgainst(fees, of: draft)
        if held.isEmpty { return nil }
        lines = held.count
        expected = held.reduce(0) { $0 + $1.expected }
        allowed = held.reduce(0) { $0 + $1.allowed }
    }
}
