import ClaimModel

/// The letters of a publisher's file.
package enum PublisherText {
    /// How a format's bytes are to be read.
    enum Encoding {
        case utf8
        /// UTF-8 where the bytes are that, else Windows-1252, as CMS, the FDA and NUCC write.
        case utf8OrWindows
    }

    /// The text without blanks at its ends and with single blanks within; `nil` where the bytes are no such text.
    static func read(_ bytes: ArraySlice<UInt8>, as encoding: Encoding = .utf8) -> String? {
        if let text = String(validating: bytes, as: UTF8.self) { return tidied(text) }
        return encoding == .utf8 ? nil : tidied(windows(bytes))
    }

    /// Every byte as the letter of its number.
    static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// Windows-1252; a blank for each byte that it leaves out.
    package static func windows(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            String.UnicodeScalarView(
                bytes.map { byte in
                    (0x80...0x9F).contains(byte) ? high[Int(byte - 0x80)] : Unicode.Scalar(byte)
                }))
    }

    /// The signs of Windows-1252 from 0x80 to 0x9F; a blank where it has none.
    private static let high = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)

    /// Single blanks, none at the ends, control characters as blanks.
    static func tidied(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        guard !isClean else { return text }
        return text.unicodeScalars.split { $0.value <= 0x20 || (0x7F...0xA0).contains($0.value) }
            .map { String($0) }.joined(separator: " ")
    }
}
