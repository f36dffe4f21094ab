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
                .placeOfService, .linePlaceOfService, .facilityName, .facilityStreet, .facilityCity, .facilityState,
                .facilityZIP,
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
        ["02", "10", "11", "12", "15", "17", "20", "49", "50", "53", "72", "99"].contains(self)
    }
}

extension ClaimExample {
    fileprivate static let atHospital = officeVisit.with(.placeOfService, "22")
        .with(.facilityName, "Lakeside General Hospital").with(.facilityStreet, "11100 Euclid Ave")
        .with(.facilityCity, "Cleveland").with(.facilityState, "OH").with(.facilityZIP, "44106-1716")
}
