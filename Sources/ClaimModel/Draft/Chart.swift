/// What the chart says in words.
public typealias Chart = Boxed<ChartEntries>

/// What is keyed of it.
public struct ChartEntries: SinglePart {
    public static let blank = Chart(ChartEntries())
    static var place: WritableKeyPath<DraftContents, Chart> { \.chart }

    public var symptoms = Entry<FreeText>()
    public var rationale = Entry<FreeText>()
    public var evaluator = Entry<PersonName>()
    public var evaluatedOn = Entry<Day>()
    public var structuredInterview = Entry<YesNo>()
    public var psychotherapy = Entry<YesNo>()
}

/// What was asked and watched for the patient's safety.
public typealias SafetyScreen = Boxed<SafetyScreenEntries>

/// What is keyed of it.
public struct SafetyScreenEntries: SinglePart {
    public static let blank = SafetyScreen(SafetyScreenEntries())
    static var place: WritableKeyPath<DraftContents, SafetyScreen> { \.safety }

    public var bloodPressure = Entry<YesNo>()
    public var psychosis = Entry<YesNo>()
    public var pregnancy = Entry<YesNo>()
    public var substanceUse = Entry<YesNo>()
    public var vitals = Entry<YesNo>()
    public var discharge = Entry<YesNo>()
    public var consent = Entry<YesNo>()
    public var safetyPlan = Entry<YesNo>()
}

extension Field {
    public static let symptoms = Field(
        "chart.symptoms", "Current symptoms", name: .asLabeled, in: Chart.self, \.symptoms,
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept,
        identity: .freeText, matter: .clinical, saidBy: .office,
        "As the chart describes them on or near the date.")
    public static let rationale = Field(
        "chart.rationale", "Clinical rationale", name: .asLabeled, in: Chart.self, \.rationale,
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept,
        identity: .freeText, matter: .clinical, saidBy: .office,
        "Why this drug for this patient, from the chart.")
    public static let evaluator = Field(
        "chart.evaluator", "Psychiatric evaluation by", name: .asLabeled, in: Chart.self, \.evaluator,
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clinical, saidBy: .office,
        "Who evaluated the patient: a psychiatrist or other mental-health prescriber.")
    public static let evaluatedOn = Field(
        "chart.evaluatedOn", "On", name: .asLabeled, in: Chart.self, \.evaluatedOn,
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The date of the evaluation.")
    public static let structuredInterview = Field(
        "chart.structuredInterview", "Structured interview", name: .asLabeled, in: Chart.self, \.structuredInterview,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the diagnosis was made with a structured interview.")
    public static let psychotherapy = Field(
        "chart.psychotherapy", "Psychotherapy", name: .asLabeled, in: Chart.self, \.psychotherapy,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the patient is in psychotherapy too.")
    public static let screenedBloodPressure = Field(
        "safety.bloodPressure", "Blood pressure screened", name: .asLabeled, in: SafetyScreen.self, \.bloodPressure,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    public static let screenedPsychosis = Field(
        "safety.psychosis", "Psychosis screened", name: .asLabeled, in: SafetyScreen.self, \.psychosis,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    public static let screenedPregnancy = Field(
        "safety.pregnancy", "Pregnancy screened", name: .asLabeled, in: SafetyScreen.self, \.pregnancy,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it, or that it does not apply.")
    public static let screenedSubstanceUse = Field(
        "safety.substanceUse", "Substance use screened", name: .asLabeled, in: SafetyScreen.self, \.substanceUse,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    public static let vitalsRecorded = Field(
        "safety.vitals", "Vitals monitored", name: .asLabeled, in: SafetyScreen.self, \.vitals,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if vital signs during treatment are recorded.")
    public static let dischargeRecorded = Field(
        "safety.discharge", "Discharge recorded", name: .asLabeled, in: SafetyScreen.self, \.discharge,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart has the condition at discharge and who accompanied the patient.")
    public static let consentRecorded = Field(
        "safety.consent", "Off-label consent", name: .asLabeled, in: SafetyScreen.self, \.consent,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the signed consent is in the chart.")
    public static let safetyPlan = Field(
        "safety.plan", "Safety plan", name: .asLabeled, in: SafetyScreen.self, \.safetyPlan,
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if a suicide safety plan is in the chart.")
}

extension FieldGroup {
    public static let chart = FieldGroup(
        "Chart",
        [
            [.symptoms],
            [.rationale],
            [.evaluator, .evaluatedOn],
            [.structuredInterview, .psychotherapy],
        ])

    public static let safety = FieldGroup(
        "Safety, monitoring and consent",
        [
            [.screenedBloodPressure, .screenedPsychosis],
            [.screenedPregnancy, .screenedSubstanceUse],
            [.vitalsRecorded, .dischargeRecorded],
            [.consentRecorded, .safetyPlan],
        ])
}
