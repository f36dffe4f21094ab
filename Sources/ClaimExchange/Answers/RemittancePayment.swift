public import ClaimModel
import TextKit

/// One payment of an 835: what it says of itself, and whether it adds up (005010X221A1, section 1.10.2).
public struct RemittancePayment: Hashable, Sendable {
    /// TRN02: the number of the check or transfer.
    public var number = ""
    /// BPR16.
    public var date: Day?
    /// BPR02, in cents.
    public var amount: Int?
    /// BPR04: ACH, CHK, NON, …
    public var method = ""
    /// The payer's name (N102 of 1000A); blank where the file has none.
    public var payer = ""
    /// How many claims the payment is for.
    public var claims = 0
    /// The sum of what the claims are paid, in cents.
    public var claimsPaid = 0
    /// What is withheld or added apart from the claims.
    public var adjustments: [ProviderAdjustment] = []

    /// What is missing between the claims, less the provider's adjustments, and the payment; `nil` where no amount is given.
    public var missing: Int? {
        amount.map { claimsPaid - adjustments.reduce(0) { $0 + $1.cents } - $0 }
    }
}

/// An adjustment of the payment as a whole (PLB): above zero it is kept back.
public struct ProviderAdjustment: Hashable, Sendable {
    /// X12 element 426: `WO`, `FB`, `L6`.
    public let reason: String
    /// What it refers to: a claim's or an invoice's number.
    public let reference: String
    /// Above zero it is kept back, below zero added.
    public let cents: Int

    /// `WO overpayment taken back, $50.00 kept back, reference 77`.
    public var text: String {
        let label = ProviderAdjustment.labels[reason].map { " \($0)" } ?? ""
        let amount =
            cents < 0 ? "\(Money(cents: -cents).currency) added" : "\(Money(cents: cents).currency) withheld"
        return "\(reason)\(label), \(amount)" + (reference.isEmpty ? "" : ", reference \(reference)")
    }

    private static let labels = [
        "50": "late charge", "51": "interest penalty", "72": "refund by the provider", "90": "early payment allowance",
        "AP": "advance payment", "B2": "rebate", "BD": "bad debt", "BN": "bonus", "C5": "temporary allowance",
        "CR": "capitation interest", "CS": "adjustment", "CT": "capitation payment", "CV": "capital passthrough",
        "CW": "certified nurse anesthetist passthrough", "E3": "withholding", "FB": "balance carried forward",
        "FC": "fund allocation", "IP": "incentive premium", "IR": "tax withheld", "IS": "interim settlement",
        "J1": "not reimbursable", "L3": "penalty", "L6": "interest owed", "LE": "levy", "LS": "lump sum",
        "OB": "offset for affiliated providers", "PI": "periodic interim payment", "PL": "final payment",
        "RA": "retroactive adjustment", "SL": "student loan repayment", "TL": "third-party liability",
        "WO": "overpayment taken back", "WU": "recovery",
    ]
}

extension RemittancePayment {
    /// `payment 12345 of 09/16/2002, $150,000.00 (ACH) from ACME: 2 claims, $149,998.73 …`.
    public var text: String {
        var text = "payment \(number.isEmpty ? "without number" : number)"
        if let date { text += " of \(date)" }
        if let amount { text += ", \(Money(cents: amount).currency)" }
        if !method.isEmpty { text += " (\(method))" }
        if !payer.isEmpty { text += " from \(payer)" }
        text += ": \(claims) claim\(claims == 1 ? "" : "s"), \(Money(cents: claimsPaid).currency) total"
        for adjustment in adjustments { text += "; \(adjustment.text)" }
        return text + (imbalance.map { "; \($0)" } ?? "")
    }

    /// Where the claims, less the provider's adjustments, are not the payment, in words; `nil` where they are.
    private var imbalance: String? {
        guard let missing, missing != 0 else { return nil }
        return "does not add up: claims less PLB \(missing > 0 ? "exceed" : "are less than") the payment by "
            + Money(cents: abs(missing)).currency
    }

    /// `{"number", "date", "amount", …}`.
    public var json: String {
        JSONValue.object([
            "number": .text(number), "date": JSONValue(date?.iso), "amount": JSONValue(amount), "method": .text(method),
            "payer": .text(payer), "claims": .number(claims), "claims_paid": .number(claimsPaid),
            "provider_adjustments": .list(
                adjustments.map {
                    .object(["reason": .text($0.reason), "reference": .text($0.reference), "amount": .number($0.cents)])
                }),
            "missing": JSONValue(missing), "imbalance": JSONValue(imbalance),
        ]).json
    }
}
