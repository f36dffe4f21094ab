import ClaimModel
import ClaimRules

/// Changing the text of the focused field.
extension ClaimEditor {
    var text: String { draft.text(at: focusedPlace) }

    /// Puts text at the cursor, or in place of the selected whole.
    ///
    /// - Returns: words where not all of it fits.
    mutating func insert(_ typed: String, in context: ParsingContext) -> String? {
        let shape = focusedPlace.field.shape
        let clean = typed.filter { !$0.isControl || (shape.isMultiline && $0 == "\n") }
        guard !clean.isEmpty else { return nil }
        let kept = work.focus.isSelected ? "" : text
        let room = shape.limit - kept.count
        let fitting = String(clean.prefix(max(0, room)))
        var refusal: String?
        if fitting.count < clean.count { refusal = "\(focusedPlace.field.label) takes \(shape.limit) characters." }
        guard !fitting.isEmpty else { return refusal }
        let cursor = work.focus.isSelected ? 0 : min(work.focus.cursor, kept.count)
        let place = kept.index(kept.startIndex, offsetBy: cursor)
        let joined = kept[..<place] + fitting + kept[place...]
        let behind = kept[place...].count
        replace(with: String(joined), in: context)
        // Marks join the letter before them, so the cursor is counted from the end.
        work.focus.cursor = max(0, text.count - behind)
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
        if work.status == .ready { work.status = .draft }
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
        clampCursor()
        work.focus.isEdited = false
    }

    mutating func clampCursor() {
        work.focus.cursor = min(max(0, work.focus.cursor), text.count)
    }
}

extension Character {
    /// Whether this is no sign but an order to the terminal.
    var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
