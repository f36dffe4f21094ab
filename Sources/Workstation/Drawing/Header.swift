import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The lines above: which claim, how many findings, its status.
extension EditorDrawing {
    func drawHead(on frame: inout Frame) {
        let size = view.size
        frame.fill(at: Position(column: 0, row: 0), Size(columns: size.columns, rows: 1), role: .header)
        var column = 1 + frame.putProgramName(view)
        let counterColumn = size.columns - 22
        for text in headings {
            guard column + 4 < counterColumn else { break }
            column += 1
            column +=
                frame.put(
                    text.clipped(to: counterColumn - column - 1, ellipsis: frame.glyphs.ellipsis),
                    at: Position(column: column, row: 0), role: .header) + 1
        }
        var place = counterColumn
        for (text, role) in counter(shown, frame.glyphs) {
            place += frame.put(text, at: Position(column: place, row: 0), role: role) + 1
        }
        frame.horizontalRule(row: 2)
        var start = 2
        if editor.isClaim {
            start +=
                1
                + frame.put(
                    " \(statusText) ", at: Position(column: start, row: 2), role: status == .ready ? .markOK : .title)
        }
        guard let reading = editor.readingText(view) else { return }
        // The number of the page has the end of the line.
        let text = reading.clipped(to: size.columns - start - 20, ellipsis: frame.glyphs.ellipsis)
        frame.put(" \(text) ", at: Position(column: start, row: 2), role: .markWarning)
    }

    /// A clean claim whose form a receiver would reject is not ready.
    private var statusText: String {
        let isRefused = status == .clean && editor.refused?.isEmpty == false
        return isRefused ? "CLEAN, BUT THE 837P WOULD BE REJECTED" : status.rawValue.uppercased()
    }

    /// The claim's status; of one that is still keyed, by the findings that show.
    private var status: ClaimStatus {
        let status = editor.work.status
        guard [.draft, .flagged, .clean].contains(status) else { return status }
        if shown.errors + shown.warnings > 0 { return .flagged }
        return status == .clean ? .clean : .draft
    }

    private var headings: [String] {
        if let file = editor.file {
            return [file.title, ReferenceEntry(file, from: editor.draft)?.label ?? "new entry"]
        }
        return editor.isPractice ? ["Practice setup"] : headings(of: editor.draft)
    }

    private func headings(of draft: ClaimDraft) -> [String] {
        let patient = draft.patient
        let name = [patient.lastName.text, patient.firstName.text].filter { !$0.isEmpty }.joined(separator: ", ")
        let day = draft.lines.first?.from.value.map { "DOS \($0)" }
        return [name.isEmpty ? "New claim" : name.uppercased(), day, draft.payer.name.text]
            .compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// One fixed place for the counts, whatever they are.
    private func counter(_ shown: Shown, _ glyphs: Glyphs) -> [(String, Role)] {
        [
            (
                "\(glyphs.error)\(shown.errors) error\(shown.errors == 1 ? " " : "s")",
                shown.errors > 0 ? .markError : .header
            ),
            ("\(glyphs.warning)\(shown.warnings)", shown.warnings > 0 ? .findingWarning : .header),
            ("\(glyphs.note)\(shown.notes)", shown.notes > 0 ? .findingNote : .header),
        ]
    }
}

extension Frame {
    /// The name of the program, and that the server is away.
    ///
    /// - Returns: how many columns it takes.
    mutating func putProgramName(_ view: DeskView) -> Int {
        let name = put(" CleanClaim", at: Position(column: 0, row: 0), role: .headerName)
        guard view.unsaved.isServerAway else { return name }
        return name + 1 + put(" SERVER AWAY ", at: Position(column: name + 1, row: 0), role: .markError)
    }

    /// The first line of a screen that is no claim.
    mutating func drawTitle(_ title: String, _ view: DeskView) {
        fill(at: Position(column: 0, row: 0), Size(columns: size.columns, rows: 1), role: .header)
        let used = putProgramName(view)
        put(title.clipped(to: size.columns - used - 4), at: Position(column: used + 2, row: 0), role: .header)
    }

    /// Every screen with its mark; below 100 columns one reserved cell, above it the number of findings too.
    mutating func drawSteps(_ editor: ClaimEditor, _ shown: Shown, _ view: DeskView) {
        var column = 1
        for screen in Screen.claimScreens {
            let isCurrent = screen == editor.work.screen
            let name = "\(screen.rawValue) \(screen.title)"
            column += put(name, at: Position(column: column, row: 1), role: isCurrent ? .stepCurrent : .step)
            let mark = stepMark(of: screen, editor, shown, glyphs)
            put(String(mark.sign), at: Position(column: column, row: 1), role: mark.role)
            column += 1
            if view.size.columns >= 100 {
                let count = shown.findings.count { Screen(of: $0.place.field) == screen && $0.severity != .note }
                if count > 0 { put("\(count)", at: Position(column: column, row: 1), role: mark.role) }
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
