import ClaimModel

extension ClaimDraft {
    /// Makes a plan the payer of the claim, and the payer that decided the plan in its place. Service, patient, providers
    /// and what earlier payers decided stay; authorization, benefits check, attachments and overrides belonged to the payer
    /// before.
    mutating func swapPayer(with plan: PlanFields, in context: ParsingContext) {
        let before = self
        let swap = PayerSwap(of: before, with: plan)
        let stays = Set(orderOfPayer.earlier.flatMap(\.all) + swap.otherPlans.flatMap(\.all))
        for place in places where place.field.forLaterPayer != .kept && !stays.contains(place.field) {
            type("", at: place, in: context)
        }
        for (field, text) in swap.texts { type(text, at: Place(field), in: context) }
        type("1", at: Place(.frequency), in: context)
        (self.overrides, self.queries) = ([], [])
        self.carried = self.carried.compactMap(swap.carried) + swap.address
        for row in self.lines.indices {
            self.lines[row].carried = self.lines[row].carried.filter(swap.keepsOnLine).compactMap(swap.carried)
        }
    }
}

/// What becomes of a claim's parts where its payer and another plan change places.
private struct PayerSwap {
    private let before: ClaimDraft
    private let fields: PlanFields
    private let isThird: Bool

    init(of before: ClaimDraft, with fields: PlanFields) {
        (self.before, self.fields) = (before, fields)
        isThird = fields.turn == PlanFields.third.turn
    }

    /// The plans that stay where they are.
    var otherPlans: [PlanFields] { [isThird ? .other : .third] }

    var texts: [(Field, String)] {
        let (next, insured) = (fields.plan(in: before), before.subscriber)
        let isPatients = insured.relationship.value == .`self`
        let isPatientsNext = next.relationship.value == .`self`
        let order: PayerOrder = isThird ? .tertiary : .secondary
        return [
            (.payerName, next.name.text), (.payerIdentifier, next.payerIdentifier.text),
            (.filingIndicator, next.filingIndicator.text), (.payerOrder, order.rawValue),
            (.memberID, next.policyNumber.text), (.groupNumber, next.groupNumber.text),
            (.relationship, next.relationship.text),
            (.subscriberLastName, isPatientsNext ? "" : next.insuredLastName.text),
            (.subscriberFirstName, isPatientsNext ? "" : next.insuredFirstName.text),
            (fields.name, before.payer.name.text), (fields.payerIdentifier, before.payer.identifier.text),
            (fields.filingIndicator, before.payer.filingIndicator.text),
            (fields.policyNumber, insured.memberID.text), (fields.groupNumber, insured.groupNumber.text),
            (fields.relationship, insured.relationship.text),
            (fields.insuredLastName, isPatients ? before.patient.lastName.text : insured.lastName.text),
            (fields.insuredFirstName, isPatients ? before.patient.firstName.text : insured.firstName.text),
        ]
    }

    /// Where the payer is, as the other payer of the next claim.
    var address: [CarriedSegment] {
        let address = before.payer.address
        guard !address.entriesAreEmpty else { return [] }
        let zip = (address.zip.value?.description ?? address.zip.text).filter { $0 != "-" && $0 != " " }
        return [
            ["N3", address.street.text, address.secondLine.text],
            ["N4", address.city.text, address.state.text, zip, address.country.text],
        ].map { elements in
            let plain = elements.map { $0.filter { !"*:^\\".contains($0) } }
            let text = plain.joined(separator: "*")
            return CarriedSegment(loop: otherPayer, text: String(text.reversed().drop { $0 == "*" }.reversed()))
        }
    }

    /// What a file said about the payers moves with them, as far as the guide has a place for it; addresses do.
    func carried(_ item: CarriedSegment) -> CarriedSegment? {
        // The number under which one payer knows a provider.
        if item.text.hasPrefix("REF*G2*") { return nil }
        let isAddress = item.text.hasPrefix("N3*") || item.text.hasPrefix("N4*")
        switch item.loop {
        case "2010BB": return isAddress ? CarriedSegment(loop: otherPayer, text: item.text, isRest: item.isRest) : nil
        case otherPayer: return isAddress ? CarriedSegment(loop: "2010BB", text: item.text, isRest: item.isRest) : nil
        case "2000B": return item.text.hasPrefix("PAT*") ? item : nil
        case "2010BA": return nil
        case _ where isOfPlan(item.loop): return nil
        default: return item
        }
    }

    /// Decisions go; what a file said of one that stays is kept.
    func keepsOnLine(_ item: CarriedSegment) -> Bool {
        !item.loop.hasPrefix("2430") || isThird && item.isRest && item.loop == "2430"
    }

    private var otherPayer: String { fields.loop("2330B") }

    private func isOfPlan(_ loop: String) -> Bool {
        loop == fields.loop("2320") || loop.hasPrefix(fields.loop("2330"))
    }
}
