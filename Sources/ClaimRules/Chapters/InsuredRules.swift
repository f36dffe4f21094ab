import ClaimModel

extension Chapter {
    /// The insured, and the patient's relationship to them.
    static let insured = Chapter("Insured") {
        Rule(
            "PT-006", "An insured other than the patient has a name and birth date",
            fault: "Insured's name or birth date missing", .error,
            note: "A warning if only first name or birth date is missing; an organization has neither.",
            prevents: [.carc("16"), .carc("31")], rejectedAs: ["125", "158"], source: .cms1500, .general,
            reads: [
                .relationship, .subscriberEntityType, .subscriberLastName, .subscriberFirstName, .subscriberBirthDate,
            ],
            accepts: { [.sample, .dependent, .employed] },
            rejects: {
                [
                    .dependent.without(.subscriberLastName), .dependent.without(.subscriberBirthDate),
                    .employed.without(.subscriberLastName),
                    .employed.without(.subscriberEntityType).with(.memberID, "WC778812"),
                ]
            }
        ) { claim in
            let remedy = "Enter the insured's name and birth date as the payer has them."
            let isNeeded = claim.patientIsDependent
            guard !claim.insuredIsOrganization else {
                return claim.problems(
                    with: [.subscriberLastName], required: isNeeded, remedy: "Enter the employer or organization.")
            }
            // Box 11a asks for the date; the 837P has it only if the patient is the insured.
            let isUnknown = isNeeded && claim.isBlank(.subscriberBirthDate)
            return claim.nameProblems(
                last: .subscriberLastName, first: .subscriberFirstName, required: isNeeded, remedy: remedy)
                + (isUnknown
                    ? [
                        .missing(
                            .subscriberBirthDate, severity: .warning, "Insured birth date is blank.", remedy: remedy)
                    ]
                    : [])
        }
        Rule(
            "PT-007", "If the patient is the insured, their names match",
            fault: "Insured's name differs from the patient's", .warning,
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
                namesDiffer(patient.lastName.value?.text, insured.lastName.value?.text)
                || namesDiffer(patient.firstName.value?.text, insured.firstName.value?.text)
            guard differs else { return [] }
            return [
                .conflict(
                    .relationship,
                    with: [
                        Place(.patientLastName), Place(.patientFirstName), Place(.subscriberLastName),
                        Place(.subscriberFirstName),
                    ],
                    "Relationship is self, but the insured has a different name.",
                    remedy: "Choose the relationship to the insured, or clear the insured's name.")
            ]
        }
        Rule(
            "PT-011", "The relationship to the insured is entered",
            fault: "Relationship to insured missing or invalid", .error,
            prevents: [.carc("16")], source: .professionalGuide, .general, reads: [.relationship],
            accepts: { [.sample] },
            rejects: { [.sample.without(.relationship), .sample.with(.relationship, "99")] }
        ) { claim in
            claim.problems(
                with: [.relationship], remedy: "Enter 18 if the patient is the insured; F2 lists the others.")
        }
        Rule(
            "PT-015", "A dependent with their own member ID is billed as the subscriber",
            fault: "Dependent with own member ID not billed as subscriber", .warning,
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
        Rule(
            "PT-021", "The insured's address is complete or blank",
            fault: "Insured's address incomplete", .error,
            prevents: [.carc("16")], rejectedAs: ["126"], source: .professionalGuide, .general,
            reads: AddressFields.subscriber.all,
            accepts: {
                [
                    .dependent, .dependent.livingApart,
                    .dependent.livingApart.with(.subscriberState, "BC").with(.subscriberZIP, "V6B1A1")
                        .with(.subscriberCountry, "CA"),
                ]
            },
            rejects: { [.dependent.livingApart.without(.subscriberCity), .dependent.with(.subscriberZIP, "44113")] }
        ) { claim in
            let address = AddressFacts(.subscriber, of: claim.draft)
            guard !address.address.entriesAreEmpty else { return [] }
            return claim.incompleteness(of: address, remedy: "Complete the address, or clear it.")
                + claim.misplacements(in: address)
        }
        Rule(
            "PT-022", "An insured with a birth date has a sex",
            fault: "Insured's sex missing", .warning,
            prevents: [.carc("16"), .rarc("MA39")], rejectedAs: ["157"], source: .professionalGuide, .general,
            reads: [.relationship, .subscriberBirthDate, .subscriberSex],
            accepts: { [.sample, .dependent] }, rejects: { [.dependent.without(.subscriberSex)] }
        ) { claim in
            guard claim.patientIsDependent, claim.draft.subscriber.birthDate.value != nil,
                claim.isBlank(.subscriberSex)
            else { return [] }
            return [
                .missing(
                    .subscriberSex, "Insured has a birth date but no sex.",
                    remedy: "Enter M, F or U: the claim file has both or neither.")
            ]
        }
        Rule(
            "PT-023", "If the patient is the insured, birth date and sex match",
            fault: "Insured's birth date or sex differs from the patient's", .warning,
            prevents: [.carc("140"), .carc("31")], rejectedAs: ["158", "157"], source: .professionalGuide, .general,
            reads: [.relationship, .patientBirthDate, .patientSex, .subscriberBirthDate, .subscriberSex],
            accepts: { [.sample, .dependent, .sample.with(.subscriberBirthDate, "04/17/1981")] },
            rejects: { [.sample.with(.subscriberBirthDate, "04/17/1980"), .sample.with(.subscriberSex, "M")] }
        ) { claim in
            guard claim.patientIsInsured else { return [] }
            let (patient, insured) = (claim.draft.patient, claim.draft.subscriber)
            let pairs: [(own: Field, other: Field, label: String, differ: Bool)] = [
                (
                    .subscriberBirthDate, .patientBirthDate, "birth date",
                    differ(patient.birthDate.value, insured.birthDate.value)
                ),
                (.subscriberSex, .patientSex, "sex", differ(patient.sex.value, insured.sex.value)),
            ]
            return pairs.filter(\.differ).map { pair in
                .conflict(
                    pair.own, with: [Place(pair.other), Place(.relationship)],
                    "Relationship is self, but the insured has a different \(pair.label).",
                    remedy: "Choose the right relationship, or clear the insured's \(pair.label).",
                    fixes: [Fix("clear the insured's \(pair.label)", [Fix.Edit(pair.own, "")])])
            }
        }
        Rule(
            "PT-024", "The relationship fits the ages of patient and insured",
            fault: "Relationship does not fit the ages", .warning,
            prevents: [.carc("31"), .carc("140")], rejectedAs: ["156", "158"], source: .design, .general,
            reads: [.relationship, .patientBirthDate, .subscriberBirthDate],
            accepts: { [.dependent, .dependent.with(.relationship, "19").with(.subscriberBirthDate, "02/03/1955")] },
            rejects: {
                [.dependent.with(.relationship, "19"), .dependent.with(.patientBirthDate, "11/10/2015")]
            },
            alongside: ["PT-003"]
        ) { claim in
            guard let patient = claim.draft.patient.birthDate.value?.day,
                let insured = claim.draft.subscriber.birthDate.value?.day,
                let relationship = claim.draft.subscriber.relationship.value
            else { return [] }
            let problem: String
            switch relationship {
            case .child where insured.years(to: patient) < 12:
                problem = "Relationship is child, but the insured is less than 12 years older."
            case .spouse where patient.years(to: claim.today) < 14 || insured.years(to: claim.today) < 14:
                problem = "Relationship is spouse, but one of them is under 14."
            default: return []
            }
            return [
                .conflict(
                    .relationship, with: [Place(.patientBirthDate), Place(.subscriberBirthDate)],
                    problem,
                    remedy: "Check the relationship and both birth dates (\(patient) and \(insured)) against the card.")
            ]
        }
        Rule(
            "PT-025", "The insured's birth date is within the last 120 years",
            fault: "Insured's birth date over 120 years ago", .error,
            prevents: [.carc("16"), .carc("31")], rejectedAs: ["158"], source: .professionalGuide, .general,
            reads: [.subscriberBirthDate],
            accepts: { [.sample, .dependent] },
            rejects: {
                [.dependent.with(.subscriberBirthDate, "02/03/1901")]
            }
        ) { claim in
            guard let birth = claim.draft.subscriber.birthDate.value?.day, birth.years(to: claim.today) > 120
            else { return [] }
            return [
                .wrong(
                    .subscriberBirthDate, "Birth date makes the insured more than 120 years old.",
                    remedy: "Check the year of birth.")
            ]
        }
    }

    private static func differ<Value: Equatable>(_ first: Value?, _ second: Value?) -> Bool {
        guard let first, let second else { return false }
        return first != second
    }

    /// Whether both names are known and differ.
    private static func namesDiffer(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return false }
        return first.lowercased() != second.lowercased()
    }

