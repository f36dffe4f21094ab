import ClaimModel
import ClaimRules
import TerminalKit

/// Going from field to field and from screen to screen. Every key moves, or says that this is the end.
extension ClaimEditor {
    /// How the cursor comes to a screen, which decides where it stops.
    enum Arrival {
        /// Past the last field of the screen before: where the cursor was last.
        case next
        /// By PgDn or PgUp: the page at that end.
        case pageDown, pageUp
        /// Before the first field of the screen after: the last field.
        case last
        /// By its number: the first required blank or finding; the number again, where the cursor was last.
        case number
    }

    /// Some screens have no field while there is no drug line.
    mutating func focusIsOnScreen(_ view: DeskView) -> Bool { layout(view).shows(focusedPlace) }

    mutating func confirmField(_ view: DeskView) -> Outcome {
        if focusIsOnScreen(view), goToNextBlank() { return .say("Fill in the blank. Tab goes on without it.") }
        // Behind the last blank the text is done.
        let isFilled = visits.fillsBlanks == focusedPlace
        visits.fillsBlanks = nil
        let hasText = !draft.text(at: focusedPlace).isEmpty
        if focusedPlace.field.shape.isMultiline, hasText, !isFilled, focusIsOnScreen(view) { return type("\n", view) }
        return goNext(view)
    }

    /// On a copy: to what must be keyed again, then to Review; `nil` elsewhere.
    private mutating func goOnAsOnCopy(_ view: DeskView) -> Outcome? {
        guard !visits.toKeyAgain.isEmpty else { return nil }
        // Somewhere else something was corrected: the cursor stays there.
        if work.focus.isEdited, !visits.toKeyAgain.contains(focusedPlace) { return nil }
        // What is passed blank once is not asked again.
        visits.toKeyAgain.remove(focusedPlace)
        guard let stop = nextToKeyAgain(view) else {
            visits.toKeyAgain = []
            return go(to: .review, .next, view)
                + .say("All that the last visit had is keyed. Review lists what is left.")
        }
        move(to: stop.place, screen: stop.screen, in: view.parsing)
        return Outcome(effects: save(view.inputs))
    }

    /// Enter and Tab: the next field, on a copy the next that must be keyed again; with words where what was keyed says
    /// something of other fields.
    mutating func goNext(_ view: DeskView) -> Outcome {
        readDayWithoutYear(in: view.parsing)
        let note = carryOver(view)
        var outcome = goOnAsOnCopy(view) ?? goToNextField(view)
        if let note { outcome.message = note }
        return outcome
    }

    /// Past the last field, and out of an empty row, the next screen.
    private mutating func goToNextField(_ view: DeskView) -> Outcome {
        let layout = layout(view)
        let place = focusedPlace
        // A claim has at least one line: its first is keyed, not passed.
        let isFirstLine = place.field.part == .line && draft.lines.isEmpty
        let leavesList =
            isInEmptyRow && place.field.part != .claim && !isFirstLine
            && (isClaim || file == .template || place.field.part == .diagnosis)
        let next =
            leavesList
            ? layout.firstBehindList(of: place) : nextNotGiven(after: place, layout, flagged: openPlaces(view))
        if let next, layout.shows(place) { return go(to: next, view) }
        if !isClaim {
            return .say("This is the last field. Esc: \(isPractice ? "worklist" : "save and back to the list").")
        }
        guard let screen = work.screen.next else { return .say("This is the end of the claim.") }
        return go(to: screen, .next, view)
    }

    /// The next field that a template has not filled, or that has to be seen to.
    private func nextNotGiven(after place: Place, _ layout: FormLayout, flagged: Set<Place> = []) -> Place? {
        var next = layout.next(after: modifiersPassed(from: place), flagged: flagged)
        while let passed = next, visits.given.contains(passed), !draft.text(at: passed).isEmpty {
            next = layout.next(after: modifiersPassed(from: passed), flagged: flagged)
        }
        return next
    }

    /// The last modifier where the field and those behind it are blank, so that one key passes them.
    private func modifiersPassed(from place: Place) -> Place {
        guard let index = Field.lineModifiers.firstIndex(of: place.field), let last = Field.lineModifiers.last else {
            return place
        }
        let isBlank = Field.lineModifiers[index...].allSatisfy { draft.text(at: Place($0, row: place.row)).isEmpty }
        return isBlank ? Place(last, row: place.row) : place
    }

