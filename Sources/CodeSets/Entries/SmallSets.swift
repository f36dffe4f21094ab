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

    public let code: String
    public let kind: Kind
    public let label: String
    public let validFrom: Day?
    public let validTo: Day?

    public func isValid(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    init(_ row: TableRow) {
        code = row.code
        kind = row.details.first.flatMap(Kind.init) ?? .other
        validFrom = row.firstDay
        validTo = row.lastDay
        label = row.description
    }
}

/// A provider's specialty in the NUCC taxonomy.
public struct TaxonomyEntry: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case mentalHealth = "mental-health"
        case anesthesia
        case pain
        case other
    }

    public let code: String
    public let kind: Kind
    public let label: String

    init(_ row: TableRow) {
        code = row.code
        kind = row.details.first.flatMap(Kind.init) ?? .other
        label = row.description
    }
}

/// A code of a small set with its short words: a place of service, a denial reason, a remark, a revenue code.
public struct CodeEntry: Hashable, Sendable {
    public let set: CodeSetName
    public let code: String
    public let label: String

    init(_ row: TableRow, set: CodeSetName) {
        self.set = set
        code = row.code
        label = row.description
    }
}
