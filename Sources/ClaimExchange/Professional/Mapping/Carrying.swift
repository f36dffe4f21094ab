import ClaimModel
import ClaimRules

/// What of a claim's segments no field holds.
struct Carrying {
    /// Of the claim (`nil`) and of each line.
    private(set) var segments: [Int?: [CarriedSegment]] = [:]
    /// What is wrong in the file, but not in what is sent.
    private(set) var settled: [GuideFault: Settlement] = [:]

    /// What becomes of such an element.
    enum Settlement: String {
        /// A field has taken it as it was meant.
        case mended = "read as meant, and sent in the right form"
        /// It is no value, and is written from other fields: a total from the lines.
        case replaced = "sent as the rest of the claim makes it"
    }

    /// What the file has beyond what the fields write by themselves.
    ///
    /// - Parameter faults: what is wrong with the segments, by their number in the file.
    init(
        of placed: [PlacedSegment], besides written: WrittenSegments, faults: [Int: [GuideFault]],
        in context: ParsingContext
    ) {
        var own: [Key: [Int]] = [:]
        for (index, item) in written.items.enumerated().reversed() {
            own[Key(of: item.segment), default: []].append(index)
        }
        for item in placed where item.segment.id != "HL" && item.segment.id != "LX" {
            let segment = WireSegment(item.segment, at: item.place)
            if let index = own[Key(of: segment)]?.popLast() {
                let faults = faults[item.segment.number] ?? []
                let rest = rest(of: segment, besides: written.items[index], faults, in: context)
                if let rest { carry(rest, isRest: true) }
            } else {
                carry(segment, isRest: false)
            }
        }
    }

    /// What makes two segments the same one: where they are, and what they are called.
    struct Key: Hashable {
        private let place: LoopPlace
        private let name: X12SegmentID
        private let qualifier: String

        init(of segment: WireSegment) {
            place = segment.place
            name = segment.name
            qualifier = segment.qualifier
        }
    }

    private mutating func carry(_ segment: WireSegment, isRest: Bool) {
        segments[segment.place.line, default: []].append(
            CarriedSegment(loop: segment.place.name, text: segment.text, isRest: isRest))
    }

    /// The elements that no field holds, or that the file writes in its own way; `nil` where there are none.
    private mutating func rest(
        of segment: WireSegment, besides item: WrittenSegments.Item, _ faults: [GuideFault], in context: ParsingContext
    ) -> WireSegment? {
        var rest = WireSegment(place: segment.place, name: segment.name)
        for (element, component) in segment.components(by: item.map) {
            let text = segment[element, component]
            let own = item.segment[element, component]
            guard !text.isEmpty, text != own else { continue }
            if element == 2, let fault = faults.first(where: \.isOfPersonCalledOrganization), own == "1" {
                settled[fault] = .mended
                continue
            }
            let slot = item.map.slot(element, component)
            if slot?.isUsual == true, !own.isEmpty,
                let fault = faults.first(where: { $0.isOfUnknownCode(element, component) })
            {
                settled[fault] = .mended
                continue
            }
            if let slot, !slot.isUsual {
                let fault = own.isEmpty ? nil : faults.first { $0.isMended(element, component) }
                let isMeant = slot.means(text, own, in: context)
                if let fault, isMeant || slot.isDerived {
                    settled[fault] = isMeant ? .mended : .replaced
                    continue
                }
                guard isMeant else { continue }
            }
            rest.take(element, component, from: segment)
        }
        guard !rest.isBlank else { return nil }
        for (element, component) in segment.keyComponents { rest[element, component] = segment[element, component] }
        return rest
    }
}

extension GuideFault {
    /// Whether the element is wrong only in how it is written, so that what was read of it mends it.
    fileprivate func isMended(_ element: Int, _ component: Int) -> Bool {
        [.format, .length, .characters].contains(kind) && severity > .note && isAt(element, component)
    }

