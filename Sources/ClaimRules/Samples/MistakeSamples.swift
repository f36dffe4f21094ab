import ClaimModel

/// The mistakes that the payer's article names, each on an otherwise complete claim.
extension ClaimExample {
    /// The diagnosis says too little.
    public static let wrongDiagnosis = sample.titled("Diagnosis without severity", "sample-diagnosis", "C-2001")
        .with(.diagnosisCode, "F32.A")

    /// No diagnosis at all.
    public static let noDiagnosis = sample.titled("No diagnosis", "sample-no-diagnosis", "C-2002").without(
        .diagnosisCode)

    /// Only an office visit is billed for an infusion.
    public static let officeVisitOnly = ClaimExample(
        title: "Infusion billed as an office visit", draft: ClaimDraft(id: "sample-visit-only"), ketamine: "C-2003"
    )
    .withLine([
        .lineFrom: "11/10/2026", .lineProcedure: "99214", .linePointers: "A", .lineCharge: "165.00", .lineUnits: "1",
    ])

    /// Right codes, empty chart, form filed too late.
    public static let noHistory = sample.titled("No treatment history, form filed late", "sample-no-history", "C-2005")
        .undocumented()
        .without(.benefitsDate, .benefitsReference, .authorizationNumber)
        .without(.authorizationStart, .authorizationEnd, .sessionsApproved, .sessionsUsed)
        .with(.authorizationFiledOn, "11/12/2026")

    /// 96372 for an infusion, a concentration for a dose, an NDC nobody can place.
    public static let incompleteCodes = sample.titled("96372 for an infusion, NDC undashed", "sample-codes", "C-2006")
        .with(.lineProcedure, "96372")
        .with(.lineUnits, row: 1, "35").with(.lineNarrative, row: 1, "KETAMINE 50MG/ML")
        .with(.lineNDC, row: 1, "0143950801").with(.lineNDCUnit, row: 1, "ME").with(.lineNDCQuantity, row: 1, "35")

    /// An anesthesia code for the infusion.
    public static let anesthesia = sample.titled("Infusion billed as anesthesia", "sample-anesthesia", "C-2007")
        .with(.lineProcedure, "01999")

    /// A nerve-block code for the infusion.
    public static let painInfusion = sample.titled("Infusion billed as a pain procedure", "sample-pain", "C-2008")
        .with(.lineProcedure, "64999").with(.lineDescription, "IV KETAMINE")

    /// What `cleanclaim demo` opens, each claim with a patient of its own.
    public static let demo: [ClaimExample] = zip(
        [
            sample, longInfusion, officeVisit, wrongDiagnosis, noDiagnosis, officeVisitOnly, anesthesia, painInfusion,
            noHistory, incompleteCodes,
        ], people
    ).map { example, person in
        example.with(.patientLastName, person.last).with(.patientFirstName, person.first)
            .with(.patientBirthDate, person.birthDate).with(.memberID, person.memberID)
    }

    private static let people: [(last: String, first: String, birthDate: String, memberID: String)] = [
        ("Rivera", "Dana", "04/17/1981", "123456789012"), ("Novak", "Theo", "09/02/1974", "123456789023"),
        ("Okoye", "Lena", "01/30/1990", "123456789034"), ("Lindqvist", "Maja", "06/11/1968", "123456789045"),
        ("Haddad", "Omar", "12/05/1985", "123456789056"), ("Park", "Jiwoo", "03/22/1993", "123456789067"),
        ("Costa", "Bruno", "07/14/1979", "123456789078"), ("Tanaka", "Yui", "10/09/1988", "123456789089"),
        ("Silva", "Inês", "05/27/1971", "123456789090"), ("Moreau", "Claire", "08/18/1964", "123456789101"),
    ]

    private func titled(_ title: String, _ id: String, _ account: String) -> ClaimExample {
        var copy = self
        copy.title = title
        copy.draft = draft.renamed(id)
        return copy.with(.account, account)
    }
}
