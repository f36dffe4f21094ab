/// The code that a payer paid, with its modifiers: `96374`, `99213 25 59`.
public struct PaidService: Parsed {
    /// The code that was paid.
    public let code: ProcedureCode
    /// At most four.
    public let modifiers: [Modifier]

    public static let shape = EntryShape(columns: 17)

    private static let good = "A paid service is a code with its modifiers. For example 99213 25"

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        let parts = bytes.split { $0.isSpace || $0 == .dash || $0 == .colon }
        guard let first = bytes.first, first.isLetterOrDigit, let code = parts.first, parts.count <= 5 else {
            throw .malformed(PaidService.good)
        }
        self.code = try PaidService.read(code, at: bytes, in: context)
        var modifiers: [Modifier] = []
        for part in parts.dropFirst() { modifiers.append(try PaidService.read(part, at: bytes, in: context)) }
        self.modifiers = modifiers
    }

    /// Only the last part can still become longer.
    private static func read<Part: Parsed>(
        _ part: ArraySlice<UInt8>, at bytes: [UInt8], in context: ParsingContext
    ) throws(Unreadable) -> Part {
        do throws(Unreadable) {
            return try Part(parsing: part.string, in: context)
        } catch {
            throw part.endIndex == bytes.endIndex ? error : .malformed(good)
        }
    }

    public static func mayGrow(_ text: String, value: PaidService) -> Bool { value.modifiers.count < 4 }

    public var description: String { ([code.description] + modifiers.map(\.description)).joined(separator: " ") }
}
