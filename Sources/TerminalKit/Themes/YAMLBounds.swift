/// What a theme file must keep to before it is parsed: its size, and no anchors, whose repeats grow without bound.
enum YAMLBounds {
    /// In bytes; a published scheme has about one thousand.
    static let size = 64 * 1024

    /// The line, counted from 1, of the first word that starts with `&` or `*` as an anchor or its repeat does.
    ///
    /// Quotes and comments are searched as well: what they hide is never certain before the file is parsed.
    static func lineOfAnchor(in text: String) -> Int? {
        var line = 1
        var (before, last): (UInt8, UInt8) = (10, 10)
        for byte in text.utf8 {
            let isSign = last == UInt8(ascii: "&") || last == UInt8(ascii: "*")
            if isSign, !isAlphanumeric(before),
                isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            {
                return line
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            (before, last) = (last, byte)
        }
        return nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
