/// The fields of an address of the claim, in the order in which they are keyed.
package struct AddressFields: Sendable {
    package let street, secondLine, city, state, zip, country: Field
    private let read: @Sendable (ClaimDraft) -> Address

    private init(
        street: Field, secondLine: Field, city: Field, state: Field, zip: Field, country: Field,
        read: @escaping @Sendable (ClaimDraft) -> Address
    ) {
        (self.street, self.secondLine, self.city) = (street, secondLine, city)
        (self.state, self.zip, self.country) = (state, zip, country)
        self.read = read
    }

    package var streets: [Field] { [street, secondLine] }

    package var all: [Field] { streets + [city, state, zip, country] }

    /// What a draft has in them.
    package func address(in draft: ClaimDraft) -> Address { read(draft) }

    package static let patient = AddressFields(
        street: .patientStreet, secondLine: .patientSecondLine, city: .patientCity, state: .patientState,
        zip: .patientZIP, country: .patientCountry
    ) { $0.patient.address }
    package static let subscriber = AddressFields(
        street: .subscriberStreet, secondLine: .subscriberSecondLine, city: .subscriberCity, state: .subscriberState,
        zip: .subscriberZIP, country: .subscriberCountry
    ) { $0.subscriber.address }
    package static let billing = AddressFields(
        street: .billingStreet, secondLine: .billingSecondLine, city: .billingCity, state: .billingState,
        zip: .billingZIP, country: .billingCountry
    ) { $0.billing.address }
    package static let payTo = AddressFields(
        street: .payToStreet, secondLine: .payToSecondLine, city: .payToCity, state: .payToState, zip: .payToZIP,
        country: .payToCountry
    ) { $0.payTo.address }
    package static let payer = AddressFields(
        street: .payerStreet, secondLine: .payerSecondLine, city: .payerCity, state: .payerState, zip: .payerZIP,
        country: .payerCountry
    ) { $0.payer.address }
    package static let facility = AddressFields(
        street: .facilityStreet, secondLine: .facilitySecondLine, city: .facilityCity, state: .facilityState,
        zip: .facilityZIP, country: .facilityCountry
    ) { $0.facility.address }
    package static let pickUp = AddressFields(
        street: .pickUpStreet, secondLine: .pickUpSecondLine, city: .pickUpCity, state: .pickUpState, zip: .pickUpZIP,
        country: .pickUpCountry
    ) { $0.ambulance.address }
    package static let dropOff = AddressFields(
        street: .dropOffStreet, secondLine: .dropOffSecondLine, city: .dropOffCity, state: .dropOffState,
        zip: .dropOffZIP, country: .dropOffCountry
    ) { $0.ambulance.dropOff }
}
