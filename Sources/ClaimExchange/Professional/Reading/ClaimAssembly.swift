import ClaimModel

/// Gathers the segments of one transaction into claims: each with its billing provider, subscriber and patient.
struct ClaimAssembly {
    /// Far beyond fifty lines with everything that the guide allows on them.
    static let mostSegments = 20_000

    /// One level of the hierarchy (HL) or a claim, as far as it has come.
    fileprivate struct Section {
        /// Its first segment.
        let header: X12Segment
        var placed: [PlacedSegment] = []
        var faults: [X12Fault] = []
        var tracker: LoopTracker
        var isFull = false
        /// Whether a claim has it, or a word was said of it, so that its faults are not said again.
        var isJudged = false
        /// What its claims have of it.
        var shared: SharedLevel?
        /// Whether it has had faults, said or not.
        var isFaulty = false

        /// - Parameter isTaken: whether the first segment is in it, and not behind what should be there.
        init(_ loop: ProfessionalLoop, _ header: X12Segment, isTaken: Bool = true) {
            self.header = header
            tracker = LoopTracker(in: loop)
            if isTaken { take(header) }
        }

        /// Its segments; a header that is missing altogether is checked as well.
        var checked: [PlacedSegment] {
            placed.isEmpty ? [PlacedSegment(place: LoopPlace(.header), segment: header)] : placed
        }

        mutating func settle() { (isJudged, isFaulty, faults) = (true, isFaulty || !faults.isEmpty, []) }

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

    private var header: Section?
    private var billing: Section?
    private var subscriber: Section?
    private var patient: Section?
    private var claim: Section?
    private var hierarchy = Hierarchy()
    private var purpose = ""
    private var envelope: ClaimEnvelope
    private let transaction: X12Transaction
    private var claims = 0
    private var isCutOff = false

    /// - Throws: why a transaction of this kind is not read.
    init(_ transaction: X12Transaction) throws(X12Fault) {
        if let refusal = transaction.refusal { throw X12Fault(.version, at: transaction.header, refusal) }
        self.transaction = transaction
        envelope = ClaimEnvelope(transaction, header: [], isSound: false)
    }

    mutating func take(_ segment: X12Segment, _ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        switch segment.id {
        case "HL": openLevel(segment, &items)
        case "CLM":
            closeHeader(at: segment, &items)
            closeClaim(&items)
            claim = Section(.claim, segment)
        default:
            if segment.id == "BHT" { purpose = segment[6].text }
            takeInner(segment)
        }
    }

    private mutating func takeInner(_ segment: X12Segment) {
        if isInHeader {
            header == nil ? header = Section(.header, segment) : header?.take(segment)
        } else if claim != nil {
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
        closeHeader(at: segment, &items)
        closeClaim(&items)
        items += hierarchy.take(segment).map { .fault($0) }
        patient.map { close($0, &items) }
        patient = nil
        switch X12SegmentID(segment[3].bytes) {
        case "20":
            [subscriber, billing].forEach { $0.map { close($0, &items) } }
            subscriber = nil
            billing = Section(.billing, segment)
        case "22":
            subscriber.map { close($0, &items) }
            subscriber = Section(.subscriber, segment)
        case "23": patient = Section(.patient, segment)
        default: break
        }
    }

    /// Gives out the claim that is open.
    private mutating func closeClaim(_ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        guard let whole = claim else { return }
        claim = nil
        claims += 1
        let levels = [billing, subscriber, patient].compactMap(\.self)
        var faults = levels.flatMap(\.faults) + whole.faults
        faults += whole.missingLevels(billing: billing != nil, subscriber: subscriber != nil)
        faults += whole.amountFaults(isCutOff: isCutOff)
        items.append(
            .value(
                ProfessionalClaim(
                    segment: whole.header.number, offset: whole.header.offset, faults: faults,
                    placed: levels.flatMap(\.placed) + whole.placed.inOrderOfPayers, level: sharedLevel(),
                    purpose: purpose,
                    envelope: envelope,
                    hasFaultyLevel: levels.contains { $0.isFaulty || !$0.faults.isEmpty },
                    judged: levels.reduce(0) { $0 + ($1.isJudged ? $1.placed.count : 0) })))
        settleLevels()
    }

    /// The level of the billing provider, the same for each of its claims.
    private mutating func sharedLevel() -> SharedLevel {
        if let shared = billing?.shared { return shared }
        let shared = SharedLevel(billing?.placed ?? [])
        billing?.shared = shared
        return shared
    }

    /// What is wrong with a level is said with its first claim.
    private mutating func settleLevels() {
        billing?.settle()
        subscriber?.settle()
        patient?.settle()
    }
}

// MARK: What belongs to no claim

extension ClaimAssembly {
    private var isInHeader: Bool { billing == nil && subscriber == nil && patient == nil && claim == nil }

    private mutating func closeHeader(
        at segment: X12Segment, _ items: inout [Reading<ProfessionalClaim, X12Fault>]
    ) {
        guard isInHeader, header?.isJudged != true else { return }
        let before = items.count
        items += EnvelopeCheck.faults(in: transaction).map { .fault($0) }
        var opened = header ?? Section(.header, segment, isTaken: false)
        close(opened, &items)
        opened.isJudged = true
        header = opened
        envelope = ClaimEnvelope(transaction, header: opened.placed, isSound: items.count == before)
    }

    /// A level that no claim has.
    private func close(_ section: Section, _ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        guard !section.isJudged else { return }
        items += (section.faults + GuideCheck.faults(in: section.checked).map(\.ofFile)).map { .fault($0) }
    }

    mutating func cutOff() { isCutOff = true }

    mutating func finish(_ items: inout [Reading<ProfessionalClaim, X12Fault>]) {
        closeHeader(at: transaction.header, &items)
        closeClaim(&items)
        for level in [billing, subscriber, patient] { level.map { close($0, &items) } }
        items += hierarchy.finish().map { .fault($0) }
        guard claims == 0 else { return }
        items.append(
            .fault(
                X12Fault(
                    .missingSegment, at: transaction.header,
                    "The transaction has no claim (CLM): ask the sender for the claims, or leave the transaction out")))
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
    ///
    /// - Parameter isCutOff: whether the transaction has no end, and this is its last claim: whole where its lines make its
    ///   total.
    fileprivate func amountFaults(isCutOff: Bool) -> [X12Fault] {
        var faults: [X12Fault] = []
        let charges = placed.filter { $0.segment.id == "SV1" }.map { $0.segment[2].cents }
        if charges.count > Part.line.limit {
            faults.append(
                X12Fault(
                    .endlessClaim, at: header,
                    "A claim has at most \(Part.line.limit) service lines, but this one has \(charges.count): it has to be split"
                ))
        }
        let (total, sum) = (header[2].cents, charges.reduce(0) { $0 + ($1 ?? 0) })
        if isCutOff, total != sum || charges.contains(nil) {
            faults.append(
                X12Fault(
                    .cutOffClaim, at: header,
                    "This claim breaks off: its lines do not make its total, and the transaction has no end (SE). Ask the "
                        + "sender for the file again"))
        } else if let total, total != sum, !charges.contains(nil) {
            faults.append(
                X12Fault(
                    .total, at: header,
                    "The claim's total (CLM02) is \(Money(cents: total).currency), but its lines (SV102) make "
                        + "\(Money(cents: sum).currency): the sender has to correct one of them"))
        }
        return faults
    }
}
