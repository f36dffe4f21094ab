import ClaimModel
import CodeSets

extension Chapter {
    /// Where the practice is, and where the service was given.
    static let providerPlace = Chapter("Billing address and facility") {
        Rule(
            "PV-007", "The billing address is a street, with ZIP+4", .error,
            prevents: [.carc("16")], rejectedAs: ["126", "500"], source: .professionalGuide, .general,
            reads: [.billingStreet, .billingSecondLine, .billingCity, .billingState, .billingZIP],
            accepts: { [.sample, .sample.with(.billingStreet, "12 Boxwood Lane")] },
            rejects: {
                [
                    .sample.with(.billingStreet, "P.O. Box 12"), .sample.with(.billingZIP, "44114"),
                    .sample.without(.billingCity), .sample.without(.billingZIP),
                ]
            }
        ) { claim in
            let address = claim.draft.billing.address
            var problems = claim.problems(
                with: [.billingStreet, .billingCity, .billingState, .billingZIP],
                remedy: "Complete the billing address as enrolled: street, city, state, ZIP+4.")
            for (field, line) in [(Field.billingStreet, address.street), (.billingSecondLine, address.secondLine)]
            where line.value?.isPostOfficeBox == true {
                problems.append(
                    .wrong(
                        field, "The 837P takes no post-office box as the billing address.",
                        remedy: "Enter the street address that the practice is enrolled with."))
            }
            if let zip = address.zip.value, zip.plus4 == nil {
                problems.append(
                    .wrong(
                        .billingZIP, "The billing ZIP code has only five digits; the 837P asks for all nine.",
                        remedy: "Look up the ZIP+4 of the street address with the post office."))
            }
            return problems
        }
        Rule(
            "PV-008", "A service away from the practice names its facility", .warning,
            prevents: [.carc("16"), .rarc("MA114")], source: .cms1500, .general,
            reads: [
                .placeOfService, .linePlaceOfService, .facilityName, .facilityStreet, .facilitySecondLine,
                .facilityCity, .facilityState, .facilityZIP,
            ],
            accepts: { [.sample, .officeVisit.with(.placeOfService, "10"), .atHospital] },
            rejects: {
                [
                    .officeVisit.with(.placeOfService, "22"), .atHospital.with(.facilityZIP, "44106"),
                    .officeVisit.with(.linePlaceOfService, "31"), .atHospital.without(.facilityName),
                ]
            },
            check: facilityProblems)
        Rule(
            "PV-010", "The billing provider is named, and said to be a person or an organization", .error,
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
            var fields: [Field] = [.billingEntityType, .billingName]
            if claim.draft.billing.entityType.value == .person { fields.append(.billingFirstName) }
            return claim.problems(with: fields, remedy: "Enter the billing provider as enrolled with the payer.")
        }
        Rule(
            "PV-020", "The tax ID is a number that was given out, not a placeholder", .error,
            note: "A warning where the digits only count up or down.",
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
                    "\(number) is a placeholder, and nobody's tax ID.",
                    remedy: "Enter the number of the practice from the IRS letter.")
            ]
        }
        Rule(
            "PV-021", "Telephone numbers are ones that can be called", .warning,
            prevents: [.carc("16")], rejectedAs: ["127"], source: .professionalGuide, .general,
            reads: [.billingPhone, .patientPhone],
            accepts: { [.sample, .sample.with(.patientPhone, "216-555-0133")] },
            rejects: { ["2222222222", "911-555-0100", "216-411-0000"].map { .sample.with(.billingPhone, $0) } }
        ) { claim in
            [Field.billingPhone, .patientPhone].compactMap { field in
                guard let number = claim.draft.state(at: Place(field)).value?.filter(\.isNumber), number.isUncallable
                else { return nil }
                return .wrong(
                    field, "\(field.fullLabel): no telephone has the number \(number).",
                    remedy: "Enter the number as the party gave it, or clear it.")
            }
        }
        Rule(
            "PV-022", "A facility that is named is another place than the billing address", .warning,
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
                zip.zip5 == billing.address.zip.value?.zip5,
                facility.npi.value == nil || facility.npi.value == billing.npi.value
            else { return [] }
            return [
                .conflict(
                    .facilityStreet, with: [Place(.billingStreet)],
                    "The facility is at the billing address; it is named only where it is another place.",
                    remedy: "Clear the facility, or enter where the service was given.")
            ]
        }
        Rule(
            "PV-023", "The facility's address is a street", .error,
            prevents: [.carc("16"), .rarc("MA114")], rejectedAs: ["503"], source: .professionalGuide, .general,
            reads: [.facilityStreet, .facilitySecondLine],
            accepts: { [.sample, .atHospital] }, rejects: { [.atHospital.with(.facilityStreet, "PO Box 9100")] }
        ) { claim in
            let address = claim.draft.facility.address
            return [(Field.facilityStreet, address.street), (.facilitySecondLine, address.secondLine)]
                .filter { $0.1.value?.isPostOfficeBox == true }
                .map { field, _ in
                    .wrong(
                        field, "No service is given in a post-office box.",
                        remedy: "Enter the street of the place where the patient was treated.")
                }
        }
        Rule(
            "PT-026", "Every ZIP code is one of its state", .warning,
            prevents: [.carc("16")], rejectedAs: ["500", "501"], source: .postalService, .general,
            reads: Field.statesAndZIPs.flatMap { [$0.state, $0.zip] },
            accepts: { [.sample, .atHospital, .sample.with(.patientState, "NY").with(.patientZIP, "06390")] },
            rejects: {
                [
                    .sample.with(.patientZIP, "90210"), .sample.with(.billingState, "PA"),
                    .atHospital.with(.facilityState, "IN"),
                ]
            }
        ) { claim in
            Field.statesAndZIPs.compactMap { pair in
                guard let state = claim.draft.state(at: Place(pair.state)).value,
                    let zip = claim.draft.state(at: Place(pair.zip)).value, !ZIPPrefixes.mayBe(zip, in: state)
                else { return nil }
                return .conflict(
                    pair.zip, with: [Place(pair.state)],
                    "\(pair.zip.fullLabel): no ZIP code of \(state) begins with \(zip.prefix(3)).",
                    remedy: "Check ZIP code and state; a few border towns have their mail from the other state.")
            }
        }
        Rule(
            "PX-046", "A purchased test names its charge and its laboratory", .error,
            note: "A warning where a laboratory's charge is given and box 20 says no.",
            prevents: [.carc("16"), .rarc("MA114")], rejectedAs: ["469"], source: .cms1500, .general,
            reads: [.outsideLab, .outsideLabCharges, .facilityName],
            accepts: { [.sample, .atHospital.with(.outsideLab, "Y").with(.outsideLabCharges, "30.00")] },
            rejects: {
                [.atHospital.with(.outsideLab, "Y"), .officeVisit.with(.outsideLabCharges, "30.00")]
            }
        ) { claim in
            if claim.draft.identity.outsideLab.value == .yes {
                return [Field.outsideLabCharges, .facilityName].filter { claim.isBlank($0) }.map { field in
                    .missing(
                        field,
                        "Box 20 says that an outside laboratory did the test; \(field.fullLabel.lowercased()) is blank.",
                        remedy: "Enter what the laboratory charged, and the laboratory as the facility.")
                }
            }
            guard !claim.isBlank(.outsideLabCharges) else { return [] }
            return [
                .conflict(
                    .outsideLabCharges, with: [Place(.outsideLab)], severity: .warning,
                    "A laboratory's charge is given, and box 20 does not say that one did the test.",
                    remedy: "Answer Y at Outside lab, or clear the charge.",
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
            let claimPlace = claim.draft.identity.placeOfService.value.map { [(Place(.placeOfService), $0.text)] } ?? []
            let linePlaces = claim.lines.compactMap { line in
                line.line.placeOfService.value.map { (Place(.linePlaceOfService, row: line.row), $0.text) }
            }
            // What is no place of service at all is another rule's.
            let known = (claimPlace + linePlaces).filter { claim.books.placeOfService($0.1) != nil }
            guard let (place, code) = known.first(where: { !$0.1.isAtThePractice }) else { return [] }
            return [
                .conflict(
                    place.field, row: place.row, with: [Place(.facilityName)],
                    "Place of service \(code) is not the practice, and no facility is named.",
                    remedy: "Enter the facility with its address, or correct the place of service.")
            ]
        }
        let fields: [Field] = [.facilityName, .facilityStreet, .facilityCity, .facilityState, .facilityZIP]
        var problems = fields.filter { claim.isBlank($0) }.map { field in
            Problem.missing(
                field, "\(field.fullLabel) is blank.",
                remedy: "Complete the facility's name and address, or clear it.")
        }
        if let zip = facility.address.zip.value, zip.plus4 == nil {
            problems.append(
                .wrong(
                    .facilityZIP, "The facility's ZIP code has only five digits; the 837P asks for all nine.",
                    remedy: "Look up the ZIP+4 with the post office."))
        }
        return problems
    }
}

extension String {
    /// Places of service that are the practice's own, the patient's home or no place: nothing to name in box 32.
    fileprivate var isAtThePractice: Bool {
        ["02", "10", "11", "12", "15", "17", "20", "41", "42", "49", "50", "53", "72", "99"].contains(self)
    }
}

extension ClaimExample {
    fileprivate static let atHospital = officeVisit.with(.placeOfService, "22")
        .with(.facilityName, "Lakeside General Hospital").with(.facilityStreet, "11100 Euclid Ave")
        .with(.facilityCity, "Cleveland").with(.facilityState, "OH").with(.facilityZIP, "44106-1716")
}

extension Field {
    /// The state and the ZIP code of every address.
    fileprivate static let statesAndZIPs: [(state: Field, zip: Field)] = [
        (.patientState, .patientZIP), (.subscriberState, .subscriberZIP), (.billingState, .billingZIP),
        (.facilityState, .facilityZIP),
    ]
}

extension String {
    /// Ten digits that no telephone has: one digit over and over, or an area or exchange of the form N11.
    fileprivate var isUncallable: Bool {
        Set(self).count == 1 || prefix(3).hasSuffix("11") || dropFirst(3).prefix(3).hasSuffix("11")
    }
}
