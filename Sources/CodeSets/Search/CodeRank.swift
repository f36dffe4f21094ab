/// How good an answer is, among all that answer a search.
struct CodeRank {
    /// Codes that are meant more often than their neighbours of the same words: of ketamine and mental health first, then
    /// of infusion and general practice.
    private static let common = Array(
        """
        F332 F322 F331 F321 F32A F339 F329 F4310 F4312 F411 F419 R45851 F319 F3181 F429 G90511 M797 M5450 G43909 F330 F320 \
        F341 F4323 F410 F4320 F900 F902 F909 F1120 F1020 F17210 F5101 G4700 96365 96366 96372 96374 J3490 99214 99213 90792 \
        90791 90837 90834 90833 11 J0013 I10 E119 E785 R079 J069 N390 R519 R109 K219 Z0000 E039 J45909 J449 R5383 R112 \
        R42 E669 N189 I4891 I2510 D649 E559 D509 D519 E538 M542 M5416 M1990 G4733 R059 R0602 R509 J029 J209 B349 Z23 Z79899 \
        R7303 E1165 I509 I639 K5900 R197 R0789 M25561 M25562 N179 J189 J101 L0390 K5090 K5190 M069 G35D G309
        """.split(separator: " "))

    private static let commonRanks: [CodeKey: Int] = Dictionary(
        common.enumerated().compactMap { index, code in DiagnosisEntry.key(code).map { ($0, 300 - 2 * index) } },
        uniquingKeysWith: max)

    /// What the code is worth whatever the query is: higher is better.
    static func rank(_ key: CodeKey, in set: CodeSetName, isBillable: Bool, length: Int) -> Int {
        var rank = isBillable ? 400 : 0
        if set == .diagnosis {
            let code = key.text
            if DiagnosisFamily.depressive.contains(code) { rank += 60 }
            if DiagnosisFamily.psychiatric.contains(code) { rank += 200 }
        }
        return rank + (commonRanks[key] ?? 0) - min(length, 150) / 10
    }

    /// What the query makes of it.
    static func score(_ match: WordMatch, words: Int, in set: CodeSetName) -> Int {
        var score = weight(of: set) + 30 * match.wholeWords
        if match.startsDescription { score += 50 }
        if match.wholeWords == words, match.words == words { score += 500 }
        return score
    }

    /// What a phrase is worth beyond that where it is just what was asked: our own were chosen for it.
    static func bonus(of set: CodeSetName, _ match: WordMatch, words: Int) -> Int {
        guard match.words == words else { return 0 }
        return set == .synonym ? 500 : 100
    }

    /// What was used last, and what the policy covers, comes before all else.
    static let recent = 4000
    static let preferred = 2000

    private static func weight(of set: CodeSetName) -> Int {
        switch set {
        case .ndc: 260
        case .cpt: 220
        case .placeOfService: 200
        case .hcpcs: 150
        case .modifier: 50
        case .diagnosis, .taxonomy, .carc, .rarc, .revenue, .procedurePair, .unitLimit, .inclusionTerm, .synonym,
            .diagnosisAge, .claimStatus, .statusCategory, .statusEntity:
            0
        }
    }
}
