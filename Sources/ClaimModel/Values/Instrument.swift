/// A scale of depressive symptoms.
public enum Instrument: String, Choice {
    case phq9 = "PHQ9"
    case madrs = "MADRS"
    case hamd = "HAMD"
    case qids = "QIDS"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .phq9: "PHQ-9"
        case .madrs: "MADRS"
        case .hamd: "HAM-D (17 items)"
        case .qids: "QIDS"
        }
    }

    /// The totals that the scale can reach.
    public var range: ClosedRange<Int> {
        switch self {
        case .phq9, .qids: 0...27
        case .madrs: 0...60
        case .hamd: 0...52
        }
    }

    /// What a total means in label; `out of range` where the scale cannot reach it.
    public func severityBand(_ total: Int) -> String {
        guard range.contains(total) else { return "out of range" }
        return bands.last { total >= $0.from }?.label ?? "out of range"
    }

    private var bands: [(from: Int, label: String)] {
        switch self {
        case .phq9: [(0, "minimal"), (5, "mild"), (10, "moderate"), (15, "moderately severe"), (20, "severe")]
        case .madrs: [(0, "none"), (7, "mild"), (20, "moderate"), (35, "severe")]
        case .hamd: [(0, "none"), (8, "mild"), (17, "moderate"), (24, "severe")]
        case .qids: [(0, "none"), (6, "mild"), (11, "moderate"), (16, "severe"), (21, "very severe")]
        }
    }
}
