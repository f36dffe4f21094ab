/// The signs that a screen is drawn with, each one column wide: Unicode, or ASCII where the locale is not UTF-8.
public struct Glyphs: Hashable, Sendable {
    /// Whether text outside ASCII can be drawn; where it cannot, each of its columns is drawn as `unknown`.
    public let drawsUnicode: Bool

    public let horizontal: Character
    public let vertical: Character
    public let topLeft: Character
    public let topRight: Character
    public let bottomLeft: Character
    public let bottomRight: Character
    public let teeLeft: Character
    public let teeRight: Character

    public let ok: Character
    public let error: Character
    public let warning: Character
    public let note: Character

    public let ellipsis: Character
    public let up: Character
    public let down: Character
    public let left: Character
    public let right: Character
    public let bullet: Character
    public let bar: Character
    public let dot: Character
    public let times: Character
    /// Stands for what cannot be drawn: control characters, and text outside ASCII on an ASCII terminal.
    public let unknown: Character

    public static let unicode = Glyphs(
        drawsUnicode: true,
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        teeLeft: "├", teeRight: "┤",
        ok: "✓", error: "✗", warning: "!", note: "i",
        ellipsis: "…", up: "↑", down: "↓", left: "←", right: "→", bullet: "•", bar: "█", dot: "●", times: "×",
        unknown: "\u{FFFD}"
    )

    public static let ascii = Glyphs(
        drawsUnicode: false,
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeLeft: "+", teeRight: "+",
        ok: "+", error: "x", warning: "!", note: "i",
        ellipsis: "~", up: "^", down: "v", left: "<", right: ">", bullet: "*", bar: "#", dot: "o", times: "x",
        unknown: "?"
    )
}
