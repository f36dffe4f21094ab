/// A segment of a claim file that no field holds, or what the fields leave of one: carried along untouched, and written
/// back at its place when the claim leaves as a file again.
public struct CarriedSegment: Hashable, Sendable {
    /// The loop of the 837P (005010X222A1) that it is in: `2300`, `2310B`, `2430`. Where a loop repeats, its number
    /// follows: `2320:2/2330A` is the insured of the second other insurance.
    public let loop: String
    /// The segment with `*` between elements, `:` between components and `^` between repetitions; such a sign in a text,
    /// and a backslash, has a backslash before it.
    public let text: String
    /// Whether fields hold other elements of the same segment, which are blank here; such a rest is never written alone.
    public let isRest: Bool

    /// The text must be one segment in the form of `text`; it is written back as it is, without a check.
    public init(loop: String, text: String, isRest: Bool = false) {
        self.loop = loop
        self.text = text
        self.isRest = isRest
    }

    /// The most segments that a claim, and that a line, carries.
    public static let limit = 2000
}

extension ClaimDraft {
    /// How many segments it carries along, those of its lines included.
    public var carriedCount: Int { self.lines.reduce(self.carried.count) { $0 + $1.carried.count } }

    func carriedSegments(with part: Part, row: Int) -> [CarriedSegment] {
        guard part == .line else { return self.carried }
        return self.lines.indices.contains(row) ? self.lines[row].carried : []
    }

    /// Puts segments to the claim or to one of its lines, which is made where it is not there yet.
    mutating func carry(_ segments: [CarriedSegment], with part: Part, row: Int) {
        guard part == .line else { return self.carried = segments }
        guard !segments.isEmpty, (0..<part.limit).contains(row) else { return }
        if row >= self.lines.count {
            self.lines.append(contentsOf: repeatElement(ServiceLine(), count: row + 1 - self.lines.count))
        }
        self.lines[row].carried = segments
    }
}
