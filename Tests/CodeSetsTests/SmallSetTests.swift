import ClaimModel
import Testing

@testable import CodeSets

@Suite struct SmallSetTests {
    @Test(arguments: [
        "AA", "AD", "QK", "QX", "QY", "QZ", "QS", "G8", "G9", "23", "47", "P1", "P2", "P3", "P4", "P5", "P6",
    ])
    func `knows the modifiers of anesthesia`(_ code: String) {
        #expect(books.modifier(code)?.kind == .anesthesia)
    }

    @Test(
        arguments: [
            ("25", .visit), ("59", .distinct), ("XU", .distinct), ("JW", .waste), ("jz", .waste), ("95", .telehealth),
            ("GT", .telehealth), ("GA", .waiver), ("GZ", .waiver), ("76", .repeat), ("RT", .side), ("KX", .other),
            ("22", .other), ("TC", .other),
        ] as [(String, ModifierEntry.Kind)])
    func `knows what a modifier is about`(_ code: String, _ kind: ModifierEntry.Kind) {
        let entry = books.modifier(code)
        #expect(entry?.kind == kind)
        #expect(entry?.label.isEmpty == false)
    }

    @Test(arguments: ["", "A", "ZZ", "00", "P7", "AAA", "💉"])
    func `knows no other modifier`(_ code: String) {
        #expect(books.modifier(code) == nil)
    }

    @Test func `knows the fifty two places of service`() {
        let places = (0...99).map { $0 < 10 ? "0\($0)" : "\($0)" }.filter { books.placeOfService($0) != nil }
        #expect(places.count == 52)
        #expect(books.placeOfService("11")?.label == "Office")
        #expect(books.placeOfService("00") == nil)
    }

    @Test(
        arguments: [
            ("2084P0800X", .mentalHealth), ("363LP0808X", .mentalHealth), ("207L00000X", .anesthesia),
            ("208VP0014X", .pain),
            ("2081P2900X", .pain), ("261QM0801X", .mentalHealth), ("367500000X", .anesthesia),
        ] as [(String, TaxonomyEntry.Kind)])
    func `knows the specialties that the rules name`(_ code: String, _ kind: TaxonomyEntry.Kind) {
        #expect(books.taxonomy(code)?.kind == kind)
    }

    /// rules.md §7.
    static let carcs = """
        4 5 6 8 9 11 13 14 16 18 22 26 27 29 31 39 50 55 56 96 97 107 109 110 140 146 150 151 152 153 163 164 167 170 172 \
        181 182 185 188 189 194 197 198 199 204 206 207 208 211 222 226 234 236 242 243 250 251 252 256 269 272 273 284 \
        296 B7 B12 B13 B15
        """.split(separator: " ").map(String.init)

    static let rarcs = """
        M15 M20 M50 M51 M52 M53 M54 M59 M62 M64 M76 M77 M79 M80 M119 M123 M127 MA27 MA36 MA39 MA63 MA67 MA130 N4 N20 N29 \
        N54 N56 N115 N142 N257 N265 N286 N290 N329 N350 N362 N382 N386 N519 N522 N657 N706 N822 N823
        """.split(separator: " ").map(String.init)

    @Test(arguments: carcs)
    func `says what a denial means`(_ code: String) {
        #expect(books.denial(carc: code)?.label.isEmpty == false)
    }

    @Test(arguments: rarcs)
    func `says what a remark means`(_ code: String) {
        #expect(books.denial(rarc: code)?.label.isEmpty == false)
    }

    /// 1 to 306, A, B, D, P, W and Y, retired ones too.
    @Test func `says what every reason code means`() {
        let numbers = (1...306).map(String.init)
        let letters = [("A", 0...8), ("B", 1...23), ("D", 1...23), ("P", 1...32), ("W", 1...9), ("Y", 1...3)]
            .flatMap { letter, range in range.map { "\(letter)\($0)" } }
        let absent = (numbers + letters).filter { books.denial(carc: $0) == nil }
        #expect(absent.isEmpty, "\(absent)")
    }

    @Test(arguments: [
        "M70", "M81", "MA01", "MA04", "MA07", "MA13", "MA15", "MA18", "N1", "N30", "N95", "N130", "N179", "N255",
        "N288",
        "N381", "N382", "N418", "N425", "N430", "N448", "N479", "N521", "N620", "N640", "N693", "N702", "N704", "N807",
        "N815", "N816", "N846", "N847", "N848",
    ])
    func `says what a remark of daily use means`(_ code: String) {
        #expect(books.denial(rarc: code)?.label.isEmpty == false)
    }

    @Test func `says what every category and status in use means`() {
        for category in ["A0", "A3", "A6", "A7", "A8", "D0", "E4", "F0", "F3F", "F3N", "P5", "R17", "RQ"] {
            #expect(books.statusCategory(category)?.label.isEmpty == false, "\(category)")
        }
        #expect(books.claimStatus("562")?.label == "NPI" && books.claimStatus("799") != nil)
        #expect(books.statusEntity("82")?.label == "rendering provider")
        #expect(books.entries(of: .claimStatus).count > 700)
    }

    /// They stand in a list that is 80 columns wide, and name at most four fields.
    @Test(arguments: [CodeSetName.carc, .rarc, .claimStatus])
    func `words are short and fields few`(_ set: CodeSetName) {
        for entry in books.entries(of: set) {
            #expect(entry.label.count <= 72 && !entry.label.hasSuffix("."), "\(entry.code)")
            #expect(entry.fields.count <= 4, "\(entry.code)")
        }
    }

    /// Published lists carry a dental wording for 204.
    @Test func `reads 204 as not in the benefit plan`() {
        #expect(books.denial(carc: "204")?.label == "Not covered under the patient's current benefit plan")
        #expect(books.denial(rarc: "N290")?.label == "Rendering provider's identifier missing or wrong")
    }

    @Test(arguments: ["0250", "0258", "0259", "0260", "0370", "0510", "0513", "0636", "0761", "0762", "0900", "0949"])
    func `knows the revenue codes that the advice needs`(_ code: String) {
        #expect(books.revenue(code)?.label.isEmpty == false)
    }
}
