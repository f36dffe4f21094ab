import ClaimModel
import ClaimRules

/// What shows of what is found: the one place that holds a finding back while its text can still become right.
struct Presentation {
    private let editor: ClaimEditor
    private let focus: Focus

    init(of editor: ClaimEditor) {
        self.editor = editor
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
        case .relation: return finding.places.allSatisfy(isSettled) && hasReached(finding.place)
        }
    }

    /// A text that is being typed is quiet while more characters could still make it right, or another value.
    private func isSettled(_ place: Place) -> Bool {
        guard place == focus.place, focus.isEdited else { return true }
        let state = editor.draft.state(at: place)
        guard let reason = state.unreadable else { return !state.mayGrow }
        return reason.kind == .malformed
    }

    private func hasLeftScreen(of place: Place) -> Bool {
        editor.isPractice || editor.visits.leftScreens.contains(Screen(of: place.field))
            || editor.work.screen == .review
    }

    /// A contradiction shows where something has been typed; one that rests on blanks waits for the screen to be left.
    private func hasReached(_ place: Place) -> Bool {
        !editor.draft.state(at: place).isEmpty || hasLeftScreen(of: place)
    }
}

/// What shows, counted and sorted for the frame.
struct Shown {
    let findings: [Finding]
    let errors: Int
    let warnings: Int
    let notes: Int

    init(of editor: ClaimEditor, findings: [Finding]) {
        let visible = Presentation(of: editor).visible(findings)
        let verdict = Verdict(of: visible, on: editor.draft)
        self.findings = visible
        errors = verdict.errors
        warnings = verdict.warnings
        notes = verdict.notes
    }

    /// What shows at a place, the gravest first.
    func findings(at place: Place) -> [Finding] {
        findings.filter { $0.places.contains(place) }.sorted { $0.severity > $1.severity }
    }

    /// By severity, and by the order of the screens where that is the same.
    var gravestFirst: [Finding] {
        Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
    }

    func worst(on screen: Screen) -> Severity? {
        findings.filter { Screen(of: $0.place.field) == screen }.map(\.severity).max()
    }
}
