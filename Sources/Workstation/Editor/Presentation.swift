import ClaimModel
import ClaimRules
import CodeSets

/// What shows of what is found: the one place that holds a finding back while its text can still become right.
struct Presentation {
    private let editor: ClaimEditor
    private let focus: Focus
    private let books: CodeBooks

    init(of editor: ClaimEditor, books: CodeBooks) {
        self.editor = editor
        self.books = books
        focus = editor.work.focus
    }

    /// The findings that show, in the order of the screens.
    func visible(_ findings: [Finding]) -> [Finding] {
        findings.filter(shows)
    }

    func shows(_ finding: Finding) -> Bool {
        if finding.severity == .note, finding.concern != .entry { return hasLeftScreen(of: finding.place) }
        switch finding.concern {
        case .entry: return isSettled(finding.place)
        case .absence: return hasLeftScreen(of: finding.place)
        case .relation(let others):
            return isSettled(finding.place) && others.allSatisfy(isSettled) && hasReached(finding.place)
        }
    }

    /// A text that is being typed is quiet while more characters could still make it right, or another value.
    private func isSettled(_ place: Place) -> Bool {
        guard place == focus.place, focus.isEdited, editor.work.screen != .review else { return true }
        let state = editor.draft.state(at: place)
        guard let reason = state.unreadable else { return !editor.draft.mayGrow(at: place) || isLeaf(place, state) }
        return reason.kind == .malformed
    }

    /// A billable diagnosis has no codes below it, so nothing more can be typed to it.
    private func isLeaf(_ place: Place, _ state: EntryState) -> Bool {
        guard place.field == .diagnosisCode, let code = state.value else { return false }
        let day = editor.draft.firstServiceDay
        return books.diagnosis(code, on: day)?.isBillable == true
    }

    private func hasLeftScreen(of place: Place) -> Bool {
        guard editor.isClaim, editor.work.screen != .review else { return true }
        return editor.visits.leftScreens.contains(Screen(of: place.field)) && !isBeingBegun(place)
    }

    /// A line that is just being keyed lacks nothing yet, however often its screen was seen before.
    private func isBeingBegun(_ place: Place) -> Bool {
        guard let row = editor.visits.begunRow, row.isInRow(of: place), row.isInRow(of: focus.place) else {
            return false
        }
        return !editor.isEmptyRow(place)
    }

    /// A contradiction shows where something has been typed; one that rests on blanks waits for the screen to be left.
    private func hasReached(_ place: Place) -> Bool {
        !editor.draft.isEmpty(at: place) || hasLeftScreen(of: place)
    }
}

/// What shows, counted and sorted for the frame.
struct Shown {
    let findings: [Finding]
    let errors: Int
    let warnings: Int
    let notes: Int
    /// Where each shows.
    private let marks: [(place: Place, severity: Severity)]
    private let onScreens: [Screen: Severity]
    private let draft: ClaimDraft

    init(of editor: ClaimEditor, findings: [Finding], books: CodeBooks) {
        let shown = ShownFindings(of: findings, on: editor.draft, showsAllNotes: editor.visits.showsAllNotes)
        let visible = Presentation(of: editor, books: books).visible(shown.findings)
        let verdict = Verdict(of: visible, on: editor.draft)
        (self.findings, draft) = (visible, editor.draft)
        errors = verdict.errors
        warnings = verdict.warnings
        notes = verdict.notes
        var (marks, onScreens): ([(place: Place, severity: Severity)], [Screen: Severity]) = ([], [:])
        for finding in visible {
            let severity = finding.severity
            let screen = Screen(of: finding.place.field)
            onScreens[screen] = max(onScreens[screen] ?? severity, severity)
            marks.append((finding.place, severity))
            guard case .relation(let others) = finding.concern else { continue }
            for place in others { marks.append((place, severity)) }
        }
        (self.marks, self.onScreens) = (marks, onScreens)
    }

    /// What shows at a place, the gravest first; what was overridden comes last.
    func findings(at place: Place) -> [Finding] {
        let here = findings.filter { $0.isShown(at: place) }.sorted { $0.severity > $1.severity }
        let open = here.filter { $0.override(in: draft) == nil }
        return open.count == here.count ? here : open + here.filter { $0.override(in: draft) != nil }
    }

    /// By severity, and by the order of the screens where that is the same.
    var gravestFirst: [Finding] {
        Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
    }

    func worst(at place: Place) -> Severity? {
        marks.reduce(nil) { $1.place == place ? max($0 ?? $1.severity, $1.severity) : $0 }
    }

    func worst(on screen: Screen) -> Severity? { onScreens[screen] }
}
