import ClaimModel
public import ClaimRules
public import TextKit

/// What one rule makes of one claim, in words of at most 80 columns.
public enum VerdictReport {
    public static func text(of verdict: RuleVerdict, lettering: Glyphs = .unicode) -> String {
        var lines: [String] = []
        func add(_ label: String, _ text: String) { lines += Paper.hanging(label, text, indent: 0, column: 14) }
        add("This claim", verdict.standing)
        for finding in verdict.findings {
            add("", "")
            add(finding.severity.rawValue, "\(finding.placeInWords): \(finding.message)")
            if !finding.remedy.isEmpty { add("To mend it", finding.remedy) }
            for evidence in finding.evidence { add("", "\(evidence.name): \(evidence.value)") }
            if !finding.rejections.isEmpty {
                add("Rejected as", "\(finding.rejections.joined(separator: ", ")) (277CA), where that is what happens")
            }
        }
        add("", "")
        add("Expected", verdict.rule.title + ".")
        for (index, input) in verdict.inputs.enumerated() {
            add(index == 0 ? "Read" : "", "\(input.place.inWords): \(input.inWords)")
        }
        if verdict.inputs.isEmpty { add("Read", "nothing: the fields that it reads are blank") }
        for (index, change) in verdict.changes.enumerated() {
            add(index == 0 ? verdict.turning : "", change.inWords)
        }
        if verdict.changes.isEmpty { add(verdict.turning, "no single edit that was tried") }
        return lines.map { $0.onPaper(lettering) + "\n" }.joined()
    }
}

extension RuleVerdict {
    fileprivate var standing: String {
        switch outcome {
        case .notJudged: "not judged: the rule is for \(rule.scope.words)"
        case .silent: "silent: nothing is against it"
        case .speaks: counted(findings.count, "finding")
        case .hidden(let rules): "hidden, since \(rules.joined(separator: " and ")) says more of the same slip"
        }
    }

    /// What stands before the edits that would change the outcome.
    fileprivate var turning: String {
        switch outcome {
        case .notJudged: "Judged if"
        case .silent: "Speaks if"
        case .speaks, .hidden: "Silent if"
        }
    }
}

extension RuleVerdict.Input {
    /// The text, and what it reads as where that looks otherwise.
    fileprivate var inWords: String {
        if text.isEmpty { return "blank" }
        guard let value else { return "\(text), which does not read" }
        return value == text ? text : "\(text), read as \(value)"
    }
}

extension RuleVerdict.Change {
    /// `Stop, line 1: 10:40 instead of 10:15`.
    fileprivate var inWords: String {
        zip(edits, texts).map { edit, text in
            let new = edit.text.isEmpty ? "blank" : edit.text
            return "\(edit.place.inWords): \(new) instead of \(text.isEmpty ? "blank" : text)"
        }.joined(separator: "; ")
    }
}

extension Place {
    /// `Stop, line 1`, `Diagnosis C`.
    fileprivate var inWords: String {
        switch field.part {
        case .claim: field.label
        case .diagnosis: "\(field.label) \(DiagnosisRow.letter(of: row))"
        case .line, .trial, .score, .attachment: "\(field.label), \(field.part.rawValue) \(row + 1)"
        }
    }
}

extension Finding {
    fileprivate var placeInWords: String { place.inWords }
}
