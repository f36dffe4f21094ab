import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import TerminalKit
import Testing
import TextKit

@testable import Workstation
@testable import cleanclaim
import TestStore

/// A claim that was changed in two windows.
struct ConflictTests {
    private let store: ClaimStore
    private let mine: DeskWindow
    private let other: DeskWindow
    private let id = ClaimExample.officeVisit.draft.id

    init() throws {
        store = try ClaimStore.forTest()
        try store.startAccountNumbers(at: 7001)
        try store.save(ClaimRecord(ClaimExample.officeVisit.draft))
        mine = try DeskWindow(on: store).open(id)
        other = try DeskWindow(on: store).open(id)
    }

    private var stored: ClaimRecord { get throws { try store.claim(id, in: mine.clerk.office.parsing) } }

    private func text(_ field: Field, of id: String? = nil) throws -> String {
        try store.claim(id ?? self.id, in: mine.clerk.office.parsing).draft.text(at: Place(field))
    }

    @Test func `what each window changed goes together and the keyer goes on`() throws {
        other.type("12", at: .linePlaceOfService).save()
        mine.type("5", at: .amountPaid).save()
        #expect(mine.message == "Another window changed POS of line 1 meanwhile: taken. Ctrl-Z undoes.")
        #expect(try !mine.clerk.hasUnsavedWork && text(.linePlaceOfService) == "12" && text(.amountPaid) == "5")
        // The next character goes behind the last one.
        #expect(mine.focus == Place(.amountPaid))
        mine.press([.character("0")]).save()
        #expect(try text(.amountPaid) == "50" && text(.linePlaceOfService) == "12")
    }

    /// As by a remittance that another desk takes in.
    @Test func `what is stored of an open claim elsewhere is shown here, and nothing typed is lost`() throws {
        mine.type("5", at: .amountPaid).save()
        try store.mark(id, as: .denied)
        mine.type("X", at: .patientMiddleName)
        mine.noticeChanges().save()
        #expect(try mine.status == .denied && stored.status == .denied, "\(mine.message)")
        #expect(mine.message.contains("It is DENIED now.") && mine.draft.text(at: Place(.patientMiddleName)) == "X")
        #expect(try !mine.clerk.hasUnsavedWork && text(.patientMiddleName) == "X" && text(.amountPaid) == "5")
        try store.mark(id, as: .paid)
        mine.noticeChanges().save()
        #expect(mine.message == "Another window has changed the status of this claim. It is PAID now.")
        mine.noticeChanges()
        #expect(!mine.clerk.hasUnsavedWork)
        // Undo takes back what was typed, and not what the payer said.
        mine.press([.control("z")]).save()
        #expect(try text(.patientMiddleName) == "" && stored.status == .paid)
    }

    @Test func `one step of undo leads back to what was mine`() throws {
        let before = try text(.linePlaceOfService)
        other.type("12", at: .linePlaceOfService).save()
        mine.type("5", at: .amountPaid).save().press([.control("z")]).save()
        #expect(try text(.linePlaceOfService) == before && text(.amountPaid) == "5")
        mine.press([.control("y")]).save()
        #expect(try text(.linePlaceOfService) == "12" && text(.amountPaid) == "5")
    }

    @Test func `nothing is saved before a clash is decided`() throws {
        other.type("12", at: .linePlaceOfService).type("99", at: .amountPaid).save()
        mine.type("5", at: .amountPaid).save()
        #expect(mine.text.contains("Not saved: 1 value was changed here and in another window"))
        #expect(try mine.clerk.unsavedWork == UnsavedWork(claims: 1, failed: [id]) && text(.amountPaid) == "99")
        mine.press([.enter, .function(8)]).save()
        #expect(try mine.message.hasPrefix("Not saved: 1 value is not chosen yet.") && text(.amountPaid) == "99")
        mine.press([.character("m"), .function(8)]).save()
        #expect(try !mine.clerk.hasUnsavedWork && text(.amountPaid) == "5" && text(.linePlaceOfService) == "12")
        #expect(mine.message.hasPrefix("Another window changed POS of line 1 meanwhile: taken."))
    }

