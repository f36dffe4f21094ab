/// The way from a draft to one entry and back, whatever its kind.
final class EntryAccess: Sendable {
    /// The entries that it is one of.
    let home: any FieldPart.Type
    let part: Part
    let kind: EntryKind
    /// What is typed there; `nil` where that is nothing, or where the draft has no such row.
    private let typedIn: @Sendable (ClaimDraft, _ row: Int) -> TypedText?
    private let typeInto: @Sendable (String, inout ClaimDraft, _ row: Int, ParsingContext, TypedText?) -> Void
    /// Of a box of `home`.
    let reader: AnyEntryReader
    /// How all entries of `home` are read. Made where its kind is known: generic code that is not specialized is slow.
    let reading: @Sendable (_ all: [AnyEntryReader]) -> PartReading

    init<Entries: FieldPart>(
        _ kind: EntryKind, read: @escaping @Sendable (Boxed<Entries>) -> TypedText?,
        type: @escaping @Sendable (inout Entries, String, ParsingContext, _ known: TypedText?) -> Void
    ) {
        home = Entries.self
        reader = EntryReader(read)
        reading = { Entries.reading($0) }
        part = Entries.part
        self.kind = kind
        typedIn = { draft, row in Entries.box(in: draft, row: row).flatMap(read) }
        typeInto = { text, draft, row, context, known in
            Entries.change(in: &draft, row: row, isEmptied: text.isEmpty) { type(&$0, text, context, known) }
        }
    }

    func typed(in draft: ClaimDraft, row: Int) -> TypedText? { typedIn(draft, row) }

    /// - Parameter known: what was typed elsewhere in this field on the same day, and may be the same text.
    func type(
        _ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext, sharing known: TypedText? = nil
    ) {
        // Clearing what is blank must not make a part that is shared an own one.
        guard row >= 0, row < part.limit, part != .claim || !text.isEmpty || typedIn(draft, row) != nil else { return }
        typeInto(text, &draft, row, context, known)
    }

    /// Puts there what was typed into this field of another draft, on whichever day.
    func copy(_ typed: TypedText?, into draft: inout ClaimDraft, row: Int) {
        // What is shared is not read again, so that no day matters.
        let anyDay = ParsingContext(today: Day(number: 0))
        type(typed?.text ?? "", into: &draft, row: row, context: anyDay, sharing: typed)
    }
}

/// What entries of one kind of value do alike, wherever they are.
struct EntryKind: Sendable {
    let shape: EntryShape
    let settled: @Sendable (String, ParsingContext) -> String?
    /// What a text would read as, in its canonical form; `nil` where it would not.
    let value: @Sendable (String, ParsingContext) -> String?
    /// The canonical form of what was typed; `nil` where it does not read. Asked of the kind, since the members of a generic
    /// class are never specialized.
    let described: @Sendable (TypedText) -> String?

    init<Value: Parsed>(_ kind: Value.Type) {
        shape = Value.shape
        settled = { text, context in Value.settled(text, in: context) }
        value = { text, context in Entry<Value>(text, in: context).value?.description }
        described = { ($0 as? Typed<Value>)?.value?.description }
    }
}

extension Field {
    /// - Parameters:
    ///   - write: puts the entry where it is.
    ///   - read: what is typed there. A key path instead of both would be made for each field at the start, and looked up at
    ///     each use; the law of storage holds the two together.
    ///   - name: the traits from here to `saidBy` are explained at their types.
    init<Entries: FieldPart, Value: Parsed>(
        _ id: String, _ label: String, name: Name, box: String? = nil, element: String? = nil,
        in entries: Boxed<Entries>.Type, _ write: @escaping @Sendable (inout Entries, Entry<Value>) -> Void,
        _ read: @escaping @Sendable (Boxed<Entries>) -> TypedText?, keyed: Keying, asked: Asking, lookUp: LookUp,
        onCopy: Passage, forLaterPayer: Passage, identity: Identity,
        matter: Matter, saidBy: Speaker, _ help: String
    ) {
        let traits = FieldTraits(
            name: name, keyed: keyed, asked: asked, lookUp: lookUp, onCopy: onCopy, forLaterPayer: forLaterPayer,
            identity: identity, matter: matter, saidBy: saidBy)
        let access = EntryAccess(
            EntryKind(Value.self), read: read,
            type: { write(&$0, Entry($1, in: $2, sharing: $3)) })
        self.init(
            Declaration(
                id: id, label: label, box: box, element: element, help: help, traits: traits, access: access))
    }
}
