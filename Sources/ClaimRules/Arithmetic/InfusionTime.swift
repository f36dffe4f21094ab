/// The codes of one family of infusions.
public struct InfusionCodes: Hashable, Sendable {
    /// Of the first hour, of another drug's first hour, of each further hour, and of what is pushed in fifteen minutes.
    let initial, sequential, additional, push: String

    static let therapeutic = InfusionCodes(
        initial: "96365", sequential: "96367", additional: "96366", push: "96374")
    static let chemotherapy = InfusionCodes(
        initial: "96413", sequential: "96417", additional: "96415", push: "96409")
}

/// How long a drug was infused, and the codes that these minutes allow.
///
/// Sixteen minutes make an infusion. The initial code pays for the first hour and up to thirty minutes beyond it; that of a further
/// hour takes more than thirty minutes beyond each full hour, so the first unit at 91 minutes, the second at 151 (UWHC, AAPC).
public struct InfusionTime: Hashable, Sendable {
    /// From start to stop.
    public let minutes: Int
    private let codes: InfusionCodes

    /// - Parameter minutes: from start to stop; they are not checked.
    public init(minutes: Int) { self.init(minutes: minutes, of: .therapeutic) }

    init(minutes: Int, of codes: InfusionCodes) { (self.minutes, self.codes) = (minutes, codes) }

    /// Whether it is one; up to fifteen minutes are a push.
    public var isInfusion: Bool { minutes >= 16 }

    /// The units of a further hour that the minutes allow.
    public var additionalHours: Int { minutes >= 91 ? (minutes - 31) / 60 : 0 }

    /// `40 min: 96365`, `95 min: 96365 and 1 x 96366`, `15 min: a push, 96374`.
    public var text: String {
        guard isInfusion else { return "\(minutes) min: a push, \(codes.push)" }
        let first = "\(minutes) min: \(codes.initial)"
        return additionalHours == 0 ? first : "\(first) and \(additionalHours) x \(codes.additional)"
    }
}
