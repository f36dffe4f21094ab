import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Testing

@testable import ClaimExchange
import TextKit

@Suite struct CheckReportTests {
    private static let nasty = "\u{1B}[31m \"quoted\" \\ \u{2028}\u{202E}\u{7F}\u{85}\u{E0001} 李 \n\tend"

    /// A clean claim, a flagged one, and a fault.
    private func report(_ form: CheckReport.Form) throws -> (text: String, counts: CheckReport.Counts) {
        var report = CheckReport(form)
        var text = report.begin()
        text += report.claim(CheckedClaim(ClaimExample.sample.draft, findings: []), file: "a.json")
        let findings = [
            Desk.finding(.error, at: .lineNDC, row: 1, Self.nasty, remedy: "Type the dashes."),
            Desk.finding(.warning, at: .treatmentWeight, "The weight is missing.", remedy: ""),
        ]
        text += report.claim(CheckedClaim(ClaimExample.incompleteCodes.draft, findings: findings), file: "b c.json")
        text += report.unreadable(FileError(file: "\u{7}bad.json", offset: 12, message: "no number"))
        text += report.unreadable(FileError(file: "gone.json", offset: nil, message: "cannot be opened"))
        return (text + report.end(), report.counts)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `JSON has the keys that scripts rely on`() throws {
        let (text, counts) = try report(.json)
        let root = try object(text)
        #expect(Set(root.keys) == ["claims", "unreadable", "not_judged", "summary"])
        let summary = try #require(root["summary"] as? [String: Any])
        #expect(summary["claims"] as? Int == 2 && summary["flagged"] as? Int == 1 && summary["errors"] as? Int == 1)
        let claims = try #require(root["claims"] as? [[String: Any]])
        #expect(claims.map { $0["status"] as? String } == ["clean", "flagged"])
        #expect(claims.allSatisfy { Set($0.keys) == ["id", "status", "findings", "more_notes", "forecast"] })
        let findings = try #require(claims.last?["findings"] as? [[String: Any]])
        let keys: Set = [
            "key", "rule", "severity", "message", "fix", "field", "line", "box", "element", "source", "prevents",
        ]
        #expect(findings.allSatisfy { Set($0.keys) == keys })
        let first = try #require(findings.first)
        #expect(first["message"] as? String == Self.nasty)
        #expect(first["field"] as? String == "line.ndc" && first["line"] as? Int == 2)
        #expect(first["box"] as? String == "24A" && first["element"] as? String == "2410 LIN03")
        #expect(first["fix"] as? String == "Type the dashes." && first["severity"] as? String == "error")
        #expect(first["prevents"] as? [String] == ["CARC 16", "RARC M119"])
        let second = try #require(findings.last)
        #expect(["fix", "line", "box", "element"].allSatisfy { second[$0] is NSNull })
        let faults = try #require(root["unreadable"] as? [[String: Any]])
        #expect(faults.allSatisfy { Set($0.keys) == ["file", "offset", "message"] })
        #expect(faults.first?["offset"] as? Int == 12 && faults.last?["offset"] is NSNull)
        #expect(counts.exitStatus() == 2 && counts.errors == 1 && counts.flagged == 1)
    }

    @Test(arguments: CheckReport.Form.allCases)
    func `no control reaches a terminal`(form: CheckReport.Form) throws {
        let raw = try report(form).text.unicodeScalars.filter {
            $0 != "\n" && !(form == .csv && $0 == "\r")
                && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        #expect(raw.isEmpty)
    }

    @Test func `the report on file`() throws {
        try Golden.expect(report(.text).text, is: "check.txt")
        try Golden.expect(report(.json).text, is: "check.json")
    }

    @Test func `nothing checked is a report too`() throws {
        for form in [CheckReport.Form.json, .sarif] {
            var report = CheckReport(form)
            _ = try object(report.begin() + report.end())
        }
        #expect(CheckReport(.text).counts.exitStatus() == 0)
    }

    @Test func `SARIF names rules, places and faults`() throws {
        let root = try object(report(.sarif).text)
        #expect(root["version"] as? String == "2.1.0")
        let run = try #require((root["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "warning"])
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 2)
        #expect(try report(.sarif).text.contains("\"uri\": \"b%20c.json\""))
    }

    @Test func `1 finding a line, and the fault in its place`() throws {
        let lines = try report(.jsonl).text.split(separator: "\n").map { try object(String($0)) }
        #expect(lines.map { $0["rule"] as? String } == ["ZZ-001", "ZZ-001", nil, nil])
        #expect(lines.map { $0["file"] as? String } == ["b c.json", "b c.json", "\u{7}bad.json", "gone.json"])
        #expect(lines.first?["message"] as? String == Self.nasty)
    }

    @Test func `one claim a line, and no cell is a formula`() throws {
        let rows = try report(.csv).text.components(separatedBy: "\r\n")
        #expect(rows.count == 4 && rows.last?.isEmpty == true)
        #expect(rows[0].hasPrefix("file,claim,status,errors,warnings,notes,rules,first finding"))
        #expect(rows[1] == "a.json,sample-infusion,clean,0,0,0,,,,,")
        #expect(rows[2].contains("\"\"quoted\"\""))
        let report = CheckReport(.csv)
        let formula = CheckedClaim(ClaimExample.sample.draft.renamed("=1+1"), findings: [])
        #expect(report.entry(formula).items.first?.hasPrefix(",'=1+1,") == true)
    }

    @Test func `a summary counts by rule and says what was not judged`() throws {
        var report = CheckReport(.text)
        for _ in 0..<2 {
            let finding = Desk.finding(.error, at: .lineNDC, row: 1, "wrong")
            _ = report.claim(CheckedClaim(ClaimExample.sample.draft, findings: [finding]))
        }
        _ = report.claim(
            CheckedClaim(
                ClaimExample.noDiagnosis.draft,
                findings: validate(ClaimExample.noDiagnosis.draft, in: try Desk.context())))
        report.notJudged = ["TM-001", "DOC-001"]
        #expect(report.summary.contains("ZZ-001   error         2        2"))
        #expect(report.summary.contains("DX-001   error         1        1"))
        #expect(
            report.summary.contains("Not checked, 2 rules") && report.summary.contains("Timing 1, Documentation 1."))
        #expect(!report.summary.contains("TM-001"))
        var verbose = CheckReport(.text, isVerbose: true)
        verbose.notJudged = report.notJudged
        #expect(verbose.summary.contains("TM-001, DOC-001."))
        let wide = report.summary.split(separator: "\n").filter { $0.columns > 80 }
        #expect(wide.isEmpty)
    }

