import ClaimModel
import ClaimRules
import Randomness

@testable import ClaimExchange

/// Claims as they may leave the desk: every field that an 837P carries, filled or blank as the format allows.
struct RandomProfessionalClaim {
    private var random: Seeded
    private(set) var draft: ClaimDraft

    static func draft(seed: UInt64, mostLines: Int = 6) -> ClaimDraft {
        var claim = RandomProfessionalClaim(random: Seeded(seed), draft: ClaimDraft(id: "random-\(seed)"))
        claim.fillClaim()
        claim.fillParties()
        claim.fillOtherInsurance()
        for row in 0..<Int.random(in: 1...mostLines, using: &claim.random) { claim.fillLine(row) }
        claim.fillOutsideLab()
        return claim.draft
    }

    static let names = ["Rivera", "O'Neill", "St. Clair", "Smith-Jones", "de la Cruz", "Wu", "Abernathy-Worthington"]
    static let npis = ["1234567893", "1558598797", "1000000012", "1456789019", "1122233343"]
    private static let organizations = ["Lakeside Behavioral Health LLC", "A&B Clinic", "North (Main) Center, Inc."]
    private static let days = ["11/10/2026", "01/31/2026", "02/29/2024", "12/01/2025"]
    private static let drugs = ["00143950801", "42023-113-10", "50458-028-03"]

    private mutating func set(_ field: Field, _ text: String, row: Int = 0) {
        draft.type(text, at: Place(field, row: row), in: Writers.context)
    }

    private mutating func pick(_ field: Field, _ texts: [String], row: Int = 0) {
        set(field, random.pick(texts), row: row)
    }

    private mutating func choose(_ field: Field, row: Int = 0) {
        set(field, random.pick(field.shape.choices.map(\.code)), row: row)
    }

    private mutating func chance(_ count: Int = 2) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func amount(_ most: Int = 99_999) -> String {
        Money(cents: Int.random(in: 0...most, using: &random)).description
    }

    private mutating func person(_ last: Field, _ first: Field, _ middle: Field? = nil, row: Int = 0) {
        pick(last, Self.names, row: row)
        pick(first, ["Dana", "Jo", "Mary Ann"], row: row)
        if let middle, chance() { pick(middle, ["Q", "Lee"], row: row) }
    }

    private mutating func address(_ street: Field, _ second: Field, _ city: Field, _ state: Field, _ zip: Field) {
        pick(street, ["12 Elm St", "1/2 Rue #7", "One Way"])
        if chance() { pick(second, ["Apt 4", "Suite 200"]) }
        pick(city, ["Cleveland", "St. Paul", "O'Fallon"])
        choose(state, among: ["OH", "PR", "AE"])
        pick(zip, ["44113", "44114-1234", "009201234"])
    }

    private mutating func choose(_ field: Field, among codes: [String]) { pick(field, codes) }

    /// An address in Canada, or one of a country without states.
    private mutating func abroad(_ state: Field, _ zip: Field, _ country: Field) {
        let isCanadian = chance()
        set(state, isCanadian ? "ON" : "")
        set(zip, isCanadian ? "M5V 2T6" : "22000")
        set(country, isCanadian ? "CA" : "MX")
    }
}

extension RandomProfessionalClaim {
    private mutating func fillClaim() {
        pick(.account, ["C-1001", "A 7", "0001234567", "X/9"])
        for field in [
            Field.frequency, .providerSignature, .acceptsAssignment, .benefitsAssignment, .release, .employmentRelated,
            .autoAccident, .otherAccident,
        ] { choose(field) }
        // The guide has places for two causes.
        if draft.accident.auto.value == .yes, draft.accident.employment.value == .yes { set(.otherAccident, "N") }
        pick(.placeOfService, ["11", "22", "49"])
        if chance() { set(.amountPaid, amount()) }
        if chance() { pick(.authorizationNumber, ["MM2611045", "PA-77 (b)"]) }
        if chance() { pick(.originalReference, ["ICN998877", "20260101000123"]) }
        if chance() { pick(.additionalInformation, ["SEE ATTACHED, P. 2", "DENIED BY PRIMARY (CO 50)"]) }
        if chance() { pick(.onsetDate, Self.days) }
        fillCircumstances()
        if draft.accident.auto.value == .yes { pick(.autoAccidentState, ["OH", "NY"]) }
        if chance() { pick(.accidentDate, Self.days) }
        for row in 0..<Int.random(in: 1...12, using: &random) {
            pick(.diagnosisCode, ["F33.2", "F33.1", "R45.851", "QA0.1", "G89", "T41.291A"], row: row)
        }
        for row in 0..<Int.random(in: 0...3, using: &random) {
            choose(.attachmentType, row: row)
            choose(.attachmentTransmission, row: row)
            if chance() { pick(.attachmentControl, ["LBH-0001", "77"], row: row) }
        }
    }

