import ClaimModel
import Foundation

/// The signs that a printed text may use.
public enum Lettering: String, CaseIterable, Hashable, Sendable {
    case unicode
    /// For printers and terminals whose locale is not UTF-8: accents are dropped, other scripts become `?`.
    case ascii

    var rule: Character { "-" }
    var unknown: Unicode.Scalar { self == .unicode ? "\u{FFFD}" : "?" }
    var times: String { self == .unicode ? "×" : "x" }
}

extension String {
    /// The text as it may stand on one line of paper: controls and invisible signs replaced or left out, at most four
    /// marks on a letter.
    func printable(as lettering: Lettering = .unicode) -> String {
        let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain { return self }
        let shown = unicodeShown(unknown: lettering.unknown)
        return lettering == .unicode ? shown : shown.foldedToASCII()
    }

    private func unicodeShown(unknown: Unicode.Scalar) -> String {
        var shown = String.UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                shown.append(scalar.properties.isWhitespace ? " " : unknown)
            case .format: continue
            case .surrogate, .unassigned, .privateUse: shown.append(unknown)
            case .nonspacingMark, .enclosingMark:
                marks += 1
                if shown.isEmpty { shown.append("\u{25CC}") }
                if marks <= 4 { shown.append(scalar) }
                continue
            default: shown.append(scalar.flagLetter ?? scalar)
            }
            marks = 0
        }
        return String(shown)
    }

    /// In ASCII: letters without their accents, the usual marks by their plain forms, anything else as `?`.
    private func foldedToASCII() -> String {
        var folded = ""
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.isASCII {
                folded.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? "?" : scalar)
            } else if let plain = scalar.plainForm {
                folded += plain
            } else if scalar.columns > 0 {
                folded += "?"
            }
        }
        return folded
    }
}

extension Unicode.Scalar {
    /// A flag is printed as the two letters of its country.
    fileprivate var flagLetter: Unicode.Scalar? {
        (0x1F1E6...0x1F1FF).contains(value) ? Unicode.Scalar(value - 0x1F1E6 + 0x41) : nil
    }
}
