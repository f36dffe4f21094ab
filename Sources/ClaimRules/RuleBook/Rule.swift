public import ClaimModel

/// One check: what must hold, why it matters, who says so, what it reads, and the examples that prove it.
public final class Rule: Identifiable, Sendable {
    /// Family and number (`ND-004`), never reused.
    public let id: String
    /// The sentence that holds on a good claim.
    public let title: String
    /// What is wrong, for lists of findings, groups and forecasts; at most 60 characters.
    public let fault: String
    /// Of its findings, unless the claim or the policy gives one another.
    public let severity: Severity
    /// What raises or lowers the severity, if anything does.
    public let severityNote: String?
    /// The denials that it prevents, the likeliest first.
    public let prevents: [DenialCode]
    /// Why no denial follows, if it prevents none.
    public let undenied: String?
    /// The claim status codes (277CA) of a front-end rejection for this.
    public let rejectedAs: [String]
    /// The document that says so.
    public let source: Source
    /// Cited instead on the claims of other payers, where the document is one payer's and its usual counterpart does not fit.
    let elsewhere: Source?
    /// Whose document the source is, if it is one payer's.
    let payerDocument: PayerDocument?
    /// How well that document's fact is known.
    public let certainty: Certainty
    /// The claims that it judges.
    public let scope: Scope
    /// The fields that it asks for; a finding's override lapses when one of their texts changes.
    public let reads: [Field]
    /// The rules that have nothing to add once this one reports.
    public let hides: [String]
    /// The rules that may report the same error from their own side.
    public let alongside: [String]
    /// Claims on which it finds nothing; they are its tests.
    public let accepts: @Sendable () -> [ClaimExample]
    /// Claims on which it has a finding; they are its tests.
    public let rejects: @Sendable () -> [ClaimExample]
    let check: @Sendable (ClaimFacts) -> [Problem]

    init(
        _ id: String, _ title: String, fault: String, _ severity: Severity, note: String? = nil,
        prevents: [DenialCode], undenied: String? = nil, rejectedAs: [String] = [], source: Source,
        _ certainty: Certainty, elsewhere: Source? = nil, scope: Scope = .anyClaim, reads: [Field],
        hides: [String] = [],
        accepts: @escaping @Sendable () -> [ClaimExample], rejects: @escaping @Sendable () -> [ClaimExample],
        alongside: [String] = [],
        check: @escaping @Sendable (ClaimFacts) -> [Problem]
    ) {
        self.id = id
        self.title = title
        self.fault = fault
        self.severity = severity
        self.severityNote = note
        self.prevents = prevents
        self.undenied = undenied
        self.rejectedAs = rejectedAs
        self.source = source
        self.elsewhere = elsewhere
        payerDocument = PayerDocument.all[source]
        self.certainty = certainty
        self.scope = scope
        self.reads = reads
        self.hides = hides
        self.alongside = alongside
        self.accepts = accepts
        self.rejects = rejects
        self.check = check
    }
}

/// How serious a finding is.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Advice.
    case note
    /// Needs a fix, or an override with a reason.
    case warning
    /// Keeps the claim from being ready.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The claims that a rule judges; rules of the ketamine pathway never judge another claim.
public enum Scope: String, CaseIterable, Hashable, Sendable {
    case anyClaim = "any"
    /// A ketamine drug line, or ketamine in the treatment given.
    case ketamineClaim = "ketamine"
    /// A ketamine claim whose indication is psychiatric or unknown.
    case psychiatricKetamineClaim = "psychiatric ketamine"
    /// Kept with its id; no institutional claim is keyed here, so it is never evaluated.
    case institutional = "institutional"
    /// Kept with its id, which older reports name; never evaluated.
    case retired = "retired"

    /// Whether rules of it judge any claim here.
    public var isEvaluated: Bool { self != .institutional && self != .retired }

    /// The fields that decide whether a claim is in it.
    public var reads: [Field] {
        switch self {
        case .anyClaim, .institutional, .retired: []
        case .ketamineClaim: [.treatmentDrug, .lineProcedure, .lineDrugName, .lineNarrative, .lineNDC]
        case .psychiatricKetamineClaim: Scope.ketamineClaim.reads + [.treatmentIndication]
        }
    }
}

/// How well a rule's fact is known, from best to worst.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
    case verified
    /// Read in a page that quotes the source.
    case secondary
    /// What the payer's article states.
    case article
    /// General coder knowledge, not read again.
    case general
    case unsure
}

/// Who says so, and when.
public struct Source: Hashable, Sendable {
    /// The name of the document, as a reader would look for it.
    public let title: String
    /// `2026-04-01`, `2023-08`, `undated`.
    public let date: String
    /// Title and date in one line.
    /// `CDC ICD-10-CM tabular list, FY2026, 04/01/2026`.
    public let text: String

    /// - Parameter date: as far as it is known: `2026-11-23`, `2026`, `undated`.
    public init(_ title: String, _ date: String) {
        self.title = title
        self.date = date
        text = "\(title), \(SourceDate(date)?.text ?? date)"
    }
}

/// A claim adjustment reason code (CARC) or a remittance advice remark code (RARC).
public enum DenialCode: Hashable, Sendable {
    case carc(String)
    case rarc(String)

    /// `CARC 16`, `RARC M119`.
    public var text: String {
        switch self {
        case .carc(let code): "CARC \(code)"
        case .rarc(let code): "RARC \(code)"
        }
    }
}
