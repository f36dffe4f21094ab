/// The columns that a text takes on a terminal: the only measure of text in the program.
public func columns(of text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    let plain = plainBytes(of: text)
    return text[plain.endIndex...].reduce(plain.count) { $0 + columns(of: $1) }
}

/// The columns that one character takes: 1, 2, or more where a script writes several signs as one character.
///
/// Control characters count as the one sign that stands for them. An emoji sequence is as wide as its first emoji,
/// because that is what is drawn of it: terminals disagree about the rest.
public func columns(of character: Character) -> Int {
    if isPlain(character) { return 1 }
    return drawnSigns(of: character).reduce(0) { $0 + $1.columns }
}

/// As much of the text as fits, with `ellipsis` as its last column where something was left out.
public func clip(_ text: String, to limit: Int, ellipsis: Character? = nil) -> String {
    guard columns(of: text) > limit else { return text }
    let room = limit - (ellipsis == nil ? 0 : 1)
    guard room >= 0 else { return "" }
    var kept = ""
    if isPlain(text) {
        kept = String(decoding: text.utf8.prefix(room), as: UTF8.self)
        if let ellipsis { kept.append(ellipsis) }
        return kept
    }
    var used = 0
    for character in text {
        used += columns(of: character)
        if used > room { break }
        kept.append(character)
    }
    if let ellipsis { kept.append(ellipsis) }
    return kept
}

/// A sign that every terminal draws in the same number of columns.
struct DrawnSign: Hashable {
    let character: Character
    let columns: Int

    static let unknown = DrawnSign(character: "\u{FFFD}", columns: 1)
}

/// Whether a character is printable ASCII, which nearly all are.
func isPlain(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    return value >= 0x20 && value < 0x7F && character != "\r\n"
}

/// Whether every byte of a text is a printable character of ASCII.
func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } } ?? false
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

/// The start of a text that is printable ASCII, byte by byte a character of its own: a mark could join the last one.
func plainBytes(of text: String) -> Substring.UTF8View {
    let bytes = text.utf8
    if isPlain(text) { return bytes[...] }
    guard let end = bytes.firstIndex(where: { $0 < 0x20 || $0 >= 0x7F }) else { return bytes[...] }
    return end > bytes.startIndex && bytes[end] >= 0x80 ? bytes[..<bytes.index(before: end)] : bytes[..<end]
}

/// What is sent to a terminal for one character: signs of one spacing scalar and at most four marks each.
func drawnSigns(of character: Character) -> [DrawnSign] {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return [] }
    if isPlain(character) || isKnownNarrow(scalars) { return [DrawnSign(character: character, columns: 1)] }
    if !isDrawable(first) { return [.unknown] }
    if let letters = flagLetters(of: scalars) { return letters }
    if isEmojiSequence(scalars) { return [DrawnSign(character: Character(first), columns: columns(of: first))] }
    if columns(of: first) == 0 { return isolatedMark(scalars) }
    return spacedSigns(of: scalars)
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
        let own = columns(of: scalar)
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

/// A mark without a letter is shown on the dotted circle.
private func isolatedMark(_ scalars: some Sequence<Unicode.Scalar>) -> [DrawnSign] {
    let marks = scalars.filter { columns(of: $0) == 0 && $0.properties.generalCategory != .format }.prefix(4)
    guard !marks.isEmpty else { return [.unknown] }
    var circled = String.UnicodeScalarView(["\u{25CC}"])
    circled.append(contentsOf: marks)
    return [DrawnSign(character: Character(String(circled)), columns: 1)]
}

/// A flag is drawn as the two letters of its country.
private func flagLetters(of scalars: some Sequence<Unicode.Scalar>) -> [DrawnSign]? {
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

/// Controls, direction overrides and other invisible signs would move or hide what stands beside them.
private func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
}

private func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The middle and last letters of a Korean syllable join the first one.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) { return 0 }
    return isWide(scalar.value) ? 2 : 1
}

private func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
        let middle = (low + high) / 2
        if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
}
