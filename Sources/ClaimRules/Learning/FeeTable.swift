public import ClaimModel

/// What the office's contracts say that a payer allows, by payer, code and modifier.
public struct FeeTable: Hashable, Sendable {
    /// One line of the table.
    public struct Fee: Hashable, Sendable {
        /// The payer's ID or its name; blank for every payer that has no line of its own.
        public let payer: String
        /// The procedure code.
        public let code: String
        /// Blank for lines without another fee for their modifier.
        public let modifier: String
        /// For one unit, in cents.
        public let cents: Int
        /// The first service day, included; `nil` without a limit.
        public let from: Day?
        /// The last service day, included; `nil` without a limit.
        public let to: Day?

        /// - Parameter cents: for one unit.
        public init(payer: String, code: String, modifier: String = "", cents: Int, from: Day? = nil, to: Day? = nil) {
            self.payer = payer.uppercased()
            self.code = code.uppercased()
            self.modifier = modifier.uppercased()
            self.cents = cents
            self.from = from
            self.to = to
        }
    }

    private let fees: [String: [Fee]]

    /// Without a fee nothing is expected.
    public init(_ fees: [Fee] = []) { self.fees = Dictionary(grouping: fees, by: \.code) }

    /// The fee of a line: that of its payer before those of any, that of its modifier before those without one, the last
    /// line of the table before earlier ones.
    func fee(of row: Int, on draft: ClaimDraft) -> Fee? {
        let line = draft.lines[row]
        guard let code = line.procedure.value?.text, let fees = fees[code] else { return nil }
        let payers = [draft.payer.identifier.text.uppercased(), draft.payer.name.text.uppercased()]
        let modifiers = line.modifiers.map(\.text)
        let fitting = fees.filter { fee in
            guard fee.payer.isEmpty || payers.contains(fee.payer) else { return false }
            guard fee.modifier.isEmpty || modifiers.contains(fee.modifier) else { return false }
            guard let day = line.from.value else { return fee.from == nil && fee.to == nil }
            return (fee.from.map { $0 <= day } ?? true) && (fee.to.map { day <= $0 } ?? true)
        }
        return fitting.enumerated().max { left, right in
            (left.element.isOfPayer, left.element.isOfModifier, left.offset)
                < (right.element.isOfPayer, right.element.isOfModifier, right.offset)
        }?.element
    }
}

extension FeeTable.Fee {
    fileprivate var isOfPayer: Int { payer.isEmpty ? 0 : 1 }
    fileprivate var isOfModifier: Int { modifier.isEmpty ? 0 : 1 }
}

/// A line that was paid below the office's fee table.
public struct Underpayment: Hashable, Sendable {
    /// The line of the answer, from 0.
    public let line: Int
    /// The code that was paid.
    public let procedure: String
    /// The fee for the units that were paid, in cents.
    public let expected: Int
    /// What the payer allows: paid, what falls to the patient, and what sequestration takes off, in cents.
    public let allowed: Int

    /// `96365: allowed $100.00, $20.00 below the office's fee of $120.00.`
    public var text: String {
        let figures = [allowed, expected - allowed, expected].map { Money(cents: $0).currency }
        return "\(procedure): allowed \(figures[0]), \(figures[1]) below the office's fee of \(figures[2])."
    }
}

extension ClaimAnswer {
    /// The lines that a primary payer paid below the fee table; one that it paid as another code is not held against a fee.
    func underpayments(of draft: ClaimDraft, by fees: FeeTable) -> [Underpayment] {
        heldAgainst(fees, of: draft)
            .filter { lines[$0.line].billedProcedure.isEmpty && $0.allowed < $0.expected }
            .map {
                Underpayment(
                    line: $0.line, procedure: lines[$0.line].procedure, expected: $0.expected, allowed: $0.allowed)
            }
    }

    /// The lines that a primary payer paid and the office has a fee for.
    ///
    /// - Returns: the line of the answer, its fee for the units that were paid, and what was allowed: paid, what falls to the
    ///   patient, and what sequestration takes off; in cents.
    func heldAgainst(
        _ fees: FeeTable, of draft: ClaimDraft
    ) -> [(line: Int, expected: Int, allowed: Int)] {
        guard kind == .remittance, processed == "1" || processed == "19" else { return [] }
        var used: Set<Int> = []
        return lines.enumerated().compactMap { index, line in
            guard let row = line.row(in: draft, after: used) else { return nil }
            used.insert(row)
            guard let paid = line.paid, paid > 0, let fee = fees.fee(of: row, on: draft),
                let units = line.units.flatMap(Double.init) ?? Double(draft.lines[row].units.text), units > 0
            else { return nil }
            let kept = line.adjustments.filter { $0.group == "PR" || $0.reason == "253" }.reduce(0) { $0 + $1.cents }
            return (index, Int((Double(fee.cents) * units).rounded()), paid + kept)
        }
    }
}
