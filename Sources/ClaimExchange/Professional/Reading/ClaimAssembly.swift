import ClaimModel

/// Gathers the segments of one transaction into claims: each with its billing provider, subscriber and patient.
struct ClaimAssembly {
    /// Far beyond fifty lines with everything that the guide allows on them.
    static let mostSegments = 20_000

    /// One level of the hierarchy (HL) or a claim, as far as it has come.
    fileprivate struct Section {
        let header: X12Segment
        var placed: [PlacedSegment] = []
        var faults: [X12Fault] = []
        var tracker: LoopTracker
        var isFull = false

        init(_ loop: ProfessionalLoop, _ header: X12Segment) {
            self.header = header
            tracker = LoopTracker(in: loop)
            take(header)
        }

        mutating func take(_ segment: X12Segment) {
            guard placed.count < ClaimAssembly.mostSegments else {
                if !isFull {
                    faults.append(
                        X12Fault(
                            .endlessClaim, at: segment,
                            "More than \(ClaimAssembly.mostSegments) segments belong to one claim; those from here on are "
                                + "left out, so that the claim is not whole"))
                }
                isFull = true
                return
            }
            let (place, fault) = tracker.place(segment)
            placed.append(PlacedSegment(place: place, segment: segment))
            if let fault { faults.append(fault) }
        }
    }

    private var billing: Section?
    private var subscriber: Section?
    private var patient: Section?
    private var claim: Section?
    private var hierarchy = Hierarchy()
    private var purpose = ""

    mutating func take(_ segment: X12Segment, _ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        switch segment.id {
        case "HL": openLevel(segment, &items)
        case "BHT": purpose = segment[6].text
        case "CLM":
            finish(&items)
            claim = Section(.claim, segment)
        default: takeInner(segment)
        }
    }

    /// What comes before the first level, the submitter and the receiver, belongs to no claim.
    private mutating func takeInner(_ segment: X12Segment) {
        if claim != nil {
            claim?.take(segment)
        } else if patient != nil {
            patient?.take(segment)
        } else if subscriber != nil {
            subscriber?.take(segment)
        } else {
            billing?.take(segment)
        }
    }

    private mutating func openLevel(_ segment: X12Segment, _ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        finish(&items)
        if let fault = hierarchy.take(segment) { items.append(.fault(fault)) }
        patient = nil
        switch X12SegmentID(segment[3].bytes) {
        case "20":
            subscriber = nil
            billing = Section(.billing, segment)
        case "22": subscriber = Section(.subscriber, segment)
        case "23": patient = Section(.patient, segment)
        default: break
        }
    }

    /// Gives out the claim that is open.
    mutating func finish(_ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        guard let whole = claim else { return }
        claim = nil
        var faults = [billing, subscriber, patient].flatMap { $0?.faults ?? [] } + whole.faults
        faults += whole.missingLevels(billing: billing != nil, subscriber: subscriber != nil)
        faults += whole.amountFaults
        items.append(
            .value(
                ProfessionalClaim(
                    segment: whole.header.number, offset: whole.header.offset, faults: faults,
                    placed: [billing, subscriber, patient, whole].flatMap { $0?.placed ?? [] }, purpose: purpose)))
    }
}

extension ClaimAssembly.Section {
    fileprivate func missingLevels(billing: Bool, subscriber: Bool) -> [X12Fault] {
        [(billing, "20", "the billing provider"), (subscriber, "22", "the subscriber")].compactMap {
            has, level, text in
            has
                ? nil
                : X12Fault(
                    .missingSegment, at: header,
                    "No level \(level) (\(text)) comes before this claim: ask the sender for the file again")
        }
    }

    /// More lines than a claim takes, and a total that is not the sum of the lines.
    fileprivate var amountFaults: [X12Fault] {
        var faults: [X12Fault] = []
        let charges = placed.filter { $0.segment.id == "SV1" }.map { $0.segment[2].cents }
        if charges.count > Part.line.limit {
            faults.append(
                X12Fault(
                    .endlessClaim, at: header,
                    "A claim has at most \(Part.line.limit) service lines, but this one has \(charges.count): it has to be split"
                ))
        }
        if let total = header[2].cents, charges.allSatisfy({ $0 != nil }) {
            let sum = charges.reduce(0) { $0 + ($1 ?? 0) }
            if sum != total {
                faults.append(
                    X12Fault(
                        .total, at: header,
                        "The claim's total (CLM02) is \(Money(cents: total).currency), but its lines (SV102) make "
                            + "\(Money(cents: sum).currency): the sender has to correct one of them"))
            }
        }
        return faults
    }
}

/// The numbers of the levels (HL) of a transaction.
struct Hierarchy {
    private var last = 0
    private var billing: Int?
    private var subscriber: Int?

    mutating func take(_ segment: X12Segment) -> X12Fault? {
        let number = segment[1].number
        let level = X12SegmentID(segment[3].bytes)
        let parent = segment[2].number
        var text: String?
        if number != last + 1 { text = "HL01 is \(segment[1].printable), but the level before was \(last)" }
        last = min(number ?? last + 1, 1_000_000_000)
        switch level {
        case "20":
            if !segment[2].isEmpty { text = "a billing provider (20) belongs under no other level (HL02)" }
            (billing, subscriber) = (number, nil)
        case "22":
            if parent == nil || parent != billing { text = "HL02 does not name the billing provider (20) before it" }
            subscriber = number
        case "23":
            if parent == nil || parent != subscriber { text = "HL02 does not name the subscriber (22) before it" }
        default: text = "HL03 is \(segment[3].printable), but the professional claim has the levels 20, 22 and 23"
        }
        return text.map {
            X12Fault(
                .hierarchy, at: segment, "The levels of the file do not fit together: \($0); it is read anyway")
        }
    }
}
