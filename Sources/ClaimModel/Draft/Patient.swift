/// The person who was treated.
public typealias Patient = Boxed<PatientEntries>

public struct PatientEntries: SinglePart {
    public static let blank = Patient(PatientEntries())
    static var place: WritableKeyPath<DraftContents, Patient> { \.patient }

    public var lastName = Entry<PersonName>()
    public var firstName = Entry<PersonName>()
    public var middleName = Entry<PersonName>()
    public var birthDate = Entry<BirthDate>()
    public var deathDate = Entry<Day>()
    public var sex = Entry<Sex>()
    public var address = Address()
    public var phone = Entry<PhoneNumber>()
}

extension Field {
    public static let patientLastName = Field(
        "patient.lastName", "Last name", box: "2", element: "2010BA NM103", in: Patient.self, \.lastName,
        "As printed on the insurance card.")
    public static let patientFirstName = Field(
        "patient.firstName", "First name", box: "2", element: "2010BA NM104", in: Patient.self, \.firstName,
        "As printed on the insurance card.")
    public static let patientMiddleName = Field(
        "patient.middleName", "Middle", box: "2", element: "2010BA NM105", in: Patient.self, \.middleName,
        "Middle name or initial, where the card has one.")
    public static let patientBirthDate = Field(
        "patient.birthDate", "Birth date", box: "3", element: "2010BA DMG02", in: Patient.self, \.birthDate,
        "MMDDYYYY or M/D/YY. A two-digit year is read as one that is past.")
    public static let patientDeathDate = Field(
        "patient.deathDate", "Died on", element: "2000B PAT06", in: Patient.self, \.deathDate,
        "Only where the patient has died.")
    public static let patientSex = Field(
        "patient.sex", "Sex", box: "3", element: "2010BA DMG03", in: Patient.self, \.sex,
        "M, F or U, as the payer has it.")
    public static let patientStreet = Field(
        "patient.street", "Street", box: "5", element: "2010BA N301", in: Patient.self, \.address.street,
        "Number and street.")
    public static let patientSecondLine = Field(
        "patient.street2", "Apt", box: "5", element: "2010BA N302", in: Patient.self, \.address.secondLine,
        "Apartment or unit, where there is one.")
    public static let patientCity = Field(
        "patient.city", "City", box: "5", element: "2010BA N401", in: Patient.self, \.address.city,
        "City of the home address.")
    public static let patientState = Field(
        "patient.state", "State", box: "5", element: "2010BA N402", in: Patient.self, \.address.state, "Two letters.")
    public static let patientZIP = Field(
        "patient.zip", "ZIP", box: "5", element: "2010BA N403", in: Patient.self, \.address.zip, "Five digits, or nine."
    )
    public static let patientPhone = Field(
        "patient.phone", "Phone", box: "5", in: Patient.self, \.phone, "Ten digits; on paper only.")
}

extension FieldGroup {
    public static let patient = FieldGroup(
        "Patient", reference: .patient,
        [
            [.patientLastName, .patientFirstName, .patientMiddleName],
            [.patientBirthDate, .patientSex, .patientPhone],
            [.patientStreet, .patientSecondLine],
            [.patientCity, .patientState, .patientZIP],
        ])
}