    private mutating func choose(_ field: Field) { choose(field, row: 0) }

    private mutating func fillCircumstances() {
        for field in [
            Field.lastMenstrualPeriod, .initialTreatmentDate, .disabledFrom, .disabledTo, .admissionDate,
            .dischargeDate,
        ] where chance(4) { pick(field, Self.days) }
        if chance(4) { pick(.referralNumber, ["REF-77"]) }
        if chance(5) { pick(.mammographyNumber, ["123456"]) }
        if chance(5) { pick(.accidentClaimNumber, ["WC2026-5512"]) }
        if chance(5) { set(.billingPayerNumber, "0099812") }
        if chance(5) {
            choose(.transportReason)
            pick(.transportMiles, ["8", "12.5"])
            address(.pickUpStreet, .pickUpSecondLine, .pickUpCity, .pickUpState, .pickUpZIP)
        }
        if chance(4) { address(.payToStreet, .payToSecondLine, .payToCity, .payToState, .payToZIP) }
        if chance(4) { address(.payerStreet, .payerSecondLine, .payerCity, .payerState, .payerZIP) }
    }

    private mutating func fillParties() {
        choose(.billingEntityType)
        pick(.billingName, Self.organizations)
        if draft.billing.entityType.value == .person { pick(.billingFirstName, ["Ann"]) }
        pick(.billingNPI, Self.npis)
        choose(.billingTaxIDKind)
        pick(.billingTaxID, ["34-5550101", "123121234"])
        if chance() { pick(.billingTaxonomy, ["261QM0801X"]) }
        address(.billingStreet, .billingSecondLine, .billingCity, .billingState, .billingZIP)
        if chance() { pick(.billingPhone, ["216-555-0100"]) }
        choose(.relationship)
        choose(.payerOrder)
        choose(.filingIndicator, among: ["12", "BL", "CI", "MB", "MC", "ZZ"])
        pick(.payerName, ["Medical Mutual", "Aetna"])
        pick(.payerIdentifier, ["29076", "60054"])
        pick(.memberID, ["123456789012", "MBR00A1"])
        if chance() { pick(.groupNumber, ["GRP 12", "77-1"]) } else if chance() { pick(.groupName, ["STATE PLAN"]) }
        person(.patientLastName, .patientFirstName, .patientMiddleName)
        pick(.patientBirthDate, ["04/17/1981", "12/31/1999"])
        choose(.patientSex)
        if chance(6) { pick(.patientDeathDate, Self.days) }
        if chance(5) { choose(.insuranceType) }
        if chance(5) { set(.cliaNumber, "36D0123456") }
        address(.patientStreet, .patientSecondLine, .patientCity, .patientState, .patientZIP)
        if chance(5) { abroad(.patientState, .patientZIP, .patientCountry) }
        if draft.subscriber.relationship.value != .`self` {
            person(.subscriberLastName, .subscriberFirstName, .subscriberMiddleName)
            if chance(5) {
                set(.subscriberEntityType, "2")
                set(.subscriberFirstName, "")
                set(.subscriberMiddleName, "")
            }
            if chance() {
                pick(.subscriberBirthDate, ["01/02/1960"])
                choose(.subscriberSex)
                address(.subscriberStreet, .subscriberSecondLine, .subscriberCity, .subscriberState, .subscriberZIP)
            }
        }
        fillProviders()
    }

    private mutating func fillProviders() {
        person(.renderingLastName, .renderingFirstName)
        set(.renderingNPI, "1234567893")
        if chance(5) {
            set(.renderingEntityType, "2")
            set(.renderingFirstName, "")
        }
        if chance(5) { set(.renderingPayerNumber, "771200") }
        if chance() { pick(.renderingTaxonomy, ["2084P0800X"]) }
        if chance() {
            choose(.referringQualifier)
            person(.referringLastName, .referringFirstName)
            pick(.referringNPI, Self.npis)
        }
        if chance() {
            pick(.facilityName, Self.organizations)
            if chance() { pick(.facilityNPI, Self.npis) }
            address(.facilityStreet, .facilitySecondLine, .facilityCity, .facilityState, .facilityZIP)
        }
    }

