import ClaimModel

/// The characters that part an interchange (X12.6): the ISA segment names them by using them.
struct X12Delimiters: Hashable, Sendable {
    /// Between the elements of a segment, usually `*`.
    var element: UInt8
    /// Between the components of an element, usually `:` (ISA16).
    var component: UInt8
    /// Between the repetitions of an element, usually `^` (ISA11); `nil` before version 00402, which has none.
    var repetition: UInt8?
    /// After each segment, usually `~`.
    var terminator: UInt8

    static let usual = X12Delimiters(
        element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), repetition: UInt8(ascii: "^"),
        terminator: UInt8(ascii: "~"))

    /// Whether no two are the same and none can be in a text; repetition aside.
    var partWell: Bool {
        let all = [element, component, terminator]
        return Set(all).count == all.count && all.allSatisfy(\.mayDelimit)
    }
}

extension UInt8 {
    /// Letters, digits, blanks and the bytes of letters beyond ASCII are in texts.
    var mayDelimit: Bool { self < 0x7F && self != 0x20 && self != 0 && !isLetterOrDigit }

    /// Where a line ends on any system.
    var endsLine: Bool { self == 0x0A || self == 0x0D }
}
