import ClaimModel

/// The boxes above the service lines.
extension FormText {
    var upper: [FormBox] { insurance + people + conditions + history }

    private var isSelf: Bool { draft.subscriber.relationship.value == .`self` }

    private var insurance: [FormBox] {
        [
            FormBox("Top", "Payer", .carrier, value(.payerName)),
            FormBox("Top", "Its address", payerAddress),
            FormBox("1", "Type of coverage", [plan]),
            FormBox("1a", "Insured's ID", .insuredID, value(.memberID)),
        ]
    }

    private var payerAddress: [FormPart] {
        [
            FormPart(.carrierStreet, joined([.payerStreet, .payerSecondLine])),
            FormPart(.carrierCity, joined([.payerCity, .payerState, .payerZIP, .payerCountry])),
        ]
    }

    /// Which of the seven squares of box 1 is marked.
    private var plan: FormPart? {
        switch draft.payer.filingIndicator.value {
        case nil: nil
        case .medicarePartA, .medicarePartB: .mark(.medicare, "MEDICARE")
        case .medicaid: .mark(.medicaid, "MEDICAID")
        case .tricare: .mark(.tricare, "TRICARE")
        case .veterans: .mark(.champva, "CHAMPVA")
        case .blueCross, .commercial, .healthMaintenance, .preferredProvider, .pointOfService, .exclusiveProvider:
            value(.groupNumber).isEmpty ? .mark(.otherPlan, "OTHER") : .mark(.groupPlan, "GROUP HEALTH PLAN")
        default: .mark(.otherPlan, "OTHER")
        }
    }

    private var people: [FormBox] {
        let (patient, subscriber) = (draft.patient, draft.subscriber)
        let patientName = name(.patientLastName, .patientFirstName, .patientMiddleName)
        return [
            FormBox("2", "Patient's name", .patientName, patientName),
            FormBox(
                "3", "Patient's birth date, sex",
                [
                    FormPart(.patientBirth, longDate(patient.birthDate.value?.day)),
                    sex(patient.sex.value, male: .patientMale, female: .patientFemale),
                ]),
            FormBox("4", "Insured's name", .insuredName, insuredName(otherwise: patientName)),
            FormBox("5", "Patient's address", address(.patient, at: FormSlot.patientAddress)),
            FormBox("5", "Patient's phone", .patientPhone, phone(patient.phone.value)),
            FormBox(
                "6", "Relationship to insured",
                isMedicareFirst
                    ? [] : [relationship((planBeforeMedicare?.relationship ?? subscriber.relationship).value)]),
            FormBox("7", "Insured's address", insuredAddress),
        ]
    }

    private func insuredName(otherwise patient: String) -> String {
        if isMedicareFirst { return "" }
        if let plan = planBeforeMedicare {
            return plan.relationship.value == .`self` ? "SAME" : name(.otherInsuredLastName, .otherInsuredFirstName)
        }
        let insured = name(.subscriberLastName, .subscriberFirstName, .subscriberMiddleName)
        return isSelf && insured.isEmpty ? patient : insured
    }

    private var insuredAddress: [FormPart] {
        if isMedicareFirst { return [] }
        if let plan = planBeforeMedicare {
            return plan.relationship.value == .`self` ? [FormPart(FormSlot.insuredAddress.street, "SAME")] : []
        }
        return address(isSelf ? .patient : .subscriber, at: FormSlot.insuredAddress)
    }

    private func sex(_ sex: Sex?, male: FormSlot, female: FormSlot) -> FormPart? {
        switch sex {
        case .male: .mark(male, "M")
        case .female: .mark(female, "F")
        case .unknown, nil: nil
        }
    }

    private func relationship(_ relationship: Relationship?) -> FormPart? {
        switch relationship {
        case nil: nil
        case .`self`: .mark(.isSelf, "SELF")
        case .spouse: .mark(.isSpouse, "SPOUSE")
        case .child: .mark(.isChild, "CHILD")
        default: .mark(.isOther, "OTHER")
        }
    }

    var isMedicare: Bool { draft.payer.filingIndicator.value == .medicarePartB }

    /// Whether no other insurance is primary to Medicare, which then wants NONE in 11 and boxes 4, 6, 7, 11a and 11c blank;
    /// 11d it never wants (CMS Pub. 100-04, chapter 26).
    private var isMedicareFirst: Bool {
        isMedicare && draft.orderOfPayer == .primary && value(.groupNumber).isEmpty
    }

