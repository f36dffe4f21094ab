import ClaimModel
import CodeSets

extension Chapter {
    /// What only inpatient, ambulance, referred and mammography claims have.
    static let hospitalAndTransport = Chapter("Hospital stay, ambulance and referral") {
        Rule(
            "TM-018", "A visit to an inpatient has the admission date, in order with the service",
            fault: "Admission date missing or out of order", .warning,
            prevents: [.carc("16")], rejectedAs: ["189", "190"], source: .professionalGuide, .general,
            reads: [
                .admissionDate, .dischargeDate, .placeOfService, .linePlaceOfService, .lineProcedure, .lineFrom,
                .lineTo,
            ],
            accepts: {
                [
                    .officeVisit, .inpatient, .inpatient.with(.dischargeDate, "11/10/2026"),
                    .inpatient.coded("90935").without(.admissionDate),
                ]
            },
            rejects: {
                [
                    .inpatient.without(.admissionDate), .inpatient.coded("99460").without(.admissionDate),
                    .inpatient.with(.admissionDate, "11/11/2026"),
                    .inpatient.with(.dischargeDate, "11/08/2026"),
                ]
            }
        ) { claim in claim.stayProblems }
        Rule(
            "PV-026", "An ambulance trip has the address where the patient was picked up",
            fault: "Ambulance pick-up address missing or incomplete", .warning,
            prevents: [.carc("16")], rejectedAs: ["500", "126"], source: .professionalGuide, .general,
            reads: [.lineProcedure] + AddressFields.pickUp.all,
            accepts: { [.officeVisit, .ambulance] },
            rejects: { [.ambulance.without(.pickUpZIP), .ambulance.without(.pickUpStreet, .pickUpCity)] }
        ) { claim in
            claim.tripProblems(
                .pickUp, "pick-up", at: .pickUpZIP,
                remedy: "Enter where the patient was picked up: its ZIP code decides the payment.")
        }
        Rule(
            "PV-031", "An ambulance trip has the address where the patient was taken",
            fault: "Ambulance drop-off address missing or incomplete", .warning,
            prevents: [.carc("16")], rejectedAs: ["500", "126"], source: .professionalGuide, .general,
            reads: [.lineProcedure, .dropOffName] + AddressFields.dropOff.all + Field.lineModifiers,
            accepts: {
                [
                    .officeVisit, .ambulance, .ambulance.without(.dropOffName),
                    .ambulance.with(.lineModifier2, "QL").without(
                        .dropOffName, .dropOffStreet, .dropOffCity, .dropOffState, .dropOffZIP),
                ]
            },
            rejects: {
                [.ambulance.without(.dropOffZIP, .dropOffState), .ambulance.without(.dropOffStreet, .dropOffCity)]
            }
        ) { claim in
            // Pronounced dead after the call, and taken nowhere.
            if claim.lines.contains(where: { $0.has("QL") }) { return [] }
            return claim.tripProblems(
                .dropOff, "drop-off", named: .dropOffName, at: .dropOffStreet,
                remedy: "Enter where the patient was taken, from the trip record.")
        }
        Rule(
            "PX-050", "An ambulance trip has its transport reason, and its miles where mileage is billed",
            fault: "Ambulance transport reason or miles missing", .warning,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["428"], source: .professionalGuide, .general,
            reads: [.lineProcedure, .transportReason, .transportMiles],
            accepts: { [.officeVisit, .ambulance] },
            rejects: { [.ambulance.without(.transportReason), .ambulance.without(.transportMiles)] }
        ) { claim in
            guard claim.hasTransport else { return [] }
            let bills = claim.lines.contains { $0.kinds.contains(.mileage) }
            return claim.missing(
                .transportReason, "Ambulance trip without the transport reason.",
                remedy: "Enter A to E: why the patient was taken there.")
                + (bills
                    ? claim.missing(
                        .transportMiles, "Mileage billed, but no miles are entered.",
                        remedy: "Enter the loaded miles.") : [])
        }
        Rule(
            "MD-019", "An ambulance line says origin and destination",
            fault: "Ambulance line without origin and destination", .warning,
            prevents: [.carc("4"), .rarc("N822")], rejectedAs: ["453"], source: .medicarePartB, .general,
            reads: [.lineProcedure] + Field.lineModifiers,
            accepts: { [.officeVisit, .ambulance] }, rejects: { [.ambulance.without(.lineModifier1)] }
        ) { claim in
            claim.lines.filter { $0.isTransport && !$0.placedModifiers.contains(where: \.isRoute) }.map { line in
                .missing(
                    .lineModifier1, row: line.row,
                    "Line \(line.number): \(line.code ?? "") has no origin-destination modifier.",
                    remedy: "Enter it as the first modifier, such as RH (residence to hospital).")
            }
        }
        Rule(
            "PV-027", "A referral number has its referring provider",
            fault: "Referral number without a referring provider", .warning,
            prevents: [.carc("16"), .rarc("N286")], rejectedAs: ["562"], source: .professionalGuide, .general,
            reads: [.referralNumber, .referringQualifier, .referringLastName],
            accepts: { [.sample, .referred] },
            rejects: {
                [.referred.without(.referringQualifier, .referringLastName, .referringFirstName, .referringNPI)]
            }
        ) { claim in
            guard !claim.isBlank(.referralNumber) else { return [] }
            let isNamed = !claim.isBlank(.referringLastName) && claim.draft.referring.qualifier.value == .referring
            guard !isNamed else { return [] }
            return [
                .conflict(
                    .referringLastName, with: [Place(.referralNumber)],
                    "Referral number entered, but no referring provider.",
                    remedy: "Enter the referring provider (DN), or clear the referral number.")
            ]
        }
        Rule(
            "AU-010", "Authorization and referral are two numbers",
            fault: "Authorization and referral have the same number", .warning,
            prevents: [.carc("15"), .carc("197")], rejectedAs: ["48", "252"], source: .professionalGuide, .general,
            reads: [.authorizationNumber, .referralNumber],
            accepts: { [.sample, .referred] }, rejects: { [.referred.with(.referralNumber, "MM2611045")] }
        ) { claim in
            guard let number = claim.draft.authorization.number.value,
                number == claim.draft.authorization.referral.value
            else { return [] }
            return [
                .conflict(
                    .referralNumber, with: [Place(.authorizationNumber)],
                    "Referral and authorization have the same number.",
                    remedy: "Clear one: the payer's letter says which it is.",
                    fixes: [Fix("clear the referral number", [Fix.Edit(.referralNumber, "")])])
            ]
        }
        Rule(
            "AU-011", "A line has one authorization and one referral number for this payer",
            fault: "Two authorizations or referrals on one line", .warning,
            prevents: [.carc("15"), .carc("197")], rejectedAs: ["48", "252"], source: .professionalGuide, .general,
            reads: [.lineProcedure],
            accepts: {
                [
                    .sample, .sample.carrying("REF*G1*A-100"),
                    .sample.carrying("REF*G1*A-100").carrying("REF*G1*B-200**2U:55501"),
                    .sample.carrying("REF*G1*A-100").carrying("REF*9F*R-100"),
                    .sample.carrying("REF*G1*A-100").carrying("REF*G1*B-200", onLine: 1),
                ]
            },
            rejects: {
                [
                    .sample.carrying("REF*G1*A-100").carrying("REF*G1*B-200"),
                    .sample.carrying("REF*9F*R-100").carrying("REF*9F*R-200"),
                ]
            }
        ) { claim in
            claim.lines.flatMap { line in
                [("G1", "authorizations"), ("9F", "referrals")].compactMap { qualifier, name in
                    let numbers = line.line.numbers(qualified: qualifier)
                    guard numbers.count > 1 else { return nil }
                    return Problem.wrong(
                        .lineProcedure, row: line.row,
                        "Line \(line.number) has \(numbers.count) \(name) for this payer: \(numbers.listed("and")).",
                        remedy: "Keep one. A number of another payer names that payer (REF04).")
                }
            }
        }
        Rule(
            "PV-028", "A mammogram billed to Medicare has the facility's certification number",
            fault: "Mammography certification missing", .warning,
            prevents: [.carc("16")], source: .mammography, .secondary,
            reads: [.lineProcedure, .mammographyNumber, .filingIndicator, .payerPolicy] + Field.lineModifiers,
            accepts: {
                [
                    .mammogram.with(.mammographyNumber, "123456"), .officeVisit.withService("77067"),
                    .mammogram.with(.lineModifier1, "26"), .mammogram.carrying("REF*EW*123456"),
                ]
            },
            rejects: { [.mammogram, .mammogram.carrying("REF*EW")] }
        ) { claim in
            // The facility's certificate belongs to the images, not to a reading alone.
            let line = claim.lines.first { $0.isMammogram && !$0.has("26") && $0.line.numbers(qualified: "EW").isEmpty }
            guard claim.isMedicare, let line else { return [] }
            return claim.missing(
                .mammographyNumber, "Line \(line.number) is a mammogram; no certification number.",
                remedy: "Enter the six digits of the facility's FDA certificate.")
        }
    }
}