    @Test func `theirs is taken where it is chosen, and can be keyed on`() throws {
        other.type("99", at: .amountPaid).save()
        mine.type("X", at: .patientMiddleName).type("5", at: .amountPaid).save()
        mine.press([.right, .function(8)]).save()
        #expect(try text(.amountPaid) == "99" && text(.patientMiddleName) == "X")
        mine.press([.control("z")]).save()
        #expect(try text(.amountPaid) == "5")
    }

    @Test func `a ready claim that is merged is a draft again`() throws {
        other.press([.function(12), .function(8)]).save()
        #expect(try stored.status == .ready)
        mine.type("5", at: .amountPaid).save()
        #expect(mine.message.hasSuffix("This claim is a draft again (was ready)."))
        #expect(try mine.status == .clean && stored.status == .clean && text(.amountPaid) == "5")
    }

    @Test func `what the payer has keeps its status`() throws {
        var sent = try stored
        sent.status = .submitted
        try store.save(sent)
        mine.type("5", at: .amountPaid).save()
        #expect(
            mine.message.contains("It is SUBMITTED now. Your edit is not submitted: Ctrl-K starts a corrected claim."))
        #expect(try stored.status == .submitted && text(.amountPaid) == "5")
    }

    @Test func `what is put off is asked again`() throws {
        other.type("99", at: .amountPaid).save()
        mine.type("5", at: .amountPaid).save().press([.escape])
        #expect(mine.message == ClaimEditor.conflictText)
        mine.type("X", at: .patientMiddleName).save()
        #expect(try text(.amountPaid) == "99" && text(.patientMiddleName).isEmpty)
        mine.reopen(id)
        #expect(mine.text.contains("Not saved: 1 value") && mine.draft.text(at: Place(.amountPaid)) == "5")
        mine.press([.right, .function(8)]).save()
        #expect(try text(.amountPaid) == "99" && text(.patientMiddleName) == "X")
    }

    @Test func `who changes the claim once more meanwhile is not written over`() throws {
        other.type("99", at: .amountPaid).save()
        mine.type("5", at: .amountPaid).save()
        other.type("12", at: .linePlaceOfService).save()
        mine.press([.character("m"), .function(8)]).save()
        #expect(try text(.amountPaid) == "5" && text(.linePlaceOfService) == "12")
    }

    @Test func `both are kept`() throws {
        other.type("99", at: .amountPaid).save()
        mine.type("5", at: .amountPaid).save().press([.end, .enter]).save()
        #expect(try mine.draft.id != id && text(.amountPaid) == "99" && text(.amountPaid, of: mine.draft.id) == "5")
        #expect(mine.draft.identity.account.text == "7001")
        try store.lock(id).release()
    }

    @Test func `a claim that was deleted elsewhere is kept as a new one`() throws {
        try store.delete(id)
        mine.type("5", at: .amountPaid).save()
        #expect(mine.text.contains("This claim was deleted in another window."))
        mine.press([.enter]).save()
        #expect(try text(.amountPaid, of: mine.draft.id) == "5")
    }

    @Test func `the other person is named`() throws {
        let sandbox = try Sandbox(isNew: true)
        let data = sandbox.file("data/cleanclaim")
        let dana = try Keyring.make(forData: data, first: .person(name: "Dana", passphrase: "correct horse battery"))
        try dana.add("Kim", as: .keyer, passphrase: "another long phrase")
        let kim = try #require(try Keyring.open(forData: data))
        try kim.unlock(by: .passphrase(name: "Kim", "another long phrase", code: nil))
        let store = try ClaimStore(folder: data, keyring: kim)
        try store.save(ClaimRecord(ClaimExample.officeVisit.draft))
        let mine = try DeskWindow(on: ClaimStore(folder: data, keyring: dana)).open(id)
        try DeskWindow(on: store).open(id).type("12", at: .linePlaceOfService).save()
        #expect(mine.type("5", at: .amountPaid).save().message.hasPrefix("Kim changed POS of line 1 meanwhile: taken."))
    }
}
