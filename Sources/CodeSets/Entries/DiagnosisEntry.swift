/// A code of ICD-10-CM: a leaf that may be billed, or a header above such leaves.
public struct DiagnosisEntry: Hashable, Sendable {
    /// With its dot: `F33.2`.
    public let code: String
    private let row: TableRow
    /// `false` for a header, whose subcodes are billed.
    public let isBillable: Bool

    /// The publisher's title; its shortened one says so.
    public var description: String { row.description }

    init(_ row: TableRow) {
        self.row = row
        code = DiagnosisEntry.dotted(row.code)
        isBillable = row.isBillable
    }

    static func dotted(_ code: String) -> String {
        code.count > 3 ? "\(code.prefix(3)).\(code.dropFirst(3))" : code
    }

    /// The letters and digits of a code in capitals, its dot and blanks left out; `nil` where the text holds anything
    /// else or is longer than a code can be.
    static func compact(_ text: some StringProtocol) -> String? { key(text)?.text }

    @inline(__always)
    static func key(_ text: some StringProtocol) -> CodeKey? {
        let key = CodeKey(text) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
        return key.flatMap { $0.length <= 7 ? $0 : nil }
    }
}