    mutating func goPrevious(_ view: DeskView) -> Outcome {
        if let place = layout(view).previous(before: focusedPlace) { return go(to: place, view) }
        guard let screen = work.screen.previous else { return .say("This is the first field.") }
        return go(to: screen, .last, view)
    }

    mutating func goVertically(_ step: Int, _ view: DeskView) -> Outcome {
        if focusedPlace.field.shape.isMultiline, focusIsOnScreen(view), moveBetweenTextLines(step) { return .nothing }
        guard let place = layout(view).vertical(from: focusedPlace, step: step), place != focusedPlace else {
            return .say(step < 0 ? "This is the top. PgUp: previous screen." : "This is the end. PgDn: next screen.")
        }
        return go(to: place, view)
    }

    /// Within a text of several lines Up and Down go from line to line first.
    private mutating func moveBetweenTextLines(_ step: Int) -> Bool {
        let characters = Array(text)
        let cursor = min(work.focus.cursor, characters.count)
        let before = characters[..<cursor]
        let column = cursor - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0)
        let lines = characters.split(separator: "\n", omittingEmptySubsequences: false)
        let line = before.count { $0 == "\n" }
        guard lines.indices.contains(line + step) else { return false }
        let start = lines[..<(line + step)].reduce(0) { $0 + $1.count + 1 }
        work.focus.isSelected = false
        work.focus.cursor = start + min(column, lines[line + step].count)
        return true
    }

    /// The arrow moves within the text, and past its end to the next field.
    mutating func moveCursor(_ step: Int, _ view: DeskView) -> Outcome {
        if moveCursor(by: step) { return .nothing }
        guard let place = layout(view).horizontal(from: focusedPlace, step: step) else {
            return .say(step < 0 ? "This is the first field of the screen." : "This is the last field of the screen.")
        }
        return go(to: place, view)
    }

    /// To a field of the open screen.
    mutating func go(to place: Place, _ view: DeskView) -> Outcome {
        move(to: place, screen: work.screen, in: view.parsing)
        return Outcome(effects: save(view.inputs))
    }

    /// PgDn and PgUp turn the pages of a screen, then the screens.
    mutating func turnPage(_ step: Int, _ view: DeskView) -> Outcome {
        let rows = view.parts.bodyRows
        if let place = layout(view).first(onPage: step, from: focusedPlace, rows: rows) { return go(to: place, view) }
        guard let screen = step > 0 ? work.screen.next : work.screen.previous else {
            return .say(step > 0 ? "This is the last screen." : "This is the first screen.")
        }
        return go(to: screen, step > 0 ? .pageDown : .pageUp, view)
    }

    /// To a screen of the claim.
    mutating func go(to screen: Screen, _ arrival: Arrival, _ view: DeskView) -> Outcome {
        if screen == work.screen, screen != .review {
            guard let place = otherPlace(view) else { return .say("You are already on screen \(screen.rawValue).") }
            return go(to: place, view)
        }
        let place = screen == .review ? nil : stop(on: screen, arrival, view)
        show(screen, at: place, in: view.parsing)
        if screen == .review { visits.reviewRow = 0 }
        return Outcome(effects: save(view.inputs))
    }

    /// Where the number of the open screen leads: to where the cursor was last, else to the first blank or finding.
    private mutating func otherPlace(_ view: DeskView) -> Place? {
        let layout = layout(view)
        let places = [visits.lastPlaces[work.screen], firstOpenPlace(on: work.screen, layout, view)]
        return places.compactMap(\.self).first { $0 != focusedPlace && layout.shows($0) }
    }

    private mutating func stop(on screen: Screen, _ arrival: Arrival, _ view: DeskView) -> Place? {
        let layout = layout(of: screen, openAt: nil, view)
        let last = visits.lastPlaces[screen].flatMap { layout.shows($0) ? $0 : nil }
        let rows = view.parts.bodyRows
        switch arrival {
        case .next:
            let first = layout.firstToKey.map { visits.given.contains($0) ? nextNotGiven(after: $0, layout) ?? $0 : $0 }
            return last ?? first ?? layout.first
        case .last: return layout.last
        case .number: return firstOpenPlace(on: screen, layout, view) ?? layout.first
        case .pageDown, .pageUp:
            let end = arrival == .pageDown ? layout.first : layout.firstOfLastPage(rows: rows)
            guard let last, let end,
                layout.page(with: last, rows: rows).number == layout.page(with: end, rows: rows).number
            else { return end }
            return last
        }
    }

    /// What errors and open warnings point at.
    private mutating func openPlaces(_ view: DeskView) -> Set<Place> {
        let open = validated(at: view.inputs).filter {
            $0.severity == .error || $0.severity == .warning && $0.override(in: draft) == nil
        }
        return Set(open.map(\.place))
    }

    /// The first field of a screen that an error or an open warning points at. A row that is blank is begun at its start.
    private mutating func firstOpenPlace(on screen: Screen, _ layout: FormLayout, _ view: DeskView) -> Place? {
        let places = openPlaces(view)
        guard let place = layout.slots.first(where: { places.contains($0.place) })?.place else { return nil }
        guard place.field.part != .claim, isEmptyRow(place) else { return place }
        return layout.slots.first { $0.place.field.part == place.field.part && $0.place.row == place.row }?.place
    }

    /// F8: the row below in a list, or a new one; elsewhere the next group of fields.
    mutating func goToNextLine(_ view: DeskView) -> Outcome {
        let layout = layout(view)
        let place = focusedPlace
        guard place.field.part != .claim else {
            return layout.firstOfNextUnit(after: place).map { go(to: $0, view) }
                ?? .say("This is the last group of the screen. PgDn: next screen.")
        }
        let part = place.field.part
        let below = layout.slots.first { $0.place.field.part == part && $0.place.row > place.row }
        if let below, !isInEmptyRow || below.place.row < draft.rowCount(of: part) { return go(to: below.place, view) }
        if isInEmptyRow { return .say("This line is still empty: enter the next one here.") }
        return .say(
            draft.rowCount(of: part) >= part.limit
                ? "At most \(part.limit) of these on a claim; this is the last."
                : "This is the last drug line. Start a new one on screen \(Screen.hcpcs.rawValue), then its NDC here.")
    }
}

