import TextKit

/// Builds a draft from JSON values, naming the path of whatever does not fit.
struct DraftDecoding {
    let context: ParsingContext
    let origin: DraftReader.Origin

    func draft(from node: JSONNode) throws(DraftFault) -> ClaimDraft {
        let members = try node.members("one claim")
        try checkSchema(members, at: node.offset)
        guard let id = members.first(where: { $0.name == "id" }) else {
            throw DraftFault("is missing: give every claim an id of its own", at: node.offset, path: "id")
        }
        var draft = ClaimDraft(id: try under("id") { () throws(DraftFault) in try claimID(id.node) })
        try fill(&draft, with: members, DraftLayout.claim, row: 0)
        if let defaults = members.first(where: { DraftLayout.current($0.name) == "defaults" }) {
            draft.defaulted = try under(defaults.name) { () throws(DraftFault) in try fieldIDs(defaults.node) }
        }
        return draft
    }

    private func checkSchema(_ members: [JSONMember], at offset: Int) throws(DraftFault) {
        guard let schema = members.first(where: { $0.name == "schema" }) else {
            throw DraftFault("is missing: write \"schema\": \(DraftLayout.schema)", at: offset, path: "schema")
        }
        guard case .number(let number) = schema.node.value, number == String(DraftLayout.schema) else {
            throw DraftFault(
                "this program reads schema \(DraftLayout.schema), written as a number", at: schema.node.offset,
                path: "schema")
        }
    }

    private func fill(
        _ draft: inout ClaimDraft, with members: [JSONMember], _ group: DraftLayout.Group, row: Int
    ) throws(DraftFault) {
        for member in members {
            guard let item = group[DraftLayout.current(member.name)] else {
                throw DraftFault(
                    "is not a field of a claim: see the list of fields, or leave it out", at: member.offset
                )
                .under(DraftFault.printable(member.name))
            }
            do throws(DraftFault) {
                try fill(&draft, with: member.node, item, row: row)
            } catch {
                throw error.under(DraftFault.printable(member.name))
            }
        }
    }

    private func fill(
        _ draft: inout ClaimDraft, with node: JSONNode, _ item: DraftLayout.Item, row: Int
    ) throws(DraftFault) {
        switch item {
        case .id, .schema, .defaulted: break
        case .field(let field):
            let text = try text(node, limit: Limit.text(of: field))
            // A blank text represents no text, and makes no row.
            if !text.isEmpty { field.access.type(text, into: &draft, row: row, context: context) }
        case .group(let group): try fill(&draft, with: node.members("an object of fields"), group, row: row)
        case .rows(let part, let group): try fillRows(&draft, with: node, of: part, group)
        case .overrides: draft.overrides = try overrides(node)
        case .carried(let part): draft.carry(try carried(node), with: part, row: row)
        case .queries: draft.queries = try queries(node)
        }
    }

    private func fillRows(
        _ draft: inout ClaimDraft, with node: JSONNode, of part: Part, _ group: DraftLayout.Group
    ) throws(DraftFault) {
        let rows = try node.rows("a list of rows")
        if rows.count > part.limit, let first = rows.dropFirst(part.limit).first {
            throw DraftFault("at most \(part.limit) of these on a claim: split it", at: first.offset)
        }
        for (index, row) in rows.enumerated() {
            do throws(DraftFault) {
                try fill(&draft, with: row.members("an object of fields"), group, row: index)
            } catch {
                throw error.under(row: index)
            }
        }
    }
}

// MARK: Texts

extension DraftDecoding {
    /// Ceilings in Unicode scalars, well above what a person keys.
    enum Limit {
        static let id = 64
        static let note = 4000
        static let overrides = 1000
        static let queries = 1000
        static let inputs = 5000

        /// Four times what the field takes, so that blanks and dashes never matter.
        static func text(of field: Field) -> Int { max(80, field.shape.limit * 4) }

        static func refusal(of text: String, limit: Int) -> String? {
            if text.utf8.count > limit, text.unicodeScalars.count > limit {
                return "is too long: \(limit) characters at most"
            }
            let isHidden = text.unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\t" }
            return isHidden ? "has control characters: delete what cannot be seen" : nil
        }
    }

    func text(_ node: JSONNode, limit: Int) throws(DraftFault) -> String {
        guard case .text(let text) = node.value else { throw notText(node) }
        guard origin == .file, let refusal = Limit.refusal(of: text, limit: limit) else { return text }
        throw DraftFault(refusal, at: node.offset)
    }

    private func notText(_ node: JSONNode) -> DraftFault {
        switch node.value {
        case .number, .bool: DraftFault("write it as text, in quotes, not as \(node.value.kind)", at: node.offset)
        case .null: DraftFault("leave a blank field out; null is not a value", at: node.offset)
        default: DraftFault("expected a string in quotes, not \(node.value.kind)", at: node.offset)
        }
    }

    /// The claim's id, which also names its lock: 1 to 64 characters, none of them a control character.
    private func claimID(_ node: JSONNode) throws(DraftFault) -> String {
        let id = try text(node, limit: Limit.id)
        guard !id.isEmpty, !id.unicodeScalars.contains(where: \.isHidden) else {
            throw DraftFault("has to name the claim: some letters or digits", at: node.offset)
        }
        return id
    }

    private func fieldIDs(_ node: JSONNode) throws(DraftFault) -> Set<String> {
        var ids: Set<String> = []
        for (index, row) in try node.rows("a list of field ids").enumerated() {
            do throws(DraftFault) {
                let id = try text(row, limit: Limit.id)
                guard Field.named(id) != nil else {
                    throw DraftFault("\(DraftFault.printable(id)) is not a field of a claim", at: row.offset)
                }
                ids.insert(id)
            } catch {
                throw error.under(row: index)
            }
        }
        return ids
    }

    func under<Value>(
        _ name: String, _ read: () throws(DraftFault) -> Value
    ) throws(DraftFault) -> Value {
        do throws(DraftFault) { return try read() } catch { throw error.under(name) }
    }
}

extension Field {
    /// Why a text from outside is not taken, whatever it means: it is far too long, or has control characters.
    package func refusal(of text: String) -> String? {
        DraftDecoding.Limit.refusal(of: text, limit: DraftDecoding.Limit.text(of: self))
    }
}
