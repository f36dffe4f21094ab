import ClaimModel
public import ClaimRules
public import TextKit

/// The report of a check, written piece by piece, so that a batch of any size is never held as a whole.
///
/// `begin`, then `claim` (or `take` what `entry` made elsewhere) for each claim and `unreadable` for each fault as they
/// come, then `end`; the texts that they return, in this order, are the report.
public struct CheckReport: Sendable {
    /// The format of the report.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        case text, json
        /// One finding a line.
        case jsonl
        /// One claim a line, for a spreadsheet.
        case csv
        case sarif
        /// What a clearinghouse answers to the files.
        case acknowledgment = "277ca"
    }

    /// How many claims and findings there have been.
    public private(set) var counts = Counts()
    /// The same by rule.
    public private(set) var rules = RuleCounts()
    /// The rules that could not judge some claim, for the format that it came in; in the order of the book.
    public var notJudged: [String] = []
    /// How many claims a 277CA does not answer, since they did not come in an 837P.
    public private(set) var unanswered = 0
    private var faults: [FileError] = []
    private let form: Form
    /// Whether the summary lists the rules that were not judged by their ids.
    let isVerbose: Bool
    /// Whether claims are only counted.
    private let isSummaryOnly: Bool
    private let glyphs: Glyphs
    private var statuses: StatusWriter?

    /// Faults kept for the end of a report in JSON; further ones are counted only, since memory must not grow.
    static let mostFaults = 10_000

    /// What a last line says, and what the exit status rests on.
    public struct Counts: Hashable, Sendable {
        /// Claims that could be read.
        public internal(set) var claims = 0
        /// Claims with an error, or a warning that is not overridden.
        public internal(set) var flagged = 0
        /// Findings that are errors.
        public internal(set) var errors = 0
        /// Findings that are warnings, overridden or not.
        public internal(set) var warnings = 0
        /// Overridden warnings, which are among `warnings`.
        public internal(set) var overridden = 0
        /// Findings that are notes.
        public internal(set) var notes = 0
        /// Faults of files: documents, segments or rows that could not be read.
        public internal(set) var unreadable = 0

        /// 2 where something could not be read, else 1 where a finding weighs as much as `severity`, else 0.
        public func exitStatus(failingOn severity: Severity = .error) -> Int32 {
            if unreadable > 0 { return 2 }
            let open = warnings - overridden
            let failures =
                switch severity {
                case .error: errors
                case .warning: errors + open
                case .note: errors + open + notes
                }
            return failures > 0 ? 1 : 0
        }
    }

    /// - Parameters:
    ///   - isVerbose: whether the summary lists the rules that were not judged by their ids.
    ///   - isSummaryOnly: whether claims are only counted.
    ///   - glyphs: the characters of the terminal or printer, for a report as text.
    ///   - stamp: day, time and first number of a 277CA, without which there is none.
    public init(
        _ form: Form, isVerbose: Bool = false, isSummaryOnly: Bool = false, glyphs: Glyphs = .unicode,
        stamp: InterchangeStamp? = nil
    ) {
        self.form = form
        self.isVerbose = isVerbose
        self.isSummaryOnly = isSummaryOnly
        self.glyphs = glyphs
        statuses = stamp.map(StatusWriter.init)
    }

    /// What is before the first claim.
    public func begin() -> String {
        switch form {
        case .text, .jsonl, .acknowledgment: ""
        case .csv: CheckRow.title
        case .json: "{\"claims\": ["
        case .sarif: SARIF.opening
        }
    }

    /// What one claim adds to a report; made apart from it, on any thread.
    public struct Entry: Sendable {
        let items: [String]
        let answer: AnsweredClaim?
        let counts: Counts
        let rules: RuleCounts
    }

    /// - Parameters:
    ///   - file: where the claim was read from, as the user named it.
    ///   - source: its segments, where it came so; without them a 277CA does not answer it.
    public func entry(_ claim: CheckedClaim, file: String? = nil, source: ProfessionalClaim? = nil) -> Entry {
        var (counts, rules) = (Counts(), RuleCounts())
        counts.add(claim)
        rules.add(claim)
        let answer = form == .acknowledgment ? source.map { AnsweredClaim($0, claim) } : nil
        return Entry(
            items: isSummaryOnly ? [] : items(of: claim, file: file, isOfFile: source != nil), answer: answer,
            counts: counts, rules: rules)
    }

    private func items(of claim: CheckedClaim, file: String?, isOfFile: Bool) -> [String] {
        switch form {
        case .text: [claim.text(glyphs, isOfFile: isOfFile)]
        case .json: [claim.json]
        case .jsonl: claim.findings.map { $0.line(claim: claim, file: file) }
        case .csv: [CheckRow.text(of: claim, file: file)]
        case .sarif: claim.findings.map { $0.sarif(claim: claim, file: file).json }
        case .acknowledgment: []
        }
    }

    /// What an entry adds to the report; entries go in the order of the claims.
    public mutating func take(_ entry: Entry) -> String {
        let isFirst = form == .sarif ? counts.findings == 0 : counts.claims == 0
        counts.add(entry.counts)
        rules.add(entry.rules)
        if let answer = entry.answer { return statuses?.take(answer) ?? "" }
        if form == .acknowledgment { unanswered += 1 }
        guard form == .json || form == .sarif else { return entry.items.joined() }
        return entry.items.enumerated().map { (isFirst && $0 == 0 ? "\n" : ",\n") + $1 }.joined()
    }

    /// What a claim adds to the report: `entry` and `take` in one.
    public mutating func claim(_ claim: CheckedClaim, file: String? = nil) -> String {
        take(entry(claim, file: file))
    }

    /// A fault is at the end of a report in JSON, and in its place in one of lines. As text or CSV it is counted only:
    /// its words belong on standard error.
    public mutating func unreadable(_ fault: FileError) -> String {
        counts.unreadable += 1
        switch form {
        case .text, .csv, .acknowledgment: return ""
        case .jsonl: return fault.line
        case .json, .sarif:
            if faults.count < CheckReport.mostFaults { faults.append(fault) }
            return ""
        }
    }

    /// What is behind the last claim.
    public mutating func end() -> String {
        switch form {
        case .acknowledgment: statuses?.finish() ?? ""
        case .text: summary + "\n"
        case .jsonl, .csv: ""
        case .json:
            (counts.claims == 0 || isSummaryOnly ? "" : "\n") + "], \"unreadable\": "
                + JSONValue.list(faults.map(\.json)).json
                + ", \"not_judged\": " + JSONValue.list(notJudged.map { .text($0) }).json
                + ", \"summary\": " + jsonSummary.json + "}\n"
        case .sarif: SARIF.closing(faults, notJudged: notJudged)
        }
    }
}

extension FileError {
    var json: JSONValue {
        .object(["file": .text(file), "offset": JSONValue(offset), "message": .text(message)])
    }
}
