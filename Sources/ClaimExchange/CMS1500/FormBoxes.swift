import ClaimModel

/// The boxes above the service lines.
extension FormText {
    var upper: [FormBox] { insurance + people + conditions + history }

    private var isSelf: Bool { draft.subscriber.relationship.value == .`self` }

    private var insurance: [FormBox] {
        [
            FormBox("Top", "Payer", value(.payerName)),
            FormBox("1", "Kind of plan", plan.map { "X \($0)" } ?? ""),
            FormBox("1a", "Insured's ID", value(.memberID), fits: 29),
        ]
    }

    /// Which of the seven squares of box 1 is marked.
    private var plan: String? {
        switch draft.payer.filingIndicator.value {
        case nil: nil
        case .medicarePartA, .medicarePartB: "MEDICARE"
        case .medicaid: "MEDICAID"
        case .tricare: "TRICARE"
        case .veterans: "CHAMPVA"
        case .blueCross, .commercial, .healthMaintenance, .preferredProvider, .pointOfService, .exclusiveProvider:
            value(.groupNumber).isEmpty ? "OTHER" : "GROUP HEALTH PLAN"
        default: "OTHER"
        }
    }

    private var people: [FormBox] {
        let home: [Field] = [.patientStreet, .patientSecondLine, .patientCity, .patientState, .patientZIP]
        let insuredHome: [Field] =
            isSelf
            ? home : [.subscriberStreet, .subscriberSecondLine, .subscriberCity, .subscriberState, .subscriberZIP]
        let patientName = name(.patientLastName, .patientFirstName, .patientMiddleName)
        let insuredName = name(.subscriberLastName, .subscriberFirstName, .subscriberMiddleName)
        return [
            FormBox("2", "Patient's name", patientName, fits: 28),
            FormBox("3", "Patient's birth date, sex", birth(draft.patient.birthDate.value, draft.patient.sex.value)),
            FormBox("4", "Insured's name", isSelf && insuredName.isEmpty ? patientName : insuredName, fits: 29),
            FormBox("5", "Patient's address", address(home)),
            FormBox("5", "Patient's phone", phone(draft.patient.phone.value)),
            FormBox("6", "Patient is the insured's", relationship.map { "X \($0)" } ?? ""),
            FormBox("7", "Insured's address", address(insuredHome)),
        ]
    }

