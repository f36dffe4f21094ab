import ClaimModel
import Foundation

/// A table as text, as those are kept that are written by hand or by the script next to them.
///
/// UTF-8. The first lines are the header, `# key: value`: `set`, `release`, `source`, and where they are known `valid-from`,
/// `valid-to`, `published` and `whole: yes`; `# columns:` is the last of them and names the columns, parted by blanks.
/// Rows follow, one a line, their columns parted by tabs. `code`, `description`, `billable` (0 or 1), `from`, `to` and
/// `keywords` are columns of every set; what has another name is the set's own. Phrases have no code of their own and are
/// numbered.
struct WordTable {
    private let release: CodeRelease
    private let columns: [String]
    private let rows: ArraySlice<Substring>

    init(_ text: String) throws(UnreadableWords) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.prefix { $0.hasPrefix("# ") }
        var values: [String: String] = [:]
        for line in header {
            let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
            values[String(parts.first ?? "")] = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        }
        guard let set = values["set"].flatMap(CodeSetName.init(rawValue:)), let name = values["release"],
            let columns = values["columns"]?.split(separator: " ").map(String.init),
            columns.contains("code") || set.leadsToCodes
        else {
            throw UnreadableWords(line: 1, reason: "its first lines do not say which set it is and what columns it has")
        }
        release = CodeRelease(
            set: set, name: name, from: values["valid-from"].flatMap(Day.init(iso:)),
            to: values["valid-to"].flatMap(Day.init(iso:)), source: values["source"] ?? "",
            published: values["published"].flatMap(Day.init(iso:)), isWhole: values["whole"] == "yes")
        self.columns = columns
        rows = lines[header.count...]
    }

    /// The rows, ready to be written.
    func builder() throws(UnreadableWords) -> TableBuilder {
        var builder = TableBuilder(release)
        for (index, line) in zip(rows.indices, rows) where !line.isEmpty {
            let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard values.count == columns.count else {
                throw UnreadableWords(line: index + 1, reason: "it has \(values.count) columns, not \(columns.count)")
            }
            do throws(UnreadableRow) {
                var named = Dictionary(zip(columns, values), uniquingKeysWith: { $1 })
                if named["code"] == nil { named["code"] = "\(builder.count + 1)" }
                try builder.add(row(named, values))
            } catch {
                throw UnreadableWords(line: index + 1, reason: error.description)
            }
        }
        return builder
    }

    private static let common: Set<String> = ["code", "description", "billable", "from", "to", "keywords"]

    private func row(_ named: [String: String], _ values: [String]) -> CodeRow {
        let row = CodeRow(
            code: named["code"] ?? "", description: named["description"] ?? "", isBillable: named["billable"] != "0",
            from: named["from"].flatMap(Day.init(iso:)), to: named["to"].flatMap(Day.init(iso:)),
            details: zip(columns, values).filter { !WordTable.common.contains($0.0) }.map(\.1),
            keywords: named["keywords"] ?? "")
        return release.set == .ndc ? DrugProduct.completed(row) : row
    }
}

/// What is wrong with a table that is kept as text, and where.
struct UnreadableWords: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1; `nil` where it is the whole file.
    let line: Int?
    let reason: String

    init(line: Int? = nil, reason: String) {
        self.line = line
        self.reason = reason
    }

    var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
