import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Keys that give a field its text, or take it away.
struct FieldKeyTests {
    @Test func `PgDn turns the pages of the practice setup`() throws {
        let desk = try TestDesk().press(.control("o")).type("9")
        #expect(desk.text.contains("page 1 of 2"))
        desk.press(.pageDown)
        #expect(desk.text.contains("page 2 of 2") && desk.text.contains(FieldGroup.submitter.title))
        #expect(!FieldGroup.billingProvider.fields.contains { $0 == desk.focus?.field } && desk.focusIsOnScreen)
        desk.press(.pageUp)
        #expect(desk.text.contains("page 1 of 2"))
        desk.press(.pageUp)
        #expect(desk.text.contains("This is the first screen."))
    }

    @Test func `Ctrl-U empties the field, and undo brings its text back`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .payerName).press(.control("u"))
        #expect(desk.draft.payer.name.text.isEmpty)
        #expect(desk.message.contains("Ctrl-Z"))
        desk.press(.control("u"))
        #expect(desk.message == "This field is already empty.")
        desk.press(.control("z"))
        #expect(desk.draft == ClaimExample.sample.draft)
    }

    @Test func `Ctrl-U in the middle of a text takes all of it in the step that typing began`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .payerName).press(.end).type(" X")
        desk.press(.left, .left, .control("u"))
        #expect(desk.draft.payer.name.text.isEmpty)
        desk.type("New").press(.control("z"))
        #expect(desk.draft.payer.name.text == "Medical Mutual")
    }

    @Test func `Ctrl-U empties the filter of the worklist, of a look-up and of a question`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        desk.type("zzz").press(.control("u"))
        #expect(desk.text.contains("RIVERA") || desk.text.contains("Rivera"))
        desk.press(.enter, .control("p"), .enter, .end, .enter).type("out").press(.control("u"), .enter)
        #expect(desk.message.contains("File is required"))
    }

    @Test func `Alt-c copies the field as it was keyed, and says where there is nothing`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientLastName).press(.alt("c"))
        #expect(desk.effects.last == .copy("Rivera") && desk.message.contains("Copied"))
        desk.go(to: .patientMiddleName).press(.alt("c"))
        #expect(desk.effects.last == .copy("Rivera") && desk.message.contains("nothing to copy"))
    }

    @Test func `A field with a look-up is marked, and a finding takes the place of the mark`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .diagnosisCode)
        #expect(desk.text.contains("▾"))
        let wrong = try TestDesk(open: ClaimExample.sample.with(.diagnosisCode, "F33").draft).go(to: .diagnosisCode)
        #expect(wrong.text.filter { $0 == "▾" }.count == desk.text.filter { $0 == "▾" }.count - 1)
    }

    @Test func `F4 on the insured's address takes the patient's, whole and undoable`() throws {
        let example = ClaimExample.sample
        let desk = try TestDesk(open: example.draft).go(to: .subscriberStreet)
        #expect(desk.text.contains("F4 copies the patient's"))
        desk.press(.function(4))
        #expect(desk.draft.subscriber.address == desk.draft.patient.address)
        desk.press(.control("z"))
        #expect(desk.draft == example.draft)
    }

    @Test func `F4 leaves the insured's other fields as they are`() throws {
        let draft = ClaimExample.sample.with(.subscriberStreet, "9 Oak St").draft
        let desk = try TestDesk(open: draft).go(to: .subscriberCity).press(.function(4))
        #expect(desk.draft.subscriber.address.street.text == "9 Oak St")
        #expect(desk.draft.subscriber.address.city.text == desk.draft.patient.address.city.text)
        #expect(desk.draft.subscriber.address.zip.isEmpty)
    }

    @Test func `A spouse's own address comes from the last claim`() throws {
        let spouse = ClaimExample.sample.with(.relationship, "01")
        let last = PriorClaim(draft: spouse.with(.subscriberStreet, "9 Oak St").draft, status: .paid)
        let desk = try TestDesk(open: spouse.draft, history: [last]).go(to: .subscriberStreet).press(.function(4))
        #expect(desk.draft.subscriber.address.street.text == "9 Oak St")
        #expect(desk.draft.subscriber.address.city.isEmpty)
    }

    @Test(arguments: [("y", "A"), ("N", "C"), ("no", "C"), ("B", "B")])
    func `Box 27 takes yes and no, and shows the code`(typed: String, code: String) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .acceptsAssignment).type(typed)
        #expect(desk.draft.signatures.acceptsAssignment.value?.code == code)
        #expect(desk.shownFindings.allSatisfy { $0.place.field != .acceptsAssignment })
    }

    @Test func `The setup asks for nothing that a claim would not take over`() throws {
        let desk = try TestDesk().press(Keys.screen(9))
        let asked = Set(desk.layout.slots.map(\.place.field))
        #expect(!asked.contains(.providerSignatureDate))
        #expect(asked.contains(.providerSignature))
    }

    @Test func `A setup that is left with an error says so`() throws {
        let desk = try TestDesk().press(Keys.screen(9)).go(to: .billingNPI).type("1122233344").press(.escape)
        #expect(desk.openScreen == nil)
        #expect(desk.text.contains("Setup saved with 1 error"))
        #expect(desk.text.contains("Ctrl-O 9"))
        desk.press(Keys.screen(9)).go(to: .billingNPI).type("1122233343").press(.escape)
        #expect(!desk.text.contains("Setup saved with"))
    }
}