    /// Whether the element is a code that the guide does not have there.
    fileprivate func isOfUnknownCode(_ element: Int, _ component: Int) -> Bool {
        kind == .code && severity == .error && isAt(element, component)
    }

    /// A component 0 is the whole element.
    private func isAt(_ element: Int, _ component: Int) -> Bool {
        self.element == element && (self.component == component || self.component * component == 0)
    }

    /// Whether a name that only a person has is on an organization (NM102), where the file speaks of the patient.
    fileprivate var isOfPersonCalledOrganization: Bool {
        segment.id == "NM1" && kind == .notUsed && [4, 5, 7].contains(element) && segment[2] == "2"
    }
}

extension WireSegment {
    /// Element by element, and component by component where no slot takes the element as a whole.
    func components(by map: SegmentMap) -> [(element: Int, component: Int)] {
        elements.enumerated().flatMap { index, components in
            map.slots.contains { $0.element == index + 1 && $0.component == 0 }
                ? [(index + 1, 0)] : components.indices.map { (index + 1, $0 + 1) }
        }
    }

    /// Takes one component, or with component 0 the whole element, as another segment has it.
    fileprivate mutating func take(_ element: Int, _ component: Int, from other: WireSegment) {
        if component == 0 {
            put(other.components(of: element), at: element)
        } else {
            self[element, component] = other[element, component]
        }
    }

    /// What `qualifier` is read from.
    fileprivate var keyComponents: [(element: Int, component: Int)] {
        qualifier.isEmpty ? [] : [name == "PER" ? (3, 1) : (1, 1)]
    }
}

extension ClaimDraft {
    /// What the claim and then each line carries along, as far as it is a segment at a place of the guide.
    var carriedSegments: [(segment: WireSegment, item: CarriedSegment)] {
        ([(nil, self.carried)] + self.lines.enumerated().map { ($0, $1.carried) }).flatMap { line, carried in
            carried.compactMap { item in
                LoopPlace(name: item.loop, line: line).flatMap { WireSegment(text: item.text, at: $0) }
                    .map { (segment: $0, item: item) }
            }
        }
    }

    /// Every segment of the claim from the billing provider on, in the order of the guide: what the fields make, and what
    /// is carried along at its place.
    func segments(in context: ParsingContext) -> [WireSegment] { segments(of: WrittenSegments(of: self), in: context) }

    /// - Parameter own: what the fields make.
    func segments(of own: WrittenSegments, in context: ParsingContext) -> [WireSegment] {
        var written = own.items
        var whole: [WireSegment] = []
        for (segment, item) in carriedSegments {
            // What could not be read into the field is not sent once something is keyed there.
            if segment.name == "CAS",
                written.contains(where: { $0.segment.name == "CAS" && $0.segment.place == segment.place })
            {
                continue
            }
            if item.isRest { written.fill(with: segment, in: context) } else { whole.append(segment) }
        }
        let all = written.map(\.segment) + whole
        return all.enumerated().map { (key: $1.sortKey + [$0], segment: $1) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.segment)
    }
}

extension [WrittenSegments.Item] {
    /// Lays the rest of a segment over the one that the fields make; without such a one it is dropped.
    fileprivate mutating func fill(with rest: WireSegment, in context: ParsingContext) {
        guard let index = firstIndex(where: { Carrying.Key(of: $0.segment) == Carrying.Key(of: rest) }) else { return }
        let map = self[index].map
        let keys = rest.keyComponents
        for (element, component) in rest.components(by: map) {
            let text = rest[element, component]
            // What only tells which segment it is follows the fields.
            guard !text.isEmpty, !keys.contains(where: { $0 == (element, component) }) else { continue }
            let own = self[index].segment[element, component]
            if let slot = map.slot(element, component), !slot.isUsual, !slot.means(text, own, in: context) { continue }
            self[index].segment.take(element, component, from: rest)
        }
    }
}
