import Testing

@testable import CodeSets

@Suite struct SearchTests {
    @Test(arguments: [
        ("major depr rec sev", "F33.2"), ("sev rec depr", "F33.2"), ("mdd", "F33.2"), ("mdd rec sev", "F33.2"),
        ("trd", "F33.2"), ("crps", "G90.50"), ("si", "R45.851"), ("ptsd", "F43.10"), ("ptsd chronic", "F43.12"),
        ("ocd", "F42.9"), ("gad", "F41.1"), ("depression", "F32.A"), ("bipolar depressed severe", "F31.4"),
        ("iv inf", "96365"), ("psych eval", "90792"), ("injection im", "96372"), ("office visit 30", "99214"),
        ("phq", "96127"), ("ondansetron", "J2405"), ("cyanocobalamin", "J3420"), ("unclassified drugs", "J3490"),
        ("esketamine", "J0013"), ("midazolam", "J2250"), ("fibromyalgia", "M79.7"), ("low back pain", "M54.50"),
        ("meniere", "H81.01"), ("suicid attempt init", "T14.91XA"), ("waste", "JW"), ("telehealth home", "10"),
        ("f332", "F33.2"), ("F33.2", "F33.2"), ("F33", "F33"), ("g2082", "G2082"), ("96365", "96365"), ("JZ", "JZ"),
        ("0143-9508-01", "00143950801"), ("0143950801", "00143950801"), ("00143950801", "00143950801"),
        ("143-9508-1", "00143950801"), ("42023-113-10", "42023011310"), ("ketamine hikma", "00143950801"),
        ("ketalar", "42023011310"), ("spravato", "50458002802"), ("2084P0800X", "2084P0800X"),
        ("nurse anesthetist", "367500000X"), ("copd", "J44.9"), ("htn", "I10"), ("dm2", "E11.9"), ("zofran", "J2405"),
        ("toradol", "J1885"), ("rocephin", "J0696"),
        ("M119", "M119"), ("0636", "0636"), ("dysthymic", "F34.1"), ("suicidal", "R45.851"),
    ])
    func `answers a biller among the first three`(_ query: String, _ code: String) {
        let codes = books.find(query, limit: 3).map(\.code)
        #expect(codes.contains(code), "\(codes)")
    }

    @Test func `puts the exact code first and leaves before headers`() {
        let codes = books.find("F33", in: [.diagnosis]).map(\.code)
        #expect(codes.prefix(4) == ["F33", "F33.0", "F33.1", "F33.2"])
        let hits = books.find("major depressive", in: [.diagnosis], limit: 200)
        let firstHeader = hits.firstIndex { !$0.isBillable } ?? hits.endIndex
        #expect(firstHeader > 10)
        #expect(hits[firstHeader...].allSatisfy { !$0.isBillable })
    }

    @Test func `takes only a lone word for a code`() {
        #expect(books.find("ma pain", limit: 50).allSatisfy { $0.set != .rarc })
        #expect(
            books.find("b12", limit: 20).contains { $0.code == "J3420" || $0.code == "D51.0" || $0.code == "D51.9" })
    }

    @Test func `puts what the policy covers first`() {
        let hits = books.find("major depressive disorder", in: [.diagnosis], limit: 1, preferring: ["F32.1"])
        #expect(hits.map(\.code) == ["F32.1"])
    }

    @Test func `stays within sets and limit`() {
        #expect(books.find("office", in: [.placeOfService]).map(\.code) == ["11"])
        #expect(books.find("depression", limit: 4).count == 4)
        #expect(books.find("depression", limit: 0).isEmpty)
        #expect(books.find("depression", limit: -1).isEmpty)
        #expect(books.find("depression", in: []).isEmpty)
        #expect(books.find("xyzzy").isEmpty)
        #expect(
            Set(books.find("ketamine", limit: 500).map { "\($0.set) \($0.code)" }).count
                == books.find("ketamine", limit: 500).count)
    }

    @Test func `gives the dates of a code`() throws {
        let hit = try #require(books.find("S0013").first)
        #expect(try hit.validTo == day("2025-12-31"))
        #expect(hit.set == .hcpcs)
    }

    @Test func `finds descriptions by their own words`() {
        for code in [
            "A000", "F0670", "F3342", "G43909", "H8101", "M7910", "QA0010", "S0637AS", "T360X1A", "Z9989", "S82001A",
        ] {
            guard let entry = books.diagnosis(code) else {
                Issue.record("\(code) is missing")
                continue
            }
            #expect(
                books.find(entry.description, in: [.diagnosis], limit: 40).contains { $0.code == entry.code }, "\(code)"
            )
        }
    }

    @Test(arguments: [
        "", " ", "-", "--", "----", ".", "~", "\t", "\u{0}", "é", "👩‍⚕️", "1234-", "-----12345", "99999999999999",
    ])
    func `has no trap for odd text`(_ query: String) {
        #expect(books.find(query, limit: 3).count <= 3)
    }

    @Test func `has no trap for noise`() {
        var random = SystemRandomNumberGenerator()
        let small: Set<CodeSetName> = [.cpt, .hcpcs, .ndc, .modifier, .carc, .taxonomy]
        for round in 0..<300 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            let query = String(decoding: bytes, as: UTF8.self)
            #expect(books.find(query, in: round % 50 == 0 ? Set(CodeSetName.allCases) : small, limit: 5).count <= 5)
        }
    }

    @Test func `takes a very long query`() {
        #expect(books.find(String(repeating: "major ", count: 5_000), limit: 1).count == 1)
    }
}
