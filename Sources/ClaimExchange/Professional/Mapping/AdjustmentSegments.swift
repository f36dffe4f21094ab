import ClaimModel

/// The CAS segments of one place and the text of its field, in both directions.
enum AdjustmentSegments {
    /// `CO-45 40.00, CO-253 0.8` is one segment of the elements CO, 45, 40.00, none, 253, 0.8.
    static func elements(of text: String) -> [[String]] {
        guard !text.isEmpty else { return [] }
        return Adjustments.segments(in: text).map { segment in
            let triples = segment.flatMap { [$0.reason, $0.amount, $0.units] }
            return [segment.first?.group ?? ""] + triples
        }
    }

    /// The text that makes exactly these segments again; `nil` where none does, so that they are carried along as they are.
    static func text(of segments: [WireSegment]) -> String? {
        var all: [[WrittenAdjustment]] = []
        for segment in segments {
            var adjustments: [WrittenAdjustment] = []
            for place in stride(from: 2, through: max(2, segment.elements.count), by: 3) {
                let written = WrittenAdjustment(
                    group: segment[1, 0], reason: segment[place, 0], amount: segment[place + 1, 0],
                    units: segment[place + 2, 0])
                guard let written else { return nil }
                adjustments.append(written)
            }
            all.append(adjustments)
        }
        let text = Adjustments.text(of: all)
        let again = elements(of: text).map { elements in
            WireSegment(elements, name: "CAS", at: segments.first?.place ?? LoopPlace(.adjudication))
        }
        return again == segments ? text : nil
    }
}
