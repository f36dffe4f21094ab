import ClaimModel

/// Makes a draft of the segments of one claim.
struct DraftBuilder: Sendable {
    let context: ParsingContext
    private(set) var draft: ClaimDraft
    /// Another claim of the file, with which it may have texts in common.
    var other: ClaimDraft?
    /// What was read already, by the number of the map; a bit for each row.
    private var seen = [UInt64](repeating: 0, count: SegmentMap.all.count)

    /// Begins with the level that the claim shares with others.
    init(reading level: [PlacedSegment], in context: ParsingContext) {
        self.context = context
        draft = ClaimDraft(id: "")
        for item in level { take(item) }
    }

    /// - Parameters:
    ///   - placed: the segments in the order of the file, billing provider first.
    ///   - first: how many of them are of the level that was read.
    ///   - purpose: what the transaction says of its claims (BHT06); a claim to be paid where it is blank or CH.
    consuming func draft(id: String, of placed: [PlacedSegment], from first: Int, purpose: String) -> ClaimDraft {
        draft = draft.renamed(id)
        if purpose != ClaimPurpose.chargeable.code { type(purpose, at: Place(.claimPurpose)) }
        takeRoles(placed)
        for item in placed[first...] { take(item) }
        conclude(placed)
        return draft
    }

    mutating func type(_ text: String, at place: Place) { draft.type(text, at: place, as: other, in: context) }

    private mutating func take(_ item: PlacedSegment) {
        guard let plan = plan(of: item) else { return }
        let maps = SegmentMap.byLoop[item.place.loop.rawValue]
        let id = item.segment.id
        for index in maps.indices where maps[index].map.name == id && maps[index].map.plan == plan {
            guard maps[index].map.key?.matches(item.segment) ?? true, maps[index].map.applies(draft) else { continue }
            let row = maps[index].map.part == .attachment ? draft.attachments.count : item.place.line ?? 0
            let number = maps[index].number
            guard row < Part.line.limit, seen[number] & 1 << UInt64(row) == 0 else { return }
            seen[number] |= 1 << UInt64(row)
            if isMeant(item.segment, maps[index].map, row: row) { read(item.segment, maps[index].readings, row: row) }
            return
        }
    }

    /// Which of the other plans a segment is of; `nil` where no field holds what it says.
    private func plan(of item: PlacedSegment) -> Int? {
        guard item.segment.id == "SVD" else { return item.place.plan(on: draft) }
        let payer = item.segment[1].text
        let plans: [PlanFields] = [.other, .third]
        let decided = plans.first { $0.plan(in: draft).payerIdentifier.text == payer }?.turn
        return decided.flatMap {
            item.place.turn == LoopPlace.turn(ofDecision: $0, on: draft, item.place.line) ? $0 : nil
        }
    }

    private func isMeant(_ segment: X12Segment, _ map: SegmentMap, row: Int) -> Bool {
        // The facility says whose laboratory it is; see takeOutsideLab.
        if map.name == "PS1" || map.loop == .purchased { return false }
        guard map.takesReadableOnly else { return true }
        return map.slots.allSatisfy { slot in
            guard case .field(let field, let form) = slot.content else { return true }
            let text = segment.element(slot.element, slot.component).text
            if text.isEmpty { return !slot.isRequired }
            // What is too long for the guide, too, is shortened where it is keyed.
            return text.count > slot.limit || field.value(of: form.read(text), in: context) != nil
        }
    }

    private mutating func read(_ segment: X12Segment, _ readings: [SlotReading], row: Int) {
        for reading in readings {
            let element = segment.element(reading.element, reading.component)
            guard !element.isEmpty else { continue }
            if let (field, form) = reading.field {
                type(form.read(element.text), at: Place(field, row: reading.row ?? row))
            } else {
                reading.read?(element, &self, row)
            }
        }
    }
}

extension X12Segment {
    fileprivate func element(_ number: Int, _ component: Int) -> X12Element {
        component > 0 ? self[number][component: component] : self[number]
    }
}

// MARK: What several segments say together

extension DraftBuilder {
    /// What decides how other segments are read: whether the patient is the insured, and who referred.
    private mutating func takeRoles(_ placed: [PlacedSegment]) {
        for item in placed {
            switch (item.place.loop, item.segment.id) {
            case (.subscriber, "SBR"):
                type(item.segment[2].text, at: Place(.relationship))
            case (.patient, "PAT"):
                let code = item.segment[1].text
                // A patient apart is not the insured, even where the file does not say what they are to them.
                type(code.isEmpty || code == "18" ? "?" : code, at: Place(.relationship))
            case (.otherInsurance, "SBR"):
                type("Y", at: Place(.otherInsuranceExists))
                if item.place.turn == PlanFields.third.turn {
                    type(item.segment[2].text, at: Place(.thirdRelationship))
                }
            case (.referring, "NM1") where item.place.turn == 1 && item.segment[1] == "DN",
                (.supervising, "NM1") where item.place.turn == 1:
                guard draft.referring.qualifier.isEmpty else { continue }
                type(item.segment[1].text, at: Place(.referringQualifier))
            default: continue
            }
        }
    }

