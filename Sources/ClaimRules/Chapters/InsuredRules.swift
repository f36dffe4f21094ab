import ClaimModel

extension Chapter {
    /// Who holds the insurance, and what the patient is to them.
    static let insured = Chapter("Insured") {
        Rule(
            "PT-006", "An insured who is not the patient is named with a birth date", .error,
            prevents: [.carc("16"), .carc("31")], rejectedAs: ["125", "158"], source: .cms1500, .general,
            reads: [.relationship, .subscriberLastName, .subscriberFirstName, .subscriberBirthDate],
            accepts: { [.sample, .dependent] },
            rejects: { [.dependent.without(.subscriberLastName), .dependent.without(.subscriberBirthDate)] }
        ) { claim in
            claim.problems(
                with: [.subscriberLastName, .subscriberFirstName, .subscriberBirthDate],
                required: claim.patientIsDependent,
                remedy: "Enter the insured's name and birth date as the payer has them.")
        }
        Rule(
            "PT-007", "A patient who is the insured has the insured's name", .warning,
            prevents: [.carc("140")], source: .cms1500, .general,
            reads: [
                .relationship, .patientLastName, .patientFirstName, .subscriberLastName, .subscriberFirstName,
            ],
            accepts: { [.sample, .sample.with(.subscriberLastName, "RIVERA")] },
            rejects: { [.sample.with(.subscriberLastName, "Rivers")] }
        ) { claim in
            let (patient, insured) = (claim.draft.patient, claim.draft.subscriber)
            guard claim.patientIsInsured else { return [] }
            let differs =
                differ(patient.lastName.value, insured.lastName.value)
                || differ(patient.firstName.value, insured.firstName.value)
            guard differs else { return [] }
            return [
                .conflict(
                    .relationship,
                    with: [
                        Place(.patientLastName), Place(.patientFirstName), Place(.subscriberLastName),
                        Place(.subscriberFirstName),
                    ],
                    "The patient is said to be the insured, but the insured has another name.",
                    remedy: "Choose the patient's relationship to the insured, or clear the insured's name.")
            ]
        }
        Rule(
            "PT-011", "The patient's relationship to the insured is given", .error,
            prevents: [.carc("16")], source: .professionalGuide, .general, reads: [.relationship],
            accepts: { [.sample] },
            rejects: { [.sample.without(.relationship), .sample.with(.relationship, "99")] }
        ) { claim in
            claim.problems(with: [.relationship], remedy: "18 where the patient is the insured; F2 lists the others.")
        }
        Rule(
            "PT-015", "A dependent with a member ID of their own is sent as the subscriber", .warning,
            prevents: [.carc("31"), .rarc("N382")], source: .professionalGuide, .general,
            reads: [
                .relationship, .memberID, .patientLastName, .patientFirstName, .patientBirthDate,
                .subscriberLastName, .subscriberFirstName, .subscriberBirthDate,
            ],
            accepts: { [.sample, .dependent, .dependent.after(.dependent, .paid)] },
            rejects: {
                [
                    .dependent.with(.subscriberLastName, "Rivera").with(.subscriberFirstName, "Dana")
                        .with(.subscriberBirthDate, "04/17/1981"),
                    .dependent.after(.sample, .paid),
                ]
            },
            check: ownMembershipProblems)
    }

    /// Two names that are both known and not the same.
    private static func differ(_ first: PersonName?, _ second: PersonName?) -> Bool {
        guard let first, let second else { return false }
        return first.text.lowercased() != second.text.lowercased()
    }

    @Sendable private static func ownMembershipProblems(in claim: ClaimFacts) -> [Problem] {
        let (patient, insured) = (claim.draft.patient, claim.draft.subscriber)
        guard claim.patientIsDependent else { return [] }
        if let name = insured.lastName.value, patient.lastName.value != nil, insured.birthDate.value != nil,
            !name.text.isEmpty, !differ(patient.lastName.value, insured.lastName.value),
            !differ(patient.firstName.value, insured.firstName.value),
            patient.birthDate.value == insured.birthDate.value
        {
            return [
                .conflict(
                    .relationship, with: [Place(.subscriberLastName), Place(.subscriberBirthDate)],
                    "The insured named here is the patient.",
                    remedy: "Choose 18 (self): who has a member ID of their own is sent as the subscriber.")
            ]
        }
        guard let memberID = insured.memberID.value,
            claim.context.history.contains(where: {
                $0.status.reachedPayer && $0.draft.subscriber.memberID.value == memberID
                    && $0.draft.subscriber.relationship.value == .`self`
            })
        else { return [] }
        return [
            .conflict(
                .relationship, with: [Place(.memberID)],
                "An earlier claim went out with this member ID as the patient's own.",
                remedy: "Choose 18 (self) if the ID is the patient's, or enter the insured's member ID.")
        ]
    }
}

extension ClaimExample {
    /// The sample, with the patient insured through a spouse.
    static let dependent = sample.with(.relationship, "01").with(.subscriberLastName, "Rivera")
        .with(.subscriberFirstName, "Luis").with(.subscriberBirthDate, "02/03/1979")
}