    /// The plan that pays before Medicare: boxes 4, 6, 7 and 11 are its, and 9 stays blank, which is Medigap's (the same
    /// chapter).
    private var planBeforeMedicare: InsurancePlan? {
        isMedicare && draft.orderOfPayer != .primary && draft.otherInsurance.exists.value == .yes
            ? draft.otherInsurance.plan : nil
    }

    /// Of a patient whom Medicaid covers behind Medicare: box 10d has it, and 9 stays blank (the same chapter).
    private var medicaidNumber: String {
        let isBehind = isMedicare && draft.orderOfPayer == .primary && draft.otherInsurance.exists.value == .yes
        guard isBehind, draft.otherInsurance.plan.filingIndicator.value == .medicaid else { return "" }
        return value(.otherPolicyNumber)
    }

    /// What box 11 says, and 11c.
    private var group: (number: String, name: String) {
        if isMedicareFirst { return ("NONE", "") }
        guard planBeforeMedicare != nil else { return (value(.groupNumber), value(.groupName)) }
        let number = value(.otherPolicyNumber)
        return (number.isEmpty ? value(.otherGroupNumber) : number, value(.otherPlanName))
    }

    private var conditions: [FormBox] {
        let (accident, other) = (draft.accident, draft.otherInsurance)
        let hasOther = other.exists.value == .yes && planBeforeMedicare == nil && medicaidNumber.isEmpty
        let hasAnswer = [accident.employment, accident.auto, accident.other].contains { $0.value != nil }
        func answer(_ entry: Entry<YesNo>) -> YesNo? { entry.value ?? (hasAnswer ? .no : nil) }
        let birthDate = isSelf ? draft.patient.birthDate.value : draft.subscriber.birthDate.value
        let insuredSex = isSelf ? draft.patient.sex.value : draft.subscriber.sex.value
        return [
            FormBox(
                "9", "Other insured's name", .otherInsured,
                hasOther ? name(.otherInsuredLastName, .otherInsuredFirstName) : ""),
            FormBox("9a", "Other policy", .otherPolicy, hasOther ? value(.otherPolicyNumber) : ""),
            FormBox("9d", "Other plan", .otherPlanName, hasOther ? value(.otherPlanName) : ""),
            FormBox("10a", "Work related", [yesNo(answer(accident.employment), FormSlot.work)]),
            FormBox(
                "10b", "Auto accident, state",
                [
                    yesNo(answer(accident.auto), FormSlot.auto),
                    FormPart(.autoState, accident.auto.value == .yes ? value(.autoAccidentState) : ""),
                ]),
            FormBox("10c", "Other accident", [yesNo(answer(accident.other), FormSlot.accident)]),
            FormBox(
                "10d", "Condition codes", .conditionCodes,
                medicaidNumber.isEmpty ? arrived.conditions : "MCD\(medicaidNumber)"),
            FormBox("11", "Group number", .group, group.number),
            FormBox(
                "11a", "Insured's birth date, sex",
                isMedicareFirst || planBeforeMedicare != nil
                    ? []
                    : [
                        FormPart(.insuredBirth, longDate(birthDate?.day)),
                        sex(insuredSex, male: .insuredMale, female: .insuredFemale),
                    ]),
            FormBox(
                "11b", "Other claim ID",
                [
                    FormPart(.otherClaimQualifier, value(.accidentClaimNumber).isEmpty ? "" : "Y4"),
                    FormPart(.otherClaim, value(.accidentClaimNumber)),
                ]),
            FormBox("11c", "Plan name", .planName, group.name),
            FormBox("11d", "Other health plan", isMedicare ? [] : [yesNo(other.exists.value, FormSlot.anotherPlan)]),
            FormBox(
                "12", "Patient's signature", .patientSignature, draft.signatures.release.value == .signed ? "SOF" : ""),
            FormBox(
                "13", "Insured's signature", .insuredSignature,
                draft.signatures.benefitsAssignment.value == .yes ? "SOF" : ""),
        ]
    }

