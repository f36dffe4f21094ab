import ClaimModel
import ClaimRules
import TextKit

/// The report for people, at most 80 columns wide.
extension CheckedClaim {
    func text(_ glyphs: Glyphs, isOfFile: Bool = false) -> String {
        let head = "\(name)  \(status.rawValue)".onPaper(glyphs).wrapped(to: Paper.columns)
        let more =
            moreNotes.isEmpty
            ? [] : Paper.hanging("", "\(counted(moreNotes.count, "more note")); --verbose shows all notes.", column: 13)
        let lines = head + findings.flatMap { $0.text(glyphs, isOfFile: isOfFile) } + more + [""]
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ReportedFinding {
    fileprivate func text(_ glyphs: Glyphs, isOfFile: Bool) -> [String] {
        let place = line.map { "\(row) \($0), " } ?? ""
        let head = "\(rule)  \(place)\(message.behind(label))".onPaper(glyphs)
        let mark = "\(severity.glyph(glyphs)) \(severity.rawValue)"
        let leads = prevents.isEmpty ? nil : "Denial risk: \(prevents.joined(separator: ", "))."
        // A fault of the form names its element in its message.
        let element = isOfFile && !rule.hasPrefix("GD-") ? element.map { "In the file: \($0)\($0.partHint)." } : nil
        let rest = [remedy, element, leads, "Source: \(source).", isOverridden ? "Overridden." : nil].compactMap { $0 }
        return Paper.hanging(mark, head, column: 13)
            + rest.flatMap { Paper.hanging("", $0.onPaper(glyphs), column: 13) }
    }
}

extension String {
    /// Where a part of a composite element is: `2400 SV101-3` comes behind the second colon of SV101.
    fileprivate var partHint: String {
        guard let mark = lastIndex(of: "-"), let part = Int(self[index(after: mark)...]), part > 1,
            let element = self[..<mark].split(separator: " ").last
        else { return "" }
        let example = element == "SV101" && part < 7 ? ", as in HC:99214:25" : ""
        return ", part \(part) of \(element): parts have colons between them\(example)"
    }
}

extension FileError {
    /// The fault on one line, as standard error takes it.
    public var text: String {
        let place = offset.map { ", byte \($0)" } ?? ""
        return "\(file)\(place): \(message)".onPaper()
    }
}
