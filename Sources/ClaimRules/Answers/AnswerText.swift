import ClaimModel
public import CodeSets

extension ClaimAnswer {
    /// `denied 11/20/2026, paid $0.00 of $255.00, payer's claim no. 26314000551`.
    public var headline: String {
        var text =
            status?.rawValue ?? (kind == .typed ? codes.map(\.text).joined(separator: ", ") : "no status")
        if let processedText { text += " (\(processedText))" }
        if let date { text += " \(date)" }
        if !statuses.isEmpty { text += " (\(statuses.joined(separator: ", ")))" }
        let charged = charge.map { Money(cents: $0).currency }
        if let paid {
            text += ", paid \(Money(cents: paid).currency)" + (charged.map { " of \($0)" } ?? "")
        } else if let charged {
            text += ", charged \(charged)"
        }
        if let patientResponsibility, patientResponsibility != 0 {
            text += ", patient responsibility \(Money(cents: patientResponsibility).currency)"
        }
        if !payerControlNumber.isEmpty { text += ", payer's claim no. \(payerControlNumber)" }
        return text
    }
}

extension ClaimAnswer {
    /// `processed as primary, crossed over to the next payer`; `nil` where the answer does not say.
    public var processedText: String? {
        let text =
            switch processed {
            case "1": "processed as primary"
            case "2": "processed as secondary"
            case "3": "processed as tertiary"
            case "4": "denied"
            case "19": "processed as primary, crossed over to the next payer"
            case "20": "processed as secondary, crossed over to the next payer"
            case "21": "processed as tertiary, crossed over to the next payer"
            case "22": "reversal of an earlier payment"
            case "23": "not this payer's claim, forwarded to another"
            case "25": "estimate, nothing is paid"
            case "": ""
            default: "claim status \(processed)"
            }
        return text.isEmpty || text == status?.rawValue
            ? nil : text + (forwardedTo.isEmpty ? "" : ": \(forwardedTo)")
    }

    /// Where a remittance does not add up, in words without a final period.
    public var imbalances: [String] { disagreements.map(\.text) }
}

extension AnsweredLine {
    fileprivate var name: String { procedure.isEmpty ? "without a code" : procedure }

    /// `96365, charged $210.00, paid $150.00, CO-45 $60.00`.
    public var text: String {
        var text = name
        if !billedProcedure.isEmpty { text += " for \(billedProcedure)" }
        if let charge { text += ", charged \(Money(cents: charge).currency)" }
        if let paid { text += ", paid \(Money(cents: paid).currency)" }
        return ([text] + adjustments.map(\.text) + statuses).joined(separator: ", ")
    }
}

extension AnsweredSegment {
    /// `Frequency (2300 CLM05-3): not a valid code`.
    public var text: String {
        guard let place else { return "\(element): \(message)" }
        return "\(place.heading) (\(element)): \(message)"
    }
}

extension ClaimAnswer {
    /// Whether a 999 rejected the claim with its file, without an error on the claim itself.
    public var isBystander: Bool { kind == .acknowledgment && segments.isEmpty }

    package static let bystanderNotice =
        "No error on this claim: another claim in its file could not be read. Resubmit it."
}

extension AnswerReading.Code {
    /// `RARC M119, line 2: missing or invalid NDC`.
    public func text(in books: CodeBooks) -> String {
        let place = row.map { ", line \($0 + 1)" } ?? ""
        return code.text(at: place, in: books)
    }
}

extension AnswerCandidate {
    /// The full label of the field, and the number of its row.
    public var name: String { place.number.map { "\(place.field.fullLabel) \($0)" } ?? place.field.fullLabel }
}
