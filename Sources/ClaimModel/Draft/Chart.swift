/// What the chart says in words.
public typealias Chart = Boxed<ChartEntries>

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
        "chart.symptoms", "Current symptoms", in: Chart.self, \.symptoms,
        "As the chart describes them on or near the date.")
    public static let rationale = Field(
        "chart.rationale", "Clinical rationale", in: Chart.self, \.rationale,
        "Why this drug for this patient, from the chart.")
    public static let evaluator = Field(
        "chart.evaluator", "Psychiatric evaluation by", in: Chart.self, \.evaluator,
        "Who evaluated the patient: a psychiatrist or other mental-health prescriber.")
    public static let evaluatedOn = Field(
        "chart.evaluatedOn", "On", in: Chart.self, \.evaluatedOn, "The day of the evaluation.")
    public static let structuredInterview = Field(
        "chart.structuredInterview", "Structured interview", in: Chart.self, \.structuredInterview,
        "Y where the diagnosis was made with a structured interview.")
    public static let psychotherapy = Field(
        "chart.psychotherapy", "Psychotherapy", in: Chart.self, \.psychotherapy,
        "Y where the patient is in psychotherapy too.")
    public static let screenedBloodPressure = Field(
        "safety.bloodPressure", "Blood pressure screened", in: SafetyScreen.self, \.bloodPressure,
        "Y where the chart records it.")
    public static let screenedPsychosis = Field(
        "safety.psychosis", "Psychosis screened", in: SafetyScreen.self, \.psychosis, "Y where the chart records it.")
    public static let screenedPregnancy = Field(
        "safety.pregnancy", "Pregnancy screened", in: SafetyScreen.self, \.pregnancy,
        "Y where the chart records it, or that it does not apply.")
    public static let screenedSubstanceUse = Field(
        "safety.substanceUse", "Substance use screened", in: SafetyScreen.self, \.substanceUse,
        "Y where the chart records it.")
    public static let vitalsRecorded = Field(
        "safety.vitals", "Vitals monitored", in: SafetyScreen.self, \.vitals,
        "Y where vital signs during treatment are recorded.")
    public static let dischargeRecorded = Field(
        "safety.discharge", "Discharge recorded", in: SafetyScreen.self, \.discharge,
        "Y where the state at discharge, and with whom, is recorded.")
    public static let consentRecorded = Field(
        "safety.consent", "Off-label consent", in: SafetyScreen.self, \.consent,
        "Y where the signed consent is in the chart.")
    public static let safetyPlan = Field(
        "safety.plan", "Safety plan", in: SafetyScreen.self, \.safetyPlan,
        "Y where a suicide safety plan is in the chart.")
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
