import ClaimModel
import ClaimRules
import CodeSets
import Foundation

/// Practice, claim, patient, payer and providers.
extension ShownClaim {
    var practice: Section {
        Section(
            "PRACTICE",
            Paper.facts([
                ("Name", joined([.billingFirstName, .billingName])),
                ("Address", address(.billing)),
                fact(.billingNPI, "NPI"), ("Tax ID", joined([.billingTaxID, .billingTaxIDKind])),
                ("Taxonomy", taxonomy(.billingTaxonomy)), fact(.billingPhone),
            ]))
    }

    func identity(revision: Int?, status: ClaimStatus) -> Section {
        let id = draft.id
        return Section(
            "CLAIM",
            Paper.facts([
                fact(.account), ("Claim", mask == nil ? plain(id) : Mask.hidden),
                ("Revision", revision.map(String.init)), ("Status", status.rawValue),
                fact(.frequency), fact(.originalReference), ("Place of service", placeOfService(.placeOfService)),
                fact(.responsibility), fact(.waiver), fact(.recordedDenial), fact(.additionalInformation, "Box 19"),
                fact(.outsideLab), fact(.outsideLabCharges), fact(.cliaNumber),
                fact(.employmentRelated), ("Auto accident", joined([.autoAccident, .autoAccidentState])),
                fact(.otherAccident), fact(.accidentDate), fact(.onsetDate),
                fact(.release, "Release"), fact(.benefitsAssignment),
                fact(.acceptsAssignment, "Assignment"),
                ("Provider signed", joined([.providerSignature, .providerSignatureDate])),
            ]))
    }

    var patient: Section {
        let age = draft.patient.birthDate.value.map { ageText($0.day) }
        let birth = text(.patientBirthDate).map { date in age.map { "\(date), \($0)" } ?? date }
        return Section(
            "PATIENT",
            Paper.facts([
                ("Name", joined([.patientFirstName, .patientMiddleName, .patientLastName])), fact(.patientSex),
                ("Birth date", birth), fact(.patientDeathDate), fact(.patientPhone),
                ("Address", address(.patient)),
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
        let policy = context.policy
        let confidence = policy.confidence == .unverified ? ", unverified" : ""
        return Section(
            "PAYER AND INSURED",
            Paper.facts([
                fact(.payerName), fact(.payerIdentifier), fact(.filingIndicator), fact(.payerOrder),
                fact(.insuranceType),
                ("Checked against", plain("\(policy.name) (\(policy.id)), \(policy.date.text)\(confidence)")),
                fact(.memberID), fact(.groupNumber), fact(.groupName), fact(.relationship),
                ("Insured", joined([.subscriberFirstName, .subscriberMiddleName, .subscriberLastName])),
                ("Insured birth date", joined([.subscriberBirthDate, .subscriberSex])),
                ("Insured address", address(.subscriber)),
                fact(.otherInsuranceExists), fact(.otherPlanName),
                ("Other insured", joined([.otherInsuredFirstName, .otherInsuredLastName])),
                fact(.otherPolicyNumber), fact(.otherGroupNumber), fact(.otherPayerIdentifier, "Other payer ID"),
                fact(.otherFilingIndicator, "Other filing ind."),
                fact(.adjudicationDate), fact(.adjudicationPaid, "Primary paid"),
                fact(.adjudicationControlNumber), fact(.adjudicationPayment),
                fact(.adjudicationAdjustments, "Primary adjusted"), fact(.adjudicationLiability),
                fact(.adjudicationForwarded),
            ]))
    }

    var providers: Section {
        Section(
            "PROVIDERS",
            Paper.facts([
                ("Rendering", joined([.renderingFirstName, .renderingLastName])), fact(.renderingNPI, "NPI"),
                ("Taxonomy", taxonomy(.renderingTaxonomy)),
                (
                    draft.referring.qualifier.value.map(\.label)?.capitalized ?? "Referring",
                    joined([.referringFirstName, .referringLastName])
                ),
                fact(.referringNPI, "NPI"),
                ("Facility", text(.facilityName)), fact(.facilityNPI),
                ("Facility address", address(.facility)),
                ("Submitter", joined([.submitterName, .submitterIdentifier])),
                ("Submitter contact", joined([.submitterContact, .submitterPhone])),
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
