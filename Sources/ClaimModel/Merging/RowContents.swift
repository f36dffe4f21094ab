/// What one version says in some fields of a row, with what a file brought for it.
struct RowContents: Equatable {
    private let fields: [Field]
    private let texts: [String]
    private let carried: [CarriedSegment]

    init(_ fields: [Field], in draft: ClaimDraft, row: Int) {
        self.fields = fields
        texts = fields.map { draft.text(at: Place($0, row: row)) }
        carried = fields.first?.part == .line ? draft.carriedSegments(with: .line, row: row) : []
    }

    /// What is keyed in it: `Code 96365, Units 1`.
    var text: String {
        var items = zip(fields, texts).filter { !$0.1.isEmpty }.map { "\($0.label) \($1)" }
        if !carried.isEmpty { items.append("\(counted(carried.count, "segment")) of a file") }
        return items.joined(separator: ", ")
    }
}
