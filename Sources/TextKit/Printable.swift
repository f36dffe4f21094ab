extension StringProtocol {
    /// The text with every control character and invisible sign replaced, so that it can be shown or printed anywhere.
    @inlinable package func printable(_ glyphs: Glyphs = .unicode) -> String {
        isPlain ? String(self) : Substring(self).shown(glyphs)
    }
}

extension Substring {
    @usableFromInline package func shown(_ glyphs: Glyphs) -> String {
        var shown = ""
        for character in self {
            if character.isPlain {
                shown.append(character)
                continue
            }
            for sign in character.drawnSigns {
                let isDrawn = glyphs.drawsUnicode || sign.character.isPlain
                shown += isDrawn ? String(sign.character) : String(repeating: glyphs.unknown, count: sign.columns)
            }
        }
        return shown
    }
}

extension String {
    /// The text without what a terminal may act on; everything else stays, be it visible or not.
    package var withoutControls: String {
        // C1 begins with 0xC2 in UTF-8.
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
        return String(UnicodeScalarView(unicodeScalars.filter { !$0.isControl }))
    }
}
