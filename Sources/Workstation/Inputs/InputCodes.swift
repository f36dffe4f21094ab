import ClaimModel
import ClaimRules
import CodeSets

extension Inputs {
    /// What a look-up at a place of a claim asks the code sets.
    func question(at place: Place, in sets: Set<CodeSetName>, draft: ClaimDraft) -> CodeQuestion {
        let others = draft.diagnoses.enumerated().filter { place != Place(.diagnosisCode, row: $0.offset) }
        return CodeQuestion(
            books, in: sets, on: serviceDay(at: place, of: draft), under: policies.policy(for: draft),
            with: others.compactMap { $0.element.code.value?.description }, recent: recentCodes.codes)
    }

    /// Whether the office's claims named this code lately.
    func hasUsed(_ code: String) -> Bool { recentCodes.codes.contains(code) }

    /// The line's own day, else the claim's first, else today.
    private func serviceDay(at place: Place, of draft: ClaimDraft) -> Day {
        let own =
            place.field.part == .line && draft.lines.indices.contains(place.row)
            ? draft.lines[place.row].from.value : nil
        return own ?? serviceDay(of: draft)
    }

    /// The claim's first day of service, else today.
    func serviceDay(of draft: ClaimDraft) -> Day { draft.firstServiceDay ?? today }

    /// What a claim's diagnosis is in the release of its service date.
    func diagnosis(_ code: String, of draft: ClaimDraft) -> DiagnosisEntry? {
        books.diagnosis(code, on: serviceDay(of: draft))
    }
}
