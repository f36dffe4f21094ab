/// The quantity of an NDC: up to eight digits and three decimals (837P CTP04).
public struct Quantity: Parsed, Comparable {
    /// The quantity times 1000, in its unit: 0.7 mL are 700.
    public let thousandths: Int

    public static let shape = EntryShape(columns: 9, limit: 12)

    private static let kind = NumberText.Kind(integerDigits: 8, decimals: 3, good: "A quantity is a number such as 0.7")

    /// 700 is 0.7.
    public init(thousandths: Int) {
        self.thousandths = thousandths
    }

    /// The milliliters of a dose, rounded half up to this many decimals (0 to 3).
    ///
    /// `nil` for a strength that is not above zero, a negative dose, or numbers beyond any drug's.
    public init?(dose: Dose, strengthMicrogramsPerMilliliter strength: Int, decimals: Int = 3) {
        let (amount, overflows) = dose.micrograms.multipliedReportingOverflow(by: 1000)
        guard strength > 0, dose.micrograms >= 0, !overflows, (0...3).contains(decimals) else { return nil }
        let step = [1000, 100, 10, 1][decimals]
        let (divisor, tooStrong) = strength.multipliedReportingOverflow(by: step)
        guard !tooStrong else { return nil }
        let (steps, rest) = amount.quotientAndRemainder(dividingBy: divisor)
        thousandths = (steps + (rest >= divisor - rest ? 1 : 0)) * step
    }

    /// The milliliters of a dose, of a drug with this many milligrams in each.
    public init?(dose: Dose, strengthMilligramsPerMilliliter strength: Int, decimals: Int = 3) {
        let (micrograms, overflows) = strength.multipliedReportingOverflow(by: 1000)
        guard !overflows else { return nil }
        self.init(dose: dose, strengthMicrogramsPerMilliliter: micrograms, decimals: decimals)
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        thousandths = try NumberText(typedBytes(text), as: Quantity.kind).scaled
    }

    public static func mayGrow(_ text: String, value: Quantity) -> Bool {
        (try? NumberText(typedBytes(text), as: kind))?.mayGrow ?? false
    }

    /// How many decimals the quantity needs, 0 to 3.
    public var decimals: Int {
        thousandths % 1000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : thousandths % 10 == 0 ? 2 : 3
    }

    public static func < (left: Quantity, right: Quantity) -> Bool { left.thousandths < right.thousandths }

    /// `0.7`.
    public var description: String { NumberText.trimmed(thousandths: thousandths) }
}
