import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A payer's eligibility answer (271) at the desk: a file by its name, what would change, and one undo.
struct EligibilityKeyTests {
    func desk(_ size: Size = Workstation.smallest, offer: EligibilityOffer? = nil) throws -> TestDesk {
        let desk = try TestDesk(size).take(.directory(ReferenceKeyTests.entries))
        desk.eligibility = offer ?? self.offer(desk)
        return desk
    }

    /// A copay for the coverage of the sample's patient.
    private func offer(_ desk: TestDesk) -> EligibilityOffer {
        let before = desk.workstation.inputs.directory.entries(.coverage)[0]
        let after = before.with(before.texts.merging([Field.copay.id: "35.00"]) { $1 })
        return EligibilityOffer(
            messages: [
                "answer.271, segment 12: no coverage on file is this person's.", "1 coverage would be updated.",
            ],
            change: ReferenceChange("eligibility answer (271)", [.init(before: before, after: after)]))
    }

    private func copays(_ desk: TestDesk) -> [String] {
        desk.workstation.inputs.directory.entries(.coverage).map { $0.text(of: .copay) }
    }

    func read(_ desk: TestDesk) -> TestDesk {
        desk.press(.alt("f"), .control("b")).type("answer.271").press(.enter)
    }

    @Test func `what would change is shown first, then done with a key and undone with one`() throws {
        let desk = read(try desk())
        #expect(desk.effects.contains(.readEligibility("answer.271")))
        #expect(desk.text.contains("nothing is changed yet") && desk.text.contains("segment 12"))
        #expect(desk.text.contains("Rivera, Dana") && desk.text.contains("35.00") && desk.text.contains("was blank"))
        #expect(copays(desk) == ["", ""])
        desk.press(.function(8))
        #expect(copays(desk) == ["35.00", ""] && desk.message.hasPrefix("1 coverage updated."))
        desk.press(.control("z"))
        #expect(copays(desk) == ["", ""] && desk.message.contains("Undone: eligibility answer"))
        desk.press(.control("y"))
        #expect(copays(desk) == ["35.00", ""])
    }

    @Test(arguments: [Key.escape, .enter])
    func `Esc and Enter change nothing`(key: Key) throws {
        let desk = read(try desk()).press(.function(1), .down, key)
        #expect(copays(desk) == ["", ""] && desk.message.contains("Nothing changed"))
        #expect(desk.workstation.overlay == nil)
    }

    @Test func `an answer that changes nothing has nothing to confirm`() throws {
        let empty = EligibilityOffer(messages: ["0 coverages would be updated."], change: ReferenceChange("answer", []))
        let desk = read(try desk(offer: empty)).press(.function(8))
        #expect(!desk.text.contains("F8 Update") && desk.workstation.overlay is EligibilityReview)
        desk.press(.escape)
        #expect(!desk.effects.contains { if case .changeReferences = $0 { true } else { false } })
    }

    @Test func `in the coverages of one patient, another one is named`() throws {
        let desk = try desk()
        let other = desk.workstation.inputs.directory.entries(.coverage)[1]
        let after = other.with(other.texts.merging([Field.copay.id: "20.00"]) { $1 })
        desk.eligibility = EligibilityOffer(
            messages: [], change: ReferenceChange("answer", [.init(before: other, after: after)]))
        desk.press(.alt("f")).type("rivera").press(.home, .function(3), .control("b")).type("a").press(.enter)
        #expect(desk.text.contains("! Another patient than Rivera, Dana"))
    }

    @Test func `on a file of payers it says where to go`() throws {
        let desk = try desk().press(.alt("f"), .right, .right, .right, .control("b"))
        #expect(desk.message.contains("Patients or Coverages") && desk.workstation.overlay == nil)
    }
}
