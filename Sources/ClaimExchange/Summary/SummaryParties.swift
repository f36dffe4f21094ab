import ClaimModel
import ClaimRules
import CodeSets
import Foundation

/// Practice, claim, patient, payer and providers.
extension ShownClaim {
    var practice: Section {
        Section(
            inMargin: "PRACTICE",
            Paper.run([
                [("", joined([.billingFirstName, .billingName])), ("", address(.billing)), ("", text(.billingPhone))],
                [
                    fact(.billingNPI, "NPI"), ("Tax ID", joined([.billingTaxID, .billingTaxIDKind])),
                    ("Taxonomy", taxonomy(.billingTaxonomy)), fact(.billingPayerNumber, "Payer's number"),
                ],
                [("Pay to", address(.payTo))],
                [
                    ("Submitter", joined([.submitterName, .submitterIdentifier])),
                    ("Submitter contact", joined([.submitterContact, .submitterPhone])),
                ],
            ]))
    }

    var claim: Section {
        Section(
            inMargin: "CLAIM",
            Paper.run([
                [
                    fact(.frequency), fact(.originalReference),
                    ("Place of service", placeOfService(.placeOfService)), fact(.claimPurpose),
                    fact(.responsibility), fact(.waiver), fact(.employmentRelated),
                    ("Auto accident", joined([.autoAccident, .autoAccidentState])),
                    fact(.otherAccident), fact(.accidentDate), fact(.accidentClaimNumber), fact(.onsetDate),
                    fact(.release, "Release"), fact(.benefitsAssignment), fact(.acceptsAssignment, "Assignment"),
                    ("Provider signed", joined([.providerSignature, .providerSignatureDate])),
                ],
                [
                    fact(.recordedDenial), fact(.outsideLab), fact(.outsideLabCharges), fact(.cliaNumber),
                    fact(.mammographyNumber, "Mammography certificate"),
                ],
                [
                    fact(.initialTreatmentDate), fact(.lastMenstrualPeriod),
                    ("Unable to work", joined([.disabledFrom, .disabledTo], by: " to ")),
                    ("Hospital stay", joined([.admissionDate, .dischargeDate], by: " to ")),
                ],
                [
                    ("Transport reason", text(.transportReason)), ("Miles", text(.transportMiles)),
                    ("Picked up at", address(.pickUp)),
                ],
                [("Taken to", text(.dropOffName)), ("", address(.dropOff))],
                [fact(.additionalInformation, "Box 19")],
            ]))
    }

    var patient: Section {
        let age = draft.patient.birthDate.value.map { ageText($0.day) }
        let birth = text(.patientBirthDate).map { date in age.map { "\(date), \($0)" } ?? date }
        return Section(
            inMargin: "PATIENT",
            Paper.run([
                [
                    ("", joined([.patientFirstName, .patientMiddleName, .patientLastName])),
                    ("Birth date", birth), fact(.patientSex), fact(.patientDeathDate),
                ],
                [("", address(.patient)), fact(.patientPhone)],
            ]))
    }

    /// The age on the first day of service, else today; from 90 on it would tell who somebody is.
    private func ageText(_ birth: Day) -> String {
        let day = draft.firstServiceDay ?? context.today
        let age = birth.years(to: day)
        if mask != nil, age >= 90 { return "age 90 or more" }
        return age < 0 ? "born after the service" : "age \(age)"
    }

    var payer: Section {
        Section(
            inMargin: "PAYER",
            Paper.run(
                [
                    [
                        ("", text(.payerName)), fact(.payerIdentifier), fact(.payerOrder), fact(.filingIndicator),
                        fact(.otherInsuranceExists), fact(.insuranceType), ("", address(.payer)),
                    ],
                    [
                        (
                            "Policy", isForPayer ? nil : policyText
                        )
                    ],
                    [fact(.memberID), fact(.groupNumber), fact(.groupName), fact(.relationship)],
                    [
                        ("Insured", joined([.subscriberFirstName, .subscriberMiddleName, .subscriberLastName])),
                        ("Insured birth date", joined([.subscriberBirthDate, .subscriberSex])),
                        ("Insured address", address(.subscriber)),
                    ],
                    plan(.other, "Other"), plan(.third, "Third"),
                ] + DecisionFields.every.map(decision)))
    }

    private func plan(_ fields: PlanFields, _ which: String) -> [(label: String, value: String?)] {
        [
            (fields.name.label, text(fields.name)),
            ("\(which) insured", joined([fields.insuredFirstName, fields.insuredLastName])),
            fact(fields.relationship), fact(fields.policyNumber), fact(fields.groupNumber),
            fact(fields.payerIdentifier, "\(which) payer ID"), fact(fields.filingIndicator, "\(which) filing ind."),
        ]
    }

    private func decision(_ fields: DecisionFields) -> [(label: String, value: String?)] {
        let payer = fields.payer.label.prefix(1).uppercased() + fields.payer.label.dropFirst()
        return [
            fact(fields.date), fact(fields.paid), fact(fields.controlNumber), fact(fields.payment),
            fact(fields.adjustments, "\(payer) adjusted"), fact(fields.liability), fact(fields.forwarded),
        ]
    }

    private var policyText: String {
        let policy = context.policy
        guard policy.id != PolicyLibrary.genericID else { return "none for this payer; general rules used" }
        let confidence = policy.confidence == .unverified ? ", unverified" : ""
        return plain("\(policy.name) (\(policy.id)), \(policy.date.text)\(confidence)")
    }

    var providers: Section {
        Section(
            inMargin: "PROVIDERS",
            Paper.run([
                [
                    ("Rendering", joined([.renderingFirstName, .renderingLastName])), fact(.renderingNPI, "NPI"),
                    ("Taxonomy", taxonomy(.renderingTaxonomy)), fact(.renderingPayerNumber, "Payer's number"),
                ],
                [
                    (
                        draft.referring.qualifier.value.map(\.label)?.capitalized ?? "Referring",
                        joined([.referringFirstName, .referringLastName]) ?? text(.referringQualifier)
                    ),
                    fact(.referringNPI, "NPI"),
                ],
                [("Facility", text(.facilityName)), ("", address(.facility)), fact(.facilityNPI, "NPI")],
            ]))
    }

    private func taxonomy(_ field: Field) -> String? {
        text(field).map { code in context.books.taxonomy(code).map { plain("\(code) \($0.label)") } ?? code }
    }

    func placeOfService(_ field: Field, row: Int = 0) -> String? {
        text(field, row: row).map { code in
            context.books.placeOfService(code).map { plain("\(code) \($0.label)") } ?? code
        }
    }
}
