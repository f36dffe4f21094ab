public import ClaimModel
public import TextKit

/// What came with the file of a claim and no field holds, as a person reads it.
public enum ArrivedText {
    /// Loop by loop: each segment as it goes out again, and below it what a receiver would reject of it.
    public static func lines(
        of draft: ClaimDraft, in context: ParsingContext, glyphs: Glyphs = .unicode
    ) -> [String] {
        let obstacles = ProfessionalFile.obstacles(of: draft, in: context)
        let notice = "No field holds this. It is sent again as it came; what a receiver would reject is marked."
        var lines = notice.wrapped(to: Paper.columns) + [""]
        var last: LoopPlace?
        for (segment, item) in draft.carriedSegments {
            if segment.place != last { lines.append(heading(of: segment.place)) }
            last = segment.place
            lines += "  \(item.text)\(item.isRest ? "  (fields hold the rest)" : "")".pieces(of: Paper.columns)
            for obstacle in obstacles where obstacle.place == nil && obstacle.isOf(segment) {
                lines += Paper.hanging(String(glyphs.error), obstacle.message, indent: 4, column: 6)
            }
        }
        return lines.map { $0.onPaper(glyphs) }
    }

    private static func heading(of place: LoopPlace) -> String {
        let line = place.line.map { "line \($0 + 1), " } ?? ""
        return "\(place.name), \(line)\(place.loop.label)"
    }
}

extension Obstacle {
    /// Whether it is about an element of a segment of this name in its loop.
    fileprivate func isOf(_ segment: WireSegment) -> Bool {
        let line = segment.place.line.map { "line \($0 + 1), " } ?? ""
        return element.hasPrefix("\(line)\(segment.place.loop.identifier) \(segment.name)")
    }
}
