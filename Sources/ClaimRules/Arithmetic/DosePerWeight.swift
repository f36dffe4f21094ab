public import ClaimModel

/// A dose for each kilogram of body weight, exact.
public struct DosePerWeight: Hashable, Sendable {
    /// Thousandths of mg/kg, and what is left of the division by the grams of the body.
    private let thousandths: Int
    private let rest: Int
    private let grams: Int

    /// `nil` without a weight above zero, and for numbers beyond any dose.
    public init?(dose: Dose, weight: Weight) {
        let grams = weight.grams
        // A microgram for each gram is a milligram for each kilogram.
        let (amount, overflows) = dose.micrograms.multipliedReportingOverflow(by: 1000)
        guard grams > 0, dose.micrograms >= 0, !overflows else { return nil }
        (thousandths, rest) = amount.quotientAndRemainder(dividingBy: grams)
        self.grams = grams
    }

    /// Whether it is less than this many thousandths of mg/kg.
    public func isBelow(thousandths limit: Int) -> Bool { thousandths < limit }

    /// Whether it is more than this many thousandths of mg/kg.
    public func isAbove(thousandths limit: Int) -> Bool {
        thousandths > limit || (thousandths == limit && rest > 0)
    }

    /// `0.5 mg/kg`, rounded half up to two decimals.
    public var text: String {
        let (hundredths, left) = thousandths.quotientAndRemainder(dividingBy: 10)
        return "\(Quantity(thousandths: (hundredths + (left >= 5 ? 1 : 0)) * 10)) mg/kg"
    }
}

extension DosePerWeight {
    /// `0.297 mg/kg`, to three decimals, and rounded so that what is outside the range never reads as its bound.
    func text(outside range: PolicySettings.DoseRange) -> String {
        let roundsUp = rest > 0 && isAbove(thousandths: range.highestThousandths)
        return "\(Quantity(thousandths: thousandths + (roundsUp ? 1 : 0))) mg/kg"
    }

    func isWithin(_ range: PolicySettings.DoseRange) -> Bool {
        !isBelow(thousandths: range.lowestThousandths) && !isAbove(thousandths: range.highestThousandths)
    }
}

extension PolicySettings.DoseRange {
    var lowestThousandths: Int { Self.thousandths(lowest) }
    var highestThousandths: Int { Self.thousandths(highest) }

    /// `0.3 to 1 mg/kg`.
    var text: String {
        "\(Quantity(thousandths: lowestThousandths)) to \(Quantity(thousandths: highestThousandths)) mg/kg"
    }

    /// A number in a file that is not a dose is replaced by the nearest dose.
    private static func thousandths(_ number: Double) -> Int {
        Int((min(max(number.isNaN ? 0 : number, 0), 1_000_000) * 1000).rounded())
    }
}
