/// The fields of one part, read all at once: a part that is blank, or the same in two drafts, is passed by unread.
struct PartFields: Sendable {
    let part: Part
    /// In the order of `Field.all`.
    let fields: [Field]
    private let typedIn: @Sendable (ClaimDraft, _ row: Int) -> [TypedText?]?
    private let isSharedBy: @Sendable (ClaimDraft, ClaimDraft, _ row: Int) -> Bool

    fileprivate init<Entries: FieldPart>(_ entries: Entries.Type, _ fields: [Field]) {
        part = Entries.part
        let readings = fields.map { field in
            guard let reading = field.access.reading as? PartReading<Entries> else {
                preconditionFailure("\(field.id) is not read from \(Entries.self)")
            }
            return reading
        }
        self.fields = fields
        typedIn = { draft, row in
            guard let box = Entries.box(in: draft, row: row), !box.isShared(with: Entries.blank) else { return nil }
            let contents = box.contents
            return readings.map { $0.typed(contents) }
        }
        isSharedBy = { draft, other, row in
            guard let box = Entries.box(in: draft, row: row), let same = Entries.box(in: other, row: row)
            else { return false }
            return box.isShared(with: same)
        }
    }

    /// What is typed in each of the fields; `nil` where that is nothing at all.
    func typed(in draft: ClaimDraft, row: Int) -> [TypedText?]? { typedIn(draft, row) }

    /// Whether both drafts refer to the same entries, so that nothing can differ.
    func areShared(by draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool { isSharedBy(draft, other, row) }

    /// Every part, in the order of its first field.
    static let all: [PartFields] = {
        var order: [ObjectIdentifier] = []
        var parts: [ObjectIdentifier: (home: any FieldPart.Type, fields: [Field])] = [:]
        for field in Field.all {
            let home = field.access.home
            if parts[ObjectIdentifier(home)] == nil { order.append(ObjectIdentifier(home)) }
            parts[ObjectIdentifier(home), default: (home, [])].fields.append(field)
        }
        return order.compactMap { parts[$0] }.map { part in part.home.fields(part.fields) }
    }()
}

extension FieldPart {
    fileprivate static func fields(_ fields: [Field]) -> PartFields { PartFields(Self.self, fields) }
}

extension ClaimDraft {
    /// Every text that has no value, with the reason, in the order of the screens.
    public var unreadablePlaces: [(place: Place, reason: Unreadable)] {
        var found: [(order: Int, place: Place, reason: Unreadable)] = []
        for part in PartFields.all {
            for row in 0..<rowCount(of: part.part) {
                for (index, typed) in (part.typed(in: self, row: row) ?? []).enumerated() {
                    guard let reason = typed?.unreadable, reason.kind != .empty else { continue }
                    let field = part.fields[index]
                    found.append((field.position << 16 | row, Place(field, row: row), reason))
                }
            }
        }
        return found.sorted { $0.order < $1.order }.map { ($0.place, $0.reason) }
    }
}

extension ClaimDraft {
    /// What is typed in one row, or in the claim's own fields; blank fields are left out.
    func texts(of part: Part, row: Int) -> [Field: String] {
        var texts: [Field: String] = [:]
        for fields in PartFields.all where fields.part == part {
            for (index, typed) in (fields.typed(in: self, row: row) ?? []).enumerated() {
                if let typed { texts[fields.fields[index]] = typed.text }
            }
        }
        return texts
    }
}
