public import ClaimModel

/// What the remittances of a claim come to together, whatever order they arrived in: parts of a split claim are added up, a
/// reversal takes back the payment that it names, a later decision replaces an earlier one on the same lines.
public struct Adjudication: Sendable {
    /// The remittance that counts: a single one as it is, the parts of a split claim as one; `nil` where there is none.
    public private(set) var answer: ClaimAnswer?
    /// How many remittances it is made of.
    public private(set) var parts = 0
    /// Whether they decide all that the claim charges.
    public private(set) var isComplete = true
    /// What the payer has paid after all takebacks, in cents.
    public private(set) var paid = 0

    /// - Parameters:
    ///   - answers: in the order of their arrival; only remittances count.
    ///   - draft: the claim as the payer has it.
    public init(of answers: [ClaimAnswer], to draft: ClaimDraft) {
        let entries = RemittanceEntry.all(of: answers)
        let (live, reversals) = RemittanceEntry.afterTakebacks(entries, of: draft)
        let own = live.filter { ($0.payer ?? draft.orderOfPayer) == draft.orderOfPayer }
        var join = RemittanceJoin(draft)
        for entry in (own.isEmpty ? live : own).reversed() where !join.isCovered { join.take(entry) }
        if !join.parts.isEmpty {
            answer = join.answer
            (parts, isComplete, paid) = (join.parts.count, join.isComplete, answer?.paid ?? 0)
        } else if let last = reversals.last {
            answer = last.answer
            parts = 1
        }
    }
}

extension [ClaimAnswer] {
    /// The same, with the remittance that counts behind the last one that came: the parts of a split claim as one, and the
    /// latest decision where files came out of order.
    public func settled(on draft: ClaimDraft) -> [ClaimAnswer] {
        guard let last = lastIndex(where: { $0.kind == .remittance }),
            let settled = Adjudication(of: self, to: draft).answer, settled != self[last]
        else { return self }
        return self[...last] + [settled] + self[(last + 1)...]
    }
}
