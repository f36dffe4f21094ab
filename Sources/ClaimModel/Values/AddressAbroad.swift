/// A ZIP code, or the postal code of another country (837P N403).
///
/// A field does not know the country of its address: a text that is no ZIP code is read as a foreign code, and a rule says
/// so where the address is in the United States.
public struct PostalCode: Parsed {
    /// `nil` where it is no ZIP code.
    public let zip: ZIPCode?
    /// `44114-1234`, `M5V 2T6`, `SW1A 1AA`.
    public let description: String

    public static let shape = EntryShape(columns: 10, limit: 15)

    private static let good = "A postal code is letters and digits, such as 44114 or M5V 2T6"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let typed = try typedCode(text)
        zip = try? ZIPCode(parsing: typed.string, in: context)
        if let zip {
            description = zip.description
            return
        }
        let isLegal = typed.allSatisfy { $0.isLetterOrDigit || $0 == .dash || $0.isSpace }
        guard isLegal, typed.first != .dash, typed.count <= 15 else { throw .malformed(PostalCode.good) }
        let words = typed.split(whereSeparator: \.isSpace)
        guard words.reduce(0, { $0 + $1.count }) >= 3, typed.last != .dash else { throw .incomplete(PostalCode.good) }
        description = PostalCode.canadian(words.flatMap(\.self)) ?? words.map(\.string).joined(separator: " ")
    }

    /// `M5V2T6` as `M5V 2T6`.
    private static func canadian(_ signs: [UInt8]) -> String? {
        let isCanadian =
            signs.count == 6 && signs.enumerated().allSatisfy { $0 % 2 == 0 ? $1.isLetter : $1.isDigit }
        return isCanadian ? "\(signs.prefix(3).string) \(signs.suffix(3).string)" : nil
    }

    public static func mayGrow(_ text: String, value: PostalCode) -> Bool {
        trimmed(text).utf8.count < shape.limit
    }
}

/// A state of the United States or a province of Canada, by its two letters (837P N402).
public struct RegionCode: FixedCode {
    /// Two capital letters.
    public let text: String

    static let length = 2
    static let good = "A state or province is its two postal letters, such as OH or ON"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool { characters.allSatisfy(\.isLetter) }

    /// Whether it is a state, a territory or a military region of the United States.
    public var isState: Bool { StateCode.all.contains(text) }

    /// Whether it is a province or territory of Canada.
    public var isProvince: Bool { RegionCode.provinces.contains(text) }

    private static let provinces: Set<String> = [
        "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
    ]
}

/// A country, by the two letters of ISO 3166-1 (837P N404).
public struct CountryCode: FixedCode {
    /// Two capital letters.
    public let text: String

    static let length = 2
    static let good = "A country is its two ISO letters, such as CA or MX"

    init(checked text: String) {
        self.text = text
    }

    static func mayBegin(_ characters: [UInt8]) -> Bool {
        characters.count < 2
            ? all.contains { Array($0.utf8).starts(with: characters) } : all.contains(characters.string)
    }

    /// ISO 3166-1, officially assigned codes.
    static let all = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
        CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO \
        FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE \
        JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO \
        MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
        PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM \
        TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """.split(separator: " ").map(String.init))
}
