import ClaimModel

/// Which repetition of the other payers' loops is which plan of the claim.
extension LoopPlace {
    /// Where a map writes its segment.
    init(of map: SegmentMap, _ source: SegmentMap.Source) {
        self.init(map.loop, line: map.loop.isOfLine ? source.row : nil)
        if map.loop == .otherInsurance { turn = map.plan }
        if map.loop.parent == .otherInsurance { insurance = map.plan }
        if map.loop == .adjudication { turn = LoopPlace.turn(ofDecision: map.plan, on: source.draft, source.row) }
    }

    /// The plan that the place is of, by its turn; 1 outside of the other payers' loops, `nil` where no field holds it.
    func plan(on draft: ClaimDraft) -> Int? {
        let plans = 1...PlanFields.third.turn
        if loop == .otherInsurance { return plans.contains(turn) ? turn : nil }
        guard loop == .adjudication else { return turn == 1 && plans.contains(insurance) ? insurance : nil }
        guard let line, draft.lines.indices.contains(line) else { return nil }
        let decided = DecisionFields.every.filter { !$0.decision(on: draft.lines[line]).isBlank }
        return decided.indices.contains(turn - 1) ? decided[turn - 1].plan.turn : nil
    }

    /// A line has the decisions that there are, the first payer's first.
    static func turn(ofDecision plan: Int, on draft: ClaimDraft, _ line: Int?) -> Int {
        guard plan > 1, let line, draft.lines.indices.contains(line) else { return 1 }
        return draft.lines[line].primary.isBlank ? 1 : plan
    }
}

extension [PlacedSegment] {
    /// The same with the other payers in the order in which they pay (SBR01), and with their decisions on each line in
    /// that order, whichever order the file has.
    var inOrderOfPayers: [PlacedSegment] {
        let payers = filter { $0.place.loop == .otherInsurance && $0.segment.id == "SBR" }
        guard payers.count > 1 else { return self }
        let order = payers.sortedByPayer.map(\.place.turn)
        let turns = Dictionary(zip(order, 1...)) { first, _ in first }
        let numbers = order.map { turn in
            first { $0.place.loop == .otherPayer && $0.place.insurance == turn && $0.segment.id == "NM1" }?
                .segment[9].text ?? ""
        }
        let decisions = Dictionary(grouping: filter { $0.segment.id == "SVD" }) { $0.place.line }.mapValues {
            decisions in
            let sorted = decisions.stablySorted { numbers.firstIndex(of: $0.segment[1].text) ?? numbers.count }
            return Dictionary(zip(sorted.map(\.place.turn), 1...)) { first, _ in first }
        }
        let inTurns = map { item in
            var place = item.place
            if place.loop == .otherInsurance { place.turn = turns[place.turn] ?? place.turn }
            if place.loop.parent == .otherInsurance { place.insurance = turns[place.insurance] ?? place.insurance }
            if place.loop == .adjudication { place.turn = decisions[place.line]?[place.turn] ?? place.turn }
            return PlacedSegment(place: place, segment: item.segment)
        }
        let keys = inTurns.map(\.place.sortKey)
        return inTurns.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1]) }
            .map { inTurns[$0] }
    }

    private var sortedByPayer: [PlacedSegment] {
        stablySorted { item in
            PayerOrder.allCases.firstIndex { $0.rawValue == item.segment[1].text } ?? PayerOrder.allCases.count
        }
    }

    private func stablySorted(by rank: (PlacedSegment) -> Int) -> [PlacedSegment] {
        enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}
