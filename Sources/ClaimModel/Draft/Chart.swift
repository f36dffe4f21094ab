/// What the chart says in words.
public typealias Chart = Boxed<ChartEntries>

/// What is keyed of it.
public struct ChartEntries: SinglePart {
    public static let blank = Chart(ChartEntries())
    static var place: WritableKeyPath<DraftContents, Chart> { \.chart }

    /// As the chart describes them on or near the date.
    public var symptoms = Entry<FreeText>()
    /// Why this drug for this patient, from the chart.
    public var rationale = Entry<FreeText>()
    /// Who evaluated the patient: a psychiatrist or other mental-health prescriber.
    public var evaluator = Entry<PersonName>()
    /// The day of the psychiatric evaluation.
    public var evaluatedOn = Entry<Day>()
    /// Y if the diagnosis was made with a structured interview.
    public var structuredInterview = Entry<YesNo>()
    /// Y if the patient is in psychotherapy too.
    public var psychotherapy = Entry<YesNo>()
}

/// What was asked and watched for the patient's safety.
public typealias SafetyScreen = Boxed<SafetyScreenEntries>

/// What is keyed of it.
public struct SafetyScreenEntries: SinglePart {
    public static let blank = SafetyScreen(SafetyScreenEntries())
    static var place: WritableKeyPath<DraftContents, SafetyScreen> { \.safety }

    /// Y if the chart records a blood pressure before treatment.
    public var bloodPressure = Entry<YesNo>()
    /// Y if the chart records a screen for psychosis.
    public var psychosis = Entry<YesNo>()
    /// Y if the chart records a screen for pregnancy, or that it does not apply.
    public var pregnancy = Entry<YesNo>()
    /// Y if the chart records a screen for substance use.
    public var substanceUse = Entry<YesNo>()
    /// Y if vital signs during treatment are recorded.
    public var vitals = Entry<YesNo>()
    /// Y if the condition at discharge, and who accompanied the patient, is recorded.
    public var discharge = Entry<YesNo>()
    /// Y if the signed consent is in the chart.
    public var consent = Entry<YesNo>()
    /// Y if a suicide safety plan is in the chart.
    public var safetyPlan = Entry<YesNo>()
}

extension Field {
    /// `chart.symptoms`: on neither form.
    public static let symptoms = Field(
        "chart.symptoms", "Current symptoms", name: .asLabeled, in: Chart.self, { $0.symptoms = $1 },
        { $0.symptoms.typed },
        keyed: .documentation, asked: .always, lookUp: .texts, onCopy: .kept, forLaterPayer: .kept,
        identity: .freeText, matter: .clinical, saidBy: .office,
        "As the chart describes them on or near the date.")
    /// `chart.rationale`: on neither form.
    public static let rationale = Field(
        "chart.rationale", "Clinical rationale", name: .asLabeled, in: Chart.self, { $0.rationale = $1 },
        { $0.rationale.typed },
        keyed: .documentation, asked: .always, lookUp: .texts, onCopy: .kept, forLaterPayer: .kept,
        identity: .freeText, matter: .clinical, saidBy: .office,
        "Why this drug for this patient, from the chart.")
    /// `chart.evaluator`: on neither form.
    public static let evaluator = Field(
        "chart.evaluator", "Psychiatric evaluation by", name: .asLabeled, in: Chart.self, { $0.evaluator = $1 },
        { $0.evaluator.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clinical, saidBy: .office,
        "Who evaluated the patient: a psychiatrist or other mental-health prescriber.")
    /// `chart.evaluatedOn`: on neither form.
    public static let evaluatedOn = Field(
        "chart.evaluatedOn", "On", name: .asLabeled, in: Chart.self, { $0.evaluatedOn = $1 }, { $0.evaluatedOn.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The date of the evaluation.")
    /// `chart.structuredInterview`: on neither form.
    public static let structuredInterview = Field(
        "chart.structuredInterview", "Structured interview", name: .asLabeled, in: Chart.self,
        { $0.structuredInterview = $1 }, { $0.structuredInterview.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the diagnosis was made with a structured interview.")
    /// `chart.psychotherapy`: on neither form.
    public static let psychotherapy = Field(
        "chart.psychotherapy", "Psychotherapy", name: .asLabeled, in: Chart.self, { $0.psychotherapy = $1 },
        { $0.psychotherapy.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the patient is in psychotherapy too.")
    /// `safety.bloodPressure`: on neither form.
    public static let screenedBloodPressure = Field(
        "safety.bloodPressure", "Blood pressure screened", name: .asLabeled, in: SafetyScreen.self,
        { $0.bloodPressure = $1 }, { $0.bloodPressure.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    /// `safety.psychosis`: on neither form.
    public static let screenedPsychosis = Field(
        "safety.psychosis", "Psychosis screened", name: .asLabeled, in: SafetyScreen.self, { $0.psychosis = $1 },
        { $0.psychosis.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    /// `safety.pregnancy`: on neither form.
    public static let screenedPregnancy = Field(
        "safety.pregnancy", "Pregnancy screened", name: .asLabeled, in: SafetyScreen.self, { $0.pregnancy = $1 },
        { $0.pregnancy.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it, or that it does not apply.")
    /// `safety.substanceUse`: on neither form.
    public static let screenedSubstanceUse = Field(
        "safety.substanceUse", "Substance use screened", name: .asLabeled, in: SafetyScreen.self,
        { $0.substanceUse = $1 }, { $0.substanceUse.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart records it.")
    /// `safety.vitals`: on neither form.
    public static let vitalsRecorded = Field(
        "safety.vitals", "Vitals monitored", name: .asLabeled, in: SafetyScreen.self, { $0.vitals = $1 },
        { $0.vitals.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if vital signs during treatment are recorded.")
    /// `safety.discharge`: on neither form.
    public static let dischargeRecorded = Field(
        "safety.discharge", "Discharge recorded", name: .asLabeled, in: SafetyScreen.self, { $0.discharge = $1 },
        { $0.discharge.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the chart has the condition at discharge and who accompanied the patient.")
    /// `safety.consent`: on neither form.
    public static let consentRecorded = Field(
        "safety.consent", "Off-label consent", name: .asLabeled, in: SafetyScreen.self, { $0.consent = $1 },
        { $0.consent.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if the signed consent is in the chart.")
    /// `safety.plan`: on neither form.
    public static let safetyPlan = Field(
        "safety.plan", "Safety plan", name: .asLabeled, in: SafetyScreen.self, { $0.safetyPlan = $1 },
        { $0.safetyPlan.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if a suicide safety plan is in the chart.")
}

extension FieldGroup {
    package static let chart = FieldGroup(
        "Chart", isPersonal: true,
        [
            [.symptoms],
            [.rationale],
            [.evaluator, .evaluatedOn],
            [.structuredInterview, .psychotherapy],
        ])

    package static let safety = FieldGroup(
        "Safety, monitoring and consent", isPersonal: true,
        [
            [.screenedBloodPressure, .screenedPsychosis],
            [.screenedPregnancy, .screenedSubstanceUse],
            [.vitalsRecorded, .dischargeRecorded],
            [.consentRecorded, .safetyPlan],
        ])
}
