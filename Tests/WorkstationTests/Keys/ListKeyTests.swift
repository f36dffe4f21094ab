import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Lines and lists: Enter's way through them, and the keys that copy, delete and begin.
struct ListKeyTests {
    @Test func `Enter on an empty row leaves the list`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.diagnosis).type("F33.2").press(.enter)
        #expect(desk.focus == Place(.diagnosisCode, row: 1))
        desk.press(.enter)
        #expect(desk.openScreen == .procedure)
    }

    @Test func `Enter after a line's last field opens the next line, and an empty line leaves`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).screen(.procedure)
        for _ in 0..<40 where desk.focus?.row == 0 { desk.press(.enter) }
        #expect(desk.focus == Place(.lineFrom, row: 1))
        for _ in 0..<40 where desk.focus?.row == 1 { desk.press(.enter) }
        #expect(desk.focus == Place(.lineFrom, row: 2))
        desk.press(.enter)
        #expect(desk.openScreen == .hcpcs)
    }

    @Test func `An empty row of trials leads to the scores below`() throws {
        let desk = try TestDesk(open: ClaimDraft(id: "blank")).screen(.documentation)
        #expect(desk.focus == Place(.trialDrug))
        desk.press(.enter)
        #expect(desk.focus == Place(.scoreInstrument))
        desk.press(.enter)
        #expect(desk.focus == Place(.symptoms))
    }

    @Test func `A drug line can be begun on the HCPCS screen with any of its fields`() throws {
        let desk = try TestDesk(open: ClaimDraft(id: "blank")).screen(.hcpcs).type("11102026").press(.enter)
        #expect(desk.focus == Place(.lineTo))
        desk.press(.enter, .enter).type("J3490")
        #expect(desk.focus == Place(.lineProcedure))
        #expect(desk.focusIsOnScreen)
        #expect(desk.draft.lines.count == 1)
        desk.screen(.ndc).type("0143-9508-01")
        #expect(desk.draft.text(at: Place(.lineNDC)) == "0143-9508-01")
        #expect(desk.text.contains("00143950801"))
    }

    @Test func `F4 takes the text above, then that of the last claim`() throws {
        let earlier = PriorClaim(draft: ClaimExample.sample.draft, status: .paid)
        let desk = try TestDesk(open: ClaimDraft(id: "blank"), history: [earlier]).go(to: .patientCity)
        desk.press(.function(4))
        #expect(desk.draft.patient.address.city.text == "Cleveland")
        desk.go(to: .lineFrom).type("11/09/2026").go(to: .lineFrom, row: 1).press(.function(4))
        #expect(desk.draft.lines[1].from.text == "11/09/2026")
        desk.go(to: .patientMiddleName).press(.function(4))
        #expect(desk.message.hasPrefix("Nothing to copy"))
    }

    @Test func `F5 copies the line, F7 removes it, F8 begins one`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).screen(.procedure).press(.function(5))
        #expect(desk.draft.lines.count == 3)
        #expect(desk.draft.lines[2] == desk.draft.lines[0])
        #expect(desk.focus == Place(.lineFrom, row: 2))
        desk.press(.function(7))
        #expect(desk.draft == ClaimExample.sample.draft)
        desk.go(to: .lineFrom).press(.function(8))
        #expect(desk.focus?.row == 1)
        desk.press(.function(8))
        #expect(desk.focus == Place(.lineFrom, row: 2))
        desk.press(.function(8))
        #expect(desk.message == "This line is still empty: enter the next one here.")
        desk.press(.function(5))
        #expect(desk.message.contains("nothing to duplicate"))
        desk.press(.function(7))
        #expect(desk.message == "This line is already empty.")
    }

    @Test func `A claim has at most fifty lines and says so at the next`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).screen(.procedure)
        for _ in 0..<48 { _ = desk.workstation.handle(.event(.key(.function(5)))) }
        #expect(desk.draft.lines.count == 50)
        desk.press(.function(5))
        #expect(desk.message == "At most 50 of these on a claim.")
        desk.go(to: .lineFrom, row: 49).press(.function(8))
        #expect(desk.message == "At most 50 of these on a claim; this is the last.")
        #expect(desk.text.contains("50 "))
        for _ in 0..<40 where desk.openScreen == .procedure { desk.press(.enter) }
        #expect(desk.openScreen == .hcpcs)
    }

    @Test func `In a long text Enter breaks the line and Tab leaves`() throws {
        let desk = try TestDesk(open: ClaimDraft(id: "blank")).go(to: .symptoms).type("a").press(.enter).type("b")
        #expect(desk.draft.chart.symptoms.text == "a\nb")
        desk.press(.up)
        #expect(desk.focus == Place(.symptoms))
        desk.press(.tab)
        #expect(desk.focus == Place(.rationale))
    }

    @Test func `In a grid Up and Down keep the column`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .lineCharge)
        desk.press(.down)
        #expect(desk.focus == Place(.lineCharge, row: 1))
        desk.press(.up)
        #expect(desk.focus == Place(.lineCharge))
    }
}

/// Leaving a full field by itself, and the bell: both only where the user has asked for them.
struct PreferenceTests {
    @Test func `A full field of fixed length sends the cursor on, and the Enter that follows is absorbed`() throws {
        let desk = try TestDesk(preferences: Preferences(advancesAutomatically: true)).press(.function(8))
        desk.go(to: .billingNPI).type("1122233343")
        let next = desk.focus
        #expect(next != Place(.billingNPI))
        desk.press(.enter)
        #expect(desk.focus == next)
        #expect(!desk.message.isEmpty)
        desk.press(.enter)
        #expect(desk.focus != next)
        desk.go(to: .billingNPI).type("112223334")
        #expect(desk.focus == Place(.billingNPI))
    }

    @Test(arguments: [(Field.patientLastName, "Rivera"), (.diagnosisCode, "F33.2"), (.lineCharge, "210")])
    func `What may go on never sends the cursor on`(field: Field, text: String) throws {
        let desk = try TestDesk(preferences: Preferences(advancesAutomatically: true)).press(.function(8))
        desk.go(to: field).type(text)
        #expect(desk.focus == Place(field))
    }

    @Test func `Nothing advances by itself unless asked for, and a paste never does`() throws {
        let plain = try TestDesk().press(.function(8)).go(to: .billingNPI).type("1122233343")
        #expect(plain.focus == Place(.billingNPI))
        let desk = try TestDesk(preferences: Preferences(advancesAutomatically: true)).press(.function(8))
        desk.go(to: .placeOfService).paste("11\t25")
        #expect(desk.draft.identity.placeOfService.text == "11")
        #expect(desk.draft.identity.amountPaid.text == "25")
    }

    @Test func `A new error sounds once, and never again`() throws {
        let desk = try TestDesk(preferences: Preferences(beepsOnError: true)).press(.function(8))
        desk.go(to: .billingNPI).type("1122233344")
        #expect(desk.beeps == 1)
        desk.press(.left, .right, .backspace).type("4").press(.enter)
        #expect(desk.beeps == 1)
        let quiet = try TestDesk().press(.function(8)).go(to: .billingNPI).type("1122233344")
        #expect(quiet.beeps == 0)
    }

    @Test func `A claim that opens with errors is silent`() throws {
        let desk = try TestDesk(
            open: ClaimExample.incompleteCodes.draft, preferences: Preferences(beepsOnError: true))
        #expect(!desk.shownErrors.isEmpty)
        #expect(desk.beeps == 0)
    }
}

extension TestDesk {
    var beeps: Int { effects.count { $0 == .beep } }
}
