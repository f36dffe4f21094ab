import ClaimModel
import ClaimRules
import TextKit

/// The segments of one claim as they are in the transaction that it went out in.
struct SentSegments {
    private let draft: ClaimDraft
    private let range: ClosedRange<Int>
    /// From the billing provider's level on, `nil` for each HL; the last ones are those that the claim was written with.
    private let all: [WireSegment?]
    /// How many of them belong to the claim itself, and to each level with what is below it.
    private let lengths: [Int]

    init(of claim: SentTransaction.Claim, in context: ParsingContext) {
        draft = claim.draft
        range = claim.segments
        let sections = Dictionary(grouping: SendableSegments(of: claim.draft, in: context).segments) {
            $0.place.loop.section
        }
        var all: [WireSegment?] = sections[.claim] ?? []
        var lengths = [all.count]
        for section in [ProfessionalLoop.Section.patient, .subscriber, .billing] {
            if let level = sections[section] { all = [nil] + level + all }
            lengths.append(all.count)
        }
        self.all = all
        self.lengths = lengths
    }

    /// The outermost level that begins with this claim: 3 billing provider, 2 subscriber, 1 patient, 0 none.
    var opened: Int { lengths.firstIndex { $0 >= range.count } ?? 3 }

    /// The level in which a segment is, 0 for the claim itself.
    func level(of note: Acknowledgment.SegmentNote) -> Int {
        guard let place = place(of: note) else { return 0 }
        return switch place.loop.section {
        case .billing: 3
        case .subscriber: 2
        case .patient: 1
        case .claim: 0
        }
    }

    /// What is wrong, element by element, with the fields that it comes from.
    func answered(_ note: Acknowledgment.SegmentNote) -> [AnsweredSegment] {
        let segment = segment(of: note)
        let elements = note.elements.filter { $0.element > 0 }
        guard let segment, !elements.isEmpty else { return [whole(note, segment)] }
        return elements.map { item in
            AnsweredSegment(
                element: segment.elementName(item.element, item.component), code: item.code,
                message: Acknowledgment.elementErrors[item.code] ?? "error \(X12Element.printable(item.code))",
                place: field(of: segment, item.element, item.component))
        }
    }

    private func whole(_ note: Acknowledgment.SegmentNote, _ segment: WireSegment?) -> AnsweredSegment {
        let loop = segment?.place.loop.identifier ?? note.loop
        let name = [loop, note.segment].filter { !$0.isEmpty }.map { X12Element.printable($0) }.joined(separator: " ")
        return AnsweredSegment(
            element: name, code: note.code,
            message: Acknowledgment.segmentErrors[note.code] ?? "error \(X12Element.printable(note.code))",
            place: segment.flatMap { field(of: $0) } ?? missing(note))
    }
}

extension SentSegments {
    private func placedSegment(at position: Int?) -> WireSegment? {
        guard let position, range.contains(position) else { return nil }
        let index = all.count - 1 - (range.upperBound - position)
        return all.indices.contains(index) ? all[index] : nil
    }

    private func place(of note: Acknowledgment.SegmentNote) -> LoopPlace? {
        segment(of: note)?.place ?? ProfessionalLoop(identifier: note.loop[...]).map { LoopPlace($0) }
    }

    /// The segment that is meant: the one at its place, where it has the name, else the first of that loop and name.
    private func segment(of note: Acknowledgment.SegmentNote) -> WireSegment? {
        let name = X12SegmentID(note.segment.utf8)
        if let placed = placedSegment(at: note.position), placed.name == name { return placed }
        return all.lazy.compactMap(\.self).first { $0.name == name && $0.place.loop.identifier == note.loop }
    }

    /// The field behind an element; where none is named, behind the first in which something is.
    private func field(of segment: WireSegment, _ element: Int? = nil, _ component: Int = 0) -> Place? {
        let plan = segment.place.plan(on: draft)
        let maps = SegmentMap.all.filter {
            $0.loop == segment.place.loop && $0.name == segment.name && $0.plan == plan && $0.fits(segment)
                && $0.applies(draft)
        }
        for map in maps {
            let places = map.slots.lazy.filter { slot in
                guard let element else { return !segment[slot.element, slot.component].isEmpty }
                return slot.element == element && (slot.component == component || slot.component * component == 0)
            }.compactMap { $0.place(row: row(of: segment, map)) }
            if let place = places.first { return place }
        }
        return nil
    }

    private func row(of segment: WireSegment, _ map: SegmentMap) -> Int {
        if let line = segment.place.line { return line }
        let alike = all.compactMap(\.self).filter {
            $0.place.loop == segment.place.loop && $0.name == segment.name && map.fits($0)
        }
        return map.part == .claim ? 0 : alike.firstIndex(of: segment) ?? 0
    }

    /// The field that a segment would come from which is not there.
    private func missing(_ note: Acknowledgment.SegmentNote) -> Place? {
        let name = X12SegmentID(note.segment.utf8)
        let maps = SegmentMap.all.filter { $0.loop.identifier == note.loop && $0.name == name }
        let line = placedSegment(at: note.position)?.place.line ?? 0
        return maps.lazy.flatMap(\.slots).compactMap { $0.place(row: line) }.first
    }
}

extension SegmentMap {
    /// Whether a segment of its loop and name is this one.
    fileprivate func fits(_ segment: WireSegment) -> Bool {
        key.map { $0.values.contains(segment[$0.element, $0.component]) } ?? true
    }
}
