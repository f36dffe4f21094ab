/// Bytes as letters and digits that a person can copy by hand (RFC 4648, section 6), without padding.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Eight characters for five bytes; the last ones of a length that is no multiple of five take two to seven.
    public static func text(_ bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count * 8 + 4) / 5)
        var (buffer, count) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                letters.append(alphabet[buffer >> count & 31])
            }
            buffer &= 31
        }
        if count > 0 { letters.append(alphabet[buffer << (5 - count) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The bytes of a text in any case, with spaces and hyphens anywhere; 0 is read as O, 1 as I and 8 as B.
    ///
    /// - Returns: `nil` where another character occurs, or where `text` would never end like that.
    public static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, count, length) = (0, 0, 0)
        for letter in text.utf8 where letter != UInt8(ascii: " ") && letter != UInt8(ascii: "-") {
            guard let value = value(of: letter) else { return nil }
            buffer = buffer << 5 | value
            count += 5
            length += 1
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> count))
            buffer &= 1 << count - 1
        }
        // What is left over fills up the last character: fewer bits than one, all of them 0.
        guard count < 5, buffer == 0 else { return nil }
        return bytes
    }

    private static func value(of letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter - UInt8(ascii: "a"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): Int(letter - UInt8(ascii: "2")) + 26
        case UInt8(ascii: "0"): value(of: UInt8(ascii: "O"))
        case UInt8(ascii: "1"): value(of: UInt8(ascii: "I"))
        case UInt8(ascii: "8"): value(of: UInt8(ascii: "B"))
        default: nil
        }
    }
}
