extension DraftDecoding {
    func overrides(_ node: JSONNode) throws(DraftFault) -> [Override] {
        let rows = try node.rows("a list of overrides")
        guard rows.count <= Limit.overrides else {
            throw DraftFault("at most \(Limit.overrides) overrides on a claim", at: node.offset)
        }
        var overrides: [Override] = []
        for (index, row) in rows.enumerated() {
            do throws(DraftFault) {
                overrides.append(try override(row))
            } catch {
                throw error.under(row: index)
            }
        }
        return overrides
    }

    private func override(_ node: JSONNode) throws(DraftFault) -> Override {
        let record = try record(node, "override", ["by", "inputs", "on", "place", "reason", "rule"])
        let (rule, place, reason) = (try record.word("rule"), try record.word("place"), try record.word("reason"))
        let (by, day) = (try record.word("by"), try record.day("on"))
        let inputs = try record.member("inputs")
        return Override(
            rule: rule, place: place, reason: reason, by: by, on: day,
            inputs: try under("inputs") { () throws(DraftFault) in try texts(inputs) })
    }

    func queries(_ node: JSONNode) throws(DraftFault) -> [ProviderQuery] {
        let rows = try node.rows("a list of questions to the provider")
        guard rows.count <= Limit.queries else {
            throw DraftFault("at most \(Limit.queries) questions on a claim", at: node.offset)
        }
        var queries: [ProviderQuery] = []
        for (index, row) in rows.enumerated() {
            do throws(DraftFault) {
                let record = try record(row, "question", ["by", "on", "place", "question", "rule"])
                queries.append(
                    ProviderQuery(
                        rule: try record.word("rule"), place: try record.word("place"),
                        question: try record.word("question"), by: try record.word("by"), on: try record.day("on")))
            } catch {
                throw error.under(row: index)
            }
        }
        return queries
    }

    private func texts(_ node: JSONNode) throws(DraftFault) -> [String: String] {
        let members = try node.members("what the rule had read")
        guard members.count <= Limit.inputs else {
            throw DraftFault("at most \(Limit.inputs) values", at: node.offset)
        }
        var texts: [String: String] = [:]
        for member in members {
            texts[member.name] = try under(DraftFault.printable(member.name)) { () throws(DraftFault) in
                try text(member.node, limit: Limit.text(of: .rationale))
            }
        }
        return texts
    }
}

/// What a person has recorded in addition to the fields: an object of texts, all of which must be there.
private struct DraftRecord {
    let decoding: DraftDecoding
    let node: JSONNode
    let noun: String
    let members: [JSONMember]

    func member(_ name: String) throws(DraftFault) -> JSONNode {
        guard let member = members.first(where: { $0.name == name }) else {
            throw DraftFault("is missing: \(noun.withArticle) names it", at: node.offset, path: name)
        }
        return member.node
    }

    func word(_ name: String) throws(DraftFault) -> String {
        let node = try member(name)
        return try decoding.under(name) { () throws(DraftFault) in
            try decoding.text(node, limit: DraftDecoding.Limit.note)
        }
    }

    func day(_ name: String) throws(DraftFault) -> Day {
        let text = try word(name)
        guard let day = Day(iso: text), day.iso == text else {
            throw DraftFault("a date goes here as 2026-11-10", at: try member(name).offset, path: name)
        }
        return day
    }
}

extension DraftDecoding {
    fileprivate func record(
        _ node: JSONNode, _ noun: String, _ names: Set<String>
    ) throws(DraftFault) -> DraftRecord {
        let members = try node.members("one \(noun)")
        if let unknown = members.first(where: { !names.contains($0.name) }) {
            throw DraftFault("is not part of \(noun.withArticle)", at: unknown.offset)
                .under(DraftFault.printable(unknown.name))
        }
        return DraftRecord(decoding: self, node: node, noun: noun, members: members)
    }
}

extension String {
    fileprivate var withArticle: String { first.map { "aeiou".contains($0) } == true ? "an \(self)" : "a \(self)" }
}
