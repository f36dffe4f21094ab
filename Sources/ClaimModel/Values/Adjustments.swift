/// The adjustments of one line or claim as a remittance prints them: `CO-45 40.00, PR-2 20.00`.
///
/// Those of one group are submitted together, up to six; a semicolon before one separates it from the previous ones. `x2`
/// after an amount is the number of adjusted units.
public struct Adjustments: Parsed {
    /// As they are submitted: each of one group, one to six of it; five segments at most (005010X222A1, CAS).
    public let segments: [[Adjustment]]

    public static let shape = EntryShape(columns: 44, limit: 700)

    static let good = "An adjustment is group, reason and amount. For example CO-45 40.00"
    private static let mostSegments = 5

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let written = try WrittenAdjustment.all(in: try typedBytes(text))
        segments = WrittenAdjustment.segments(of: written).map { $0.map(\.value) }
        guard segments.count <= Adjustments.mostSegments else {
            throw .malformed("A line has at most five groups of six adjustments. Add up those with one reason")
        }
    }

    public static func mayGrow(_ text: String, value: Adjustments) -> Bool { true }

    /// In the order in which they are submitted.
    public var all: [Adjustment] { segments.flatMap(\.self) }

    /// What they take off together.
    public var total: Money { Money(cents: all.reduce(0) { $0 + $1.cents }) }

    /// What falls to the patient: the adjustments of group PR.
    public var patientsShare: Money { Money(cents: all.reduce(0) { $1.group == "PR" ? $0 + $1.cents : $0 }) }

    /// `CO-45 40.00, PR-2 20.00 x1`.
    public var description: String {
        Adjustments.text(of: segments.map { segment in segment.map(WrittenAdjustment.init) })
    }
}

extension Adjustments {
    /// The text of adjustments as a remittance lists them; blank for none.
    public static func text(of all: [Adjustment]) -> String {
        text(of: WrittenAdjustment.segments(of: all.map(WrittenAdjustment.init)))
    }

    /// The text that reads as these segments, each amount as written.
    package static func text(of segments: [[WrittenAdjustment]]) -> String {
        var text = ""
        for (index, segment) in segments.enumerated() {
            for (place, adjustment) in segment.enumerated() {
                let isApart = place == 0 && segments[..<index].contains { $0.takes(adjustment) }
                if !text.isEmpty { text += isApart ? "; " : ", " }
                text += adjustment.text
            }
        }
        return text
    }

    /// The segments of a text, each amount as it is written there; none where the text does not read.
    package static func segments(in text: String) -> [[WrittenAdjustment]] {
        do throws(Unreadable) {
            return WrittenAdjustment.segments(of: try WrittenAdjustment.all(in: try typedBytes(text)))
        } catch {
            return []
        }
    }
}

extension [WrittenAdjustment] {
    /// Whether another one goes into the same segment.
    fileprivate func takes(_ other: WrittenAdjustment) -> Bool { count < 6 && first?.group == other.group }
}

extension WrittenAdjustment {
    static func segments(of all: [WrittenAdjustment]) -> [[WrittenAdjustment]] {
        var segments: [[WrittenAdjustment]] = []
        for adjustment in all {
            let open = adjustment.isApart ? nil : segments.lastIndex { $0.takes(adjustment) }
            if let open { segments[open].append(adjustment) } else { segments.append([adjustment]) }
        }
        return segments
    }
}
