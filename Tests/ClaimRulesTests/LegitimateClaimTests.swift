import ClaimModel
import Testing

@testable import ClaimRules

/// Claims that are right although they look unusual: no rule holds them, and the slip next to each is found.
@Suite struct LegitimateClaimTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let good: ClaimExample
        let bad: ClaimExample
        /// The rule that finds the slip.
        let rule: String

        init(_ title: String, _ good: ClaimExample, _ bad: ClaimExample, _ rule: String) {
            (testDescription, self.good, self.bad, self.rule) = (title, good, bad, rule)
        }
    }

    private static let abroad = ClaimExample.officeVisit.with(.patientCity, "Toronto").with(.patientState, "ON")
        .with(.patientZIP, "M5V2T6").with(.patientCountry, "CA")
    private static let hospital = ClaimExample.officeVisit.withoutLine(1).coded("99232").with(.placeOfService, "21")
        .with(.admissionDate, "11/09/2026").with(.facilityName, "Lakeside General Hospital")
        .with(.facilityStreet, "11100 Euclid Ave").with(.facilityCity, "Cleveland").with(.facilityState, "OH")
        .with(.facilityZIP, "44106-1716")
    private static let agency = ClaimExample.officeVisit.with(.billingTaxonomy, "251E00000X")
        .without(.renderingNPI, .renderingLastName, .renderingFirstName, .renderingTaxonomy)
    private static let clinic = ClaimExample.officeVisit.with(.renderingEntityType, "2")
        .with(.renderingLastName, "Lakeside Clinic #2").without(.renderingFirstName)
        .with(.renderingTaxonomy, "261QM0801X")
    private static let free = ClaimExample.officeVisit.withoutLine(1).with(.lineCharge, "0.00")

    static let pairs: [Pair] = [
        Pair("employer as insured", .employed, .employed.without(.subscriberLastName), "PT-006"),
        Pair(
            "a generation in the name", .officeVisit.with(.patientLastName, "Smith 3rd"),
            .officeVisit.with(.patientLastName, "Smith 3"), "PT-001"),
        Pair("an address in Canada", abroad, abroad.without(.patientCountry), "PT-005"),
        Pair(
            "an address in Mexico",
            abroad.without(.patientState).with(.patientZIP, "22000").with(.patientCountry, "MX"),
            abroad.without(.patientState).with(.patientZIP, "22000"), "PT-005"),
        Pair(
            "a military address",
            .officeVisit.with(.patientCity, "APO").with(.patientState, "AE").with(.patientZIP, "09128"),
            .officeVisit.with(.patientCity, "APO").with(.patientState, "AP").with(.patientZIP, "09128"), "PT-026"),
        Pair(
            "a territory", .officeVisit.with(.patientState, "PR").with(.patientZIP, "00920"),
            .officeVisit.with(.patientState, "PX").with(.patientZIP, "00920"), "PT-005"),
        Pair("a clinic as rendering provider", clinic, clinic.without(.renderingNPI), "PV-012"),
        Pair("an agency names nobody", agency, agency.with(.billingTaxonomy, "261QM0801X"), "PV-012"),
        Pair(
            "a provider without NPI", .officeVisit.without(.renderingNPI).with(.renderingPayerNumber, "771200"),
            .officeVisit.without(.renderingNPI), "PV-012"),
        Pair(
            "one visit on each of three days", hospital.with(.lineTo, "11/12/2026").with(.lineUnits, "3"),
            hospital.with(.lineTo, "11/12/2026").with(.lineUnits, "2"), "TM-015"),
        Pair("an encounter that charges nothing", free.with(.claimPurpose, "RP"), free, "XF-008"),
        Pair(
            "a laboratory that bills its own tests", .officeVisit.with(.placeOfService, "81"),
            .officeVisit.with(.placeOfService, "22"), "PV-008"),
        Pair(
            "a skin test", .medicare(.officeVisit.withService("86580")).ordered,
            .medicare(.officeVisit.withService("85025")).ordered,
            "PV-016"),
        Pair("an inpatient visit", hospital, hospital.without(.admissionDate), "TM-018"),
    ]

    @Test(arguments: pairs)
    func `a good claim raises no error and no warning`(_ pair: Pair) throws {
        #expect(try Desk.findings(on: pair.good).rules(.error, .warning) == [])
    }

    @Test(arguments: pairs)
    func `the slip next to it is found`(_ pair: Pair) throws {
        #expect(try Desk.findings(on: pair.bad).rules(.error, .warning).contains(pair.rule))
    }

    @Test func `a person with one name is asked about once, by a warning`() throws {
        let findings = try Desk.findings(on: .officeVisit.without(.patientFirstName))
        #expect(findings.rules(.error) == [] && findings.rules(.warning) == ["PT-001"])
    }

    @Test func `an absent person is one finding`() throws {
        let claim = ClaimExample.officeVisit.without(.renderingNPI, .renderingLastName, .renderingFirstName)
        #expect(try Desk.findings(on: claim).filter { $0.rule.id == "PV-012" }.map(\.severity) == [.warning])
    }

    @Test func `a contractor's rule is an error to Medicare only`() throws {
        let claim = ClaimExample.sample.with(.lineNarrative, row: 1, "KETAMINE 50MG/ML")
        func severity(_ claim: ClaimExample) throws -> Severity? {
            try Desk.findings(on: claim).first { $0.rule.id == "RX-006" }?.severity
        }
        #expect(try severity(claim) == .warning)
        #expect(try severity(.medicare(claim)) == .error)
    }
}

/// Which policy judges a claim.
@Suite struct PolicyChoiceTests {
    private func chosen(_ claim: ClaimExample) throws -> String {
        try Desk.library.get().policy(for: claim.draft).id
    }

    private let unknown = ClaimExample.officeVisit.without(.payerPolicy).with(.payerIdentifier, "15202")

    @Test func `the named policy wins, then the payer's own, then Medicare's by the filing indicator`() throws {
        #expect(try chosen(.officeVisit.with(.payerPolicy, "aetna")) == "aetna")
        #expect(try chosen(.officeVisit.without(.payerPolicy).with(.filingIndicator, "MB")) == "medmutual")
        #expect(try chosen(unknown.with(.filingIndicator, "MB")) == "medicare")
        #expect(try chosen(unknown) == "generic")
    }

    @Test func `a policy that does not exist leaves the payer's own in charge`() throws {
        #expect(try chosen(.officeVisit.with(.payerPolicy, "acme")) == "medmutual")
        #expect(try Desk.findings(on: .officeVisit.with(.payerPolicy, "acme")).rules(.error) == ["PY-016"])
    }
}
