public import ClaimModel

/// One published edition of a code set and the service dates that it is for.
public struct CodeRelease: Hashable, Sendable {
    /// The code set that it is an edition of.
    public let set: CodeSetName
    /// As the publisher calls it: `FY2026 (April 1 2026)`.
    public let name: String
    /// The first service date that it judges, included; `nil` for no limit.
    public let from: Day?
    /// The last service date that it judges, included; `nil` for no limit.
    public let to: Day?
    /// Whose file it was made of, in words.
    public let source: String
    /// When the publisher brought it out.
    public let published: Day?
    /// Whether it has every code of the set, so that one which is absent does not exist.
    public let isWhole: Bool
    /// How many rows its table has.
    public internal(set) var rows: Int
    /// How many of its rows may be billed.
    public internal(set) var billable: Int
    /// SHA-256 of the table, in hexadecimal digits.
    public internal(set) var checksum: String
    /// Whether it came with the program.
    public internal(set) var isShipped: Bool

    /// A release that no table has been made of yet: without rows, without a checksum.
    public init(
        set: CodeSetName, name: String, from: Day? = nil, to: Day? = nil, source: String, published: Day? = nil,
        isWhole: Bool = true
    ) {
        self.set = set
        self.name = name
        self.from = from
        self.to = to
        self.source = source
        self.published = published
        self.isWhole = isWhole
        rows = 0
        billable = 0
        checksum = ""
        isShipped = false
    }

    /// Whether the release judges this service date.
    public func covers(_ day: Day) -> Bool { distance(to: day) == 0 }

    /// Days from a service date to the nearest one that the release judges.
    func distance(to day: Day) -> Int {
        if let from, day < from { return from.number - day.number }
        if let to, to < day { return day.number - to.number }
        return 0
    }

    /// The fiscal year whose ICD-10-CM release a service date asks for: `FY2027` from 2026-10-01 on.
    public static func fiscalYear(of day: Day) -> String {
        let parts = day.parts
        return "FY\(parts.month >= 10 ? parts.year + 1 : parts.year)"
    }
}

/// The release that judges a service date.
public struct ReleaseChoice: Hashable, Sendable {
    /// Of the set that was asked for.
    public let release: CodeRelease
    /// `false` where no loaded release is for that day and this one is the nearest.
    public let covers: Bool
}
