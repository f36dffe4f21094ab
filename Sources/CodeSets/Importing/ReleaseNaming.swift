public import ClaimModel

/// What a person says of a release beyond what its file says; all of it may be left out.
public struct ReleaseNaming: Hashable, Sendable {
    /// As the release is listed; the publisher's name if it is not given.
    public var name: String?
    /// The first service date that the release judges, included.
    public var from: Day?
    /// The last service date that the release judges, included.
    public var to: Day?
    /// The day the publisher brought it out, which decides between two editions for one day.
    public var published: Day?

    /// What is not given is taken from the file.
    public init(name: String? = nil, from: Day? = nil, to: Day? = nil, published: Day? = nil) {
        self.name = name
        self.from = from
        self.to = to
        self.published = published
    }

    /// The release as the file tells it, with what the person says in the place of that.
    func applied(to release: CodeRelease) -> CodeRelease {
        CodeRelease(
            set: release.set, name: name ?? release.name, from: from ?? release.from, to: to ?? release.to,
            source: release.source, published: published ?? release.published, isWhole: release.isWhole)
    }
}

/// The dates that publishers put into the names of their files.
struct FileNameDates {
    private let name: String

    init(_ name: String) {
        self.name = name.lowercased()
    }

    /// The number from 2000 to 2099 that is alone or behind letters: 2027 in `icd10cm-order-2027.txt`.
    var year: Int? {
        name.split { !$0.isNumber }.lazy.filter { $0.count == 4 && $0.hasPrefix("20") }.compactMap { Int($0) }.first
    }

    /// A whole day: `April-1-2026`, `01122026`, `10-01-2026`, `20261001`.
    var day: Day? {
        let parts = name.split { !$0.isNumber && !$0.isLetter }.map(String.init)
        for (index, part) in parts.enumerated() {
            if let day = Day(published: part) ?? FileNameDates.monthFirst(part) { return day }
            guard index + 2 < parts.count, parts[index + 2].count == 4 else { continue }
            let month = FileNameDates.months.firstIndex { part.hasPrefix($0) }.map { "\($0 + 1)" } ?? part
            if let day = Day(published: "\(month)-\(parts[index + 1])-\(parts[index + 2])") { return day }
        }
        return nil
    }

    /// The first day of the month that the name gives with its year: `HCPC2026_JAN`, `2026-October`.
    var month: Day? {
        let words = name.split { !$0.isLetter }
        let month = words.lazy.compactMap { word in FileNameDates.months.firstIndex { word.hasPrefix($0) } }.first
        guard let month, let year else { return nil }
        return Day(year: year, month: month + 1, day: 1)
    }

    private static func monthFirst(_ digits: String) -> Day? {
        guard digits.count == 8 else { return nil }
        return Day(published: "\(digits.prefix(2))-\(digits.dropFirst(2).prefix(2))-\(digits.suffix(4))")
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