extension ClaimEditor {
    /// Puts the cursor where the work on the claim goes on.
    mutating func goToFirstPlace(isNew: Bool, _ view: DeskView) {
        // Whoever begins a claim begins with its patient, whatever the practice has left blank.
        let isBlank = isNew && draft.text(at: Place(.patientLastName)).isEmpty
        let stop =
            isBlank || !isNew && work.status.hasLeftDesk ? nil : offeredStop ?? firstStop(isNew: isNew, view)
        let first = stop ?? Stop(screen: .claim, place: Place(isNew ? .patientLastName : .account))
        work.screen = first.screen
        work.focus = Focus(
            place: first.place, cursor: draft.text(at: first.place).count,
            // A wrong code of a list is no beginning of the right one.
            isSelected: isNew
                || !first.place.field.shape.choices.isEmpty && draft.state(at: first.place).unreadable != nil)
    }

    /// The date that a next session is offered, to be accepted or changed.
    private var offeredStop: Stop? {
        let date = Place(.lineFrom)
        guard visits.toKeyAgain.contains(date), !draft.text(at: date).isEmpty else { return nil }
        return Stop(screen: .procedure, place: date)
    }

    /// The first error of a flagged claim, else the first warning; of a new one the first required blank.
    private mutating func firstStop(isNew: Bool, _ view: DeskView) -> Stop? {
        let found = validated(at: view.inputs)
        let errors = found.filter { $0.severity == .error }
        if isNew { return firstStop(of: errors.filter { $0.concern == .absence }, view) }
        let warnings = found.filter { $0.severity == .warning && $0.override(in: draft) == nil }
        return firstStop(of: errors, view) ?? firstStop(of: warnings, view)
    }

    private func firstStop(of findings: [Finding], _ view: DeskView) -> Stop? {
        var way = FindingWay(self, view)
        return way.ordered(findings).first?.stop
    }
}

extension ClaimStatus {
    /// Whether the claim was submitted once, so that blanks are nothing to begin with.
    fileprivate var hasLeftDesk: Bool { reachedPayer || self == .rejected || self == .voided }
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
