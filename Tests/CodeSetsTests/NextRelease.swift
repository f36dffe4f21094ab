import ClaimModel

@testable import CodeSets

/// ICD-10-CM of a coming year: the rows of the year before, and the list of what changes.
///
/// The list is a table as text whose own columns are the action (`add`, `add-header`, `to-header`, `revise`, `delete`) and
/// `short` where only a shortened title is known. A header below which nothing is left goes as well.
enum NextRelease {
    static func builder(changing rows: [CodeRow], by words: String) throws -> TableBuilder {
        let changes = try WordTable(words).builder()
        var codes = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for index in 0..<changes.count {
            let code = changes.keys[index].text
            let own = changes.details[index].split(separator: TableFormat.separator, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard own[0] != "delete" else {
                codes[code] = nil
                continue
            }
            codes[code] = CodeRow(
                code: code, description: String(decoding: changes.texts[index], as: UTF8.self),
                isBillable: own[0] == "revise" ? codes[code]?.isBillable ?? true : own[0] == "add",
                isShortTitle: own[1] == "short", keywords: String(decoding: changes.keywords[index], as: UTF8.self))
        }
        var builder = TableBuilder(changes.release)
        for row in withoutEmptyHeaders(codes.values.sorted { $0.code < $1.code }) { try builder.add(row) }
        return builder
    }

    private static func withoutEmptyHeaders(_ sorted: [CodeRow]) -> [CodeRow] {
        var kept: [CodeRow] = []
        for row in sorted.reversed() where row.isBillable || kept.last?.code.hasPrefix(row.code) == true {
            kept.append(row)
        }
        return kept.reversed()
    }
}
