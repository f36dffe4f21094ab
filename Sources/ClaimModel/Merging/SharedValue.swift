/// What is one value although the claim and its lines have a part of it each.
struct SharedValue: Sendable {
    let value: DraftClash.Value
    /// Of the claim, or of rows that are taken as a whole.
    let own: [Field]
    /// Of each service line.
    let ofLine: [Field]

    /// A letter means another diagnosis once the list is another one.
    static let diagnoses = SharedValue(.diagnoses, [.diagnosisCode], [.linePointers])
    /// Lines and claim add up.
    static let adjudication = SharedValue(
        .adjudication, Field.all.filter { $0.part == .claim && $0.saidBy != .office },
        Field.all.filter { $0.part == .line && $0.saidBy != .office })

    static let ofLines = Set(diagnoses.ofLine + adjudication.ofLine)

    private init(_ value: DraftClash.Value, _ own: [Field], _ ofLine: [Field]) {
        (self.value, self.own, self.ofLine) = (value, own, ofLine)
    }

    func ownTexts(in draft: ClaimDraft) -> [[String]] {
        own.map { field in (0..<draft.rowCount(of: field.part)).map { draft.text(at: Place(field, row: $0)) } }
    }

    func lineTexts(in draft: ClaimDraft, _ line: Int?) -> [String] {
        ofLine.map { field in line.map { draft.text(at: Place(field, row: $0)) } ?? "" }
    }
}

extension Merging {
    /// - Parameters:
    ///   - kept: the lines of the merged claim.
    ///   - asked: those that would be lines of it if the person chose so.
    mutating func merge(_ shared: SharedValue, on kept: [MergedRow], asked: [MergedRow]) {
        let drafts = self.drafts
        let own = drafts.map(shared.ownTexts)
        let lines = shared.linesOnBothSides(kept, in: drafts)
        let contents = Versions(
            base: [own.base, lines.base], mine: [own.mine, lines.mine], theirs: [own.theirs, lines.theirs])
        // A line that only the other side has was keyed with the other side's list in view.
        let decided = contents.decided ?? .mine
        let isOpen =
            own.mine != own.theirs
            && (kept + asked).contains { row in
                row[decided] == nil
                    && shared.lineTexts(in: drafts[decided.other], row[decided.other]).contains { !$0.isEmpty }
            }
        let side = side(of: shared.value, contents, isOpen: isOpen, as: shared.texts(kept + asked, in: drafts))
        for field in shared.own {
            for row in 0..<max(drafts[side].rowCount(of: field.part), merged.rowCount(of: field.part)) {
                merged.copy(field, from: drafts[side], row: row, to: row)
            }
        }
        for (index, row) in kept.enumerated() {
            let source = row[side] == nil && own.mine == own.theirs ? side.other : side
            for field in shared.ofLine { merged.copy(field, from: drafts[source], row: row[source], to: index) }
        }
    }

}

extension SharedValue {
    fileprivate func linesOnBothSides(_ kept: [MergedRow], in drafts: Versions<ClaimDraft>) -> Versions<[[String]]> {
        let rows = kept.filter(\.isOnBothSides)
        return Versions(
            base: rows.map { lineTexts(in: drafts.base, $0.base) },
            mine: rows.map { lineTexts(in: drafts.mine, $0.mine) },
            theirs: rows.map { lineTexts(in: drafts.theirs, $0.theirs) })
    }

    /// What a person reads of it in each version.
    fileprivate func texts(_ rows: [MergedRow], in drafts: Versions<ClaimDraft>) -> Versions<String> {
        let own = own.flatMap { field in
            let count = drafts.map { $0.rowCount(of: field.part) }
            return (0..<max(count.mine, count.theirs)).map { row in
                let name = field.part == .diagnosis ? String(DiagnosisRow.letter(of: row)) : field.label
                return (name: name, text: drafts.map { $0.text(at: Place(field, row: row)) })
            }
        }
        let lines = rows.flatMap { row in
            ofLine.map { field in
                (
                    name: "line \((row.mine ?? row.theirs ?? 0) + 1) \(field.label)",
                    text: row.texts(of: field, in: drafts)
                )
            }
        }
        return Versions(differing: own + lines)
    }
}
