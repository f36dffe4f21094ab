import ClaimModel
import Randomness
import Testing

/// What holds of every merge, whatever was keyed.
struct DraftMergeLawTests {
    /// A claim and two windows in which it was changed.
    private struct Windows {
        let base, mine, theirs: ClaimDraft

        init(seed: UInt64, changesRows: Bool) {
            var random = Seeded(seed)
            let base = ClaimDraft.random(seed: seed, sparsity: changesRows ? 3 : 1)
            self.base = base
            mine = base.changed(changesRows: changesRows, &random)
            theirs = base.changed(changesRows: changesRows, &random)
        }

        var merge: DraftMerge { DraftMerge(base: base, mine: mine, theirs: theirs) }
        var mirrored: DraftMerge { DraftMerge(base: base, mine: theirs, theirs: mine) }
    }

    @Test(arguments: UInt64(1)...30)
    func `What one side alone has changed is the merged claim`(seed: UInt64) {
        let windows = Windows(seed: seed, changesRows: true)
        let (base, mine) = (windows.base, windows.mine)
        for merge in [
            DraftMerge(base: base, mine: mine, theirs: base), DraftMerge(base: base, mine: base, theirs: mine),
            DraftMerge(base: base, mine: mine, theirs: mine),
        ] {
            #expect(merge.clashes.isEmpty)
            #expect(merge.merged == mine)
        }
    }

    @Test(arguments: UInt64(1)...30)
    func `Every value is the base's, the one that changed it, or a clash that has mine`(seed: UInt64) {
        let windows = Windows(seed: seed, changesRows: false)
        let merge = windows.merge
        var clashes = 0
        for places in Dictionary(grouping: windows.base.places, by: value).values {
            func texts(_ draft: ClaimDraft) -> [String] { places.map { draft.text(at: $0) } }
            let (base, mine, theirs) = (texts(windows.base), texts(windows.mine), texts(windows.theirs))
            let isClash = mine != base && theirs != base && mine != theirs
            if isClash { clashes += 1 }
            #expect(texts(merge.merged) == (mine == base ? theirs : mine))
        }
        #expect(merge.clashes.count == clashes)
        let chosen = merge.taking(theirs: Set(merge.clashes.map(\.id))).merged
        #expect(chosen.isAsKeyed(in: windows.mirrored.merged))
    }

    /// What is taken as a whole.
    private func value(of place: Place) -> String {
        let field = place.field
        if field == .diagnosisCode || field == .linePointers { return "diagnoses" }
        if field.saidBy != .office { return "adjudication" }
        return field.part == .line ? "line \(place.row)" : place.key
    }

    @Test(arguments: UInt64(1)...30)
    func `Nothing is invented`(seed: UInt64) {
        let windows = Windows(seed: seed, changesRows: true)
        let merge = windows.merge
        let all = Set(merge.clashes.map(\.id))
        for draft in [merge.merged, merge.taking(theirs: all).merged] {
            for field in Field.all {
                func texts(_ draft: ClaimDraft) -> Set<String> {
                    Set((0..<draft.rowCount(of: field.part)).map { draft.text(at: Place(field, row: $0)) })
                }
                #expect(texts(draft).subtracting([""]).isSubset(of: texts(windows.mine).union(texts(windows.theirs))))
            }
            #expect(Part.allCases.allSatisfy { draft.rowCount(of: $0) <= $0.limit })
            #expect(Set(draft.overrides).isSubset(of: windows.mine.overrides + windows.theirs.overrides))
        }
    }

    @Test(arguments: UInt64(1)...30)
    func `Both windows see the same`(seed: UInt64) {
        let windows = Windows(seed: seed, changesRows: true)
        let (merge, mirrored) = (windows.merge, windows.mirrored)
        func seen(_ clashes: [DraftClash], isMirrored: Bool) -> [String] {
            clashes.map { clash in
                let sides = isMirrored ? [clash.theirs, clash.mine] : [clash.mine, clash.theirs]
                return ([clash.label, clash.base] + sides).joined(separator: "|")
            }.sorted()
        }
        #expect(
            seen(merge.clashes.filter(\.isOfOneText), isMirrored: false)
                == seen(mirrored.clashes.filter(\.isOfOneText), isMirrored: true))
        #expect(merge.clashes.count == mirrored.clashes.count)
        let chosen = merge.taking(theirs: Set(merge.clashes.map(\.id))).merged
        #expect(chosen.isAsKeyed(in: mirrored.merged))
    }
}

extension DraftClash {
    /// Not the words of several, which name rows by the numbers that they have here.
    fileprivate var isOfOneText: Bool { if case .field = id { true } else { false } }
}

extension ClaimDraft {
    /// The same after some keys: texts typed, rows added and removed, warnings overridden.
    fileprivate func changed(changesRows: Bool, _ random: inout Seeded) -> ClaimDraft {
        var draft = self
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            switch changesRows ? Int.random(in: 0..<6, using: &random) : 5 {
            case 0: draft.removeRow(&random)
            case 1: draft.type(random.pick(ClaimDraft.oddTexts), in: random.pick(Field.all), isAdded: true, &random)
            case 2: draft.changeRecords(&random)
            default: draft.type(random.pick(ClaimDraft.oddTexts), in: random.pick(Field.all), isAdded: false, &random)
            }
        }
        return draft
    }

    private mutating func type(_ text: String, in field: Field, isAdded: Bool, _ random: inout Seeded) {
        let count = rowCount(of: field.part)
        let row = isAdded && field.part != .claim ? count : Int.random(in: 0..<max(1, count), using: &random)
        type(text, at: Place(field, row: row), in: ClaimDraft.context)
    }

    private mutating func removeRow(_ random: inout Seeded) {
        func remove<Row>(_ rows: inout [Row], _ random: inout Seeded) {
            if let row = rows.indices.randomElement(using: &random) { rows.remove(at: row) }
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: remove(&self.diagnoses, &random)
        case 1: remove(&self.lines, &random)
        case 2: remove(&self.trials, &random)
        case 3: remove(&self.scores, &random)
        default: remove(&self.attachments, &random)
        }
        dropBlankEnds()
    }

    private mutating func changeRecords(_ random: inout Seeded) {
        if Bool.random(using: &random), !self.overrides.isEmpty { self.overrides.removeLast() }
        self.overrides.append(
            Override(
                rule: "TM-00\(Int.random(in: 0..<4, using: &random))", place: "line.units[2]",
                reason: random.pick(ClaimDraft.oddTexts), by: "B. Biller", on: Day(number: 20_800), inputs: [:]))
        if Bool.random(using: &random) { self.queries = [] }
        if Bool.random(using: &random) { self.carried.append(CarriedSegment(loop: "2300", text: "K3*MORE")) }
        if Bool.random(using: &random) { self.defaulted.remove("placeOfService") }
    }

    /// Whether both have the same, apart from the order of what was added on both sides.
    fileprivate func isAsKeyed(in other: ClaimDraft) -> Bool {
        func rows(_ draft: ClaimDraft, _ part: Part) -> [String] {
            let fields = Field.all.filter { $0.part == part }
            return (0..<draft.rowCount(of: part)).map { row in
                fields.map { draft.text(at: Place($0, row: row)) }.joined(separator: "|")
            }.sorted()
        }
        return Part.allCases.allSatisfy { rows(self, $0) == rows(other, $0) }
            && Set(self.overrides) == Set(other.overrides) && Set(self.queries) == Set(other.queries)
            && self.carried == other.carried && self.defaulted == other.defaulted
    }
}
