import TextKit

/// The text that narrows a list down as it is typed, and the row that is chosen.
struct ListState: Hashable, Sendable {
    var filter = ""
    var selection = 0
    /// The filter came with the field: the first character replaces it.
    var isSelected = false

    /// The most characters of a filter: more narrow nothing down further, and a paste must not hold up the desk.
    static let longest = 60

    /// Types a character, or a paste as one change.
    ///
    /// - Returns: what to say where not all of it fits.
    mutating func type(_ text: some Sequence<Character>) -> String? {
        var filter = isSelected ? "" : filter
        isSelected = false
        selection = 0
        let fits = filter.append(text, most: ListState.longest)
        self.filter = filter
        return fits ? nil : "At most \(ListState.longest) characters."
    }

    mutating func backspace() {
        isSelected = false
        if !filter.isEmpty { filter.removeLast() }
        selection = 0
    }

    /// Moves the choice; whether it could.
    mutating func move(_ step: Int, count: Int) -> Bool {
        let target = min(max(0, selection + step), max(0, count - 1))
        defer { selection = target }
        return target != selection
    }

    /// What a list says where a step leads nowhere.
    static func limit(of step: Int) -> String { step < 0 ? "This is the first line." : "This is the last line." }

    /// The rows of the page that has the selection on it; the last page is as full as the others.
    func page(of count: Int, rows: Int) -> Range<Int> {
        guard rows > 0, count > 0 else { return 0..<0 }
        let start = min(min(selection, count - 1) / rows * rows, max(0, count - rows))
        return start..<min(count, start + rows)
    }
}

extension Command {
    /// How many lines it moves in a list of this many; `nil` if it does something else there.
    func step(inListOf count: Int) -> Int? {
        switch self {
        case .up, .previousField: -1
        case .down, .nextField: 1
        case .previousScreen: -10
        case .nextScreen: 10
        case .home: -count
        case .end: count
        default: nil
        }
    }
}

extension String {
    /// Appends what fits of a text; line ends and control characters are left out.
    ///
    /// A character counts as one, however many marks are heaped on it, but not without end: four bytes each on average.
    ///
    /// - Returns: whether all of it fits.
    mutating func append(_ text: some Sequence<Character>, most: Int) -> Bool {
        var (characters, bytes) = (count, utf8.count)
        for character in text where !character.isControl && !character.isNewline {
            (characters, bytes) = (characters + 1, bytes + character.utf8.count)
            guard characters <= most, bytes <= 4 * most else { return false }
            append(character)
        }
        return true
    }

    /// Whether this text has every word of the filter, in any order and case.
    func matches(filter: String) -> Bool {
        let text = lowercased()
        return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }
}
