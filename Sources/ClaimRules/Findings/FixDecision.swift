public import ClaimModel

extension Fix {
    /// Whether the fix decides something clinical or about coding, so that a person must choose it, instead of correcting a
    /// format or a figure.
    ///
    /// Codes that only move to another row are the same codes.
    public func isDecision(on draft: ClaimDraft) -> Bool {
        guard edits.contains(where: { $0.place.field.matter != .clerical }) else { return false }
        guard edits.allSatisfy({ $0.place.field == .diagnosisCode || $0.place.field == .linePointers }) else {
            return true
        }
        return draft.treated != edited(draft).treated
    }

    private func edited(_ draft: ClaimDraft) -> ClaimDraft {
        // The texts are codes and letters, which mean the same on any day.
        edits.reduce(into: draft) { $0.type($1.text, at: $1.place, in: ParsingContext(today: Day(number: 0))) }
    }
}

extension ClaimDraft {
    /// The diagnoses in their order, and those that each line points to, whatever their letters.
    fileprivate var treated: [[String]] {
        let codes = self.diagnoses.map { $0.code.text }
        return [codes.filter { !$0.isEmpty }]
            + self.lines.map { line in
                line.pointers.value?.rows.map { codes.indices.contains($0) ? codes[$0] : "?" } ?? [line.pointers.text]
            }
    }
}
