/// Codes from one to another of a set whose codes have at most eight characters, both with all that begin with them.
public struct CodeRange: Hashable, Sendable {
    /// The first code's characters as one number, padded with zeros.
    public let first: UInt64
    /// The last code's, padded so that what begins with it is within.
    public let last: UInt64

    /// `nil` where a text is no code or the last comes before the first. Dots and blanks do not count.
    public init?(first: some StringProtocol, last: some StringProtocol) {
        guard let from = CodeRange.packed(first), let to = CodeRange.key(last)?.lastBelow.high, from <= to
        else { return nil }
        self.first = from
        self.last = to
    }

    init(first: UInt64, last: UInt64) {
        self.first = first
        self.last = last
    }

    /// Whether a code, as `packed` gives it, is in the range or begins with its last code.
    public func contains(_ packed: UInt64) -> Bool { first <= packed && packed <= last }

    /// A code's characters as one number that keeps the order of codes; `nil` for what is no code.
    @specialized(where Code == String)
    public static func packed<Code: StringProtocol>(_ code: Code) -> UInt64? { key(code)?.high }

    private static func key(_ code: some StringProtocol) -> CodeKey? {
        DiagnosisEntry.key(code).flatMap { $0.length <= 8 ? $0 : nil }
    }
}
