/// All that is keyed of a claim, in one flat value: every entry lies at a fixed distance from its start.
struct DraftContents: Hashable, Sendable {
    var identity = ClaimIdentity()
    var patient = Patient()
    var payer = Payer()
    var subscriber = Subscriber()
    var treatment = TreatmentGiven()
    var signatures = Signatures()
    var accident = Accident()
    var otherInsurance = OtherInsurance()
    var adjudication = PrimaryAdjudication()
    var billing = BillingProvider()
    var rendering = RenderingProvider()
    var referring = ReferringProvider()
    var facility = ServiceFacility()
    var authorization = Authorization()
    var benefits = BenefitsCheck()
    var chart = Chart()
    var safety = SafetyScreen()
    var submitter = Submitter()

    var diagnoses: [DiagnosisRow] = []
    var lines: [ServiceLine] = []
    var trials: [TreatmentTrial] = []
    var scores: [SymptomScore] = []
    var attachments: [Attachment] = []

    var carried: [CarriedSegment] = []
    var overrides: [Override] = []
    var queries: [ProviderQuery] = []
    var standing: Set<String> = []
}
