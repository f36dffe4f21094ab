import Foundation

/// A text as an X12 element may carry it: the basic and extended character sets (X12.6, appendix B), without the
/// delimiters.
struct LegalText: Hashable {
    let text: String
    /// Characters that no such character stands for.
    let hasUnwritable: Bool

    /// - Parameter written: what a field or a file says.
    init(_ written: String) {
        if written.utf8.allSatisfy({ LegalText.isLegal($0) }), !written.hasPrefix(" "), !written.hasSuffix(" ") {
            text = written
            hasUnwritable = false
            return
        }
        var legal = ""
        var hasUnwritable = false
        for character in written {
            guard let substitute = LegalText.substitute(for: character) else {
                hasUnwritable = true
                continue
            }
            legal += substitute
        }
        text = legal.trimmingCharacters(in: .whitespaces)
        self.hasUnwritable = hasUnwritable
    }

    /// Printable ASCII but for the delimiters, the grave accent, and the mark that parts repetitions here.
    private static func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "`"): false
        default: byte >= 0x20 && byte <= 0x7E
        }
    }

    private static func substitute(for character: Character) -> String? {
        let own = String(character)
        if own.utf8.allSatisfy(isLegal) { return own }
        if let fixed = substitutes[character] { return fixed }
        if character.isWhitespace || character.unicodeScalars.allSatisfy({ $0.value < 0x20 || $0.value == 0x7F }) {
            return " "
        }
        let plain = String(
            own.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
                ![.nonspacingMark, .enclosingMark, .format].contains($0.properties.generalCategory)
            }.map { substitutes[Character($0)].flatMap(\.first) ?? Character($0) })
        return plain.utf8.allSatisfy(isLegal) && !plain.isEmpty ? plain : nil
    }

    /// Letters and marks that do not come apart into a plain one and an accent.
    private static let substitutes: [Character: String] = [
        "*": "-", ":": ".", "^": "-", "~": "-", "`": "'", "’": "'", "‘": "'", "“": "\"", "”": "\"", "„": "\"",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE",
        "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "×": "x", "°": " deg", "µ": "u",
        "½": "1/2", "¼": "1/4", "¾": "3/4", "·": ".", "•": "-", "¡": "!", "¿": "?", "«": "\"", "»": "\"",
    ]
}
