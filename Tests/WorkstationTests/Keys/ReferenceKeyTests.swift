import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The reference files at the desk: listed, edited, merged, taken back, and left to where one came from.
struct ReferenceKeyTests {
    /// The sample's people, and a misspelled twin of the patient with a plan of its own.
    static let entries: [ReferenceEntry] = {
        let twin = ClaimExample.sample.with(.patientLastName, "Riverra").with(.payerName, "Aetna")
            .with(.payerIdentifier, "60054").with(.memberID, "W123456789").with(.payerOrder, "S")
        return ReferenceEntry.all(in: ClaimExample.sample.draft)
            + ReferenceEntry.all(in: twin.draft).filter { $0.kind == .patient || $0.kind == .coverage }
    }()

    private func desk(_ claim: ClaimExample? = nil) throws -> TestDesk {
        let desk = try claim.map { try TestDesk(open: $0.draft) } ?? TestDesk()
        return desk.take(.directory(Self.entries))
    }

    private func list(_ desk: TestDesk) throws -> ReferenceList {
        try #require(desk.settled.workstation.screen as? ReferenceList)
    }

    private func offered(_ desk: TestDesk, _ kind: ReferenceKind) -> [String] {
        desk.workstation.inputs.directory.entries(kind).map(\.label)
    }

    @Test func `one key lists the files, typing filters, Esc clears the filter and goes back`() throws {
        let desk = try desk().press(.alt("f"))
        #expect(desk.text.contains("Patients  2"))
        desk.type("riverra")
        #expect(try list(desk).listed.count == 1)
        desk.press(.escape)
        #expect(try list(desk).listed.count == 2)
        desk.press(.right)
        #expect(desk.text.contains("Coverages  2"))
        desk.press(.left, .left)
        #expect(desk.text.contains("Texts"))
        desk.press(.escape)
        #expect(desk.workstation.screen is Worklist)
    }

    @Test(arguments: ReferenceKind.allCases)
    func `every file has columns of its own and a form for each of its fields`(kind: ReferenceKind) throws {
        let desk = try desk().press(.alt("f"))
        let steps = try #require(ReferenceKind.allCases.firstIndex(of: kind))
        desk.press([Key](repeating: .right, count: steps))
        #expect(desk.text.contains(kind.title))
        let lines = desk.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[3].split(separator: " ").count >= 2)
        desk.press(.function(8))
        let shown = Set(try #require(desk.settled.editor?.layout).slots.map(\.place))
        // What only some lines have is on a template once a line has it.
        let places = kind == .template ? [Place(.entryName), Place(.diagnosisCode), Place(.lineCharge)] : kind.places
        #expect(places.allSatisfy { shown.contains($0) })
        #expect(desk.focus == kind.places.first)
        desk.press(.escape)
        #expect(try list(desk).kind == kind)
    }

    @Test func `from a field to its file and back to the very same field`() throws {
        let places: [(Field, ReferenceKind)] = [
            (.patientCity, .patient), (.memberID, .coverage), (.authorizationNumber, .authorization),
            (.payerIdentifier, .payer), (.renderingNPI, .renderingProvider), (.lineCharge, .charge), (.lineNDC, .drug),
            (.diagnosisCode, .patient), (.authorizationEnd, .authorization),
        ]
        for (field, kind) in places {
            let desk = try desk(.sample).go(to: field)
            let before = desk.editor?.work
            desk.press(.alt("f"))
            #expect(try list(desk).kind == kind, "\(field.id)")
            #expect(try !list(desk).listed.isEmpty, "\(field.id)")
            desk.press(.escape)
            #expect(desk.editor?.work == before, "\(field.id)")
        }
    }

    @Test func `from a look-up the list is edited, and Esc comes back to the field`() throws {
        let desk = try desk(.sample).go(to: .payerName).press(.function(2), .alt("f"))
        #expect(try list(desk).kind == .payer)
        desk.press(.escape)
        #expect(desk.focus == Place(.payerName) && desk.workstation.overlay == nil)
    }

