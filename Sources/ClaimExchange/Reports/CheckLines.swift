import ClaimModel
import ClaimRules
import TextKit

/// One finding a line, each a JSON object of its own.
extension ReportedFinding {
    func line(claim: CheckedClaim, file: String?) -> String {
        JSONValue.object([
            "file": JSONValue(file), "claim": .text(claim.id), "key": .text(claim.origin.key(of: self)),
            "rule": .text(rule),
            "severity": .text(severity.rawValue), "message": .text(message), "fix": JSONValue(remedy),
            "field": .text(field), "line": JSONValue(line), "box": JSONValue(box), "element": JSONValue(element),
            "source": .text(source), "prevents": .list(prevents.map { .text($0) }), "overridden": .bool(isOverridden),
        ]).json + "\n"
    }
}

extension FileError {
    /// Without a rule: no claim could be judged.
    var line: String {
        JSONValue.object([
            "file": .text(file), "claim": .null, "rule": .null, "severity": .text(Severity.error.rawValue),
            "message": .text(message), "offset": JSONValue(offset),
        ]).json + "\n"
    }
}

/// One claim a line, comma-separated (RFC 4180), as an office works it off in a spreadsheet.
enum CheckRow {
    static let title = line([
        "file", "claim", "status", "errors", "warnings", "notes", "rules", "first finding", "field", "line", "fix",
    ])

    static func text(of claim: CheckedClaim, file: String?) -> String {
        func count(_ severity: Severity) -> String { String(claim.findings.count { $0.severity == severity }) }
        let gravest = claim.findings.max { $0.severity < $1.severity }
        var seen: Set<String> = []
        let rules = claim.findings.map(\.rule).filter { seen.insert($0).inserted }
        return line([
            file ?? "", claim.id, claim.status.rawValue, count(.error), count(.warning),
            String(claim.noteCount),
            rules.joined(separator: " "), gravest?.message ?? "", gravest?.field ?? "",
            gravest?.line.map { String($0) } ?? "", gravest?.remedy ?? "",
        ])
    }

    private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    private static func cell(_ text: String) -> String {
        let text = text.onPaper()
        let safe = text.first.map("=+-@".contains) == true ? "'\(text)" : text
        guard safe.contains(where: { "\",\r\n".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
