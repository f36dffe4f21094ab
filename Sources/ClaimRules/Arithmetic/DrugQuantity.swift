public import ClaimModel
public import CodeSets

/// The milliliters that hold a dose: dose divided by strength.
public struct DrugQuantity: Hashable, Sendable {
    /// The dose that was given.
    public let dose: Dose
    /// Micrograms in a milliliter.
    public let strength: Int
    /// Rounded half up to the decimals that the payer accepts.
    public let quantity: Quantity

    /// `nil` for a strength that is not above zero, and for numbers beyond any drug's.
    ///
    /// - Parameter decimals: from 0 to 3; others count as the nearest of these.
    public init?(dose: Dose, microgramsPerMilliliter strength: Int, decimals: Int = 3) {
        let decimals = min(max(decimals, 0), 3)
        guard let quantity = Quantity(dose: dose, strengthMicrogramsPerMilliliter: strength, decimals: decimals)
        else { return nil }
        self.dose = dose
        self.strength = strength
        self.quantity = quantity
    }

    /// `nil` for powders and other products without a strength.
    public init?(dose: Dose, product: DrugProduct, decimals: Int = 3) {
        guard let strength = product.microgramsPerMilliliter else { return nil }
        self.init(dose: dose, microgramsPerMilliliter: strength, decimals: decimals)
    }

    /// `35 mg / 50 mg/mL = 0.7 mL`; a result that had to be rounded says so.
    public var text: String {
        "\(dose) / \(Quantity(thousandths: strength)) mg/mL = \(quantity) mL\(isExact ? "" : ", rounded")"
    }

    private var isExact: Bool {
        quantity.thousandths.multipliedReportingOverflow(by: strength).partialValue == dose.micrograms * 1000
    }

    /// Whether a billed quantity agrees: the rounded one, or any within 0.01 mL or one percent of the dose.
    public func agrees(with billed: Quantity) -> Bool {
        if billed == quantity { return true }
        let (given, overflows) = billed.thousandths.multipliedReportingOverflow(by: strength)
        let (hundredth, isTooStrong) = strength.multipliedReportingOverflow(by: 10)
        guard !overflows, !isTooStrong, billed.thousandths >= 0 else { return false }
        return abs(given - dose.micrograms * 1000) <= max(hundredth, dose.micrograms * 10)
    }
}
