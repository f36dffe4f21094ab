public import ClaimStore
import Foundation
public import TextKit

/// Records of the audit trail as text.
public enum TrailReport {
    /// A line for each text that was changed: time, who, desk, what, which claim, field, from what to what.
    public static func lines(of records: [TrailRecord], _ glyphs: Glyphs) -> [String] {
        records.flatMap { record in
            let head = [
                record.moment, record.who, "desk \(record.desk)", record.kind, record.claimName,
            ].compactMap(\.self).joined(separator: "  ")
            let said = record.said(glyphs)
            return said.isEmpty ? [head] : said.map { "\(head)  \($0)" }
        }
    }

    /// The history of one claim, the latest record first: who and when, and below it what was changed.
    public static func history(of records: [TrailRecord], _ glyphs: Glyphs) -> [String] {
        records.reversed().flatMap { record in
            ["\(record.moment)  \(record.kind)  \(record.who)"] + record.said(glyphs).map { "    \($0)" }
        }
    }
}

extension TrailRecord {
    /// `11/29/2026 16:22:03`, by the local clock.
    fileprivate var moment: String { "\(Today.day(of: at)) \(Today.clockTime(of: at))" }

    fileprivate var who: String { person.map { "\($0.name) (\($0.role))" } ?? "(unreadable)" }

    fileprivate var claimName: String? {
        if let account { return account.isEmpty ? "(no account number)" : account }
        return claim.map { "claim row \($0), forgotten" }
    }

    /// Control characters and line breaks are shown as signs: each stays one line.
    fileprivate func said(_ glyphs: Glyphs) -> [String] {
        func shown(_ text: String) -> String {
            text.isEmpty ? "(blank)" : text.split(whereSeparator: \.isNewline).joined(separator: " ").printable()
        }
        let arrow = glyphs.drawsUnicode ? "→" : "->"
        let lines = changes.map { "\($0.label): \(shown($0.before)) \(arrow) \(shown($0.after))" }
        return [text.map(shown), isForgotten ? "(forgotten)" : nil].compactMap(\.self) + lines
    }
}
