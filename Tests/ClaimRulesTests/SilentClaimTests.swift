import ClaimModel
import Testing

@testable import ClaimRules

/// Professional claims outside the ketamine pathway: none of its rules judges them.
@Suite struct SilentClaimTests {
    private static func visit(_ title: String, _ diagnoses: String...) -> ClaimExample {
        let blank = ClaimExample(
            title: title, draft: ClaimDraft(id: "silent"), plain: "C-3001", diagnosis: diagnoses[0])
        return diagnoses.enumerated().dropFirst().reduce(blank) {
            $0.with(.diagnosisCode, row: $1.offset, $1.element)
        }
    }

    private static func line(
        _ code: String, _ charge: String, units: String = "1"
    ) -> KeyValuePairs<Field, String> {
        [
            .lineFrom: "11/10/2026", .lineProcedure: code, .linePointers: "A", .lineCharge: charge, .lineUnits: units,
        ]
    }

    static let claims: [ClaimExample] = [
        visit("ECT anesthesia", "F33.2").withLine(line("00104", "400.00", units: "15"))
            .with(.lineModifier1, "AA").with(.lineUnitBasis, "MJ").with(.renderingTaxonomy, "207L00000X"),
        visit("Surgical anesthesia, depression beside it", "K80.20", "F32.9")
            .withLine(line("00790", "900.00", units: "75"))
            .with(.lineModifier1, "AA").with(.lineUnitBasis, "MJ").with(.renderingTaxonomy, "207L00000X")
            .with(.placeOfService, "24").withFacility(),
        visit("Iron infusion", "D50.9").withLine(line("96365", "210.00"))
            .with(.lineStart, "10:00").with(.lineStop, "10:40").with(.lineRoute, "IVI")
            .withLine(line("J1756", "120.00", units: "200")),
        visit("Vitamin B12 injection", "D51.0").withLine(line("96372", "35.00")).with(.lineRoute, "IM")
            .withLine(line("J3420", "12.00")),
        visit("Naltrexone injection", "F11.20").withLine(line("96372", "35.00")).with(.lineRoute, "IM")
            .withLine(line("J2315", "1500.00", units: "380")),
        .officeVisit,
        visit("Resistant urinary infection", "N39.0", "Z16.12").withLine(line("99213", "120.00")),
        .sample.with(.diagnosisCode, "G90.511").with(.treatmentIndication, "pain"),
    ]

    @Test(arguments: claims)
    func `raises no error`(_ claim: ClaimExample) throws {
        #expect(try Desk.findings(on: claim).rules(.error) == [])
    }

    @Test(arguments: claims.dropLast())
    func `is judged by no rule of the pathway`(_ claim: ClaimExample) throws {
        let spoken = try Desk.findings(on: claim).filter { $0.rule.scope != .anyClaim }
        #expect(spoken.map(\.rule.id) == [])
    }
}

extension ClaimExample {
    fileprivate func withFacility() -> ClaimExample {
        with(.facilityName, "Lakeside Surgery Center").with(.facilityStreet, "11100 Euclid Ave")
            .with(.facilityCity, "Cleveland").with(.facilityState, "OH").with(.facilityZIP, "44106-1716")
    }
}
