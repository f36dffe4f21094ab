/// Reads one entry of boxes of one kind.
class AnyEntryReader: @unchecked Sendable {}

/// The same with the kind; found again by a cast of classes, which costs no look-up of conformances at the start.
final class EntryReader<Entries: Equatable & Sendable>: AnyEntryReader, @unchecked Sendable {
    let reading: EntryReading<Entries>

    init(_ read: @escaping @Sendable (Boxed<Entries>) -> TypedText?) { reading = EntryReading(read: read) }
}

/// How one entry of a box is read.
struct EntryReading<Entries: Equatable & Sendable>: Sendable {
    let read: @Sendable (Boxed<Entries>) -> TypedText?
}

/// Reads all entries of one box in the order of their fields: the box is looked up once, and a blank entry costs a call.
struct PartReading: Sendable {
    /// Visits what is typed in a row by the number of its field.
    let visit: @Sendable (ClaimDraft, _ row: Int, (Int, TypedText) -> Void) -> Void
    /// Whether two drafts refer to the same box, so that nothing can differ.
    let areShared: @Sendable (ClaimDraft, ClaimDraft, _ row: Int) -> Bool
    /// Visits the fields whose texts differ; `false` where the row is blank in one of the drafts only.
    let visitChanged: @Sendable (ClaimDraft, ClaimDraft, _ row: Int, (Int) -> Void) -> Bool
}

extension FieldPart {
    /// - Parameter all: of entries of this part.
    static func reading(_ all: [AnyEntryReader]) -> PartReading {
        let readers = all.compactMap { ($0 as? EntryReader<Self>)?.reading }
        assert(readers.count == all.count, "an entry of another part")
        return PartReading(
            visit: { draft, row, visit in
                guard let box = Self.box(in: draft, row: row), !box.isShared(with: blank) else { return }
                for index in readers.indices {
                    if let typed = readers[index].read(box) { visit(index, typed) }
                }
            },
            areShared: { draft, other, row in
                guard let box = Self.box(in: draft, row: row), let same = Self.box(in: other, row: row) else {
                    return false
                }
                return box.isShared(with: same)
            },
            visitChanged: { draft, earlier, row, visit in
                let (now, then) = (Self.box(in: draft, row: row) ?? blank, Self.box(in: earlier, row: row) ?? blank)
                if now.isShared(with: then) { return true }
                var (isBlank, wasBlank) = (true, true)
                for index in readers.indices {
                    let (typed, before) = (readers[index].read(now), readers[index].read(then))
                    if typed != nil { isBlank = false }
                    if before != nil { wasBlank = false }
                    if typed !== before, typed?.text != before?.text { visit(index) }
                }
                return isBlank == wasBlank
            })
    }
}
