import ClaimModel

/// The invented claims of the demo and of the rules' proofs; nobody in them exists.
extension ClaimExample {
    /// A complete forty-minute infusion: clean.
    public static let sample = ClaimExample(
        title: "Infusion of 40 minutes, complete", draft: ClaimDraft(id: "sample-infusion"), ketamine: "C-1001"
    )
    .withInfusion(start: "10:00", stop: "10:40")
    .withDrug(dose: "35", quantity: "0.7", narrative: "KETAMINE HCL 35 MG IV", charge: "45.00")

    /// Ninety-five minutes at a higher dose: one warning, that the infusion is unusually long.
    public static let longInfusion = ClaimExample(
        title: "Infusion of 95 minutes", draft: ClaimDraft(id: "sample-long"), ketamine: "C-1003"
    )
    .with(.treatmentWeight, "80 kg").with(.treatmentDose, "56")
    .withInfusion(start: "09:00", stop: "10:35")
    .withLine([
        .lineFrom: "11/10/2026", .lineProcedure: "96366", .linePointers: "A", .lineCharge: "60.00", .lineUnits: "1",
    ])
    .withDrug(dose: "56", quantity: "1.12", narrative: "KETAMINE HCL 56 MG IV", charge: "60.00")

    /// Into the muscle, for a payer that covers that: 96372 is right here.
    public static let intramuscular = ClaimExample(
        title: "Injection into the muscle", draft: ClaimDraft(id: "sample-intramuscular"), ketamine: "C-1005"
    )
    .with(.treatmentRoute, "IM")
    .withLine([
        .lineFrom: "11/10/2026", .lineProcedure: "96372", .linePointers: "A", .lineCharge: "35.00", .lineUnits: "1",
        .lineRoute: "IM",
    ])
    .withDrug(dose: "35", quantity: "0.7", narrative: "KETAMINE HCL 35 MG IM", charge: "45.00")
    .whenPolicy { $0.routesCovered = Setting(["IVI", "IVP", "IM"]) }

    /// An office visit on its own: any professional claim is checked.
    public static let officeVisit = ClaimExample(
        title: "Medication visit with psychotherapy", draft: ClaimDraft(id: "sample-visit"), plain: "C-1010",
        diagnosis: "F33.1"
    )
    .withLine([
        .lineFrom: "11/10/2026", .lineProcedure: "99214", .linePointers: "A", .lineCharge: "165.00", .lineUnits: "1",
    ])
    .withLine([
        .lineFrom: "11/10/2026", .lineProcedure: "90833", .linePointers: "A", .lineCharge: "90.00", .lineUnits: "1",
    ])
}

extension ClaimExample {
    /// A ketamine claim with all but its lines: patient, payer, providers, treatment, documentation.
    init(title: String, draft: ClaimDraft, ketamine account: String) {
        self = ClaimExample(title: title, draft: draft, plain: account, diagnosis: "F33.2")
            .filled([
                .treatmentDrug: "ketamine", .treatmentRoute: "IVI", .treatmentDose: "35", .treatmentWeight: "70 kg",
                .treatmentSupplier: "practice", .treatmentIndication: "psychiatric", .treatmentStage: "induction",
                .benefitsDate: "10/20/2026", .benefitsReference: "B7781", .authorizationNumber: "MM2611045",
                .authorizationStart: "11/01/2026", .authorizationEnd: "12/15/2026", .sessionsApproved: "8",
                .sessionsUsed: "2", .authorizationFiledOn: "10/22/2026",
            ])
            .documented()
    }

    /// Any professional claim with all but its lines.
    init(title: String, draft: ClaimDraft, plain account: String, diagnosis: String) {
        self = ClaimExample(title: title, draft: draft)
            .filled([
                .account: account, .frequency: "1", .placeOfService: "11", .responsibility: "insurance",
                .patientLastName: "Rivera", .patientFirstName: "Dana", .patientBirthDate: "04/17/1981",
                .patientSex: "F", .patientStreet: "12 Elm St", .patientCity: "Cleveland", .patientState: "OH",
                .patientZIP: "44113", .payerName: "Medical Mutual", .payerIdentifier: "29076",
                .payerPolicy: "medmutual", .filingIndicator: "CI", .payerOrder: "P", .memberID: "123456789012",
                .relationship: "18", .release: "Y", .benefitsAssignment: "Y", .acceptsAssignment: "A",
                .providerSignature: "Y", .employmentRelated: "N", .autoAccident: "N", .otherAccident: "N",
                .otherInsuranceExists: "N", .billingEntityType: "2",
                .billingName: "Lakeside Behavioral Health LLC", .billingNPI: "1122233343",
                .billingTaxonomy: "261QM0801X", .billingPhone: "2165550100", .billingTaxID: "34-5550101",
                .billingTaxIDKind: "EI", .billingStreet: "200 Superior Ave", .billingCity: "Cleveland",
                .billingState: "OH", .billingZIP: "44114-1234", .renderingLastName: "Okafor",
                .renderingFirstName: "Ann", .renderingNPI: "1234567893", .renderingTaxonomy: "2084P0800X",
            ])
            .with(.diagnosisCode, diagnosis)
    }

    private func filled(_ texts: KeyValuePairs<Field, String>) -> ClaimExample {
        texts.reduce(self) { $0.with($1.key, $1.value) }
    }

    func withInfusion(start: String, stop: String) -> ClaimExample {
        withLine([
            .lineFrom: "11/10/2026", .lineProcedure: "96365", .linePointers: "A", .lineCharge: "210.00",
            .lineUnits: "1", .lineRoute: "IVI", .lineStart: start, .lineStop: stop,
        ])
    }

    func withDrug(dose: String, quantity: String, narrative: String, charge: String) -> ClaimExample {
        withLine([
            .lineFrom: "11/10/2026", .lineProcedure: "J3490", .linePointers: "A", .lineCharge: charge,
            .lineUnits: "1", .lineDrugName: "KETAMINE HCL", .lineDose: dose, .lineNarrative: narrative,
            .lineAdministration: "1", .lineNDC: "00143950801", .lineNDCUnit: "ML", .lineNDCQuantity: quantity,
        ])
    }
}
