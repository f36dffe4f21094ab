package import TextKit

/// What each check of a file against the guide requires, for a person.
package enum GuideExplanation {
    /// Everything about one check, at most 80 columns wide; `nil` where no check has this id.
    package static func text(of id: String, glyphs: Glyphs = .unicode) -> String? {
        guard let kind = GuideFault.Kind(rawValue: id.uppercased()) else { return nil }
        let (checked, example) = kind.meaning
        let rows = [
            ("Requirement", checked), ("Severity", "error; a warning or a note where receivers take it"),
            ("Applies to", "every 837P that is checked, imported or sent"),
            ("Prevents", "a rejection of the file or the claim by the receiver (999, 277CA A3, A7)"),
            ("Source", GuideFault.source), ("Example", example),
        ]
        let lines =
            ["\(kind.rawValue) \(kind.label)", ""]
            + rows.flatMap { Paper.hanging($0.0, $0.1, indent: 0, column: 18) }
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined()
    }
}

extension GuideFault.Kind {
    /// What is checked, and a case of it.
    fileprivate var meaning: (checked: String, example: String) {
        switch self {
        case .segmentMissing: ("Every segment that a loop must have is there.", "no PER in loop 1000A")
        case .elementMissing: ("Every element that a segment must have is filled.", "CLM02 is blank")
        case .notUsed: ("An element that the guide marks not used is blank.", "PRV04 is filled")
        case .format:
            (
                "A number, a date, a code or an identifier is written as the guide asks.",
                "SV102 is $155; an EIN has a hyphen; RD8 has one date"
            )
        case .length: ("An element has as many characters as the guide gives it.", "NTE02 has 81 characters")
        case .code: ("A code is one that the guide lists there.", "CLM05-2 is A")
        case .together: ("Elements that need or exclude one another do so.", "NM109 is filled, NM108 is blank")
        case .tooMany: ("No more of a kind than the guide has places for.", "a 13th diagnosis")
        case .number: ("Lines are numbered 1, 2, 3, and no two payers have the same turn.", "LX01 is 3 on line 2")
        case .characters:
            (
                "An element has no control characters, no blank at its end and none of the separators.",
                "a tab in NM103"
            )
        }
    }
}
