import ClaimModel
import ClaimRules
import TerminalKit

/// Going from field to field and from screen to screen. Every key moves, or says that this is the end.
extension Workstation {
    /// The screen of fields that is open.
    var layout: FormLayout {
        guard let editor else { return FormLayout() }
        return layout(of: editor.work.screen, openAt: editor.focusedPlace)
    }

    /// A screen of the open claim, the row of `place` on it even where its code would not bring it there.
    func layout(of screen: Screen, openAt place: Place?) -> FormLayout {
        guard let editor else { return FormLayout() }
        return .layout(
            of: screen,
            from: LayoutSource(draft: editor.draft, desk: desk, columns: bodyColumns(for: size), open: place))
    }

    /// Some screens have no field while there is no drug line.
    var focusIsOnScreen: Bool {
        editor.map { layout.shows($0.focusedPlace) } ?? false
    }

    mutating func confirmField() -> [Effect] {
        if let place = editor?.focusedPlace, place.field.shape.isMultiline, focusIsOnScreen { return type("\n") }
        return goNext(orScreen: true)
    }

    /// Enter and Tab: the next field; past the last one, and out of an empty row, the next screen.
    mutating func goNext(orScreen: Bool) -> [Effect] {
        guard let open = editor else { return [] }
        let layout = layout
        let place = open.focusedPlace
        let leavesList = open.isInEmptyRow && place.field.part != .claim
        let next = leavesList ? layout.firstBehindList(of: place) : layout.next(after: place)
        if let next, layout.slots.contains(where: { $0.place == place }) { return move(to: next) }
        if open.work.screen == .practice {
            return say("This is the last field. Esc goes to the worklist.")
        }
        return goToScreen(open.work.screen.next, end: "This is the end of the claim.")
    }

    mutating func goPrevious() -> [Effect] {
        guard let open = editor else { return [] }
        if let place = layout.previous(before: open.focusedPlace) { return move(to: place) }
        guard let screen = open.work.screen.previous else { return say("This is the first field.") }
        let effects = goToScreen(screen, end: "")
        guard let last = layout.last else { return effects }
        return effects + move(to: last)
    }

    mutating func goVertically(_ step: Int) -> [Effect] {
        guard let open = editor else { return [] }
        if open.focusedPlace.field.shape.isMultiline, focusIsOnScreen, moveBetweenTextLines(step) { return [] }
        guard let place = layout.vertical(from: open.focusedPlace, step: step), place != open.focusedPlace
        else {
            return say(step < 0 ? "This is the top. PgUp goes to the screen before." : "This is the end. PgDn goes on.")
        }
        return move(to: place)
    }

    /// Within a text of several lines Up and Down go from line to line first.
    private mutating func moveBetweenTextLines(_ step: Int) -> Bool {
        guard var open = editor else { return false }
        let characters = Array(open.text)
        let cursor = min(open.work.focus.cursor, characters.count)
        let before = characters[..<cursor]
        let column = cursor - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0)
        let lines = characters.split(separator: "\n", omittingEmptySubsequences: false)
        let line = before.count { $0 == "\n" }
        guard lines.indices.contains(line + step) else { return false }
        let start = lines[..<(line + step)].reduce(0) { $0 + $1.count + 1 }
        open.work.focus.isSelected = false
        open.work.focus.cursor = start + min(column, lines[line + step].count)
        editor = open
        return true
    }

    /// The arrow moves within the text, and past its end to the field beside.
    mutating func moveCursor(_ step: Int) -> [Effect] {
        guard let open = editor else { return [] }
        if editor?.moveCursor(by: step) == true { return [] }
        guard let place = layout.horizontal(from: open.focusedPlace, step: step) else {
            return say(step < 0 ? "This is the first field of the screen." : "This is the last field of the screen.")
        }
        return move(to: place)
    }

    mutating func move(to place: Place, screen: Screen? = nil) -> [Effect] {
        let target = screen ?? editor?.work.screen
        editor?.move(to: place, screen: target, in: desk.parsing)
        return save()
    }

    mutating func goToScreen(_ screen: Screen?, end: String) -> [Effect] {
        guard let screen else { return say(end) }
        if screen == .practice { return openPractice() }
        guard let open = editor, !open.isPractice else {
            return say("Esc leaves the set-up first.")
        }
        let layout = layout(of: screen, openAt: nil)
        let last = open.visits.lastPlaces[screen]
        let first = layout.slots.contains { $0.place == last } ? last : layout.first
        editor?.visits.lastPlaces[screen] = first
        editor?.show(screen, first: first, in: desk.parsing)
        if screen == .review { editor?.visits.reviewRow = 0 }
        return save()
    }

    /// The practice set-up is no screen among others: its pages are turned. `nil` where there is no further one.
    mutating func turnPage(_ step: Int) -> [Effect]? {
        guard let open = editor, open.isPractice else { return nil }
        let rows = FrameParts(size).bodyRows
        return layout.first(onPage: step, from: open.focusedPlace, rows: rows).map { move(to: $0) }
    }

    private mutating func openPractice() -> [Effect] {
        if editor?.isPractice == true { return say("This is the practice set-up. Esc goes to the worklist.") }
        let effects = closeClaim()
        editor = ClaimEditor(practice: desk.practice)
        return effects
    }

    /// F8: the row below in a list, or a new one; elsewhere the next group of fields.
    mutating func goToNextLine() -> [Effect] {
        guard let open = editor else { return [] }
        let place = open.focusedPlace
        guard place.field.part != .claim else {
            return layout.firstOfNextUnit(after: place).map { move(to: $0) }
                ?? say("This is the last group of the screen. PgDn goes on.")
        }
        let part = place.field.part
        let below = layout.slots.first { $0.place.field.part == part && $0.place.row > place.row }
        if let below, !open.isInEmptyRow || below.place.row < open.draft.rowCount(of: part) {
            return move(to: below.place)
        }
        if open.isInEmptyRow { return say("This line is empty; it is the next line.") }
        return say(
            open.draft.rowCount(of: part) >= part.limit
                ? "A claim takes \(part.limit) of these; this is the last."
                : "This is the last drug line. A new one is keyed on screen \(Screen.hcpcs.rawValue), its NDC here.")
    }
}

extension FormLayout {
    func shows(_ place: Place) -> Bool {
        units.contains { $0.contains { $0.slots.contains { $0.place == place } } }
    }

    /// The first field of the next group.
    func firstOfNextUnit(after place: Place) -> Place? {
        guard let unit = units.firstIndex(where: { $0.contains { $0.slots.contains { $0.place == place } } })
        else { return nil }
        return units[(unit + 1)...].lazy.flatMap { $0 }.flatMap(\.slots).first?.place
    }

    /// The first field after the last row of a list.
    func firstBehindList(of place: Place) -> Place? {
        let all = slots
        guard let last = all.lastIndex(where: { $0.place.field.part == place.field.part }) else { return nil }
        let passed = detours?.fields ?? []
        return all[(last + 1)...].first { !$0.isDetour && !passed.contains($0.place.field) }?.place
    }
}
