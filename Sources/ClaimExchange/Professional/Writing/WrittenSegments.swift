import ClaimModel

/// The segments that the fields of a draft make, without what it carries along.
struct WrittenSegments {
    struct Item {
        var segment: WireSegment
        let map: SegmentMap
        let row: Int
    }

    let draft: ClaimDraft
    private(set) var items: [Item] = []
    /// What the guide requires and no field says.
    private(set) var missing: [Missing] = []

    struct Missing: Hashable {
        /// `nil` where no field holds it.
        let place: Place?
        /// `2010AA N403`
        let element: String
    }

    init(of draft: ClaimDraft) {
        self.draft = draft
        let maps = SegmentMap.numbered
        for index in maps.indices {
            for row in 0..<draft.rowCount(of: maps[index].map.part) where !maps[index].isBlank(in: draft, row: row) {
                if maps[index].map.applies(draft) { write(maps[index].map, row: row) }
            }
        }
    }

    /// The field that an element of a sent segment comes from; `nil` where none does.
    func place(of segment: WireSegment, _ element: Int, _ component: Int) -> Place? {
        let key = Carrying.Key(of: segment)
        guard let item = items.first(where: { Carrying.Key(of: $0.segment) == key }) else { return nil }
        return item.map.slot(element, component)?.place(row: item.row)
    }

    private mutating func write(_ map: SegmentMap, row: Int) {
        let source = SegmentMap.Source(draft: draft, row: row)
        guard map.appliesToRow(source) else { return }
        let place = LoopPlace(of: map, source)
        if let repeated = map.repeated {
            items += repeated(source).map { texts in
                Item(segment: WireSegment(texts, name: map.name, at: place), map: map, row: row)
            }
            return
        }
        let own = map.slots.map { $0.isUsual ? "" : $0.text(source) }
        let isFilled = map.isAlone || own.contains { !$0.isEmpty }
        // Most maps have nothing to say of a claim.
        guard isFilled || map.isRequired else { return }
        var segment = WireSegment(place: place, name: map.name)
        for (slot, text) in zip(map.slots, own) { slot.put(slot.isUsual ? slot.text(source) : text, into: &segment) }
        for slot in map.slots {
            if let companion = slot.companion, segment[companion, 0].isEmpty {
                segment[slot.element, slot.component] = ""
            }
        }
        for slot in map.slots where slot.isRequired && segment[slot.element, slot.component].isEmpty {
            guard slot.isWaived?(draft) != true else { continue }
            missing.append(Missing(place: slot.place(row: row), element: map.name(of: slot)))
        }
        if isFilled, !segment.isBlank { items.append(Item(segment: segment, map: map, row: row)) }
    }
}

extension SegmentMap {
    /// `2010AA N403`, `2300 CLM05-1`.
    fileprivate func name(of slot: Slot) -> String {
        let number = slot.element < 10 ? "0\(slot.element)" : String(slot.element)
        let component = slot.component > 0 ? "-\(slot.component)" : ""
        return "\(loop.identifier) \(name)\(number)\(component)"
    }

    func slot(_ element: Int, _ component: Int) -> Slot? {
        slots.first { $0.element == element && ($0.component == component || $0.component == 0) }
    }
}

extension Slot {
    /// A text of a field is never parted, whatever is in it.
    fileprivate func put(_ text: String, into segment: inout WireSegment) {
        if case .field = content, component == 0 {
            if !text.isEmpty { segment.put([text], at: element) }
        } else {
            segment[element, component] = text
        }
    }

    var isUsual: Bool { if case .usual = content { true } else { false } }

    /// Whether the fields of the claim say it, whatever its file had.
    var isDerived: Bool { if case .derived = content { true } else { false } }

    fileprivate var companion: Int? { if case .usual(_, let companion) = content { companion } else { nil } }

    func text(_ source: SegmentMap.Source) -> String {
        switch content {
        case .field(let field, let form):
            let place = Place(field, row: row(in: field, source.row))
            return source.draft.text(at: place).isEmpty ? "" : form.written(source.draft.state(at: place))
        case .usual(let text, _), .derived(let text): return text(source)
        }
    }

    /// The place of the field behind the slot.
    func place(row: Int) -> Place? {
        let field: Field? = if case .field(let field, _) = content { field } else { origin }
        return field.map { Place($0, row: self.row(in: $0, row)) }
    }

    private func row(in field: Field, _ row: Int) -> Int { field.part == .claim ? 0 : self.row ?? row }

    /// Whether two texts of the element say the same.
    func means(_ one: String, _ other: String, in context: ParsingContext) -> Bool {
        switch content {
        case .field(let field, let form):
            guard let value = field.value(of: form.read(one), in: context) else { return false }
            return value == field.value(of: form.read(other), in: context)
        case .usual, .derived: return WireForm.trimmed(one) == WireForm.trimmed(other)
        }
    }
}
