/// What a field is, apart from what it holds: who may see it, what becomes of it on a later claim, where it is keyed.
///
/// Each field states every trait in its declaration. None has a default, so that a new field cannot be masked, copied or
/// judged wrongly because nobody thought of it: one that leaves a trait out does not compile.
struct FieldTraits: Sendable {
    let name: Field.Name
    let keyed: Field.Keying
    let asked: Field.Asking
    let lookUp: Field.LookUp
    let onCopy: Field.Passage
    let forLaterPayer: Field.Passage
    let identity: Field.Identity
    let matter: Matter
    let saidBy: Field.Speaker
}

extension Field {
    /// How a sentence names the field where the screen around it is not seen.
    package enum Name: Hashable, Sendable {
        /// Its label says enough.
        case asLabeled
        /// `Billing city`, where the label is `City`.
        case called(String)
    }

    /// Where it is keyed.
    package enum Keying: Hashable, Sendable {
        case claim, diagnosis, procedure, hcpcs, ndc, documentation
        /// In the practice setup only.
        case practice
        /// In the reference files only.
        case reference
        /// Only files bring it in.
        case nowhere
    }

    /// On which claims it is of use; on others Enter and Tab pass it by.
    package enum Asking: CaseIterable, Hashable, Sendable {
        case always
        /// Where the patient is not the insured.
        case ofAnotherInsured
        case withOtherInsurance
        /// Where a third plan is named or pays now.
        case withThirdPlan
        /// Where the payer is not the primary one.
        case ofLaterPayer
        case ofTertiaryPayer
        case afterAutoAccident
        /// Of any kind, at work too.
        case afterAccident
        case withOutsideLab
        /// Where the claim is not the original one.
        case onResubmission
        /// Where the place of service is none of the practice's own, nor the patient's home.
        case awayFromOffice
        /// Where the place of service or a line is an ambulance.
        case onTransport
        /// Where the place of service has inpatients.
        case inHospital
        /// Where the role of a referring, ordering or supervising provider is given.
        case withReferrer
        /// Where no authorization number is given.
        case withoutAuthorization
        /// Where the patient or nobody pays.
        case unlessInsured
        /// Where the billing provider is a person.
        case ofPerson
        /// On few claims: passed by while it is blank.
        case seldom
    }

    /// What F2 offers for it.
    package enum LookUp: Hashable, Sendable {
        case none
        /// The codes of its shape.
        case choices
        case diagnoses, procedures, modifiers, drugs, placesOfService, taxonomies
        case policies, payers
        /// What was keyed on earlier claims.
        case references(ReferenceKind)
        /// The office's texts, to be inserted.
        case texts
    }

    /// What becomes of its text on a claim that is made after an earlier one.
    package enum Passage: Hashable, Sendable {
        case kept
        /// It belonged to one day, one vial, one payment or one payer: it must be keyed again.
        case cleared
        /// The new claim gets a text of its own.
        case given
    }

    /// Whether its text says who somebody is, so that a masked page hides it.
    package enum Identity: Hashable, Sendable {
        case none
        /// Of the patient, the insured, a person of the practice or the payer, or a number under which others know the
        /// claim. The text is hidden wherever else it is, too.
        case identifies
        /// Anything may have been written there.
        case freeText
        /// Where the billing provider is a person.
        case identifiesIfPerson
        /// Where the tax ID is a Social Security number.
        case identifiesIfSSN
    }

    /// Who says what is in it.
    package enum Speaker: Hashable, Sendable {
        case office
        /// The primary payer, in its remittance.
        case primary
        /// The secondary payer, in its.
        case secondary
    }
}

/// What a text decides, which says who may change it.
package enum Matter: Hashable, Sendable {
    /// What the chart says of the patient and the treatment: the provider's.
    case clinical
    /// Which codes describe it: the coder's.
    case coding
    /// Names, numbers, dates, amounts and forms.
    case clerical
}

extension Field {
    private var traits: FieldTraits { declaration.traits }

    package var keyed: Keying { traits.keyed }
    package var asked: Asking { traits.asked }
    package var lookUp: LookUp { traits.lookUp }
    /// On a copy of the claim for the patient's next visit.
    package var onCopy: Passage { traits.onCopy }
    /// On the claim to the next payer, after the first has decided.
    package var forLaterPayer: Passage { traits.forLaterPayer }
    package var identity: Identity { traits.identity }
    package var matter: Matter { traits.matter }
    package var saidBy: Speaker { traits.saidBy }

    /// The label as a sentence can carry it where the screen around it is not seen: `Billing city`, not `City`.
    public var fullLabel: String {
        switch traits.name {
        case .asLabeled: label
        case .called(let name): name
        }
    }

    /// Whether only files bring it in: it is on no screen.
    package var isCarried: Bool { keyed == .nowhere }

    /// What earlier payers decided, on the claim and on its lines: what remittances say.
    package static let earlierDecisions = Set(all.filter { $0.saidBy != .office })
}
