/// An ICD-10-CM code by its form: a letter, then two to six letters or digits, a dot after the third; whether it exists and
/// is billable is the code set's word.
///
/// The second character may be a letter (QA0… since FY2026).
public struct DiagnosisCode: Parsed {
    /// Capital letters and digits without the dot, as the 837P carries them: `F332`.
    public let text: String

    public static let shape = EntryShape(columns: 8)

    private static let good = "A diagnosis code has 3 to 7 characters, such as F33.2"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        var code = try typedCode(text)
        guard code[0].isLetter else { throw .malformed("A diagnosis code begins with a letter, such as F33.2") }
        let endsInDot = code.last == .point
        if code.count > 3, code[3] == .point { code.remove(at: 3) }
        guard code.allSatisfy(\.isLetterOrDigit) else {
            throw .malformed(
                code.contains(.point) ? "The dot goes after the third character, as in F33.2" : DiagnosisCode.good)
        }
        guard code.count <= 7 else { throw .malformed("A diagnosis code has at most 7 characters without the dot") }
        guard code.count >= 3, !endsInDot else { throw .incomplete(DiagnosisCode.good) }
        self.text = code.string
    }

    public static func mayGrow(_ text: String, value: DiagnosisCode) -> Bool {
        value.text.utf8.count < 7
    }

    /// `F33.2`, as people write it.
    public var description: String {
        text.utf8.count > 3 ? "\(category).\(text.dropFirst(3))" : text
    }

    /// The first three characters: `F33`.
    public var category: String { String(decoding: text.utf8.prefix(3), as: UTF8.self) }
}
