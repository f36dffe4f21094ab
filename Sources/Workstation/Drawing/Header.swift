import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The two lines above: which claim, how many findings, which screen.
extension Workstation {
    func drawHeader(_ editor: ClaimEditor, _ shown: Shown, on frame: inout Frame) {
        frame.fill(at: Position(column: 0, row: 0), Size(columns: size.columns, rows: 1), role: .header)
        var column = 1 + frame.put(" CleanClaim", at: Position(column: 0, row: 0), role: .headerName)
        let counter = counterWords(shown, frame.glyphs)
        let counterColumn = size.columns - 22
        if editor.isPractice {
            frame.put("Practice set-up", at: Position(column: column + 1, row: 0), role: .header)
        } else {
            for words in headerWords(of: editor.draft) {
                guard column + 4 < counterColumn else { break }
                column += 1
                column +=
                    frame.put(
                        words.clipped(to: counterColumn - column - 1, ellipsis: frame.glyphs.ellipsis),
                        at: Position(column: column, row: 0), role: .header) + 1
            }
        }
        var place = counterColumn
        for (words, role) in counter {
            place += frame.put(words, at: Position(column: place, row: 0), role: role) + 1
        }
        if editor.work.status == .ready {
            frame.put("READY", at: Position(column: size.columns - 6, row: 0), role: .markOK)
        }
    }

    private func headerWords(of draft: ClaimDraft) -> [String] {
        let patient = draft.patient
        let name = [patient.lastName.text, patient.firstName.text].filter { !$0.isEmpty }.joined(separator: ", ")
        let day = draft.lines.first?.from.value.map { "DOS \($0)" }
        return [name.isEmpty ? "New claim" : name.uppercased(), day, draft.payer.name.text]
            .compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// One fixed place for the counts, whatever they are.
    private func counterWords(_ shown: Shown, _ glyphs: Glyphs) -> [(String, Role)] {
        [
            (
                "\(glyphs.error)\(shown.errors) error\(shown.errors == 1 ? " " : "s")",
                shown.errors > 0 ? .findingError : .header
            ),
            ("\(glyphs.warning)\(shown.warnings)", shown.warnings > 0 ? .findingWarning : .header),
            ("\(glyphs.note)\(shown.notes)", shown.notes > 0 ? .findingNote : .header),
        ]
    }

    /// Every screen with its mark; below 100 columns one reserved cell, above it the number of findings too.
    func drawSteps(_ editor: ClaimEditor, _ shown: Shown, on frame: inout Frame) {
        guard !editor.isPractice else { return }
        var column = 1
        for screen in Screen.claimScreens {
            let isCurrent = screen == editor.work.screen
            let name = "\(screen.rawValue) \(screen.title)"
            column += frame.put(name, at: Position(column: column, row: 1), role: isCurrent ? .stepCurrent : .step)
            let mark = stepMark(of: screen, editor, shown, frame.glyphs)
            frame.put(String(mark.sign), at: Position(column: column, row: 1), role: mark.role)
            column += 1
            if size.columns >= 100 {
                let count = shown.findings.count { Screen(of: $0.place.field) == screen && $0.severity != .note }
                if count > 0 { frame.put("\(count)", at: Position(column: column, row: 1), role: mark.role) }
                column += 3
            } else {
                column += 1
            }
        }
    }

    private func stepMark(
        of screen: Screen, _ editor: ClaimEditor, _ shown: Shown, _ glyphs: Glyphs
    ) -> (sign: Character, role: Role) {
        switch shown.worst(on: screen) {
        case .error: return (glyphs.error, .markError)
        case .warning: return (glyphs.warning, .markWarning)
        case .note, nil:
            let isDone = editor.visits.leftScreens.contains(screen) && screen != .review
            return isDone ? (glyphs.ok, .markOK) : (" ", .step)
        }
    }
}
