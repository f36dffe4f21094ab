import ClaimModel
import ClaimRules

/// What an element says beyond its type, by what another element calls it: a date, a tax number, an NDC.
struct ElementFormat: Sendable {
    enum Form: Sendable {
        case date, dateRange, taxNumber, zip, phone, ndc, npi, taxonomy, code, adopted, ofPerson
    }

    struct Flaw {
        let problem: String
        let remedy: Remedy
        var severity = Severity.error
        var kind = GuideFault.Kind.format
    }

    let element: Int
    let component: Int
    let form: Form
    /// The element, and its component, that says what it is, and the codes with which it is that; any where empty.
    private let key: (element: Int, component: Int)
    private let codes: [CodeWord]

    private init(
        _ element: Int, component: Int = 0, _ form: Form, where key: (Int, Int) = (0, 0), is codes: String = ""
    ) {
        self.element = element
        self.component = component
        self.form = form
        self.key = key
        self.codes = codes.split(separator: " ").map { CodeWord($0.utf8) }
    }

    func applies(to segment: X12Segment) -> Bool {
        // A postal code is a ZIP code where no country says otherwise.
        if form == .zip { return segment[4].isEmpty || segment[4] == "US" }
        guard key.element > 0 else { return true }
        let value = segment[key.element]
        return codes.contains(CodeWord((key.component > 0 ? value[component: key.component] : value).bytes))
    }

    static func formats(of name: X12SegmentID) -> [ElementFormat] {
        switch name {
        case "DTP": dates
        case "DMG": birth
        case "PAT": death
        case "HI": diagnoses
        case "REF": numbers
        case "N4": places
        case "PER": contacts
        case "LIN": drugs
        case "NM1": names
        case "PRV": specialties
        case "SV1": services
        default: []
        }
    }

    private static let dates = [
        ElementFormat(3, .date, where: (2, 0), is: "D8"), ElementFormat(3, .dateRange, where: (2, 0), is: "RD8"),
    ]
    private static let birth = [ElementFormat(2, .date, where: (1, 0), is: "D8")]
    private static let death = [ElementFormat(6, .date, where: (5, 0), is: "D8")]
    private static let diagnoses = (1...12).map { ElementFormat($0, component: 2, .code) }
    private static let numbers = [ElementFormat(2, .taxNumber, where: (1, 0), is: "EI SY")]
    private static let places = [ElementFormat(3, .zip)]
    private static let contacts = [4, 6, 8].map { ElementFormat($0, .phone, where: ($0 - 1, 0), is: "TE FX") }
    private static let drugs = [ElementFormat(3, .ndc, where: (2, 0), is: "N4")]
    private static let names =
        [ElementFormat(9, .npi, where: (8, 0), is: "XX")]
        + [4, 5, 7].map { ElementFormat($0, .ofPerson, where: (2, 0), is: "2") }
    private static let specialties = [ElementFormat(3, .taxonomy, where: (2, 0), is: "PXC")]
    private static let services = [
        ElementFormat(1, component: 2, .code, where: (1, 1), is: "HC"),
        ElementFormat(1, component: 1, .adopted, where: (1, 1), is: "ER IV WK"),
    ]
}

// MARK: What is wrong

