import ArgumentParser
import ClaimModel
import ClaimRules
import TerminalKit

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a rule checks, why, and who says so.")

    @Argument(help: "The rule's id, such as ND-004.", completion: .custom { _, _, _ in Rule.all.map(\.id) })
    var rule: String

    func run() throws {
        guard let rule = Rule.named(rule) else {
            throw Refusal("There is no rule \"\(rule)\". The command rules lists them all.")
        }
        Console.print(ExplainCommand.lines(on: rule).map { printable($0) }.joined(separator: "\n"))
    }

    private static func lines(on rule: Rule) -> [String] {
        var lines = [
            "\(rule.id)  \(rule.title)", "",
            row("Severity", [rule.severity.rawValue, rule.severityNote].compactMap { $0 }.joined(separator: "; ")),
            row("Judges", "\(rule.scope.rawValue) claims"),
            row("Prevents", rule.prevents.map(\.text).joined(separator: ", ")),
        ]
        if !rule.rejectedAs.isEmpty { lines.append(row("Rejected as", rule.rejectedAs.joined(separator: ", "))) }
        lines.append(row("Source", rule.source.text))
        lines.append(row("Certainty", rule.certainty.rawValue))
        lines.append(row("Reads", ""))
        for field in rule.reads {
            let places = [field.box.map { "box \($0)" }, field.element].compactMap { $0 }
            lines.append("  " + field.id.padding(to: 26) + field.label.padding(to: 26) + places.joined(separator: ", "))
        }
        return lines
    }

    private static func row(_ name: String, _ value: String) -> String {
        value.isEmpty ? name : name.padding(to: 14) + value
    }
}
