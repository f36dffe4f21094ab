import TextKit

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
    var output = JSONWriter()

    /// - Returns: whether any text is in the group.
    @discardableResult
    mutating func write(_ group: DraftLayout.Group, row: Int) -> Bool {
        var isFilled = false
        output.beginObject()
        for (name, item) in group.items {
            // Most fields are blank; their names are not even begun.
            if case .field(let field) = item, draft.typed(at: Place(field, row: row)) == nil { continue }
            let mark = output.mark
            output.name(name)
            if write(item, row: row) { isFilled = true } else { output.goBack(to: mark) }
        }
        output.endObject()
        return isFilled
    }

    /// - Returns: whether there is anything to write; if not, what was written goes.
    private mutating func write(_ item: DraftLayout.Item, row: Int) -> Bool {
        switch item {
        case .schema: output.number(DraftLayout.schema)
        case .id: output.text(draft.id)
        case .field(let field):
            guard let typed = draft.typed(at: Place(field, row: row)) else { return false }
            output.text(typed.text)
        case .group(let group): return write(group, row: row)
        case .rows(let part, let group): return writeRows(of: part, group)
        case .overrides:
            list(draft.overrides) { writer, override in writer.write(override) }
            return !draft.overrides.isEmpty
        case .carried(let part):
            let segments = draft.carriedSegments(with: part, row: row)
            list(segments) { writer, segment in writer.write(segment) }
            return !segments.isEmpty
        case .queries:
            list(draft.queries) { writer, query in writer.write(query) }
            return !draft.queries.isEmpty
        case .defaulted:
            list(draft.defaulted.sorted()) { writer, id in writer.output.text(id) }
            return !draft.defaulted.isEmpty
        }
        return true
    }

    /// Rows up to the last one that holds a text.
    private mutating func writeRows(of part: Part, _ group: DraftLayout.Group) -> Bool {
        output.beginList()
        let start = output.mark
        var end = start
        for row in 0..<draft.rowCount(of: part) {
            output.separate()
            if write(group, row: row) { end = output.mark }
        }
        output.goBack(to: end)
        output.endList()
        return end > start
    }

    private mutating func list<Items: Sequence>(_ items: Items, _ write: (inout Self, Items.Element) -> Void) {
        output.beginList()
        for item in items {
            output.separate()
            write(&self, item)
        }
        output.endList()
    }

    private mutating func write(_ segment: CarriedSegment) {
        output.beginObject()
        output.member("loop", segment.loop)
        output.member(segment.isRest ? "rest" : "segment", segment.text)
        output.endObject()
    }

    private mutating func write(_ query: ProviderQuery) {
        output.beginObject()
        output.member("by", query.by)
        output.member("on", query.on.iso)
        output.member("place", query.place)
        output.member("question", query.question)
        output.member("rule", query.rule)
        output.endObject()
    }

    private mutating func write(_ override: Override) {
        output.beginObject()
        output.member("by", override.by)
        output.name("inputs")
        output.beginObject()
        let inputs = override.inputs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (key, text) in inputs { output.member(key, text) }
        output.endObject()
        output.member("on", override.on.iso)
        output.member("place", override.place)
        output.member("reason", override.reason)
        output.member("rule", override.rule)
        output.endObject()
    }
}
