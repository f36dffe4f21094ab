/// What the chart says in words.
public struct Chart: Hashable, Sendable {
    public var symptoms = Entry<FreeText>()
    public var rationale = Entry<FreeText>()
    public var evaluator = Entry<PersonName>()
    public var evaluatedOn = Entry<Day>()
    public var structuredInterview = Entry<YesNo>()
    public var psychotherapy = Entry<YesNo>()

    public init() {}
}

/// What was asked and watched for the patient's safety.
public struct SafetyScreen: Hashable, Sendable {
    public var bloodPressure = Entry<YesNo>()
    public var psychosis = Entry<YesNo>()
    public var pregnancy = Entry<YesNo>()
    public var substanceUse = Entry<YesNo>()
    public var vitals = Entry<YesNo>()
    public var discharge = Entry<YesNo>()
    public var consent = Entry<YesNo>()
    public var safetyPlan = Entry<YesNo>()

    public init() {}
}

extension Field {
    public static let symptoms = Field(
        "chart.symptoms", "Current symptoms", \.chart.symptoms, "As the chart describes them on or near the date.")
    public static let rationale = Field(
        "chart.rationale", "Clinical rationale", \.chart.rationale, "Why this drug for this patient, from the chart.")
    public static let evaluator = Field(
        "chart.evaluator", "Psychiatric evaluation by", \.chart.evaluator,
        "Who evaluated the patient: a psychiatrist or other mental-health prescriber.")
    public static let evaluatedOn = Field("chart.evaluatedOn", "On", \.chart.evaluatedOn, "The day of the evaluation.")
    public static let structuredInterview = Field(
        "chart.structuredInterview", "Structured interview", \.chart.structuredInterview,
        "Y where the diagnosis was made with a structured interview.")
    public static let psychotherapy = Field(
        "chart.psychotherapy", "Psychotherapy", \.chart.psychotherapy, "Y where the patient is in psychotherapy too.")
    public static let screenedBloodPressure = Field(
        "safety.bloodPressure", "Blood pressure screened", \.safety.bloodPressure, "Y where the chart records it.")
    public static let screenedPsychosis = Field(
        "safety.psychosis", "Psychosis screened", \.safety.psychosis, "Y where the chart records it.")
    public static let screenedPregnancy = Field(
        "safety.pregnancy", "Pregnancy screened", \.safety.pregnancy,
        "Y where the chart records it, or that it does not apply.")
    public static let screenedSubstanceUse = Field(
        "safety.substanceUse", "Substance use screened", \.safety.substanceUse, "Y where the chart records it.")
    public static let vitalsRecorded = Field(
        "safety.vitals", "Vitals monitored", \.safety.vitals, "Y where vital signs during treatment are recorded.")
    public static let dischargeRecorded = Field(
        "safety.discharge", "Discharge recorded", \.safety.discharge,
        "Y where the state at discharge, and with whom, is recorded.")
    public static let consentRecorded = Field(
        "safety.consent", "Off-label consent", \.safety.consent, "Y where the signed consent is in the chart.")
    public static let safetyPlan = Field(
        "safety.plan", "Safety plan", \.safety.safetyPlan, "Y where a suicide safety plan is in the chart.")
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
