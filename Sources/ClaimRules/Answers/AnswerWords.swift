import ClaimModel
public import CodeSets

extension ClaimAnswer {
    /// `denied 11/20/2026, paid $0.00 of $255.00, payer's claim no. 26314000551`.
    public var headline: String {
        var words =
            status?.rawValue ?? (kind == .typed ? codes.map(\.text).joined(separator: ", ") : "no status")
        if let date { words += " \(date)" }
        if !statuses.isEmpty { words += " (\(statuses.joined(separator: ", ")))" }
        let charged = charge.map { Money(cents: $0).currency }
        if let paid {
            words += ", paid \(Money(cents: paid).currency)" + (charged.map { " of \($0)" } ?? "")
        } else if let charged {
            words += ", charged \(charged)"
        }
        if let patientResponsibility, patientResponsibility != 0 {
            words += ", patient owes \(Money(cents: patientResponsibility).currency)"
        }
        if !payerControlNumber.isEmpty { words += ", payer's claim no. \(payerControlNumber)" }
        return words
    }
}

extension AnsweredLine {
    /// `96365, charged $210.00, paid $150.00, CO-45 $60.00`.
    public var text: String {
        var words = procedure
        if let charge { words += ", charged \(Money(cents: charge).currency)" }
        if let paid { words += ", paid \(Money(cents: paid).currency)" }
        return ([words] + adjustments.map(\.text) + statuses).joined(separator: ", ")
    }
}

extension AnsweredSegment {
    /// `Frequency (2300 CLM05-3): not a valid code`.
    public var text: String {
        guard let place else { return "\(element): \(words)" }
        return "\(place.field.label)\(place.number.map { " \($0)" } ?? "") (\(element)): \(words)"
    }
}

extension AnsweredSegment {
    /// The field that holds it, as a candidate; `nil` where none does.
    public var candidate: AnswerCandidate? {
        place.map { AnswerCandidate(place: $0, reason: "\(element): \(words)", rule: nil, isFound: true, weight: 200) }
    }
}

extension ClaimAnswer {
    /// Whether a 999 turned the claim away though it says nothing against it.
    public var isBystander: Bool { kind == .acknowledgment && segments.isEmpty }

    public static let bystanderWords =
        "Nothing is said against this claim: it went out beside one that could not be read. Send it again."
}

extension AnswerReading.Code {
    /// `RARC M119, line 2: missing or invalid NDC`.
    public func words(in books: CodeBooks) -> String {
        let place = row.map { ", line \($0 + 1)" } ?? ""
        return "\(code.text)\(place)" + (code.label(in: books).map { ": \($0)" } ?? "")
    }
}

extension AnswerCandidate {
    /// The field as its screen calls it, with the number of its row.
    public var name: String { place.number.map { "\(place.field.label) \($0)" } ?? place.field.label }
}
