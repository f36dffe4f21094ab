/// The bytes of a JSON document without blanks.
struct JSONOutput {
    private(set) var bytes: [UInt8] = []

    mutating func begin(_ bracket: UInt8) { bytes.append(bracket) }

    mutating func end(_ bracket: UInt8) { bytes.append(bracket) }

    /// A comma, where something stands before in the same list or object.
    mutating func separate() {
        if bytes.last != .braceOpen, bytes.last != .bracketOpen { bytes.append(.comma) }
    }

    mutating func name(_ name: String) {
        separate()
        text(name)
        bytes.append(.colon)
    }

    mutating func member(_ name: String, _ value: String) {
        self.name(name)
        text(value)
    }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// A text in quotes; what a terminal could act on is escaped, everything else is itself.
    mutating func text(_ text: String) {
        bytes.append(.quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: [.backslash, .quote])
            case "\\": bytes.append(contentsOf: [.backslash, .backslash])
            case "\n": bytes.append(contentsOf: [.backslash, UInt8(ascii: "n")])
            case "\t": bytes.append(contentsOf: [.backslash, UInt8(ascii: "t")])
            case "\0"..<" ", "\u{7f}"..<"\u{a0}": escape(scalar)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        bytes.append(.quote)
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: "\\u\(String(scalar.value, radix: 16).leftPadded(to: 4))".utf8)
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: Swift.max(0, width - utf8.count)) + self
    }
}