extension ElementFormat {
    /// `nil` where the bytes are in the format.
    func flaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        switch form {
        case .date:
            bytes.count == 8 && bytes.isDate ? nil : Flaw(problem: "is not a date", remedy: Self.dateRemedy(for: bytes))
        case .dateRange: Self.rangeFlaw(of: bytes)
        case .taxNumber:
            Self.digitFlaw(of: bytes, [9], "a tax number is 9 digits", hint: "Send the 9 digits of the tax ID.")
        case .zip:
            Self.digitFlaw(of: bytes, [5, 9], "a ZIP code is 5 or 9 digits", hint: "Send the ZIP code.")
        case .phone: Self.phoneFlaw(of: bytes)
        case .ndc: Self.ndcFlaw(of: bytes)
        case .npi: Self.npiFlaw(of: bytes)
        case .taxonomy:
            bytes.count == 10 && bytes.isAlphanumeric
                ? nil : Flaw(problem: "is not a taxonomy code of 10 characters", remedy: "Send the code: 2084P0800X.")
        case .code: Self.codeFlaw(of: bytes)
        case .ofPerson:
            Flaw(
                problem: "is a person's, but NM102 is 2, an organization",
                remedy: "Make NM102 1 for a person; an organization has no such name.", kind: .notUsed)
        case .adopted:
            Flaw(
                problem: "is a code set that HIPAA has not adopted", remedy: "Use HC with a CPT or HCPCS code.",
                severity: .warning)
        }
    }

    private static func rangeFlaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.count == 8 && $0.isDate }) { return nil }
        return parts.count == 1 && bytes.isDate
            ? Flaw(
                problem: "is one date where RD8 says two",
                remedy: "Change RD8 to D8 for one date; a range is two dates with a hyphen: CCYYMMDD-CCYYMMDD.")
            : Flaw(problem: "is not a range of two dates", remedy: "Send both dates with a hyphen: CCYYMMDD-CCYYMMDD.")
    }

    /// A number that has other signs in it, or too many or few digits.
    private static func digitFlaw(of bytes: ArraySlice<UInt8>, _ counts: [Int], _ rule: String, hint: Remedy) -> Flaw? {
        guard !bytes.isOfDigits || !counts.contains(bytes.count) else { return nil }
        let digits = bytes.filter(\.isDigit)
        let hasOnlyMarks = bytes.allSatisfy { $0.isDigit || $0 == 0x2D || $0 == 0x20 || $0 == 0x2E }
        let meant = String(written: digits[...])
        return counts.contains(digits.count) && hasOnlyMarks
            ? Flaw(problem: "has hyphens or blanks; \(rule)", remedy: .send("\(meant)"))
            : Flaw(problem: "is not right: \(rule)", remedy: hint)
    }

    /// An NDC with the hyphens of its label shows where the zero belongs.
    private static func ndcFlaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        guard !bytes.isOfDigits || bytes.count != 11 else { return nil }
        if bytes.contains(UInt8(ascii: "-")),
            let ndc = try? NDC(parsing: String(written: bytes), in: ParsingContext(today: Day(number: 0)))
        {
            return Flaw(problem: "has hyphens; an NDC is 11 digits", remedy: .send("\(ndc.digits11)"))
        }
        return digitFlaw(
            of: bytes, [11], "an NDC is 11 digits", hint: "Send the NDC in its 11 digits, 5-4-2, without hyphens.")
    }

    private static func phoneFlaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        guard !bytes.isOfDigits || bytes.count != 10 else { return nil }
        let digits = bytes.filter(\.isDigit)
        if digits.count == 11, digits.first == 0x31 {
            return Flaw(
                problem: "begins with 1; a phone number is area code and 7 digits",
                remedy: .send("\(String(written: digits.dropFirst()))"))
        }
        return digits.count == 10
            ? Flaw(problem: "has other characters than digits", remedy: .send("\(String(written: digits[...]))"))
            : Flaw(problem: "has \(digits.count) digits; a phone number has 10", remedy: "Send area code and number.")
    }

    private static func npiFlaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        if bytes.count == 10, bytes.isOfDigits, NPI.passesCheck(bytes) { return nil }
        if bytes.count == 15, bytes.isOfDigits, bytes.starts(with: "80840".utf8) {
            let number = bytes.dropFirst(5)
            return Flaw(
                problem: "has the prefix 80840 of a health card before the NPI",
                remedy: .send("\(String(written: number))"))
        }
        return bytes.count == 10 && bytes.isOfDigits
            ? Flaw(problem: "is not an NPI: its check digit is wrong", remedy: "Compare it with NPPES.")
            : Flaw(problem: "is not an NPI, which is 10 digits", remedy: "Send the NPI, or its own qualifier in NM108.")
    }

    private static func codeFlaw(of bytes: ArraySlice<UInt8>) -> Flaw? {
        guard !bytes.isAlphanumeric else { return nil }
        let plain = String(written: bytes.filter { $0 != 0x2E && $0 != 0x20 && $0 != 0x2D }[...])
        return bytes.contains(0x2E)
            ? Flaw(problem: "has a decimal point", remedy: .send("\(plain)"))
            : Flaw(problem: "has other characters than letters and digits", remedy: .send("\(plain)"))
    }

    /// `11/10/2026` and `2026-11-10` show what is meant.
    static func dateRemedy(for bytes: ArraySlice<UInt8>) -> Remedy {
        let parts = bytes.split { !$0.isDigit }.map { String(written: $0) }
        switch parts.map(\.count) {
        case [2, 2, 4]: return .send("\(parts[2])\(parts[0])\(parts[1])")
        case [4, 2, 2]: return .send("\(parts.joined())")
        default: return "Send it in 8 digits: year, month, day (CCYYMMDD)."
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var isAlphanumeric: Bool { allSatisfy(\.isLetterOrDigit) }
}
