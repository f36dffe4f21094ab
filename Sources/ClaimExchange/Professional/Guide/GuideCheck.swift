/// Holds the segments of a claim, or of one level, against the guide: which ones there are, how many, and what they say.
struct GuideCheck {
    private struct Open {
        let place: LoopPlace
        let first: X12Segment
        /// Where its counts begin, one for each segment of the loop.
        let counts: Int
        /// The loops in it that came, a bit each.
        var inner: UInt64 = 0
        /// Whether only its first segment opened it, so that what is missing is known.
        let isWhole: Bool
    }

    private let table = GuideTable.professional
    private var stack: [Open] = []
    private var counts: [Int] = []
    private var elements = SegmentCheck()
    private var faults: [GuideFault] = []
    /// The payers of a claim by their order (SBR01).
    private var orders: Set<CodeWord> = []

    /// - Parameters:
    ///   - placed: in the order of the file; levels with their HL.
    ///   - first: how many of them were checked before.
    static func faults(in placed: [PlacedSegment], from first: Int = 0) -> [GuideFault] {
        var check = GuideCheck()
        for item in placed[..<first] where item.segment.id == "SBR" {
            check.orders.insert(CodeWord(item.segment[1].bytes))
        }
        for item in placed[first...] { check.take(item) }
        check.close(to: 0)
        return check.faults + check.elements.faults
    }

    private mutating func take(_ item: PlacedSegment) {
        // What the guide does not have was said when it came.
        guard item.place.turn < LoopPlace.firstUnknown else { return }
        enter(item)
        let loop = table.loops[item.place.loop.rawValue]
        let name = item.segment.id
        var candidate: Int?
        var count = 0
        for index in loop.segments where table.segments[index].name == name {
            count += 1
            if candidate == nil { candidate = index }
        }
        guard var found = candidate else { return }
        if count > 1 {
            guard let match = qualified(item.segment, in: loop.segments) else {
                return refuse(item, as: found, in: loop.segments)
            }
            found = match
        }
        let place = stack[stack.count - 1].counts + found - loop.segments.lowerBound
        counts[place] += 1
        let guide = table.segments[found]
        if counts[place] - 1 == guide.limit { refuseRepeat(item, guide) }
        elements.check(item.segment, as: guide, in: item.place)
        checkNumber(item)
    }

    private func qualified(_ segment: X12Segment, in range: Range<Int>) -> Int? {
        let name = segment.id
        let word = CodeWord(segment[1][component: 1].bytes)
        for index in range where table.segments[index].name == name {
            let codes = table.qualifiers(of: table.segments[index])
            if codes.isEmpty || codes.contains(word) { return index }
        }
        return nil
    }
}

// MARK: Loops

extension GuideCheck {
    private mutating func enter(_ item: PlacedSegment) {
        if let top = stack.last, top.place == item.place { return }
        if let depth = stack.lastIndex(where: { $0.place == item.place }) { return close(to: depth + 1) }
        if let parent = item.place.loop.parent {
            let depth = stack.lastIndex { $0.place.loop == parent }
            close(to: (depth ?? -1) + 1)
            // The loop around it never began, of which its own first segment is missing.
            if depth == nil { open(LoopPlace(parent, line: item.place.line), at: item.segment) }
        } else {
            close(to: 0)
        }
        open(item.place, at: item.segment)
    }

    private mutating func open(_ place: LoopPlace, at segment: X12Segment) {
        let loop = table.loops[place.loop.rawValue]
        let isFirst = loop.segments.isEmpty || table.segments[loop.segments.lowerBound].name == segment.id
        if let outer = stack.indices.last { stack[outer].inner |= 1 << UInt64(place.loop.rawValue) }
        stack.append(Open(place: place, first: segment, counts: counts.count, isWhole: isFirst))
        counts += repeatElement(0, count: loop.segments.count)
        if place.turn - 1 == loop.limit, isFirst {
            faults.append(
                GuideFault(
                    kind: .tooMany, segment: segment, place: place,
                    problem: "is one more than the \(loop.limit) that the 837P has places for",
                    remedy: "Leave it out, or split the claim."))
        }
    }

