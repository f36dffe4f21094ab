/// The fields of one part: one that is blank, or the same in two drafts, is passed by unread.
final class PartFields: Sendable {
    let fields: [Field]
    /// Where they are in `Field.all`, whose order they have.
    let positions: [Int]
    let part: Part
    private let reading: PartReading

    private init(_ first: EntryAccess, at positions: [Int]) {
        self.positions = positions
        fields = positions.map { Field.all[$0] }
        part = first.part
        reading = first.reading(fields.map(\.access.reader))
    }

    /// Visits what is typed in a row, field by field.
    func visit(in draft: ClaimDraft, row: Int, _ visit: (_ index: Int, TypedText) -> Void) {
        reading.visit(draft, row, visit)
    }

    /// The texts of one row, in the order of the fields.
    func texts(in draft: ClaimDraft, row: Int) -> [String] {
        var texts = [String](repeating: "", count: fields.count)
        visit(in: draft, row: row) { index, typed in texts[index] = typed.text }
        return texts
    }

    /// Whether both drafts refer to the same entries, so that nothing can differ.
    func areShared(by draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool {
        reading.areShared(draft, other, row)
    }

    /// Visits the fields whose texts differ in a row of two drafts; `false` where the row is blank in one of them only.
    func visitChanged(
        in draft: ClaimDraft, since earlier: ClaimDraft, row: Int, _ visit: (_ index: Int) -> Void
    ) -> Bool { reading.visitChanged(draft, earlier, row, visit) }

    /// Every part, in the order of its first field.
    static let all: [PartFields] = {
        var parts: [(first: EntryAccess, positions: [Int])] = []
        var places: [ObjectIdentifier: Int] = [:]
        for (position, field) in Field.all.enumerated() {
            let home = ObjectIdentifier(field.access.home)
            if let place = places[home] {
                parts[place].positions.append(position)
            } else {
                places[home] = parts.count
                parts.append((field.access, [position]))
            }
        }
        return parts.map { PartFields($0.first, at: $0.positions) }
    }()

    fileprivate func order(of index: Int, row: Int) -> Int { positions[index] << 16 | row }
}

extension ClaimDraft {
    /// Every text that has no value, with the reason, in the order of the screens.
    public var unreadablePlaces: [(place: Place, reason: Unreadable)] {
        places { typed in typed.unreadable.flatMap { $0.kind == .empty ? nil : $0 } }
            .map { ($0.place, $0.found) }
    }

    /// Every text with a character beyond ASCII, in the order of the screens.
    package var placesBeyondASCII: [(place: Place, text: String)] {
        places { typed in typed.text.utf8.contains { $0 >= 0x80 } ? typed.text : nil }
            .map { ($0.place, $0.found) }
    }

    /// Where something is found in what is typed, in the order of the screens.
    private func places<Found>(_ find: (TypedText) -> Found?) -> [(place: Place, found: Found)] {
        var all: [(order: Int, place: Place, found: Found)] = []
        for part in PartFields.all {
            for row in 0..<rowCount(of: part.part) {
                part.visit(in: self, row: row) { index, typed in
                    guard let found = find(typed) else { return }
                    all.append((part.order(of: index, row: row), Place(part.fields[index], row: row), found))
                }
            }
        }
        return all.sorted { $0.order < $1.order }.map { ($0.place, $0.found) }
    }
}
