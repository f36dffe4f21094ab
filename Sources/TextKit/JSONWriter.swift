/// The bytes of a JSON document as they are written: every document of the program goes through here.
package struct JSONWriter {
    package enum Layout: Sendable {
        /// Without blanks.
        case compact
        /// On one line, with a blank behind each comma and colon.
        case line
        /// Each member and item on a line of its own.
        case indented
    }

    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private let escapesInvisible: Bool
    private var depth = 0

    /// - Parameter escapesInvisible: whether signs that steer how a text is drawn are escaped, as controls always are.
    package init(_ layout: Layout = .compact, escapesInvisible: Bool = false) {
        self.layout = layout
        self.escapesInvisible = escapesInvisible
    }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginList() { begin(UInt8(ascii: "[")) }
    package mutating func endList() { end(UInt8(ascii: "]")) }

    private mutating func begin(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if layout == .indented, !isJustOpen { beginLine() }
        bytes.append(bracket)
    }

    /// A comma, where something is before in the same list or object.
    package mutating func separate() {
        if !isJustOpen {
            bytes.append(UInt8(ascii: ","))
            if layout == .line { bytes.append(UInt8(ascii: " ")) }
        }
        if layout == .indented { beginLine() }
    }

    private var isJustOpen: Bool { bytes.last == UInt8(ascii: "{") || bytes.last == UInt8(ascii: "[") }

    private mutating func beginLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    package mutating func name(_ name: String) {
        separate()
        text(name)
        bytes.append(UInt8(ascii: ":"))
        if layout != .compact { bytes.append(UInt8(ascii: " ")) }
    }

    package mutating func member(_ name: String, _ value: String) {
        self.name(name)
        text(value)
    }

    package mutating func flag(_ flag: Bool) { word(flag ? "true" : "false") }

    package mutating func number(_ number: Int) { word(String(number)) }

    package mutating func null() { word("null") }

    private mutating func word(_ word: String) {
        var word = word
        word.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// A text in quotes; what a terminal could act on is escaped, everything else is itself.
    package mutating func text(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        let isPlain = text.withUTF8 { utf8 in
            guard utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        if !isPlain { for scalar in text.unicodeScalars { write(scalar) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
        case "\n": word("\\n")
        case "\t": word("\\t")
        case _ where escapesInvisible ? scalar.isInvisible : scalar.isControl:
            for unit in scalar.utf16 { word("\\u" + String(unit, radix: 16).aligned(to: 4, with: "0")) }
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }

    /// What has been written so far; going back to it takes away everything since.
    package var mark: Int { bytes.count }

    package mutating func goBack(to mark: Int) { bytes.removeLast(bytes.count - mark) }
}
