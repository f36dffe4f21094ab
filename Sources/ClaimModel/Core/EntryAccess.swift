/// The way from a draft to one entry and back, whatever its kind.
final class EntryAccess: Sendable {
    /// The entries that it is one of.
    let home: any FieldPart.Type
    let part: Part
    let kind: EntryKind
    /// What is typed there; `nil` where that is nothing, or where the draft has no such row.
    private let typedIn: @Sendable (ClaimDraft, _ row: Int) -> TypedText?
    private let typeInto: @Sendable (String, inout ClaimDraft, _ row: Int, ParsingContext, TypedText?) -> Void
    private let hasBlankHome: @Sendable (ClaimDraft, _ row: Int) -> Bool
    private let hasSameHome: @Sendable (ClaimDraft, ClaimDraft, _ row: Int) -> Bool

    init<Entries: FieldPart>(
        _ kind: EntryKind, read: @escaping @Sendable (Boxed<Entries>) -> TypedText?,
        type: @escaping @Sendable (inout Entries, String, ParsingContext, _ known: TypedText?) -> Void
    ) {
        home = Entries.self
        part = Entries.part
        self.kind = kind
        typedIn = { draft, row in Entries.box(in: draft, row: row).flatMap(read) }
        typeInto = { text, draft, row, context, known in
            Entries.change(in: &draft, row: row, isEmptied: text.isEmpty) { type(&$0, text, context, known) }
        }
        hasBlankHome = { draft, row in Entries.box(in: draft, row: row)?.isShared(with: Entries.blank) ?? true }
        hasSameHome = { draft, other, row in
            guard let box = Entries.box(in: draft, row: row), let same = Entries.box(in: other, row: row)
            else { return false }
            return box.isShared(with: same)
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

    /// Whether nothing was ever typed into the entries that it is one of, or the draft has no such row.
    func isHomeBlank(in draft: ClaimDraft, row: Int) -> Bool { hasBlankHome(draft, row) }

    /// Whether both drafts refer to the same entries that it is one of, so that nothing can differ.
    func isHomeShared(by draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool { hasSameHome(draft, other, row) }
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
    ///   - path: where the entry is.
    ///   - read: what is typed there. It says the path once more, since reading through a path that was handed on copies
    ///     the whole part first; the law of storage holds them together.
    ///   - name: the traits from here to `saidBy` are explained at their types.
    init<Entries: FieldPart, Value: Parsed>(
        _ id: String, _ label: String, name: Name, box: String? = nil, element: String? = nil,
        in entries: Boxed<Entries>.Type, _ path: any WritableKeyPath<Entries, Entry<Value>> & Sendable,
        _ read: @escaping @Sendable (Boxed<Entries>) -> TypedText?, keyed: Keying, asked: Asking, lookUp: LookUp,
        onCopy: Passage, forLaterPayer: Passage, identity: Identity,
        matter: Matter, saidBy: Speaker, _ help: String
    ) {
        let traits = FieldTraits(
            name: name, keyed: keyed, asked: asked, lookUp: lookUp, onCopy: onCopy, forLaterPayer: forLaterPayer,
            identity: identity, matter: matter, saidBy: saidBy)
        let access = EntryAccess(
            EntryKind(Value.self), read: read,
            type: { $0[keyPath: path] = Entry($1, in: $2, sharing: $3) })
        self.init(
            Declaration(
                id: id, label: label, box: box, element: element, help: help, traits: traits, access: access))
    }
}
