/// The order of the segments in each loop of 005010X222A1; what is in one place of the guide is distinguished by its
/// qualifiers.
enum ProfessionalGuide {
    private static let reference = "0B 1G G2 LU"

    private static let segments: [ProfessionalLoop: String] = [
        .billing: "HL PRV CUR",
        .billingName: "NM1 N3 N4 REF(EI SY 0B 1G) PER",
        .payTo: "NM1 N3 N4",
        .payToPlan: "NM1 N3 N4 REF(2U FY NF EI)",
        .subscriber: "HL SBR PAT",
        .subscriberName: "NM1 N3 N4 DMG REF(SY Y4) PER",
        .payerName: "NM1 N3 N4 REF(2U EI FY NF G2 LU)",
        .patient: "HL PAT",
        .patientName: "NM1 N3 N4 DMG REF(Y4 1W SY) PER",
        .claim: """
        CLM DTP(431 454 304 453 439 484 455 471 314 360 361 297 296 435 096 090 091 444 050) PWK CN1 AMT(F5) \
        REF(4N F5 EW 9F G1 F8 X4 9A 9C LX D9 EA P4 1J) K3 NTE CR1 CR2 CRC(07 E1 E2 E3 75 ZZ) HI(ABK BK BP BG) HCP
        """,
        .referring: "NM1 REF(\(reference))",
        .rendering: "NM1 PRV REF(\(reference))",
        .facility: "NM1 N3 N4 REF(\(reference)) PER",
        .supervising: "NM1 REF(\(reference))",
        .pickUp: "NM1 N3 N4",
        .dropOff: "NM1 N3 N4",
        .otherInsurance: "SBR CAS AMT(D A8 EAF) OI MOA",
        .otherInsured: "NM1 N3 N4 REF",
        .otherPayer: "NM1 N3 N4 DTP REF(2U EI FY NF G1 9F T4 F8)",
        .otherReferring: "NM1 REF",
        .otherRendering: "NM1 REF",
        .otherFacility: "NM1 REF",
        .otherSupervising: "NM1 REF",
        .otherBilling: "NM1 REF",
        .line: """
        LX SV1 SV5 PWK CR1 CR3 CRC(07 70 09) DTP(472 471 607 463 461 304 738 739 011 455 454) QTY(PT FL) MEA CN1 \
        REF(9B 9D G1 6R EW X4 F4 BT 9F) AMT(T F4) K3 NTE(ADD DCP TPO) PS1 HCP
        """,
        .drug: "LIN CTP REF",
        .lineRendering: "NM1 PRV REF",
        .purchased: "NM1 REF",
        .lineFacility: "NM1 N3 N4 REF",
        .lineSupervising: "NM1 REF",
        .ordering: "NM1 N3 N4 REF PER",
        .lineReferring: "NM1 REF",
        .linePickUp: "NM1 N3 N4",
        .lineDropOff: "NM1 N3 N4",
        .adjudication: "SVD CAS DTP AMT",
        .form: "LQ FRM",
    ]

    private struct Entry: Sendable {
        let name: X12SegmentID
        let place: Int
        let qualifiers: [X12SegmentID]
    }

    /// By the number of the loop, in the order of the guide.
    private static let entries: [[Entry]] = ProfessionalLoop.allCases.map { loop in
        (segments[loop] ?? "").split(separator: ")").flatMap(words).enumerated().map { place, word in
            Entry(
                name: X12SegmentID(word.name.utf8), place: place,
                qualifiers: word.qualifiers.split(separator: " ").map { X12SegmentID($0.utf8) })
        }
    }

    private static func entry(_ name: X12SegmentID, in loop: ProfessionalLoop) -> Entry? {
        entries[loop.rawValue].first { $0.name == name }
    }

    /// `HL PRV REF(EI SY` has three names, the last with qualifiers.
    private static func words(_ text: Substring) -> [(name: Substring, qualifiers: Substring)] {
        let parts = text.split(separator: "(", maxSplits: 1)
        var words = (parts.first ?? "").split(separator: " ").map { (name: $0, qualifiers: Substring()) }
        if parts.count == 2, !words.isEmpty { words[words.count - 1].qualifiers = parts[1] }
        return words
    }

    /// Where a segment is within its loop, by name; `nil` where the guide has none of that name there.
    static func place(of name: X12SegmentID, in loop: ProfessionalLoop) -> Int? { entry(name, in: loop)?.place }

    /// Where it is by name and qualifier; what the guide does not have comes last.
    static func rank(of name: X12SegmentID, qualifier: X12SegmentID, in loop: ProfessionalLoop) -> Int {
        guard let entry = entry(name, in: loop) else { return .max }
        return entry.place * 100 + (entry.qualifiers.firstIndex(of: qualifier) ?? 99)
    }

    private static let named: [ProfessionalLoop: [X12SegmentID: ProfessionalLoop]] = [
        .billing: ["85": .billingName, "87": .payTo, "PE": .payToPlan],
        .subscriber: ["IL": .subscriberName, "PR": .payerName],
        .patient: ["QC": .patientName],
        .claim: [
            "DN": .referring, "P3": .referring, "82": .rendering, "77": .facility, "DQ": .supervising, "PW": .pickUp,
            "45": .dropOff,
        ],
        .otherInsurance: [
            "IL": .otherInsured, "PR": .otherPayer, "DN": .otherReferring, "P3": .otherReferring,
            "82": .otherRendering, "77": .otherFacility, "DQ": .otherSupervising, "85": .otherBilling,
        ],
        .line: [
            "82": .lineRendering, "QB": .purchased, "77": .lineFacility, "DQ": .lineSupervising, "DK": .ordering,
            "DN": .lineReferring, "P3": .lineReferring, "PW": .linePickUp, "45": .lineDropOff,
        ],
    ]

    /// The loop inside of `outer` that a segment opens.
    static func loop(openedBy segment: X12Segment, in outer: ProfessionalLoop) -> ProfessionalLoop? {
        switch segment.id {
        case "NM1": named[outer]?[X12SegmentID(segment[1].bytes)]
        case "SBR": outer == .claim ? .otherInsurance : nil
        case "LX": outer == .claim ? .line : nil
        case "LIN": outer == .line ? .drug : nil
        case "SVD": outer == .line ? .adjudication : nil
        case "LQ": outer == .line ? .form : nil
        default: nil
        }
    }
}
