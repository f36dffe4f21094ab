import Foundation

/// The text of `config.yaml`, in which single settings are changed and everything else stays: comments, order, spaces.
struct SettingsText {
    private var lines: [String]
    private let lineEnd: String
    private let section = "interchange"

    init(_ text: String) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
    }

    var text: String { lines.isEmpty ? "" : lines.joined(separator: lineEnd) + lineEnd }

    /// Changes a setting; `nil` takes it out.
    mutating func set(_ name: String, to value: String?) {
        let index = lines.firstIndex { SettingsText.name(of: $0) == name && !SettingsText.isIndented($0) }
        guard let value else {
            if let index { lines.remove(at: index) }
            return
        }
        if let index {
            lines[index] = SettingsText.line(lines[index], with: value)
        } else {
            lines.append("\(name): \(SettingsText.written(value))")
        }
    }

    /// Changes the settings of the section `interchange`; none takes it out.
    mutating func setInterchange(_ values: [(name: String, value: String)]?) {
        guard
            let start = lines.firstIndex(where: { SettingsText.name(of: $0) == section && !SettingsText.isIndented($0) }
            )
        else {
            if let values {
                lines += ["\(section):"] + values.map { "  \($0.name): \(SettingsText.written($0.value))" }
            }
            return
        }
        guard let values else {
            lines.removeSubrange(start..<end(of: start))
            return
        }
        unfold(start)
        let indent =
            lines[(start + 1)..<end(of: start)].first { SettingsText.name(of: $0) != nil }
            .map { String($0.prefix { $0 == " " || $0 == "\t" }) } ?? "  "
        for (name, value) in values {
            let range = (start + 1)..<end(of: start)
            if let index = lines[range].firstIndex(where: { SettingsText.name(of: $0) == name }) {
                lines[index] = SettingsText.line(lines[index], with: value)
            } else {
                lines.insert("\(indent)\(name): \(SettingsText.written(value))", at: range.upperBound)
            }
        }
    }

    /// Behind the last line of a section: what is indented, and comments and blanks between.
    private func end(of start: Int) -> Int {
        var end = start + 1
        for index in lines.indices.dropFirst(start + 1) {
            let line = lines[index]
            if SettingsText.isIndented(line) && line.contains(where: { $0 != " " && $0 != "\t" }) {
                end = index + 1
            } else if !line.isEmpty, !line.hasPrefix("#"), line.contains(where: { $0 != " " }) {
                break
            }
        }
        return end
    }

    /// Writes a section in braces on lines of its own.
    private mutating func unfold(_ start: Int) {
        let (_, value, comment) = SettingsText.parts(lines[start])
        guard value.hasPrefix("{") else { return }
        lines[start] = "\(section):" + (comment.isEmpty ? "" : "  \(comment)")
        // A section that goes on below is taken out; each of its settings is written again.
        lines.removeSubrange((start + 1)..<end(of: start))
    }

    private static func isIndented(_ line: String) -> Bool { line.hasPrefix(" ") || line.hasPrefix("\t") }

    /// What a line sets; `nil` for any other line.
    private static func name(of line: String) -> String? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        guard let colon = text.firstIndex(of: ":"), !text.hasPrefix("#") else { return nil }
        let name = text[..<colon].trimmingCharacters(in: .whitespaces)
        return name.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    }

    /// The same line with another value; its comment stays.
    private static func line(_ line: String, with value: String) -> String {
        let (start, old, comment) = parts(line)
        // A value that means the same stays as it was written.
        let isSame = old == written(value) || old.trimmingCharacters(in: CharacterSet(charactersIn: "\"'")) == value
        return isSame ? line : "\(start) \(written(value))" + (comment.isEmpty ? "" : "  \(comment)")
    }

    /// `  usage:`, `test`, `# until we are enrolled`
    private static func parts(_ line: String) -> (start: String, value: String, comment: String) {
        guard let colon = line.firstIndex(of: ":") else { return (line, "", "") }
        let rest = line[line.index(after: colon)...]
        var quote: Character?
        var end = rest.endIndex
        var before: Character = " "
        for index in rest.indices {
            let character = rest[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#", before == " " || before == "\t" {
                end = index
                break
            }
            before = character
        }
        return (
            String(line[...colon]), rest[..<end].trimmingCharacters(in: .whitespaces), String(rest[end...])
        )
    }

    /// A value as YAML takes it, in quotation marks where it needs them.
    private static func written(_ value: String) -> String {
        let isNumber =
            !value.isEmpty && value.allSatisfy { $0.isASCII && $0.isNumber } && value.count < 6
            && !value.hasPrefix("0")
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isPlain =
            value.first?.isLetter == true
            && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " ._/-".contains($0)) }
            && value.last != " " && !words.contains(value.lowercased())
        guard !isNumber, !isPlain else { return value }
        return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
