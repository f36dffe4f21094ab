/// Where the guide of the professional claim (005010X222A1) has its loops and segments, as the reader, the writer and the
/// check need it.
enum ProfessionalGuide {
    private struct Entry: Sendable {
        let name: X12SegmentID
        /// By name, in the order of the loop.
        let place: Int
        /// In the order of the guide; blank where any number of one qualifier may come in any order.
        var qualifiers: [CodeWord]
    }

    private struct Opening: Sendable {
        let name: X12SegmentID
        /// What NM101 says; any where empty.
        let codes: [CodeWord]
        let loop: ProfessionalLoop
    }

    private static let table = GuideTable.professional

    /// By the number of the loop, in the order of the guide.
    private static let entries: [[Entry]] = table.loops.map { loop in
        var entries: [Entry] = []
        for segment in table.segments[loop.segments] {
            let codes = segment.name == "PWK" || segment.name == "NM1" ? [] : table.qualifiers(of: segment)
            if let index = entries.firstIndex(where: { $0.name == segment.name }) {
                entries[index].qualifiers += codes
            } else {
                entries.append(Entry(name: segment.name, place: entries.count, qualifiers: Array(codes)))
            }
        }
        return entries
    }

    private static let openings: [[Opening]] = table.loops.map { loop in
        loop.inner.compactMap { inner in
            guard let first = table.segments[table.loops[inner.rawValue].segments].first else { return nil }
            let codes = first.name == "NM1" ? table.qualifiers(of: first) : []
            return Opening(name: first.name, codes: Array(codes), loop: inner)
        }
    }

    private static func entry(_ name: X12SegmentID, in loop: ProfessionalLoop) -> Entry? {
        entries[loop.rawValue].first { $0.name == name }
    }

    /// Where a segment is within its loop, by name; `nil` where the guide has none of that name there.
    static func place(of name: X12SegmentID, in loop: ProfessionalLoop) -> Int? { entry(name, in: loop)?.place }

    /// Where it is by name and qualifier; what the guide does not have comes last.
    static func rank(of name: X12SegmentID, qualifier: CodeWord, in loop: ProfessionalLoop) -> Int {
        guard let entry = entry(name, in: loop) else { return .max }
        return entry.place * 100 + (entry.qualifiers.firstIndex(of: qualifier) ?? 99)
    }

    /// The loop inside of `outer` that a segment opens.
    static func loop(openedBy segment: X12Segment, in outer: ProfessionalLoop) -> ProfessionalLoop? {
        let openings = openings[outer.rawValue]
        guard !openings.isEmpty else { return nil }
        let name = segment.id
        for opening in openings where opening.name == name {
            if opening.codes.isEmpty || opening.codes.contains(CodeWord(segment[1].bytes)) { return opening.loop }
        }
        return nil
    }

    /// The loop inside of `outer`, or `outer` itself, that a name (NM1) which the guide does not have is counted to.
    static func loop(ofUnknownName outer: ProfessionalLoop) -> ProfessionalLoop? {
        if entries[outer.rawValue].first?.name == "NM1" { return outer }
        return openings[outer.rawValue].first { $0.name == "NM1" }?.loop
    }
}

extension GuideTable {
    /// The codes of the element that tells a segment from others of its name: the first, or its first component; HL03.
    func qualifiers(of segment: Segment) -> ArraySlice<CodeWord> {
        let place = segment.name == "HL" ? 2 : 0
        guard segment.elements.count > place else { return [] }
        let element = elements[segment.elements.lowerBound + place]
        return codes[element.components.first.map { elements[$0].codes } ?? element.codes]
    }
}
