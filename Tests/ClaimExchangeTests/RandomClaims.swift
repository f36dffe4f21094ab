import ClaimModel
import ClaimRules
import Randomness

extension ClaimDraft {
    /// Texts that a person, a paste or an import may leave in any field.
    private static let oddTexts = [
        "1122233343", "11/10/2026", "F33.2", "96365", "J3490", "0.7", "35 mg", "154 lb", "A", "ABCD", "Y", "N", "1",
        "7", "210", "9999999.99", "José Ñandú", "李小龍 陳美麗", "🧑🏽‍⚕️🇺🇸", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        "\u{301}", "two\nlines\r\nthree", "tab\there", "\u{1B}[31mred\u{7}", "\u{202E}abc", "\u{2028}", "\u{10FFFF}",
        "한국어 각각", "ﷺ", String(repeating: "W", count: 300), String(repeating: "漢字", count: 120), "  ",
        String(repeating: "many words in a row ", count: 60), "\"quoted\\\"", "-", "0143950801", "00143-9508-01",
    ]

    /// A draft with odd texts in about one field of three, and now and then all fifty lines.
    static func random(seed: UInt64) -> ClaimDraft {
        var numbers = Seeded(seed)
        var draft = seed % 3 == 0 ? ClaimExample.sample.draft : ClaimDraft(id: "claim-\(seed)")
        for field in Field.all {
            let rows =
                field.part == .claim
                ? 1 : Int.random(in: 0...(seed % 5 == 0 ? min(field.part.limit, 50) : 4), using: &numbers)
            for row in 0..<rows where Int.random(in: 0..<3, using: &numbers) == 0 {
                let text = oddTexts.randomElement(using: &numbers) ?? ""
                draft.type(text, at: Place(field, row: row), in: ClaimExample.parsing)
            }
        }
        return draft
    }
}

extension ClaimExample {
    /// Fifty lines, names in four scripts, and texts as long as fields take.
    static var odd: ClaimDraft {
        var example = sample.with(.patientLastName, "Ñandú-O’Brien 李").with(.patientFirstName, "José 한국어")
            .with(.symptoms, String(repeating: "Depressed mood most of every day. ", count: 100))
            .with(.rationale, String(repeating: "unbroken", count: 60))
            .with(.billingName, String(repeating: "Lakeside Behavioral ", count: 3))
            .with(.lineCharge, "two hundred")
            .with(.treatmentWeight, "154 lb")
        for row in 2..<50 {
            example = example.withLine([
                .lineFrom: "11/10/2026", .lineTo: "11/12/2026", .lineProcedure: row % 2 == 0 ? "J3490" : "99214",
                .lineModifier1: "25", .lineModifier2: "59", .lineModifier3: "76", .lineModifier4: "GT",
                .linePointers: "ABCD", .lineCharge: "9999999.99", .lineUnits: "99999.999",
                .lineNarrative: String(repeating: "narrative ", count: 8), .lineDescription: "line \(row + 1)",
                .lineNDC: "42023-113-10", .lineNDCUnit: "ML", .lineNDCQuantity: "12345678.125",
                .lineRenderingNPI: "1558598797",
            ])
        }
        return example.draft.renamed("odd")
    }
}
