import ClaimModel

extension SegmentMap {
    /// Every map in the order of the guide.
    static let all: [SegmentMap] =
        billingMaps + subscriberMaps + patientMaps + claimMaps + otherInsuranceMaps + lineMaps

    /// The same with what is asked of every map of every claim.
    static let numbered: [Numbered] = all.enumerated().map { Numbered(number: $0, map: $1) }

    /// The maps of each loop, by its number.
    static let byLoop: [[Numbered]] = ProfessionalLoop.allCases.map { loop in
        numbered.filter { $0.map.loop == loop }
    }

    /// A map with its number in `all`, and its elements as the reader takes them.
    struct Numbered: Sendable {
        let number: Int
        let map: SegmentMap
        let readings: [SlotReading]
        /// Whether only fields make the segment.
        private let restsOnFields: Bool

        init(number: Int, map: SegmentMap) {
            self.number = number
            self.map = map
            readings = map.slots.map(SlotReading.init)
            restsOnFields =
                !map.isRequired && !map.isAlone && map.repeated == nil && !map.slots.contains(where: \.isDerived)
        }

        /// Whether a row has nothing to write, as most have of most maps.
        func isBlank(in draft: ClaimDraft, row: Int) -> Bool {
            restsOnFields
                && readings.allSatisfy { reading in
                    guard let field = reading.field?.field else { return true }
                    return draft.text(at: Place(field, row: field.part == .claim ? 0 : reading.row ?? row)).isEmpty
                }
        }
    }
}

/// What is read of an element, without all that only writing it needs: a file has dozens of elements a claim.
struct SlotReading: Sendable {
    let element: Int
    let component: Int
    let row: Int?
    let field: (field: Field, form: WireForm)?
    let read: (@Sendable (X12Element, inout DraftBuilder, Int) -> Void)?

    init(_ slot: Slot) {
        (element, component, row) = (slot.element, slot.component, slot.row)
        if case .field(let field, let form) = slot.content {
            self.field = (field, form)
            read = nil
        } else {
            field = nil
            read = slot.read
        }
    }
}
