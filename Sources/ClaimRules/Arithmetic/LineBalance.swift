public import ClaimModel

/// What an earlier payer paid and adjusted on a line, and the line's charge.
///
/// X12 837P 005010X222A1, section 1.4.1 (balancing): the charge (SV102) is what was paid (SVD02) plus the adjustments (CAS).
public struct LineBalance: Hashable, Sendable {
    /// What the line asks for (SV102).
    public let charge: Money
    /// What the payer paid on it (SVD02).
    public let paid: Money
    /// The sum of its adjustments (CAS); below zero where some were taken back.
    public let adjusted: Money

    /// `nil` where no decision is entered, an amount is unreadable, or a file brought more decisions than the fields
    /// hold.
    public init?(of line: ServiceLine, decided decision: LineDecision) {
        guard !decision.isBlank, !line.carriesDecisions, let charge = line.charge.value,
            let paid = decision.paid.value,
            let adjusted = decision.adjusted.isEmpty ? .zero : decision.adjusted.value?.total
        else { return nil }
        (self.charge, self.paid, self.adjusted) = (charge, paid, adjusted)
    }

    /// Below zero where too much is accounted for.
    public var missing: Money { charge - paid - adjusted }

    /// `charge $210.00, paid $170.00, adjusted $40.00: balances`.
    public var text: String {
        "charge \(charge.currency), paid \(paid.currency), adjusted \(adjusted.currency): \(Money.verdict(missing))"
    }
}

extension Money {
    /// `balances`, `$20.00 missing`, `$20.00 too much`.
    static func verdict(_ missing: Money) -> String {
        if missing == .zero { return "balances" }
        return missing > .zero
            ? "\(missing.currency) missing" : "\((.zero - missing).currency) too much"
    }
}

extension ServiceLine {
    /// Whether a file brought decisions on the line that no field holds: of another payer, or on parts of the line.
    var carriesDecisions: Bool {
        self.carried.contains { item in
            item.loop.hasPrefix("2430") && !item.isRest && (item.text.hasPrefix("SVD") || item.text.hasPrefix("CAS"))
        }
    }
}

extension ClaimDraft {
    /// Whether a file brought adjustments by the plan's payer on the whole claim that no field holds.
    func carriesAdjustments(by plan: PlanFields) -> Bool {
        let loop = plan.loop("2320")
        return self.carried.contains { $0.loop == loop && !$0.isRest && $0.text.hasPrefix("CAS") }
    }
}
