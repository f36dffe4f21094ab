import ClaimModel
public import ClaimRules
import Foundation

extension ClaimAnswer {
    /// Reads an answer as `stored` wrote it; `nil` where it did not.
    ///
    /// - Parameter account: the claim's own number, which the claim has and its answers need not repeat.
    public init?(stored: String, account: String) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let record = try? decoder.decode(StoredAnswer.self, from: Data(stored.utf8)),
            let kind = Kind(rawValue: record.kind)
        else { return nil }
        self.init(kind, account: account)
        status = record.status.flatMap { ClaimStatus(rawValue: $0) }
        date = record.date.flatMap { Day(iso: $0) }
        processed = record.processed ?? ""
        payment = record.payment ?? ""
        forwardedTo = record.forwardedTo ?? ""
        payerControlNumber = record.payerControlNumber
        charge = record.charge
        paid = record.paid
        patientResponsibility = record.patientResponsibility
        statuses = record.statuses
        adjustments = record.adjustments.map(\.adjustment)
        codes = record.codes.compactMap { AnswerCode(text: $0) }
        lines = record.lines.map(\.line)
        segments = (record.segments ?? []).map(\.segment)
    }
}

/// The members of the stored object, by their names there.
private struct StoredAnswer: Decodable {
    let kind: String
    let status: String?
    let date: String?
    let processed: String?
    let payment: String?
    let forwardedTo: String?
    let payerControlNumber: String
    let charge: Int?
    let paid: Int?
    let patientResponsibility: Int?
    let statuses: [String]
    let adjustments: [StoredAdjustment]
    let codes: [String]
    let lines: [StoredLine]
    let segments: [StoredSegment]?
}

private struct StoredSegment: Decodable {
    let element: String
    let code: String
    let words: String
    let field: String?
    let line: Int?

    var segment: AnsweredSegment {
        let place = field.flatMap(Field.named).map { Place($0, row: max(1, line ?? 1) - 1) }
        return AnsweredSegment(element: element, code: code, words: words, place: place)
    }
}

private struct StoredAdjustment: Decodable {
    let group: String
    let reason: String
    let amount: Int
    let units: String?

    var adjustment: Adjustment { Adjustment(group: group, reason: reason, cents: amount, units: units) }
}

private struct StoredLine: Decodable {
    let procedure: String
    let billedProcedure: String?
    let units: String?
    let charge: Int?
    let paid: Int?
    let control: String
    let adjustments: [StoredAdjustment]
    let codes: [String]
    let statuses: [String]

    var line: AnsweredLine {
        var line = AnsweredLine(procedure: procedure, charge: charge, paid: paid)
        line.billedProcedure = billedProcedure ?? ""
        line.units = units
        line.control = control
        line.adjustments = adjustments.map(\.adjustment)
        line.codes = codes.compactMap { AnswerCode(text: $0) }
        line.statuses = statuses
        return line
    }
}
