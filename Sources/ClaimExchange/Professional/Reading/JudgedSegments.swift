import ClaimModel

extension ClaimDraft {
    /// Carries what no field holds but rules judge: the numbers of a line, and a decision date of the claim where its lines
    /// have theirs.
    mutating func carryJudged(of placed: [PlacedSegment]) {
        for item in placed {
            switch (item.segment.id, item.place.loop) {
            case ("REF", .line):
                guard ["G1", "9F", "EW"].contains(item.segment[1].text), let row = item.place.line,
                    self.lines.indices.contains(row)
                else { continue }
                self.lines[row].carried.append(CarriedSegment(item))
            case ("DTP", .otherPayer) where item.segment[1] == "573":
                guard let plan = item.place.plan(on: self),
                    let fields = DecisionFields.every.first(where: { $0.plan.turn == plan })
                else { continue }
                if decidesByLine(fields) { self.carried.append(CarriedSegment(item)) }
            default: continue
            }
        }
    }
}

extension CarriedSegment {
    fileprivate init(_ item: PlacedSegment) {
        self.init(loop: item.place.name, text: WireSegment(item.segment, at: item.place).text)
    }
}