    @Test(arguments: [
        (Severity.error, Severity.error, Int32(1)), (.warning, .error, 0), (.warning, .warning, 1),
        (.note, .warning, 0),
        (.note, .note, 1), (.error, .note, 1),
    ])
    func `what leads to exit status 1`(found: Severity, asked: Severity, status: Int32) {
        var report = CheckReport(.json)
        _ = report.claim(
            CheckedClaim(ClaimExample.sample.draft, findings: [Desk.finding(found, at: .lineStart, "so")]))
        #expect(report.counts.exitStatus(failingOn: asked) == status)
    }

    @Test func `an overridden warning leaves a claim clean, another does not`() throws {
        var draft = ClaimExample.sample.draft
        let warning = Desk.finding(.warning, at: .lineStart, "long")
        #expect(CheckedClaim(draft, findings: [warning]).status == .flagged)
        draft.overrides = [
            Override(
                rule: warning.rule.id, place: warning.place.key, reason: "so", by: "me", on: ClaimExample.today,
                inputs: warning.inputs(in: draft))
        ]
        #expect(CheckedClaim(draft, findings: [warning]).status == .clean)
        var report = CheckReport(.text)
        _ = report.claim(CheckedClaim(draft, findings: [warning]))
        #expect(report.counts.exitStatus(failingOn: .warning) == 0)
        #expect(CheckedClaim(draft, findings: [Desk.finding(.note, at: .lineStart, "so")]).status == .clean)
    }

    @Test(arguments: [false, true])
    func `a clean claim shows one note, and all of them on request`(isVerbose: Bool) throws {
        let draft = ClaimExample.sample.draft
        let findings = try ClaimExample.sample.findings(books: Desk.books.get(), library: Desk.library.get())
        let claim = CheckedClaim(draft, findings: findings, showsAllNotes: isVerbose)
        var report = CheckReport(.text)
        let text = report.claim(claim)
        #expect(report.counts.notes == findings.count && findings.count > 2)
        #expect(text.contains("PY-013") && text.contains("PY-009") == isVerbose)
        #expect(text.contains("\(findings.count - 1) more notes; --verbose shows all notes.") != isVerbose)
        #expect(report.counts.exitStatus(failingOn: .note) == 1)
        let rows = CheckReport(.csv).entry(claim).items
        #expect(rows.first?.contains(",clean,0,0,\(findings.count),") == true)
    }

    @Test(.slow, arguments: 0..<10 as Range<UInt64>)
    func `any claim gives a report that reads`(seed: UInt64) throws {
        let draft = ClaimDraft.random(seed: seed).renamed(Self.nasty)
        let claim = CheckedClaim(draft, findings: validate(draft, in: try Desk.context()))
        for form in CheckReport.Form.allCases {
            var report = CheckReport(form)
            var text = report.begin()
            text += report.claim(claim, file: Self.nasty)
            text += report.end()
            if form == .text {
                let wide = text.split(separator: "\n").filter { $0.columns > 80 }
                #expect(wide.isEmpty)
            } else if form == .jsonl {
                for line in text.split(separator: "\n") { _ = try object(String(line)) }
            } else if form == .json || form == .sarif {
                _ = try object(text)
            }
        }
    }
}