extension LineFacts {
    /// Ground and air ambulance trips and their miles.
    fileprivate var isTransport: Bool {
        guard let code else { return false }
        return ("A0425"..."A0436").contains(code) && code.count == 5
    }
}

extension LineFacts {
    /// Daily care of a newborn or a small infant in a hospital.
    fileprivate var isNewbornCare: Bool {
        guard let code, code.count == 5 else { return false }
        return ["99460"..."99460", "99462"..."99463", "99468"..."99480"].contains { $0.contains(code) }
    }

    fileprivate var isMammogram: Bool {
        code.map(["77063", "77065", "77066", "77067", "G0279"].contains) ?? false
    }
}

extension ClaimFacts {
    fileprivate var hasTransport: Bool { lines.contains(where: \.isTransport) }

    /// What one end of an ambulance trip lacks.
    fileprivate func tripProblems(
        _ fields: AddressFields, _ end: String, named name: Field? = nil, at place: Field, remedy: String
    ) -> [Problem] {
        let address = AddressFacts(fields, of: draft)
        let isBlank = address.address.entriesAreEmpty
        guard hasTransport || !isBlank || name.map({ !self.isBlank($0) }) == true else { return [] }
        if isBlank { return [.missing(place, "Ambulance trip without the \(end) address.", remedy: remedy)] }
        return incompleteness(of: address, remedy: "Complete the \(end) address from the trip record.")
            + misplacements(in: address)
    }

