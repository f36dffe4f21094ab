/// What the claim is called and which kind of submission it is.
public typealias ClaimIdentity = Boxed<ClaimIdentityEntries>

/// What is keyed of it.
public struct ClaimIdentityEntries: SinglePart {
    public static let blank = ClaimIdentity(ClaimIdentityEntries())
    static var place: WritableKeyPath<DraftContents, ClaimIdentity> { \.identity }

    /// The practice's own number for this claim, up to 38 characters; the remittance repeats it.
    public var account = Entry<AccountNumber>()
    /// 1 original, 7 replacement, 8 void. 7 and 8 need the payer's own claim number.
    public var frequency = Entry<FrequencyCode>()
    /// The number the payer gave the earlier claim (ICN or DCN on its remittance), not the account number.
    public var originalReference = Entry<ClaimControlNumber>()
    /// Two digits: 11 is the office. A line may have another.
    public var placeOfService = Entry<PlaceOfService>()
    /// What the patient has paid toward the covered services on this claim.
    public var amountPaid = Entry<Money>()
    /// Insurance, self-pay, or a bill for denial with a signed waiver.
    public var responsibility = Entry<FinancialResponsibility>()
    /// Y if the patient signed to pay when the payer denies (an ABN or the payer's own form).
    public var waiver = Entry<YesNo>()
    /// What the payer asks for here, up to 71 characters.
    public var additionalInformation = Entry<BoxNote>()
    /// Y if an outside laboratory did a test that you bill.
    public var outsideLab = Entry<YesNo>()
    /// What the outside laboratory charged you.
    public var outsideLabCharges = Entry<Money>()
    /// The certificate under which the laboratory test was done: `36D0000000`.
    public var cliaNumber = Entry<CLIANumber>()
    /// Charge, or a report of an encounter (BHT06).
    public var purpose = Entry<ClaimPurpose>()
    /// The facility's mammography certification (REF*EW).
    public var mammographyNumber = Entry<ClaimControlNumber>()
    /// 0 means ICD-10-CM, the only set in force.
    public var diagnosisIndicator = Entry<ShortText>()
    /// CARC or RARC of a prior denial of this claim or of its authorization request, such as 39.
    public var recordedDenial = Entry<ShortText>()
}

