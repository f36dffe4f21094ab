/// The fields of one part, read all at once: a part that is blank, or the same in two drafts, is passed by unread.
struct PartFields: Sendable {
    let part: Part
    /// In the order of `Field.all`.
    let fields: [Field]
    /// Where each of the fields stands among all.
    private let positions: [Int]
    private let visitTyped: @Sendable (ClaimDraft, _ rows: Range<Int>, _ visit: Visit) -> Void
    private let compareTyped: @Sendable (ClaimDraft, ClaimDraft, _ row: Int, _ compare: Compare) -> Void
    private let isSharedBy: @Sendable (ClaimDraft, ClaimDraft, _ row: Int) -> Bool

    typealias Visit = (_ index: Int, _ row: Int, TypedText) -> Void
    typealias Compare = (_ index: Int, TypedText?, TypedText?) -> Void

    fileprivate init<Entries: FieldPart>(_ entries: Entries.Type, _ fields: [(position: Int, field: Field)]) {
        part = Entries.part
        let readings = fields.map { _, field in
            guard let reading = field.access.reading as? PartReading<Entries> else {
                preconditionFailure("\(field.id) is not read from \(Entries.self)")
            }
            return reading
        }
        self.fields = fields.map(\.field)
        positions = fields.map(\.position)
        visitTyped = { draft, rows, visit in
            let boxes = rows.map { Entries.box(in: draft, row: $0) ?? Entries.blank }
            guard boxes.contains(where: { !$0.isShared(with: Entries.blank) }) else { return }
            for index in readings.indices {
                for (row, box) in zip(rows, boxes) {
                    if let typed = readings[index].typed(box) { visit(index, row, typed) }
                }
            }
        }
        compareTyped = { draft, other, row, compare in
            let box = Entries.box(in: draft, row: row) ?? Entries.blank
            let otherBox = Entries.box(in: other, row: row) ?? Entries.blank
            for index in readings.indices {
                compare(index, readings[index].typed(box), readings[index].typed(otherBox))
            }
        }
        isSharedBy = { draft, other, row in
            guard let box = Entries.box(in: draft, row: row), let same = Entries.box(in: other, row: row)
            else { return false }
            return box.isShared(with: same)
        }
    }

    /// Visits what is typed in some rows, field by field.
    func visit(in draft: ClaimDraft, rows: Range<Int>, _ visit: Visit) { visitTyped(draft, rows, visit) }

    /// Visits each of the fields with what is typed there in one row of two drafts.
    func compare(_ draft: ClaimDraft, _ other: ClaimDraft, row: Int, _ compare: Compare) {
        compareTyped(draft, other, row, compare)
    }

    /// Whether both drafts refer to the same entries, so that nothing can differ.
    func areShared(by draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool { isSharedBy(draft, other, row) }

    /// The texts of one row, in the order of the fields.
    func texts(in draft: ClaimDraft, row: Int) -> [String] {
        var texts = [String](repeating: "", count: fields.count)
        visit(in: draft, rows: row..<(row + 1)) { index, _, typed in texts[index] = typed.text }
        return texts
    }

    /// Every part, in the order of its first field.
    static let all: [PartFields] = {
        var order: [ObjectIdentifier] = []
        var parts: [ObjectIdentifier: (home: any FieldPart.Type, fields: [(position: Int, field: Field)])] = [:]
        for (position, field) in Field.all.enumerated() {
            let home = field.access.home
            if parts[ObjectIdentifier(home)] == nil { order.append(ObjectIdentifier(home)) }
            parts[ObjectIdentifier(home), default: (home, [])].fields.append((position, field))
        }
        return order.compactMap { parts[$0] }.map { part in part.home.fields(part.fields) }
    }()

    fileprivate func order(of index: Int, row: Int) -> Int { positions[index] << 16 | row }
}

extension FieldPart {
    fileprivate static func fields(_ fields: [(position: Int, field: Field)]) -> PartFields {
        PartFields(Self.self, fields)
    }
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