    private func birth(_ date: BirthDate?, _ sex: Sex?) -> String {
        let mark = sex.flatMap { $0 == .unknown ? nil : "X \($0.code)" }
        return [longDate(date?.day), mark ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private var relationship: String? {
        switch draft.subscriber.relationship.value {
        case nil: nil
        case .`self`: "SELF"
        case .spouse: "SPOUSE"
        case .child: "CHILD"
        default: "OTHER"
        }
    }

    private var conditions: [FormBox] {
        let accident = draft.accident
        let hasOther = draft.otherInsurance.exists.value == .yes
        let insured =
            isSelf
            ? birth(draft.patient.birthDate.value, draft.patient.sex.value)
            : birth(draft.subscriber.birthDate.value, draft.subscriber.sex.value)
        return [
            FormBox(
                "9", "Other insured's name",
                hasOther ? name(.otherInsuredLastName, .otherInsuredFirstName) : "", fits: 28),
            FormBox("9a", "Other policy", hasOther ? value(.otherPolicyNumber) : "", fits: 28),
            FormBox("9d", "Other plan", hasOther ? value(.otherPlanName) : "", fits: 28),
            FormBox("10a", "Work related", yesNo(accident.employment.value)),
            FormBox(
                "10b", "Auto accident, state",
                [yesNo(accident.auto.value), accident.auto.value == .yes ? value(.autoAccidentState) : ""]
                    .filter { !$0.isEmpty }.joined(separator: "  ")),
            FormBox("10c", "Other accident", yesNo(accident.other.value)),
            FormBox("11", "Group number", value(.groupNumber), fits: 29),
            FormBox("11a", "Insured's birth date, sex", insured),
            FormBox("11c", "Plan name", value(.groupName), fits: 29),
            FormBox("11d", "Another plan", yesNo(draft.otherInsurance.exists.value)),
            FormBox("12", "Patient's signature", draft.signatures.release.value == .signed ? "SOF" : ""),
            FormBox("13", "Insured's signature", draft.signatures.benefitsAssignment.value == .yes ? "SOF" : ""),
        ]
    }

    private var history: [FormBox] {
        let onset = draft.accident.onset.value
        let accident = draft.accident.date.value
        let role = draft.referring.qualifier.value?.code ?? ""
        let referrer = [value(.referringFirstName), value(.referringLastName)].filter { !$0.isEmpty }
        let lab = draft.identity.outsideLab.value
        return [
            FormBox("14", "Onset, qualifier", onset.map { "\(longDate($0))  431" } ?? ""),
            FormBox("15", "Qualifier, other date", accident.map { "439  \(longDate($0))" } ?? ""),
            FormBox(
                "17", "Role and referring provider", ([role].filter { !$0.isEmpty } + referrer).joined(separator: " ")),
            FormBox("17b", "Its NPI", value(.referringNPI)),
            FormBox("19", "Additional information", value(.additionalInformation), fits: 71),
            FormBox(
                "20", "Outside lab, charges",
                [yesNo(lab), lab == .yes ? amount(draft.identity.outsideLabCharges.value) : ""]
                    .filter { !$0.isEmpty }.joined(separator: "  ")),
            FormBox("21", "ICD indicator", draft.diagnoses.isEmpty ? "" : "0"),
            FormBox("21", "Diagnoses", diagnoses, fits: 130),
            FormBox("22", "Resubmission, payer's number", resubmission),
            FormBox("23", "Authorization", value(.authorizationNumber).without(" -"), fits: 29),
        ]
    }

    /// `A F332  B R45851`, without dots.
    private var diagnoses: String {
        draft.diagnoses.enumerated().compactMap { row, diagnosis in
            diagnosis.code.value.map { "\(DiagnosisRow.letter(of: row)) \($0.text)" }
        }.joined(separator: "  ")
    }

    private var resubmission: String {
        let frequency = draft.identity.frequency.value
        let code = frequency == .replacement || frequency == .void ? value(.frequency) : ""
        return [code, value(.originalReference)].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

/// The boxes below the service lines.
extension FormText {
    func lower(total: Money?, isFirst: Bool) -> [FormBox] {
        let kind = draft.billing.taxIDKind.value.map { "X \($0.label)" } ?? ""
        let taxID = draft.billing.taxID.value?.digits ?? ""
        let signed = draft.signatures.provider.value == .yes
        return [
            FormBox("25", "Tax ID", [taxID, kind].filter { !$0.isEmpty }.joined(separator: "  ")),
            FormBox("26", "Account", value(.account), fits: 14),
            FormBox("27", "Accepts assignment", assignment),
            FormBox("28", "Total charge", amount(total)),
            FormBox("29", "Amount paid", isFirst ? amount(draft.identity.amountPaid.value) : ""),
            FormBox(
                "31", "Provider's signature, date",
                signed
                    ? ["SOF", longDate(draft.signatures.providerDate.value)]
                        .filter { !$0.isEmpty }.joined(separator: "  ") : ""),
        ] + places
    }

    private var assignment: String {
        switch draft.signatures.acceptsAssignment.value {
        case .assigned: "X YES"
        case .notAssigned: "X NO"
        case .laboratoryOnly, nil: ""
        }
    }

    private var places: [FormBox] {
        let facility: [Field] = [.facilityStreet, .facilitySecondLine, .facilityCity, .facilityState, .facilityZIP]
        let office: [Field] = [.billingStreet, .billingSecondLine, .billingCity, .billingState, .billingZIP]
        let taxonomy = value(.billingTaxonomy)
        return [
            FormBox("32", "Facility", value(.facilityName)),
            FormBox("32", "Its address", address(facility)),
            FormBox("32a", "Its NPI", value(.facilityNPI)),
            FormBox("33", "Billing provider's phone", phone(draft.billing.phone.value)),
            FormBox("33", "Billing provider", name(.billingName, .billingFirstName)),
            FormBox("33", "Its address", address(office)),
            FormBox("33a", "Its NPI", value(.billingNPI)),
            FormBox("33b", "Its taxonomy", taxonomy.isEmpty ? "" : "ZZ\(taxonomy)"),
        ]
    }
}
