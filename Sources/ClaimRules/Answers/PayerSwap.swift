import ClaimModel

extension ClaimDraft {
    /// Makes the other plan the payer of the claim, and the payer that decided the other plan. Service, patient and
    /// providers stay; authorization, benefits check, attachments and overrides belonged to the first payer.
    mutating func swapPayers(of primary: ClaimDraft, in context: ParsingContext) {
        let texts = PayerSwap.texts(of: primary)
        for place in places where place.field.forLaterPayer != .kept { type("", at: place, in: context) }
        for (field, text) in texts { type(text, at: Place(field), in: context) }
        type("1", at: Place(.frequency), in: context)
        (self.overrides, self.queries) = ([], [])
        self.carried = self.carried.compactMap(PayerSwap.carried) + PayerSwap.address(of: primary)
        for row in self.lines.indices {
            let kept = self.lines[row].carried.filter { !$0.loop.hasPrefix("2430") }
            self.lines[row].carried = kept.compactMap(PayerSwap.carried)
        }
    }
}

private enum PayerSwap {
    static func texts(of primary: ClaimDraft) -> [(Field, String)] {
        let (other, insured) = (primary.otherInsurance, primary.subscriber)
        let isPatients = insured.relationship.value == .`self`
        let isPatientsNext = other.relationship.value == .`self`
        return [
            (.payerName, other.planName.text), (.payerIdentifier, other.payerIdentifier.text),
            (.filingIndicator, other.filingIndicator.text), (.payerOrder, "S"),
            (.memberID, other.policyNumber.text), (.groupNumber, other.groupNumber.text),
            (.relationship, other.relationship.text),
            (.subscriberLastName, isPatientsNext ? "" : other.insuredLastName.text),
            (.subscriberFirstName, isPatientsNext ? "" : other.insuredFirstName.text),
            (.otherPlanName, primary.payer.name.text), (.otherPayerIdentifier, primary.payer.identifier.text),
            (.otherFilingIndicator, primary.payer.filingIndicator.text),
            (.otherPolicyNumber, insured.memberID.text), (.otherGroupNumber, insured.groupNumber.text),
            (.otherRelationship, insured.relationship.text),
            (.otherInsuredLastName, isPatients ? primary.patient.lastName.text : insured.lastName.text),
            (.otherInsuredFirstName, isPatients ? primary.patient.firstName.text : insured.firstName.text),
        ]
    }

    /// Where the payer of the first claim is, as the other payer of the next.
    static func address(of primary: ClaimDraft) -> [CarriedSegment] {
        let address = primary.payer.address
        guard !address.entriesAreEmpty else { return [] }
        let zip = (address.zip.value?.description ?? address.zip.text).filter { $0 != "-" && $0 != " " }
        return [
            ["N3", address.street.text, address.secondLine.text],
            ["N4", address.city.text, address.state.text, zip, address.country.text],
        ].map { elements in
            let plain = elements.map { $0.filter { !"*:^\\".contains($0) } }
            let text = plain.joined(separator: "*")
            return CarriedSegment(loop: "2330B", text: String(text.reversed().drop { $0 == "*" }.reversed()))
        }
    }

    /// What a file said about the payers moves with them, as far as the guide has a place for it; addresses do.
    static func carried(_ item: CarriedSegment) -> CarriedSegment? {
        // The number under which one payer knows a provider.
        if item.text.hasPrefix("REF*G2*") { return nil }
        let isAddress = item.text.hasPrefix("N3*") || item.text.hasPrefix("N4*")
        switch item.loop {
        case "2010BB": return isAddress ? CarriedSegment(loop: "2330B", text: item.text, isRest: item.isRest) : nil
        case "2330B": return isAddress ? CarriedSegment(loop: "2010BB", text: item.text, isRest: item.isRest) : nil
        case "2000B": return item.text.hasPrefix("PAT*") ? item : nil
        case "2010BA", "2320": return nil
        case _ where item.loop.hasPrefix("2330"): return nil
        default: return item
        }
    }
}