    private var history: [FormBox] {
        let lab = draft.identity.outsideLab.value
        return dates + referrer + [
            FormBox(
                "18", "Hospitalization dates",
                [
                    FormPart(.admitted, careDate(draft.careDates.admitted.value)),
                    FormPart(.discharged, careDate(draft.careDates.discharged.value)),
                ]),
            FormBox("19", "Additional information", .additional, value(.additionalInformation)),
            FormBox(
                "20", "Outside lab, charges",
                [
                    yesNo(lab, FormSlot.lab),
                    FormPart(.labCharges, lab == .yes ? amount(draft.identity.outsideLabCharges.value) : ""),
                ]),
            FormBox("21", "ICD indicator", .icdIndicator, draft.diagnoses.isEmpty ? "" : "0"),
            FormBox("21", "Diagnoses", diagnoses),
            FormBox("22", "Resubmission, payer's number", resubmission),
            FormBox("23", "Authorization", .authorization, boxTwentyThree),
        ]
    }

    private var referrer: [FormBox] {
        let role = draft.referring.qualifier.value
        let other = arrived.otherNumber(in: role == .supervising ? .supervising : .referring)
        return [
            FormBox(
                "17", "Role and referring provider",
                [
                    FormPart(.referrerRole, role?.code ?? ""),
                    FormPart(.referrer, joined([.referringFirstName, .referringLastName])),
                ]),
            FormBox(
                "17a", "Another number",
                [
                    FormPart(.referrerOtherQualifier, other?.qualifier ?? ""),
                    FormPart(.referrerOtherNumber, other?.number ?? ""),
                ]),
            FormBox("17b", "Referring NPI", .referrerNPI, value(.referringNPI)),
        ]
    }

    /// Medicare takes 14, 16 and 18 in the format of 24A alone: six digits (the same chapter).
    private func careDate(_ day: Day?) -> String { isMedicare ? shortDate(day) : longDate(day) }

    /// Each takes one date with its qualifier: the onset or the last menstrual period; the accident, the first treatment or
    /// another that came with the claim's file. Medicare reads no qualifier and no box 15, and wants the first treatment of a
    /// chiropractor in 14 (the same chapter).
    private var dates: [FormBox] {
        let (accident, care) = (draft.accident, draft.careDates)
        let onsets = [("431", accident.onset.value), ("484", care.lastMenstrualPeriod.value)]
        let first = ("454", care.initialTreatment.value)
        var began = ((isMedicare ? [first] : []) + onsets).first { $0.1 != nil }
        if isMedicare { began?.0 = "" }
        let arrivedDate = arrived.otherDate
        let others = [("439", accident.date.value), first, (arrivedDate?.qualifier ?? "", arrivedDate?.day)]
        let other = isMedicare ? nil : others.first { $0.1 != nil }
        let disabled = arrived.disabled
        return [
            FormBox(
                "14", "Onset, qualifier",
                [FormPart(.onset, careDate(began?.1)), FormPart(.onsetQualifier, began?.0 ?? "")]),
            FormBox(
                "15", "Qualifier, other date",
                [FormPart(.otherDateQualifier, other?.0 ?? ""), FormPart(.otherDate, longDate(other?.1))]),
            FormBox(
                "16", "Dates unable to work",
                [
                    FormPart(.disabledFrom, careDate(care.disabledFrom.value ?? disabled?.from)),
                    FormPart(.disabledTo, careDate(care.disabledTo.value ?? disabled?.to)),
                ]),
        ]
    }

    /// The box has room for one number: the authorization's, else the referral's, the laboratory certificate's, or the ZIP
    /// code of the ambulance's pick-up.
    private var boxTwentyThree: String {
        let fields: [Field] = [.referralNumber, .cliaNumber, .pickUpZIP]
        let number = value(.authorizationNumber).without(" -")
        return number.isEmpty ? fields.lazy.map { value($0) }.first { !$0.isEmpty } ?? "" : number
    }

    /// `F332`, `R45851`, without dots.
    private var diagnoses: [FormPart?] {
        draft.diagnoses.enumerated().map { row, diagnosis in
            diagnosis.code.value.map {
                FormPart(.diagnosis(row), $0.text, shown: "\(DiagnosisRow.letter(of: row)) \($0.text)")
            }
        }
    }

    private var resubmission: [FormPart] {
        let frequency = draft.identity.frequency.value
        let code = frequency == .replacement || frequency == .void ? value(.frequency) : ""
        return [FormPart(.frequency, code), FormPart(.originalReference, value(.originalReference))]
    }
}
