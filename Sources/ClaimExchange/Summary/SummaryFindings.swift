import ClaimModel
import ClaimRules
import TextKit

/// What the rules still say, and what a person has overridden.
extension ShownClaim {
    func overridden(_ findings: [Finding]) -> Section {
        let items = findings.compactMap { finding -> [String]? in
            guard let override = finding.override(in: draft) else { return nil }
            let reason = mask == nil ? plain(override.reason) : Mask.hidden
            let by = mask == nil ? plain(override.by) : Mask.hidden
            return lines(of: finding)
                + Paper.hanging("", "Overridden by \(by) on \(override.on): \(reason)", column: 4)
        }
        return Section("WARNINGS OVERRIDDEN", items)
    }

    /// Errors and open warnings; how many notes there are where they are not printed.
    func left(_ findings: [Finding], hasNotes: Bool) -> Section {
        let left = findings.filter { $0.severity != .note && $0.override(in: draft) == nil }
            .sorted { $0.severity > $1.severity }
        let notes = findings.count { $0.severity == .note }
        let unprinted = hasNotes || notes == 0 ? [] : ["\(counted(notes, "note")), printed with --notes"]
        guard !left.isEmpty else {
            return Section(inMargin: "FINDINGS", [(["none open"] + unprinted).joined(separator: "; ")])
        }
        return Section(
            "OPEN FINDINGS",
            left.map { lines(of: $0, withRemedy: true) + lapsed($0) } + unprinted.map { ["  " + $0] })
    }

    /// Where the page has no room for them.
    func countOnly(_ findings: [Finding]) -> Section {
        let verdict = Verdict(of: findings, on: draft)
        let counts = "\(counted(verdict.errors, "error")), \(counted(verdict.warnings, "open warning"))"
        return Section(inMargin: "FINDINGS", ["\(counts): listed on the next page"])
    }

    /// The notes, and the denials that the claim as it is would most likely meet.
    func advice(_ findings: [Finding]) -> [Section] {
        let notes = findings.filter { $0.severity == .note }.map { lines(of: $0, withRemedy: true) }
        let entries = DenialForecast(of: findings, on: draft).entries.map { entry in
            let overridden = entry.isOverridden ? "; overridden" : ""
            return Paper.hanging(
                entry.likelihood.rawValue,
                plain(entry.text(in: context.books) + overridden + (entry.learned.map { ". \($0)" } ?? "")),
                column: 12)
        }
        return [
            Section("NOTES", notes.nonEmpty(or: "none")),
            Section("DENIAL FORECAST", entries.nonEmpty(or: "no denial expected")),
        ]
    }

    /// That a warning was overridden, and why that has ended.
    private func lapsed(_ finding: Finding) -> [String] {
        guard let (override, changes) = finding.lapsedOverride(in: draft) else { return [] }
        let by = mask == nil ? plain(override.by) : Mask.hidden
        return Paper.hanging(
            "", "The override by \(by) on \(override.on) ended: \(changes.listed) changed since.", column: 12)
    }

    private func lines(of finding: Finding, withRemedy: Bool = false) -> [String] {
        let place = finding.place
        let row = place.number.map { "\(place.field.part.word) \($0), " } ?? ""
        let isIdentity = finding.places.contains { mask?.hides($0.field, in: draft) == true }
        let message = isIdentity ? plain(finding.rule.fault + ".") : plain(finding.message)
        let remedy = withRemedy && !isIdentity ? " " + plain(finding.remedy) : ""
        let text = "\(finding.rule.id)  \(row)\(message.behind(place.field.label))\(remedy)"
        let glyph = finding.severity.glyph(glyphs)
        return Paper.hanging("\(glyph) \(finding.severity.rawValue)", text, column: 12)
    }
}

extension Severity {
    /// The sign before the word, so that neither colour nor sign is needed to tell them apart.
    func glyph(_ glyphs: Glyphs) -> Character {
        switch self {
        case .error: glyphs.error
        case .warning: glyphs.warning
        case .note: glyphs.note
        }
    }
}
