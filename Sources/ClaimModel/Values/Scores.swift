/// The nine answers of a PHQ-9, each 0 to 3, typed in one go or with commas or spaces between them.
public struct PHQ9Items: Parsed {
    /// Nine answers, in the order of the questionnaire.
    public let answers: [Int]

    public static let shape = EntryShape(columns: 9, limit: 26)

    private static let good = "A PHQ-9 has nine answers from 0 to 3. For example 333322321"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        var answers: [Int] = []
        var afterComma = true
        for byte in bytes where !byte.isSpace {
            if byte == .comma, !afterComma {
                afterComma = true
            } else if byte.isDigit, byte.digitValue <= 3 {
                answers.append(byte.digitValue)
                afterComma = false
            } else {
                throw .malformed(PHQ9Items.good)
            }
        }
        guard answers.count < 9 || (answers.count == 9 && !afterComma) else {
            throw .malformed("A PHQ-9 has only nine answers")
        }
        guard answers.count == 9 else {
            throw .incomplete(
                "A PHQ-9 has nine answers from 0 to 3, not \(answers.count)")
        }
        self.answers = answers
    }

    /// The sum of the answers, 0 to 27.
    public var total: Int { answers.reduce(0, +) }

    /// `333322321`.
    public var description: String { answers.map(String.init).joined() }
}

/// The total of a symptom scale, 0 to 99; what a scale can reach is its instrument's word.
public struct ScoreTotal: WholeNumber {
    /// From 0 to 99.
    public let number: Int

    public static let shape = EntryShape(columns: 2)
    static let range = 0...99
    static let good = "A score is a whole number, such as 22"

    /// `nil` outside of 0 to 99.
    public init?(_ number: Int) {
        guard ScoreTotal.range.contains(number) else { return nil }
        self.number = number
    }
}
