import ClaimModel
import CodeSets

extension Chapter {
    /// The billing address, and where the service was given.
    static let providerPlace = Chapter("Billing address and facility") {
        Rule(
            "PV-007", "The billing address is a street with ZIP+4",
            fault: "Billing address incomplete, a PO box or without ZIP+4", .error,
            prevents: [.carc("16")], rejectedAs: ["126", "500"], source: .professionalGuide, .general,
            reads: [.billingStreet, .billingSecondLine, .billingCity, .billingState, .billingZIP, .billingCountry],
            accepts: {
                [
                    .sample, .sample.with(.billingStreet, "12 Boxwood Lane"),
                    .sample.with(.billingState, "QC").with(.billingZIP, "H2X 1Y4").with(.billingCountry, "CA"),
                ]
            },
            rejects: {
                [
                    .sample.with(.billingStreet, "P.O. Box 12"), .sample.with(.billingStreet, "P0 BOX 12"),
                    .sample.with(.billingStreet, "LOCKBOX 7700"), .sample.with(.billingSecondLine, "PMB 12"),
                    .sample.with(.billingStreet, "PO Drawer 9"), .sample.with(.billingZIP, "44114"),
                    .sample.without(.billingCity), .sample.without(.billingZIP),
                ]
            }
        ) { claim in
            let address = claim.draft.billing.address
            let facts = AddressFacts(.billing, of: claim.draft)
            var problems =
                claim.incompleteness(
                    of: facts, remedy: "Complete the billing address as enrolled: street, city, state, ZIP+4.")
                + claim.misplacements(in: facts)
            for (field, line) in [(Field.billingStreet, address.street), (.billingSecondLine, address.secondLine)]
            where line.value?.isPostOfficeBox == true {
                problems.append(
                    .wrong(
                        field, "Billing address is a PO box; the 837P requires a street.",
                        remedy: "Enter the street address the practice is enrolled with."))
            }
            if address.isDomestic, let zip = address.zip.value?.zip, zip.plus4 == nil {
                problems.append(
                    .wrong(
                        .billingZIP, "Billing ZIP code has five digits; the 837P requires nine.",
                        remedy: "Look up the ZIP+4 of the street address at USPS."))
            }
            return problems
        }
        Rule(
            "PV-008", "A service outside the practice has its facility",
            fault: "Facility missing or incomplete", .warning,
            note: "An error if state or postal code is not of the address's country.",
            prevents: [.carc("16"), .rarc("MA114")], source: .cms1500, .general,
            reads: [
                .placeOfService, .linePlaceOfService, .facilityName, .facilityStreet, .facilitySecondLine,
                .facilityCity, .facilityState, .facilityZIP, .facilityCountry,
            ],
            accepts: {
                [
                    .sample, .officeVisit.with(.placeOfService, "10"), .atHospital,
                    .officeVisit.with(.placeOfService, "81"), .officeVisit.with(.placeOfService, "57"),
                    .atHospital.with(.facilityState, "ON").with(.facilityZIP, "M5G2C4").with(.facilityCountry, "CA"),
                ]
            },
            rejects: {
                [
                    .officeVisit.with(.placeOfService, "22"), .atHospital.with(.facilityZIP, "44106"),
                    .officeVisit.with(.linePlaceOfService, "31"), .atHospital.without(.facilityName),
                    .atHospital.with(.facilityState, "ON"),
                ]
            },
            check: facilityProblems)
        Rule(
            "PV-010", "The billing provider has a name and is a person or an organization",
            fault: "Billing provider name or type missing", .error,
            note: "A warning if only a person's first name is blank: some people have one name.",
            prevents: [.carc("16"), .rarc("N257")], rejectedAs: ["125"], source: .professionalGuide, .general,
            reads: [.billingEntityType, .billingName, .billingFirstName],
            accepts: {
                [
                    .sample,
                    .sample.with(.billingEntityType, "1").with(.billingName, "Okafor").with(.billingFirstName, "Ann"),
                ]
            },
            rejects: {
                [
                    .sample.without(.billingName), .sample.without(.billingEntityType),
                    .sample.with(.billingEntityType, "1"),
                ]
            }
        ) { claim in
            let remedy = "Enter the billing provider as enrolled with the payer."
            let type = claim.problems(with: [.billingEntityType], remedy: remedy)
            guard claim.draft.billing.entityType.value == .person else {
                return type + claim.problems(with: [.billingName], remedy: remedy)
            }
            return type + claim.nameProblems(last: .billingName, first: .billingFirstName, remedy: remedy)
        }
        Rule(
            "PV-020", "The tax ID is not a placeholder value",
            fault: "Tax ID is a placeholder value", .error,
            note: "A warning if the digits only count up or down.",
            prevents: [.carc("16"), .rarc("N257")], rejectedAs: ["128"], source: .professionalGuide, .general,
            reads: [.billingTaxID],
            accepts: { [.sample] },
            rejects: { ["111111111", "12-3456789", "999999999"].map { .sample.with(.billingTaxID, $0) } }
        ) { claim in
            guard let number = claim.draft.billing.taxID.value?.digits else { return [] }
            let counts = number == "123456789" || number == "987654321"
            guard Set(number).count == 1 || counts else { return [] }
            return [
                .wrong(
                    .billingTaxID, severity: counts ? .warning : nil,
                    "\(number) is a placeholder value, not a tax ID.",
                    remedy: "Enter the practice's number from the IRS letter.")
            ]
        }
        Rule(
            "PV-021", "Phone numbers can be called",
            fault: "Invalid phone number", .warning,
            prevents: [.carc("16")], rejectedAs: ["127"], source: .professionalGuide, .general,
            reads: [.billingPhone, .patientPhone],
            accepts: { [.sample, .sample.with(.patientPhone, "216-555-0133")] },
            rejects: { ["2222222222", "911-555-0100", "216-411-0000"].map { .sample.with(.billingPhone, $0) } }
        ) { claim in
            [Field.billingPhone, .patientPhone].compactMap { field in
                guard let number = claim.draft.state(at: Place(field)).value?.filter(\.isNumber), number.isUncallable
                else { return nil }
                return .wrong(
                    field, "\(field.fullLabel): \(number) is not a phone number.",
                    remedy: "Enter the number you were given, or clear it.")
            }
        }
        Rule(
            "PV-022", "The facility is not at the billing address",
            fault: "Facility is at the billing address", .warning,
            prevents: [.carc("16"), .rarc("MA114")], rejectedAs: ["126"], source: .professionalGuide, .general,
            reads: [.facilityNPI, .facilityStreet, .facilityZIP, .billingNPI, .billingStreet, .billingZIP],
            accepts: { [.sample, .atHospital] },
            rejects: {
                [.atHospital.with(.facilityStreet, "200 SUPERIOR AVE").with(.facilityZIP, "44114-1234")]
            }
        ) { claim in
            let (facility, billing) = (claim.draft.facility, claim.draft.billing)
            guard let street = facility.address.street.value, let zip = facility.address.zip.value,
                street.text.lowercased() == billing.address.street.value?.text.lowercased(),
                zip.firstPart == billing.address.zip.value?.firstPart,
                facility.npi.value == nil || facility.npi.value == billing.npi.value
            else { return [] }
            return [
                .conflict(
                    .facilityStreet, with: [Place(.billingStreet)],
                    "Facility has the billing address; enter it only if it is elsewhere.",
                    remedy: "Clear the facility, or enter where the service was rendered.")
            ]
        }
        Rule(
            "PV-023", "The facility address is a street",
            fault: "Facility address is a PO box", .error,
            prevents: [.carc("16"), .rarc("MA114")], rejectedAs: ["503"], source: .professionalGuide, .general,
            reads: [.facilityStreet, .facilitySecondLine],
            accepts: { [.sample, .atHospital] }, rejects: { [.atHospital.with(.facilityStreet, "PO Box 9100")] }
        ) { claim in
            let address = claim.draft.facility.address
            return [(Field.facilityStreet, address.street), (.facilitySecondLine, address.secondLine)]
                .filter { $0.1.value?.isPostOfficeBox == true }
                .map { field, _ in
                    .wrong(
                        field, "Facility address is a PO box.",
                        remedy: "Enter the street where the patient was treated.")
                }
        }
        Rule(
            "PT-026", "Every ZIP code is in its state",
            fault: "ZIP code not in its state", .warning,
            prevents: [.carc("16")], rejectedAs: ["500", "501"], source: .postalService, .general,
            reads: AddressFields.compared.flatMap { [$0.state, $0.zip] },
            accepts: { [.sample, .atHospital, .sample.with(.patientState, "NY").with(.patientZIP, "06390")] },
            rejects: {
                [
                    .sample.with(.patientZIP, "90210"), .sample.with(.billingState, "PA"),
                    .atHospital.with(.facilityState, "IN"),
                ]
            }
        ) { claim in
            AddressFields.compared.compactMap { fields in
                guard let state = claim.draft.state(at: Place(fields.state)).value,
                    let zip = claim.draft.state(at: Place(fields.zip)).value, !ZIPPrefixes.mayBe(zip, in: state)
                else { return nil }
                return .conflict(
                    fields.zip, with: [Place(fields.state)],
                    "\(fields.zip.fullLabel): no \(state) ZIP code begins with \(zip.prefix(3)).",
                    remedy: "Check ZIP code and state. A few border towns get mail from the other state.")
            }
        }
        Rule(
            "PX-046", "An outside lab test has its charge and laboratory",
            fault: "Outside lab charge or laboratory missing", .error,
            note: "A warning if a lab charge is entered and box 20 is not Y.",
            prevents: [.carc("16"), .rarc("MA114")], rejectedAs: ["469"], source: .cms1500, .general,
            reads: [.outsideLab, .outsideLabCharges, .facilityName, .linePurchasedCharge],
            accepts: {
                [
                    .sample, .atHospital.with(.outsideLab, "Y").with(.outsideLabCharges, "30.00"),
                    .officeVisit.with(.outsideLab, "Y").with(.linePurchasedCharge, "12.50")
                        .with(.linePurchasedNPI, "1558598797"),
                ]
            },
            rejects: {
                [.atHospital.with(.outsideLab, "Y"), .officeVisit.with(.outsideLabCharges, "30.00")]
            }
        ) { claim in
            if claim.draft.identity.outsideLab.value == .yes {
                // Where several tests were bought, each line says its own charge and laboratory.
                guard !claim.lines.contains(where: { !$0.line.purchasedCharge.isEmpty }) else { return [] }
                return [Field.outsideLabCharges, .facilityName].filter { claim.isBlank($0) }.map { field in
                    .missing(
                        field,
                        "Box 20 is Y, but \(field.fullLabel.lowercased()) is blank.",
                        remedy: "Enter the laboratory's charge, and the laboratory as the facility.")
                }
            }
            guard !claim.isBlank(.outsideLabCharges) else { return [] }
            return [
                .conflict(
                    .outsideLabCharges, with: [Place(.outsideLab)], severity: .warning,
                    "Lab charge entered, but box 20 is not Y.",
                    remedy: "Answer Y in box 20, or clear the charge.",
                    fixes: [
                        .replace(.outsideLab, with: "Y"),
                        Fix("clear the charge", [Fix.Edit(.outsideLabCharges, "")]),
                    ])
            ]
        }
    }

