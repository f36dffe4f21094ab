package import ClaimModel

/// What a code's table names as its likely cause: a field, or a trait of whomever the payer names.
package enum LikelyField {
    case field(Field)
    case trait(AnsweredParty.Trait)

    /// - Parameter name: a field's id, or a trait behind an @.
    package init?(named name: String) {
        if name.hasPrefix("@") {
            guard let trait = AnsweredParty.Trait(rawValue: String(name.dropFirst())) else { return nil }
            self = .trait(trait)
        } else {
            guard let field = Field.named(name) else { return nil }
            self = .field(field)
        }
    }

    /// `Rendering NPI`, or `NPI of the one named`.
    package var label: String {
        switch self {
        case .field(let field): field.fullLabel
        case .trait(let trait): "\(trait.label) of the one named"
        }
    }

    /// The fields of a claim that are meant.
    ///
    /// - Parameter entity: whom the payer names; blank where nobody is.
    func fields(of entity: String, on draft: ClaimDraft) -> [Field] {
        switch self {
        case .field(let field): [field]
        case .trait(let trait):
            AnsweredParty.named(entity, on: draft)?.fields(trait) ?? AnsweredParty.usual(trait, on: draft)
        }
    }
}

extension AnsweredParty.Trait {
    fileprivate var label: String {
        switch self {
        case .npi: "NPI"
        case .tax: "tax ID"
        case .member: "member ID"
        case .birth: "birth date"
        case .death: "date of death"
        case .number: "ID"
        case .zip: "ZIP"
        case .kind: "kind"
        case .name, .sex, .relationship, .taxonomy, .address, .state, .city, .street, .country, .phone, .group: rawValue
        }
    }
}
