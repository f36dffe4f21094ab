import ClaimModel

/// The boxes below the service lines.
extension FormText {
    func lower(total: Money?, isFirst: Bool) -> [FormBox] {
        let signed = draft.signatures.provider.value == .yes
        return [
            FormBox("25", "Tax ID", [FormPart(.taxID, draft.billing.taxID.value?.digits ?? ""), taxIDKind]),
            FormBox("26", "Account", .account, value(.account)),
            FormBox("27", "Accepts assignment", [assignment]),
            FormBox("28", "Total charge", .total, amount(total)),
            FormBox("29", "Amount paid", .paid, isFirst ? amount(paidBefore) : ""),
            FormBox(
                "31", "Provider's signature, date",
                signed
                    ? [
                        FormPart(.providerSignature, "SOF"),
                        FormPart(.providerDate, longDate(draft.signatures.providerDate.value)),
                    ] : []),
        ] + places
    }

    /// What the patient and the payers before this one have paid; Medicare wants the patient's part alone, and the EOB.
    private var paidBefore: Money? {
        let payers = isMedicare ? [] : draft.earlierDecisions.map { $0.decision(in: draft).paid.value }
        let paid = ([draft.identity.amountPaid.value] + payers).compactMap(\.self)
        return paid.isEmpty ? nil : paid.reduce(.zero, +)
    }

    private var taxIDKind: FormPart? {
        draft.billing.taxIDKind.value.map { .mark($0 == .ssn ? .isSSN : .isEIN, $0.label) }
    }

    private var assignment: FormPart? {
        switch draft.signatures.acceptsAssignment.value {
        case .assigned: .mark(FormSlot.assignment.yes, "YES")
        case .notAssigned: .mark(FormSlot.assignment.no, "NO")
        case .laboratoryOnly, nil: nil
        }
    }

    /// The facility, and for Medicare the certificate of a mammography facility (CMS Transmittal 1387). Where there is no
    /// room for both, the number comes first: a name may be cut.
    private var facilityLine: String {
        let place = lacksFacility && !isAtHome ? name(.billingName, .billingFirstName) : value(.facilityName)
        let (name, number) = (place, isMedicare ? value(.mammographyNumber) : "")
        let both = [name, number].filter { !$0.isEmpty }
        let line = both.joined(separator: " ")
        return line.count <= FormSlot.facility.name.width ? line : both.reversed().joined(separator: " ")
    }

    /// Medicare wants the place of every service in box 32 (CMS Pub. 100-04, chapter 26, item 32; CR 6947): without a facility it
    /// is the billing provider's or, at home, the patient's address.
    private var facilityAddress: AddressFields { lacksFacility ? (isAtHome ? .patient : .billing) : .facility }

    private var lacksFacility: Bool { isMedicare && value(.facilityName).isEmpty }

    private var isAtHome: Bool { draft.identity.placeOfService.value?.text == "12" }

    private var places: [FormBox] {
        let (taxonomy, number) = (value(.billingTaxonomy), value(.billingPayerNumber))
        let otherID = number.isEmpty ? (taxonomy.isEmpty ? "" : "ZZ\(taxonomy)") : "G2\(number)"
        return [
            FormBox("32", "Facility", FormSlot.facility.name, facilityLine),
            FormBox("32", "Its address", address(facilityAddress, in: FormSlot.facility)),
            FormBox("32a", "Its NPI", FormSlot.facility.npi, value(.facilityNPI)),
            FormBox(
                "32b", "Its other number", .facilityOther,
                arrived.otherNumber(in: .facility).map { $0.qualifier + $0.number } ?? ""),
            FormBox("33", "Billing provider's phone", .billingPhone, phone(draft.billing.phone.value)),
            FormBox("33", "Billing provider", FormSlot.billing.name, name(.billingName, .billingFirstName)),
            FormBox("33", "Its address", address(.billing, in: FormSlot.billing)),
            FormBox("33a", "Its NPI", FormSlot.billing.npi, value(.billingNPI)),
            FormBox("33b", number.isEmpty ? "Its taxonomy" : "Payer's number", .billingTaxonomy, otherID),
        ]
    }
}
