/// The bytes of a JSON document: without blanks, or each member and item on a line of its own.
struct JSONOutput {
    private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0

    init(isIndented: Bool = false) {
        self.isIndented = isIndented
    }

    mutating func begin(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
    }

    mutating func end(_ bracket: UInt8) {
        depth -= 1
        if isIndented, !isJustOpen { beginLine() }
        bytes.append(bracket)
    }

    /// A comma, where something stands before in the same list or object.
    mutating func separate() {
        if !isJustOpen { bytes.append(.comma) }
        if isIndented { beginLine() }
    }

    private var isJustOpen: Bool { bytes.last == .braceOpen || bytes.last == .bracketOpen }

    private mutating func beginLine() {
        bytes.append(.newline)
        bytes.append(contentsOf: repeatElement(.space, count: 2 * depth))
    }

    mutating func name(_ name: String) {
        separate()
        text(name)
        bytes.append(.colon)
        if isIndented { bytes.append(.space) }
    }

    mutating func member(_ name: String, _ value: String) {
        self.name(name)
        text(value)
    }

    mutating func flag(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// A text in quotes; what a terminal could act on is escaped, everything else is itself.
    mutating func text(_ text: String) {
        bytes.append(.quote)
        for byte in text.utf8 {
            // C1 in UTF-8 is 0xC2 and one byte below 0xA0.
            if byte < 0xA0, byte >= 0x80, bytes.last == 0xC2 {
                bytes.removeLast()
                escape(byte)
            } else if byte < 0x20 || byte == 0x7F || byte == .quote || byte == .backslash {
                escape(byte)
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(.quote)
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case .quote, .backslash: bytes.append(contentsOf: [.backslash, byte])
        case .newline: bytes.append(contentsOf: [.backslash, UInt8(ascii: "n")])
        case .tab: bytes.append(contentsOf: [.backslash, UInt8(ascii: "t")])
        default: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        }
    }

    /// What has been written so far; going back to it takes away everything since.
    var mark: Int { bytes.count }

    mutating func goBack(to mark: Int) { bytes.removeLast(bytes.count - mark) }
}
