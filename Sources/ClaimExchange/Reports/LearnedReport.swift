package import ClaimRules
package import TextKit

/// What the office's own remittances teach, by payer, the most often denied first.
package enum LearnedReport {
    package static func text(_ learned: Learned, _ glyphs: Glyphs) -> String {
        let records = learned.all
        guard !records.isEmpty else {
            return "Nothing yet: no payer has decided the same code \(Learned.fewest) times.\n"
        }
        return records.flatMap { record in
            Paper.hanging("", record.sentence, column: 2) + rules(of: record).map { "    \($0)" }
        }.map { $0.onPaper(glyphs) + "\n" }.joined()
    }

    /// `{"learned": [{"payer", "name", "code", "with", "rule", "denied", "paid", "reasons", "rules"}]}`.
    package static func json(_ learned: Learned) -> String {
        let records = learned.all.map { record -> JSONValue in
            .object([
                "payer": .text(record.payer), "name": .text(record.payerName), "code": .text(record.code),
                "with": .text(record.companion), "rule": .text(record.rule), "denied": .number(record.denied),
                "paid": .number(record.paid),
                "reasons": .list(
                    record.denials.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.map { codes, count in
                        .object(["codes": .list(codes.map { .text($0.text) }), "count": .number(count)])
                    }),
                "rules": .list(ids(of: record).map { .text($0) }),
            ])
        }
        return JSONValue.object(["learned": .list(records)]).json + "\n"
    }

    private static func rules(of record: Learned.Record) -> [String] {
        let ids = ids(of: record)
        let more = ids.count > 6 ? " and \(ids.count - 6) more" : ""
        return ids.isEmpty ? [] : ["Rules that prevent it: \(ids.prefix(6).joined(separator: ", "))\(more)"]
    }

    /// Those that name a remark code that was given most often, else a reason code.
    private static func ids(of record: Learned.Record) -> [String] {
        guard record.rule.isEmpty, let given = record.mostGiven else { return [] }
        let remarks = given.filter { if case .rarc = $0 { true } else { false } }
        let named = Rule.all.filter { $0.prevents.contains(where: remarks.contains) }
        return (named.isEmpty ? Rule.all.filter { $0.prevents.contains(where: given.contains) } : named).map(\.id)
    }
}

extension [DenialCode] {
    fileprivate var text: String { map(\.text).joined(separator: " ") }
}
