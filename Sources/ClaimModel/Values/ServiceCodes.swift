/// A procedure: a CPT code or a HCPCS Level II code; whether it exists is the code sets' word.
public struct ProcedureCode: FixedCode {
    /// Five capital letters and digits: `96365`, `J3490`.
    public let text: String

    static let length = 5
    static let good = "A procedure is a CPT or HCPCS code, such as 96365 or J3490"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool {
        guard let first = characters.first else { return true }
        guard characters.dropFirst().prefix(3).allSatisfy(\.isDigit) else { return false }
        let isHCPCS = first.isLetter
        if isHCPCS, first > UInt8(ascii: "V") { return false }
        guard isHCPCS || first.isDigit else { return false }
        guard characters.count == 5 else { return true }
        return characters[4].isDigit || (!isHCPCS && "AFTUM".utf8.contains(characters[4]))
    }

    /// Five digits, or four and a letter (categories II and III, laboratory and vaccine codes).
    public var isCPT: Bool { text.utf8.first?.isDigit ?? false }

    /// A letter and four digits.
    public var isHCPCS: Bool { text.utf8.first?.isLetter ?? false }
}

/// A procedure modifier, such as 25 or JZ.
public struct Modifier: FixedCode {
    /// Two capital letters or digits: `25`, `JZ`.
    public let text: String

    static let length = 2
    static let good = "A modifier is 2 letters or digits, such as 25 or JZ"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool { characters.allSatisfy(\.isLetterOrDigit) }
}

/// A place of service (CMS list), such as 11 for an office.
public struct PlaceOfService: FixedCode {
    /// Two digits: `11`.
    public let text: String

    static let length = 2
    static let good = "A place of service is 2 digits. For example 11 for an office"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool {
        characters.allSatisfy(\.isDigit) && characters != Array("00".utf8)
    }

    private static let ownPlaces: Set<String> = [
        "01", "02", "05", "06", "07", "08", "10", "11", "12", "15", "17", "20", "25", "27", "41", "42", "49", "50",
        "53", "57", "58", "60", "65", "66", "71", "72", "81", "99",
    ]

    /// Whether it is the practice's own, the patient's home or no place, so that box 32 stays blank: a clinic, a laboratory or a
    /// dialysis facility that bills is itself the place.
    package var isAtThePractice: Bool { PlaceOfService.ownPlaces.contains(text) }
}

/// A provider taxonomy code (NUCC), such as 2084P0800X for psychiatry.
public struct TaxonomyCode: FixedCode {
    /// Ten capital letters and digits: `2084P0800X`.
    public let text: String

    static let length = 10
    static let good = "A taxonomy code is 10 letters and digits. For example 2084P0800X"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool { characters.allSatisfy(\.isLetterOrDigit) }
}

/// A revenue code of an institutional line (NUBC): four digits, of which a leading zero may be left out.
public struct RevenueCode: Parsed {
    /// Four digits: `0636`.
    public let text: String

    public static let shape = EntryShape(columns: 4)

    private static let good = "A revenue code is 4 digits, such as 0636"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        guard bytes.allSatisfy(\.isDigit), bytes.count <= 4 else { throw .malformed(RevenueCode.good) }
        guard bytes.count >= 3 else { throw .incomplete(RevenueCode.good) }
        self.text = bytes.count == 3 ? "0" + bytes.string : bytes.string
    }

    public static func mayGrow(_ text: String, value: RevenueCode) -> Bool {
        (try? typedBytes(text).count) == 3
    }

    public var description: String { text }
}