    @Test func `an edit is saved on leaving, with the plans of a corrected name, and undone as one`() throws {
        let desk = try desk().press(.alt("f")).type("riverra").press(.enter)
        #expect(desk.text.contains("Riverra, Dana"))
        desk.type("RIVERS").press(.enter, .escape)
        #expect(desk.message.hasPrefix("Saved."))
        #expect(offered(desk, .patient).contains { $0.hasPrefix("RIVERS, ") })
        #expect(offered(desk, .coverage).contains { $0.hasPrefix("RIVERS, ") })
        desk.press(.control("z"))
        #expect(offered(desk, .patient).contains { $0.hasPrefix("Riverra, ") })
        #expect(offered(desk, .coverage).contains { $0.hasPrefix("Riverra, ") })
        desk.press(.control("y"))
        #expect(offered(desk, .patient).contains { $0.hasPrefix("RIVERS, ") })
        desk.press(.escape, .escape).press(.control("z"))
        #expect(desk.message.contains("Nothing to undo on this list"))
    }

    @Test func `an entry without what identifies it is asked about once, then given up`() throws {
        let desk = try desk().press(.alt("f"), .function(8)).type("DOE").press(.enter, .escape)
        #expect(desk.message.contains("Patient first name"))
        #expect(desk.workstation.screen is ReferenceForm)
        desk.press(.escape)
        #expect(try list(desk).listed.count == 2)
    }

    @Test func `a new entry of somebody who is on file is not a second one`() throws {
        let sample = ClaimExample.sample.draft.patient
        let desk = try desk().press(.alt("f"), .function(8))
        desk.type(sample.lastName.text).press(.enter).type(sample.firstName.text).press(.enter, .enter)
        desk.type(sample.birthDate.text).press(.escape)
        #expect(desk.message.contains("on file already"))
        desk.press(.escape)
        #expect(offered(desk, .patient).count == 2)
    }

    @Test func `a new coverage begins with the patient whose plans are listed`() throws {
        let desk = try desk().press(.alt("f"), .function(3), .function(8))
        #expect(desk.focus == Place(.payerName))
        desk.type("CIGNA").press(.enter).type("62308").go(to: .memberID).type("U1").press(.escape)
        #expect(try list(desk).listed.count == 2)
        #expect(offered(desk, .coverage).count == 3)
    }

    @Test func `F5 twice merges two spellings with their plans, and one undo brings both back`() throws {
        let desk = try desk().press(.alt("f"))
        let before = ReferenceKind.allCases.map { offered(desk, $0) }
        desk.type("riverra").press(.function(5), .escape)
        #expect(desk.message.isEmpty || desk.text.contains("Merging"))
        desk.press(.home, .function(5))
        #expect(offered(desk, .patient).count == 1)
        #expect(offered(desk, .coverage).count == 2)
        #expect(offered(desk, .coverage).allSatisfy { $0.hasPrefix("Rivera, ") })
        desk.press(.control("z"))
        #expect(ReferenceKind.allCases.map { offered(desk, $0) } == before)
    }

    @Test func `what is off is kept and not offered`() throws {
        let desk = try desk().press(.alt("f")).type("riverra").press(.function(7))
        #expect(offered(desk, .patient).count == 1)
        #expect(desk.text.contains("off"))
        desk.press(.function(7))
        #expect(offered(desk, .patient).count == 2)
    }

    @Test func `a claim behind the files goes on being saved, and a signal loses nothing`() throws {
        let desk = try desk(.sample).go(to: .patientCity).type("TOLEDO").press(.alt("f"))
        #expect(desk.store["sample-infusion"]?.draft.text(at: Place(.patientCity)) == "TOLEDO")
        desk.press(.enter).go(to: .patientPhone).type("2165550199")
        desk.take(.event(.hangup))
        #expect(desk.hasLeft)
        #expect(
            desk.workstation.inputs.directory.entries(.patient).contains { $0.text(of: .patientPhone) == "2165550199" })
    }
}
