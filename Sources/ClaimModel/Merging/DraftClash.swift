/// A value that both sides changed, and differently.
package struct DraftClash: Hashable, Sendable, Identifiable {
    /// What is taken from one side as a whole.
    package enum Value: Hashable, Sendable {
        /// - Parameter row: `nil` for a field of the claim.
        case field(Field, row: MergedRow?)
        /// A service line with its drug; or any row that one side removed and the other changed.
        case row(Part, MergedRow)
        /// Rows that were added on both sides, more than a claim takes.
        case rows(Part)
        /// The diagnoses with every line's pointers.
        case diagnoses
        /// What the primary decided on the claim and on its lines.
        case adjudication
        /// What a file brought that no field holds.
        case carried
        case override(of: Finding)
        case question(about: Finding)
    }

    /// What an override or a question is about.
    package struct Finding: Hashable, Sendable {
        let rule: String
        /// The key of its place.
        let place: String
    }

    package let id: Value
    /// What both began with; `""` for nothing, as with the other two.
    package let base: String
    package let mine: String
    package let theirs: String

    init(_ id: Value, _ texts: Versions<String>) {
        self.id = id
        (base, mine, theirs) = (texts.base, texts.mine, texts.theirs)
    }
}

extension DraftClash {
    /// The name of the value.
    package var label: String {
        switch id {
        case .field(let field, _): field.fullLabel
        case .row: "as a whole"
        case .rows(let part): "Rows added: \(part.rawValue)"
        case .diagnoses: "Diagnoses with pointers"
        case .adjudication: "Primary's decision"
        case .carried: "Carried along"
        case .override(let finding): "Override of \(finding.rule)"
        case .question(let finding): "Question about \(finding.rule)"
        }
    }

    /// The row as mine has it, else as theirs has it; `nil` for what is no row's.
    package var rowTitle: String? {
        switch id {
        case .field(let field, let row?): row.title(of: field.part)
        case .row(let part, let row): row.title(of: part)
        case .field, .rows, .diagnoses, .adjudication, .carried, .override, .question: nil
        }
    }

    /// `Line 2, as a whole`.
    package var title: String { [rowTitle, label].compactMap(\.self).joined(separator: ", ") }

    package subscript(side: MergeSide) -> String { side == .mine ? mine : theirs }

    /// Whether a side without a text has no such row.
    package var isOfWholeRow: Bool { if case .row = id { true } else { false } }
}

extension MergedRow {
    fileprivate func title(of part: Part) -> String? {
        part.title(of: (before: base, after: mine ?? (base == nil ? theirs : nil)))
    }
}
