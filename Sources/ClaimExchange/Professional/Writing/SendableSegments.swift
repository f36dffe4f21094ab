public import ClaimModel
import ClaimRules

/// The segments of one claim as they are sent, and what prevents sending them.
struct SendableSegments {
    /// Every text legal.
    private(set) var segments: [WireSegment] = []
    private(set) var obstacles: [Obstacle] = []
    private(set) var transliterations: [Transliteration] = []

    init(of draft: ClaimDraft, in context: ParsingContext) {
        let written = WrittenSegments(of: draft)
        obstacles = written.missing.map { missing in
            Obstacle(place: missing.place, element: missing.element, reason: .missing)
        }
        segments = draft.segments(of: written, in: context).map { segment in
            var legal = segment
            for (element, components) in segment.elements.enumerated() {
                for component in components.indices {
                    legal[element + 1, component + 1] = take(
                        segment[element + 1, component + 1], of: segment, element + 1, component + 1,
                        isComposite: components.count > 1, written)
                }
            }
            return legal
        }
        obstacles += unfit(in: written)
        hold(to: GuideCheck.faults(in: segments.placed), draft)
    }

    /// What a receiver would reject, carried segments included.
    private mutating func hold(to faults: [GuideFault], _ draft: ClaimDraft) {
        for fault in faults where fault.severity == .error {
            let element = fault.place.line.map { "line \($0 + 1), \(fault.name)" } ?? fault.name
            let place = fault.field(on: draft)
            guard !obstacles.contains(where: { $0.element == element || place != nil && $0.place == place }) else {
                continue
            }
            obstacles.append(
                Obstacle(
                    place: place, element: element, reason: .guide(fault.problem, fault.remedy.general),
                    carried: draft.carried(as: WireSegment(fault.segment, at: fault.place))))
        }
    }

    private mutating func take(
        _ text: String, of segment: WireSegment, _ element: Int, _ component: Int, isComposite: Bool,
        _ written: WrittenSegments
    ) -> String {
        let parts = text.split(separator: Character(WireSegment.repetition), omittingEmptySubsequences: false)
            .map { LegalText(String($0)) }
        let legal = parts.map(\.text).joined(separator: WireSegment.repetition)
        let name = segment.elementName(element, isComposite ? component : 0)
        if parts.contains(where: \.hasUnwritable) {
            let place = written.place(of: segment, element, component)
            obstacles.append(Obstacle(place: place, element: name, reason: .unwritable))
        } else if legal != LegalText.inCapitals(text) {
            transliterations.append(Transliteration(element: name, from: text, to: legal))
        }
        return legal
    }

    private func unfit(in written: WrittenSegments) -> [Obstacle] {
        written.items.flatMap { item in
            item.map.slots.compactMap { slot in
                let text = LegalText(item.segment[slot.element, slot.component]).text
                let isRefused = slot.refused.contains(text)
                guard !slot.isUsual, isRefused || text.utf8.count > slot.limit else { return nil }
                return Obstacle(
                    place: slot.place(row: item.row), element: item.segment.elementName(slot.element, slot.component),
                    reason: isRefused ? .refused(text) : slot.limit == 0 ? .tooMany : .tooLong(slot.limit))
            }
        }
    }
}

extension ClaimDraft {
    /// What the claim carries along of a segment that is sent; `nil` where its fields make all of it.
    fileprivate func carried(as sent: WireSegment) -> CarriedSegment? {
        let alike = carriedSegments.filter { Carrying.Key(of: $0.segment) == Carrying.Key(of: sent) }
        return (alike.first { $0.segment.text.uppercased() == sent.text.uppercased() } ?? alike.first)?.item
    }
}

extension [WireSegment] {
    /// As a reader would find them, numbered from 1.
    fileprivate var placed: [PlacedSegment] {
        enumerated().map { index, segment in
            var output = SegmentOutput()
            output.write(segment.name.description, elements: segment.elements)
            return PlacedSegment(
                place: segment.place,
                segment: X12Segment(
                    bytes: output.bytes.dropLast(), delimiters: .usual, number: index + 1, offset: 0))
        }
    }
}

extension WireSegment {
    /// `2010BA NM103`, `2400 SV101-7`, after its line where there is one: `line 2, 2400 SV102`.
    func elementName(_ element: Int, _ component: Int) -> String {
        let number = element < 10 ? "0\(element)" : String(element)
        let name = "\(place.loop.identifier) \(name)\(number)\(component > 0 ? "-\(component)" : "")"
        return place.line.map { "line \($0 + 1), \(name)" } ?? name
    }
}

/// What keeps a claim from being written as an 837P.
public struct Obstacle: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        case missing
        case unwritable
        case tooLong(Int)
        /// A code that the guide does not have.
        case refused(String)
        /// More of a kind than the guide has places for.
        case tooMany
        /// Something else that the guide does not allow, and the remedy.
        case guide(String, String)
    }

    /// The guide whose rule it is.
    public static let source = GuideFault.source

    /// The field that it comes from; `nil` where no field holds the element.
    public let place: Place?
    /// `2010AA N403`
    public let element: String
    let reason: Reason
    /// What came with the claim's file and is wrong, where that can be dropped.
    public private(set) var carried: CarriedSegment?

    /// What is wrong and what to do, one sentence, without the text itself.
    public var message: String {
        let name = place.map { "\($0.field.label) (\(element))" } ?? element
        return switch reason {
        case .missing: "\(name) is blank, but the 837P requires it."
        case .unwritable:
            "\(name) has letters that the 837P cannot carry: write it in English letters, as on the insurance card."
        case .refused(let code): "\(name) is \(code), which the 837P does not have: choose another code."
        case .guide(let problem, let remedy): "\(name) \(problem). \(remedy)"
        case .tooMany: "\(name) is one more than the 837P has places for: choose the two that matter."
        case .tooLong(let limit): "\(name) is longer than the \(limit) characters that the 837P allows: shorten it."
        }
    }
}

/// A text that is sent otherwise than it was keyed, because X12 does not know all of its characters.
public struct Transliteration: Hashable, Sendable {
    /// `2010BA NM103`
    public let element: String
    /// As it was keyed: `José`.
    public let from: String
    /// As it is written: `Jose`.
    public let to: String
}
