import ClaimModel

/// The first other insurance: loops 2320 and 2330. Further ones are carried along.
extension SegmentMap {
    static let otherInsuranceMaps: [SegmentMap] = [
        SegmentMap(
            loop: .otherInsurance, name: "SBR", applies: { $0.namesOtherInsurance },
            slots: [
                .usual(1) { $0.draft.orderOfOtherPayer }, .field(2, .otherRelationship, required: true),
                .field(9, .otherFilingIndicator, refused: ["09"], required: true),
            ]),
        qualified(.otherInsurance, "AMT", "D", .adjudicationPaid, .amount, limit: 18),
        SegmentMap(
            loop: .otherInsurance, name: "OI", standsAlone: true, applies: { $0.namesOtherInsurance },
            slots: [
                .usual(3) { $0.draft.signatures.benefitsAssignment.value?.code ?? "" },
                .usual(6) { $0.draft.signatures.release.value?.code ?? "" },
            ]),
        person(
            .otherInsured, "IL",
            PersonFields(
                last: .otherInsuredLastName, first: .otherInsuredFirstName, number: .otherPolicyNumber,
                qualifier: "MI"), required: true
        ) { $0.namesOtherInsurance },
        organization(
            .otherPayer, "PR", name: .otherPlanName, number: .otherPayerIdentifier, qualifier: "PI", required: true
        ) { $0.namesOtherInsurance },
        SegmentMap(
            loop: .otherPayer, name: "DTP", key: Key(1, ["573"]), applies: { !$0.hasLineAdjudication },
            slots: [.usual(1, "573"), .usual(2, "D8"), .field(3, .adjudicationDate, .date)]),
    ]

    /// What the other payer decided on a line: loop 2430. Its adjustments (CAS) are carried along; their sum is a field.
    static let adjudicationMaps: [SegmentMap] = [
        SegmentMap(
            loop: .adjudication, name: "SVD", part: .line,
            slots: [
                .usual(1, beside: 2) { $0.draft.otherInsurance.payerIdentifier.value?.text ?? "" },
                .field(2, .linePrimaryPaid, .amount, limit: 18),
                .usual(3, beside: 2) { $0.draft.lines[$0.row].billedCodes },
                .usual(5, beside: 2) { WireForm.amount.written($0.draft.state(at: Place(.lineUnits, row: $0.row))) },
            ]),
        SegmentMap(
            loop: .adjudication, name: "DTP", key: Key(1, ["573"]), part: .line, standsAlone: true,
            applies: { $0.hasLineAdjudication },
            slots: [
                .usual(1, "573", beside: 3), .usual(2, "D8", beside: 3),
                .usual(3) { standing in
                    standing.draft.lines[standing.row].primaryPaid.isEmpty
                        ? "" : WireForm.date.written(standing.draft.state(at: Place(.adjudicationDate)))
                },
            ]),
    ]
}

extension ClaimDraft {
    var namesOtherInsurance: Bool {
        otherInsurance.exists.value == .yes || otherInsurance != OtherInsurance(exists: otherInsurance.exists)
    }

    /// Whether the other payer's decision is told line by line.
    var hasLineAdjudication: Bool { lines.contains { !$0.primaryPaid.isEmpty } }

    /// The other payer decides after the first, and before any other.
    fileprivate var orderOfOtherPayer: String { payer.order.value == .primary ? "S" : "P" }
}

extension OtherInsurance {
    fileprivate init(exists: Entry<YesNo>) {
        self.init()
        self.exists = exists
    }
}

extension ServiceLine {
    /// `HC:96365:59`
    fileprivate var billedCodes: String {
        (["HC", procedure.value?.text ?? ""] + modifiers.map(\.text)).joined(separator: ":")
    }
}
