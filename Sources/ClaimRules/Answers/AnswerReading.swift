public import ClaimModel
import CodeSets

/// An answer read together with its claim: the line of each code, and the fields that may have led to it.
public struct AnswerReading: Hashable, Sendable {
    /// As the file, or a person, gave it.
    public let answer: ClaimAnswer
    /// Those of the claim as a whole, then those of each line, in the order of the answer.
    public let codes: [Code]
    /// The lines that were paid below the office's fee table.
    public let underpayments: [Underpayment]

    /// One code of the answer, with what it may be about.
    public struct Code: Hashable, Sendable {
        /// The code as the payer gave it.
        public let code: AnswerCode
        /// The line of the answer that has the code, from 0; `nil` where the claim as a whole has it.
        public let answeredLine: Int?
        /// The row of the claim's line that is meant, from 0; `nil` for the claim as a whole, and where no line fits.
        public let row: Int?
        /// The likeliest first.
        public let candidates: [AnswerCandidate]
        /// Whether a remark code of the same line says which fields are meant.
        public fileprivate(set) var isExplained = false
    }

    /// - Parameters:
    ///   - draft: the claim that was answered; `nil` where nobody has it.
    ///   - findings: the findings on that claim as it is.
    public init(of answer: ClaimAnswer, to draft: ClaimDraft?, findings: [Finding], in context: Context) {
        self.answer = answer
        underpayments = draft.map { answer.underpayments(of: $0, by: context.fees) } ?? []
        var asked = answer.codes.map { (code: $0, line: Int?.none, row: Int?.none) }
        var used: Set<Int> = []
        for (index, line) in answer.lines.enumerated() {
            let row = draft.flatMap { line.row(in: $0, after: used) }
            if let row { used.insert(row) }
            asked += line.codes.map { (code: $0, line: index, row: row) }
        }
        let facts = draft.map { ClaimFacts(of: $0, in: context) }
        let read = asked.map { code, line, row in
            let candidates = facts.map { code.candidates(on: $0, line: row, findings: findings) } ?? []
            return Code(code: code, answeredLine: line, row: row, candidates: candidates)
        }
        let remarked = Set(read.filter { $0.code.isRemark && !$0.candidates.isEmpty }.map(\.answeredLine))
        codes = read.map { code in
            var code = code
            code.isExplained = code.code.needsRemark && remarked.contains(code.answeredLine)
            return code
        }
    }
}
