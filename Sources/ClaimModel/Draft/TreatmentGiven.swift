/// What the chart says was given, whether or not it is billed.
public struct TreatmentGiven: Hashable, Sendable {
    public var drug = Entry<ShortText>()
    public var route = Entry<Route>()
    public var dose = Entry<Dose>()
    public var weight = Entry<Weight>()
    public var supplier = Entry<DrugSupplier>()
    public var indication = Entry<Indication>()
    public var stage = Entry<TreatmentStage>()

    public init() {}
}

extension Field {
    public static let treatmentDrug = Field(
        "treatment.drug", "Drug given", \.treatment.drug,
        "The drug as the chart names it. \"Ketamine\" here makes this a ketamine claim even before a drug line is keyed."
    )
    public static let treatmentRoute = Field(
        "treatment.route", "Route", \.treatment.route,
        "How it was given: IVI infusion, IVP push, IM, SC, IN nasal, PO by mouth, SL under the tongue.")
    public static let treatmentDose = Field(
        "treatment.dose", "Dose", \.treatment.dose, "The dose that was given, in mg.")
    public static let treatmentWeight = Field(
        "treatment.weight", "Weight", \.treatment.weight, "The patient's weight: 70 or 70 kg, 154 lb.")
    public static let treatmentSupplier = Field(
        "treatment.supplier", "Supplied by", \.treatment.supplier,
        "Who supplied the drug: the practice, a pharmacy, or the patient. Only the practice bills for it.")
    public static let treatmentIndication = Field(
        "treatment.indication", "Indication", \.treatment.indication,
        "Why it was given: psychiatric, pain, other or unknown.")
    public static let treatmentStage = Field(
        "treatment.stage", "Stage", \.treatment.stage, "Induction (the first series) or maintenance.")
}

extension FieldGroup {
    public static let treatment = FieldGroup(
        "Treatment given, as the chart says",
        [
            [.treatmentDrug, .treatmentRoute],
            [.treatmentDose, .treatmentWeight, .treatmentSupplier],
            [.treatmentIndication, .treatmentStage],
        ])
}
