/// What the payer was asked beforehand, and what it answered.
public typealias Authorization = Boxed<AuthorizationEntries>

/// What is keyed of it.
public struct AuthorizationEntries: SinglePart {
    public static let blank = Authorization(AuthorizationEntries())
    static var place: WritableKeyPath<DraftContents, Authorization> { \.authorization }

    /// As on the payer's approval.
    public var number = Entry<AuthorizationNumber>()
    /// The referral number (REF*9F).
    public var referral = Entry<AuthorizationNumber>()
    /// First day that the authorization covers.
    public var start = Entry<Day>()
    /// Last day that the authorization covers.
    public var end = Entry<Day>()
    /// How many sessions the payer approved.
    public var sessionsApproved = Entry<Count>()
    /// Sessions used before this claim; this one is not counted.
    public var sessionsUsed = Entry<Count>()
    /// The day the request form went to the payer.
    public var filedOn = Entry<Day>()
    /// The code the payer authorized; for some payers it differs from the code billed.
    public var code = Entry<ProcedureCode>()
    /// The NPI in the payer's letter, if it authorizes only one provider or group.
    public var providerNPI = Entry<NPI>()
    /// If the payer said that no authorization is required: the reference number of the call.
    public var notRequiredReference = Entry<ShortText>()
    /// The payer's representative who said so.
    public var notRequiredBy = Entry<PersonName>()
    /// The day of the call in which the payer said so.
    public var notRequiredOn = Entry<Day>()
}

/// That the plan's benefits were asked for before treatment.
public typealias BenefitsCheck = Boxed<BenefitsCheckEntries>

/// What is keyed of it.
public struct BenefitsCheckEntries: SinglePart {
    public static let blank = BenefitsCheck(BenefitsCheckEntries())
    static var place: WritableKeyPath<DraftContents, BenefitsCheck> { \.benefits }

    /// The day the plan's benefits were checked, before treatment.
    public var date = Entry<Day>()
    /// The payer's reference for the check.
    public var reference = Entry<ShortText>()
    /// As the payer's answer (271) names them.
    public var coverageStart = Entry<Day>()
    /// Last day of the coverage; blank if it is open-ended.
    public var coverageEnd = Entry<Day>()
    /// What the patient pays for a visit, as the payer's answer says.
    public var copay = Entry<Money>()
    /// What of the yearly deductible is still open, as the payer's answer says.
    public var deductible = Entry<Money>()
}

