import ClaimModel

private let digits = "0123456789"
private let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

extension Kind {
    static let all = fixed + numbers + texts + choices

    /// Types of a fixed form: each beginning of a good text is quiet.
    static let fixed: [Kind] = [
        Kind(
            Day.self, typedWith: digits + "/-.t+dwmy",
            samples: ["11/10/2026", "02/29/2024", "01/01/1900", "12/31/9999", "12/31/2199"]),
        Kind(
            BirthDate.self, typedWith: digits + "/-.t+dwmy", samples: ["04/17/1981", "02/29/2000", "11/23/2026"]),
        Kind(ClockTime.self, typedWith: digits + ": apm", samples: ["00:00", "09:30", "10:40", "14:15", "23:59"]),
        Kind(
            NPI.self, typedWith: digits,
            samples: ["1234567893", "1558598797", "1000000012", "1456789019", "1122233343"]),
        Kind(
            DiagnosisCode.self, typedWith: digits + "AFQX.",
            samples: ["F33", "F33.2", "R45.851", "T14.91XA", "T41.291A", "QA0", "U07.1", "F32.A"]),
        Kind(
            ProcedureCode.self, typedWith: digits + "AJVFTUM",
            samples: ["96365", "J3490", "0001F", "0100T", "0001U", "0001A", "G2082"]),
        Kind(PaidService.self, typedWith: digits + "AJV -:", samples: ["99213", "99213 25", "J3490 JZ 59 XE 25"]),
        Kind(Modifier.self, typedWith: digits + "JZX", samples: ["25", "JZ", "P1", "XE"]),
        Kind(PlaceOfService.self, typedWith: digits, samples: ["11", "02", "99"]),
        Kind(
            TaxonomyCode.self, typedWith: digits + "PX", samples: ["2084P0800X", "363LP0808X", "261QM0801X"]),
        Kind(RevenueCode.self, typedWith: digits, samples: ["0636", "0260"]),
        Kind(TaxIdentifier.self, typedWith: digits + "-", samples: ["34-5550101", "00-0000001"]),
        Kind(ZIPCode.self, typedWith: digits + "-", samples: ["44114", "44114-1234", "00501"]),
        Kind(PostalCode.self, typedWith: digits + "- MV", samples: ["44114-1234", "M5V 2T6", "22000", "100-0001"]),
        Kind(RegionCode.self, typedWith: capitals, samples: ["OH", "ON"]),
        Kind(CountryCode.self, typedWith: capitals, samples: ["CA", "MX"]),
        Kind(StateCode.self, typedWith: capitals, samples: ["OH", "MA", "PR", "AE"]),
        Kind(PhoneNumber.self, typedWith: digits + "+-. ()", samples: ["216-555-0100"]),
        Kind(
            NDC.self, typedWith: digits + "- ", samples: ["00143950801", "42023011310", "71872729601", "99999999998"]),
        Kind(Pointers.self, typedWith: digits + "ABKLM, ", samples: ["A", "AB", "LKJI"]),
        Kind(PHQ9Items.self, typedWith: "01234, ", samples: ["333322321", "000000000"]),
        Kind(LineNumber.self, typedWith: digits, samples: ["1", "50"]),
        Kind(
            Adjustments.self, typedWith: digits + "COPRAIx-;, .",
            samples: [
                "CO-45 40.00", "PR-2 20.00 x1", "CO-45 40.00, CO-253 0.80, PR-1 -5.00",
                "CO-45 1.00; CO-45 2.00, OA-A1 0.00",
            ]),
    ]

    static let numbers: [Kind] = [
        Kind(
            Money.self, typedWith: digits + "$,.", samples: ["210.00", "0.00", "0.01", "1234.56", "9999999.99"]),
        Kind(Units.self, typedWith: digits + ".", samples: ["1", "0", "2.5", "0.125", "99999999"]),
        Kind(Quantity.self, typedWith: digits + ".", samples: ["0.7", "35", "1.12", "99999999.999"]),
        Kind(Count.self, typedWith: digits, samples: ["0", "8", "9999"]),
        Kind(Minutes.self, typedWith: digits, samples: ["0", "40", "1440"]),
        Kind(ScoreTotal.self, typedWith: digits, samples: ["0", "22", "99"]),
        Kind(Weight.self, typedWith: digits + ". kglbs", samples: ["70 kg", "154 lb", "70.5 kg", "0 kg"]),
        Kind(Dose.self, typedWith: digits + ". mgcu/", samples: ["35 mg", "35.5 mg", "0.001 mg", "999999 mg"]),
    ]

    static let texts: [Kind] = [
        Kind(MemberID.self, typedWith: "AB12- ", samples: ["123456789012", "XYZ123456789"]),
        Kind(AccountNumber.self, typedWith: "AB12-.", samples: ["LBH-0001", "1"]),
        Kind(PayerIdentifier.self, typedWith: "AB12", samples: ["29076", "VACCN"]),
        Kind(AuthorizationNumber.self, typedWith: "AB12- ", samples: ["MM2611045", "AB-12 34"]),
        Kind(ControlNumber.self, typedWith: "AB12-", samples: ["LBH-0001"]),
        Kind(ClaimControlNumber.self, typedWith: "AB12-", samples: ["2026111012345"]),
        Kind(PolicyID.self, typedWith: "ab1-_", samples: ["medmutual", "va_ccn"]),
        Kind(
            PersonName.self, typedWith: "aé' -.",
            samples: ["Rivera", "José", "李一", "O'Neil-Smith Jr.", "Ann", "Smith 3rd"]),
        Kind(OrganizationName.self, typedWith: "a1 &", samples: ["Lakeside Behavioral Health LLC"]),
        Kind(StreetLine.self, typedWith: "a1 #", samples: ["200 Superior Ave"]),
        Kind(City.self, typedWith: "a .1", samples: ["Cleveland", "St. Mary's"]),
        Kind(Narrative.self, typedWith: "a1 ", samples: ["KETAMINE HCL 35 MG IV"]),
        Kind(BoxNote.self, typedWith: "a1 ", samples: ["KETAMINE HCL 35 MG IV"]),
        Kind(ShortText.self, typedWith: "a1 ", samples: ["slow protocol"]),
        Kind(FreeText.self, typedWith: "a1 \n", samples: ["low mood\nno sleep", "🙂 fine"]),
    ]

    static let choices: [Kind] = [
        Kind(YesNo.self), Kind(Sex.self), Kind(EntityType.self), Kind(Relationship.self), Kind(FrequencyCode.self),
        Kind(TaxIdentifierKind.self), Kind(AssignmentCode.self), Kind(ReleaseOfInformation.self),
        Kind(BenefitsAssignment.self), Kind(PayerOrder.self), Kind(FinancialResponsibility.self), Kind(Route.self),
        Kind(DrugSupplier.self), Kind(Indication.self), Kind(TreatmentStage.self), Kind(UnitBasis.self),
        Kind(NDCUnit.self), Kind(ReferringQualifier.self), Kind(Instrument.self), Kind(DrugClass.self),
        Kind(TrialOutcome.self), Kind(AttachmentType.self), Kind(AttachmentTransmission.self),
        Kind(ClaimFilingIndicator.self), Kind(ClaimPurpose.self), Kind(TransportReason.self),
    ]
}
