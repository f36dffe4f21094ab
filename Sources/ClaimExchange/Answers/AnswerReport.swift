public import ClaimModel
public import ClaimRules
import CodeSets
public import TextKit

/// An answer with the claim that it came to: for people and for scripts.
public struct AnswerReport: Sendable {
    private let reading: AnswerReading
    private let books: CodeBooks
    /// The claim's status with this answer; `nil` where there is no claim.
    public let status: ClaimStatus?
    /// The id of the claim that was answered; `nil` where the store has none of that number.
    public let claimID: String?
    private var answer: ClaimAnswer { reading.answer }

    /// - Parameters:
    ///   - draft: the claim that was answered; `nil` where the store has none of that number.
    ///   - status: the claim's status with this answer, which can be another than the answer's own; `nil` where it has none.
    public init(_ answer: ClaimAnswer, to draft: ClaimDraft?, as status: ClaimStatus? = nil, in context: Context) {
        self.status = status
        claimID = draft?.id
        books = context.books
        reading = AnswerReading(
            of: answer, to: draft, findings: draft.map { validate($0, in: context) } ?? [], in: context)
    }

    /// At most 80 columns wide.
    public func text(_ glyphs: Glyphs) -> String {
        var lines = "\(name)  \(answer.headline)".wrapped(to: Paper.columns)
        for line in answer.lines {
            lines += Paper.hanging("", line.text, column: 2)
            for notice in line.notices { lines += Paper.hanging("", notice, column: 4) }
        }
        let adjustments = answer.adjustments.map(\.text).joined(separator: ", ")
        if !adjustments.isEmpty { lines += Paper.hanging("", adjustments, column: 2) }
        for segment in answer.segments { lines += Paper.hanging("", segment.text, column: 4) }
        if answer.isBystander { lines += Paper.hanging("", ClaimAnswer.bystanderNotice, column: 4) }
        for notice in answer.notices(in: books) + reading.underpayments.map(\.text) {
            lines += Paper.hanging("", notice, column: 2)
        }
        for code in reading.codes {
            lines += Paper.hanging("", code.text(in: books), column: 4)
            if code.isExplained {
                lines += Paper.hanging("", "The fields are listed below the remark code of the same line.", column: 9)
                continue
            }
            for (index, candidate) in code.candidates.enumerated() {
                let rule = candidate.rule.map { " (\($0))" } ?? ""
                lines += Paper.hanging("   \(index + 1).", "\(candidate.name): \(candidate.reason)\(rule)", column: 9)
            }
        }
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined() + "\n"
    }

    /// The account number.
    public var name: String { answer.account.isEmpty ? "(no account number)" : answer.account }

    /// - Parameter isMatched: whether the store has the claim.
    public func json(isMatched: Bool) -> String {
        let members: JSONMembers = [
            "claim": .text(answer.account), "matched": .bool(isMatched),
            "claim_status": JSONValue(status?.rawValue), "answer": answer.json(books),
            "codes": .list(reading.codes.map { $0.json(books) }),
            "underpayments": .list(reading.underpayments.map(\.json)),
        ]
        return JSONValue.object(members).json
    }
}

extension Underpayment {
    fileprivate var json: JSONValue {
        .object([
            "line": .number(line + 1), "procedure": .text(procedure), "expected": .number(expected),
            "allowed": .number(allowed), "message": .text(text),
        ])
    }
}

extension AnswerReading.Code {
    fileprivate func json(_ books: CodeBooks) -> JSONValue {
        .object([
            "code": .text(code.text), "label": JSONValue(code.label(in: books)), "line": JSONValue(row.map { $0 + 1 }),
            "entity": .text(code.entity), "about": JSONValue(books.statusEntity(code.entity)?.label),
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

extension ClaimAnswer {
    fileprivate func json(_ books: CodeBooks) -> JSONValue {
        .object([
            "kind": .text(kind.rawValue), "status": JSONValue(status?.rawValue), "date": JSONValue(date?.iso),
            "processed": .text(processed), "payment": .text(payment), "forwarded_to": .text(forwardedTo),
            "payer_control_number": .text(payerControlNumber), "charge": JSONValue(charge), "paid": JSONValue(paid),
            "patient_responsibility": JSONValue(patientResponsibility), "statuses": .list(statuses.map { .text($0) }),
            "adjustments": .list(adjustments.map(\.json)), "codes": .list(codes.map { .text($0.text) }),
            "lines": .list(lines.map { $0.json(books) }), "segments": .list(segments.map(\.json)),
            "reports": .list(statuses.map { StatusReport($0).json(books) }),
            "messages": .list(messages.map { .text($0) }), "contacts": .list(contacts.map(\.json)),
            "corrected": corrected?.json ?? .null, "imbalances": .list(disagreements.map(\.json)),
        ])
    }
}

extension StatusReport {
    fileprivate func json(_ books: CodeBooks) -> JSONValue {
        .object([
            "category": .text(category), "category_label": JSONValue(books.statusCategory(category)?.label),
            "code": .text(code), "code_label": JSONValue(books.claimStatus(code)?.label),
            "entity": .text(entity), "entity_label": JSONValue(books.statusEntity(entity)?.label),
        ])
    }
}

extension PayerContact {
    fileprivate var json: JSONValue {
        .object(["purpose": .text(purpose), "name": .text(name), "numbers": .list(numbers.map { .text($0) })])
    }
}

extension CorrectedPerson {
    fileprivate var json: JSONValue {
        .object([
            "last_name": .text(lastName), "first_name": .text(firstName), "middle_name": .text(middleName),
            "member_id": .text(memberID),
        ])
    }
}

extension AnswerImbalance {
    fileprivate var json: JSONValue {
        .object([
            "kind": .text(kind.rawValue), "line": JSONValue(line.map { $0 + 1 }), "expected": .number(expected),
            "stated": .number(stated), "message": .text(text),
        ])
    }
}

extension AnsweredSegment {
    fileprivate var json: JSONValue {
        .object([
            "element": .text(element), "code": .text(code), "words": .text(message),
            "field": JSONValue(place?.field.id), "line": JSONValue(place?.number),
        ])
    }
}

extension AnsweredLine {
    fileprivate func json(_ books: CodeBooks) -> JSONValue {
        .object([
            "procedure": .text(procedure), "billed_procedure": .text(billedProcedure), "units": JSONValue(units),
            "charge": JSONValue(charge), "paid": JSONValue(paid),
            "control": .text(control), "adjustments": .list(adjustments.map(\.json)),
            "codes": .list(codes.map { .text($0.text) }), "statuses": .list(statuses.map { .text($0) }),
            "reports": .list(statuses.map { StatusReport($0).json(books) }),
            "messages": .list(messages.map { .text($0) }),
        ])
    }
}

extension Adjustment {
    fileprivate var json: JSONValue {
        .object(["group": .text(group), "reason": .text(reason), "amount": .number(cents), "units": JSONValue(units)])
    }
}
