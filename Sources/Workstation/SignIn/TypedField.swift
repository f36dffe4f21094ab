import TextKit

/// One line that is typed, with its cursor; a hidden one is drawn as bullets.
struct TypedField: Sendable {
    let label: String
    let isHidden: Bool
    /// In scalars, so that no single character grows without end.
    private let limit: Int
    private var content: Secret
    private(set) var cursor: Int

    /// The most characters of a name, and of a passphrase or a key.
    static let longestName = 60
    static let longestSecret = 256

    init(_ label: String, _ text: String = "", isHidden: Bool = false, limit: Int) {
        self.label = label
        self.isHidden = isHidden
        self.limit = limit
        content = Secret(text)
        cursor = text.count
    }

    var text: String { content.text }

    /// What is shown of it.
    func shown(_ glyphs: Glyphs) -> String {
        isHidden ? String(repeating: glyphs.bullet, count: text.count) : text
    }

    /// Puts a text at the cursor, all of it or nothing: a passphrase that was cut unseen would never be right again.
    ///
    /// - Returns: what to say where it does not fit.
    mutating func insert(_ typed: String) -> String? {
        let place = text.index(text.startIndex, offsetBy: cursor)
        let rest = text[place...]
        let longer = text[..<place] + typed.withoutControls + rest
        guard longer.unicodeScalars.count <= limit else { return "\(label): at most \(limit) characters." }
        // Marks join the letter before them and take no room of their own.
        cursor = max(0, longer.count - rest.count)
        content = Secret(String(longer))
        return nil
    }

    /// Deletes the character left (`-1`) or right (`0`) of the cursor.
    mutating func remove(offset: Int) {
        let place = cursor + offset
        guard (0..<text.count).contains(place) else { return }
        var shorter = text
        shorter.remove(at: shorter.index(shorter.startIndex, offsetBy: place))
        content = Secret(shorter)
        cursor = min(place, shorter.count)
    }

    mutating func clear() {
        content = Secret("")
        cursor = 0
    }

    /// Moves the cursor as near to a place as the text goes; whether it moved.
    mutating func move(to place: Int) -> Bool {
        let target = min(max(0, place), text.count)
        defer { cursor = target }
        return target != cursor
    }
}
