import ArgumentParser
import ClaimModel
import CodeSets

/// A code set as people name it: `ICD-10-CM`, `icd10cm`, `pos`, `place-of-service`.
struct SetArgument: ExpressibleByArgument {
    let set: CodeSetName

    init?(argument: String) {
        let name = SetArgument.folded(argument)
        let set = CodeSetName.allCases.first { SetArgument.folded($0.rawValue) == name } ?? SetArgument.short[name]
        guard let set else { return nil }
        self.set = set
    }

    static var allValueStrings: [String] { CodeSetName.allCases.map(\.rawValue) }

    private static let short: [String: CodeSetName] = [
        "icd10": .diagnosis, "icd": .diagnosis, "dx": .diagnosis, "pos": .placeOfService, "modifiers": .modifier,
        "revenue": .revenue,
    ]

    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// A day as scripts write it: `2026-11-10`.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(iso: argument) else { return nil }
        self.day = day
    }
}
