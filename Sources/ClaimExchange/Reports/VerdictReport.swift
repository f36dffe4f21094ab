import ClaimModel
package import ClaimRules
package import TextKit

/// One rule's verdict on one claim, at most 80 columns wide.
package enum VerdictReport {
    private static let checked = "Checked"

    package static func text(of verdict: RuleVerdict, glyphs: Glyphs = .unicode) -> String {
        var lines: [String] = []
        func add(_ label: String, _ text: String) { lines += Paper.hanging(label, text, indent: 0, column: 18) }
        add("This claim", verdict.label)
        for finding in verdict.findings {
            add("", "")
            add(finding.severity.rawValue, "\(finding.placeText): \(finding.message)")
            if !finding.remedy.isEmpty { add("How to fix", finding.remedy) }
            for evidence in finding.evidence { add("", "\(evidence.name): \(evidence.value)") }
            if !finding.rejections.isEmpty {
                add("Rejected as", "\(finding.rejections.joined(separator: ", ")) (277CA)")
            }
        }
        add("", "")
        add(RuleDescription.Label.mustHold.rawValue, verdict.rule.title + ".")
        for (index, input) in verdict.inputs.enumerated() {
            add(index == 0 ? VerdictReport.checked : "", "\(input.place.heading): \(input.reading)")
        }
        if verdict.inputs.isEmpty { add(VerdictReport.checked, "none: they are blank") }
        for (index, change) in verdict.changes.enumerated() {
            add(index == 0 ? verdict.turning : "", change.summary)
        }
        if verdict.changes.isEmpty { add(verdict.turning, "no single edit that was tried") }
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined()
    }
}

extension RuleVerdict {
    fileprivate var label: String {
        switch outcome {
        case .notJudged: "not checked: the rule is for \(rule.scope.label)"
        case .clear: "no finding"
        case .found: counted(findings.count, "finding")
        case .hidden(let rules): "hidden, since \(rules.joined(separator: " and ")) reports the same error"
        }
    }

    /// The label of the edits that would change the outcome.
    fileprivate var turning: String {
        switch outcome {
        case .notJudged: "Checked if"
        case .clear: "Finding if"
        case .found, .hidden: "No finding if"
        }
    }
}

extension RuleVerdict.Input {
    /// The text, and what it reads as if that differs.
    fileprivate var reading: String {
        if text.isEmpty { return "blank" }
        guard let value else { return "\(text), not recognized" }
        return value == text ? text : "\(text), read as \(value)"
    }
}

extension RuleVerdict.Change {
    /// `Stop, line 1: 10:40 instead of 10:15`.
    fileprivate var summary: String {
        zip(edits, texts).map { edit, text in
            let new = edit.text.isEmpty ? "blank" : edit.text
            return "\(edit.place.heading): \(new) instead of \(text.isEmpty ? "blank" : text)"
        }.joined(separator: "; ")
    }
}

extension Place {
    /// `Stop, line 1`, `Diagnosis C`.
    fileprivate var heading: String {
        switch field.part {
        case .claim: field.label
        case .diagnosis: "\(field.label) \(DiagnosisRow.letter(of: row))"
        case .line, .trial, .score, .attachment: "\(field.label), \(field.part.rawValue) \(row + 1)"
        }
    }
}

extension Finding {
    fileprivate var placeText: String { place.heading }
}
