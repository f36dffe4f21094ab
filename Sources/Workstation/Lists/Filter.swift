import TextKit

/// The text that narrows a list down as it is typed, and the row that is chosen.
struct ListState: Hashable, Sendable {
    var filter = ""
    var selection = 0
    /// The filter came with the field: the first character replaces it.
    var isSelected = false

    mutating func type(_ character: Character) {
        guard !character.isControl else { return }
        if isSelected { filter = "" }
        isSelected = false
        filter.append(character)
        selection = 0
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

    /// The rows of the page that has the selection on it.
    func page(of count: Int, rows: Int) -> Range<Int> {
        guard rows > 0, count > 0 else { return 0..<0 }
        let start = min(selection, count - 1) / rows * rows
        return start..<min(count, start + rows)
    }
}

extension String {
    /// Whether this text has every word of the filter, in any order and case.
    func matches(filter: String) -> Bool {
        let text = lowercased()
        return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }
}
