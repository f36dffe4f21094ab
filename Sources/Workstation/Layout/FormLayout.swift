import ClaimModel
import TerminalKit

/// A screen of fields as a value: which lines it has, and where on them each field is.
///
/// Navigation and drawing read the same layout, so the cursor goes where the eye goes.
struct FormLayout {
    /// Lines that stay at the top of every page.
    var header: [FormLine] = []
    /// Lines that are never parted by a page break.
    var units: [[FormLine]] = []
    /// The fields besides those of `isDetour` slots that are off the way of Enter and Tab.
    var detours: Detours?

    var slots: [Slot] { units.joined().flatMap(\.slots) }

    var first: Place? { slots.first?.place }
    var last: Place? { slots.last?.place }
}

/// One line of a screen.
struct FormLine {
    var texts: [Text] = []
    var slots: [Slot] = []
    /// Rows of the screen that it takes.
    var height = 1
    var graph: [Bar] = []

    init(texts: [Text] = [], slots: [Slot] = []) {
        self.texts = texts
        self.slots = slots
    }

    /// A line with room for this many fields.
    init(room: Int) {
        slots.reserveCapacity(room)
    }

    struct Text: Hashable {
        let column: Int
        let text: String
        var role = Role.label
    }

    /// A step of the symptom chart.
    struct Bar: Hashable {
        let column: Int
        let length: Int
    }
}

/// A field on a line.
struct Slot: Hashable {
    let place: Place
    let column: Int
    let columns: Int
    var rows = 1
    /// Enter and Tab pass it by; the arrow keys reach it.
    var isDetour = false
    /// Keyed on an earlier screen: Enter and Tab go on without it, Shift-Tab does not.
    var isKeyed = false
    /// Where the field's label is, if it has one on its line.
    var labelColumn: Int?
}

extension FormLayout {
    /// The units of each page when `rows` lines are to be had.
    private func pages(rows: Int) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var (first, used) = (0, 0)
        for (index, unit) in units.enumerated() {
            let height = unit.reduce(0) { $0 + $1.height }
            if used + height > rows, index > first {
                pages.append(first..<index)
                (first, used) = (index, 0)
            }
            used += height
        }
        return pages + (first < units.count ? [first..<units.count] : [])
    }

    /// The page that has the place, and how many there are.
    func page(with place: Place, rows: Int) -> (lines: [FormLine], number: Int, count: Int) {
        let pages = pages(rows: max(1, rows - header.count))
        let unit = units.firstIndex { $0.contains { $0.slots.contains { $0.place == place } } } ?? 0
        let index = pages.firstIndex { $0.contains(unit) } ?? 0
        let lines = pages.isEmpty ? [] : units[pages[index]].flatMap(\.self)
        return (header + lines, index + 1, max(1, pages.count))
    }

    func firstOfLastPage(rows: Int) -> Place? {
        guard let last = pages(rows: max(1, rows - header.count)).last else { return nil }
        return units[last].lazy.flatMap { $0 }.flatMap(\.slots).first?.place
    }

    /// The first field of the page `step` further on; `nil` where there is none.
    func first(onPage step: Int, from place: Place, rows: Int) -> Place? {
        let pages = pages(rows: max(1, rows - header.count))
        let target = page(with: place, rows: rows).number - 1 + step
        guard pages.indices.contains(target) else { return nil }
        return units[pages[target]].lazy.flatMap { $0 }.flatMap(\.slots).first?.place
    }
}

extension FormLayout {
    /// The field after `place`, as Enter and Tab go: none that is flagged is passed by.
    func next(after place: Place, flagged: Set<Place> = []) -> Place? {
        let all = slots
        guard let index = all.firstIndex(where: { $0.place == place }) else { return first }
        return firstToKey(in: all[(index + 1)...], flagged)
    }

    /// The first field that Enter stops at.
    var firstToKey: Place? { firstToKey(in: slots[...], []) }

    private func firstToKey(in slots: ArraySlice<Slot>, _ flagged: Set<Place>) -> Place? {
        let (passed, defaults) = (detours?.fields ?? [], detours?.defaults ?? [])
        return slots.first { slot in
            let field = slot.place.field
            if flagged.contains(slot.place) { return true }
            return !slot.isDetour && !slot.isKeyed && !passed.contains(field) && !defaults.contains(field.id)
        }?.place
    }

    func previous(before place: Place) -> Place? {
        let all = slots
        guard let index = all.firstIndex(where: { $0.place == place }) else { return nil }
        let passed = detours?.fields ?? []
        return all[..<index].last { !$0.isDetour && !passed.contains($0.place.field) }?.place
    }

    /// The field above (`-1`) or below (`1`): in a list the same field of the next row, else the nearest one.
    func vertical(from place: Place, step: Int) -> Place? {
        let column = slots.map(\.place).filter { $0.field == place.field }
        if place.field.part != .claim, let index = column.firstIndex(of: place), column.indices.contains(index + step) {
            return column[index + step]
        }
        let lines = units.joined().filter { !$0.slots.isEmpty }
        guard let line = lines.firstIndex(where: { $0.slots.contains { $0.place == place } }),
            let slot = lines[line].slots.first(where: { $0.place == place })
        else { return first }
        guard lines.indices.contains(line + step) else { return nil }
        return lines[line + step].slots.min { abs($0.column - slot.column) < abs($1.column - slot.column) }?.place
    }

    /// Left and right of a field on its line.
    func horizontal(from place: Place, step: Int) -> Place? {
        let all = slots
        guard let index = all.firstIndex(where: { $0.place == place }), all.indices.contains(index + step)
        else { return nil }
        return all[index + step].place
    }
}
