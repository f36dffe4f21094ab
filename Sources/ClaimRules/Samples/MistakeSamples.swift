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

    /// What `cleanclaim demo` opens.
    public static let demo: [ClaimExample] = [
        sample, longInfusion, officeVisit, wrongDiagnosis, noDiagnosis, officeVisitOnly, anesthesia, painInfusion,
        noHistory, incompleteCodes,
    ]

    private func titled(_ title: String, _ id: String, _ account: String) -> ClaimExample {
        var copy = self
        copy.title = title
        copy.draft = draft.renamed(id)
        return copy.with(.account, account)
    }
}
