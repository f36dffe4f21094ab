import Yams
import TextKit

/// One `key: value` of a theme file with its place.
struct ThemeEntry {
    let key: String
    let value: Node
    let line: Int?

    func error(in file: String, _ problem: String, remedy: String) -> ThemeError {
        ThemeError(file, line: line, problem, remedy: remedy)
    }

    func colorError(_ text: String, in file: String) -> ThemeError {
        error(
            in: file, "\(shown(key)): \(shown(text)) is not a color",
            remedy: "Write six hexadecimal digits in quotes, as in \"1d1f21\"")
    }

    func text(in file: String) throws(ThemeError) -> String {
        guard let text = value.scalar?.string else {
            throw error(in: file, "\(shown(key)) must be a single value", remedy: "Put the value behind the colon")
        }
        return text
    }

    func role(in file: String) throws(ThemeError) -> Role {
        guard let role = Role(rawValue: key) else {
            let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(in: file, "there is no role \(shown(key))", remedy: "The roles are \(names)")
        }
        return role
    }

    /// One part of a role: `fg`, `bg` or an attribute that is true or false.
    func change(in file: String) throws(ThemeError) -> @Sendable (inout RoleLook) -> Void {
        let text = try text(in: file)
        switch key {
        case "fg":
            let shade = try shade(text, in: file)
            return { $0.foreground = shade }
        case "bg":
            let shade = try shade(text, in: file)
            return { $0.background = shade }
        default:
            guard let attribute = Attributes.named.first(where: { $0.name == key })?.value else {
                throw error(
                    in: file, "a role has no \(shown(key))",
                    remedy: "It has fg, bg, bold, dim, underline and reverse")
            }
            guard let isOn = ["true": true, "false": false][text.lowercased()] else {
                throw error(in: file, "\(key): \(shown(text)) is neither true nor false", remedy: "Write true or false")
            }
            return { isOn ? $0.attributes.formUnion(attribute) : $0.attributes.subtract(attribute) }
        }
    }

    /// `bold`, `bold reverse` or `[bold, reverse]`; `none` or nothing for no attribute.
    func attributes(in file: String) throws(ThemeError) -> Attributes {
        let words =
            if let list = value.sequence {
                list.map { $0.scalar?.string ?? "?" }
            } else {
                try text(in: file).split(separator: " ").map(String.init)
            }
        var attributes: Attributes = []
        for word in words where word != "none" {
            guard let attribute = Attributes.named.first(where: { $0.name == word })?.value else {
                throw error(
                    in: file, "\(shown(word)) is not an attribute",
                    remedy: "The attributes are bold, dim, underline, reverse and none")
            }
            attributes.formUnion(attribute)
        }
        return attributes
    }

    private func shade(_ text: String, in file: String) throws(ThemeError) -> Shade {
        if text == "default" { return .standard }
        if text.lowercased().hasPrefix("base"), text.utf8.count == 6, let slot = Int(text.dropFirst(4), radix: 16),
            (0..<16).contains(slot)
        {
            return .slot(slot)
        }
        guard let color = RGB(hex: text) else { throw colorError(text, in: file) }
        return .rgb(color)
    }

    private func shown(_ text: String) -> String {
        text.isEmpty ? "nothing" : text.printable().clipped(to: 40, ellipsis: "…")
    }
}

extension ThemeFile {
    static func entries(of node: Node, at place: String, file: String) throws(ThemeError) -> [ThemeEntry] {
        guard let mapping = node.mapping else {
            throw ThemeError(
                file, line: node.mark?.line, "\(place.printable().clipped(to: 40)) must be a list of key: value lines",
                remedy: "Look at one of the themes that come with the program")
        }
        return mapping.map { ThemeEntry(key: $0.key.scalar?.string ?? "", value: $0.value, line: $0.key.mark?.line) }
    }

    static func root(of text: String, file: String) throws(ThemeError) -> Node {
        guard text.utf8.count <= YAMLBounds.size else {
            throw ThemeError(file, "it is larger than 64 KB", remedy: "Give a theme file, which has about one KB")
        }
        if let line = YAMLBounds.lineOfAnchor(in: text) {
            throw ThemeError(
                file, line: line, "a word starts with & or *, as YAML anchors do",
                remedy: "Write each value out where it is used")
        }
        do {
            guard let root = try compose(yaml: text, .basic, .default, .utf8) else {
                throw ThemeError(file, "it is empty", remedy: "Give the colors base00 to base0F")
            }
            return root
        } catch let error as ThemeError {
            throw error
        } catch {
            throw refusal(of: error, file: file)
        }
    }

    private static func refusal(of error: any Error, file: String) -> ThemeError {
        let remedy = "Check the quotes, colons and indentation there"
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ThemeError(
                file, line: mark.line, "it is not readable as YAML: \(problem.printable())", remedy: remedy)
        case .duplicatedKeysInMapping:
            return ThemeError(file, "a key appears twice", remedy: "Remove one of the two")
        default:
            return ThemeError(
                file, "it is not readable as YAML", remedy: "Save it as UTF-8 text without control characters")
        }
    }
}
