/// One text that two versions of a claim have differently.
public struct DraftDifference: Hashable, Sendable {
    /// What the text belongs to.
    public enum Subject: Hashable, Sendable {
        case field(Field)
        /// What a file brought that no field holds, by its loop.
        case carried(loop: String)
        /// An overridden warning, by its rule.
        case override(rule: String)
    }

    /// Which text it is.
    public let subject: Subject
    /// The part that the text repeats with.
    public let part: Part
    /// The row in each version, from 0; `nil` where that version has no such row, 0 for a text of the claim.
    public let rows: (before: Int?, after: Int?)
    /// The text in the earlier version, `""` where it has none.
    public let before: String
    /// The text in the later version, `""` where it has none.
    public let after: String

    public static func == (left: DraftDifference, right: DraftDifference) -> Bool {
        left.subject == right.subject && left.rows == right.rows && left.before == right.before
            && left.after == right.after
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(subject)
        hasher.combine(rows.before)
        hasher.combine(rows.after)
    }
}

extension ClaimDraft {
    /// What this version has otherwise than an earlier one: texts of the claim in the order of the screens, then those of
    /// its rows, each paired with the row most like it.
    public func differences(from earlier: ClaimDraft) -> [DraftDifference] {
        Part.allCases.flatMap { part in
            part == .claim ? claimDifferences(from: earlier) : rowDifferences(from: earlier, in: part)
        } + overrideDifferences(from: earlier)
    }

    private func claimDifferences(from earlier: ClaimDraft) -> [DraftDifference] {
        let parts = PartFields.all.filter { $0.part == .claim && !$0.areShared(by: self, earlier, row: 0) }
        let found = parts.flatMap { part in
            fieldDifferences(of: part, (0, 0), part.texts(in: earlier, row: 0), part.texts(in: self, row: 0))
        }
        return found.sorted { $0.position < $1.position } + carriedDifferences(from: earlier, .claim, (0, 0))
    }

    private func rowDifferences(from earlier: ClaimDraft, in part: Part) -> [DraftDifference] {
        PartFields.all.filter { $0.part == part }.flatMap { fields -> [DraftDifference] in
            let count = rowCount(of: part)
            if count == earlier.rowCount(of: part),
                (0..<count).allSatisfy({ fields.areShared(by: self, earlier, row: $0) })
            {
                return []
            }
            let before = (0..<earlier.rowCount(of: part)).map { fields.texts(in: earlier, row: $0) }
            let after = (0..<count).map { fields.texts(in: self, row: $0) }
            return RowAlignment(of: before, with: after).pairs.flatMap { pair in
                fieldDifferences(of: fields, pair, pair.before.map { before[$0] }, pair.after.map { after[$0] })
                    + carriedDifferences(from: earlier, part, pair)
            }
        }
    }

    /// - Parameter before: `nil` where that version has no such row.
    private func fieldDifferences(
        of part: PartFields, _ rows: (before: Int?, after: Int?), _ before: [String]?, _ after: [String]?
    ) -> [DraftDifference] {
        part.fields.indices.compactMap { index in
            let (old, new) = (before?[index] ?? "", after?[index] ?? "")
            guard old != new else { return nil }
            return DraftDifference(
                subject: .field(part.fields[index]), part: part.part, rows: rows, before: old, after: new)
        }
    }

    private func carriedDifferences(
        from earlier: ClaimDraft, _ part: Part, _ rows: (before: Int?, after: Int?)
    ) -> [DraftDifference] {
        guard part == .claim || part == .line else { return [] }
        let old = rows.before.map { earlier.carriedSegments(with: part, row: $0) } ?? []
        let new = rows.after.map { carriedSegments(with: part, row: $0) } ?? []
        let gone = old.filter { !new.contains($0) }.map { ($0, $0.text, "") }
        let come = new.filter { !old.contains($0) }.map { ($0, "", $0.text) }
        return (gone + come).map { segment, before, after in
            DraftDifference(
                subject: .carried(loop: segment.loop), part: part, rows: rows, before: before, after: after)
        }
    }

    private func overrideDifferences(from earlier: ClaimDraft) -> [DraftDifference] {
        let gone = earlier.overrides.filter { !self.overrides.contains($0) }.map { ($0, $0.text, "") }
        let come = self.overrides.filter { !earlier.overrides.contains($0) }.map { ($0, "", $0.text) }
        return (gone + come).map { override, before, after in
            DraftDifference(
                subject: .override(rule: override.rule), part: .claim, rows: (0, 0), before: before, after: after)
        }
    }
}

extension DraftDifference {
    fileprivate var position: Int {
        if case .field(let field) = subject { field.position } else { .max }
    }

    /// The name of what differs.
    package var label: String {
        switch subject {
        case .field(let field): field.label
        case .carried: "Carried along"
        case .override(let rule): "Override of \(rule)"
        }
    }

    /// `Line 2`, `Line 2, was 3`, `Diagnosis 1, added`; `nil` for a text of the claim.
    package var rowTitle: String? { part.title(of: rows) }
}

extension Part {
    /// - Parameter rows: in an earlier version and in a later one, from 0; `nil` where it has no such row.
    func title(of rows: (before: Int?, after: Int?)) -> String? {
        guard self != .claim else { return nil }
        let name = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        switch rows {
        case (let old?, let new?): return "\(name) \(new + 1)" + (old == new ? "" : ", was \(old + 1)")
        case (nil, let new?): return "\(name) \(new + 1), added"
        case (let old?, nil): return "\(name) \(old + 1), removed"
        case (nil, nil): return nil
        }
    }
}

extension Override {
    /// `Slow infusion (L. Lead, 11/23/2026)`.
    var text: String { "\(reason) (\(by), \(on))" }
}
