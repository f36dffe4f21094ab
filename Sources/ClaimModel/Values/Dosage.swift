/// An amount of a drug given: `35`, `35 mg`, `0.5 g`, `500 mcg`; a bare number is milligrams.
public struct Dose: Parsed, Comparable {
    /// The dose in micrograms: 35 mg are 35,000.
    public let micrograms: Int

    public static let shape = EntryShape(columns: 9, limit: 13)

    private static let good = "A dose is the amount given, such as 35 mg"

    /// 35,000 is 35 mg.
    public init(micrograms: Int) {
        self.micrograms = micrograms
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        micrograms = try Dose.read(text).micrograms
    }

    public static func mayGrow(_ text: String, value: Dose) -> Bool {
        (try? read(text))?.mayGrow ?? false
    }

    public static func < (left: Dose, right: Dose) -> Bool { left.micrograms < right.micrograms }

    /// `35 mg`, `35.5 mg`.
    public var description: String { "\(NumberText.trimmed(thousandths: micrograms)) mg" }

    private static func read(_ text: some StringProtocol) throws(Unreadable) -> (micrograms: Int, mayGrow: Bool) {
        let (number, unit) = try amountAndUnit(text, good: good)
        if unit.contains("/") {
            throw .malformed(
                unit.hasSuffix("/kg")
                    ? "This is a dose per kilogram. Enter the whole amount, such as 35 mg"
                    : "This is a concentration. Enter the amount given, such as 35 mg")
        }
        let decimals =
            switch unit {
            case "m", "mg": 3
            // More than three decimals of a bare number can still become grams.
            case "", "g": 6
            case "mc", "mcg", "u", "ug", "\u{B5}", "\u{B5}g", "\u{3BC}", "\u{3BC}g": 0
            default: throw .malformed(good)
            }
        let kind = NumberText.Kind(integerDigits: 6, decimals: decimals, good: good)
        let amount = try NumberText(number, as: kind)
        guard unit.isEmpty else {
            guard unit.hasSuffix("g") else { throw .incomplete(good) }
            return (amount.scaled, false)
        }
        guard amount.scaled % 1000 == 0 else {
            throw .incomplete("At most three decimals. More are for grams, such as 0.0355 g")
        }
        return (amount.scaled / 1000, true)
    }
}

/// A body weight: `70`, `70 kg`, `154 lb`; a bare number is kilograms.
public struct Weight: Parsed {
    /// The units in which a weight is typed.
    public enum Unit: String, Hashable, Sendable {
        case kilograms = "kg"
        case pounds = "lb"
    }

    /// The number as given, in thousandths of its unit.
    public let thousandths: Int
    /// The unit as given, kept for showing.
    public let unit: Unit

    public static let shape = EntryShape(columns: 8, limit: 12)

    private static let good = "A weight is a number with kg or lb, such as 70 kg"
    private static let kind = NumberText.Kind(integerDigits: 4, decimals: 3, good: good)

    /// 70,000 is 70 kg.
    public init(grams: Int) {
        thousandths = grams
        unit = .kilograms
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let (number, typed) = try amountAndUnit(text, good: Weight.good)
        guard ["", "k", "kg", "kgs", "l", "lb", "lbs"].contains(typed) else { throw .malformed(Weight.good) }
        thousandths = try NumberText(number, as: Weight.kind).scaled
        guard typed.utf8.count != 1 else { throw .incomplete(Weight.good) }
        unit = typed.hasPrefix("l") ? .pounds : .kilograms
    }

    public static func mayGrow(_ text: String, value: Weight) -> Bool {
        (try? amountAndUnit(text, good: good))?.unit.isEmpty ?? false
    }

    /// The weight in grams; a pound is 453.59237 of them.
    public var grams: Int {
        switch unit {
        case .kilograms: thousandths
        case .pounds: (thousandths * 45_359_237 + 50_000_000) / 100_000_000
        }
    }

    /// `70 kg`, `154 lb`.
    public var description: String { "\(NumberText.trimmed(thousandths: thousandths)) \(unit.rawValue)" }
}

/// The digits at the start of a text and the lowercase unit after them.
///
/// A unit without a number is malformed.
private func amountAndUnit(
    _ text: some StringProtocol, good: String
) throws(Unreadable) -> (number: [UInt8], unit: String) {
    let bytes = try typedBytes(text).map(\.lowercased)
    let number = bytes.prefix { $0.isDigit || $0 == .point || $0 == .dash }
    guard !number.isEmpty else { throw .malformed("The number comes first. \(good)") }
    return (Array(number), bytes.dropFirst(number.count).filter { !$0.isSpace }.string)
}
