public import ClaimModel

/// Two procedures that the NCCI does not pay together: the column 2 code is part of the column 1 code.
public struct ProcedurePair: Hashable, Sendable {
    /// Whether a modifier may tell the two apart.
    public enum Modifier: String, Hashable, Sendable {
        case notAllowed = "0"
        case allowed = "1"
        case notApplicable = "9"
    }

    /// The code that is paid, five characters.
    public let column1: String
    /// The code that is part of it, five characters.
    public let column2: String
    /// As the publisher's modifier indicator says.
    public let modifier: Modifier
    /// The first day in force, included; `nil` for no limit.
    public let validFrom: Day?
    /// The last day in force, included; `nil` for no limit.
    public let validTo: Day?
    /// Why the pair exists, in the publisher's words.
    public let rationale: String

    /// Whether the edit applies to a service on this day.
    public func isInForce(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    init?(_ row: TableRow) {
        let code = row.code
        guard code.utf8.count == 10, let modifier = row.details.first.flatMap(Modifier.init) else { return nil }
        column1 = String(code.prefix(5))
        column2 = String(code.suffix(5))
        self.modifier = modifier
        validFrom = row.firstDay
        validTo = row.lastDay
        rationale = row.description
    }
}

/// The most units of a procedure on one day (CMS, medically unlikely edits, practitioner services).
public struct UnitLimit: Hashable, Sendable {
    /// Five characters.
    public let code: String
    /// More on one day are not paid, line by line or together, as `indicator` says.
    public let units: Int
    /// The adjudication indicator: 1 line by line, 2 and 3 all lines of a day together.
    public let indicator: Int
    /// Why, in the publisher's words.
    public let rationale: String

    init?(_ row: TableRow) {
        let details = row.details
        guard details.count >= 2, let units = Int(details[0]), let indicator = Int(details[1]) else { return nil }
        code = row.code
        self.units = units
        self.indicator = indicator
        rationale = row.description
    }
}
