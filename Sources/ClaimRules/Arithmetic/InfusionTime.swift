/// How long a drug was infused, and the codes that these minutes allow.
///
/// Sixteen minutes make an infusion. 96365 pays for the first hour and up to thirty minutes beyond it; 96366 takes more than
/// thirty minutes beyond each full hour, so the first unit at 91 minutes, the second at 151 (UWHC, AAPC).
public struct InfusionTime: Hashable, Sendable {
    /// From start to stop.
    public let minutes: Int

    /// - Parameter minutes: from start to stop; they are not checked.
    public init(minutes: Int) {
        self.minutes = minutes
    }

    /// Whether 96365 is possible; up to fifteen minutes are a push.
    public var isInfusion: Bool { minutes >= 16 }

    /// The units of 96366 that the minutes allow.
    public var additionalHours: Int { minutes >= 91 ? (minutes - 31) / 60 : 0 }

    /// `40 min: 96365`, `95 min: 96365 and 1 x 96366`, `15 min: a push, 96374`.
    public var text: String {
        guard isInfusion else { return "\(minutes) min: a push, 96374" }
        return additionalHours == 0 ? "\(minutes) min: 96365" : "\(minutes) min: 96365 and \(additionalHours) x 96366"
    }
}
