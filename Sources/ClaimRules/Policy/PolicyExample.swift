public import ClaimModel
import Yams

/// A claim that proves a policy: edits to a sample claim, and the findings that it then has.
public struct PolicyExample: Hashable, Sendable {
    /// What the claim shows, in the author's words.
    public let title: String
    /// The sample that it starts from: `infusion`.
    public let sample: String
    /// What the claim has otherwise than the sample.
    public let edits: [Edit]
    /// The day on which it is checked; `nil` for the day of all samples.
    public let today: Day?
    /// The rules that find an error: exactly these.
    public let errors: Set<String>
    /// The rules that find a warning: exactly these.
    public let warnings: Set<String>
    /// The rules that have a note: at least these.
    public let notes: Set<String>
    /// Its line in the file.
    public let line: Int?

    /// The text of one field that differs from the sample.
    public struct Edit: Hashable, Sendable {
        /// The field, and its row if it repeats.
        public let place: Place
        /// As typed; empty to blank the field.
        public let text: String
    }
}

extension ClaimExample {
    /// The samples that a policy's examples start from, by name.
    public static var samples: [(key: String, value: ClaimExample)] { makers.map { ($0.key, $0.value()) } }

    static var sampleNames: [String] { makers.map(\.key) }

    /// Each is made when it is used: reading a policy needs only the names.
    private static let makers: KeyValuePairs<String, @Sendable () -> ClaimExample> = [
        "infusion": { sample }, "long-infusion": { longInfusion }, "injection": { intramuscular },
        "visit": { officeVisit }, "no-history": { noHistory }, "no-diagnosis": { noDiagnosis },
        "visit-only": { officeVisitOnly }, "incomplete-codes": { incompleteCodes }, "anesthesia": { anesthesia },
        "pain-procedure": { painInfusion },
    ]

    static func sample(named name: String) -> ClaimExample? { makers.first { $0.key == name }?.value() }
}

extension PolicyReader {
    private static let exampleKeys = ["title", "claim", "edits", "today", "errors", "warnings", "notes"]

    mutating func examples(_ node: Node?) -> [PolicyExample] {
        guard let node, !node.isNothing else { return [] }
        guard let items = node.sequence else {
            note(at: node.mark?.line, "examples must be a list of claims.", "Start each with - title:")
            return []
        }
        return items.prefix(PolicyReader.mostExamples).compactMap { example($0) }
    }

    /// More than anybody writes.
    private static let mostExamples = 500

    private mutating func example(_ node: Node) -> PolicyExample? {
        let members = members(node, of: "an example", known: PolicyReader.exampleKeys)
        let byKey = Dictionary(members.map { ($0.key, $0.2) }) { first, _ in first }
        let line = node.mark?.line
        let names = ClaimExample.sampleNames
        guard let title = text(byKey["title"], "title", at: line, isNeeded: true, "Say what the claim shows."),
            let sample = text(
                byKey["claim"], "claim", at: line, isNeeded: true, "Name a sample: \(names.joined(separator: ", ")).")
        else { return nil }
        if !names.contains(sample) {
            note(
                at: byKey["claim"]?.mark?.line, "No sample claim \"\(sample.shown)\".",
                PolicyReader.choice(of: sample, among: names))
        }
        return PolicyExample(
            title: title, sample: sample, edits: edits(byKey["edits"]), today: day(byKey["today"], "today"),
            errors: rules(byKey["errors"], "errors"), warnings: rules(byKey["warnings"], "warnings"),
            notes: rules(byKey["notes"], "notes"), line: line)
    }

    /// `line.procedure[1]: "96372"`; a blank text empties the field.
    private mutating func edits(_ node: Node?) -> [PolicyExample.Edit] {
        guard let node else { return [] }
        var edits: [PolicyExample.Edit] = []
        for (key, line, value) in members(node, of: "edits") {
            guard let text = value.scalar?.string else {
                note(at: line, "\(key.shown) must be text.", "Write it in quotes.")
                continue
            }
            guard let place = Place(key: key) else {
                let field = key.prefix { $0 != "[" }
                let isField = Field.named(String(field))
                let remedy = isField.map {
                    $0.part == .claim ? "Write it without a number." : "Add the row, counted from 1: \($0.id)[1]."
                }
                note(
                    at: line, "No field \(key.shown).",
                    remedy ?? String(field).nearest(in: Field.all.map(\.id)).map { "Did you mean \($0)?" }
                        ?? "F1 on a field shows its name; so does check --format json.")
                continue
            }
            edits.append(PolicyExample.Edit(place: place, text: value.isNothing ? "" : text))
        }
        return edits
    }

    private mutating func rules(_ node: Node?, _ key: String) -> Set<String> {
        guard let ids: [String] = value(node, key) else { return [] }
        // At a start nobody asks for a rule before the first claim is opened.
        for id in ids where !isShipped && Rule.named(id) == nil {
            note(
                .warning, at: node?.mark?.line, "\(key): no rule \(id.shown).",
                PolicyReader.ruleChoice(of: id, among: Rule.all.map(\.id)))
        }
        return Set(ids)
    }
}
