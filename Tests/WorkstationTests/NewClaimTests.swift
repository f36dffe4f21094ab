import ClaimModel
import ClaimRules
import Testing

@testable import Workstation

/// What a new claim and a copy start from.
struct NewClaimTests {
    private static let context = ClaimExample.parsing

    private static var practice: ClaimDraft {
        var practice = ClaimDraft(id: "practice")
        for (field, text) in [
            (Field.billingName, "Lakeside Behavioral Health LLC"), (.placeOfService, "11"), (.release, "Y"),
            (.providerSignatureDate, "11/01/2026"),
        ] {
            practice.type(text, at: Place(field), in: context)
        }
        return practice
    }

    private func copy(of example: ClaimExample, earlier: [PriorClaim] = []) -> ClaimDraft {
        ClaimDraft.copy(
            of: example.draft, id: "new", account: "1002", practice: Self.practice, earlier: earlier, in: Self.context)
    }

    @Test func `a new claim holds the practice's defaults and nothing else`() {
        let draft = ClaimDraft.new(id: "new", account: "1001", practice: Self.practice, in: Self.context)
        let filled = draft.places.filter { !draft.text(at: $0).isEmpty }.map(\.key)
        #expect(Set(filled) == ["account", "frequency", "billing.name", "placeOfService", "signatures.release"])
        #expect(draft.text(at: Place(.frequency)) == "1")
        #expect(draft.text(at: Place(.account)) == "1001")
        #expect(draft.defaulted == ["billing.name", "placeOfService", "signatures.release"])
        #expect(draft.id == "new")
    }

    @Test(arguments: [
        (Field.patientLastName, "Rivera"), (.payerIdentifier, "29076"), (.payerPolicy, "medmutual"),
        (.renderingNPI, "1234567893"), (.diagnosisCode, "F33.2"), (.lineProcedure, "96365"), (.lineCharge, "210.00"),
        (.trialDrug, "sertraline"), (.scoreItems, "333322321"), (.attachmentType, "M1"), (.account, "1002"),
        (.frequency, "1"), (.treatmentDrug, "ketamine"), (.authorizationNumber, "MM2611045"),
    ])
    func `a copy carries`(_ field: Field, _ text: String) {
        #expect(copy(of: .sample).text(at: Place(field)) == text)
    }

    /// The name of another patient on a copy does not make its records theirs.
    @Test func `a copy knows whose records it has`() {
        let copied = copy(of: .sample)
        #expect(!copied.patient.hasRecordsOfAnother)
        var renamed = copied
        renamed.type("Kim", at: Place(.patientLastName), in: Self.context)
        #expect(renamed.patient.hasRecordsOfAnother)
        #expect(!ClaimExample.sample.draft.patient.hasRecordsOfAnother)
    }

    /// On a line that stays. Whether it does goes by its procedure, and the line that a drug names is counted again.
    @Test(arguments: Field.all)
    func `a copy does with a field what its trait says`(_ field: Field) {
        for text in ["typed", "7", "11/10/2026"] {
            let source = ClaimExample.sample.with(field, text)
            let copied = copy(of: source).text(at: Place(field))
            switch field.onCopy {
            case .kept: #expect(copied == text || [.lineProcedure, .lineAdministration].contains(field), "\(field.id)")
            case .cleared: #expect(copied.isEmpty, "\(field.id)")
            case .given: #expect(copied != text || field == .sessionsUsed, "\(field.id)")
            }
        }
    }

    @Test func `a copy leaves blank what must be entered again`() {
        let source = ClaimExample.sample
            .with(.lineLot, row: 1, "L1").with(.frequency, "7").with(.originalReference, "ICN1")
            .with(.lineTo, "11/10/2026").with(.amountPaid, "20")
        let draft = copy(of: source)
        let blank: [Field] = [
            .lineFrom, .lineTo, .lineStart, .lineStop, .lineDose, .lineNDC, .lineNDCUnit, .lineNDCQuantity, .lineLot,
            .lineNarrative, .treatmentDose, .treatmentWeight, .originalReference, .attachmentControl, .amountPaid,
        ]
        for place in draft.places where blank.contains(place.field) {
            #expect(draft.text(at: place).isEmpty, "\(place.key)")
        }
        #expect(draft.lines.count == 2)
        #expect(draft.text(at: Place(.lineAdministration, row: 1)) == "1")
    }

    @Test func `a copy drops visit's modifier 25 and wastage`() {
        let source = ClaimExample.sample.withoutLine(0).withoutLine(0)
            .withLine([.lineProcedure: "99214", .lineModifier1: "25"])
            .withLine([.lineProcedure: "96365", .lineModifier1: "25", .lineModifier2: "59"])
            .withLine([.lineProcedure: "J3490", .lineAdministration: "2", .lineModifier1: "JZ"])
            .withLine([.lineProcedure: "J3490", .lineAdministration: "2", .lineModifier1: "JW"])
        let draft = copy(of: source)
        #expect(draft.lines.map(\.procedure.text) == ["96365", "J3490"])
        #expect(draft.lines.map(\.modifier1.text) == ["59", ""])
        #expect(draft.text(at: Place(.lineAdministration, row: 1)) == "1")
    }

    @Test func `sessions used are counted on`() {
        let later = PriorClaim(draft: ClaimExample.sample.with(.sessionsUsed, "4").draft, status: .submitted)
        let deleted = PriorClaim(draft: ClaimExample.sample.with(.sessionsUsed, "9").draft, status: .deleted)
        let other = PriorClaim(
            draft: ClaimExample.sample.with(.sessionsUsed, "8").with(.authorizationNumber, "X1").draft,
            status: .submitted)
        #expect(copy(of: .sample).text(at: Place(.sessionsUsed)) == "3")
        #expect(copy(of: .sample, earlier: [later, deleted, other]).text(at: Place(.sessionsUsed)) == "5")
        #expect(copy(of: .sample.without(.authorizationNumber)).text(at: Place(.sessionsUsed)).isEmpty)
    }

    @Test func `a copy drops overrides`() {
        var source = ClaimExample.sample
        source.draft.overrides = [
            Override(
                rule: "PX-011", place: "line.code[1]", reason: "asked", by: "Jo", on: ClaimExample.today, inputs: [:])
        ]
        #expect(copy(of: source).overrides.isEmpty)
    }

    @Test func `practice defaults of a copy are today's`() {
        var source = ClaimExample.sample
        source.draft.defaulted = ["billing.name", "rendering.npi"]
        let draft = copy(of: source)
        #expect(draft.text(at: Place(.billingName)) == "Lakeside Behavioral Health LLC")
        #expect(draft.text(at: Place(.renderingNPI)) == "1234567893")
        #expect(draft.defaulted == ["billing.name"])
    }
}
