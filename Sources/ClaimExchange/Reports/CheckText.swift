import ClaimModel
import ClaimRules
import TextKit

/// The report for people, at most 80 columns wide.
extension CheckedClaim {
    func text(_ glyphs: Glyphs) -> String {
        let head = "\(name)  \(status.rawValue)".onPaper(glyphs).wrapped(to: Paper.columns)
        let more =
            moreNotes.isEmpty
            ? [] : Paper.hanging("", "\(counted(moreNotes.count, "more note")); --verbose shows all notes.", column: 13)
        let lines = head + findings.flatMap { $0.text(glyphs) } + more + [""]
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ReportedFinding {
    fileprivate func text(_ glyphs: Glyphs) -> [String] {
        let place = line.map { "\(row) \($0), " } ?? ""
        let head = "\(rule)  \(place)\(message.behind(label))".onPaper(glyphs)
        let mark = "\(severity.glyph(glyphs)) \(severity.rawValue)"
        let leads = prevents.isEmpty ? nil : "Denial risk: \(prevents.joined(separator: ", "))."
        let rest = [remedy, leads, "Source: \(source).", isOverridden ? "Overridden." : nil].compactMap { $0 }
        return Paper.hanging(mark, head, column: 13)
            + rest.flatMap { Paper.hanging("", $0.onPaper(glyphs), column: 13) }
    }
}

extension FileError {
    /// The fault on one line, as standard error takes it.
    public var text: String {
        let place = offset.map { ", byte \($0)" } ?? ""
        return "\(file)\(place): \(message)".onPaper()
    }
}
