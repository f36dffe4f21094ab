import ClaimModel
import ClaimRules

/// How the codes and the status of a payer's answer are read as they are typed.
enum PayerAnswer {
    private static let statuses: [ClaimStatus] = [
        .accepted, .pending, .rejected, .denied, .partlyPaid, .paid, .appealed, .nothingDue, .reversed,
        .voidAccepted, .voided, .writtenOff,
    ]

    static func refusal(ofCodes text: String) -> String? {
        let limit = Field.recordedDenial.shape.limit
        if text.count > limit { return "At most \(limit) characters. Enter the codes of the denied line." }
        let unknown = AnswerCode.codes(in: text).unknown
        guard !unknown.isEmpty else { return nil }
        return "Not a payer's code: \(unknown.joined(separator: ", ")). Enter a CARC such as 16 or CO-16, a RARC such "
            + "as M119, or a claim status such as A7:562."
    }

    static func refusal(ofStatus text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) || status(named: text) != nil { return nil }
        return "Enter \(statuses.map(\.rawValue).joined(separator: ", ")), or leave it blank to keep the status."
    }

    /// What the codes make of a claim that is with the payer, undecided.
    static func status(after codes: String) -> ClaimStatus? {
        let codes = AnswerCode.codes(in: codes).codes
        guard !codes.isEmpty else { return nil }
        return codes.contains { if case .status = $0 { true } else { false } } ? .rejected : .denied
    }

    /// The status that a word, or the beginning of one, means.
    static func status(named text: String) -> ClaimStatus? {
        let word = text.lowercased().split(separator: " ").joined(separator: " ")
        let found = statuses.filter { $0.rawValue.hasPrefix(word) }
        if let exact = found.first(where: { $0.rawValue == word }) { return exact }
        return found.count == 1 ? found[0] : nil
    }
}
