/// A ZIP code of five digits or ZIP+4 of nine, with or without its dash.
public struct ZIPCode: Parsed {
    /// Five or nine digits.
    public let digits: String

    public static let shape = EntryShape(columns: 10)

    private static let good = "A ZIP code has 5 or 9 digits. For example 44114 or 44114-1234"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        var bytes = try typedBytes(text)
        let endsInDash = bytes.last == .dash
        if bytes.count > 5, bytes[5] == .dash { bytes.remove(at: 5) }
        guard bytes.allSatisfy(\.isDigit), bytes.count <= 9 else { throw .malformed(ZIPCode.good) }
        guard !(bytes.count >= 3 && bytes.prefix(3).number == 0) else {
            throw .malformed("No ZIP code begins with 000")
        }
        guard bytes.count == 9 || (bytes.count == 5 && !endsInDash) else { throw .incomplete(ZIPCode.good) }
        digits = bytes.string
    }

    public static func mayGrow(_ text: String, value: ZIPCode) -> Bool { value.plus4 == nil }

    /// The first five digits.
    public var zip5: String { String(digits.prefix(5)) }

    /// The last four of nine digits.
    public var plus4: String? { digits.utf8.count == 9 ? String(digits.suffix(4)) : nil }

    /// `44114` or `44114-1234`.
    public var description: String { plus4.map { "\(zip5)-\($0)" } ?? digits }
}

/// A state, district, territory or military region of the United States, by its postal code.
public struct StateCode: FixedCode {
    /// Two capital letters: `OH`.
    public let text: String

    static let length = 2
    static let good = "A state is its two postal letters, such as OH"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool {
        characters.count < 2
            ? all.contains { Array($0.utf8).starts(with: characters) } : all.contains(characters.string)
    }

    /// USPS Publication 28, appendix B.
    public static let all: Set<String> = [
        "AL", "AK", "AS", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FM", "FL", "GA", "GU", "HI", "ID", "IL", "IN",
        "IA", "KS", "KY", "LA", "ME", "MH", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
        "NY", "NC", "ND", "MP", "OH", "OK", "OR", "PW", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VI",
        "VA", "WA", "WV", "WI", "WY", "AA", "AE", "AP",
    ]
}

/// A telephone number of the North American plan, typed with any of the usual marks, with or without the 1.
public struct PhoneNumber: Parsed {
    /// Ten digits.
    public let digits: String

    public static let shape = EntryShape(columns: 14, limit: 17)

    private static let good = "A phone number is 10 digits, such as 216-555-0100"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        var bytes = try typedBytes(text)
        if bytes.first == .plus { bytes.removeFirst() }
        bytes.removeAll { $0.isSpace || "()-./".utf8.contains($0) }
        guard bytes.allSatisfy(\.isDigit) else { throw .malformed(PhoneNumber.good) }
        if bytes.first == UInt8(ascii: "1") { bytes.removeFirst() }
        for place in [0, 3] where bytes.count > place && bytes[place] < UInt8(ascii: "2") {
            throw .malformed("Area code and exchange begin with 2 to 9. \(PhoneNumber.good)")
        }
        guard bytes.count <= 10 else { throw .malformed(PhoneNumber.good) }
        guard bytes.count == 10 else { throw .incomplete(PhoneNumber.good) }
        digits = bytes.string
    }

    /// `216-555-0100`.
    public var description: String {
        "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
    }
}

/// A federal tax number, EIN or SSN: nine digits, with or without dashes.
public struct TaxIdentifier: Parsed {
    /// Nine digits.
    public let digits: String

    public static let shape = EntryShape(columns: 11)

    private static let good = "A tax ID is 9 digits, such as 34-5550101"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        let number = bytes.filter { $0 != .dash }
        guard number.allSatisfy(\.isDigit), bytes[0] != .dash, number.count <= 9, bytes.count <= number.count + 2
        else { throw .malformed(TaxIdentifier.good) }
        guard number.count == 9, bytes.last != .dash else {
            throw number.count == 9 ? .malformed(TaxIdentifier.good) : .incomplete(TaxIdentifier.good)
        }
        guard number.number != 0 else { throw .malformed("A tax ID is not all zeros. \(TaxIdentifier.good)") }
        digits = number.string
    }

    /// `34-5550101`, as an EIN is written.
    public var description: String { "\(digits.prefix(2))-\(digits.dropFirst(2))" }
}
