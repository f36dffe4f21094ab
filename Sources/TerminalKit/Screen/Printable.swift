/// The text with every control character and invisible sign replaced, so that it can be shown or printed anywhere.
public func printable(_ text: some StringProtocol, glyphs: Glyphs = .unicode) -> String {
    var shown = ""
    for character in text {
        if isPlain(character) {
            shown.append(character)
            continue
        }
        for sign in drawnSigns(of: character) {
            let drawn = glyphs.drawsUnicode || isPlain(sign.character)
            shown.append(
                contentsOf: drawn
                    ? String(sign.character) : String(repeating: glyphs.unknown, count: sign.columns))
        }
    }
    return shown
}
