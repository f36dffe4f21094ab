import ClaimRules

/// What is at odds with the guide of the 837P (005010X222A1) in one segment, or by its absence.
struct GuideFault: Hashable, Sendable {
    /// Counted up in the documentation; the number of a kind is never used again for another.
    enum Kind: String, CaseIterable, Hashable, Sendable {
        case segmentMissing = "GD-001"
        case elementMissing = "GD-002"
        case notUsed = "GD-003"
        case format = "GD-004"
        case length = "GD-005"
        case code = "GD-006"
        case together = "GD-007"
        case tooMany = "GD-008"
        case number = "GD-009"
        case characters = "GD-010"

        /// What is wrong, as lists name it.
        var label: String {
            switch self {
            case .segmentMissing: "Required segment missing"
            case .elementMissing: "Required element blank"
            case .notUsed: "Element that the 837P does not use"
            case .format: "Wrong format of an element"
            case .length: "Element too long or too short"
            case .code: "Code that the 837P does not have"
            case .together: "Elements that do not go together"
            case .tooMany: "More than the 837P has places for"
            case .number: "Lines or levels numbered wrongly"
            case .characters: "Characters that do not belong into the file"
            }
        }
    }

    static let source = "ASC X12N 005010X222A1"

    let kind: Kind
    var severity = Severity.error
    /// The segment, or the one after which the missing one should be.
    let segment: X12Segment
    let place: LoopPlace
    /// The name of a segment that is missing, and the codes that would tell it from others.
    var missing: (name: X12SegmentID, codes: [String])?
    /// Counted from 1; 0 for the segment as a whole.
    var element = 0
    /// Counted from 1; 0 for the element as a whole.
    var component = 0
    /// What is wrong, after the element's name: `is $155: no dollar sign or comma`.
    let problem: String
    let remedy: Remedy

    static func == (one: GuideFault, other: GuideFault) -> Bool {
        one.kind == other.kind && one.segment == other.segment && one.place == other.place
            && one.name == other.name && one.problem == other.problem
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(segment)
        hasher.combine(name)
    }

    /// `2010AA REF02`, `2300 HI01-2`, `2010AA N3`.
    var name: String {
        let loop = place.loop == .header ? "" : "\(place.loop.identifier) "
        if let missing {
            let codes =
                missing.codes.isEmpty || missing.codes.count > 3 ? "" : "*\(missing.codes.joined(separator: "/"))"
            return "\(loop)\(missing.name)\(codes)"
        }
        guard element > 0 else { return "\(loop)\(segment.id)" }
        let number = element < 10 ? "0\(element)" : String(element)
        return "\(loop)\(segment.id)\(number)\(component > 0 ? "-\(component)" : "")"
    }

    /// What the element says; blank for a segment as a whole.
    var text: String {
        guard element > 0, missing == nil else { return "" }
        return (component > 0 ? segment[element][component: component] : segment[element]).text
    }
}

/// What to do about a fault: one sentence.
struct Remedy: Hashable, Sendable, ExpressibleByStringInterpolation {
    let text: String
    /// The same where no content of a claim may be said.
    private(set) var general: String

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        self.text = text
        general = text
    }

    /// What the element says, in its right form.
    static func send(_ value: String) -> Remedy {
        var remedy = Remedy("Send \(value).")
        remedy.general = "Send it in the form that the guide of the 837P asks for."
        return remedy
    }
}
