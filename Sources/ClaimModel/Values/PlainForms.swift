import Foundation

extension Unicode.Scalar {
    /// The ASCII replacement for a character, in addition to letters that only lose an accent.
    package var plainForm: String? { plainForms[self] }

    /// Whether ASCII has the character, or a replacement for it.
    package var hasPlainForm: Bool {
        if isASCII || plainForms[self] != nil { return true }
        let parts = String(Character(self)).decomposedStringWithCompatibilityMapping.unicodeScalars
        let rest = parts.drop { $0.isASCII }
        return parts.first?.isASCII == true ? rest.allSatisfy(\.isMark) : isMark
    }

    /// Whether it only adds to the letter before it.
    private var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }
}

private let plainForms: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{2010}": "-",
    "\u{2011}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{2022}": "-", "\u{2026}": "...",
    "\u{00D7}": "x", "\u{00B7}": ".", "\u{2044}": "/", "\u{00B0}": " deg", "\u{00B5}": "u", "\u{03BC}": "u",
    "\u{2265}": ">=", "\u{2264}": "<=", "\u{2192}": "->", "\u{00BD}": "1/2", "\u{00BC}": "1/4", "\u{00BE}": "3/4",
    "¡": "!", "¿": "?", "«": "\"", "»": "\"", "ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Ł": "L",
    "ł": "l", "Đ": "D", "đ": "d", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
    "Œ": "OE", "œ": "oe", "ı": "i", "✗": "x", "✓": "v",
]
