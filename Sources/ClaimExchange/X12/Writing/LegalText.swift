import ClaimModel
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
        if "*:^~".contains(character) { return "-" }
        if character == "`" { return "'" }
        if character.isWhitespace || own.utf8.allSatisfy({ $0 < 0x20 || $0 == 0x7F }) { return " " }
        if own.unicodeScalars.contains(where: { !$0.hasPlainForm }) { return nil }
        let plain = own.unicodeScalars.map { $0.plainForm ?? String($0).decomposedStringWithCompatibilityMapping }
            .joined()
        let letters = plain.unicodeScalars.map { $0.plainForm ?? String($0) }.joined()
        return String(letters.unicodeScalars.filter(\.isASCII))
    }
}
