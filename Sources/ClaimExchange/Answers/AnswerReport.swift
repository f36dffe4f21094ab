public import ClaimModel
public import ClaimRules
import CodeSets

/// An answer beside the claim that it came to: for people and for scripts.
public struct AnswerReport: Sendable {
    private let answer: ClaimAnswer
    private let codes: [Ranked]
    private let books: CodeBooks

    /// A code with the row that it was given for, and the fields that may have led to it.
    fileprivate struct Ranked: Sendable {
        let code: AnswerCode
        let row: Int?
        let candidates: [AnswerCandidate]
    }

    /// - Parameter draft: the claim that was answered; `nil` where the store has none of that number.
    public init(_ answer: ClaimAnswer, to draft: ClaimDraft?, in context: Context) {
        self.answer = answer
        books = context.books
        let findings = draft.map { validate($0, in: context) } ?? []
        var asked = answer.codes.map { (code: $0, row: Int?.none) }
        var used: Set<Int> = []
        for line in answer.lines {
            let row = draft.flatMap { line.row(in: $0, after: used) }
            if let row { used.insert(row) }
            asked += line.codes.map { (code: $0, row: row) }
        }
        codes = asked.map { code, row in
            let candidates = draft.map { code.candidates(on: $0, line: row, findings: findings, in: context) } ?? []
            return Ranked(code: code, row: row, candidates: candidates)
        }
    }

    /// At most 80 columns wide.
    public func text(_ lettering: Lettering) -> String {
        var lines = head.wrapped(to: Paper.columns)
        for line in answer.lines { lines += Paper.hanging("", line.text, column: 2) }
        let adjustments = answer.adjustments.map(\.text).joined(separator: ", ")
        if !adjustments.isEmpty { lines += Paper.hanging("", adjustments, column: 2) }
        for ranked in codes {
            let place = ranked.row.map { ", line \($0 + 1)" } ?? ""
            let label = ranked.code.label(in: books).map { ": \($0)" } ?? ""
            lines += Paper.hanging("", "\(ranked.code.text)\(place)\(label)", column: 4)
            for (index, candidate) in ranked.candidates.enumerated() {
                let rule = candidate.rule.map { " (\($0))" } ?? ""
                lines += Paper.hanging("   \(index + 1).", "\(candidate.name): \(candidate.reason)\(rule)", column: 9)
            }
        }
        return lines.map { $0.printable(as: lettering) + "\n" }.joined() + "\n"
    }

    private var head: String {
        var words = "\(answer.account)  \(answer.status?.rawValue ?? "no status")"
        if !answer.statuses.isEmpty { words += " (\(answer.statuses.joined(separator: ", ")))" }
        if let charge = answer.charge { words += ", charged \(Money(cents: charge).currency)" }
        if let paid = answer.paid { words += ", paid \(Money(cents: paid).currency)" }
        if !answer.payerControlNumber.isEmpty { words += ", payer's claim no. \(answer.payerControlNumber)" }
        return words
    }

    /// - Parameter isMatched: whether the store has the claim.
    public func json(isMatched: Bool) -> String {
        let members: KeyValuePairs<String, JSONValue> = [
            "claim": .text(answer.account), "matched": .bool(isMatched), "answer": answer.json,
            "codes": .list(codes.map { $0.json(books) }),
        ]
        return JSONValue.object(members).json
    }
}

extension AnswerReport.Ranked {
    fileprivate func json(_ books: CodeBooks) -> JSONValue {
        .object([
            "code": .text(code.text), "label": JSONValue(code.label(in: books)), "line": JSONValue(row.map { $0 + 1 }),
            "candidates": .list(
                candidates.map {
                    .object([
                        "field": .text($0.place.field.id), "line": JSONValue($0.place.number),
                        "rule": JSONValue($0.rule), "found": .bool($0.isFound), "reason": .text($0.reason),
                    ])
                }),
        ])
    }
}

extension AnswerCandidate {
    fileprivate var name: String { place.number.map { "\(place.field.label) \($0)" } ?? place.field.label }
}

extension ClaimAnswer {
    /// One object on one line, as the store keeps it.
    public var stored: String { json.json }

    var json: JSONValue {
        .object([
            "kind": .text(kind.rawValue), "status": JSONValue(status?.rawValue),
            "payer_control_number": .text(payerControlNumber), "charge": JSONValue(charge), "paid": JSONValue(paid),
            "patient_responsibility": JSONValue(patientResponsibility), "statuses": .list(statuses.map { .text($0) }),
            "adjustments": .list(adjustments.map(\.json)), "codes": .list(codes.map { .text($0.text) }),
            "lines": .list(lines.map(\.json)),
        ])
    }
}

extension AnsweredLine {
    fileprivate var text: String {
        var words = procedure
        if let charge { words += ", charged \(Money(cents: charge).currency)" }
        if let paid { words += ", paid \(Money(cents: paid).currency)" }
        return ([words] + adjustments.map(\.text) + statuses).joined(separator: ", ")
    }

    fileprivate var json: JSONValue {
        .object([
            "procedure": .text(procedure), "charge": JSONValue(charge), "paid": JSONValue(paid),
            "control": .text(control), "adjustments": .list(adjustments.map(\.json)),
            "codes": .list(codes.map { .text($0.text) }), "statuses": .list(statuses.map { .text($0) }),
        ])
    }
}

extension Adjustment {
    fileprivate var json: JSONValue {
        .object(["group": .text(group), "reason": .text(reason), "amount": .number(cents)])
    }
}
