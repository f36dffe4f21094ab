/// The person who was treated.
public typealias Patient = Boxed<PatientEntries>

/// What is keyed of it.
public struct PatientEntries: SinglePart {
    public static let blank = Patient(PatientEntries())
    static var place: WritableKeyPath<DraftContents, Patient> { \.patient }

    /// As printed on the insurance card.
    public var lastName = Entry<PersonName>()
    /// As printed on the insurance card.
    public var firstName = Entry<PersonName>()
    /// Middle name or initial, where the card has one.
    public var middleName = Entry<PersonName>()
    /// MMDDYYYY or M/D/YY. A two-digit year is read as one that is past.
    public var birthDate = Entry<BirthDate>()
    /// Only if the patient has died.
    public var deathDate = Entry<Day>()
    /// M, F or U, as the payer has it.
    public var sex = Entry<Sex>()
    /// The home address: box 5; 2010BA or 2010CA N3 and N4.
    public var address = Address()
    /// Ten digits; printed in box 5, not in the 837P.
    public var phone = Entry<PhoneNumber>()
    /// Whose authorization, trials and scores a copied claim has, as `PatientEntries.identity` gives it.
    public var recordsOf = Entry<Narrative>()
}

extension Field {
    /// `patient.lastName`: box 2, 2010BA NM103.
    public static let patientLastName = Field(
        "patient.lastName", "Last name", name: .called("Patient last name"), box: "2", element: "2010BA NM103",
        in: Patient.self, { $0.lastName = $1 }, { $0.lastName.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "As printed on the insurance card.")
    /// `patient.firstName`: box 2, 2010BA NM104.
    public static let patientFirstName = Field(
        "patient.firstName", "First name", name: .called("Patient first name"), box: "2", element: "2010BA NM104",
        in: Patient.self, { $0.firstName = $1 }, { $0.firstName.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "As printed on the insurance card.")
    /// `patient.middleName`: box 2, 2010BA NM105.
    public static let patientMiddleName = Field(
        "patient.middleName", "Middle", name: .called("Patient middle"), box: "2", element: "2010BA NM105",
        in: Patient.self, { $0.middleName = $1 }, { $0.middleName.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Middle name or initial, where the card has one.")
    /// `patient.birthDate`: box 3, 2010BA DMG02.
    public static let patientBirthDate = Field(
        "patient.birthDate", "Birth date", name: .called("Patient birth date"), box: "3", element: "2010BA DMG02",
        in: Patient.self, { $0.birthDate = $1 }, { $0.birthDate.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "MMDDYYYY or M/D/YY. A two-digit year is never in the future.")
    /// `patient.deathDate`: 2000B PAT06.
    public static let patientDeathDate = Field(
        "patient.deathDate", "Date of death", name: .asLabeled, element: "2000B PAT06", in: Patient.self,
        { $0.deathDate = $1 }, { $0.deathDate.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Only if the patient has died.")
    /// `patient.sex`: box 3, 2010BA DMG03.
    public static let patientSex = Field(
        "patient.sex", "Sex", name: .called("Patient sex"), box: "3", element: "2010BA DMG03", in: Patient.self,
        { $0.sex = $1 }, { $0.sex.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "M, F or U, as the payer has it.")
    /// `patient.street`: box 5, 2010BA N301.
    public static let patientStreet = Field(
        "patient.street", "Street", name: .called("Patient street"), box: "5", element: "2010BA N301",
        in: Patient.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Number and street.")
    /// `patient.street2`: box 5, 2010BA N302.
    public static let patientSecondLine = Field(
        "patient.street2", "Apt", name: .called("Patient apt"), box: "5", element: "2010BA N302", in: Patient.self,
        { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Apartment or unit, if any.")
    /// `patient.city`: box 5, 2010BA N401.
    public static let patientCity = Field(
        "patient.city", "City", name: .called("Patient city"), box: "5", element: "2010BA N401", in: Patient.self,
        { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "City of the home address.")
    /// `patient.state`: box 5, 2010BA N402.
    public static let patientState = Field(
        "patient.state", "State", name: .called("Patient state"), box: "5", element: "2010BA N402", in: Patient.self,
        { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Two letters.")
    /// `patient.zip`: box 5, 2010BA N403.
    public static let patientZIP = Field(
        "patient.zip", "ZIP", name: .called("Patient ZIP"), box: "5", element: "2010BA N403", in: Patient.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Five digits, or nine.")
    /// `patient.country`: box 5, 2010BA N404.
    public static let patientCountry = Field(
        "patient.country", "Country", name: .called("Patient country"), box: "5", element: "2010BA N404",
        in: Patient.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
    /// `patient.phone`: box 5.
    public static let patientPhone = Field(
        "patient.phone", "Phone", name: .called("Patient phone"), box: "5", in: Patient.self, { $0.phone = $1 },
        { $0.phone.typed },
        keyed: .claim, asked: .always, lookUp: .references(.patient), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Ten digits; on paper only.")
    /// `patient.recordsOf`: on neither form.
    public static let recordsOf = Field(
        "patient.recordsOf", "Records of", name: .asLabeled, in: Patient.self, { $0.recordsOf = $1 },
        { $0.recordsOf.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .given, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The patient of the claim that this one was copied from.")
}

extension FieldGroup {
    package static let patient = FieldGroup(
        "Patient", reference: .patient,
        [
            [.patientLastName, .patientFirstName, .patientMiddleName],
            [.patientBirthDate, .patientSex, .patientPhone],
            [.patientStreet, .patientSecondLine],
            [.patientCity, .patientState, .patientZIP, .patientCountry],
        ])
}
