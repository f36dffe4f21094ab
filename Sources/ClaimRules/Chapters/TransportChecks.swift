import ClaimModel

extension ClaimFacts {
    /// What is to be said of the texts that do not go as they stand.
    func sentProblems(_ problem: (SentText, Place) -> Problem?) -> [Problem] {
        SentText.changed(in: draft).compactMap { problem($0.text, $0.place) }
    }

    func strangeLetters(in text: SentText, at place: Place) -> Problem? {
        guard text.isChanged else { return nil }
        let label = place.field.fullLabel
        guard !text.strange.isEmpty else {
            return .wrong(
                place.field, row: place.row, severity: .note,
                "\(label) goes out without its accents; X12 carries plain letters only.",
                remedy: "Nothing to do, unless the payer's card writes it another way.")
        }
        let strange = text.strange
        return .wrong(
            place.field, row: place.row, "\(label) has signs that no claim file carries: \(strange).",
            remedy: "Write it in Latin letters, as on the insurance card or the license.")
    }

    func separators(in text: SentText, at place: Place) -> Problem? {
        guard !text.separators.isEmpty else { return nil }
        let signs = Set(text.separators).map(String.init).sorted().joined(separator: " ")
        let plain = String(draft.text(at: place).map { text.separators.contains($0) ? "-" : $0 })
        return .wrong(
            place.field, row: place.row,
            "\(place.field.fullLabel) has \(signs), by which a claim file tells its parts from one another.",
            remedy: "Use a dash or a comma instead.", fixes: [.replace(place.field, row: place.row, with: plain)])
    }

    func tooLong(_ fields: [Field], limit: Int) -> [Problem] {
        fields.compactMap { field in
            let count = draft.state(at: Place(field)).value?.count ?? 0
            guard count > limit else { return nil }
            return .wrong(
                field, "\(field.fullLabel) has \(count) characters; the 837P takes \(limit).",
                remedy: "Shorten it as the insurance card does.")
        }
    }

    var repeatedControlNumbers: [Problem] {
        let numbers = draft.attachments.map(\.controlNumber.value)
        return numbers.enumerated().compactMap { row, number in
            guard let number, let first = numbers.prefix(row).firstIndex(of: number) else { return nil }
            return .conflict(
                .attachmentControl, row: row, with: [Place(.attachmentControl, row: first)],
                "Attachments \(first + 1) and \(row + 1) have the same control number.",
                remedy: "Give each its own, so that the payer can match both.")
        }
    }
}

extension String {
    /// Whether the text only fills a box: `NONE`, `N/A`, `PENDING`, one character over and over.
    var isPlaceholder: Bool {
        let signs = uppercased().filter { $0.isLetter || $0.isNumber }
        let isRepeated = signs.count >= 3 && Set(signs).count == 1
        return isRepeated || String.fillers.contains(signs)
    }

    private static let fillers: Set<String> = [
        "", "0", "00", "NA", "NONE", "NO", "NOTREQUIRED", "NOTNEEDED", "PENDING", "TBD", "UNKNOWN", "UNK", "SAME",
        "ONFILE", "SEEATTACHED", "TEST",
    ]
}
