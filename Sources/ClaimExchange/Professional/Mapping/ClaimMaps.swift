import ClaimModel

/// What the claim says as a whole: loops 2300 and 2310.
extension SegmentMap {
    static let claimMaps: [SegmentMap] =
        [
            SegmentMap(loop: .claim, name: "CLM", isRequired: true, slots: claimSlots)
        ] + dateMaps + [
            SegmentMap(
                loop: .claim, name: "PWK", part: .attachment, takesReadableOnly: true,
                slots: [
                    .field(1, .attachmentType, required: true), .field(2, .attachmentTransmission, required: true),
                    .usual(5, "AC", with: 6), .field(6, .attachmentControl, limit: 50),
                ]),
            qualified(.claim, "AMT", "F5", .amountPaid, .amount, limit: 18),
            qualified(.claim, "REF", "EW", .mammographyNumber),
            qualified(.claim, "REF", "9F", .referralNumber),
            qualified(.claim, "REF", "G1", .authorizationNumber),
            qualified(.claim, "REF", "F8", .originalReference),
            qualified(.claim, "REF", "X4", .cliaNumber),
            qualified(.claim, "NTE", "ADD", .additionalInformation, limit: 80, readableOnly: true),
            SegmentMap(
                loop: .claim, name: "CR1",
                slots: [
                    .field(4, .transportReason), .usual(5, "DH", with: 6),
                    .field(6, .transportMiles, .amount, limit: 15),
                ]),
            SegmentMap(
                loop: .claim, name: "HI", key: Key(1, component: 1, ["ABK", "BK"]), isRequired: true,
                slots: diagnosisSlots),
        ] + providerMaps

    private static let dateMaps: [SegmentMap] =
        disabilityMaps + [
            date(.claim, "431", .onsetDate), date(.claim, "454", .initialTreatmentDate),
            date(.claim, "439", .accidentDate),
            date(.claim, "484", .lastMenstrualPeriod), date(.claim, "435", .admissionDate),
            date(.claim, "096", .dischargeDate),
        ]

    /// One segment: both days as a range, else the one that is known.
    private static let disabilityMaps: [SegmentMap] = {
        let days: [Field] = [.disabledFrom, .disabledTo]
        @Sendable func hasBoth(_ source: SegmentMap.Source) -> Bool {
            days.allSatisfy { !source.draft.text(at: Place($0)).isEmpty }
        }
        let range = SegmentMap(
            loop: .claim, name: "DTP", key: Key(1, ["314"]), appliesToRow: hasBoth,
            slots: [
                .usual(1, "314"), .usual(2, "RD8"),
                .derived(3) { source in
                    days.map { WireForm.date.written(source.draft.state(at: Place($0))) }.joined(separator: "-")
                } read: { element, builder, _ in
                    let parts = element.text.split(separator: "-", maxSplits: 1).map(String.init)
                    for (field, part) in zip(days, parts) {
                        builder.type(WireForm.date.read(part), at: Place(field))
                    }
                },
            ])
        return [range]
            + zip(["360", "361"], days).map { qualifier, field in
                var map = date(.claim, qualifier, field)
                map.appliesToRow = { !hasBoth($0) }
                return map
            }
    }()

    private static let claimSlots: [Slot] =
        [
            .field(1, .account, limit: 38, required: true),
            .derived(2, required: true) { WireForm.amount(cents: $0.draft.totalCharge) },
            .field(5, component: 1, .placeOfService, required: true),
            .usual(5, component: 2) { $0.draft.identity.frequency.isEmpty ? "" : "B" },
            .field(5, component: 3, .frequency, required: true), .field(6, .providerSignature, required: true),
            .field(7, .acceptsAssignment, required: true), .field(8, .benefitsAssignment, required: true),
            .field(9, .release, required: true),
        ]
        + (0..<3).map(causeSlot) + [.field(11, component: 4, .autoAccidentState)]

    /// The guide has places for two causes; a third one is in the way of sending.
    private static func causeSlot(_ place: Int) -> Slot {
        var slot = Slot.derived(11, component: place + 1) { source in
            let causes = source.draft.accident.causes
            return place < causes.count ? causes[place] : ""
        } read: { element, builder, _ in
            if let field = Accident.field(ofCause: element) { builder.type("Y", at: Place(field)) }
        }
        if place == 2 { slot.limit = 0 }
        return slot
    }

    private static let diagnosisSlots: [Slot] = (0..<Part.diagnosis.limit).flatMap { row -> [Slot] in
        [
            .usual(row + 1, component: 1) { source in
                guard row < source.draft.diagnoses.count, !source.draft.diagnoses[row].code.text.isEmpty else {
                    return ""
                }
                let isOld = source.draft.identity.diagnosisIndicator.text == "9"
                return (isOld ? "" : "A") + (row == 0 ? "BK" : "BF")
            },
            .field(row + 1, component: 2, .diagnosisCode, .code, row: row, required: row == 0),
        ]
    }

    private static let providerMaps: [SegmentMap] =
        [
            person(.referring, "DN", .referring) { $0.takesReferring(.referring) },
            person(.rendering, "82", .rendering),
            SegmentMap(
                loop: .rendering, name: "PRV", key: Key(1, ["PE"]),
                slots: [.usual(1, "PE"), .usual(2, "PXC"), .field(3, .renderingTaxonomy)]),
            qualified(.rendering, "REF", "G2", .renderingPayerNumber),
            organization(
                .facility, "77", name: .facilityName, number: .facilityNPI, qualifier: "XX", numberRequired: false),
        ]
        + address(.facility, .facility)
        + [
            person(.supervising, "DQ", .referring) { $0.takesReferring(.supervising) },
            SegmentMap(
                loop: .pickUp, name: "NM1", key: Key(1, ["PW"]), isAlone: true,
                applies: { !$0.ambulance.address.entriesAreEmpty }, slots: [.usual(1, "PW"), .usual(2, "2")]),
        ] + address(.pickUp, .pickUp)
        + [
            SegmentMap(
                loop: .dropOff, name: "NM1", key: Key(1, ["45"]), isAlone: true,
                appliesToRow: { source in
                    let trip = source.draft.ambulance
                    return !trip.dropOff.entriesAreEmpty || !trip.dropOffName.isEmpty
                },
                slots: [.usual(1, "45"), .usual(2, "2"), .field(3, .dropOffName)])
        ] + address(.dropOff, .dropOff)
}

extension PersonFields {
    static let rendering = PersonFields(
        last: .renderingLastName, first: .renderingFirstName, number: .renderingNPI, entityType: .renderingEntityType)
    static let referring = PersonFields(last: .referringLastName, first: .referringFirstName, number: .referringNPI)
}

extension Accident {
    /// CLM11: AA auto accident, EM employment, OA other accident.
    fileprivate var causes: [String] {
        [("AA", self.auto), ("EM", self.employment), ("OA", self.other)].filter { $0.1.value == .yes }.map(\.0)
    }

    fileprivate static func field(ofCause element: X12Element) -> Field? {
        switch X12SegmentID(element.bytes) {
        case "AA": .autoAccident
        case "EM": .employmentRelated
        case "OA": .otherAccident
        default: nil
        }
    }
}

extension ClaimDraft {
    /// Whether the referring provider of the claim has this role.
    func takesReferring(_ role: ReferringQualifier) -> Bool { self.referring.qualifier.value == role }
}