    fileprivate var stayProblems: [Problem] {
        guard let admitted = draft.careDates.admitted.value else {
            let visits: ProcedureKinds = [.evaluationAndManagement, .psychiatricEvaluation]
            let line = lines.first { line in
                ["21", "51"].contains(line.placeOfService?.text)
                    && (!line.kinds.isDisjoint(with: visits) || line.isNewbornCare)
            }
            guard let line else { return [] }
            return problems(
                with: [.admissionDate], severity: .warning,
                remedy: "Enter the admission date: line \(line.number) is an inpatient visit.")
        }
        if let discharged = draft.careDates.discharged.value, discharged < admitted {
            return [
                .conflict(
                    .dischargeDate, with: [Place(.admissionDate)], "Discharged on \(discharged), before the admission.",
                    remedy: "Correct one of the dates.")
            ]
        }
        guard let first = firstDay, admitted > first else { return [] }
        return [
            .conflict(
                .admissionDate, with: [firstDayPlace], "Admitted on \(admitted), after the service on \(first).",
                remedy: "Correct the admission or the service date.")
        ]
    }
}

extension ClaimExample {
    fileprivate static let inpatient = officeVisit.withoutLine(1).coded("99232").with(.placeOfService, "21")
        .with(.admissionDate, "11/09/2026").with(.facilityName, "Lakeside General Hospital")
        .with(.facilityStreet, "11100 Euclid Ave").with(.facilityCity, "Cleveland").with(.facilityState, "OH")
        .with(.facilityZIP, "44106-1716")

    fileprivate static let ambulance = officeVisit.coded("A0427").with(.lineProcedure, row: 1, "A0425")
        .with(.lineModifier1, "RH").with(.lineModifier1, row: 1, "RH").with(.placeOfService, "41")
        .with(.transportReason, "A").with(.transportMiles, "8").with(.pickUpStreet, "12 Elm St")
        .with(.pickUpCity, "Cleveland").with(.pickUpState, "OH").with(.pickUpZIP, "44113")
        .with(.dropOffName, "Lakeside General Hospital").with(.dropOffStreet, "11100 Euclid Ave")
        .with(.dropOffCity, "Cleveland").with(.dropOffState, "OH").with(.dropOffZIP, "44106")

    fileprivate static let referred = sample.with(.referralNumber, "REF-77").with(.referringQualifier, "DN")
        .with(.referringLastName, "Stein").with(.referringFirstName, "Eva").with(.referringNPI, "1558598797")

    fileprivate static let mammogram = medicare(officeVisit.withoutLine(1).coded("77067"))
        .with(.referringQualifier, "DK").with(.referringLastName, "Stein").with(.referringNPI, "1558598797")
}
