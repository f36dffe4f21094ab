/// Finds the loop that each segment of a claim is in, and sees whether their order is the guide's.
struct LoopTracker {
    private struct Open {
        let place: LoopPlace
        /// How far the loop has come: the place of its last segment, then, beyond those, of its last inner loop.
        var progress = 0
        /// How often each inner loop was opened.
        var turns: [ProfessionalLoop: Int] = [:]
    }

    private static let afterSegments = 1000
    private var stack: [Open]
    /// Names (NM1) that the guide does not have.
    private var unknown = 0

    /// Begins at a level of the hierarchy or at a claim.
    init(in loop: ProfessionalLoop) {
        stack = [Open(place: LoopPlace(loop))]
    }

    /// The loop of the next segment, and what is wrong with its place.
    mutating func place(_ segment: X12Segment) -> (place: LoopPlace, fault: X12Fault?) {
        if segment.id == "SV1", let depth = depthOfLineWithoutNumber { return openLine(for: segment, in: depth) }
        for depth in stack.indices.reversed() {
            if let inner = ProfessionalGuide.loop(openedBy: segment, in: stack[depth].place.loop) {
                return open(inner, for: segment, in: depth)
            }
            // The first segment of a loop opens the next one; only that of a level or a claim is its own header.
            if let rank = ProfessionalGuide.place(of: segment.id, in: stack[depth].place.loop), rank > 0 || depth == 0 {
                return stay(rank, segment, in: depth)
            }
        }
        let place = stack[stack.count - 1].place
        let loop = "loop \(place.loop.identifier) (\(place.loop.label))"
        let problem =
            segment.id.isValid
            ? "The guide of the professional claim has no \(segment.label) in \(loop)"
            : "A segment in \(loop) does not begin with a name of two or three capitals and digits"
        let fault = X12Fault(.misplacedSegment, at: segment, "\(problem); it is carried along")
        return (segment.id == "NM1" ? openUnknown() ?? place : place, fault)
    }

    /// Whatever follows a name that the guide does not have is that name's, and nobody else's.
    private mutating func openUnknown() -> LoopPlace? {
        for depth in stack.indices.reversed() {
            guard let loop = ProfessionalGuide.loop(ofUnknownName: stack[depth].place.loop) else { continue }
            // A name takes the place of the one before it.
            stack.removeLast(stack.count - (loop == stack[depth].place.loop ? depth : depth + 1))
            let outer = stack.last?.place ?? LoopPlace(loop)
            unknown += 1
            let place = LoopPlace(
                loop, line: outer.line, turn: LoopPlace.firstUnknown + unknown,
                insurance: outer.loop == .otherInsurance ? outer.turn : 1)
            stack.append(Open(place: place))
            return place
        }
        return nil
    }

    /// Where the claim is open, and the service that comes next belongs to none of its lines so far.
    private var depthOfLineWithoutNumber: Int? {
        guard let claim = stack.firstIndex(where: { $0.place.loop == .claim }) else { return nil }
        let line = stack.first { $0.place.loop == .line }
        let place = ProfessionalGuide.place(of: "SV1", in: .line) ?? 1
        return line.map { $0.progress >= place } ?? true ? claim : nil
    }

    private mutating func openLine(
        for segment: X12Segment, in depth: Int
    ) -> (place: LoopPlace, fault: X12Fault?) {
        let place = open(.line, for: segment, in: depth).place
        stack[stack.count - 1].progress = ProfessionalGuide.place(of: "SV1", in: .line) ?? 1
        let fault = X12Fault(
            .missingSegment, at: segment,
            "LX is missing before SV1: each service line begins with LX and its number, here LX*\((place.line ?? 0) + 1); "
                + "the line is read anyway")
        return (place, fault)
    }

    private mutating func open(
        _ loop: ProfessionalLoop, for segment: X12Segment, in depth: Int
    ) -> (place: LoopPlace, fault: X12Fault?) {
        stack.removeLast(stack.count - depth - 1)
        let outer = stack[depth]
        let turn = outer.turns[loop, default: 0] + 1
        let progress = LoopTracker.afterSegments + loop.rawValue
        let fault = progress < outer.progress ? outOfOrder(segment, loop) : nil
        stack[depth].turns[loop] = turn
        stack[depth].progress = max(progress, outer.progress)
        let place = LoopPlace(
            loop, line: loop == .line ? turn - 1 : outer.place.line, turn: loop == .line ? 1 : turn,
            insurance: outer.place.loop == .otherInsurance ? outer.place.turn : 1)
        stack.append(Open(place: place))
        return (place, fault)
    }

    private mutating func stay(
        _ rank: Int, _ segment: X12Segment, in depth: Int
    ) -> (place: LoopPlace, fault: X12Fault?) {
        // Outside of its loop by now: the segment comes late, but what follows still belongs to the inner one.
        let open = stack[depth]
        stack[depth].progress = max(rank, open.progress)
        return (open.place, rank < open.progress ? outOfOrder(segment, open.place.loop) : nil)
    }

    private func outOfOrder(_ segment: X12Segment, _ loop: ProfessionalLoop) -> X12Fault {
        X12Fault(
            .misplacedSegment, at: segment,
            "\(segment.label) of loop \(loop.identifier) (\(loop.label)) comes too late: the guide has it before what comes "
                + "there already; it is accepted anyway")
    }
}

extension X12Segment {
    /// `REF*G1`, `HI`: the name, with its qualifier where that is a short code.
    var label: String {
        let qualifier = self[1][component: 1]
        switch id {
        case "NM1", "REF", "DTP", "AMT", "NTE", "CRC", "PRV", "QTY", "CAS": return "\(id)*\(qualifier.printable)"
        default: return id.description
        }
    }
}
