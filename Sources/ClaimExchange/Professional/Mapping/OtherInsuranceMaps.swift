import ClaimModel

/// The first other insurance: loops 2320 and 2330. Further ones are carried along.
extension SegmentMap {
    static let otherInsuranceMaps: [SegmentMap] = [
        SegmentMap(
            loop: .otherInsurance, name: "SBR", applies: { $0.namesOtherInsurance },
            slots: [
                .usual(1) { $0.draft.orderOfOtherPayer }, .field(2, .otherRelationship, required: true),
                .field(3, .otherGroupNumber, limit: 50),
                .field(9, .otherFilingIndicator, refused: ["09"], required: true),
            ]),
        adjustments(.otherInsurance, .adjudicationAdjustments),
        qualified(.otherInsurance, "AMT", "D", .adjudicationPaid, .amount, limit: 18),
        qualified(.otherInsurance, "AMT", "EAF", .adjudicationLiability, .amount, limit: 18),
        SegmentMap(
            loop: .otherInsurance, name: "OI", isAlone: true, applies: { $0.namesOtherInsurance },
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
        qualified(.otherPayer, "REF", "F8", .adjudicationControlNumber),
    ]

    /// What the other payer decided on a line: loop 2430.
    static let adjudicationMaps: [SegmentMap] = [
        SegmentMap(loop: .adjudication, name: "SVD", part: .line, slots: decisionSlots),
        adjustments(.adjudication, .linePrimaryAdjusted),
        qualified(.adjudication, "AMT", "EAF", .linePrimaryLiability, .amount, limit: 18, part: .line),
        SegmentMap(
            loop: .adjudication, name: "DTP", key: Key(1, ["573"]), part: .line, isAlone: true,
            applies: { $0.hasLineAdjudication },
            slots: [
                .usual(1, "573", with: 3), .usual(2, "D8", with: 3),
                .usual(3) { source in
                    source.draft.lines[source.row].isAdjudicated
                        ? WireForm.date.written(source.draft.state(at: Place(.adjudicationDate))) : ""
                },
            ]),
    ]

    /// Payer, paid amount, what it paid for and how many of it: the line's own code and units unless it says others.
    private static let decisionSlots: [Slot] =
        [
            .usual(1) { $0.line.isAdjudicated ? $0.draft.otherInsurance.payerIdentifier.value?.text ?? "" : "" },
            .field(2, .linePrimaryPaid, .amount, limit: 18, required: true),
            .usual(3) {
                $0.line.isAdjudicated ? $0.line.paidService : ""
            } read: { element, builder, row in
                builder.takePaidService(element, row: row)
            },
            .derived(5) { source in
                let field: Field = source.line.primaryUnits.isEmpty ? .lineUnits : .linePrimaryUnits
                return source.line.isAdjudicated
                    ? WireForm.amount.written(source.draft.state(at: Place(field, row: source.row))) : ""
            } read: { element, builder, row in
                let billed = WireForm.amount.written(builder.draft.state(at: Place(.lineUnits, row: row)))
                guard WireForm.trimmed(element.text) != WireForm.trimmed(billed) else { return }
                builder.type(element.text, at: Place(.linePrimaryUnits, row: row))
            },
        ]

    /// CAS: the adjustments of one group in each segment.
    private static func adjustments(_ loop: ProfessionalLoop, _ field: Field) -> SegmentMap {
        SegmentMap(
            loop: loop, name: "CAS", part: field.part,
            repeated: { source in
                AdjustmentSegments.elements(of: source.draft.text(at: Place(field, row: source.row)))
            }, slots: [])
    }
}

extension SegmentMap.Source {
    fileprivate var line: ServiceLine { draft.lines[row] }
}

extension ClaimDraft {
    var namesOtherInsurance: Bool {
        if self.otherInsurance.exists.value == .yes { return true }
        var plan = self.otherInsurance
        plan.exists = Entry()
        return plan != OtherInsurance()
    }

    /// Whether the other payer's decision is given line by line.
    var hasLineAdjudication: Bool { self.lines.contains { $0.isAdjudicated } }

    /// The other payer decides after the first, and before any other.
    fileprivate var orderOfOtherPayer: String { self.payer.order.value == .primary ? "S" : "P" }
}

extension ServiceLine {
    /// `HC:96365:59`
    fileprivate var paidService: String {
        let billed = [self.procedure.value?.text ?? self.procedure.text] + modifiers.map(\.text)
        let paid = self.primaryProcedure.value.map { [$0.code.text] + $0.modifiers.map(\.text) }
        return (["HC"] + (paid ?? billed)).joined(separator: ":")
    }
}

extension DraftBuilder {
    /// What the payer paid for, where that is not what was billed.
    fileprivate mutating func takePaidService(_ element: X12Element, row: Int) {
        let parts = element.components.map(\.text)
        guard parts.first == "HC", parts.joined(separator: ":") != draft.lines[row].paidService else { return }
        let text = parts.dropFirst().joined(separator: " ")
        guard Field.linePrimaryProcedure.value(of: text, in: context) == text else { return }
        type(text, at: Place(.linePrimaryProcedure, row: row))
    }
}
