import ClaimModel
public import ClaimRules

extension ClaimStore {
    /// What the office's own remittances teach.
    public func learned() throws(StoreFault) -> Learned {
        // What a transaction has taken in so far may be undone.
        if isTogether { return lessons.latest }
        return try reading { database in
            let last = try database.one(
                Int64.self,
                "SELECT coalesce((SELECT max(number) FROM answer), 0) * 1000003 "
                    + "+ coalesce((SELECT max(number) FROM lesson), 0)")
            if let known = lessons.known(asOf: last) { return known }
            // A claim that was denied again and again with a warning overridden is one claim.
            let sql = """
                SELECT payer, max(payerName), code, companion, rule, isDenied, reasons,
                    CASE WHEN rule = '' THEN count(*) ELSE count(DISTINCT claim) END
                FROM lesson JOIN answer ON answer = answer.number
                GROUP BY payer, code, companion, rule, isDenied, reasons
                """
            let counted = try database.rows(sql).map { row -> (lesson: Lesson, count: Int) in
                let reasons: String = try row.value(at: 6)
                let lesson = Lesson(
                    payer: try row.value(at: 0), payerName: try row.value(at: 1), code: try row.value(at: 2),
                    companion: try row.value(at: 3), rule: try row.value(at: 4), isDenied: try row.value(at: 5),
                    reasons: reasons.split(separator: ",").compactMap { DenialCode(kept: String($0)) })
                return (lesson, try row.count(at: 7))
            }
            return lessons.keep(Learned(counted), asOf: last)
        }
    }

    /// Keeps what an answer teaches; a reversal (CLP02 22) takes back what the decision before it taught.
    ///
    /// - Parameter number: of the answer's row.
    func keep(
        _ lessons: [Lesson], of answer: ClaimAnswer, _ number: Int64, to claim: Int64, in database: Database
    ) throws {
        if answer.processed == "22" {
            try database.execute(
                """
                DELETE FROM lesson WHERE answer = (
                    SELECT max(answer) FROM lesson JOIN answer ON answer = answer.number WHERE claim = ?)
                """, [claim])
        }
        for lesson in lessons {
            try database.execute(
                """
                INSERT INTO lesson (answer, payer, payerName, code, companion, rule, isDenied, reasons)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    number, lesson.payer, lesson.payerName, lesson.code, lesson.companion, lesson.rule,
                    lesson.isDenied, lesson.reasons.map(\.kept).joined(separator: ","),
                ])
        }
    }
}

extension DenialCode {
    /// `C16`, `RM119`.
    fileprivate var kept: String {
        switch self {
        case .carc(let code): "C\(code)"
        case .rarc(let code): "R\(code)"
        }
    }

    fileprivate init?(kept text: String) {
        switch text.first {
        case "C": self = .carc(String(text.dropFirst()))
        case "R": self = .rarc(String(text.dropFirst()))
        default: return nil
        }
    }
}
