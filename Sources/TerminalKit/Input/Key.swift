import TextKit

/// One key press, whatever bytes the terminal sent for it.
public enum Key: Hashable, Sendable {
    /// A printable character. Marks, joiners and the parts of an emoji arrive one scalar at a time: insert each as text
    /// and count the characters of the text again.
    case character(Character)
    case enter, tab, backTab, escape
    case up, down, left, right
    case home, end, pageUp, pageDown
    case insert, delete, backspace
    /// F1 to F12.
    case function(Int, shift: Bool = false)
    /// Control with a lower-case letter or one of `@ \ ] ^ _`; `Ctrl-I`, `Ctrl-J`, `Ctrl-M`, `Ctrl-H` and `Ctrl-[` send
    /// the bytes of Tab, Enter, Enter, Backspace and Escape and arrive as those.
    case control(Character)
    case alt(Character)
}

extension Key {
    /// The name as it is in key tables and configuration files: `F6`, `Shift-F6`, `Ctrl-Z`, `Alt-1`, `PgDn`, `a`.
    public var name: String {
        if let named = Key.names.first(where: { $0.key == self }) { return named.name }
        switch self {
        case .character(let character): return String(character)
        case .function(let number, let shift): return (shift ? "Shift-F" : "F") + String(number)
        case .control(let letter): return "Ctrl-" + letter.uppercased()
        case .alt(let character): return "Alt-\(character)"
        default: return ""
        }
    }

    /// The name as short as a footer wants it: `^Z` for `Ctrl-Z`.
    public var shortName: String {
        if case .control(let letter) = self { "^" + letter.uppercased() } else { name }
    }

    /// Reads a name as `name` writes it, in any case; `nil` for what names no key.
    public init?(named name: String) {
        let lowered = name.lowercased()
        if let named = Key.names.first(where: { $0.name.lowercased() == lowered }) {
            self = named.key
        } else if let rest = lowered.after("ctrl-") ?? (lowered.count == 2 ? lowered.after("^") : nil) {
            guard let letter = rest.only, Key.controlLetters.contains(letter) else { return nil }
            self = .control(letter)
        } else if let rest = lowered.after("alt-") {
            guard let character = rest.only, character.columns == 1 else { return nil }
            self = .alt(character)
        } else if let number = Key.functionNumber(lowered.after("shift-")) {
            self = .function(number, shift: true)
        } else if let number = Key.functionNumber(lowered) {
            self = .function(number)
        } else {
            guard let character = name.only, !character.drawnSigns.contains(.unknown) else { return nil }
            self = .character(character)
        }
    }

    private static let names: [(key: Key, name: String)] = [
        (.enter, "Enter"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.escape, "Esc"),
        (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
        (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
        (.insert, "Ins"), (.delete, "Del"), (.backspace, "Backspace"), (.character(" "), "Space"),
    ]

    private static let controlLetters = Set("abcdefgklnopqrstuvwxyz@\\]^_")

    private static func functionNumber(_ name: String?) -> Int? {
        guard let digits = name?.after("f"), let number = Int(digits), (1...12).contains(number),
            digits == String(number)
        else { return nil }
        return number
    }
}

extension String {
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    fileprivate var only: Character? { count == 1 ? first : nil }
}
