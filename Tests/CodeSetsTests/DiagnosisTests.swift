import ClaimModel
import Testing

@testable import CodeSets

@Suite struct DiagnosisTests {
    @Test(arguments: ["F33.2", "f332", " F33.2 ", "F.332"])
    func `finds a code however it is typed`(_ code: String) {
        let entry = books.diagnosis(code)
        #expect(entry?.code == "F33.2")
        #expect(entry?.description == "Major depressive disorder, recurrent severe without psychotic features")
        #expect(entry?.isBillable == true)
    }

    /// rules.md §1.2 to §1.5: every diagnosis that the rules name, as the CDC tabular of April 2026 has it.
    static let leaves = """
        F32.0 F32.1 F32.2 F32.3 F32.4 F32.5 F32.81 F32.89 F32.9 F32.A F33.0 F33.1 F33.2 F33.3 F33.40 F33.41 F33.42 \
        F33.8 F33.9 F34.1 F31.30 F31.31 F31.32 F31.4 F31.5 F31.81 F31.9 F43.10 F43.11 F43.12 F42.2 F42.3 F42.4 F42.8 \
        F42.9 F41.1 F40.10 F40.11 F43.21 F43.23 F53.0 F06.31 F06.32 R45.851 T14.91XA Z91.51 Z91.52 Z79.899 Z86.59 \
        Z13.31 Z51.81 Z16.12 G89.0 G89.11 G89.12 G89.18 G89.21 G89.22 G89.28 G89.29 G89.3 G89.4 G90.50 G90.511 \
        G90.519 G90.521 G90.529 G90.59 M79.0 M79.10 M79.18 M79.2 M79.7 M54.50 M54.51 M54.59 G50.0 G54.6 R52 D50.9 \
        D51.0 F11.20 T41.291A
        """.split(separator: " ").map(String.init)

    static let headers = """
        F32 F32.8 F33 F33.4 F31 F31.3 F43.1 F42 R45.85 G90.5 G90.51 G90.52 Z91.5 T14.91 G89 G56.4 G43 B02.2 Z16
        """.split(separator: " ").map(String.init)

    @Test(arguments: leaves)
    func `knows which codes may be billed`(_ code: String) {
        #expect(books.diagnosis(code)?.isBillable == true)
    }

    @Test(arguments: headers)
    func `knows which codes are headers`(_ code: String) {
        #expect(books.diagnosis(code)?.isBillable == false)
        #expect(!books.children(of: code).isEmpty)
    }

    @Test(arguments: ["", "F", "F3", "F33.22", "Z99999999", "ZZZ", "F33.2\u{0}", "Ф33", "😀", "J3490", "F33-2"])
    func `knows no code that does not exist`(_ text: String) {
        #expect(books.diagnosis(text) == nil)
        #expect(books.children(of: text).isEmpty)
    }

    @Test func `gives the children of a header`() {
        #expect(
            books.children(of: "F33").map(\.code) == ["F33.0", "F33.1", "F33.2", "F33.3", "F33.4", "F33.8", "F33.9"])
        #expect(books.children(of: "F33.2").isEmpty)
        #expect(books.billableCodes(under: "F33.4").map(\.code) == ["F33.40", "F33.41", "F33.42"])
        #expect(books.billableCodes(under: "F33", limit: 2).map(\.code) == ["F33.0", "F33.1"])
        #expect(books.billableCodes(under: "F33.2").map(\.code) == ["F33.2"])
        #expect(books.billableCodes(under: "F33", limit: 0).isEmpty)
    }

    @Test(arguments: [
        ("S82.001A", "Unspecified fracture of right patella, initial encounter for closed fracture"),
        ("T14.91XA", "Suicide attempt, initial encounter"),
        ("B02.22", "Postherpetic trigeminal neuralgia"),
        ("F33.42", "Major depressive disorder, recurrent, in full remission"),
    ])
    func `gives the whole description`(_ code: String, _ description: String) {
        #expect(books.diagnosis(code)?.description == description)
    }

    @Test func `leaves out later encounters after death`() {
        #expect(books.billableCodes(under: "S06.4X7").map(\.code) == ["S06.4X7A"])
        #expect(books.billableCodes(under: "S06.378").map(\.code) == ["S06.378A"])
    }

    @Test func `takes a letter as second character`() {
        #expect(books.diagnosis("qa0")?.isBillable == false)
        #expect(books.billableCodes(under: "QA0").count > 10)
    }

    @Test(arguments: [
        ("2025-09-30", "FY2026 (April 1 2026)", false), ("2025-10-01", "FY2026 (April 1 2026)", true),
        ("2026-09-30", "FY2026 (April 1 2026)", true), ("2026-10-01", "FY2027", true), ("2027-09-30", "FY2027", true),
        ("2027-10-01", "FY2027", false),
    ])
    func `says whether a release is for a service date`(_ date: String, _ name: String, _ covers: Bool) throws {
        let choice = try #require(try books.release(of: .diagnosis, on: day(date)))
        #expect(choice.release.name == name)
        #expect(choice.covers == covers)
    }

    @Test(
        arguments: [
            ("Z68.1", true, false), ("Z68.18", nil, true), ("D69.1", true, false), ("I42.00", nil, true),
            ("S23.420A", true, nil), ("S23.420", false, nil), ("T52.8X1", false, nil), ("F33.2", true, true),
            ("G35", false, false),
        ] as [(String, Bool?, Bool?)])
    func `knows what a fiscal year changes`(_ code: String, _ before: Bool?, _ after: Bool?) throws {
        #expect(try books.diagnosis(code, on: day("2026-09-30"))?.isBillable == before)
        #expect(try books.diagnosis(code, on: day("2026-10-01"))?.isBillable == after)
    }

    @Test func `marks a title that only the short form of CDC is known of`() throws {
        let entry = try #require(try books.diagnosis("T52.891", on: day("2026-11-10")))
        #expect(entry.description == "Toxic effect of other organic solvents, accidental (CDC's short title)")
        #expect(try books.diagnosis("D69.11", on: day("2026-11-10"))?.description == "Glanzmann thrombasthenia")
    }

    /// Notes of the year before go on until the publisher's file brings its own.
    @Test func `judges a new year by the notes of the one before`() throws {
        #expect(try books.excludes1("F31.4", "F33.2", on: day("2026-11-10")) != nil)
    }

    @Test(arguments: [
        ("Z00.00", "2026-11-10", DiagnosisAge.adult), ("Z00.129", "2026-11-10", .pediatric),
        ("O99.341", "2026-11-10", .maternity), ("Z38.00", "2026-11-10", .newborn), ("Z68.1", "2026-09-30", .adult),
        ("Z68.1", "2026-10-01", nil), ("F33.2", "2026-11-10", nil), ("", "2026-11-10", nil),
    ])
    func `gives the age that a diagnosis is meant for`(_ code: String, _ date: String, _ age: DiagnosisAge?) throws {
        #expect(try books.age(for: code, on: day(date)) == age)
    }

    @Test func `names the fiscal year of a service date`() throws {
        #expect(try CodeRelease.fiscalYear(of: day("2026-09-30")) == "FY2026")
        #expect(try CodeRelease.fiscalYear(of: day("2026-10-01")) == "FY2027")
    }
}
