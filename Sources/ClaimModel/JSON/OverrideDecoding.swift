extension DraftDecoding {
    func overrides(_ node: JSONNode) throws(DraftFault) -> [Override] {
        let rows = try node.rows("a list of overrides")
        guard rows.count <= Limit.overrides else {
            throw DraftFault("a claim takes \(Limit.overrides) overrides at most", at: node.offset)
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
        let members = try node.members("one override")
        let names: Set = ["by", "inputs", "on", "place", "reason", "rule"]
        if let unknown = members.first(where: { !names.contains($0.name) }) {
            throw DraftFault("is no part of an override", at: unknown.offset)
                .under(DraftFault.printable(unknown.name))
        }
        func member(_ name: String) throws(DraftFault) -> JSONNode {
            guard let member = members.first(where: { $0.name == name }) else {
                throw DraftFault("is missing: an override names it", at: node.offset, path: name)
            }
            return member.node
        }
        func word(_ name: String) throws(DraftFault) -> String {
            let node = try member(name)
            return try under(name) { () throws(DraftFault) in try text(node, limit: Limit.note) }
        }
        let (rule, place, reason, by) = (try word("rule"), try word("place"), try word("reason"), try word("by"))
        let on = try word("on")
        guard let day = Day(iso: on), day.iso == on else {
            throw DraftFault("a date goes here as 2026-11-10", at: try member("on").offset, path: "on")
        }
        let inputs = try member("inputs")
        return Override(
            rule: rule, place: place, reason: reason, by: by, on: day,
            inputs: try under("inputs") { () throws(DraftFault) in try texts(inputs) })
    }

    private func texts(_ node: JSONNode) throws(DraftFault) -> [String: String] {
        let members = try node.members("what the rule had read")
        guard members.count <= Limit.inputs else {
            throw DraftFault("takes \(Limit.inputs) texts at most", at: node.offset)
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
