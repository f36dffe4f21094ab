/// What the office wants to know of its claims as a whole. The raw value names it on the command line.
public enum OfficeReport: String, CaseIterable, Hashable, Sendable {
    case aging, denials
    case firstPass = "first-pass"
    case days, unsubmitted, expected, keyers

    /// Above the table.
    public var title: String {
        switch self {
        case .aging: "Aging by payer"
        case .denials: "Denials by payer, code and rule"
        case .firstPass: "First-pass rate by payer"
        case .days: "Days in A/R by payer"
        case .unsubmitted: "Not submitted yet"
        case .expected: "Expected and paid, by payer"
        case .keyers: "Claims keyed, by person and day"
        }
    }

    /// What is counted, and how.
    public var explanation: String {
        switch self {
        case .aging:
            "What payers have not decided or paid, by days since the first date of service: charge less what was paid, adjusted "
                + "or falls to the patient. What patients owe and have not paid is the last line."
        case .denials: "Each denied claim counts once for each reason code of its last remittance."
        case .firstPass:
            "Of the claims with a decision: those that were neither rejected nor denied at first, nor submitted again."
        case .days:
            "Days from the first submission to the first remittance; days in A/R are what is open at the payer, over the charges "
                + "of a day (the last 90 days)."
        case .unsubmitted:
            "Claims on the desk or rejected, by their first problem and the days since the first date of service."
        case .expected:
            "Lines that a primary payer paid and fees.csv has a fee for: the fee, what was allowed, the difference."
        case .keyers: "Claims that each person began, and their charges as they are now."
        }
    }
}
