import ClaimModel
import ClaimRules

/// Commands on the rows of a list: same as above, duplicate, delete, next.
extension ClaimEditor {
    /// Gives the focused field the text of the row above, or of this patient's last claim.
    ///
    /// - Returns: why nothing was copied; `nil` where something was.
    mutating func repeatAbove(in context: ParsingContext) -> String? {
        let place = focusedPlace
        let above = place.row > 0 ? draft.text(at: Place(place.field, row: place.row - 1)) : ""
        let last = earlier.last.map { $0.draft.text(at: place) } ?? ""
        let text = above.isEmpty ? last : above
        guard !text.isEmpty else { return "Nothing to copy from the line above or the last claim." }
        step { work in
            work.draft.type(text, at: place, in: context)
            work.focus = Focus(place: place, cursor: text.count, isSelected: true)
        }
        return nil
    }

    /// Copies the focused row to a new one below all others.
    mutating func duplicateRow(in context: ParsingContext) -> String? {
        let place = focusedPlace
        let count = draft.rowCount(of: place.field.part)
        guard place.field.part != .claim else { return "Only a line of a list can be duplicated." }
        guard place.row < count, !isInEmptyRow else { return "This line is empty: nothing to duplicate." }
        guard count < place.field.part.limit else { return "At most \(place.field.part.limit) of these on a claim." }
        step { work in
            work.draft.duplicate(row: place.row, of: place.field.part)
            let new = Place(place.field, row: count)
            work.focus = Focus(place: new, cursor: work.draft.text(at: new).count)
        }
        return "Line \(place.row + 1) copied to line \(count + 1)."
    }

    /// Removes the focused row; undo brings it back.
    mutating func deleteRow() -> String? {
        let place = focusedPlace
        guard place.field.part != .claim else { return "Only a line of a list can be deleted here." }
        guard place.row < draft.rowCount(of: place.field.part) else { return "This line is already empty." }
        step { work in
            work.draft.delete(row: place.row, of: place.field.part)
            work.focus = Focus(place: place, cursor: work.draft.text(at: place).count)
        }
        return "Line \(place.row + 1) deleted. Ctrl-Z undoes."
    }

    /// Whether nothing has been typed into the focused row.
    var isInEmptyRow: Bool { isEmptyRow(focusedPlace) }

    /// Whether nothing has been typed into the row of a place; never of a field that has no row.
    func isEmptyRow(_ place: Place) -> Bool {
        guard place.field.part != .claim else { return false }
        return Field.all.allSatisfy {
            $0.part != place.field.part || draft.text(at: Place($0, row: place.row)).isEmpty
        }
    }
}

extension ClaimDraft {
    mutating func duplicate(row: Int, of part: Part) {
        switch part {
        case .claim: break
        case .diagnosis: self.diagnoses.append(self.diagnoses[row])
        case .line:
            self.lines.append(self.lines[row])
            // What a file brought may hold numbers that only one line has.
            self.lines[self.lines.count - 1].carried = []
        case .trial: self.trials.append(self.trials[row])
        case .score: self.scores.append(self.scores[row])
        case .attachment: self.attachments.append(self.attachments[row])
        }
    }

    mutating func delete(row: Int, of part: Part) {
        switch part {
        case .claim: break
        case .diagnosis: self.diagnoses.remove(at: row)
        case .line: self.lines.remove(at: row)
        case .trial: self.trials.remove(at: row)
        case .score: self.scores.remove(at: row)
        case .attachment: self.attachments.remove(at: row)
        }
        dropBlankEnds()
    }
}
