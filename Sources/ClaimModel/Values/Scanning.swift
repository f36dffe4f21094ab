/// ASCII classes of a byte; digits and letters of other scripts are none of them, since no code list or payer takes them.
extension UInt8 {
    @inlinable package var isDigit: Bool { self >= 48 && self <= 57 }
    @inlinable package var isCapital: Bool { self >= 65 && self <= 90 }
    @inlinable package var isCapitalOrDigit: Bool { isCapital || isDigit }
    @inlinable package var isLetter: Bool { isCapital || (self >= 97 && self <= 122) }
    @inlinable package var isLetterOrDigit: Bool { isDigit || isLetter }
    var isSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
    @inlinable package var uppercased: UInt8 { self >= 97 && self <= 122 ? self - 32 : self }
    var lowercased: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
    /// What a digit counts; meaningless for other bytes.
    var digitValue: Int { Int(self) - 48 }

    static let dash = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let plus = UInt8(ascii: "+")
}

extension Collection<UInt8> {
    var string: String { String(decoding: self, as: UTF8.self) }

    /// The number that these digits write; `nil` for none, for other bytes, and beyond 18 digits.
    var number: Int? {
        guard !isEmpty, count <= 18, allSatisfy(\.isDigit) else { return nil }
        return reduce(0) { $0 * 10 + $1.digitValue }
    }
}

/// The bytes of a text between its outer white space.
func typedBytes(_ text: some StringProtocol) throws(Unreadable) -> [UInt8] {
    var bytes = Array(text.utf8)
    if let first = bytes.first, let last = bytes.last, first >= 128 || last >= 128 {
        // White space beyond ASCII, such as the no-break space of a web page.
        bytes = Array(trimmed(text).utf8)
    }
    guard let first = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace })
    else { throw .empty }
    return first == 0 && last == bytes.count - 1 ? bytes : Array(bytes[first...last])
}

/// A text without its outer white space.
package func trimmed(_ text: some StringProtocol) -> String {
    let text = String(text)
    let (first, last) = (text.utf8.first ?? 0, text.utf8.last ?? 0)
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}

/// The same in capital letters, as codes are written.
func typedCode(_ text: some StringProtocol) throws(Unreadable) -> [UInt8] {
    try typedBytes(text).map(\.uppercased)
}

extension String {
    /// The text with the English letters in capitals; letters of other scripts stay, so that none turns into an English one.
    var capitals: String { String(decoding: utf8.map(\.uppercased), as: UTF8.self) }

    /// The text with the English letters small.
    var smallLetters: String { String(decoding: utf8.map(\.lowercased), as: UTF8.self) }
}
