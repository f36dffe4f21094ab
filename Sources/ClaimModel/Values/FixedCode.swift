/// A code of a fixed number of letters and digits, each place with its own kind; lowercase is read as capitals.
protocol FixedCode: Parsed {
    /// The code in capital letters.
    var text: String { get }

    /// How many characters the code has.
    static var length: Int { get }

    /// What a good code looks like, for messages: `A modifier is 2 letters or digits, such as 25`.
    static var good: String { get }

    /// Whether these capital letters and digits, as many as there are so far, may begin a code.
    static func mayBegin(_ characters: [UInt8]) -> Bool

    init(checked text: String)
}

extension FixedCode {
    public static var shape: EntryShape { EntryShape(columns: length) }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let code = try typedCode(text)
        guard code.count <= Self.length, Self.mayBegin(code) else { throw .malformed(Self.good) }
        guard code.count == Self.length else { throw .incomplete(Self.good) }
        self.init(checked: code.string)
    }

    public var description: String { text }
}
