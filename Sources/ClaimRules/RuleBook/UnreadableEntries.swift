import ClaimModel

extension Rule {
    /// The rule behind every rule: an entry must be readable as what its field holds.
    static let unreadableEntry = Rule(
        "FM-001", "Every entry is one that its field accepts",
        fault: "Entry not recognized", .error,
        prevents: [.carc("16")], source: .professionalGuide, .general, reads: Field.all,
        accepts: { [.sample] },
        rejects: { [.sample.with(.amountPaid, "two hundred"), .sample.with(.onsetDate, "13/45/2026")] },
        check: { _ in [] })
}

/// Unreadable texts that no other rule reports.
func unreadableEntries(in facts: ClaimFacts, besides findings: [Finding]) -> [Finding] {
    let reported = Set(findings.filter { $0.concern == .entry }.map(\.place))
    return facts.draft.unreadablePlaces.filter { !reported.contains($0.place) }.map { place, reason in
        Finding(
            rule: .unreadableEntry,
            problem: .wrong(
                place.field, row: place.row, "\(place.field.fullLabel): \(reason.problem).",
                remedy: reason.remedy(after: "Enter it again; F1 lists what the field takes."),
                fixes: place.choicesBegun(by: facts.draft.text(at: place))))
    }
}

extension Place {
    /// The codes of the field that begin with the text: IV may become IVI or IVP.
    fileprivate func choicesBegun(by text: String) -> [Fix] {
        let typed = text.lowercased()
        return field.shape.choices.filter { $0.code.lowercased().hasPrefix(typed) }.map { choice in
            Fix("\(choice.code) (\(choice.label))", [Fix.Edit(field, row: row, choice.code)])
        }
    }
}
