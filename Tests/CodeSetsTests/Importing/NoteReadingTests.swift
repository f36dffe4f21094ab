import Testing

@testable import CodeSets

/// The codes that a note's text names, and that nothing is guessed.
@Suite struct NoteReadingTests {
    private static let codes = CodesOfRelease(
        [
            "F10", "F11", "F30", "F31", "F314", "F32", "F33", "E08", "E0841", "E09", "E0941", "T4321", "T43211",
            "T43212", "A15",
            "J65", "Z3A", "M0500", "M058A", "B20", "I010", "I019",
        ].compactMap { CodeKey($0) })

    @Test(arguments: [
        ("bipolar disorder (F31.-)", "F31"), ("manic episode (F30)", "F30"),
        ("mood disorders (F30-F33)", "F30-F33"), ("either (F31.4, F32.-)", "F31.4 F32"),
        ("alcohol (F10.- -F11.-)", "F10-F11"), ("rheumatic fever (I01.0 -I01.9)", "I01.0-I01.9"),
        ("arthritis, if known (M05.00 to M05.8A)", "M05.00-M05.8A"),
        ("diabetic mononeuropathy (E08-E11 with .41)", "E08.41 E09.41"),
        ("reuptake inhibitors (T43.21 with sixth character 1-2)", "T43.211 T43.212"),
        ("code from category Z3A, Weeks of gestation", "Z3A"), ("conditions classified to F30-F33", "F30-F33"),
        ("human immunodeficiency virus [HIV] disease B20", "B20"), ("tuberculosis, any type in A15 (J65)", "J65"),
    ])
    func `reads what is plain`(_ text: String, _ expected: String) {
        let reading = NoteReading(text, codes: Self.codes)
        #expect(reading.isWhole)
        #expect(reading.ranges.map(\.name).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        "code to injury", "underlying disease, such as:", "any condition except those in F31.-",
        "drug (T36-T50 with fifth or sixth character 5)", "rheumatic (I01.0) unless also present",
        "see categories E08-E11 with ketoacidosis", "vitamin B12 deficiency", "codes that do not exist (X99.-)",
        "head injury (S00", "", "()", ")(", "(F31.- with what nobody reads)",
    ])
    func `leaves the rest to the reader`(_ text: String) {
        let reading = NoteReading(text, codes: Self.codes)
        #expect(!reading.isWhole)
        #expect(reading.ranges.isEmpty)
    }
}
