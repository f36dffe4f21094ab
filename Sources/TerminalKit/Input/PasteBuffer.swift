import TextKit

/// The bytes of a bracketed paste until its end marker.
struct PasteBuffer: Sendable {
    /// The most bytes that are kept: 1 MB.
    static let limit = 1 << 20

    private var bytes: [UInt8] = []
    private var overflow = 0

    /// Takes one byte and says whether it was the last of the end marker.
    mutating func take(_ byte: UInt8) -> Bool {
        bytes.append(byte)
        if byte == UInt8(ascii: "~"), bytes.suffix(KeySequences.pasteEnd.count).elementsEqual(KeySequences.pasteEnd) {
            bytes.removeLast(KeySequences.pasteEnd.count)
            return true
        }
        // The marker's length is kept beyond the limit, so that the marker is found there too.
        if bytes.count > PasteBuffer.limit + 64 {
            bytes.removeSubrange(PasteBuffer.limit..<(PasteBuffer.limit + 64 - KeySequences.pasteEnd.count))
            overflow += 64 - KeySequences.pasteEnd.count
        }
        return false
    }

    /// The text with line ends as `\n`, and how many characters were left out.
    var text: (String, dropped: Int) {
        var kept = String.UnicodeScalarView()
        var dropped = overflow + max(0, bytes.count - PasteBuffer.limit)
        var afterReturn = false
        for scalar in String(decoding: bytes.prefix(PasteBuffer.limit), as: UTF8.self).unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where afterReturn: break
            case "\n", "\r": kept.append("\n")
            case "\t": kept.append(scalar)
            case "\u{FFFD}": dropped += 1
            case _ where scalar.isControl: dropped += 1
            default: kept.append(scalar)
            }
        }
        return (String(kept), dropped)
    }
}
