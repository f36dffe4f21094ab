/// A National Provider Identifier: ten digits, the first 1 or 2, the last a check digit.
///
/// Source: CMS, "NPI check digit": Luhn's formula over the number with the prefix 80840.
public struct NPI: Parsed {
    /// Ten digits, such as `1234567893`.
    public let digits: String

    public static let shape = EntryShape(columns: 10)

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        guard bytes.allSatisfy(\.isDigit) else { throw .malformed("An NPI is 10 digits only") }
        if bytes.count == 15, bytes.starts(with: "80840".utf8) {
            throw .malformed("80840 is a health card's prefix, not part of the NPI. Enter the 10 digits after it")
        }
        guard bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2") else {
            throw .malformed("An NPI begins with 1 or 2")
        }
        guard bytes.count <= 10 else { throw .malformed("An NPI has 10 digits, not \(bytes.count)") }
        guard bytes.count == 10 else {
            throw .incomplete("An NPI has 10 digits, not \(bytes.count)")
        }
        guard NPI.passesCheck(bytes[...]) else {
            throw .malformed("The check digit is wrong. At least one digit of this NPI is mistyped")
        }
        digits = bytes.string
    }

    public var description: String { digits }

    /// Whether the last of ten digits is the check digit of the others.
    package static func passesCheck(_ digits: ArraySlice<UInt8>) -> Bool {
        // 24 is what the prefix 80840 adds to the sum.
        let sum = digits.reversed().enumerated().reduce(24) { sum, place in
            let value = place.element.digitValue
            return sum + (place.offset % 2 == 0 ? value : value * 2 / 10 + value * 2 % 10)
        }
        return sum % 10 == 0
    }
}
