extension Unicode.Scalar {
    /// What a terminal may act on: C0, delete and C1, the general category Cc.
    @inlinable package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// What hides in a text or steers it, and is no part of a name: controls, line and paragraph separators, private use,
    /// and marks that turn the direction of writing.
    package var isHidden: Bool {
        if isASCII { return isControl }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
        case .format: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0xFEFF
        default: false
        }
    }

    /// What draws nothing of its own: controls, separators, and every sign that steers how a text is drawn.
    package var isInvisible: Bool {
        if isASCII { return isControl }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Whether the scalar has a shape that is the same everywhere.
    var isDrawable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
        default: true
        }
    }

    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}

extension Character {
    /// Whether this is no sign but an order to the terminal.
    package var isControl: Bool { unicodeScalars.contains(where: \.isControl) }
}
