/// All that is keyed of a claim: its parts, each in a box of its own, and what is recorded in addition to them.
///
/// Each is a member of `ClaimDraft`, which keeps the whole in a box.
public struct DraftContents: ClaimPart {
    public static let blank = Boxed(DraftContents())

    public var identity = ClaimIdentity()
    public var patient = Patient()
    public var payer = Payer()
    public var subscriber = Subscriber()
    public var treatment = TreatmentGiven()
    public var signatures = Signatures()
    public var accident = Accident()
    public var careDates = CareDates()
    public var otherInsurance = OtherInsurance()
    public var adjudication = PrimaryAdjudication()
    public var billing = BillingProvider()
    public var payTo = PayToAddress()
    public var rendering = RenderingProvider()
    public var referring = ReferringProvider()
    public var facility = ServiceFacility()
    public var ambulance = AmbulanceTransport()
    public var authorization = Authorization()
    public var benefits = BenefitsCheck()
    public var chart = Chart()
    public var safety = SafetyScreen()
    public var submitter = Submitter()

    public var diagnoses: [DiagnosisRow] = []
    public var lines: [ServiceLine] = []
    public var trials: [TreatmentTrial] = []
    public var scores: [SymptomScore] = []
    public var attachments: [Attachment] = []

    /// What a file says of the claim that no field holds.
    public var carried: [CarriedSegment] = []
    public var overrides: [Override] = []
    public var queries: [ProviderQuery] = []
    /// The fields that still hold the practice's default, or what the primary's remittance says, by id.
    public var defaulted: Set<String> = []
}
