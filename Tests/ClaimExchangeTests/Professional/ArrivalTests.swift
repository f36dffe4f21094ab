import ClaimModel
import ClaimRules
import Testing
import TextKit

@testable import ClaimExchange

/// What becomes of a claim that came from elsewhere: read as it was meant, kept whole, sent in the right form.
@Suite struct ArrivalTests {
    private func text() throws -> String { String(decoding: try Fixture.bytes("everything"), as: UTF8.self) }

    private func claim(_ old: String, _ new: String) throws -> ProfessionalClaim {
        let text = try text()
        try #require(text.contains(old))
        return try #require(try ReadFile(Array(text.replacing(old, with: new).utf8)).claims.first)
    }

    @Test(arguments: [
        ("REF*EI*345550101", "REF*EI*34-5550101", Field.billingTaxID, "2010AA REF02"),
        ("HC:96365", "HC:96365", .lineProcedure, ""), ("ABK:F332", "ABK:F33.2", .diagnosisCode, "2300 HI01-2"),
    ])
    func `what is only written wrongly is read, and sent rightly`(
        old: String, new: String, field: Field, element: String
    ) throws {
        let (right, wrong) = (try claim(old, old), try claim(old, new))
        let arrival = wrong.arrival(id: "read", in: Writers.context)
        #expect(arrival.draft == right.arrival(id: "read", in: Writers.context).draft.retyped(field, of: arrival.draft))
        let said = arrival.faults.map(\.message).filter { $0.contains("read as meant") }
        #expect(said.count == (element.isEmpty ? 0 : 1) && said.allSatisfy { $0.hasPrefix(element) })
        let obstacles = ProfessionalFile.obstacles(of: arrival.draft, in: Writers.context)
        #expect(obstacles.allSatisfy { element.isEmpty || !$0.element.contains(element) })
    }

    private func sent(_ draft: ClaimDraft) -> String {
        SendableSegments(of: draft, in: Writers.context).segments.map(\.text).joined(separator: "~")
    }

    @Test func `an ICD-9 qualifier follows its indicator, and is not sent again once that is changed`() throws {
        var draft = try claim("HI*ABK:", "HI*BK:").arrival(id: "read", in: Writers.context).draft
        #expect(draft.text(at: Place(.diagnosisIndicator)) == "9")
        #expect(sent(draft).contains("HI*BK:"))
        draft.type("0", at: Place(.diagnosisIndicator), in: Writers.context)
        #expect(sent(draft).contains("HI*ABK:") && !sent(draft).contains("HI*BK:"))
    }

    @Test(arguments: [("abc", "sent as the rest of the claim makes it"), ("455.50.", "sent as the rest")])
    func `a total that is no amount is not said to be read`(total: String, said: String) throws {
        let arrival = try claim("*455.50*", "*\(total)*").arrival(id: "read", in: Writers.context)
        let faults = arrival.faults.map(\.message).filter { $0.contains("CLM02") }
        #expect(faults.count == 1 && faults.allSatisfy { $0.contains(said) && !$0.contains("read as meant") })
        #expect(sent(arrival.draft).contains("*455.5*"))
    }

    @Test func `a qualifier that the 837P does not have is read as meant`() throws {
        let text = try text()
        let rendering = try #require(text.split(separator: "~").first { $0.contains("NM1*82*") }).drop { $0 != "N" }
        let wrong = rendering.replacing("*XX*", with: "*MI*")
        let arrival = try claim(String(rendering), String(wrong)).arrival(id: "read", in: Writers.context)
        #expect(arrival.faults.contains { $0.message.contains("2310B NM108") && $0.message.contains("read as meant") })
        #expect(!arrival.draft.carried.contains { $0.text.hasPrefix("NM1*82") && $0.loop == "2310B" })
        #expect(sent(arrival.draft).contains(rendering.uppercased()))
    }

    @Test func `a narrative that is too long for the guide is in its field, to be shortened`() throws {
        let text = try text()
        let note = try #require(text.split(separator: "~").last { $0.contains("NTE*ADD*") }).drop { $0 != "N" }
        let long = String(repeating: "KETAMINE HCL ", count: 7)
        let draft = try claim(String(note), "NTE*ADD*\(long)").arrival(id: "read", in: Writers.context).draft
        let places = draft.places.filter { draft.text(at: $0).hasPrefix("KETAMINE HCL KETAMINE") }
        #expect(places.count == 1 && places.allSatisfy { draft.state(at: $0).unreadable != nil })
        #expect(!draft.carried.contains { $0.text.contains("KETAMINE HCL KETAMINE") })
    }

