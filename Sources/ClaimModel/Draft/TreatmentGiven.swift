/// What the chart says was given, whether or not it is billed.
public typealias TreatmentGiven = Boxed<TreatmentGivenEntries>

/// What is keyed of it.
public struct TreatmentGivenEntries: SinglePart {
    public static let blank = TreatmentGiven(TreatmentGivenEntries())
    static var place: WritableKeyPath<DraftContents, TreatmentGiven> { \.treatment }

    /// The drug as the chart names it: `ketamine` makes this a ketamine claim even without a drug line.
    public var drug = Entry<ShortText>()
    /// How it was given: IVI infusion, IVP push, IM, SC, IN nasal, PO by mouth, SL under the tongue.
    public var route = Entry<Route>()
    /// The dose that was given; a bare number is milligrams.
    public var dose = Entry<Dose>()
    /// Of the patient: `70 kg`, `154 lb`; a bare number is kilograms.
    public var weight = Entry<Weight>()
    /// Who supplied the drug: the practice, a pharmacy, or the patient. Only the practice bills for it.
    public var supplier = Entry<DrugSupplier>()
    /// Why it was given: psychiatric, pain, other or unknown.
    public var indication = Entry<Indication>()
    /// Induction (the first series) or maintenance.
    public var stage = Entry<TreatmentStage>()
}

extension Field {
    /// `treatment.drug`: on neither form.
    public static let treatmentDrug = Field(
        "treatment.drug", "Drug given", name: .asLabeled, in: TreatmentGiven.self, { $0.drug = $1 }, { $0.drug.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The drug as the chart names it. \"Ketamine\" here makes this a ketamine claim even before a drug line is keyed."
    )
    /// `treatment.route`: on neither form.
    public static let treatmentRoute = Field(
        "treatment.route", "Route", name: .asLabeled, in: TreatmentGiven.self, { $0.route = $1 }, { $0.route.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "How it was given: IVI infusion, IVP push, IM, SC, IN nasal, PO by mouth, SL under the tongue.")
    /// `treatment.dose`: on neither form.
    public static let treatmentDose = Field(
        "treatment.dose", "Dose", name: .asLabeled, in: TreatmentGiven.self, { $0.dose = $1 }, { $0.dose.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The dose that was given, in mg.")
    /// `treatment.weight`: on neither form.
    public static let treatmentWeight = Field(
        "treatment.weight", "Weight", name: .asLabeled, in: TreatmentGiven.self, { $0.weight = $1 },
        { $0.weight.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The patient's weight: 70 or 70 kg, 154 lb.")
    /// `treatment.supplier`: on neither form.
    public static let treatmentSupplier = Field(
        "treatment.supplier", "Supplied by", name: .asLabeled, in: TreatmentGiven.self, { $0.supplier = $1 },
        { $0.supplier.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "Who supplied the drug: the practice, a pharmacy, or the patient. Only the practice bills for it.")
    /// `treatment.indication`: on neither form.
    public static let treatmentIndication = Field(
        "treatment.indication", "Indication", name: .asLabeled, in: TreatmentGiven.self, { $0.indication = $1 },
        { $0.indication.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "Why it was given: psychiatric, pain, other or unknown.")
    /// `treatment.stage`: on neither form.
    public static let treatmentStage = Field(
        "treatment.stage", "Stage", name: .asLabeled, in: TreatmentGiven.self, { $0.stage = $1 }, { $0.stage.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "Induction (the first series) or maintenance.")
}

extension FieldGroup {
    package static let treatment = FieldGroup(
        "Treatment given, from the chart",
        [
            [.treatmentDrug, .treatmentRoute],
            [.treatmentDose, .treatmentWeight, .treatmentSupplier],
            [.treatmentIndication, .treatmentStage],
        ])
}
