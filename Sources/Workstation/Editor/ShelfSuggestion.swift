import ClaimModel
import ClaimRules

/// The drug of a line on the office's shelf: offered with a key, never filled in by itself.
extension ClaimEditor {
    /// The one lot that may be given, where the line does not say its drug yet; and lots that have expired.
    func shelf(_ inputs: Inputs) -> Suggestion? {
        let place = focusedPlace
        guard place.field == .lineNDC || place.field == .lineLot, draft.lines.indices.contains(place.row) else {
            return nil
        }
        let line = draft.lines[place.row]
        let day = line.from.value ?? draft.firstServiceDay ?? inputs.today
        let stock = stock(of: line, inputs)
        let expired = stock.filter { $0.hasExpired(on: day, in: inputs.parsing) }
        let good = stock.filter { !expired.contains($0) }
        if !line.lot.isEmpty {
            return expired.first { $0.text(of: .lineLot).folded == line.lot.text.folded }
                .map {
                    Suggestion(text: "On the shelf, \($0.lotName) has expired (\($0.expiry)).", fix: nil, isNote: true)
                }
        }
        let old = expired.isEmpty ? "" : "Expired on the shelf: \(expired.map(\.lotName).joined(separator: ", ")). "
        switch good.count {
        case 0 where expired.isEmpty: return nil
        case 0: return Suggestion(text: "\(old)No other lot of this drug there.", fix: nil, isNote: true)
        case 1:
            let edits = PullIn(inputs, draft, row: place.row).fix(for: good[0]).edits
                .filter { draft.isEmpty(at: $0.place) }
            guard !edits.isEmpty else { return nil }
            return Suggestion(
                text: "\(old)From the shelf: \(good[0].label).",
                fix: Fix("\(good[0].text(of: .lineNDC)), \(good[0].lotName), from the shelf", edits))
        default:
            let lots = good.prefix(3).map(\.lotName).joined(separator: ", ") + (good.count > 3 ? ", …" : "")
            return Suggestion(text: "\(old)On the shelf: \(lots).", fix: nil)
        }
    }

    /// What the shelf has for the line: by its NDC; of one that has none yet, by that of the last claim with its code and
    /// drug, and, where nothing of that may be given, by the name of the drug.
    private func stock(of line: ServiceLine, _ inputs: Inputs) -> [ReferenceEntry] {
        // What came from a claim without its lot is on no shelf.
        let shelf = inputs.directory.entries(.drug).filter { !$0.text(of: .lineLot).isEmpty }
        if !line.ndc.isEmpty {
            return line.ndc.value.map { ndc in shelf.filter { $0.isOf(ndc) } } ?? []
        }
        let day = line.from.value ?? draft.firstServiceDay ?? inputs.today
        let own = lastNDC(like: line, until: day).map { ndc in shelf.filter { $0.isOf(ndc) } } ?? []
        if own.contains(where: { !$0.hasExpired(on: day, in: inputs.parsing) }) || line.drugName.isEmpty { return own }
        let name = line.drugName.text.folded
        return own + shelf.filter { $0.text(of: .lineDrugName).folded == name && !own.contains($0) }
    }

    /// The NDC of the patient's last claim that bills the same code for the same drug.
    private func lastNDC(like line: ServiceLine, until day: Day) -> NDC? {
        var last: (day: Day, ndc: NDC)?
        for claim in earlier.map(\.draft) {
            guard let served = claim.firstServiceDay, served <= day, last.map({ $0.day <= served }) ?? true else {
                continue
            }
            let lines = claim.lines.filter { $0.procedure.value == line.procedure.value }
            let alike = lines.filter { $0.drugName.text.folded == line.drugName.text.folded }
            if let ndc = alike.lazy.compactMap(\.ndc.value).first { last = (served, ndc) }
        }
        return last?.ndc
    }
}

extension ReferenceEntry {
    /// Whether a lot may not be given any more on a day; one without a date may.
    func hasExpired(on day: Day, in context: ParsingContext) -> Bool {
        guard let last = try? Day(parsing: expiry, in: context) else { return false }
        return last < day
    }

    fileprivate var expiry: String { text(of: .shelfExpiry) }

    /// `lot AB12`.
    fileprivate var lotName: String { "lot \(text(of: .lineLot))" }

    /// Whether it is the drug of this number, in whatever layout.
    fileprivate func isOf(_ ndc: NDC) -> Bool {
        identity == ndc.description.folded || identity.hasPrefix(ndc.description.folded + "|")
    }
}
