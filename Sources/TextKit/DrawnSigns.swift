/// A sign that every terminal draws in the same number of columns.
package struct DrawnSign: Hashable, Sendable {
    package let character: Character
    package let columns: Int

    package init(character: Character, columns: Int) {
        self.character = character
        self.columns = columns
    }

    package static let unknown = DrawnSign(character: "\u{FFFD}", columns: 1)
}

extension Character {
    /// What is drawn of the character: signs of one spacing scalar and at most four marks each.
    package var drawnSigns: [DrawnSign] {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return [] }
        if isPlain || isKnownNarrow(scalars) { return [DrawnSign(character: self, columns: 1)] }
        if !first.isDrawable { return [.unknown] }
        if let letters = flagLetters(of: scalars) { return letters }
        if isEmojiSequence(scalars) { return [DrawnSign(character: Character(first), columns: first.columns)] }
        if first.columns == 0 { return isolatedMark(scalars) }
        return spacedSigns(of: scalars)
    }
}

/// Whether a character is one letter, arrow, line or mark of the blocks that screens are drawn with; a short way past the
/// tables of Unicode.
private func isKnownNarrow(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let value = scalars.first?.value, scalars.count == 1 else { return false }
    return switch value {
    case 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x22FF, 0x2500...0x259F: true
    default: value == 0x2713 || value == 0x2717
    }
}

private func spacedSigns(of scalars: some Sequence<Unicode.Scalar>) -> [DrawnSign] {
    var signs: [DrawnSign] = []
    var run = String.UnicodeScalarView()
    var width = 0
    func finish() {
        guard !run.isEmpty else { return }
        signs.append(DrawnSign(character: Character(String(run)), columns: width))
    }
    for scalar in scalars {
        let own = scalar.columns
        if own > 0 {
            finish()
            run = String.UnicodeScalarView([scalar])
            width = own
        } else if run.count <= 4, scalar.properties.generalCategory != .format {
            run.append(scalar)
        }
    }
    finish()
    return signs
}

/// A mark without a letter is shown on the dotted circle; the later letters of a Korean syllable cannot be put on it.
private func isolatedMark(_ scalars: Character.UnicodeScalarView) -> [DrawnSign] {
    let marks = scalars.filter { $0.isMark && $0.columns == 0 }.prefix(4)
    guard !marks.isEmpty, scalars.first?.isMark == true else { return [.unknown] }
    var circled = String.UnicodeScalarView(["\u{25CC}"])
    circled.append(contentsOf: marks)
    return [DrawnSign(character: Character(String(circled)), columns: 1)]
}

/// A flag is drawn as the two letters of its country.
private func flagLetters(of scalars: Character.UnicodeScalarView) -> [DrawnSign]? {
    let letters = scalars.compactMap { scalar -> DrawnSign? in
        guard (0x1F1E6...0x1F1FF).contains(scalar.value),
            let letter = Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
        else { return nil }
        return DrawnSign(character: Character(letter), columns: 1)
    }
    return letters.isEmpty ? nil : letters
}

private func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard scalars.count > 1, let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains {
        $0 == "\u{200D}" || $0 == "\u{FE0F}" || $0.properties.isEmojiModifier
    }
}
