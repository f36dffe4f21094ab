import ClaimModel
import Foundation
import TextKit

/// A text as an X12 element may carry it: the basic and extended character sets (X12.6, appendix B), without the
/// delimiters, and in capitals, which every receiver reads.
struct LegalText: Hashable {
    let text: String
    /// Characters that no such character represents.
    let hasUnwritable: Bool

    /// - Parameters:
    ///   - written: what a field or a file says.
    ///   - isEcho: whether it goes back to who wrote it, with its own capitals.
    init(_ written: String, isEcho: Bool = false) {
        if written.utf8.allSatisfy({ LegalText.isLegal($0) }), !written.hasPrefix(" "), !written.hasSuffix(" ") {
            text = isEcho ? written : LegalText.inCapitals(written)
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
        let trimmed = legal.trimmingCharacters(in: .whitespaces)
        text = isEcho ? trimmed : LegalText.inCapitals(trimmed)
        self.hasUnwritable = hasUnwritable
    }

    static func inCapitals(_ text: String) -> String {
        text.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ? text.uppercased() : text
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
        if let fixed = delimiters[character] { return fixed }
        if character.isWhitespace || character.unicodeScalars.allSatisfy(\.isControl) {
            return " "
        }
        let plain = (own.unicodeScalars.first?.plainForm).map { own.unicodeScalars.count == 1 ? $0 : nil } ?? nil
        let letters =
            plain
            ?? own.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
                ![.nonspacingMark, .enclosingMark, .format].contains($0.properties.generalCategory)
            }.map { $0.plainForm ?? String($0) }.joined()
        return letters.utf8.allSatisfy(isLegal) && !letters.isEmpty ? letters : nil
    }

    /// What represents the marks by which a file tells its parts from one another.
    private static let delimiters: [Character: String] = ["*": "-", ":": ".", "^": "-", "~": "-", "`": "'"]
}
