import Foundation

/// A library that others may use, with its source files and its article as they are in this checkout.
public enum LibraryProduct: String, CaseIterable, Sendable {
    case claimModel = "ClaimModel"
    case codeSets = "CodeSets"
    case claimRules = "ClaimRules"
    case claimExchange = "ClaimExchange"

    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private var folder: URL { LibraryProduct.checkout.appending(path: "Sources/\(rawValue)") }

    /// The lines of the first example of the product's article: what is between ```` ```swift ```` and the next fence.
    public func firstExample() throws -> [String] {
        let article = try lines(of: folder.appending(path: "Documentation.docc/\(rawValue).md"))
        return Array(article.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" })
    }

    /// The lines of every source file by its path under the product's folder.
    func sources() throws -> [(path: String, lines: [String])] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
            (path: $0, lines: try lines(of: folder.appending(path: $0)))
        }
    }
}

/// The lines of a test's source between `// example` and `// end of example`, without their common indentation; a blank
/// line between two such passages.
public func markedExample(in file: String) throws -> [String] {
    var passages: [[String]] = []
    var isInside = false
    for line in try lines(of: URL(filePath: file)) {
        switch line.trimmingCharacters(in: .whitespaces) {
        case "// example":
            isInside = true
            passages.append([])
        case "// end of example": isInside = false
        default: if isInside { passages[passages.count - 1].append(line) }
        }
    }
    return Array(passages.map(unindented).joined(separator: [""]))
}

private func unindented(_ lines: [String]) -> [String] {
    let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }
}

func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
}
