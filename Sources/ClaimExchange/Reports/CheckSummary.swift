import ClaimModel
import ClaimRules
import TextKit

/// How often each rule has spoken, how gravely, and of how many claims.
public struct RuleCounts: Hashable, Sendable {
    struct Key: Hashable, Sendable {
        let rule: String
        let severity: Severity

        /// What is wrong, by the rule or by the guide of the file.
        var fault: String { Rule.named(rule)?.fault ?? GuideFault.Kind(rawValue: rule)?.label ?? "" }
    }

    struct Count: Hashable, Sendable {
        var findings = 0
        var claims = 0
    }

    private var counts: [Key: Count] = [:]

    var isEmpty: Bool { counts.isEmpty }

    mutating func add(_ claim: CheckedClaim) {
        for (key, findings) in Dictionary(grouping: claim.findings, by: { Key(rule: $0.rule, severity: $0.severity) }) {
            counts[key] = Count(findings: findings.count, claims: 1)
        }
        for (rule, notes) in Dictionary(grouping: claim.moreNotes, by: { $0 }) {
            let key = Key(rule: rule, severity: .note)
            counts[key] = Count(findings: (counts[key]?.findings ?? 0) + notes.count, claims: 1)
        }
    }

    mutating func add(_ others: RuleCounts) {
        for (key, count) in others.counts {
            counts[key, default: Count()].findings += count.findings
            counts[key, default: Count()].claims += count.claims
        }
    }

    /// The gravest first, then those on the most claims.
    var sorted: [(key: Key, count: Count)] {
        counts.map { (key: $0.key, count: $0.value) }.sorted {
            ($1.key.severity, $1.count.claims, $0.key.rule) < ($0.key.severity, $0.count.claims, $1.key.rule)
        }
    }
}

extension CheckReport.Counts {
    var findings: Int { errors + warnings + notes }

    mutating func add(_ claim: CheckedClaim) {
        claims += 1
        flagged += claim.status == .flagged ? 1 : 0
        errors += claim.findings.count { $0.severity == .error }
        warnings += claim.findings.count { $0.severity == .warning }
        overridden += claim.findings.count { $0.severity == .warning && $0.isOverridden }
        notes += claim.noteCount
    }

    mutating func add(_ others: CheckReport.Counts) {
        claims += others.claims
        flagged += others.flagged
        errors += others.errors
        warnings += others.warnings
        overridden += others.overridden
        notes += others.notes
        unreadable += others.unreadable
    }

    /// `3 claims: 1 clean, 2 flagged; 4 errors, 2 warnings, 9 notes.`
    var text: String {
        let failed = unreadable == 0 ? "" : "\n\(counted(unreadable, "file error"))."
        return "\(counted(claims, "claim")): \(claims - flagged) clean, \(flagged) flagged; "
            + "\(counted(errors, "error")), \(counted(warnings, "warning")), \(counted(notes, "note")).\(failed)"
    }
}

extension CheckReport {
    /// How it went, for people: by rule where there are several claims, what was not judged, and the counts.
    public var summary: String {
        var lines: [String] = []
        if counts.claims > 1, !rules.isEmpty {
            lines.append("By rule, claims and findings")
            lines += rules.sorted.flatMap { key, count in
                let figures = "\(String(count.claims).aligned(to: 7)) \(String(count.findings).aligned(to: 8))"
                let head = "\(key.rule.padded(to: 8)) \(key.severity.rawValue.padded(to: 8))\(figures)"
                return Paper.hanging(head, key.fault.onPaper(), column: 38)
            }
            lines.append("")
        }
        if !notJudged.isEmpty {
            let groups = FormatCoverage.groups(of: notJudged).map { "\($0.chapter) \($0.count)" }
            let rules = (isVerbose ? notJudged : groups).joined(separator: ", ")
            let more = isVerbose ? "" : " --verbose lists the rules."
            let why = "Not checked, \(counted(notJudged.count, "rule")): these files do not have the fields."
            lines += "\(why) Enter them after import. \(rules).\(more)".wrapped(to: Paper.columns) + [""]
        }
        return (lines + [counts.text]).joined(separator: "\n")
    }

    var jsonSummary: JSONValue {
        .object([
            "claims": .number(counts.claims), "clean": .number(counts.claims - counts.flagged),
            "flagged": .number(counts.flagged), "errors": .number(counts.errors),
            "warnings": .number(counts.warnings), "overridden": .number(counts.overridden),
            "notes": .number(counts.notes), "unreadable": .number(counts.unreadable),
            "by_rule": .list(
                rules.sorted.map { key, count in
                    .object([
                        "rule": .text(key.rule), "severity": .text(key.severity.rawValue),
                        "claims": .number(count.claims), "findings": .number(count.findings),
                    ])
                }),
        ])
    }
}