    @Test func `what is wrong and came with the file names the segment that can be dropped`() throws {
        var draft = ClaimExample.sample.draft
        draft.carried = [
            CarriedSegment(loop: "2300", text: "REF*EA*M-7"), CarriedSegment(loop: "2300", text: "REF*LX"),
        ]
        let dropped = ProfessionalFile.obstacles(of: draft, in: Writers.context).compactMap(\.carried)
        #expect(dropped.map(\.text) == ["REF*LX"])
    }

    @Test func `texts go out in capitals, and that is no change to report`() throws {
        var draft = ClaimExample.sample.draft
        draft.type("Riviera-Lake", at: Place(.patientLastName), in: Writers.context)
        draft.type("cc-77a", at: Place(.account), in: Writers.context)
        let file = try Writers.file(of: [draft])
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("*RIVIERA-LAKE*") && text.contains("CLM*CC-77A*"))
        #expect(file.bytes.allSatisfy { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        #expect(file.transliterations.isEmpty)
    }

    @Test func `what no field holds is listed with what a receiver would reject`() throws {
        var draft = ClaimExample.sample.draft
        draft.carried = [
            CarriedSegment(loop: "2300", text: "REF*EA*M-7"), CarriedSegment(loop: "2300", text: "REF*LX"),
        ]
        draft.lines[0].carried = [CarriedSegment(loop: "2400", text: "REF*6R*L-1")]
        let lines = ArrivedText.lines(of: draft, in: Writers.context)
        #expect(lines.contains("2300, claim") && lines.contains("  REF*EA*M-7"), "\(lines)")
        #expect(lines.contains("2400, line 1, service line") && lines.contains("  REF*6R*L-1"), "\(lines)")
        let place = try #require(lines.firstIndex(of: "  REF*LX"))
        #expect(lines[place + 1].contains("✗") && lines.allSatisfy { $0.columns <= 80 }, "\(lines)")
        #expect(draft.carriedCount == 3)
    }

    @Test func `an unwritable text is an obstacle at its field`() {
        let draft = ClaimExample.sample.with(.patientLastName, "李").draft
        let obstacles = ProfessionalFile.obstacles(of: draft, in: Writers.context)
        #expect(obstacles.contains { $0.place == Place(.patientLastName) })
        #expect(obstacles.allSatisfy { $0.place != nil })
    }

    @Test func `what follows from a field is said of that field and its line`() {
        let draft = ClaimExample.officeVisit.without(.lineFrom).with(.linePointers, "")
            .with(.linePointers, row: 1, "").draft
        let places = ProfessionalFile.obstacles(of: draft, in: Writers.context).map(\.place)
        #expect(places.contains(Place(.linePointers)) && places.contains(Place(.linePointers, row: 1)))
        #expect(places.contains(Place(.lineFrom)) && !places.contains(nil), "\(places)")
    }

    @Test func `the form has what a file brought for its boxes`() throws {
        var draft = ClaimExample.sample.draft
        draft.type("DN", at: Place(.referringQualifier), in: Writers.context)
        draft.carried = [
            ("2300", "HI*BG:AA*BG:AB"), ("2300", "DTP*304*D8*20261101"), ("2300", "DTP*314*RD8*20261001-20261015"),
            ("2310A", "REF*0B*OH123"), ("2310B", "REF*G2*R-5"), ("2310C", "REF*LU*SITE7"),
        ].map { CarriedSegment(loop: $0.0, text: $0.1) }
        let form = try #require(CMS1500.forms(of: draft).first)
        func box(_ number: String) -> String {
            (form.upper + form.lower).filter { $0.number == number }.map(\.content).joined(separator: "|")
        }
        #expect(box("10d") == "AA AB" && box("15") == "304  11 01 2026" && box("16") == "10 01 2026  10 15 2026")
        #expect(box("17a") == "0B  OH123" && box("32b") == "LUSITE7")
        #expect(form.lines.first?.provider == "G2R-5")
    }
}

extension ClaimDraft {
    /// The same with a field written as another draft has it, where both read alike.
    fileprivate func retyped(_ field: Field, of other: ClaimDraft) -> ClaimDraft {
        guard state(at: Place(field)).value == other.state(at: Place(field)).value else { return self }
        var copy = self
        copy.type(other.text(at: Place(field)), at: Place(field), in: Writers.context)
        return copy
    }
}
