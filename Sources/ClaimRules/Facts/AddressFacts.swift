import ClaimModel

/// An address of the claim, and its fields.
struct AddressFacts {
    let fields: AddressFields
    let address: Address

    init(_ fields: AddressFields, of draft: ClaimDraft) {
        self.fields = fields
        address = fields.address(in: draft)
    }

    /// Every field but the country, which is blank in the United States, and the second line.
    fileprivate var required: [Field] {
        [fields.street, fields.city] + (address.hasState ? [fields.state, fields.zip] : [])
    }
}

extension ClaimFacts {
    /// What an address lacks: abroad it has neither state nor postal code unless its country has.
    func incompleteness(of address: AddressFacts, severity: Severity? = nil, remedy: String) -> [Problem] {
        problems(with: address.required, severity: severity, remedy: remedy)
            + problems(
                with: [address.fields.country]
                    + (address.address.hasState ? [] : [address.fields.state, address.fields.zip]),
                required: false, severity: severity, remedy: remedy)
    }

    /// A state or postal code that the address's country does not have.
    func misplacements(in address: AddressFacts, severity: Severity? = nil) -> [Problem] {
        [misplacedState(address, severity), misplacedCode(address, severity)].compactMap(\.self)
    }

    private func misplacedState(_ facts: AddressFacts, _ severity: Severity?) -> Problem? {
        guard let state = facts.address.state.value else { return nil }
        let label = facts.fields.state.fullLabel
        if facts.address.isDomestic {
            guard !state.isState else { return nil }
            guard state.isProvince else {
                return .wrong(
                    facts.fields.state, severity: severity, "\(label): \(state) is not a state.",
                    remedy: "Enter the state's two letters, or the country if the address is abroad.")
            }
            return .conflict(
                facts.fields.country, with: [Place(facts.fields.state)], severity: severity,
                "\(label): \(state) is in Canada, but no country is entered.",
                remedy: "Enter the country, or correct the state.", fixes: [.replace(facts.fields.country, with: "CA")])
        }
        guard facts.address.hasState else {
            return .conflict(
                facts.fields.state, with: [Place(facts.fields.country)], severity: .warning,
                "\(label): \(state) is not sent for this country.",
                remedy: "Clear it: only addresses in the United States and Canada have one.",
                fixes: [Fix("clear the state", [Fix.Edit(facts.fields.state, "")])])
        }
        guard !state.isProvince else { return nil }
        return .conflict(
            facts.fields.state, with: [Place(facts.fields.country)], severity: severity,
            "\(label): \(state) is not a province of Canada.", remedy: "Correct the province, or the country.")
    }

    private func misplacedCode(_ facts: AddressFacts, _ severity: Severity?) -> Problem? {
        guard let code = facts.address.zip.value else { return nil }
        let label = facts.fields.zip.fullLabel
        if facts.address.isDomestic {
            guard code.zip == nil else { return nil }
            return .wrong(
                facts.fields.zip, severity: severity, "\(label): a ZIP code has 5 or 9 digits.",
                remedy: "Enter it again, or the country if the address is abroad.")
        }
        guard facts.address.country.value?.text == "CA", code.zip != nil else { return nil }
        return .conflict(
            facts.fields.zip, with: [Place(facts.fields.country)], severity: severity,
            "\(label): \(code) is not a Canadian postal code.", remedy: "Enter it like M5V 2T6, or correct the country."
        )
    }
}
