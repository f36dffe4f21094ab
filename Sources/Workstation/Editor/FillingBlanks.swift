import ClaimModel

/// Filling the blanks of a text that was inserted: what is typed at a blank takes its place, Enter goes to the next one.
extension ClaimEditor {
    /// The characters of the blank that begins at the cursor; 0 where none does.
    var blankAtCursor: Int { blanks.contains(work.focus.cursor) ? TextBlank.text.count : 0 }

    /// Where the blanks of the focused field begin.
    private var blanks: [Int] {
        guard isClaim, focusedPlace.field.lookUp == .texts else { return [] }
        let text = self.text
        return TextBlank.ranges(in: text).map { text.distance(from: text.startIndex, to: $0.lowerBound) }
    }

    /// Puts the cursor on the next blank of the focused field, behind the last one on the first again.
    ///
    /// - Returns: whether there is one.
    mutating func goToNextBlank() -> Bool {
        let (all, cursor) = (blanks, work.focus.isSelected ? -1 : work.focus.cursor)
        guard let next = all.first(where: { $0 > cursor }) ?? all.first else { return false }
        work.focus.isSelected = false
        work.focus.cursor = next
        visits.fillsBlanks = focusedPlace
        return true
    }
}
