/// Reads JSON (RFC 8259) strictly, with the place of everything: any bytes give a value or a fault, never a trap.
///
/// Our own because a fault has to name its byte and its path, doubled names have to be refused, and nesting has to end.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var offset: Int
    private var depth = 0

    /// Far more than a claim needs, far less than a stack holds.
    private static let deepest = 32

    init(_ bytes: [UInt8], from offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    var isAtEnd: Bool { offset >= bytes.count }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func skipBlanks() {
        while let byte = next, byte == .space || byte == .newline || byte == .tab || byte == .carriageReturn {
            offset += 1
        }
    }

    mutating func value() throws(DraftFault) -> JSONNode {
        skipBlanks()
        let start = offset
        guard let byte = next else { throw DraftFault("ends too early: part of the claim is missing", at: offset) }
        let value: JSONNode.Value
        switch byte {
        case .braceOpen: value = .object(try nested { scanner throws(DraftFault) in try scanner.members() })
        case .bracketOpen: value = .list(try nested { scanner throws(DraftFault) in try scanner.rows() })
        case .quote: value = .text(try text())
        case .dash, .zero ... .nine: value = .number(try number())
        default: value = try literal()
        }
        return JSONNode(offset: start, value: value)
    }

    private mutating func nested<Result>(
        _ read: (inout JSONScanner) throws(DraftFault) -> Result
    ) throws(DraftFault) -> Result {
        guard depth < JSONScanner.deepest else { throw DraftFault("is nested too deeply for a claim", at: offset) }
        depth += 1
        offset += 1
        let result = try read(&self)
        depth -= 1
        return result
    }

    private mutating func members() throws(DraftFault) -> [JSONMember] {
        var members: [JSONMember] = []
        skipBlanks()
        if take(.braceClose) { return members }
        repeat {
            skipBlanks()
            let start = offset
            guard next == .quote else { throw unexpected("a field's name in quotes") }
            let name = try text()
            skipBlanks()
            guard take(.colon) else { throw unexpected("a colon after the field's name") }
            do throws(DraftFault) {
                members.append(JSONMember(name: name, offset: start, node: try value()))
            } catch {
                throw error.under(DraftFault.printable(name))
            }
            skipBlanks()
        } while take(.comma)
        guard take(.braceClose) else { throw unexpected("a comma or a closing brace") }
        return members
    }

    private mutating func rows() throws(DraftFault) -> [JSONNode] {
        var rows: [JSONNode] = []
        skipBlanks()
        if take(.bracketClose) { return rows }
        repeat {
            do throws(DraftFault) {
                rows.append(try value())
            } catch {
                throw error.under(row: rows.count)
            }
            skipBlanks()
        } while take(.comma)
        guard take(.bracketClose) else { throw unexpected("a comma or a closing bracket") }
        return rows
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private func unexpected(_ wanted: String) -> DraftFault {
        isAtEnd
            ? DraftFault("ends too early: \(wanted) is missing", at: offset)
            : DraftFault("is not JSON: \(wanted) should be here", at: offset)
    }
}

// MARK: Words and numbers

extension JSONScanner {
    private mutating func literal() throws(DraftFault) -> JSONNode.Value {
        for (word, value) in [("true", JSONNode.Value.bool), ("false", .bool), ("null", .null)]
        where bytes[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return value
        }
        throw unexpected("a string in quotes, an object or a list")
    }

    private mutating func number() throws(DraftFault) -> String {
        let start = offset
        _ = take(.dash)
        if !take(.zero) { try digits() }
        if take(.point) { try digits() }
        if take(.smallE) || take(.largeE) {
            if !take(.plus) { _ = take(.dash) }
            try digits()
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func digits() throws(DraftFault) {
        let start = offset
        while let byte = next, (.zero ... .nine).contains(byte) { offset += 1 }
        guard offset > start else { throw unexpected("a digit") }
    }
}

// MARK: Texts

extension JSONScanner {
    /// The text between two quotes, its escapes resolved.
    private mutating func text() throws(DraftFault) -> String {
        let start = offset
        offset += 1
        var resolved: [UInt8] = []
        var run = offset
        skipPlain()
        while let byte = next {
            switch byte {
            case .quote:
                let last = bytes[run..<offset]
                offset += 1
                let whole = resolved.isEmpty ? String(validating: last, as: UTF8.self) : nil
                guard let text = whole ?? String(validating: resolved + last, as: UTF8.self) else {
                    throw DraftFault("is not UTF-8 text: save the file as UTF-8", at: start)
                }
                return text
            case .backslash:
                resolved.append(contentsOf: bytes[run..<offset])
                resolved.append(contentsOf: String(Character(try escape())).utf8)
                run = offset
                skipPlain()
            case 0..<0x20:
                throw DraftFault(
                    "a string has a raw line break or control character: write it as \\n or \\t", at: offset)
            default: offset += 1
            }
        }
        throw DraftFault("ends too early: a closing quote is missing", at: offset)
    }

    /// Goes on to the next byte that means something in a text.
    private mutating func skipPlain() {
        var at = offset
        while at < bytes.count, bytes[at] >= 0x20, bytes[at] != .quote, bytes[at] != .backslash { at += 1 }
        offset = at
    }

    private mutating func escape() throws(DraftFault) -> Unicode.Scalar {
        let start = offset
        offset += 1
        guard let byte = next else { throw unexpected("the rest of an escape") }
        offset += 1
        switch byte {
        case .quote, .backslash, .slash: return Unicode.Scalar(byte)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw DraftFault("is not JSON: a backslash comes before a character that needs none", at: start)
        }
    }

    /// `\u00e9`, or a surrogate pair for what is beyond the basic plane.
    private mutating func unicodeEscape(from start: Int) throws(DraftFault) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if UTF16.isLeadSurrogate(UInt16(unit)), take(.backslash), take(UInt8(ascii: "u")) {
            let trail = try hexadecimal()
            if UTF16.isTrailSurrogate(UInt16(trail)),
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (trail - 0xDC00))
            {
                return scalar
            }
        }
        throw DraftFault("is not text: half of a surrogate pair is missing", at: start)
    }

    /// Four digits, so at most 0xFFFF.
    private mutating func hexadecimal() throws(DraftFault) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected("a hexadecimal digit")
            }
            number = number << 4 | UInt32(digit)
            offset += 1
        }
        return number
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let newline = UInt8(ascii: "\n")
    static let tab = UInt8(ascii: "\t")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let braceOpen = UInt8(ascii: "{")
    static let braceClose = UInt8(ascii: "}")
    static let bracketOpen = UInt8(ascii: "[")
    static let bracketClose = UInt8(ascii: "]")
    fileprivate static let zero = UInt8(ascii: "0")
    fileprivate static let nine = UInt8(ascii: "9")
    fileprivate static let smallE = UInt8(ascii: "e")
    fileprivate static let largeE = UInt8(ascii: "E")
}
