public import ClaimModel

/// How the clearinghouse and the payer would most likely answer the claim as it is, the most severe first.
///
/// It says *likely* or *possible* and gives no figure, since nobody has measured any. Front-end rejections come before
/// denials: a rejected claim is never adjudicated.
public struct DenialForecast: Sendable {
    /// The most severe first: rejections before denials, likely before possible.
    public let entries: [Entry]

    /// When the claim fails: at the front end, or in adjudication.
    public enum Stage: String, CaseIterable, Hashable, Sendable, Comparable {
        /// Rejected before adjudication, with a claim status code of the 277CA.
        case rejection
        /// Adjudicated and denied, with reason and remark codes of the 835.
        case denial

        public static func < (left: Stage, right: Stage) -> Bool { left == .rejection && right == .denial }
    }

    /// A word and no percentage, since nobody has measured any.
    public enum Likelihood: String, CaseIterable, Hashable, Sendable, Comparable {
        case likely, possible

        /// The likelier comes first.
        public static func < (left: Likelihood, right: Likelihood) -> Bool { left == .likely && right == .possible }
    }

    /// One answer of the payer, and the findings that lead to it.
    public struct Entry: Sendable {
        /// The code that the payer or clearinghouse would answer with.
        public let answer: Answer
        /// That of its likeliest finding.
        public let likelihood: Likelihood
        /// The remark codes that may come with it, each once.
        public let remarks: [DenialCode]
        /// The findings that lead to it, the most severe first; never empty.
        public let findings: [Finding]
        /// Whether all of its findings are overridden: the payer may answer so anyway.
        public let isOverridden: Bool

        /// Before adjudication or after it.
        public var stage: Stage { answer.stage }
        /// The reason code, where it is a denial.
        public var denial: DenialCode? {
            if case .denial(let code) = answer { code } else { nil }
        }
        /// What the office's own remittances teach of it, in sentences with their counts; `nil` below three cases.
        public var learned: String? {
            let sentences = findings.compactMap(\.learned).uniqued
            return sentences.isEmpty ? nil : sentences.prefix(2).joined(separator: " ")
        }
        /// The ids of the rules, each once.
        public var rules: [String] { findings.map(\.rule.id).uniqued }
        /// Where to fix it, each place once.
        public var places: [Place] { findings.map(\.place).uniqued }
        /// That of its most severe finding.
        public var severity: Severity { findings.map(\.severity).max() ?? .note }
    }

    /// How the claim is answered.
    public enum Answer: Hashable, Sendable {
        /// A claim status code of the 277CA.
        case claimStatus(String)
        case denial(DenialCode)

        /// Before adjudication for a claim status code, after it for a reason code.
        public var stage: Stage {
            switch self {
            case .claimStatus: .rejection
            case .denial: .denial
            }
        }

        /// `claim status 254`, `CARC 16`.
        public var text: String {
            switch self {
            case .claimStatus(let code): "claim status \(code)"
            case .denial(let code): code.text
            }
        }
    }

    /// - Parameter findings: what `validate` found on the draft; notes are ignored.
    public init(of findings: [Finding], on draft: ClaimDraft) {
        var order: [Answer] = []
        var causes: [Answer: [Cause]] = [:]
        for finding in findings where finding.severity != .note {
            for cause in Cause.all(of: finding, on: draft) {
                if causes[cause.answer] == nil { order.append(cause.answer) }
                causes[cause.answer, default: []].append(cause)
            }
        }
        // Equally severe entries keep the order of the screens.
        entries = order.map { Entry($0, causes[$0] ?? []) }.sorted { $0.rank < $1.rank }
    }
}

/// One answer that one finding leads to.
private struct Cause {
    let answer: DenialForecast.Answer
    let likelihood: DenialForecast.Likelihood
    let remarks: [DenialCode]
    let finding: Finding
    let isOverridden: Bool

    /// Front-end rejections first, then the reason codes of the rule with their remark codes, the likeliest first.
    static func all(of finding: Finding, on draft: ClaimDraft) -> [Cause] {
        let isOverridden = finding.override(in: draft) != nil
        let own = isOverridden ? .possible : finding.likelihood
        func cause(
            _ answer: DenialForecast.Answer, _ likelihood: DenialForecast.Likelihood, _ remarks: [DenialCode] = []
        ) -> Cause {
            Cause(
                answer: answer, likelihood: likelihood, remarks: remarks, finding: finding, isOverridden: isOverridden)
        }
        let rejections = finding.rejectedAs.map { cause(.claimStatus($0), own) }
        let denials = finding.rule.prevents.byReason.enumerated().map { number, reason in
            // Behind a front-end rejection, and for any reason code but the rule's first, a denial is only possible.
            cause(
                .denial(reason.code), number == 0 && rejections.isEmpty ? own : .possible, reason.remarks)
        }
        return rejections + denials
    }
}

extension DenialForecast.Entry {
    fileprivate init(_ answer: DenialForecast.Answer, _ causes: [Cause]) {
        self.answer = answer
        likelihood = causes.map(\.likelihood).min() ?? .possible
        remarks = causes.flatMap(\.remarks).uniqued
        findings = causes.sorted {
            ($0.likelihood, $1.finding.severity) < ($1.likelihood, $0.finding.severity)
        }.map(\.finding)
        isOverridden = causes.allSatisfy(\.isOverridden)
    }

    /// By stage and likelihood, then errors before warnings, then by the number of findings.
    fileprivate var rank: (DenialForecast.Stage, DenialForecast.Likelihood, Int, Int) {
        (stage, likelihood, severity == .error ? 0 : 1, -findings.count)
    }
}

extension [DenialCode] {
    /// The reason codes in their order, each with the remark codes that follow it; a remark code before any reason is alone.
    fileprivate var byReason: [(code: DenialCode, remarks: [DenialCode])] {
        reduce(into: []) { groups, code in
            if case .rarc = code, let last = groups.indices.last, case .carc = groups[last].code {
                groups[last].remarks.append(code)
            } else {
                groups.append((code, []))
            }
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of their first.
    public var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
