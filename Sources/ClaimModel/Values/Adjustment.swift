/// An amount that a payer took off a charge, and why (CAS of 835 and 837P).
public struct Adjustment: Codable, Hashable, Sendable {
    /// `CO`, `CR`, `OA`, `PI`, `PR`.
    public let group: String
    /// The CARC.
    public let reason: String
    /// Below zero where an earlier adjustment is taken back.
    public let cents: Int
    /// The units that it took off; `nil` where it says nothing of units.
    public let units: String?

    private enum CodingKeys: String, CodingKey {
        case group, reason, units
        case cents = "amount"
    }

    /// One adjustment; nothing is checked here.
    public init(group: String, reason: String, cents: Int, units: String? = nil) {
        self.group = group
        self.reason = reason
        self.cents = cents
        self.units = units
    }

    /// - Throws: `DecodingError`, also for an amount beyond any that a file may carry.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        group = try values.decode(String.self, forKey: .group)
        reason = try values.decode(String.self, forKey: .reason)
        cents = try values.amount(.cents)
        units = try values.decodeIfPresent(String.self, forKey: .units)
    }

    /// Contractual, correction, other, payer-initiated, patient's responsibility (X12 element 1033).
    public static let groups: Set<String> = ["CO", "CR", "OA", "PI", "PR"]

    /// `CO-45 $60.00`.
    public var text: String { "\(group)-\(reason) \(Money(cents: cents).currency)" }
}
