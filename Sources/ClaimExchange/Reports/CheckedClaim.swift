public import ClaimModel
public import ClaimRules

/// The result of a check of one claim, without the claim itself.
public struct CheckedClaim: Sendable {
    /// The draft's id.
    public let id: String
    /// What a person calls it: the account number, else the id.
    let name: String
    /// Where it was read.
    let origin: ClaimOrigin
    /// In the order of the screens.
    public let findings: [ReportedFinding]
    /// The rules of the notes that a clean claim does not show, note by note.
    public let moreNotes: [String]
    /// The likeliest rejections and denials of the claim, the gravest first; empty if nobody asked.
    public let forecast: [ForecastLine]
    /// `.clean`, or `.flagged` if an error is left, or a warning that is not overridden.
    public let status: ClaimStatus
    /// How many notes it has, shown or not.
    public var noteCount: Int { findings.count { $0.severity == .note } + moreNotes.count }

    /// - Parameters:
    ///   - form: what is at odds with the guide of the file that the claim came in.
    ///   - forecasts: whether the forecast is worked out, which not every report has.
    ///   - showsAllNotes: whether a clean claim shows more than one note.
    ///   - origin: where the claim was read, if from a file.
    public init(
        _ draft: ClaimDraft, findings: [Finding], form: [ReportedFinding] = [], forecasts: Bool = true,
        showsAllNotes: Bool = false, from origin: ClaimOrigin? = nil
    ) {
        id = draft.id
        name = draft.name
        self.origin = origin ?? ClaimOrigin(file: "", interchange: "", account: draft.id)
        let isAtOdds = form.contains { $0.severity > .note }
        status = isAtOdds ? .flagged : Verdict(of: findings, on: draft).status
        let shown = ShownFindings(of: findings, on: draft, showsAllNotes: showsAllNotes || isAtOdds)
        self.findings = form + shown.findings.map { ReportedFinding($0, on: draft) }
        moreNotes = shown.moreNotes.map(\.rule.id)
        forecast = forecasts ? DenialForecast(of: findings, on: draft).entries.map(ForecastLine.init) : []
    }
}

/// Where a claim was read: what makes the keys of its findings the same from run to run.
public struct ClaimOrigin: Hashable, Sendable {
    private let text: String

    /// - Parameters:
    ///   - file: the SHA-256 of the file; empty for standard input.
    ///   - interchange: ISA13; empty where there is none.
    ///   - account: CLM01, or the id of a draft.
    public init(file: String, interchange: String, account: String) {
        text = "\(file)|\(interchange)|\(account)"
    }

    /// 16 hexadecimal digits: of the origin, the rule and the place that it speaks of.
    func key(of finding: ReportedFinding) -> String {
        let line = finding.line.map { String($0) } ?? ""
        return Fingerprint.short(of: "\(text)|\(finding.rule)|\(finding.field)|\(line)|\(finding.element ?? "")".utf8)
    }
}

/// A finding as reports show it.
public struct ReportedFinding: Hashable, Sendable {
    /// The id of the rule: `ND-004`.
    public let rule: String
    /// As the claim's policy grades it.
    public let severity: Severity
    /// What is wrong, one sentence.
    public let message: String
    /// How to fix it, one sentence.
    public let remedy: String?
    /// The id of the field: `line.ndc`; blank where no field holds the element of a file.
    public let field: String
    /// The field in words: `NDC`.
    public let label: String
    /// The row as a person counts, from 1; `nil` for a field of the claim.
    public let line: Int?
    /// What the row is called: `line`, `trial`.
    public let row: String
    /// The box of the CMS-1500: `24A`.
    public let box: String?
    /// Loop and element of the 837P: `2410 LIN03`.
    public let element: String?
    /// Who says so, with the date.
    public let source: String
    /// `CARC 16`, `RARC M119`.
    public let prevents: [String]
    /// Whether the warning is overridden.
    public let isOverridden: Bool

    init(
        rule: String, severity: Severity, message: String, remedy: String?, field: String, label: String, line: Int?,
        row: String, box: String?, element: String?, source: String, prevents: [String], isOverridden: Bool = false
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.field = field
        self.label = label
        self.line = line
        self.row = row
        self.box = box
        self.element = element
        self.source = source
        self.prevents = prevents
        self.isOverridden = isOverridden
    }

    init(_ finding: Finding, on draft: ClaimDraft) {
        let place = finding.place
        let remedy = finding.remedy
        self.init(
            rule: finding.rule.id, severity: finding.severity, message: finding.message,
            remedy: remedy.isEmpty ? nil : remedy, field: place.field.id, label: place.field.label,
            line: place.number, row: place.field.part.word, box: place.field.formBox, element: place.field.element,
            source: finding.citation.source, prevents: finding.rule.prevents.map(\.text),
            isOverridden: finding.override(in: draft) != nil)
    }
}

extension Field {
    /// The box of the CMS-1500 alone: the shaded half of 24A is box 24A.
    var formBox: String? { box.map { String($0.prefix { $0 != " " }) } }
}

/// What is wrong with a file: it, or a document, segment or envelope in it, could not be read as it should.
public struct FileError: Hashable, Sendable {
    /// As the user named it.
    public let file: String
    /// Bytes from the start of the file, where the fault has a place.
    public let offset: Int?
    /// What is wrong and what to do; it has no content of a claim.
    public let message: String

    /// - Parameter offset: in bytes from the start of the file; `nil` where the fault has no place.
    public init(file: String, offset: Int?, message: String) {
        self.file = file
        self.offset = offset
        self.message = message
    }
}
