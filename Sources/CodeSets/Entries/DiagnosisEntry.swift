/// A code of ICD-10-CM: a leaf that may be billed, or a header above such leaves.
public struct DiagnosisEntry: Hashable, Sendable {
    /// With its dot: `F33.2`.
    public let code: String
    public let description: String
    public let isBillable: Bool

    init(columns: [String]) {
        code = DiagnosisEntry.dotted(columns[0])
        isBillable = columns[1] == "1"
        description = columns[2]
    }

    static func dotted(_ code: String) -> String {
        code.count > 3 ? "\(code.prefix(3)).\(code.dropFirst(3))" : code
    }

    /// The letters and digits of a code in capitals, its dot and blanks left out; `nil` where the text holds anything
    /// else or is longer than a code can be.
    static func compact(_ text: some StringProtocol) -> String? {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
        guard (1...7).contains(bytes.count), bytes.allSatisfy(\.isLetterOrDigit) else { return nil }
        return String(decoding: bytes, as: UTF8.self).uppercased()
    }
}

extension UInt8 {
    /// Whether this is a letter or a digit of ASCII.
    var isLetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
    }
}
