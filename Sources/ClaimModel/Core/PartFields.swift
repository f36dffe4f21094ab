/// The fields of one part: one that is blank, or the same in two drafts, is passed by unread.
struct PartFields: Sendable {
    let fields: [Field]
    /// Where they are in `Field.all`, whose order they have.
    let positions: [Int]
    /// To one of the entries, which all lie in one box.
    private let access: EntryAccess

    private init(first position: Int, _ field: Field) {
        fields = [field]
        positions = [position]
        access = field.access
    }

    private init(_ part: PartFields, and position: Int, _ field: Field) {
        fields = part.fields + [field]
        positions = part.positions + [position]
        access = part.access
    }

    var part: Part { access.part }

    /// Visits what is typed in some rows, field by field.
    func visit(in draft: ClaimDraft, rows: Range<Int>, _ visit: (_ index: Int, _ row: Int, TypedText) -> Void) {
        let written = rows.filter { !access.isHomeBlank(in: draft, row: $0) }
        guard !written.isEmpty else { return }
        for (index, field) in fields.enumerated() {
            for row in written {
                if let typed = field.access.typed(in: draft, row: row) { visit(index, row, typed) }
            }
        }
    }

    /// The texts of one row, in the order of the fields.
    func texts(in draft: ClaimDraft, row: Int) -> [String] {
        var texts = [String](repeating: "", count: fields.count)
        visit(in: draft, rows: row..<(row + 1)) { index, _, typed in texts[index] = typed.text }
        return texts
    }

    /// Whether both drafts refer to the same entries, so that nothing can differ.
    func areShared(by draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool {
        access.isHomeShared(by: draft, other, row: row)
    }

    /// Every part, in the order of its first field.
    static let all: [PartFields] = {
        var parts: [PartFields] = []
        var places: [ObjectIdentifier: Int] = [:]
        for (position, field) in Field.all.enumerated() {
            let home = ObjectIdentifier(field.access.home)
            if let place = places[home] {
                parts[place] = PartFields(parts[place], and: position, field)
            } else {
                places[home] = parts.count
                parts.append(PartFields(first: position, field))
            }
        }
        return parts
    }()

    fileprivate func order(of index: Int, row: Int) -> Int { positions[index] << 16 | row }
}

extension ClaimDraft {
    /// Every text that has no value, with the reason, in the order of the screens.
    public var unreadablePlaces: [(place: Place, reason: Unreadable)] {
        var found: [(order: Int, place: Place, reason: Unreadable)] = []
        for part in PartFields.all {
            part.visit(in: self, rows: 0..<rowCount(of: part.part)) { index, row, typed in
                guard let reason = typed.unreadable, reason.kind != .empty else { return }
                found.append((part.order(of: index, row: row), Place(part.fields[index], row: row), reason))
            }
        }
        return found.sorted { $0.order < $1.order }.map { ($0.place, $0.reason) }
    }
}
