import ClaimModel

extension Rule {
    /// The rule behind every rule: what is typed must mean something.
    static let unreadableEntry = Rule(
        "FM-001", "Every entry reads as what its field holds", .error,
        prevents: [.carc("16")], source: .professionalGuide, .general, reads: Field.all,
        accepts: { [.sample] },
        rejects: { [.sample.with(.amountPaid, "two hundred"), .sample.with(.onsetDate, "13/45/2026")] },
        check: { _ in [] })
}

/// What no other rule speaks of: texts that do not read as their field's value.
func unreadableEntries(in facts: ClaimFacts, besides findings: [Finding]) -> [Finding] {
    let spoken = Set(findings.filter { $0.concern == .entry }.map(\.place))
    return facts.draft.unreadablePlaces.filter { !spoken.contains($0.place) }.map { place, reason in
        Finding(
            rule: .unreadableEntry,
            problem: .wrong(
                place.field, row: place.row, "\(place.field.fullLabel): \(reason.message).",
                remedy: "Type it anew; F1 says what the field takes.",
                fixes: place.choicesBegun(by: facts.draft.text(at: place))))
    }
}

extension Place {
    /// The codes of the field that begin as the text does: IV may become IVI or IVP.
    fileprivate func choicesBegun(by text: String) -> [Fix] {
        let typed = text.lowercased()
        return field.shape.choices.filter { $0.code.lowercased().hasPrefix(typed) }.map { choice in
            Fix("\(choice.code) (\(choice.label))", [Fix.Edit(field, row: row, choice.code)])
        }
    }
}