extension Field {
    /// `authorization.number`: box 23, 2300 REF*G1 02.
    public static let authorizationNumber = Field(
        "authorization.number", "Authorization no.", name: .asLabeled, box: "23", element: "2300 REF*G1 02",
        in: Authorization.self, { $0.number = $1 }, { $0.number.typed },
        keyed: .claim, asked: .always, lookUp: .references(.authorization), onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "As on the payer's approval.")
    /// `authorization.referral`: box 23, 2300 REF*9F 02.
    public static let referralNumber = Field(
        "authorization.referral", "Referral no.", name: .asLabeled, box: "23", element: "2300 REF*9F 02",
        in: Authorization.self, { $0.referral = $1 }, { $0.referral.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The number of the referral, where the plan gives one.")
    /// `authorization.start`: on neither form.
    public static let authorizationStart = Field(
        "authorization.start", "Valid from", name: .asLabeled, in: Authorization.self, { $0.start = $1 },
        { $0.start.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "First day that the authorization covers.")
    /// `authorization.end`: on neither form.
    public static let authorizationEnd = Field(
        "authorization.end", "Through", name: .called("The authorization's last day"), in: Authorization.self,
        { $0.end = $1 }, { $0.end.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Last day that the authorization covers.")
    /// `authorization.sessionsApproved`: on neither form.
    public static let sessionsApproved = Field(
        "authorization.sessionsApproved", "Sessions approved", name: .asLabeled, in: Authorization.self,
        { $0.sessionsApproved = $1 }, { $0.sessionsApproved.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "How many sessions the payer approved.")
    /// `authorization.sessionsUsed`: on neither form.
    public static let sessionsUsed = Field(
        "authorization.sessionsUsed", "Sessions used", name: .asLabeled, in: Authorization.self,
        { $0.sessionsUsed = $1 }, { $0.sessionsUsed.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .given, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Sessions used before this claim; this one is not counted.")
    /// `authorization.filedOn`: on neither form.
    public static let authorizationFiledOn = Field(
        "authorization.filedOn", "Requested on", name: .asLabeled, in: Authorization.self, { $0.filedOn = $1 },
        { $0.filedOn.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date the request form was sent to the payer.")
    /// `authorization.code`: on neither form.
    public static let authorizationCode = Field(
        "authorization.code", "Authorized code", name: .asLabeled, in: Authorization.self, { $0.code = $1 },
        { $0.code.typed },
        keyed: .claim, asked: .seldom, lookUp: .procedures, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The code the payer authorized; for some payers it differs from the code billed.")
    /// `authorization.providerNPI`: on neither form.
    public static let authorizedNPI = Field(
        "authorization.providerNPI", "Authorized NPI", name: .asLabeled, in: Authorization.self,
        { $0.providerNPI = $1 }, { $0.providerNPI.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The NPI in the payer's letter, if it authorizes only one provider or group.")
    /// `authorization.notRequiredReference`: on neither form.
    public static let authorizationNotRequiredReference = Field(
        "authorization.notRequiredReference", "No auth required, ref.", name: .asLabeled, in: Authorization.self,
        { $0.notRequiredReference = $1 }, { $0.notRequiredReference.typed },
        keyed: .claim, asked: .withoutAuthorization, lookUp: .none, onCopy: .kept,
        forLaterPayer: .cleared, identity: .identifies, matter: .clerical, saidBy: .office,
        "If the payer said that no authorization is required: the reference number of the call.")
    /// `authorization.notRequiredBy`: on neither form.
    public static let authorizationNotRequiredBy = Field(
        "authorization.notRequiredBy", "Representative", name: .asLabeled, in: Authorization.self,
        { $0.notRequiredBy = $1 }, { $0.notRequiredBy.typed },
        keyed: .claim, asked: .withoutAuthorization, lookUp: .none, onCopy: .kept,
        forLaterPayer: .cleared, identity: .identifies, matter: .clerical, saidBy: .office,
        "The payer's representative who said so.")
    /// `authorization.notRequiredOn`: on neither form.
    public static let authorizationNotRequiredOn = Field(
        "authorization.notRequiredOn", "On", name: .asLabeled, in: Authorization.self, { $0.notRequiredOn = $1 },
        { $0.notRequiredOn.typed },
        keyed: .claim, asked: .withoutAuthorization, lookUp: .none, onCopy: .kept,
        forLaterPayer: .cleared, identity: .none, matter: .clerical, saidBy: .office,
        "The date of the call.")
    /// `benefits.date`: 270/271.
    public static let benefitsDate = Field(
        "benefits.date", "Benefits checked on", name: .asLabeled, element: "270/271", in: BenefitsCheck.self,
        { $0.date = $1 }, { $0.date.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date the plan's benefits were checked, before treatment.")
    /// `benefits.reference`: on neither form.
    public static let benefitsReference = Field(
        "benefits.reference", "Reference", name: .called("The reference of the benefits check"),
        in: BenefitsCheck.self, { $0.reference = $1 }, { $0.reference.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The payer's reference for the check.")
    /// `benefits.coverageStart`: 270/271.
    public static let coverageStart = Field(
        "benefits.coverageStart", "Covered from", name: .asLabeled, element: "270/271", in: BenefitsCheck.self,
        { $0.coverageStart = $1 }, { $0.coverageStart.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "First day of the coverage, from the payer's response.")
    /// `benefits.coverageEnd`: 270/271.
    public static let coverageEnd = Field(
        "benefits.coverageEnd", "Through", name: .asLabeled, element: "270/271", in: BenefitsCheck.self,
        { $0.coverageEnd = $1 }, { $0.coverageEnd.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Last day of the coverage; blank if it is open-ended.")
    /// `benefits.copay`: 270/271.
    public static let copay = Field(
        "benefits.copay", "Copay", name: .asLabeled, element: "270/271", in: BenefitsCheck.self, { $0.copay = $1 },
        { $0.copay.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "What the patient pays for each visit, from the payer's response or the card.")
    /// `benefits.deductible`: 270/271.
    public static let deductible = Field(
        "benefits.deductible", "Deductible left", name: .asLabeled, element: "270/271", in: BenefitsCheck.self,
        { $0.deductible = $1 }, { $0.deductible.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "What of the year's deductible the patient still has to pay, from the payer's response.")
}

extension FieldGroup {
    package static let authorization = FieldGroup(
        "Authorization", reference: .authorization, isPersonal: true,
        [
            [.authorizationNumber],
            [.authorizationStart, .authorizationEnd],
            [.sessionsApproved, .sessionsUsed, .authorizationFiledOn],
            [.referralNumber],
            [.authorizationNotRequiredReference],
            [.authorizationNotRequiredBy, .authorizationNotRequiredOn],
            [.authorizationCode, .authorizedNPI],
        ])

    package static let benefits = FieldGroup(
        "Benefits check", isPersonal: true,
        [[.benefitsDate, .benefitsReference], [.coverageStart, .coverageEnd], [.copay, .deductible]])
}
