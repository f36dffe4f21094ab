/// The parts of a claim, each read and changed where it lies.
extension ClaimDraft {
    public var identity: ClaimIdentity {
        _read { yield contents.pointee.identity }
        _modify { yield &ownContents.pointee.identity }
    }
    public var patient: Patient {
        _read { yield contents.pointee.patient }
        _modify { yield &ownContents.pointee.patient }
    }
    public var payer: Payer {
        _read { yield contents.pointee.payer }
        _modify { yield &ownContents.pointee.payer }
    }
    public var subscriber: Subscriber {
        _read { yield contents.pointee.subscriber }
        _modify { yield &ownContents.pointee.subscriber }
    }
    public var treatment: TreatmentGiven {
        _read { yield contents.pointee.treatment }
        _modify { yield &ownContents.pointee.treatment }
    }
    public var signatures: Signatures {
        _read { yield contents.pointee.signatures }
        _modify { yield &ownContents.pointee.signatures }
    }
    public var accident: Accident {
        _read { yield contents.pointee.accident }
        _modify { yield &ownContents.pointee.accident }
    }
    public var otherInsurance: OtherInsurance {
        _read { yield contents.pointee.otherInsurance }
        _modify { yield &ownContents.pointee.otherInsurance }
    }
    public var adjudication: PrimaryAdjudication {
        _read { yield contents.pointee.adjudication }
        _modify { yield &ownContents.pointee.adjudication }
    }
    public var billing: BillingProvider {
        _read { yield contents.pointee.billing }
        _modify { yield &ownContents.pointee.billing }
    }
    public var rendering: RenderingProvider {
        _read { yield contents.pointee.rendering }
        _modify { yield &ownContents.pointee.rendering }
    }
    public var referring: ReferringProvider {
        _read { yield contents.pointee.referring }
        _modify { yield &ownContents.pointee.referring }
    }
    public var facility: ServiceFacility {
        _read { yield contents.pointee.facility }
        _modify { yield &ownContents.pointee.facility }
    }
    public var authorization: Authorization {
        _read { yield contents.pointee.authorization }
        _modify { yield &ownContents.pointee.authorization }
    }
    public var benefits: BenefitsCheck {
        _read { yield contents.pointee.benefits }
        _modify { yield &ownContents.pointee.benefits }
    }
    public var chart: Chart {
        _read { yield contents.pointee.chart }
        _modify { yield &ownContents.pointee.chart }
    }
    public var safety: SafetyScreen {
        _read { yield contents.pointee.safety }
        _modify { yield &ownContents.pointee.safety }
    }
    public var submitter: Submitter {
        _read { yield contents.pointee.submitter }
        _modify { yield &ownContents.pointee.submitter }
    }
    public var diagnoses: [DiagnosisRow] {
        _read { yield contents.pointee.diagnoses }
        _modify { yield &ownContents.pointee.diagnoses }
    }
    public var lines: [ServiceLine] {
        _read { yield contents.pointee.lines }
        _modify { yield &ownContents.pointee.lines }
    }
    public var trials: [TreatmentTrial] {
        _read { yield contents.pointee.trials }
        _modify { yield &ownContents.pointee.trials }
    }
    public var scores: [SymptomScore] {
        _read { yield contents.pointee.scores }
        _modify { yield &ownContents.pointee.scores }
    }
    public var attachments: [Attachment] {
        _read { yield contents.pointee.attachments }
        _modify { yield &ownContents.pointee.attachments }
    }
    /// What a file says of the claim that no field holds.
    public var carried: [CarriedSegment] {
        _read { yield contents.pointee.carried }
        _modify { yield &ownContents.pointee.carried }
    }
    public var queries: [ProviderQuery] {
        _read { yield contents.pointee.queries }
        _modify { yield &ownContents.pointee.queries }
    }
    public var overrides: [Override] {
        _read { yield contents.pointee.overrides }
        _modify { yield &ownContents.pointee.overrides }
    }
    /// The fields that still hold the practice's standing answer, or what the primary's remittance says, by id.
    public var standing: Set<String> {
        _read { yield contents.pointee.standing }
        _modify { yield &ownContents.pointee.standing }
    }
}
