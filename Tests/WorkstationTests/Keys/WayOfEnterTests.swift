import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Enter passes what the practice fills in and what few claims need, but nothing that has to be seen to.
struct WayOfEnterTests {
    private static let provider: [Field] = [
        .renderingLastName, .renderingFirstName, .renderingNPI, .renderingTaxonomy, .renderingEntityType,
    ]

    private func desk(_ example: ClaimExample, defaulting fields: [Field] = []) throws -> TestDesk {
        var draft = example.draft
        draft.defaulted = Set(fields.map(\.id))
        return try TestDesk(open: draft)
    }

    @Test func `Another rendering provider is keyed whole, the practice's own is passed`() throws {
        let own = try desk(.sample, defaulting: Self.provider).go(to: .renderingLastName).press(.enter)
        #expect(own.focus.map { !Self.provider.contains($0.field) } == true)
        let other = try desk(.sample, defaulting: Self.provider).go(to: .renderingLastName)
        other.type("Sutter").press(.enter)
        #expect(other.focus == Place(.renderingFirstName))
        other.type("Iris").press(.enter)
        #expect(other.focus == Place(.renderingNPI))
        other.press(.enter)
        #expect(other.focus == Place(.renderingTaxonomy))
    }

    @Test func `Whoever keys a start time goes on with the stop time`() throws {
        let desk = try desk(ClaimExample.officeVisit.with(.lineProcedure, "97110")).go(to: .lineStart)
        desk.type("0900").press(.enter)
        #expect(desk.focus == Place(.lineStop))
        desk.type("0920").press(.enter)
        #expect(desk.draft.lines[0].stop.value?.description == "09:20" && desk.draft.lines[0].from.text == "11/10/2026")
    }

    @Test func `What an error or a warning points at is never passed`() throws {
        let trip = ClaimExample.officeVisit.with(.lineProcedure, "A0427").with(.lineModifier1, "RH")
            .with(.lineProcedure, row: 1, "A0425").with(.lineModifier1, row: 1, "RH").with(.placeOfService, "41")
        let desk = try desk(trip).go(to: .transportReason)
        desk.type("A").press(.enter)
        #expect(desk.focus == Place(.transportMiles))
        desk.type("8").press(.enter)
        #expect(desk.focus == Place(.pickUpStreet))
    }

    @Test func `The fields of an ambulance are on the claims of one alone`() throws {
        func shows(_ example: ClaimExample) throws -> Bool {
            try TestDesk(open: example.draft).layout(of: .claim).slots.contains { $0.place == Place(.dropOffName) }
        }
        #expect(try !shows(.officeVisit) && shows(ClaimExample.officeVisit.with(.placeOfService, "41")))
        #expect(try shows(ClaimExample.officeVisit.with(.lineProcedure, "A0429")))
        #expect(try shows(ClaimExample.officeVisit.with(.pickUpZIP, "44113")))
    }

    @Test(arguments: [("22", true), ("11", false), ("12", false), ("10", false), ("41", false)])
    func `The facility is asked for where the service was in one`(place: String, isAsked: Bool) throws {
        let desk = try desk(ClaimExample.officeVisit.with(.placeOfService, place)).go(to: .referringQualifier)
        #expect((desk.press(.enter).focus == Place(.facilityName)) == isAsked)
    }

    @Test(arguments: [("21", true), ("11", false)])
    func `The admission date is asked for in a hospital`(place: String, isAsked: Bool) throws {
        let desk = try desk(ClaimExample.officeVisit.with(.placeOfService, place).with(.lineProcedure, "90832"))
        var stops: [Field] = []
        desk.go(to: .onsetDate)
        for _ in 0..<8 { stops += [desk.press(.enter).focus?.field].compactMap(\.self) }
        #expect(stops.contains(.admissionDate) == isAsked)
    }
}
