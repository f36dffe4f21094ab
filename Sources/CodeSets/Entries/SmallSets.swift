public import ClaimModel

/// A modifier of CPT or HCPCS Level II.
public struct ModifierEntry: Hashable, Sendable {
    /// What a modifier is about, where rules or lists ask.
    public enum Kind: String, Hashable, Sendable {
        /// Anesthesia given, supervised or graded: AA to QZ, 23, 47, P1 to P6.
        case anesthesia
        case telehealth
        /// JW and JZ.
        case waste
        /// 24, 25 and 57, which are on visits only.
        case visit
        /// 59 and its finer forms XE, XP, XS, XU.
        case distinct
        case `repeat`
        /// GA, GX, GY, GZ.
        case waiver
        case side
        case drug
        case other
    }

    /// Two capital letters or digits.
    public let code: String
    /// `.other` where the table names none.
    public let kind: Kind
    private let row: TableRow
    /// The first day in force, included; `nil` where the table sets no limit.
    public let validFrom: Day?
    /// The last day in force, included; `nil` where the table sets no limit.
    public let validTo: Day?

    /// What it says, in the words of CMS or, for CPT, in our own.
    public var label: String { row.description }

    /// Whether the modifier is in force on this day.
    public func isValid(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    init(_ row: TableRow) {
        self.row = row
        code = row.code
        kind = row.details.first.flatMap(Kind.init) ?? .other
        validFrom = row.firstDay
        validTo = row.lastDay
    }
}

/// A provider's specialty in the NUCC taxonomy.
public struct TaxonomyEntry: Hashable, Sendable {
    /// The specialties that rules ask about.
    public enum Kind: String, Hashable, Sendable {
        case mentalHealth = "mental-health"
        case anesthesia
        case pain
        case other
    }

    /// Ten capital letters and digits: `2084P0800X`.
    public let code: String
    /// `.other` where no rule asks about the specialty.
    public let kind: Kind
    private let row: TableRow

    /// The specialty, in our own words unless the office imported the list.
    public var label: String { row.description }

    init(_ row: TableRow) {
        self.row = row
        code = row.code
        kind = row.details.first.flatMap(Kind.init) ?? .other
    }
}

/// A code of a small set with its short words: a place of service, a denial reason, a remark, a revenue code.
public struct CodeEntry: Hashable, Sendable {
    /// The small set that it is of.
    public let set: CodeSetName
    /// As claims and remittances write it: `11`, `M119`, `0636`.
    public let code: String
    private let row: TableRow
    /// The same code in every list of the set.
    private let all: [TableRow]

    /// The fields of a claim that most often lead to it, by id (`line.ndc`), the likeliest first; `@npi` and the like are
    /// those of whomever the payer names. Of a denial, a remark or a claim status only, and often none.
    public var fields: [String] {
        let named = ([row] + all).lazy.compactMap { $0.details.first }.first { !$0.isEmpty }
        return named?.split(separator: " ").map(String.init) ?? []
    }

    /// What it means, in our own words unless the office imported the list.
    public var label: String { row.description }

    init(_ row: TableRow, set: CodeSetName, besides all: [TableRow]) {
        (self.row, self.set, self.all) = (row, set, all)
        code = row.code
    }
}
