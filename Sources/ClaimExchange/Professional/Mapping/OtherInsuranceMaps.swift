import ClaimModel

/// The other plans of the patient and what they decided: loops 2320, 2330 and 2430. More than two are carried along.
extension SegmentMap {
    static let otherInsuranceMaps = DecisionFields.every.flatMap(planMaps)

    private static func planMaps(_ decision: DecisionFields) -> [SegmentMap] {
        let plan = decision.plan
        let isNamed: @Sendable (ClaimDraft) -> Bool = { $0.names(plan) }
        let maps: [SegmentMap] = [
            SegmentMap(
                loop: .otherInsurance, name: "SBR", applies: isNamed,
                slots: [
                    .usual(1) { $0.draft.order(of: plan).rawValue }, .field(2, plan.relationship, required: true),
                    .field(3, plan.groupNumber, limit: 50),
                    .field(9, plan.filingIndicator, refused: ["09"], required: true),
                ]),
            adjustments(.otherInsurance, decision.adjustments),
            qualified(.otherInsurance, "AMT", "D", decision.paid, .amount, limit: 18),
            qualified(.otherInsurance, "AMT", "EAF", decision.liability, .amount, limit: 18),
            SegmentMap(
                loop: .otherInsurance, name: "OI", isAlone: true, applies: isNamed,
                slots: [
                    .usual(3) { $0.draft.signatures.benefitsAssignment.value?.code ?? "" },
                    .usual(6) { $0.draft.signatures.release.value?.code ?? "" },
                ]),
            person(
                .otherInsured, "IL",
                PersonFields(
                    last: plan.insuredLastName, first: plan.insuredFirstName, number: plan.policyNumber,
                    qualifier: "MI"), required: true, applies: isNamed),
            organization(
                .otherPayer, "PR", name: plan.name, number: plan.payerIdentifier, qualifier: "PI", required: true,
                applies: isNamed),
            SegmentMap(
                loop: .otherPayer, name: "DTP", key: Key(1, ["573"]), applies: { !$0.decidesByLine(decision) },
                slots: [.usual(1, "573"), .usual(2, "D8"), .field(3, decision.date, .date)]),
            qualified(.otherPayer, "REF", "F8", decision.controlNumber),
        ]
        return maps.map { $0.of(plan) }
    }

    /// What the other payers decided on a line: loop 2430.
    static let adjudicationMaps = DecisionFields.every.flatMap(decisionMaps)

    private static func decisionMaps(_ decision: DecisionFields) -> [SegmentMap] {
        let maps: [SegmentMap] = [
            SegmentMap(loop: .adjudication, name: "SVD", part: .line, slots: slots(of: decision)),
            adjustments(.adjudication, decision.lineAdjusted),
            qualified(.adjudication, "AMT", "EAF", decision.lineLiability, .amount, limit: 18, part: .line),
            SegmentMap(
                loop: .adjudication, name: "DTP", key: Key(1, ["573"]), part: .line, isAlone: true,
                applies: { $0.decidesByLine(decision) },
                slots: [
                    .usual(1, "573", with: 3), .usual(2, "D8", with: 3),
                    .usual(3) { source in
                        source.has(decision)
                            ? WireForm.date.written(source.draft.state(at: Place(decision.date))) : ""
                    },
                ]),
        ]
        return maps.map { $0.of(decision.plan) }
    }

    private func of(_ plan: PlanFields) -> SegmentMap {
        var map = self
        map.plan = plan.turn
        return map
    }

    /// Payer, paid amount, what it paid for and how many of it: the line's own code and units unless it says others.
    private static func slots(of decision: DecisionFields) -> [Slot] {
        [
            .usual(1) { $0.has(decision) ? decision.plan.plan(in: $0.draft).payerIdentifier.value?.text ?? "" : "" },
            .field(2, decision.linePaid, .amount, limit: 18, required: true),
            .usual(3) {
                $0.has(decision) ? $0.line.service(paidBy: decision) : ""
            } read: { element, builder, row in
                builder.takePaidService(element, decision, row: row)
            },
            .derived(5) { source in
                let field = decision.decision(on: source.line).units.isEmpty ? .lineUnits : decision.lineUnits
                return source.has(decision)
                    ? WireForm.amount.written(source.draft.state(at: Place(field, row: source.row))) : ""
            } read: { element, builder, row in
                let billed = WireForm.amount.written(builder.draft.state(at: Place(.lineUnits, row: row)))
                guard WireForm.trimmed(element.text) != WireForm.trimmed(billed) else { return }
                builder.type(element.text, at: Place(decision.lineUnits, row: row))
            },
        ]
    }

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

    fileprivate func has(_ decision: DecisionFields) -> Bool { !decision.decision(on: line).isBlank }
}

extension ClaimDraft {
    fileprivate func names(_ plan: PlanFields) -> Bool {
        plan.turn == PlanFields.other.turn && self.otherInsurance.exists.value == .yes
            || plan.plan(in: self).isKeyed
    }

    /// Whether a payer's decision is given line by line.
    func decidesByLine(_ decision: DecisionFields) -> Bool {
        self.lines.contains { !decision.decision(on: $0).isBlank }
    }

    /// Which payer the plan is: those other than the claim's own, in their order.
    fileprivate func order(of plan: PlanFields) -> PayerOrder {
        let others = PayerOrder.allCases.filter { $0 != orderOfPayer }
        return others[plan.turn - 1]
    }
}

extension ServiceLine {
    /// `HC:96365:59`
    fileprivate func service(paidBy decision: DecisionFields) -> String {
        let billed = [self.procedure.value?.text ?? self.procedure.text] + modifiers.map(\.text)
        let paid = decision.decision(on: self).procedure.value.map { [$0.code.text] + $0.modifiers.map(\.text) }
        return (["HC"] + (paid ?? billed)).joined(separator: ":")
    }
}

extension DraftBuilder {
    /// What the payer paid for, where that is not what was billed.
    fileprivate mutating func takePaidService(_ element: X12Element, _ decision: DecisionFields, row: Int) {
        let parts = element.components.map(\.text)
        guard parts.first == "HC", parts.joined(separator: ":") != draft.lines[row].service(paidBy: decision)
        else { return }
        let text = parts.dropFirst().joined(separator: " ")
        guard decision.lineProcedure.value(of: text, in: context) == text else { return }
        type(text, at: Place(decision.lineProcedure, row: row))
    }
}
