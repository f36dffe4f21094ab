import ClaimModel
import ClaimRules
package import CodeSets
import TextKit

/// The codes of payers' answers with our own words and the fields that most often lead to them.
package enum AnswerCodeReport {
    private static let sets: [(set: CodeSetName, title: String)] = [
        (.carc, "Claim adjustment reason codes (CARC)"), (.rarc, "Remittance advice remark codes (RARC)"),
        (.statusCategory, "Claim status categories"), (.claimStatus, "Claim status codes"),
        (.statusEntity, "Entities of claim status"),
    ]

    /// One code a line, set by set.
    package static func text(_ books: CodeBooks) -> String {
        rows(books) { title, entries in
            title + "\n"
                + entries.map { "\($0.code.padded(to: 6))\($0.label)\(fields($0, in: books, "  [", "]"))\n" }
                .joined()
        }.joined(separator: "\n")
    }

    /// The tables of the page PayerCodes.
    package static func markdown(_ books: CodeBooks) -> String {
        rows(books) { title, entries in
            let hasFields = entries.contains { !$0.fields.isEmpty }
            let head =
                hasFields ? "| code | meaning | check first |\n|---|---|---|\n" : "| code | meaning |\n|---|---|\n"
            let lines = entries.map { entry in
                "| \(entry.code) | \(entry.label) |" + (hasFields ? " \(fields(entry, in: books)) |" : "") + "\n"
            }
            return "## \(title)\n\n\(head)\(lines.joined())"
        }.joined(separator: "\n")
    }

    /// `[{"set", "code", "label", "fields": [{"name", "label"}]}]`.
    package static func json(_ books: CodeBooks) -> String {
        let all = sets.flatMap { books.entries(of: $0.set) }.map { entry -> JSONValue in
            .object([
                "set": .text(entry.set.rawValue), "code": .text(entry.code), "label": .text(entry.label),
                "fields": .list(
                    entry.fields.map {
                        .object(["name": .text($0), "label": .text(LikelyField(named: $0)?.label ?? $0)])
                    }),
            ])
        }
        return JSONValue.list(all).json + "\n"
    }

    private static func rows(_ books: CodeBooks, _ page: (String, [CodeEntry]) -> String) -> [String] {
        sets.map { page($0.title, books.entries(of: $0.set)) }
    }

    private static func fields(
        _ entry: CodeEntry, in books: CodeBooks, _ before: String = "", _ after: String = ""
    ) -> String {
        let labels = entry.fields.map { LikelyField(named: $0)?.label ?? $0 }
        return labels.isEmpty ? "" : before + labels.joined(separator: ", ") + after
    }
}
