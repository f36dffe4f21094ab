/// How well a code answers a search by words, among all that hold the words.
struct Standing {
    /// Codes that are meant more often than their neighbours of the same words, the commonest first.
    private static let common = [
        "F332", "F322", "F331", "F321", "F32A", "F339", "F329", "F4310", "F4312", "F411", "F419", "R45851", "F319",
        "F3181", "F429", "G90511", "M797", "M5450", "G43909", "96365", "96366", "96372", "96374", "J3490", "99214",
        "99213", "90792", "90791", "90837", "90833", "11", "J0013",
    ]

    let query: WordQuery
    /// Codes without dot that a caller would rather see, such as those that a policy covers.
    let preferred: [String]

    /// Higher is better.
    func score(code: String, in set: CodeSetName, isBillable: Bool, _ match: WordMatch) -> Int {
        var score = Standing.weight(of: set) + (isBillable ? 400 : 0)
        if set == .diagnosis {
            if preferred.contains(where: { code.hasPrefix($0) }) { score += 1000 }
            if DiagnosisFamily.depressive.contains(code) { score += 60 }
            if DiagnosisFamily.psychiatric.contains(code) { score += 200 }
        }
        if let rank = Standing.common.firstIndex(of: code) { score += 300 - 5 * rank }
        if match.startsDescription { score += 50 }
        score += 20 * match.wholeWords
        return score - min(match.length, 150) / 10
    }

    /// `nil` where the product's words do not have all of the query's.
    func score(_ product: DrugProduct) -> Int? {
        let text = Array("\(product.summary) \(product.drug.rawValue) \(product.label)".utf8)
        var match = WordMatch()
        text.withUnsafeBytes { query.scanning($0) { $0.look(from: 0, to: text.count, into: &match) } }
        guard match.found == query.all else { return nil }
        var score = score(code: product.ndc11, in: .ndc, isBillable: product.isBillable, match)
        if product.confidence == .confirmed { score += 10 }
        return score
    }

    private static func weight(of set: CodeSetName) -> Int {
        switch set {
        case .ndc: 260
        case .cpt: 220
        case .placeOfService: 200
        case .hcpcs: 150
        case .modifier: 50
        case .diagnosis, .taxonomy, .carc, .rarc, .revenue: 0
        }
    }
}
