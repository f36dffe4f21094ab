import ClaimExchange

/// What a file that came in is.
public enum IncomingKind: String, Hashable, Sendable {
    case remittance = "835"
    case status = "277CA"
    case acknowledgment = "999"
    case receipt = "TA1"
    case eligibility = "271"
    case claims = "837P"
    case rows = "CSV"
    case drafts = "JSON"
    case unreadable

    /// Whether it answers to what was submitted or asked.
    public var isResponse: Bool { [.remittance, .status, .acknowledgment, .receipt, .eligibility].contains(self) }
    /// Whether its claims can be imported.
    public var hasClaims: Bool { [.claims, .rows, .drafts].contains(self) }

    /// - Parameter beginning: the first bytes of the file.
    init(_ survey: FileSurvey, name: String, beginning: [UInt8]) {
        self = survey.isX12 ? IncomingKind(transactions: survey.kinds) : IncomingKind(text: beginning, name: name)
    }

    private init(transactions kinds: [String]) {
        let known: [(String, IncomingKind)] = [
            ("835", .remittance), ("277", .status), ("999", .acknowledgment), ("271", .eligibility), ("837", .claims),
            ("TA1", .receipt),
        ]
        self = known.first { kinds.contains($0.0) }?.1 ?? .unreadable
    }

    private init(text: [UInt8], name: String) {
        let name = name.lowercased()
        let first = text.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
        let isBracket = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        if isBracket, !text.starts(with: "{\\rtf".utf8) {
            self = .drafts
        } else if name.hasSuffix(".csv") {
            self = .rows
        } else {
            self = .unreadable
        }
    }
}