    @Sendable private static func facilityProblems(in claim: ClaimFacts) -> [Problem] {
        let facility = claim.draft.facility
        let isNamed = !facility.name.isEmpty || !facility.address.entriesAreEmpty
        guard isNamed else {
            let claimPlace = claim.draft.identity.placeOfService.value.map { [(Place(.placeOfService), $0)] } ?? []
            let linePlaces = claim.lines.compactMap { line in
                line.line.placeOfService.value.map { (Place(.linePlaceOfService, row: line.row), $0) }
            }
            // An invalid place of service is another rule's finding.
            let known = (claimPlace + linePlaces).filter { claim.books.placeOfService($0.1.text) != nil }
            guard let (place, code) = known.first(where: { !$0.1.isAtThePractice }) else { return [] }
            return [
                .conflict(
                    place.field, row: place.row, with: [Place(.facilityName)],
                    "Place of service \(code.text) needs a facility; none is entered.",
                    remedy: "Enter the facility with its address, or correct the place of service.")
            ]
        }
        let (facts, remedy) = (
            AddressFacts(.facility, of: claim.draft), "Complete the facility's name and address, or clear it."
        )
        var problems =
            claim.problems(with: [.facilityName], remedy: remedy) + claim.incompleteness(of: facts, remedy: remedy)
            + claim.misplacements(in: facts, severity: .error)
        if facility.address.isDomestic, let zip = facility.address.zip.value?.zip, zip.plus4 == nil {
            problems.append(
                .wrong(
                    .facilityZIP, "Facility ZIP code has five digits; the 837P requires nine.",
                    remedy: "Look up the ZIP+4 at USPS."))
        }
        return problems
    }
}

extension PostalCode {
    /// The five digits, or the whole foreign code.
    fileprivate var firstPart: String { zip?.zip5 ?? description }
}

extension ClaimExample {
    fileprivate static let atHospital = officeVisit.with(.placeOfService, "22")
        .with(.facilityName, "Lakeside General Hospital").with(.facilityStreet, "11100 Euclid Ave")
        .with(.facilityCity, "Cleveland").with(.facilityState, "OH").with(.facilityZIP, "44106-1716")
}

extension AddressFields {
    /// Those whose ZIP code is compared with the state.
    fileprivate static let compared = [patient, subscriber, billing, facility]
}

extension String {
    /// Ten digits that are no phone number: one digit repeated, or an area code or exchange of the form N11.
    fileprivate var isUncallable: Bool {
        Set(self).count == 1 || prefix(3).hasSuffix("11") || dropFirst(3).prefix(3).hasSuffix("11")
    }
}
