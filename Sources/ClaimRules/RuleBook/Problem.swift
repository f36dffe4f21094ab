public import ClaimModel

/// One rule's problem with one claim at one place; with its rule it is a finding.
final class Problem: Sendable {
    let place: Place
    let concern: Concern
    /// `nil` keeps the rule's own severity.
    let severity: Severity?
    let message: @Sendable () -> String
    let remedy: @Sendable () -> String
    let fixes: @Sendable () -> [Fix]
    /// What the rule read besides the place itself, as text: `start` is `10:00`.
    let evidence: @Sendable () -> [Evidence]
    /// How likely the payer denies for this; `nil` if the severity says it.
    let likelihood: DenialForecast.Likelihood?
    /// Whether only the chart shows it, so that no front end can reject the claim for it.
    let isUnseen: Bool

    private init(
        place: Place, concern: Concern, severity: Severity?, message: @escaping @Sendable () -> String,
        remedy: @escaping @Sendable () -> String, fixes: @escaping @Sendable () -> [Fix],
        evidence: @escaping @Sendable () -> [Evidence], likelihood: DenialForecast.Likelihood? = nil,
        isUnseen: Bool = false
    ) {
        self.place = place
        self.concern = concern
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.fixes = fixes
        self.evidence = evidence
        self.likelihood = likelihood
        self.isUnseen = isUnseen
    }

    /// The text of this field is wrong in itself.
    static func wrong(
        _ field: Field, row: Int = 0, severity: Severity? = nil,
        _ message: @autoclosure @escaping @Sendable () -> String,
        remedy: @autoclosure @escaping @Sendable () -> String,
        fixes: @autoclosure @escaping @Sendable () -> [Fix] = [],
        evidence: @autoclosure @escaping @Sendable () -> [Evidence] = []
    ) -> Problem {
        Problem(
            place: Place(field, row: row), concern: .entry, severity: severity, message: message, remedy: remedy,
            fixes: fixes, evidence: evidence)
    }

    /// Something that should be here is not.
    static func missing(
        _ field: Field, row: Int = 0, severity: Severity? = nil,
        _ message: @autoclosure @escaping @Sendable () -> String,
        remedy: @autoclosure @escaping @Sendable () -> String,
        fixes: @autoclosure @escaping @Sendable () -> [Fix] = [],
        evidence: @autoclosure @escaping @Sendable () -> [Evidence] = []
    ) -> Problem {
        Problem(
            place: Place(field, row: row), concern: .absence, severity: severity, message: message, remedy: remedy,
            fixes: fixes, evidence: evidence)
    }

    /// This field and others, each readable, do not go together; the finding shows at both ends.
    static func conflict(
        _ field: Field, row: Int = 0, with others: [Place], severity: Severity? = nil,
        _ message: @autoclosure @escaping @Sendable () -> String,
        remedy: @autoclosure @escaping @Sendable () -> String,
        fixes: @autoclosure @escaping @Sendable () -> [Fix] = [],
        evidence: @autoclosure @escaping @Sendable () -> [Evidence] = []
    ) -> Problem {
        Problem(
            place: Place(field, row: row), concern: .relation(others), severity: severity, message: message,
            remedy: remedy, fixes: fixes, evidence: evidence)
    }
}

extension Problem {
    /// The same with a likelihood of its own.
    func expecting(_ likelihood: DenialForecast.Likelihood) -> Problem {
        Problem(
            place: place, concern: concern, severity: severity, message: message, remedy: remedy, fixes: fixes,
            evidence: evidence, likelihood: likelihood, isUnseen: isUnseen)
    }

    /// The same, which only the chart shows.
    var unseen: Problem {
        Problem(
            place: place, concern: concern, severity: severity, message: message, remedy: remedy, fixes: fixes,
            evidence: evidence, likelihood: likelihood, isUnseen: true)
    }

    /// The same with another severity, and the reason for it among the evidence.
    func graded(_ severity: Severity, because reason: @escaping @Sendable () -> Evidence) -> Problem {
        let read = evidence
        return Problem(
            place: place, concern: concern, severity: severity, message: message, remedy: remedy, fixes: fixes,
            evidence: { read() + [reason()] }, likelihood: likelihood, isUnseen: isUnseen)
    }
}

/// The kind of fault, which decides when a finding is shown (never whether it is found).
public enum Concern: Hashable, Sendable {
    /// The text at the place is wrong in itself.
    case entry
    /// Something is missing at the place.
    case absence
    /// The place and these others contradict each other.
    case relation([Place])
}

/// An edit that fixes a finding; the person chooses it with a key.
///
/// A finding with several offers a choice. None ever recodes a diagnosis or procedure by itself.
public struct Fix: Hashable, Sendable {
    /// One text that the fix puts into a field.
    public struct Edit: Hashable, Sendable {
        /// The field, and its row if it repeats.
        public let place: Place
        /// As a person would type it; empty to blank the field.
        public let text: String

        /// - Parameter row: counted from 0.
        public init(_ field: Field, row: Int = 0, _ text: String) {
            place = Place(field, row: row)
            self.text = text
        }
    }

    /// What the key enters: `quantity 0.7`.
    public let label: String
    /// All of them together are the fix; they are undone together.
    public let edits: [Edit]

    /// A fix under its label.
    public init(_ label: String, _ edits: [Edit]) {
        self.label = label
        self.edits = edits
    }

    static func replace(_ field: Field, row: Int = 0, with text: String) -> Fix {
        Fix("\(field.label.lowercased()) \(text)", [Edit(field, row: row, text)])
    }
}

/// One thing that a rule read, as text.
public struct Evidence: Hashable, Sendable {
    /// What was read: `start`, `policy`.
    public let name: String
    /// As text: `10:00`.
    public let value: String
    /// The source of the finding, if it is another than the rule's.
    let citation: Citation?

    /// Something that was read, without a source of its own.
    public init(_ name: String, _ value: String) { self.init(name, value, citing: nil) }

    init(_ name: String, _ value: String, citing citation: Citation?) {
        self.name = name
        self.value = value
        self.citation = citation
    }
}
