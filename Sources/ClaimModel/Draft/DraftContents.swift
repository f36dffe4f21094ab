/// All that is keyed of a claim: its parts, each in a box of its own, and what is recorded in addition to them.
///
/// Each is a member of `ClaimDraft`, which keeps the whole in a box.
public struct DraftContents: ClaimPart {
    public static let blank = Boxed(DraftContents())

    /// The claim as a whole: account number, frequency, place of service, amount paid.
    public var identity = ClaimIdentity()
    /// The person who was treated: boxes 2, 3 and 5.
    public var patient = Patient()
    /// The payer that the claim is submitted to, and the policy that it is checked against.
    public var payer = Payer()
    /// The insured, with member ID and group: boxes 1a, 4, 7, 11.
    public var subscriber = Subscriber()
    /// What the chart says was given.
    public var treatment = TreatmentGiven()
    /// Release, assignment and the provider's signature: boxes 12, 13, 27, 31.
    public var signatures = Signatures()
    /// Whether an accident or work is the cause: boxes 10, 14, 15.
    public var accident = Accident()
    /// When things happened that only some claims are asked for.
    public var careDates = CareDates()
    /// The other plans: boxes 9 and 11d; loops 2320 and 2330.
    public var otherInsurance = OtherInsurance()
    /// What earlier payers decided on the whole claim.
    public var adjudication = EarlierDecisions()
    /// Who is paid: boxes 25 and 33; loop 2010AA.
    public var billing = BillingProvider()
    /// Where the payment goes, if not to the billing provider's address.
    public var payTo = PayToAddress()
    /// Who gave the service: box 24J; loop 2310B.
    public var rendering = RenderingProvider()
    /// Who referred, ordered or supervised: box 17; loop 2310A or 2310D.
    public var referring = ReferringProvider()
    /// Where the service was given, if not at the billing address: box 32; loop 2310C.
    public var facility = ServiceFacility()
    /// A transport by ambulance.
    public var ambulance = AmbulanceTransport()
    /// The payer's approval: box 23; REF*G1.
    public var authorization = Authorization()
    /// The check of the plan's benefits before treatment.
    public var benefits = BenefitsCheck()
    /// Symptoms, rationale and evaluation, as the chart records them.
    public var chart = Chart()
    /// What the chart records of screening, monitoring and consent.
    public var safety = SafetyScreen()
    /// Who submits the file: loop 1000A.
    public var submitter = Submitter()
    /// What only an entry of a reference file holds; blank on a claim.
    public var reference = ReferenceDetails()

    /// Twelve at most; row 0 is letter A, the principal one.
    public var diagnoses: [DiagnosisRow] = []
    /// Fifty at most, in the order in which they are billed.
    public var lines: [ServiceLine] = []
    /// Earlier treatments of the same illness, 500 at most.
    public var trials: [TreatmentTrial] = []
    /// Symptom scores, each of one day, 500 at most.
    public var scores: [SymptomScore] = []
    /// Ten at most (PWK).
    public var attachments: [Attachment] = []

    /// What a file says of the claim that no field holds.
    public var carried: [CarriedSegment] = []
    /// Warnings that a person has accepted, with a reason each.
    public var overrides: [Override] = []
    /// Questions to the provider, each asked of one finding.
    public var queries: [ProviderQuery] = []
    /// The fields that still hold the practice's default, or what the primary's remittance says, by id.
    public var defaulted: Set<String> = []
}
