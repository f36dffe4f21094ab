public import ClaimModel

/// One published edition of a code set and the service dates that it is for.
public struct CodeRelease: Hashable, Sendable {
    /// As the publisher calls it: `FY2026 (April 1 2026)`.
    public let name: String
    /// The first and the last day, both included.
    public let from: Day
    public let to: Day

    public func covers(_ day: Day) -> Bool { from <= day && day <= to }

    /// The fiscal year whose ICD-10-CM release a service date asks for: `FY2027` from 2026-10-01 on.
    public static func fiscalYear(of day: Day) -> String {
        let parts = day.parts
        return "FY\(parts.month >= 10 ? parts.year + 1 : parts.year)"
    }
}