    private mutating func close(to depth: Int) {
        while stack.count > depth, let open = stack.popLast() {
            defer { counts.removeLast(counts.count - open.counts) }
            // The line whose number is missing was named when its service came.
            guard open.isWhole || open.place.loop == .line || open.place.loop == .header else { continue }
            let loop = table.loops[open.place.loop.rawValue]
            for index in loop.segments where table.segments[index].isRequired {
                guard counts[open.counts + index - loop.segments.lowerBound] == 0 else { continue }
                let segment = table.segments[index]
                // Each level begins with its HL, which the writer numbers.
                guard segment.name != "LX", segment.name != "HL" else { continue }
                let codes = table.qualifiers(of: segment).map(\.text)
                report(missing: segment.name, codes, in: open.place, at: open.first)
            }
            for inner in loop.inner where table.loops[inner.rawValue].isRequired {
                guard open.inner & 1 << UInt64(inner.rawValue) == 0 else { continue }
                guard let first = table.segments[table.loops[inner.rawValue].segments].first else { continue }
                var place = open.place
                if open.place.loop == .otherInsurance { place.insurance = place.turn }
                report(
                    missing: first.name, first.name == "NM1" ? table.qualifiers(of: first).map(\.text) : [],
                    in: LoopPlace(inner, line: place.line, insurance: place.insurance), at: open.first)
            }
        }
    }

    private mutating func report(
        missing name: X12SegmentID, _ codes: [String], in place: LoopPlace, at segment: X12Segment
    ) {
        faults.append(
            GuideFault(
                kind: .segmentMissing, segment: segment, place: place, missing: (name, codes), problem: "is missing",
                remedy: name == "PER"
                    ? "Add the submitter's contact below NM1*41: PER*IC*name*TE*ten-digit phone."
                    : "The 837P requires it here: add it, or have the sender add it."))
    }
}

// MARK: Segments as a whole

extension GuideCheck {
    /// A segment whose first code the guide does not have in its loop.
    private mutating func refuse(_ item: PlacedSegment, as index: Int, in range: Range<Int>) {
        let name = item.segment.id
        let codes = range.filter { table.segments[$0].name == name }
            .flatMap { table.qualifiers(of: table.segments[$0]).map(\.text) }
        let element = item.segment[1]
        let isComposite = !table.elements[table.segments[index].elements.lowerBound].components.isEmpty
        let text = isComposite ? element[component: 1] : element
        var fault = GuideFault(
            kind: text.isEmpty ? .elementMissing : .code, segment: item.segment, place: item.place, element: 1,
            problem: text.isEmpty ? "is blank" : "is a code that the 837P does not have here",
            remedy: codes.choice)
        if isComposite { fault.component = 1 }
        faults.append(fault)
    }

    private mutating func refuseRepeat(_ item: PlacedSegment, _ guide: GuideTable.Segment) {
        let most = guide.limit == 1 ? "only one" : "at most \(guide.limit)"
        faults.append(
            GuideFault(
                kind: .tooMany, segment: item.segment, place: item.place,
                problem: "(\(item.segment.label)) comes too often: the 837P has \(most) here",
                remedy: "Keep the one that counts."))
    }

    /// Lines are numbered from 1, and no two payers have the same turn.
    private mutating func checkNumber(_ item: PlacedSegment) {
        switch item.segment.id {
        case "LX":
            let number = (item.place.line ?? 0) + 1
            let found = item.segment[1]
            guard ElementType.number.takes(found.bytes), found.number != number else { return }
            faults.append(
                GuideFault(
                    kind: .number, segment: item.segment, place: item.place, element: 1,
                    problem: "is \(found.printable), but this is line \(number)", remedy: "Number the lines 1, 2, 3, …")
            )
        case "SBR":
            let order = CodeWord(item.segment[1].bytes)
            guard order != CodeWord("U".utf8), !item.segment[1].isEmpty, !orders.insert(order).inserted else { return }
            faults.append(
                GuideFault(
                    kind: .number, segment: item.segment, place: item.place, element: 1,
                    problem: "is \(item.segment[1].printable), as is another payer of the claim",
                    remedy: "Give each payer its own turn: P, S, T, then A to H."))
        default: return
        }
    }
}

extension [String] {
    /// `Use D8 or RD8.`
    var choice: Remedy {
        guard count <= 12 else { return "Use a code that the guide of the 837P lists." }
        guard let last else { return "Leave it out." }
        return count == 1 ? "Use \(last)." : "Use \(dropLast().joined(separator: ", ")) or \(last)."
    }
}
