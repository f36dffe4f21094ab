import ClaimModel

/// What the office's own remittances teach: how often each payer denied and paid, counted and nothing guessed.
public struct Learned: Hashable, Sendable {
    /// Below so many cases nothing is said.
    public static let fewest = 3

    /// What the cases have in common.
    struct Subject: Hashable, Sendable {
        let payer: String
        let code: String
        let companion: String
        let rule: String
    }

    /// All cases of one subject.
    public struct Record: Hashable, Sendable {
        /// By what the payer is known: its ID, else its name in capitals.
        public let payer: String
        /// The payer's name as a claim has it.
        public let payerName: String
        /// The code that was decided; blank where the cases are about a rule.
        public let code: String
        /// Another code of the same day; blank where the code is counted alone.
        public let companion: String
        /// The rule whose warning was overridden; blank where the cases are about a code.
        public let rule: String
        /// How often it was paid.
        public fileprivate(set) var paid = 0
        /// How often it was denied, by the reasons given.
        public fileprivate(set) var denials: [[DenialCode]: Int] = [:]

        /// How often it was denied, for whatever reason.
        public var denied: Int { denials.values.reduce(0, +) }
        /// Paid and denied.
        public var cases: Int { paid + denied }
        /// The reasons that were given most often; `nil` where it was never denied.
        public var mostGiven: [DenialCode]? { denials.mostGiven }
    }

    private var records: [Subject: Record] = [:]

    /// Nothing yet.
    public init() {}

    /// - Parameter counted: each case with how often it came.
    public init(_ counted: [(lesson: Lesson, count: Int)]) {
        for (lesson, count) in counted {
            let subject = Subject(
                payer: lesson.payer, code: lesson.code, companion: lesson.companion, rule: lesson.rule)
            var record =
                records[subject]
                ?? Record(
                    payer: lesson.payer, payerName: lesson.payerName, code: lesson.code, companion: lesson.companion,
                    rule: lesson.rule)
            if lesson.isDenied {
                record.denials[lesson.reasons, default: 0] += count
            } else {
                record.paid += count
            }
            records[subject] = record
        }
    }

    /// Those of at least `fewest` cases, by payer, the most often denied first.
    public var all: [Record] {
        records.values.filter { $0.cases >= Learned.fewest }.sorted {
            ($0.payerName, $1.denied, $1.cases, $0.code, $0.companion, $0.rule)
                < ($1.payerName, $0.denied, $0.cases, $1.code, $1.companion, $1.rule)
        }
    }

    fileprivate func record(_ payer: String, code: String = "", with companion: String = "", rule: String = "")
        -> Record?
    {
        let found = records[Subject(payer: payer, code: code, companion: companion, rule: rule)]
        return found.flatMap { $0.cases >= Learned.fewest ? $0 : nil }
    }

    /// What was learned of a finding: how often the payer denied the line's code with another of that day for what the rule
    /// prevents, and how claims fared on which the rule was overridden; `nil` where nothing was.
    func sentence(of rule: Rule, at place: Place, on draft: ClaimDraft) -> String? {
        guard !records.isEmpty, let payer = Lesson.payer(of: draft) else { return nil }
        let rows = place.field.part == .line ? [place.row] : Array(draft.lines.indices)
        let found = rows.filter(draft.lines.indices.contains).flatMap { row -> [(Record, [[DenialCode]: Int])] in
            guard let code = draft.lines[row].procedure.value?.text else { return [] }
            return (draft.companions(ofRow: row) + [""]).compactMap { companion in
                guard let record = record(payer, code: code, with: companion) else { return nil }
                let denials = record.denials.filter { $0.key.contains(where: rule.prevents.contains) }
                return denials.isEmpty ? nil : (record, denials)
            }
        }
        let worst = found.enumerated().max {
            ($0.element.1.values.reduce(0, +), $1.offset) < ($1.element.1.values.reduce(0, +), $0.offset)
        }?.element
        let overridden = record(payer, rule: rule.id).flatMap { $0.relevantDenials.isEmpty ? nil : $0.sentence }
        let sentences = [worst.map { $0.0.sentence(of: $0.1) }, overridden].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension Learned.Record {
    /// `Medical Mutual denied 96372 with J3490 4 of 5 times: CARC 16, M119.`
    public var sentence: String {
        guard rule.isEmpty else {
            let counted = relevantDenials
            let denied = counted.values.reduce(0, +)
            return "\(payerName) denied \(denied) of \(cases) claims with \(rule) overridden\(reasons(in: counted))."
        }
        return sentence(of: denials)
    }

    /// The denials of a rule's claims for what it prevents: others say nothing about it.
    fileprivate var relevantDenials: [[DenialCode]: Int] {
        guard let rule = Rule.named(rule) else { return denials }
        return denials.filter { reasons, _ in
            // CARC 16 is no reason of its own: its remark codes are.
            let isRemarked = reasons.contains { if case .rarc = $0 { true } else { false } }
            return reasons.contains { rule.prevents.contains($0) && !(isRemarked && $0 == .carc("16")) }
        }
    }

    /// - Parameter counted: those of the denials that are meant.
    fileprivate func sentence(of counted: [[DenialCode]: Int]) -> String {
        let pair = companion.isEmpty ? code : "\(code) with \(companion)"
        let denied = counted.values.reduce(0, +)
        return "\(payerName) denied \(pair) \(denied) of \(cases) times\(reasons(in: counted))."
    }

    private func reasons(in counted: [[DenialCode]: Int]) -> String {
        guard let codes = counted.mostGiven, !codes.isEmpty else { return "" }
        return ": "
            + codes.enumerated().map { index, code in
                if case .rarc(let remark) = code, index > 0 { remark } else { code.text }
            }.joined(separator: ", ")
    }
}

extension [[DenialCode]: Int] {
    fileprivate var mostGiven: [DenialCode]? {
        self.min {
            ($1.value, $0.key.map(\.text).joined()) < ($0.value, $1.key.map(\.text).joined())
        }?.key
    }
}
