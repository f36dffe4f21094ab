import ClaimModel

extension Chapter {
    /// For UB-04 claims, which are not entered here: the rules keep their ids and are never evaluated.
    static let institutional = Chapter("Institutional") {
        Rule.institutional(
            "IN-001", "A UB-04 line has a revenue code",
            fault: "UB-04 line without a revenue code", .error, prevents: [.carc("16"), .rarc("M50")],
            source: .article, .article)
        Rule.institutional(
            "IN-002", "J3490 has revenue code 0636",
            fault: "J3490 not under revenue code 0636", .warning, prevents: [.carc("199")],
            source: .professionalGuide, .general)
        Rule.institutional(
            "IN-003", "Psychiatric ketamine does not have anesthesia revenue code 0370",
            fault: "Psychiatric ketamine under anesthesia revenue code 0370", .warning,
            prevents: [.carc("199"), .carc("11")], source: .article, .article)
        Rule.institutional(
            "IN-004", "96365 has revenue code 0260",
            fault: "96365 not under revenue code 0260", .warning, prevents: [.carc("199")],
            source: .professionalGuide, .general)
    }
}

extension Rule {
    fileprivate static func institutional(
        _ id: String, _ title: String, fault: String, _ severity: Severity, prevents: [DenialCode], source: Source,
        _ certainty: Certainty
    ) -> Rule {
        Rule(
            id, title, fault: fault, severity, prevents: prevents, source: source, certainty, scope: .institutional,
            reads: [.lineRevenueCode, .lineProcedure], accepts: { [] }, rejects: { [] }, check: { _ in [] })
    }
}
