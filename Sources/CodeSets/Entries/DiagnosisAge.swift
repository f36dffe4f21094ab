public import ClaimModel

/// The ages that CMS's Medicare Code Editor expects with a diagnosis.
public enum DiagnosisAge: String, Hashable, Sendable {
    case newborn, pediatric, maternity, adult

    /// Whole years of age on the service date.
    public var years: ClosedRange<Int> {
        switch self {
        case .newborn: 0...0
        case .pediatric: 0...17
        case .maternity: 9...64
        case .adult: 15...124
        }
    }
}

extension CodeBooks {
    /// The age that a diagnosis is meant for on a day; `nil` for any age.
    public func age(for diagnosis: some StringProtocol, on day: Day) -> DiagnosisAge? {
        guard let row = row(DiagnosisEntry.key(diagnosis), in: .diagnosisAge, on: day),
            row.firstDay.map({ $0 <= day }) ?? true, row.lastDay.map({ day <= $0 }) ?? true
        else { return nil }
        return row.details.first.flatMap(DiagnosisAge.init)
    }
}
