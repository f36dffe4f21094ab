import ClaimModel
import Testing

@testable import CodeSets

/// What billers and patients say is found, in the release of either fiscal year.
@Suite struct EverydayWordsTests {
    @Test(arguments: [
        ("high blood pressure", "I10"), ("heart attack", "I21.9"), ("kidney stone", "N20.0"),
        ("kidney stones", "N20.0"), ("shingles", "B02.9"), ("panic attack", "F41.0"), ("hay fever", "J30.1 J30.2"),
        ("neck pain", "M54.2"), ("screening colonoscopy", "Z12.11"), ("recurrent severe depression", "F33.2"),
        ("severe recurrent depression", "F33.2"), ("treatment resistant depression", "F33.2 F32.2"),
        ("flu shot", "Z23"), ("flu", "J11.1 J10.1"), ("gerd", "K21.9"), ("uti", "N39.0"), ("afib", "I48.91"),
        ("alzheimers", "G30.9"), ("alzheimer's disease", "G30.9"), ("parkinsons", "G20.A1"), ("crohns", "K50.90"),
        ("strep throat", "J02.0"), ("pink eye", "H10.9"), ("ear infection", "H66.90"),
        ("sinus infection", "J01.90 J32.9"), ("stomach flu", "A08.4"), ("acid reflux", "K21.9"), ("heartburn", "R12"),
        ("high cholesterol", "E78.00 E78.5"), ("diabetes", "E11.9"), ("type 2 diabetes", "E11.9"),
        ("low back pain", "M54.50"), ("back pain", "M54.9 M54.50"), ("sciatica", "M54.30"),
        ("knee pain", "M25.569 M25.561 M25.562"), ("shoulder pain", "M25.519 M25.511"), ("tennis elbow", "M77.10"),
        ("carpal tunnel", "G56.00"), ("migraine", "G43.909"), ("headache", "R51.9"), ("dizziness", "R42"),
        ("chest pain", "R07.9"), ("shortness of breath", "R06.02"), ("sob", "R06.02"), ("copd", "J44.9"),
        ("asthma", "J45.909"), ("common cold", "J00"), ("sore throat", "J02.9"), ("uri", "J06.9"),
        ("bronchitis", "J40 J20.9"), ("pneumonia", "J18.9"), ("covid", "U07.1"), ("chf", "I50.9"), ("cad", "I25.10"),
        ("stroke", "I63.9"), ("mini stroke", "G45.9"), ("blood clot in leg", "I82.409 I82.401 I82.402"),
        ("anemia", "D64.9"), ("iron deficiency anemia", "D50.9"), ("low thyroid", "E03.9"),
        ("hypothyroidism", "E03.9"), ("gout", "M10.9"), ("obesity", "E66.9"),
        ("breast cancer", "C50.919 C50.911 C50.912"), ("lung cancer", "C34.90 C34.91 C34.92"),
        ("prostate cancer", "C61"), ("skin cancer", "C44.90"), ("anxiety", "F41.9"), ("depression", "F32.A"),
        ("bipolar", "F31.9"), ("ptsd", "F43.10"), ("adhd", "F90.9"), ("insomnia", "G47.00 F51.01"),
        ("suicidal thoughts", "R45.851"), ("postpartum depression", "F53.0"), ("alcoholism", "F10.20"),
        ("opioid addiction", "F11.20"), ("smoker", "F17.210"), ("annual physical", "Z00.00"),
        ("well child visit", "Z00.129"), ("mammogram", "Z12.31"), ("medication refill", "Z76.0"),
        ("pregnancy test", "Z32.00 Z32.01 Z32.02"), ("yeast infection", "B37.31"), ("erectile dysfunction", "N52.9"),
        ("enlarged prostate", "N40.0 N40.1"), ("sleep apnea", "G47.33 G47.30"),
        ("plantar fasciitis", "M67.A09 M72.2"), ("athletes foot", "B35.3"), ("cold sore", "B00.1"),
        ("bed sore", "L89.90"), ("sprained ankle", "S93.409A"), ("dvt", "I82.409 I82.401 I82.40"),
        ("ibs", "K58.9 K58.0"), ("ckd", "N18.9"), ("esrd", "N18.6"), ("htn", "I10"), ("osa", "G47.33"),
        ("nose bleed", "R04.0"), ("hot flashes", "N95.1"), ("whiplash", "S13.4XXA"), ("toenail fungus", "B35.1"),
        ("broken wrist", "S62.109A S62.101A S62.102A"),
    ])
    func `find a diagnosis among the first three`(_ words: String, _ codes: String) throws {
        try expect(words, toFind: codes, in: [.diagnosis])
    }

    @Test(arguments: [
        ("botox", "J0585"), ("kenalog", "J3301"), ("flu shot", "G0008"), ("b12 shot", "J3420"),
        ("depo provera", "J1050"), ("toradol", "J1885"), ("iron infusion", "J1756"),
        ("screening colonoscopy", "G0121 G0105"), ("spravato", "J0013 G2082"), ("vivitrol", "J2315"),
        ("mirena", "J7298"), ("blood draw", "36415"),
    ])
    func `find a procedure among the first three`(_ words: String, _ codes: String) throws {
        try expect(words, toFind: codes, in: [.cpt, .hcpcs])
    }

    private func expect(_ words: String, toFind codes: String, in sets: Set<CodeSetName>) throws {
        let meant = Set(codes.split(separator: " ").map(String.init))
        for date in ["2026-03-10", "2026-11-10"] {
            let answers = try books.answers(to: words, in: sets, on: day(date), limit: 3)
            #expect(answers.hits.contains { meant.contains($0.code) }, "\(date): \(answers.hits.map(\.code))")
            #expect(answers.remark == nil)
        }
    }

    @Test(arguments: ["gerd", "flu", "uti", "afib"])
    func `a short form is not the beginning of another word`(_ words: String) {
        let hits = books.find(words, in: [.diagnosis, .cpt, .hcpcs], limit: 200)
        #expect(!hits.isEmpty)
        let meaning = Abbreviations.expanded([words])?.map { String(decoding: $0.letters, as: UTF8.self) } ?? []
        for hit in hits {
            let found = Folding.words(of: hit.description)
            let isMeant = meaning.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
            let longer = found.filter { $0.hasPrefix(words) && $0 != words }
            #expect(isMeant || longer.isEmpty, "\(hit.code) \(hit.description)")
        }
    }

    @Test(
        arguments: [
            ("knee pain zzzqqq", "2 of 3 words"), ("fibromyalgia purple", "1 of 2 words"), ("knee pain", nil),
            ("zzzqqq", nil), ("zzzqqq xxqqxx", nil),
        ] as [(String, String?)])
    func `leave out the least telling word and say so`(_ words: String, _ remark: String?) {
        #expect(books.answers(to: words, in: [.diagnosis], limit: 5).remark == remark)
    }

    @Test func `keep the most telling word`() {
        let answers = books.answers(to: "severe chronic fibromyalgia", in: [.diagnosis], limit: 3)
        #expect(answers.hits.contains { $0.code == "M79.7" })
    }

    /// A term of a header leads to what may be billed below it.
    @Test func `a term of a header leads below it`() throws {
        let hits = try books.find("zona", in: [.diagnosis], on: day("2026-11-10"), limit: 5)
        #expect(hits.contains { $0.code == "B02.9" && $0.isBillable })
    }
}
