import ClaimModel

extension Field {
    /// The label for a sentence that is read without its screen: `Billing city`, not `City`.
    var fullLabel: String {
        if let name = Field.namesOfTheirOwn[id] { return name }
        guard Field.sharedLabels.contains(label), let owner = Field.owners[id.prefix { $0 != "." }] else {
            return label
        }
        return "\(owner) \(label.first?.isUppercase == true && !label.isAcronym ? label.lowercasedFirst : label)"
    }

    private static let namesOfTheirOwn = [
        "subscriber.relationship": "The patient's relationship to the insured",
        "billing.entityType": "Whether the billing provider is a person or an organization",
        "billing.taxIDKind": "Whether the tax ID is an EIN or an SSN",
        "otherInsurance.firstName": "Other insured first name",
        "benefits.reference": "The reference of the benefits check",
        "authorization.end": "The authorization's last day",
    ]

    private static let owners: [Substring: String] = [
        "patient": "Patient", "subscriber": "Insured", "billing": "Billing", "rendering": "Rendering",
        "referring": "Referring", "facility": "Facility", "otherInsurance": "Other", "accident": "Accident",
    ]

    /// Labels that more than one field of the claim has, or that say too little alone.
    private static let sharedLabels: Set<String> = [
        "First name", "Middle", "Street", "Apt", "Suite", "City", "State", "ZIP", "ZIP+4", "Phone", "Sex", "Taxonomy",
        "Last name", "Birth date", "Role", "NPI",
    ]
}

extension String {
    fileprivate var isAcronym: Bool { dropFirst().first?.isUppercase ?? false }

    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
