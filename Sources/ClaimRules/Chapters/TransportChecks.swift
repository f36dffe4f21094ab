import ClaimModel

extension ClaimFacts {
    /// The texts of the claim file that cannot be submitted; accents and separators have a plain form, which Ctrl-T shows.
    var sentProblems: [Problem] {
        SentText.unsendable(in: draft).map { place, strange in
            .wrong(
                place.field, row: place.row,
                "\(place.field.fullLabel) has characters that X12 does not allow: \(strange).",
                remedy: "Enter it in Latin letters, as on the insurance card or the license.")
        }
    }

    func tooLong(_ fields: [Field], limit: Int) -> [Problem] {
        fields.compactMap { field in
            let count = draft.state(at: Place(field)).value?.count ?? 0
            guard count > limit else { return nil }
            return .wrong(
                field, "\(field.fullLabel) has \(count) characters; the limit is \(limit).",
                remedy: "Shorten it as on the insurance card: the 837P has no room for more.")
        }
    }

    var repeatedControlNumbers: [Problem] {
        let numbers = draft.attachments.map { $0.controlNumber.value }
        return numbers.enumerated().compactMap { row, number in
            guard let number, let first = numbers.prefix(row).firstIndex(of: number) else { return nil }
            return .conflict(
                .attachmentControl, row: row, with: [Place(.attachmentControl, row: first)],
                "Attachments \(first + 1) and \(row + 1) have the same control number.",
                remedy: "Enter a different number for each, so that the payer can match both.")
        }
    }
}

extension String {
    /// Whether the text is a placeholder: `NONE`, `N/A`, `PENDING`, one character repeated.
    var isPlaceholder: Bool {
        let signs = lettersAndNumbers
        let isRepeated = signs.count >= 3 && signs.allSatisfy { $0 == signs.first }
        return isRepeated || String.fillers.contains(signs)
    }

    /// In capitals.
    private var lettersAndNumbers: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return uppercased().filter { $0.isLetter || $0.isNumber } }
        let signs = utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return String(decoding: signs, as: UTF8.self)
    }

    private static let fillers: Set<String> = [
        "", "0", "00", "NA", "NONE", "NO", "NOTREQUIRED", "NOTNEEDED", "PENDING", "TBD", "UNKNOWN", "UNK", "SAME",
        "ONFILE", "SEEATTACHED", "TEST",
    ]
}
