extension LibraryProduct {
    /// Every public declaration and protocol requirement without a doc comment: `Core/Field.swift:46 public var shape`.
    ///
    /// What a type has because a protocol asks for it is documented at the protocol, and an enumeration's cases at their
    /// type.
    public func undocumented() throws -> [String] {
        try sources().flatMap { path, lines in
            SourceLines(lines: lines).undocumented.map { "\(path):\($0 + 1) \(lines[$0].drop { $0 == " " })" }
        }
    }
}

/// The lines of one source file, in the layout that `swift format` gives it.
struct SourceLines {
    let lines: [String]

    /// The lines, counted from 0, on which a declaration begins that others see and nothing explains.
    var undocumented: [Int] {
        var found: [Int] = []
        /// How the line begins that ends the public protocol around.
        var endOfProtocol: String?
        for (index, line) in lines.enumerated() {
            let indentation = String(line.prefix { $0 == " " })
            if line == endOfProtocol { endOfProtocol = nil }
            let declaration = withoutAttributes(line.dropFirst(indentation.count))
            let isRequirement = endOfProtocol.map { indentation == $0.dropLast() + "    " } ?? false
            guard isRequirement ? beginsRequirement(declaration) : isPublic(declaration) else { continue }
            if declaration.hasPrefix("public protocol ") { endOfProtocol = indentation + "}" }
            if isRequirement || !isOfProtocol(declaration), !hasComment(above: index) { found.append(index) }
        }
        return found
    }

    private func withoutAttributes(_ text: Substring) -> Substring {
        var rest = text
        while rest.hasPrefix("@"), let space = rest.firstIndex(of: " ") {
            // An attribute in parentheses may have spaces.
            if let open = rest.firstIndex(of: "("), open < space {
                guard let close = rest.firstIndex(of: ")") else { return "" }
                rest = rest[close...].dropFirst().drop { $0 == " " }
            } else {
                rest = rest[space...].drop { $0 == " " }
            }
        }
        return rest
    }

    private func isPublic(_ declaration: Substring) -> Bool {
        declaration.hasPrefix("public ") && !declaration.hasPrefix("public import ")
    }

    private func beginsRequirement(_ declaration: Substring) -> Bool {
        ["var ", "static ", "func ", "mutating ", "init", "subscript", "associatedtype "].contains {
            declaration.hasPrefix($0)
        }
    }

    /// Whether the declaration is what a documented protocol asks for.
    private func isOfProtocol(_ declaration: Substring) -> Bool {
        let rest = declaration.dropFirst("public ".count)
        return SourceLines.ofProtocols.contains { rest.hasPrefix($0) }
    }

    private static let ofProtocols = [
        // Of the standard library.
        "var description:", "var debugDescription:", "var customMirror:", "func hash(into", "func encode(to",
        "init(from", "static func ==", "static func <",
        // `Parsed`, `Choice` and `ClaimPart`.
        "init(parsing", "static let shape", "static var shape", "static func mayGrow(", "static func settled(",
        "static let table", "static let aliases", "static var aliases", "var label: String {", "static let blank",
    ]

    private func hasComment(above index: Int) -> Bool {
        let above = lines[..<index].last { line in
            let text = line.drop { $0 == " " }
            return !text.hasPrefix("@") || text.contains(" var ") || text.contains(" func ") || text.contains("import ")
        }
        return above?.drop { $0 == " " }.hasPrefix("///") ?? false
    }
}

extension LibraryProduct {
    /// The first line of the doc comment above each public declaration whose line ends so.
    public func comments(above ending: String) throws -> [String] {
        try sources().flatMap { _, lines in
            lines.indices.filter { lines[$0].hasSuffix(ending) && lines[$0].contains("public ") }.map { index in
                let comment = lines[..<index].reversed().prefix { $0.drop { $0 == " " }.hasPrefix("///") }
                return String((comment.last ?? "").drop { $0 == " " || $0 == "/" })
            }
        }
    }
}
