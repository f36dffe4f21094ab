public import ClaimModel

/// When the publisher of a set issues releases, and whether the loaded one is the latest.
public struct ReleaseDue: Hashable, Sendable {
    /// A set whose publisher has a calendar.
    public let set: CodeSetName
    /// The newest loaded release; `nil` if none is loaded.
    public let release: CodeRelease?
    /// The last day before today, or today, on which a release came into force.
    public let last: Day
    /// The first day after today on which a release comes into force.
    public let next: Day

    /// Whether a release has come into force since the one that is loaded; `nil` if that one has no date.
    public var isOverdue: Bool? {
        guard let release else { return true }
        return [release.from, release.published].compactMap(\.self).max().map { $0 < last }
    }
}

extension CodeBooks {
    /// What is due of each set whose publisher has a calendar.
    public func due(on today: Day) -> [ReleaseDue] {
        CodeSetName.allCases.compactMap { set in
            guard let months = CodeBooks.monthsOfRelease[set] else { return nil }
            let days = (-1...1).flatMap { years in
                months.compactMap { Day(year: today.year + years, month: $0, day: 1) }
            }
            guard let last = days.last(where: { $0 <= today }), let next = days.first(where: { $0 > today }) else {
                return nil
            }
            // What has yet to come into force is not what is used today.
            let loaded = releases.filter { $0.set == set && ($0.from.map { $0 <= today } ?? true) }
            let newest = loaded.max { CodeBooks.date(of: $0) < CodeBooks.date(of: $1) }
            return ReleaseDue(set: set, release: newest, last: last, next: next)
        }
    }

    private static func date(of release: CodeRelease) -> Int {
        [release.from, release.published].compactMap(\.self).max()?.number ?? .min
    }

    /// ICD-10-CM in October and April; HCPCS and the NCCI each quarter; CARC and RARC in March, July and November; NUCC in
    /// January and July.
    private static let monthsOfRelease: [CodeSetName: [Int]] = [
        .diagnosis: [4, 10], .hcpcs: [1, 4, 7, 10], .procedurePair: [1, 4, 7, 10], .unitLimit: [1, 4, 7, 10],
        .carc: [3, 7, 11], .rarc: [3, 7, 11], .taxonomy: [1, 7],
    ]
}