    private mutating func conclude(_ placed: [PlacedSegment]) {
        takeOrdering(placed)
        takeAdjudication(placed)
        // What the guide says by leaving it out.
        let omitted: [Field] = [.employmentRelated, .autoAccident, .otherAccident, .otherInsuranceExists]
        for field in omitted where draft.text(at: Place(field)).isEmpty {
            type("N", at: Place(field))
        }
        if let codes = placed.first(where: { $0.segment.id == "HI" })?.segment, codes[1][component: 1] == "BK" {
            type("9", at: Place(.diagnosisIndicator))
        }
        takeOutsideLab(placed)
    }

    /// The charge is the claim's where it is given once, of the laboratory that is the service facility.
    private mutating func takeOutsideLab(_ placed: [PlacedSegment]) {
        let found = placed.filter { $0.segment.id == "PS1" }
        guard let first = found.first else { return }
        type("Y", at: Place(.outsideLab))
        let number = draft.facility.npi.text
        let provider = placed.first {
            $0.place == LoopPlace(.purchased, line: first.place.line) && $0.segment.id == "NM1"
        }
        if found.count == 1, !number.isEmpty, first.segment[1].text == number, provider?.segment[9].text == number {
            type(first.segment[2].text, at: Place(.outsideLabCharges))
            if draft.purchasedRow == first.place.line { return }
            type("", at: Place(.outsideLabCharges))
        }
        for item in found { takePurchase(item, placed) }
    }

    /// What one line says of the laboratory that did its test.
    private mutating func takePurchase(_ item: PlacedSegment, _ placed: [PlacedSegment]) {
        guard let row = item.place.line, row < Part.line.limit else { return }
        let provider = placed.first { $0.place == LoopPlace(.purchased, line: row) && $0.segment.id == "NM1" }
        type(item.segment[2].text, at: Place(.linePurchasedCharge, row: row))
        type(provider?.segment[9].text ?? "", at: Place(.linePurchasedNPI, row: row))
    }

    /// The provider who ordered every line ordered the claim.
    private mutating func takeOrdering(_ placed: [PlacedSegment]) {
        guard draft.referring.qualifier.isEmpty, !draft.lines.isEmpty else { return }
        let named = placed.filter { $0.place.loop == .ordering && $0.segment.id == "NM1" }.map(\.segment)
        func same(_ one: X12Segment, _ other: X12Segment) -> Bool {
            [3, 4, 9].allSatisfy { one[$0].bytes == other[$0].bytes }
        }
        guard named.count == draft.lines.count, let first = named.first, named.allSatisfy({ same($0, first) }) else {
            return
        }
        type("DK", at: Place(.referringQualifier))
        type(first[3].text, at: Place(.referringLastName))
        type(first[4].text, at: Place(.referringFirstName))
        type(first[9].text, at: Place(.referringNPI))
        for field in [Field.lineOrderingLastName, .lineOrderingFirstName, .lineOrderingNPI] {
            for row in draft.lines.indices { type("", at: Place(field, row: row)) }
        }
    }

    /// When earlier payers decided, and what they took off the claim and each line.
    private mutating func takeAdjudication(_ placed: [PlacedSegment]) {
        guard placed.contains(where: { $0.place.loop == .otherInsurance || $0.place.loop == .adjudication }) else {
            return
        }
        for fields in DecisionFields.every {
            let plan = fields.plan.turn
            takeAdjustments(
                placed.filter { $0.place == LoopPlace(.otherInsurance, turn: plan) }, Place(fields.adjustments))
            for row in draft.lines.indices where !fields.decision(on: draft.lines[row]).isBlank {
                let found = placed.filter {
                    $0.place.loop == .adjudication && $0.place.line == row && $0.place.plan(on: draft) == plan
                }
                let date = found.first { $0.segment.id == "DTP" && $0.segment[1] == "573" }
                if fields.decision(in: draft).date.isEmpty, let date {
                    type(WireForm.date.read(date.segment[3].text), at: Place(fields.date))
                }
                takeAdjustments(found, Place(fields.lineAdjusted, row: row))
            }
        }
    }

    private mutating func takeAdjustments(_ found: [PlacedSegment], _ place: Place) {
        let segments = found.filter { $0.segment.id == "CAS" }.map { WireSegment($0.segment, at: $0.place) }
        guard !segments.isEmpty, let text = AdjustmentSegments.text(of: segments) else { return }
        type(text, at: place)
    }
}
