/// The way from a draft to one entry and back, whatever its kind.
struct EntryAccess: Sendable {
    /// The entries that it is one of.
    let home: any FieldPart.Type
    /// What is typed there; `nil` where that is nothing, or where the draft has no such row.
    private let typedIn: @Sendable (ClaimDraft, _ row: Int) -> TypedText?
    private let typeInto: @Sendable (String, inout ClaimDraft, _ row: Int, ParsingContext) -> Void
    /// Reads its entry of a part that is at hand: a `PartReading` of the entries that it is one of.
    let reading: any Sendable
    let settled: @Sendable (String, ParsingContext) -> String?
    /// What a text would read as, in its canonical form; `nil` where it would not.
    let value: @Sendable (String, ParsingContext) -> String?

    init<Entries: FieldPart, Value: Parsed>(_ path: any WritableKeyPath<Entries, Entry<Value>> & Sendable) {
        home = Entries.self
        let reading = PartReading<Entries> { $0[keyPath: path].typed }
        self.reading = reading
        typedIn = { draft, row in
            guard let box = Entries.box(in: draft, row: row), !box.isShared(with: Entries.blank) else { return nil }
            return reading.typed(box.contents)
        }
        typeInto = { text, draft, row, context in
            Entries.change(in: &draft, row: row, isEmptied: text.isEmpty) {
                $0[keyPath: path].type(text, in: context)
            }
        }
        settled = { text, context in Value.settled(text, in: context) }
        value = { text, context in Entry<Value>(text, in: context).value?.description }
    }

    var part: Part { home.part }

    func typed(in draft: ClaimDraft, row: Int) -> TypedText? { typedIn(draft, row) }

    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        // Clearing what is blank must not make a part that is shared an own one.
        guard row >= 0, row < part.limit, part != .claim || !text.isEmpty || typedIn(draft, row) != nil else { return }
        typeInto(text, &draft, row, context)
    }
}

/// Reads one entry of a part.
struct PartReading<Entries: FieldPart>: Sendable {
    let typed: @Sendable (Entries) -> TypedText?
}

extension Field {
    /// - Parameter name: the traits from here to `saidBy` are explained at their types.
    init<Entries: FieldPart, Value: Parsed>(
        _ id: String, _ label: String, name: Name, box: String? = nil, element: String? = nil,
        in entries: Boxed<Entries>.Type, _ path: any WritableKeyPath<Entries, Entry<Value>> & Sendable,
        keyed: Keying, asked: Asking, lookUp: LookUp, onCopy: Passage, forLaterPayer: Passage, identity: Identity,
        matter: Matter, saidBy: Speaker, _ help: String
    ) {
        let traits = FieldTraits(
            name: name, keyed: keyed, asked: asked, lookUp: lookUp, onCopy: onCopy, forLaterPayer: forLaterPayer,
            identity: identity, matter: matter, saidBy: saidBy)
        self.init(
            Declaration(
                id: id, label: label, box: box, element: element, help: help, shape: Value.shape, traits: traits,
                access: EntryAccess(path)))
    }
}
