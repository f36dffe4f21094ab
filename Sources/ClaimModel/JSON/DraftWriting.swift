extension ClaimDraft {
    /// The draft as JSON, schema 1, in its one canonical form: UTF-8, names in the order of their bytes, no blanks, no line
    /// break, blank fields left out.
    ///
    /// Equal drafts give equal bytes. `DraftReader` reads it back; its SHA-256 is the fingerprint on the printed summary.
    public func canonicalJSON() -> [UInt8] {
        var writer = DraftWriter(draft: self)
        writer.write(DraftLayout.claim, row: 0)
        return writer.output.bytes
    }
}

private struct DraftWriter {
    let draft: ClaimDraft
    var output = JSONOutput()

    mutating func write(_ group: DraftLayout.Group, row: Int) {
        output.begin(.braceOpen)
        for (name, item) in group.items where holdsText(item, row: row) {
            output.name(name)
            write(item, row: row)
        }
        output.end(.braceClose)
    }

    private func holdsText(_ item: DraftLayout.Item, row: Int) -> Bool {
        switch item {
        case .id, .schema: true
        case .overrides: !draft.overrides.isEmpty
        case .standing: !draft.standing.isEmpty
        case .field(let field): !draft.text(at: Place(field, row: row)).isEmpty
        case .group(let group): group.items.contains { holdsText($0.item, row: row) }
        case .rows(let part, let group): filledRows(of: part, group) > 0
        }
    }

    /// Rows up to the last one that holds a text.
    private func filledRows(of part: Part, _ group: DraftLayout.Group) -> Int {
        let last = (0..<draft.rowCount(of: part)).last { row in group.items.contains { holdsText($0.item, row: row) } }
        return last.map { $0 + 1 } ?? 0
    }

    private mutating func write(_ item: DraftLayout.Item, row: Int) {
        switch item {
        case .schema: output.number(DraftLayout.schema)
        case .id: output.text(draft.id)
        case .field(let field): output.text(draft.text(at: Place(field, row: row)))
        case .group(let group): write(group, row: row)
        case .rows(let part, let group):
            list(0..<filledRows(of: part, group)) { writer, row in writer.write(group, row: row) }
        case .overrides: list(draft.overrides) { writer, override in writer.write(override) }
        case .standing: list(draft.standing.sorted()) { writer, id in writer.output.text(id) }
        }
    }

    private mutating func list<Items: Sequence>(_ items: Items, _ write: (inout Self, Items.Element) -> Void) {
        output.begin(.bracketOpen)
        for item in items {
            output.separate()
            write(&self, item)
        }
        output.end(.bracketClose)
    }

    private mutating func write(_ override: Override) {
        output.begin(.braceOpen)
        output.member("by", override.by)
        output.name("inputs")
        output.begin(.braceOpen)
        let inputs = override.inputs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (key, text) in inputs { output.member(key, text) }
        output.end(.braceClose)
        output.member("on", override.on.iso)
        output.member("place", override.place)
        output.member("reason", override.reason)
        output.member("rule", override.rule)
        output.end(.braceClose)
    }
}