    private mutating func fillOtherInsurance() {
        choose(.otherInsuranceExists)
        guard draft.otherInsurance.exists.value == .yes else { return }
        fill(.other, number: "LHP55501", name: "Lakeshore Health Plan", payer: "55501")
        let isTertiary = draft.payer.order.value == .tertiary
        if isTertiary || chance() { fill(.third, number: "HHP66602", name: "Harbor Health Plan", payer: "66602") }
        if chance() { fill(.primary) }
        if isTertiary, chance() { fill(.secondary) }
    }

    private mutating func fill(_ plan: PlanFields, number: String, name: String, payer: String) {
        choose(plan.relationship)
        choose(plan.filingIndicator, among: ["12", "BL", "CI", "MB", "MC", "ZZ"])
        person(plan.insuredLastName, plan.insuredFirstName)
        pick(plan.policyNumber, [number])
        pick(plan.name, [name])
        pick(plan.payerIdentifier, [payer])
        if chance() { pick(plan.groupNumber, ["GRP 7"]) }
    }

    private mutating func fill(_ decision: DecisionFields) {
        pick(decision.date, Self.days)
        set(decision.paid, amount())
        if chance() { set(decision.adjustments, adjustments()) }
        if chance() { set(decision.liability, amount()) }
        if chance() { pick(decision.controlNumber, ["ICN2026-77", "55 12"]) }
    }

    /// As people type them, or as a file has them.
    private mutating func adjustments() -> String {
        (0..<Int.random(in: 1...9, using: &random)).map { place in
            let group = random.pick(["CO", "co", "PR", "OA", "PI"])
            let reason = random.pick(["45", "-253", "-A1", " 2", "P12"])
            let units = random.pick(["", "", " x1", " x2.5"])
            return (place == 0 ? "" : random.pick([" ", ", "])) + "\(group)\(reason) \(amount())\(units)"
        }.joined()
    }

    /// A test done outside, by the service facility.
    private mutating func fillOutsideLab() {
        guard !draft.facility.npi.isEmpty, draft.lines.count == 1, chance() else { return }
        set(.outsideLab, "Y")
        set(.outsideLabCharges, amount())
    }

    private mutating func fillKindOfLine(_ row: Int) {
        for field in [Field.lineEmergency, .lineScreeningReferral, .lineFamilyPlanning] where chance(6) {
            set(field, "Y", row: row)
        }
        if chance(6) { set(.lineCLIANumber, "36D0912345", row: row) }
        if chance(6) { set(.lineControlNumber, "L\(row)", row: row) }
        if chance(6) {
            set(.lineReferringNPI, "1456789019", row: row)
            person(.lineReferringLastName, .lineReferringFirstName, row: row)
        }
    }

    private mutating func fillLine(_ row: Int) {
        pick(.lineProcedure, ["96365", "J3490", "99214", "64999", "G2083"], row: row)
        pick(.lineFrom, Self.days, row: row)
        if chance(4) { pick(.lineTo, ["11/12/2026"], row: row) }
        if chance(3) { pick(.linePlaceOfService, ["11", "12"], row: row) }
        for field in [Field.lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4] where chance() {
            pick(field, ["25", "59", "JZ"], row: row)
        }
        set(
            .linePointers,
            String("ABCDEFGHIJKL".shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))), row: row)
        set(.lineCharge, amount(), row: row)
        pick(.lineUnits, ["1", "2.5", "14"], row: row)
        if chance(5) { set(.lineUnitBasis, "MJ", row: row) }
        fillKindOfLine(row)
        let code = draft.lines[row].procedure.text
        if code == "J3490" {
            pick(.lineDrugName, ["KETAMINE HCL"], row: row)
        } else if code == "64999" {
            pick(.lineDescription, ["NERVE PROCEDURE (OPEN)"], row: row)
        }
        if chance() { pick(.lineNarrative, ["KETAMINE HCL 35 MG IV", "100% OF DOSE"], row: row) }
        if chance(3) {
            pick(.lineNDC, Self.drugs, row: row)
            choose(.lineNDCUnit, row: row)
            pick(.lineNDCQuantity, ["0.7", "10", "12345678.125"], row: row)
        }
        if chance(4) {
            pick(.lineRenderingNPI, ["1558598797", "1000000012"], row: row)
            person(.lineRenderingLastName, .lineRenderingFirstName, row: row)
        }
        for decision in DecisionFields.every where !decision.decision(in: draft).date.isEmpty && chance() {
            set(decision.linePaid, amount(), row: row)
            if chance() { set(decision.lineAdjusted, adjustments(), row: row) }
            if chance() { set(decision.lineLiability, amount(), row: row) }
            if chance(4) { pick(decision.lineProcedure, ["96999", "96374-59 XU"], row: row) }
            if chance(4) { set(decision.lineUnits, "3", row: row) }
        }
    }
}
