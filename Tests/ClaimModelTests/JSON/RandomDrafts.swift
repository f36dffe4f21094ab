import ClaimModel
import Randomness

extension ClaimDraft {
    static let context = ParsingContext(today: Day(number: 20_780))

    /// Texts that a person, a paste or an import may leave behind.
    static let oddTexts = [
        "1122233343", "11/10/2026", "t-1", "  ", "José Ñandú", "李", "🧑🏽‍⚕️", "e\u{301}", "\u{e9}", "a\"b\\c/d",
        "two\nlines",
        "tab\there", "-", "0", "null", "\u{202E}abc", "\u{FEFF}x", "\u{2028}", "\u{10FFFF}", "\u{FFFD}", "{\"a\":1}",
    ]

    /// A draft in which about one field in `sparsity` holds an odd text.
    static func random(seed: UInt64, sparsity: Int = 3) -> ClaimDraft {
        var numbers = Seeded(seed)
        var draft = ClaimDraft(id: "claim-\(seed)")
        for field in Field.all {
            let rows = field.part == .claim ? 1 : min(field.part.limit, 4)
            for row in 0..<rows where Int.random(in: 0..<sparsity, using: &numbers) == 0 {
                let text = oddTexts.randomElement(using: &numbers) ?? ""
                draft.type(text, at: Place(field, row: row), in: context)
            }
        }
        draft.defaulted = ["placeOfService", "rendering.npi"]
        draft.carried = (0..<Int.random(in: 0..<3, using: &numbers)).map { number in
            CarriedSegment(loop: "2320:2/2330A", text: "REF*\(oddTexts[number + 4])*\\*", isRest: number == 1)
        }
        if !draft.lines.isEmpty { draft.lines[0].carried = [CarriedSegment(loop: "2400", text: "K3*LINE")] }
        draft.overrides = (0..<Int.random(in: 0..<3, using: &numbers)).map { number in
            Override(
                rule: "TM-00\(number)", place: "line.units[2]", reason: oddTexts[number + 4], by: "A. Biller",
                on: Day(number: 20_780 + number), inputs: ["line.units[2]": "2", "line.start[1]": oddTexts[number]])
        }
        draft.queries = (0..<Int.random(in: 0..<3, using: &numbers)).map { number in
            ProviderQuery(
                rule: "DX-00\(number)", place: "diagnosis.code[1]", question: oddTexts[number + 7], by: "A. Biller",
                on: Day(number: 20_780 + number))
        }
        return draft
    }
}
