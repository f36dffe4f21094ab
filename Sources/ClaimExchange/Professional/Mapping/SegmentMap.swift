import ClaimModel

/// What one segment of the guide and the fields of a claim have to do with each other, in both directions.
struct SegmentMap: Sendable {
    /// The claim whose segment is written or read, and the row.
    struct Source: Sendable {
        let draft: ClaimDraft
        /// The row of the part that the segment repeats with.
        let row: Int
    }

    let loop: ProfessionalLoop
    let name: X12SegmentID
    /// What the element has to say for the segment to be this one; any where empty.
    var key: Key?
    /// Other than the loop, what the segment repeats with.
    var part: Part = .claim
    /// Which of the other plans it is of, by the turn of their loops; 1 outside of them.
    var plan = 1
    /// Whether a claim has to have it.
    var isRequired = false
    /// Whether it is there although no field is filled.
    var isAlone = false
    /// Whether it is only read where every field takes its element; else it is carried along.
    var takesReadableOnly = false
    /// Whether a claim of this kind has it.
    var applies: @Sendable (ClaimDraft) -> Bool = { _ in true }
    /// Whether this row of it has it.
    var appliesToRow: @Sendable (Source) -> Bool = { _ in true }
    /// Where a field makes any number of these segments: each with its elements, the first being element 1.
    var repeated: (@Sendable (Source) -> [[String]])?
    let slots: [Slot]

    struct Key: Sendable {
        let element: Int
        var component = 0
        let values: [String]
        private let names: [X12SegmentID]

        init(_ element: Int, component: Int = 0, _ values: [String]) {
            self.element = element
            self.component = component
            self.values = values
            names = values.map { X12SegmentID($0.utf8) }
        }

        func matches(_ segment: X12Segment) -> Bool {
            let found = component > 0 ? segment[element][component: component] : segment[element]
            return names.contains(X12SegmentID(found.bytes))
        }
    }
}

/// What one element, or one component of it, and a field have to do with each other.
struct Slot: Sendable {
    enum Content: Sendable {
        case field(Field, WireForm)
        /// The same in every claim, where the file that brought the claim says nothing else; only next to its companion.
        case usual(@Sendable (SegmentMap.Source) -> String, companion: Int?)
        /// Follows from the claim, whatever its file said.
        case derived(@Sendable (SegmentMap.Source) -> String)
    }

    let element: Int
    /// Counted from 1; 0 for the whole element.
    var component = 0
    let content: Content
    /// A row of its own, where a segment holds several.
    var row: Int?
    /// What a derived element follows from, where that is one field.
    var origin: Field?
    /// The most characters that the guide gives the element.
    var limit = 80
    /// Codes that a field knows and the guide does not.
    var refused: Set<String> = []
    var isRequired = false
    /// Claims that need not have it, although most do.
    var isWaived: (@Sendable (ClaimDraft) -> Bool)?
    /// What else reading it does.
    var read: (@Sendable (X12Element, inout DraftBuilder, Int) -> Void)?
}

extension Slot {
    /// An element that is a field.
    static func field(
        _ element: Int, component: Int = 0, _ field: Field, _ form: WireForm = .text, row: Int? = nil,
        limit: Int = 80, refused: Set<String> = [], required: Bool = false
    ) -> Slot {
        Slot(
            element: element, component: component, content: .field(field, form), row: row, limit: limit,
            refused: refused, isRequired: required)
    }

    /// The same, not required of some claims.
    func waived(_ isWaived: @escaping @Sendable (ClaimDraft) -> Bool) -> Slot {
        var slot = self
        slot.isWaived = isWaived
        return slot
    }

    /// A code that the guide fixes.
    static func usual(_ element: Int, component: Int = 0, _ text: String, with companion: Int? = nil) -> Slot {
        Slot(element: element, component: component, content: .usual({ _ in text }, companion: companion))
    }

    static func usual(
        _ element: Int, component: Int = 0, with companion: Int? = nil,
        _ text: @escaping @Sendable (SegmentMap.Source) -> String,
        read: (@Sendable (X12Element, inout DraftBuilder, Int) -> Void)? = nil
    ) -> Slot {
        Slot(element: element, component: component, content: .usual(text, companion: companion), read: read)
    }

    static func derived(
        _ element: Int, component: Int = 0, of origin: Field? = nil, required: Bool = false,
        _ text: @escaping @Sendable (SegmentMap.Source) -> String,
        read: (@Sendable (X12Element, inout DraftBuilder, Int) -> Void)? = nil
    ) -> Slot {
        Slot(
            element: element, component: component, content: .derived(text), origin: origin, isRequired: required,
            read: read)
    }
}
