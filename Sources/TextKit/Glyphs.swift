/// The signs that screens and papers are drawn with, each one column wide: Unicode, or ASCII where the locale is not UTF-8.
public struct Glyphs: Hashable, Sendable {
    /// Whether text outside ASCII can be shown; a screen draws each of its columns as `unknown` where it cannot.
    public let drawsUnicode: Bool

    public let horizontal: Character
    public let vertical: Character
    public let topLeft: Character
    public let topRight: Character
    public let bottomLeft: Character
    public let bottomRight: Character
    public let teeLeft: Character
    public let teeRight: Character
    public let teeTop: Character
    public let teeBottom: Character
    public let cross: Character

    public let ok: Character
    public let error: Character
    public let warning: Character
    public let note: Character

    /// Behind a field that has a look-up.
    public let lookUp: Character
    /// What the blank part of a field is filled with: where colors tell fields apart, a space.
    public private(set) var fieldFill: Character = "_"

    public let ellipsis: Character
    public let right: Character
    public let bar: Character
    /// Stands for each character of a passphrase.
    public let bullet: Character
    /// Represents what cannot be shown: control characters, and text outside ASCII on an ASCII terminal.
    public let unknown: Character

    public static let unicode = Glyphs(
        drawsUnicode: true,
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
        ok: "✓", error: "✗", warning: "!", note: "i",
        lookUp: "▾", ellipsis: "…", right: "→", bar: "█", bullet: "•", unknown: "\u{FFFD}"
    )

    public static let ascii = Glyphs(
        drawsUnicode: false,
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
        ok: "+", error: "x", warning: "!", note: "i",
        lookUp: "*", ellipsis: "~", right: ">", bar: "#", bullet: "*", unknown: "?"
    )

    /// The same for a terminal whose colors show where fields are.
    public var onColor: Glyphs {
        var glyphs = self
        glyphs.fieldFill = " "
        return glyphs
    }

    /// The sign where lines meet, by the sides that they come from.
    package func joint(up: Bool, down: Bool, left: Bool, right: Bool) -> Character {
        switch (up, down, left, right) {
        case (false, true, false, true): topLeft
        case (false, true, true, false): topRight
        case (true, false, false, true): bottomLeft
        case (true, false, true, false): bottomRight
        case (true, true, false, true): teeLeft
        case (true, true, true, false): teeRight
        case (false, true, true, true): teeTop
        case (true, false, true, true): teeBottom
        case (true, true, true, true): cross
        case (_, _, false, false): vertical
        case (false, false, _, _): horizontal
        }
    }
}
