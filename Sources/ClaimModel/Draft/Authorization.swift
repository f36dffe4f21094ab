/// What the payer was asked beforehand, and what it answered.
public typealias Authorization = Boxed<AuthorizationEntries>

public struct AuthorizationEntries: SinglePart {
    public static let blank = Authorization(AuthorizationEntries())
    static var place: WritableKeyPath<DraftContents, Authorization> { \.authorization }

    public var number = Entry<AuthorizationNumber>()
    public var start = Entry<Day>()
    public var end = Entry<Day>()
    public var sessionsApproved = Entry<Count>()
    public var sessionsUsed = Entry<Count>()
    public var filedOn = Entry<Day>()
    public var code = Entry<ProcedureCode>()
    public var providerNPI = Entry<NPI>()
    public var notRequiredReference = Entry<ShortText>()
    public var notRequiredBy = Entry<PersonName>()
    public var notRequiredOn = Entry<Day>()
}

/// That the plan's benefits were asked for before treatment.
public typealias BenefitsCheck = Boxed<BenefitsCheckEntries>

public struct BenefitsCheckEntries: SinglePart {
    public static let blank = BenefitsCheck(BenefitsCheckEntries())
    static var place: WritableKeyPath<DraftContents, BenefitsCheck> { \.benefits }

    public var date = Entry<Day>()
    public var reference = Entry<ShortText>()
    /// As the payer's answer (271) names them.
    public var coverageStart = Entry<Day>()
    public var coverageEnd = Entry<Day>()
}

extension Field {
    public static let authorizationNumber = Field(
        "authorization.number", "Authorization no.", box: "23", element: "2300 REF*G1 02", in: Authorization.self,
        \.number,
        "As the payer wrote it.")
    public static let authorizationStart = Field(
        "authorization.start", "Valid from", in: Authorization.self, \.start, "First day that the authorization covers."
    )
    public static let authorizationEnd = Field(
        "authorization.end", "Through", in: Authorization.self, \.end, "Last day that the authorization covers.")
    public static let sessionsApproved = Field(
        "authorization.sessionsApproved", "Sessions approved", in: Authorization.self, \.sessionsApproved,
        "How many sessions the payer approved.")
    public static let sessionsUsed = Field(
        "authorization.sessionsUsed", "Used before", in: Authorization.self, \.sessionsUsed,
        "Sessions used before this claim; this one is not counted.")
    public static let authorizationFiledOn = Field(
        "authorization.filedOn", "Form filed on", in: Authorization.self, \.filedOn,
        "The day the request form was sent to the payer.")
    public static let authorizationCode = Field(
        "authorization.code", "Authorised code", in: Authorization.self, \.code,
        "The code the payer authorised, which some payers have differ from the code billed.")
    public static let authorizedNPI = Field(
        "authorization.providerNPI", "Authorised NPI", in: Authorization.self, \.providerNPI,
        "The NPI that the payer's letter names, where it authorises one provider or group only.")
    public static let authorizationNotRequiredReference = Field(
        "authorization.notRequiredReference", "None required, ref.", in: Authorization.self, \.notRequiredReference,
        "Where the payer said that no authorization is required: its reference for the call.")
    public static let authorizationNotRequiredBy = Field(
        "authorization.notRequiredBy", "Said by", in: Authorization.self, \.notRequiredBy, "Who at the payer said so.")
    public static let authorizationNotRequiredOn = Field(
        "authorization.notRequiredOn", "On", in: Authorization.self, \.notRequiredOn, "The day it was said.")
    public static let benefitsDate = Field(
        "benefits.date", "Benefits checked on", element: "270/271", in: BenefitsCheck.self, \.date,
        "The day the plan's benefits were checked, before treatment.")
    public static let benefitsReference = Field(
        "benefits.reference", "Reference", in: BenefitsCheck.self, \.reference, "The payer's reference for the check.")
    public static let coverageStart = Field(
        "benefits.coverageStart", "Covered from", element: "270/271", in: BenefitsCheck.self, \.coverageStart,
        "First day of the coverage, as the payer answered.")
    public static let coverageEnd = Field(
        "benefits.coverageEnd", "Through", element: "270/271", in: BenefitsCheck.self, \.coverageEnd,
        "Last day of the coverage; blank while it goes on.")
}

extension FieldGroup {
    public static let authorization = FieldGroup(
        "Authorization",
        [
            [.authorizationNumber, .authorizationCode, .authorizedNPI],
            [.authorizationStart, .authorizationEnd],
            [.sessionsApproved, .sessionsUsed, .authorizationFiledOn],
            [.authorizationNotRequiredReference],
            [.authorizationNotRequiredBy, .authorizationNotRequiredOn],
        ])

    public static let benefits = FieldGroup(
        "Benefits check", [[.benefitsDate, .benefitsReference], [.coverageStart, .coverageEnd]])
}
