import ClaimModel

extension Chapter {
    static let patient = Chapter("Patient") {
        Rule(
            "PT-001", "The patient's last and first name are entered as on the card",
            fault: "Patient name missing or invalid", .error,
            note: "A warning if only the first name is blank: some people have one name.",
            prevents: [.carc("16"), .rarc("MA36")], rejectedAs: ["125"], source: .cms1500, .general,
            reads: [.patientLastName, .patientFirstName],
            accepts: {
                ["O'Brien-Núñez", "Smith 3rd"].map { .sample.with(.patientLastName, $0) }
            },
            rejects: {
                [
                    .sample.without(.patientLastName), .sample.with(.patientFirstName, "Dana2"),
                    .sample.without(.patientFirstName),
                ]
            }
        ) { claim in
            claim.nameProblems(
                last: .patientLastName, first: .patientFirstName, remedy: "Enter the name as printed on the card.")
        }
        Rule(
            "PT-002", "The birth date is entered and fits the service date",
            fault: "Birth date missing or after the service date", .error,
            prevents: [.carc("14"), .carc("16"), .rarc("N329")], rejectedAs: ["158"], source: .cms1500, .general,
            reads: [.patientBirthDate, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.patientBirthDate, "11/10/2026")] },
            rejects: {
                [
                    .sample.without(.patientBirthDate), .sample.with(.patientBirthDate, "02/30/1981"),
                    .sample.with(.patientBirthDate, "11/12/2026"), .sample.with(.patientBirthDate, "04/17/1881"),
                ]
            },
            alongside: ["TM-014"],
            check: birthDateProblems)
        Rule(
            "PT-003", "The patient is old enough for the policy",
            fault: "Patient under the policy's minimum age", .warning,
            prevents: [.carc("6"), .carc("9")], source: .coveragePractice, .general,
            scope: .psychiatricKetamineClaim, reads: [.patientBirthDate, .lineFrom, .lineTo],
            accepts: { [.sample.with(.patientBirthDate, "11/10/2008")] },
            rejects: { [.sample.with(.patientBirthDate, "11/11/2008")] }
        ) { claim in
            guard let birth = claim.draft.patient.birthDate.value?.day, birth <= claim.judgedDay else { return [] }
            let minimum = claim.policy.value(of: \.minimumAge) ?? 18
            let age = birth.years(to: claim.judgedDay)
            guard age < minimum else { return [] }
            let payer = claim.payerTitle
            return [
                .conflict(
                    .patientBirthDate, with: [claim.firstDayPlace],
                    "Patient is \(age); IV ketamine is covered from age \(minimum).",
                    remedy: "Check the birth date. If it is right, ask \(payer) for a determination first.",
                    evidence: [claim.policyEvidence(\.minimumAge)])
            ]
        }
        Rule(
            "PT-004", "The patient's sex is entered as the payer has it",
            fault: "Patient sex missing or invalid", .error,
            prevents: [.carc("16"), .rarc("MA39")], rejectedAs: ["157"], source: .cms1500, .general,
            reads: [.patientSex],
            accepts: { [.sample, .sample.with(.patientSex, "U")] },
            rejects: { [.sample.without(.patientSex), .sample.with(.patientSex, "X")] }
        ) { claim in
            claim.problems(with: [.patientSex], remedy: "Choose M, F or U, as on the insurance card.")
        }
        Rule(
            "PT-005", "The patient's address is complete",
            fault: "Patient address incomplete", .error,
            prevents: [.carc("16")], rejectedAs: ["126", "500"], source: .cms1500, .general,
            reads: [.patientStreet, .patientCity, .patientState, .patientZIP, .patientCountry],
            accepts: {
                [
                    .sample, .sample.with(.patientZIP, "44113-2201"), .abroad,
                    .abroad.with(.patientCity, "Tijuana").without(.patientState).with(.patientZIP, "22000")
                        .with(.patientCountry, "MX"),
                    .sample.with(.patientCity, "APO").with(.patientState, "AE").with(.patientZIP, "09128"),
                    .sample.with(.patientCity, "Hagatna").with(.patientState, "GU").with(.patientZIP, "96910"),
                ]
            },
            rejects: {
                [
                    .sample.without(.patientStreet), .sample.without(.patientCity), .sample.with(.patientState, "QQ"),
                    .sample.with(.patientZIP, "4411"), .sample.without(.patientZIP), .abroad.without(.patientCountry),
                    .abroad.with(.patientState, "OH"), .abroad.with(.patientZIP, "44113"),
                ]
            }
        ) { claim in
            let address = AddressFacts(.patient, of: claim.draft)
            let remedy = "Complete the home address: street, city, state and a ZIP code of 5 or 9 digits."
            return claim.incompleteness(of: address, remedy: remedy) + claim.misplacements(in: address)
        }
        Rule(
            "PT-010", "Benefits are assigned to the practice",
            fault: "Benefits not assigned to the practice", .warning,
            prevents: [.carc("16"), .rarc("MA75")], source: .cms1500, .general, reads: [.benefitsAssignment],
            accepts: { [.sample] }, rejects: { [.sample.with(.benefitsAssignment, "N")] }
        ) { claim in
            guard claim.draft.signatures.benefitsAssignment.value == .no else { return [] }
            return [
                .wrong(
                    .benefitsAssignment,
                    "Benefits not assigned: the payer will pay the insured.",
                    remedy: "Have box 13 signed and enter Y, or bill the patient.")
            ]
        }
        Rule(
            "PT-012", "Release of information is answered",
            fault: "Release of information not answered", .error,
            prevents: [.carc("16"), .rarc("MA75")], source: .professionalGuide, .general, reads: [.release],
            accepts: { [.sample, .sample.with(.release, "I")] }, rejects: { [.sample.without(.release)] }
        ) { claim in
            claim.problems(with: [.release], remedy: "Enter Y if the patient's signed release is on file.")
        }
        Rule(
            "PT-013", "Assignment of benefits and acceptance of assignment are answered",
            fault: "Assignment not answered (box 13 or 27)", .error,
            prevents: [.carc("16")], source: .professionalGuide, .general,
            reads: [.benefitsAssignment, .acceptsAssignment],
            accepts: { [.sample] },
            rejects: { [.sample.without(.benefitsAssignment), .sample.without(.acceptsAssignment)] }
        ) { claim in
            claim.problems(
                with: [.benefitsAssignment, .acceptsAssignment],
                remedy: "Answer boxes 13 and 27 from the signed forms and the payer contract.")
        }
        Rule(
            "PT-014", "The claim has an account number",
            fault: "No account number on claim", .error,
            prevents: [.carc("16")], rejectedAs: ["125"], source: .professionalGuide, .general, reads: [.account],
            accepts: { [.sample] }, rejects: { [.sample.without(.account)] }
        ) { claim in
            claim.problems(
                with: [.account], remedy: "Enter the practice's own number for this claim; remittances return it.")
        }
    }

    @Sendable private static func birthDateProblems(in claim: ClaimFacts) -> [Problem] {
        guard let birth = claim.draft.patient.birthDate.value?.day else {
            return claim.problems(with: [.patientBirthDate], remedy: "Enter the birth date: MMDDYYYY or M/D/YY.")
        }
        if let first = claim.firstDay, birth > first {
            return [
                .conflict(
                    .patientBirthDate, with: [claim.firstDayPlace],
                    "Birth date is after the service on \(first).",
                    remedy: "Correct the birth date or the service date.")
            ]
        }
        guard birth.years(to: claim.judgedDay) > 120 else { return [] }
        return [
            .wrong(
                .patientBirthDate, "Birth date makes the patient more than 120 years old.",
                remedy: "Check the year of birth.")
        ]
    }
}

extension ClaimFacts {
    /// A blank or unreadable name, one finding for one person; people with one name have no first name.
    func nameProblems(last: Field, first: Field, required: Bool = true, remedy: String) -> [Problem] {
        let isBlank = isBlank(first)
        let isAlone = isBlank && self.isBlank(last)
        return problems(with: [last], required: required, remedy: remedy)
            + problems(
                with: isAlone ? [] : [first], required: required, severity: isBlank ? .warning : nil,
                remedy: isBlank ? "\(remedy) If the person has only one name, override with that reason." : remedy)
    }
}

extension ClaimExample {
    /// The sample of a patient who lives in Canada.
    fileprivate static let abroad = sample.with(.patientStreet, "14 King St W").with(.patientCity, "Toronto")
        .with(.patientState, "ON").with(.patientZIP, "M5V 2T6").with(.patientCountry, "CA")
}
