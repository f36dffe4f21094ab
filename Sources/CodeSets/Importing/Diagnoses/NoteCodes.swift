/// A list that is nothing but codes: `C44.500, C44.510`, `T51-T65`, `M05.00 to M05.8A`, `E08-E13 with .41`,
/// `T43.21 with sixth character 1-4`.
struct NoteCodes {
    private(set) var ranges: [CodeRange] = []

    /// `nil` where the words hold anything else.
    init?(_ words: [Substring], _ codes: CodesOfRelease) {
        var isStretch = false
        for (index, word) in words.enumerated() {
            if let range = codes.range(of: word) {
                let first = isStretch ? ranges.popLast()?.first ?? range.first : range.first
                ranges.append(CodeRange(first: first, last: range.last))
                isStretch = false
            } else if word == "to", index > 0 {
                isStretch = true
            } else if word == "with" {
                guard let narrowed = NoteCodes.narrowed(ranges, by: Array(words[(index + 1)...]), codes) else {
                    return nil
                }
                ranges = narrowed
                return
            } else if word != "and", word != "or" {
                return nil
            }
        }
        guard !isStretch else { return nil }
    }

    private static func narrowed(
        _ ranges: [CodeRange], by words: [Substring], _ codes: CodesOfRelease
    ) -> [CodeRange]? {
        if words.count == 3, words[1] == "character", let place = ordinals[words[0]] {
            guard let characters = stretch(words[2]) else { return nil }
            let bases = ranges.map(\.name)
            guard bases.allSatisfy({ $0.filter { $0 != "." }.count == place - 1 }) else { return nil }
            return bases.flatMap { base in characters.compactMap { codes.existing("\(base)\($0)") } }
        }
        let endings = words.starts(with: ["final", "characters"]) ? words.dropFirst(2) : words[...]
        var suffixes: [Substring] = []
        for ending in endings where ending != "or" && ending != "and" {
            guard let read = suffixesOf(ending) else { return nil }
            suffixes += read
        }
        let categories = ranges.flatMap { codes.categories(in: $0) }
        return categories.flatMap { category in suffixes.compactMap { codes.existing("\(category).\($0)") } }
    }

    private static let ordinals: [Substring: Int] = ["fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7]

    /// `.41`, `.62-`, `.15.`, `.51-.52`.
    private static func suffixesOf(_ word: Substring) -> [Substring]? {
        guard word.first == "." else { return nil }
        let ends = word.split { $0 == "." || $0 == "-" }
        guard let first = ends.first, ends.count <= 2 else { return nil }
        guard ends.count == 2 else { return [first] }
        guard let low = Int(first), let high = Int(ends[1]), low <= high, first.count == ends[1].count else {
            return nil
        }
        return (low...high).map { number in
            let digits = String(number)
            return Substring(String(repeating: "0", count: first.count - digits.count) + digits)
        }
    }

    /// `1-4` as its four digits.
    private static func stretch(_ word: Substring) -> [Int]? {
        let ends = word.split(separator: "-").map { Int($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high, high <= 9 else { return nil }
        return Array(low...high)
    }
}
