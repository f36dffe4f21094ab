/// Letters and digits as searches compare them: lower case, without the accents of Latin-1.
enum Folding {
    /// The letters U+00C0 to U+00FF by the second byte of their UTF-8, without accents; a blank for the two signs.
    private static let latin = Array("aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy".utf8)
    private static let latinLead: UInt8 = 0xC3

    /// The letter at `position` and how many bytes it takes; zero between words. Bytes of other scripts count as
    /// themselves.
    static func letter(_ text: UnsafeRawBufferPointer, _ position: Int, _ end: Int) -> (byte: UInt8, width: Int) {
        let byte = text[position]
        if byte == latinLead, position + 1 < end, (0x80...0xBF).contains(text[position + 1]) {
            return (latin[Int(text[position + 1] - 0x80)], 2)
        }
        return (folded(byte), 1)
    }

    static func isLetter(_ byte: UInt8) -> Bool { folded(byte) != 0 }

    /// The bytes with which a folded letter may be written at the beginning of a word.
    static func firstBytes(of letter: UInt8) -> [UInt8] {
        let capital = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) ? [letter & ~0x20] : []
        return [letter] + capital + (latin.contains(letter) ? [latinLead] : [])
    }

    /// The words of a text, folded.
    static func words(of text: some StringProtocol) -> [String] {
        Array(text.utf8).withUnsafeBytes { bytes in
            var words: [[UInt8]] = [[]]
            var position = 0
            while position < bytes.count {
                let letter = letter(bytes, position, bytes.count)
                if letter.byte != 0 {
                    words[words.count - 1].append(letter.byte)
                } else if words.last?.isEmpty == false {
                    words.append([])
                }
                position += letter.width
            }
            return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF: byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: 0
        }
    }
}
