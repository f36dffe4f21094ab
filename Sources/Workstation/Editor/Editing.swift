import ClaimModel
import ClaimRules
import TextKit

/// Changing the text of the focused field.
extension ClaimEditor {
    var text: String { draft.text(at: focusedPlace) }

    /// Puts text at the cursor, or in place of the selected whole.
    ///
    /// - Returns: words where not all of it fits.
    mutating func insert(_ typed: String, in context: ParsingContext) -> String? {
        let shape = focusedPlace.field.shape
        let clean = typed.filter { !$0.isControl || (shape.isMultiline && $0 == "\n") }
        var refusal = clean.count < typed.count ? "Control characters removed." : nil
        guard !clean.isEmpty else { return refusal }
        let kept = work.focus.isSelected ? "" : text
        let cursor = work.focus.isSelected ? 0 : min(work.focus.cursor, kept.count)
        let place = kept.index(kept.startIndex, offsetBy: cursor)
        let rest = kept[place...].dropFirst(work.focus.isSelected ? 0 : blankAtCursor)
        // Marks join the letter before them and take no room of their own.
        var fitting = Substring(clean.prefix(max(0, shape.limit - cursor - rest.count) + 1))
        while !fitting.isEmpty, (kept[..<place] + fitting + rest).count > shape.limit { fitting.removeLast() }
        if fitting.count < clean.count { refusal = "\(focusedPlace.field.label): at most \(shape.limit) characters." }
        guard !fitting.isEmpty else { return refusal }
        replace(with: String(kept[..<place] + fitting + rest), in: context)
        work.focus.cursor = max(0, text.count - rest.count)
        return refusal
    }

    /// Deletes the character left (`-1`) or right (`0`) of the cursor, or the selected whole.
    mutating func remove(offset: Int, in context: ParsingContext) {
        let kept = text
        if work.focus.isSelected {
            guard !kept.isEmpty else { return }
            replace(with: "", in: context)
            work.focus.cursor = 0
            return
        }
        let cursor = min(work.focus.cursor, kept.count) + offset
        guard cursor >= 0, cursor < kept.count else { return }
        var shorter = kept
        shorter.remove(at: shorter.index(shorter.startIndex, offsetBy: cursor))
        replace(with: shorter, in: context)
        work.focus.cursor = min(cursor, text.count)
    }

    /// Sets the text of the focused field; the first change since it was entered begins a step of undo.
    private mutating func replace(with text: String, in context: ParsingContext) {
        if !work.focus.isEdited { history.begin(from: work) }
        work.draft.type(text, at: focusedPlace, in: context)
        work.focus.isSelected = false
        work.focus.isEdited = true
        changed()
    }

    /// Every change of the draft ends here.
    mutating func changed() {
        findings = nil
        saving.isUnsaved = true
        if [.ready, .rejected].contains(work.status) { work.status = .draft }
    }

    /// One command that changes the claim: one step of undo.
    mutating func step(_ change: (inout Work) -> Void) {
        let before = work
        var after = work
        change(&after)
        guard after.draft != before.draft || after.status != before.status else {
            work = after
            return
        }
        history.begin(from: before)
        work = after
        if after.draft != before.draft { changed() } else { saving.isUnsaved = true }
        // What the command makes of the status goes before what any change does.
        if after.status != before.status { work.status = after.status }
        clampCursor()
        work.focus.isEdited = false
    }

    mutating func clampCursor() {
        work.focus.cursor = min(max(0, work.focus.cursor), text.count)
    }
}

extension ClaimEditor {
    /// Whether the last key has completed a text of fixed length: it reads, it is written out, nothing can follow, and
    /// without its last character it did not read. A word or a sentence that could end earlier is never full.
    func isFull(in context: ParsingContext) -> Bool {
        guard let value = draft.state(at: focusedPlace).value, !draft.mayGrow(at: focusedPlace),
            work.focus.cursor == text.count
        else { return false }
        guard text.count(where: \.isLetterOrDigit) >= value.count(where: \.isLetterOrDigit) else { return false }
        var shorter = draft
        shorter.type(String(text.dropLast()), at: focusedPlace, in: context)
        return shorter.state(at: focusedPlace).value == nil
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
