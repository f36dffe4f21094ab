extension ClaimDraft {
    /// The fields whose texts differ from those of another draft, of the same claim or not; where rows were added, removed,
    /// begun or emptied, every field of their part.
    package func changedFields(since earlier: ClaimDraft) -> [Field] {
        Part.allCases.flatMap { part in
            switch change(of: part, since: earlier) {
            case nil: [Field]()
            case .texts: Field.of(part).filter { hasOtherText(in: $0, than: earlier) }
            case .rows: Field.of(part)
            }
        }
    }

    private enum Change {
        /// The same rows are there, with other texts.
        case texts
        /// Rows were added, removed, begun or emptied.
        case rows
    }

    private func change(of part: Part, since earlier: ClaimDraft) -> Change? {
        // Rows that nobody has touched lie in the same place, so that this costs nothing for them.
        func change<Row: DraftRow>(of rows: [Row], since earlier: [Row]) -> Change? {
            guard rows != earlier else { return nil }
            let blank = Row()
            return rows.elementsEqual(earlier) { ($0 == blank) == ($1 == blank) } ? .texts : .rows
        }
        return switch part {
        case .claim: .texts
        case .diagnosis: change(of: diagnoses, since: earlier.diagnoses)
        case .line: change(of: lines, since: earlier.lines)
        case .trial: change(of: trials, since: earlier.trials)
        case .score: change(of: scores, since: earlier.scores)
        case .attachment: change(of: attachments, since: earlier.attachments)
        }
    }

    private func hasOtherText(in field: Field, than earlier: ClaimDraft) -> Bool {
        (0..<rowCount(of: field.part)).contains { !field.access.hasSameText(in: self, earlier, row: $0) }
    }
}

extension Field {
    private static let byPart = Dictionary(grouping: all, by: \.part)

    fileprivate static func of(_ part: Part) -> [Field] { byPart[part] ?? [] }
}
