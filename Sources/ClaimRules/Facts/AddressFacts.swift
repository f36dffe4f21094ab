import ClaimModel

/// An address of the claim, and its fields.
struct AddressFacts {
    let address: Address
    let street, secondLine, city, state, zip, country: Field

    /// Every field but the country, which is blank in the United States, and the second line.
    fileprivate var required: [Field] { address.hasState ? [street, city, state, zip] : [street, city] }

    var all: [Field] { [street, secondLine, city, state, zip, country] }
}

extension AddressFacts {
    static func patient(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.patient.address, street: .patientStreet, secondLine: .patientSecondLine, city: .patientCity,
            state: .patientState, zip: .patientZIP, country: .patientCountry)
    }

    static func subscriber(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.subscriber.address, street: .subscriberStreet, secondLine: .subscriberSecondLine,
            city: .subscriberCity, state: .subscriberState, zip: .subscriberZIP, country: .subscriberCountry)
    }

    static func billing(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.billing.address, street: .billingStreet, secondLine: .billingSecondLine, city: .billingCity,
            state: .billingState, zip: .billingZIP, country: .billingCountry)
    }

    static func facility(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.facility.address, street: .facilityStreet, secondLine: .facilitySecondLine,
            city: .facilityCity, state: .facilityState, zip: .facilityZIP, country: .facilityCountry)
    }

    static func payer(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.payer.address, street: .payerStreet, secondLine: .payerSecondLine, city: .payerCity,
            state: .payerState, zip: .payerZIP, country: .payerCountry)
    }

    static func payTo(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.payTo.address, street: .payToStreet, secondLine: .payToSecondLine, city: .payToCity,
            state: .payToState, zip: .payToZIP, country: .payToCountry)
    }

    static func pickUp(of draft: ClaimDraft) -> AddressFacts {
        AddressFacts(
            address: draft.ambulance.address, street: .pickUpStreet, secondLine: .pickUpSecondLine, city: .pickUpCity,
            state: .pickUpState, zip: .pickUpZIP, country: .pickUpCountry)
    }
}

extension ClaimFacts {
    /// What an address lacks: abroad it has neither state nor postal code unless its country has.
    func incompleteness(of address: AddressFacts, severity: Severity? = nil, remedy: String) -> [Problem] {
        problems(with: address.required, severity: severity, remedy: remedy)
            + problems(
                with: [address.country] + (address.address.hasState ? [] : [address.state, address.zip]),
                required: false, severity: severity, remedy: remedy)
    }

    /// A state or postal code that the address's country does not have.
    func misplacements(in address: AddressFacts, severity: Severity? = nil) -> [Problem] {
        [misplacedState(address, severity), misplacedCode(address, severity)].compactMap(\.self)
    }

    private func misplacedState(_ facts: AddressFacts, _ severity: Severity?) -> Problem? {
        guard let state = facts.address.state.value else { return nil }
        let label = facts.state.fullLabel
        if facts.address.isDomestic {
            guard !state.isState else { return nil }
            guard state.isProvince else {
                return .wrong(
                    facts.state, severity: severity, "\(label): \(state) is not a state.",
                    remedy: "Enter the state's two letters, or the country if the address is abroad.")
            }
            return .conflict(
                facts.country, with: [Place(facts.state)], severity: severity,
                "\(label): \(state) is in Canada, but no country is entered.",
                remedy: "Enter the country, or correct the state.", fixes: [.replace(facts.country, with: "CA")])
        }
        guard facts.address.hasState else {
            return .conflict(
                facts.state, with: [Place(facts.country)], severity: .warning,
                "\(label): \(state) is not sent for this country.",
                remedy: "Clear it: only addresses in the United States and Canada have one.",
                fixes: [Fix("clear the state", [Fix.Edit(facts.state, "")])])
        }
        guard !state.isProvince else { return nil }
        return .conflict(
            facts.state, with: [Place(facts.country)], severity: severity,
            "\(label): \(state) is not a province of Canada.", remedy: "Correct the province, or the country.")
    }

    private func misplacedCode(_ facts: AddressFacts, _ severity: Severity?) -> Problem? {
        guard let code = facts.address.zip.value else { return nil }
        let label = facts.zip.fullLabel
        if facts.address.isDomestic {
            guard code.zip == nil else { return nil }
            return .wrong(
                facts.zip, severity: severity, "\(label): a ZIP code has 5 or 9 digits.",
                remedy: "Enter it again, or the country if the address is abroad.")
        }
        guard facts.address.country.value?.text == "CA", code.zip != nil else { return nil }
        return .conflict(
            facts.zip, with: [Place(facts.country)], severity: severity,
            "\(label): \(code) is not a Canadian postal code.", remedy: "Enter it like M5V 2T6, or correct the country."
        )
    }
}
