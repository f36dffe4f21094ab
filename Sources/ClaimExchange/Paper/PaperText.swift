import ClaimModel
import Foundation
import TextKit

extension String {
    /// The text as it may be on one line of paper: line breaks become blanks, signs that draw nothing are left out, and
    /// what no printer draws is replaced.
    ///
    /// In ASCII, for printers and terminals whose locale is not UTF-8, accents are dropped and other scripts become `?`.
    func onPaper(_ glyphs: Glyphs = .unicode) -> String {
        if isPlain { return self }
        let shown = withoutInvisible.printable()
        return glyphs.drawsUnicode ? shown : shown.foldedToASCII(glyphs)
    }

    private var withoutInvisible: String {
        var shown = UnicodeScalarView()
        for scalar in unicodeScalars where scalar.properties.generalCategory != .format {
            shown.append(scalar.isInvisible && scalar.properties.isWhitespace ? " " : scalar)
        }
        return String(shown)
    }

    /// Letters without their accents, the usual marks by their plain forms, anything else as `?`.
    private func foldedToASCII(_ glyphs: Glyphs) -> String {
        var folded = ""
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.isASCII {
                folded.unicodeScalars.append(scalar)
            } else if let plain = scalar.plainForm {
                folded += plain
            } else if scalar.columns > 0 {
                folded.append(glyphs.unknown)
            }
        }
        return folded
    }
}
