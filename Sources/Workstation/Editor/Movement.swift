import ClaimModel

/// Where the cursor goes; nothing here asks whether a field is right.
extension ClaimEditor {
    /// Leaves the focused field for another place on any screen.
    mutating func move(to place: Place, screen: Screen? = nil, in context: ParsingContext) {
        let target = screen ?? (isClaim ? Screen(of: place.field) : work.screen)
        leaveField(in: context)
        if target != work.screen { leaveScreen() }
        work.screen = target
        enter(place)
    }

    /// Goes to a screen; to the place on it, where it has one.
    mutating func show(_ screen: Screen, at place: Place?, in context: ParsingContext) {
        leaveField(in: context)
        if screen != work.screen { leaveScreen() }
        work.screen = screen
        if screen == .review { visits.leftScreens = Set(Screen.claimScreens) }
        if let place { enter(place) }
    }

    private mutating func enter(_ place: Place) {
        if visits.begunRow?.isInRow(of: place) != true {
            visits.begunRow = place.field.part != .claim && isEmptyRow(place) ? place : nil
        }
        let text = draft.text(at: place)
        work.focus = Focus(place: place, cursor: text.count, isSelected: true, isEdited: false)
    }

    private mutating func leaveScreen() {
        visits.lastPlaces[work.screen] = focusedPlace
        visits.leftScreens.insert(work.screen)
    }

    /// What happens to a field when the cursor leaves it: a text that depends on today gets its date.
    mutating func leaveField(in context: ParsingContext) {
        readRoute(in: context)
        readDayWithoutYear(in: context)
        let before = work
        guard work.draft.settle(focusedPlace, in: context) else { return }
        if !work.focus.isEdited { history.begin(from: before) }
        changed()
    }

    mutating func moveCursor(by step: Int) -> Bool {
        let wasSelected = work.focus.isSelected
        work.focus.isSelected = false
        let target = work.focus.cursor + step
        guard (0...text.count).contains(target) else { return wasSelected }
        work.focus.cursor = target
        return true
    }

    mutating func moveCursor(toEnd: Bool) -> Bool {
        let before = work.focus
        work.focus.isSelected = false
        work.focus.cursor = toEnd ? text.count : 0
        return work.focus != before
    }
}

extension Place {
    /// Whether both are fields of one row.
    func isInRow(of other: Place) -> Bool { field.part == other.field.part && row == other.row }
}
