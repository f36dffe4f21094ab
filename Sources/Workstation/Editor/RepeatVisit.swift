import ClaimModel
import ClaimRules
import CodeSets

/// Keying a visit like an earlier one: only what is new, and each thing once.
extension ClaimEditor {
    /// Where Enter goes on a copy: the next place that must be keyed again, then those before the cursor; `nil` where none
    /// is left.
    func nextToKeyAgain(_ view: DeskView) -> Stop? {
        var (before, isBehind) = (Stop?.none, false)
        for screen in Screen.claimScreens {
            for slot in layout(of: screen, openAt: nil, view).slots {
                if screen == work.screen, slot.place == focusedPlace {
                    isBehind = true
                } else if visits.toKeyAgain.contains(slot.place), draft.text(at: slot.place).isEmpty {
                    let stop = Stop(screen: screen, place: slot.place)
                    if isBehind { return stop }
                    before = before ?? stop
                }
            }
        }
        return before
    }

    /// What the field that is left says of others that are still blank: one date for all lines, one dose for the visit.
    ///
    /// - Returns: what was filled in, in words; `nil` where nothing was.
    mutating func carryOver(_ view: DeskView) -> String? {
        let isOffered = focusedPlace.field == .lineFrom && visits.toKeyAgain.contains(focusedPlace)
        guard work.focus.isEdited || isOffered, let text = draft.state(at: focusedPlace).value else { return nil }
        let (targets, noun) = alike
        let blank = targets.filter { draft.text(at: $0).isEmpty }
        guard !blank.isEmpty else { return nil }
        for place in blank { work.draft.type(text, at: place, in: view.parsing) }
        changed()
        let names = blank.map(\.label).joined(separator: ", ")
        return "The same \(noun) is entered at \(names). \(view.key(.undo)) undoes."
    }

    /// The places that say the same as the focused one.
    private var alike: (places: [Place], noun: String) {
        let rows = draft.lines.indices
        switch focusedPlace.field {
        case .lineFrom:
            let others = rows.filter { $0 != focusedPlace.row && !draft.lines[$0].procedure.isEmpty }
            return (others.map { Place(.lineFrom, row: $0) }, "date")
        case .lineDose where visits.toKeyAgain.contains(Place(.treatmentDose)):
            return ([Place(.treatmentDose)], "dose")
        case .treatmentDose:
            let drugs = rows.filter { visits.toKeyAgain.contains(Place(.lineDose, row: $0)) }
            return (drugs.count == 1 ? [Place(.lineDose, row: drugs[0])] : [], "dose")
        default: return ([], "")
        }
    }

    /// What a route means that is only called IV, by the code of its line; nothing where both would be right.
    mutating func readRoute(in context: ParsingContext) {
        guard focusedPlace.field == .lineRoute, work.focus.isEdited, text.uppercased() == "IV",
            draft.lines.indices.contains(focusedPlace.row)
        else { return }
        switch draft.lines[focusedPlace.row].procedure.value?.text ?? "" {
        case "96365", "96366", "96367", "96368":
            work.draft.type(Route.intravenousInfusion.rawValue, at: focusedPlace, in: context)
        case "96374", "96375", "96376":
            work.draft.type(Route.intravenousPush.rawValue, at: focusedPlace, in: context)
        default: return
        }
        changed()
    }
}
