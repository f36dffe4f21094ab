extension DraftDecoding {
    /// `[{"loop": "2300", "segment": "REF*EA*M-7"}, {"loop": "2400", "rest": "SV1***********Y"}]`
    func carried(_ node: JSONNode) throws(DraftFault) -> [CarriedSegment] {
        let rows = try node.rows("a list of segments")
        guard rows.count <= CarriedSegment.limit else {
            throw DraftFault("at most \(CarriedSegment.limit) segments", at: node.offset)
        }
        var segments: [CarriedSegment] = []
        for (index, row) in rows.enumerated() {
            do throws(DraftFault) {
                segments.append(try segment(row))
            } catch {
                throw error.under(row: index)
            }
        }
        return segments
    }

    private func segment(_ node: JSONNode) throws(DraftFault) -> CarriedSegment {
        let members = try node.members("one segment")
        if let unknown = members.first(where: { !["loop", "segment", "rest"].contains($0.name) }) {
            throw DraftFault("is not part of a carried segment", at: unknown.offset)
                .under(DraftFault.printable(unknown.name))
        }
        let texts = members.filter { $0.name != "loop" }
        guard let loop = members.first(where: { $0.name == "loop" }), let segment = texts.first, texts.count == 1 else {
            throw DraftFault("a carried segment has its loop, and segment or rest", at: node.offset)
        }
        return CarriedSegment(
            loop: try under("loop") { () throws(DraftFault) in try text(loop.node, limit: Limit.id) },
            text: try under(segment.name) { () throws(DraftFault) in try text(segment.node, limit: Limit.note) },
            isRest: segment.name == "rest")
    }
}