    @Sendable private static func ownMembershipProblems(in claim: ClaimFacts) -> [Problem] {
        let (patient, insured) = (claim.draft.patient, claim.draft.subscriber)
        guard claim.patientIsDependent else { return [] }
        if let name = insured.lastName.value, patient.lastName.value != nil, insured.birthDate.value != nil,
            !name.text.isEmpty,
            !namesDiffer(patient.lastName.value?.text, insured.lastName.value?.text),
            !namesDiffer(patient.firstName.value?.text, insured.firstName.value?.text),
            patient.birthDate.value == insured.birthDate.value
        {
            return [
                .conflict(
                    .relationship, with: [Place(.subscriberLastName), Place(.subscriberBirthDate)],
                    "Insured and patient are the same person.",
                    remedy: "Choose 18 (self): a patient with their own member ID is the subscriber.")
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
                "An earlier claim has this member ID as the patient's own.",
                remedy: "Choose 18 (self) if it is the patient's ID, or enter the insured's member ID.")
        ]
    }
}

extension ClaimExample {
    /// The sample, with the patient insured through a spouse.
    static let dependent = sample.with(.relationship, "01").with(.subscriberLastName, "Rivera")
        .with(.subscriberFirstName, "Luis").with(.subscriberBirthDate, "02/03/1979").with(.subscriberSex, "M")

    /// A workers' compensation claim: the employer is the insured, and has no member ID.
    static let employed = officeVisit.under("generic").with(.payerName, "Buckeye Compensation")
        .with(.payerIdentifier, "BWC01").with(.filingIndicator, "WC").with(.relationship, "20").without(.memberID)
        .with(.subscriberEntityType, "2").with(.subscriberLastName, "7-11 Foundry & Sons").with(.employmentRelated, "Y")
        .with(.accidentDate, "11/01/2026").with(.accidentClaimNumber, "26-118455")

    fileprivate var livingApart: ClaimExample {
        with(.subscriberStreet, "40 Oak Ave").with(.subscriberCity, "Akron").with(.subscriberState, "OH")
            .with(.subscriberZIP, "44308")
    }
}

extension ClaimFacts {
    /// The employer of a workers' compensation claim, or the owner of a fleet.
    var insuredIsOrganization: Bool { draft.subscriber.entityType.value == .organization }
}
