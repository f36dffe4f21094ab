/// What is recorded in addition to the fields.
extension Merging {
    mutating func mergeRecords() {
        let carried = drafts.map(\.carried)
        let segments = carried.map { $0.map(\.text).joined(separator: " ") }
        if side(of: .carried, carried, as: segments) == .theirs { merged.carried = carried.theirs }
        merged.overrides = records(
            drafts.map(\.overrides), about: { DraftClash.Finding(rule: $0.rule, place: $0.place) },
            as: DraftClash.Value.override, \.text)
        merged.queries = records(
            drafts.map(\.queries), about: { DraftClash.Finding(rule: $0.rule, place: $0.place) },
            as: DraftClash.Value.question, \.text)
        // A default ends once its field is typed over, on whichever side.
        let defaulted = drafts.map(\.defaulted)
        merged.defaulted = defaulted.mine.union(defaulted.theirs).filter { id in
            let has = defaulted.map { $0.contains(id) }
            return has.decided.map { has[$0] } ?? has.mine
        }
    }

    /// Overrides, or questions: those about one finding are one value.
    private mutating func records<Record: Equatable>(
        _ lists: Versions<[Record]>, about finding: (Record) -> DraftClash.Finding,
        as value: (DraftClash.Finding) -> DraftClash.Value, _ text: (Record) -> String
    ) -> [Record] {
        if let side = lists.decided { return lists[side] }
        var merged: [Record] = []
        var seen: Set<DraftClash.Finding> = []
        for one in (lists.mine + lists.theirs).map(finding) where seen.insert(one).inserted {
            let records = lists.map { list in list.filter { finding($0) == one } }
            let texts = records.map { $0.map(text).joined(separator: "; ") }
            merged += records[side(of: value(one), records, as: texts)]
        }
        return merged
    }
}

extension ProviderQuery {
    fileprivate var text: String { "\(question) (\(by), \(on))" }
}
