public import ClaimModel
public import TextKit

/// One box of the CMS-1500 (02/12) with exactly what would be put there.
public struct FormBox: Hashable, Sendable {
    /// `1a`, `24`, `33b`; `Top` for the carrier's block.
    public let number: String
    /// What the box asks for, in our own words.
    public let title: String
    let parts: [FormPart]

    /// Empty where nothing is put.
    public var content: String { parts.map(\.shown).filter { !$0.isEmpty }.joined(separator: "  ") }
    /// Whether a value is longer than its place, which then holds only its beginning, or nothing of a number.
    public var isCut: Bool { parts.contains(where: \.isCut) }

    init(_ number: String, _ title: String, _ parts: [FormPart?]) {
        self.number = number
        self.title = title
        self.parts = parts.compactMap(\.self)
    }

    init(_ number: String, _ title: String, _ slot: FormSlot, _ text: String) {
        self.init(number, title, [FormPart(slot, text)])
    }
}

/// One service line of a form: what is in the shaded half and what in the other.
public struct FormLine: Hashable, Sendable {
    /// The line of the claim, from 1.
    public let number: Int
    /// NDC with unit and quantity, then the narrative of an unlisted code; 61 characters.
    public let shaded: String
    /// Whether the shaded text is longer than its 61 characters.
    public let isCut: Bool
    /// Qualifier in 24I, then taxonomy or the payer's number in 24J: `ZZ2084P0800X`.
    public let provider: String
    /// Y in 24C.
    public let emergency: String
    /// Y in 24H.
    public let screening: String
    /// `11 10 26`.
    public let from: String
    /// `11 10 26`.
    public let to: String
    /// Box 24B, two digits.
    public let placeOfService: String
    /// Box 24D, five characters.
    public let code: String
    /// Box 24D, four at most.
    public let modifiers: [String]
    /// Box 24E, up to four letters.
    public let pointers: String
    /// Dollars and cents with a space between them: `210 00`.
    public let charge: String
    /// Box 24G: `1`, `2.5`.
    public let units: String
    /// Box 24J, ten digits; empty where it does not read.
    public let renderingNPI: String
}

/// One sheet of the form; a claim of more than six lines takes several, each with its own total.
public struct CMS1500: Hashable, Sendable {
    /// Lines that one sheet holds.
    public static let linesPerForm = 6

    /// The number of the sheet, from 1.
    public let number: Int
    /// How many sheets the claim takes.
    public let count: Int
    /// The boxes above the service lines, in the order of the form.
    public let upper: [FormBox]
    /// Six at most, in the order of the claim.
    public let lines: [FormLine]
    /// The boxes below the service lines, 25 to 33.
    public let lower: [FormBox]

    /// The forms that a claim fills, at least one.
    ///
    /// What does not read is left out of its box: nothing wrong is put there, and the findings report it.
    public static func forms(of draft: ClaimDraft, glyphs: Glyphs = .unicode) -> [CMS1500] {
        let text = FormText(draft: draft, glyphs: glyphs)
        let lines = draft.lines.indices.map { text.line($0) }
        let count = max(1, (lines.count + linesPerForm - 1) / linesPerForm)
        return (0..<count).map { index in
            let rows = (index * linesPerForm)..<min((index + 1) * linesPerForm, lines.count)
            let total = rows.compactMap { draft.lines[$0].charge.value }.reduce(Money.zero, +)
            return CMS1500(
                number: index + 1, count: count, upper: text.upper, lines: Array(lines[rows]),
                lower: text.lower(total: rows.isEmpty ? nil : total, isFirst: index == 0))
        }
    }
}