extension Field {
    /// `account`: box 26, 2300 CLM01.
    public static let account = Field(
        "account", "Account", name: .asLabeled, box: "26", element: "2300 CLM01", in: ClaimIdentity.self,
        { $0.account = $1 }, { $0.account.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .given, forLaterPayer: .cleared, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The practice's own number for this claim; it is on the remittance. Numbered automatically; you can change it.")
    /// `frequency`: box 22, 2300 CLM05-3.
    public static let frequency = Field(
        "frequency", "Frequency", name: .asLabeled, box: "22", element: "2300 CLM05-3", in: ClaimIdentity.self,
        { $0.frequency = $1 }, { $0.frequency.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .given, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "1 original, 7 corrected claim, 8 void. 7 and 8 need the payer's own claim number.")
    /// `originalReference`: box 22, 2300 REF*F8 02.
    public static let originalReference = Field(
        "originalReference", "Payer's claim no.", name: .asLabeled, box: "22", element: "2300 REF*F8 02",
        in: ClaimIdentity.self, { $0.originalReference = $1 }, { $0.originalReference.typed },
        keyed: .claim, asked: .onResubmission, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The payer's number for the earlier claim (ICN or DCN on its remittance), not the account number.")
    /// `placeOfService`: box 24B, 2300 CLM05-1.
    public static let placeOfService = Field(
        "placeOfService", "Place of service", name: .asLabeled, box: "24B", element: "2300 CLM05-1",
        in: ClaimIdentity.self, { $0.placeOfService = $1 }, { $0.placeOfService.typed },
        keyed: .claim, asked: .always, lookUp: .placesOfService, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .coding, saidBy: .office,
        "Two digits: 11 is the office. A line may have another.")
    /// `amountPaid`: box 29, 2300 AMT*F5 02.
    public static let amountPaid = Field(
        "amountPaid", "Amount paid", name: .asLabeled, box: "29", element: "2300 AMT*F5 02", in: ClaimIdentity.self,
        { $0.amountPaid = $1 }, { $0.amountPaid.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "What the patient has paid toward the covered services on this claim.")
    /// `responsibility`: on neither form.
    public static let responsibility = Field(
        "responsibility", "Financial class", name: .asLabeled, in: ClaimIdentity.self, { $0.responsibility = $1 },
        { $0.responsibility.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Insurance, self-pay, or a bill for denial with a signed waiver.")
    /// `waiver`: on neither form.
    public static let waiver = Field(
        "waiver", "Waiver signed", name: .asLabeled, in: ClaimIdentity.self, { $0.waiver = $1 }, { $0.waiver.typed },
        keyed: .claim, asked: .unlessInsured, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Y if the patient signed to pay when the payer denies (an ABN or the payer's own form).")
    /// `additionalInformation`: box 19, 2300 NTE*ADD 02.
    public static let additionalInformation = Field(
        "additionalInformation", "Additional information", name: .asLabeled, box: "19", element: "2300 NTE*ADD 02",
        in: ClaimIdentity.self, { $0.additionalInformation = $1 }, { $0.additionalInformation.typed },
        keyed: .claim, asked: .always, lookUp: .texts, onCopy: .cleared, forLaterPayer: .kept, identity: .freeText,
        matter: .clerical, saidBy: .office,
        "What the payer asks for here, up to 71 characters.")
    /// `outsideLab`: box 20, 2400 PS1.
    public static let outsideLab = Field(
        "outsideLab", "Outside lab", name: .asLabeled, box: "20", element: "2400 PS1", in: ClaimIdentity.self,
        { $0.outsideLab = $1 }, { $0.outsideLab.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if an outside laboratory did a test that you bill.")
    /// `outsideLabCharges`: box 20, 2400 PS102.
    public static let outsideLabCharges = Field(
        "outsideLabCharges", "Lab charges", name: .asLabeled, box: "20", element: "2400 PS102",
        in: ClaimIdentity.self, { $0.outsideLabCharges = $1 }, { $0.outsideLabCharges.typed },
        keyed: .claim, asked: .withOutsideLab, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "What the outside laboratory charged you.")
    /// `cliaNumber`: box 23, 2300 REF*X4 02.
    public static let cliaNumber = Field(
        "cliaNumber", "CLIA no.", name: .asLabeled, box: "23", element: "2300 REF*X4 02", in: ClaimIdentity.self,
        { $0.cliaNumber = $1 }, { $0.cliaNumber.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The laboratory's CLIA certificate number, such as 36D0000000. Only if a test is billed.")
    /// `purpose`: BHT06.
    public static let claimPurpose = Field(
        "purpose", "Submitted as", name: .asLabeled, element: "BHT06", in: ClaimIdentity.self, { $0.purpose = $1 },
        { $0.purpose.typed },
        keyed: .claim, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "CH a claim to be paid, RP an encounter under capitation, reported only. Blank means CH.")
    /// `mammographyNumber`: box 32, 2300 REF*EW 02.
    public static let mammographyNumber = Field(
        "mammographyNumber", "Mammography no.", name: .asLabeled, box: "32", element: "2300 REF*EW 02",
        in: ClaimIdentity.self, { $0.mammographyNumber = $1 }, { $0.mammographyNumber.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The FDA certification number of the mammography facility, six digits.")
    /// `recordedDenial`: on neither form.
    public static let recordedDenial = Field(
        "recordedDenial", "Prior denial codes", name: .asLabeled, in: ClaimIdentity.self, { $0.recordedDenial = $1 },
        { $0.recordedDenial.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .freeText,
        matter: .clerical, saidBy: .office,
        "CARC or RARC of a prior denial of this claim or of its authorization request, such as 39.")
    /// `diagnosisIndicator`: box 21, 2300 HI01-1.
    ///
    /// The 837P fixes it; a file may carry another one in.
    public static let diagnosisIndicator = Field(
        "diagnosisIndicator", "ICD indicator", name: .asLabeled, box: "21", element: "2300 HI01-1",
        in: ClaimIdentity.self, { $0.diagnosisIndicator = $1 }, { $0.diagnosisIndicator.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "0 means ICD-10-CM, the only valid set.")
}

extension FieldGroup {
    static let identity = FieldGroup(
        "Claim",
        [
            [.account, .frequency, .originalReference],
            [.placeOfService, .amountPaid],
            [.responsibility, .waiver, .recordedDenial],
            [.additionalInformation],
            [.outsideLab, .outsideLabCharges, .cliaNumber],
            [.claimPurpose, .mammographyNumber],
        ])

    /// The practice's defaults: filled in on each new claim until somebody types over them.
    package static let practiceDefaults = FieldGroup("Practice defaults", [[.placeOfService, .responsibility]])

    /// What only files bring in: kept, judged and written back, on no screen.
    static let carriedClaim = FieldGroup("Carried along", [[.diagnosisIndicator, .recordsOf]])
}
