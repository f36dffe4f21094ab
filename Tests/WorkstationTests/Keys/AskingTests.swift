import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A claim that is open elsewhere is asked for, and comes, or does not.
struct AskingTests {
    private let id = Turns.claim.id

    @Test func `It is asked for with a reason, and waiting keeps nobody from reading`() throws {
        let desk = try Turns.reading().press(.alt("a"))
        #expect(desk.text.contains("Reason"))
        desk.press(.enter)
        #expect(desk.message.contains("required"))
        desk.type("Payer is on the phone").press(.enter)
        #expect(desk.turnSteps == [.ask(reason: "Payer is on the phone")])
        desk.take(.turn(id: id, .waiting(reason: "Payer is on the phone")))
        #expect(desk.text.contains("Asked Dana at FRONT-DESK; waiting (60 s)"))
        desk.screen(.diagnosis).type("F33")
        #expect(desk.text.contains("waiting (60 s)") && desk.message.contains("wait for the answer"))
        #expect(desk.press(.alt("a")).message.contains("wait for the answer"))
    }

    @Test func `The palette has it where it applies, and the footer names its key`() throws {
        let desk = try Turns.reading()
        #expect(desk.text.contains("Alt-a Ask for claim"), "\(desk.text)")
        desk.press(.alt("x")).type("ask whoever")
        #expect(desk.text.contains("Ask for claim"))
        desk.press(.enter)
        #expect(desk.text.contains("Reason"))
        let own = try TestDesk(open: Turns.claim).press(.alt("x"))
        own.type("ask whoever")
        #expect(own.text.contains("No matching command"))
    }

    @Test func `Once it is given it can be changed, as it was saved last`() throws {
        let desk = try Turns.waiting()
        desk.go(to: .amountPaid)
        var saved = Turns.claim
        saved.type("99", at: Place(.amountPaid), in: ClaimExample.parsing)
        desk.take(.turn(id: id, .ours(OpenedClaim(draft: saved, status: .flagged, history: [], isNew: false))))
        #expect(desk.message.hasPrefix("You can change this claim now") && !desk.text.contains("READ-ONLY"))
        #expect(desk.focus == Place(.amountPaid) && desk.draft == saved)
        desk.type("5").take(.saveDue)
        #expect(desk.store[id]?.draft.text(at: Place(.amountPaid)) == "995")
    }

    @Test func `It does not come into what is being typed elsewhere`() throws {
        let desk = try Turns.waiting()
        desk.press(.alt("x")).type("pri")
        desk.take(
            .turn(id: id, .ours(OpenedClaim(draft: Turns.claim, status: .flagged, history: [], isNew: false))))
        desk.type("nt")
        #expect(desk.text.contains("> print") && desk.draft == Turns.claim)
    }

    @Test func `Who has it may keep it`() throws {
        let desk = try Turns.waiting()
        desk.take(.turn(id: id, .refused))
        #expect(desk.message == "Dana at FRONT-DESK keeps the claim." && !desk.text.contains("waiting"))
        #expect(desk.press(.alt("o")).message.contains("Alt-a asks for it"))
        #expect(desk.turnSteps == [.ask(reason: "x")])
    }

    @Test func `Without an answer a key of its own takes it over, with the reason`() throws {
        let desk = try Turns.waiting(because: "Payer is on the phone").take(.turn(id: id, .unanswered))
        #expect(desk.message.hasPrefix("No answer from Dana at FRONT-DESK."))
        // Whatever is pressed besides is no answer to it.
        desk.press(.enter, .function(8), .down, .character("y"))
        #expect(desk.text.contains("No answer from Dana at FRONT-DESK in 60 s") && desk.turnSteps.count == 1)
        desk.press(.alt("o"))
        #expect(desk.turnSteps.last == .take(reason: "Payer is on the phone"))
        desk.press(.alt("a"))
        #expect(desk.text.contains("Payer is on the phone"))
    }

    @Test func `A claim that was closed there is opened without a question`() throws {
        let desk = try Turns.reading().take(.turn(id: id, .held(by: nil)))
        #expect(desk.message.hasPrefix("Nobody has this claim open") && desk.text.contains("nobody has it open"))
        desk.press(.alt("a"))
        #expect(desk.turnSteps == [.take(reason: nil)])
    }

    @Test func `Nobody has it is said only as long as it is true`() throws {
        let desk = try Turns.reading().take(.turn(id: id, .held(by: nil)))
        desk.take(.turn(id: id, .held(by: HeldElsewhere(person: "Lee", desk: "BACK-ROOM", since: "10:05"))))
        #expect(desk.message == "Lee at BACK-ROOM has this claim open now.")
        desk.take(.turn(id: id, .gone))
        #expect(desk.message == "This claim was deleted in another window. Esc goes back to the list.")
    }
}

/// Who has a claim open is asked for it, and goes on typing.
struct AskedTests {
    private let id = Turns.claim.id

    @Test func `The question stays in sight, and takes no key from the field`() throws {
        let desk = try Turns.asked()
        #expect(
            desk.message == "Dana at FRONT-DESK asks for this claim (Payer is on the phone). "
                + "Alt-g gives it (it is saved first), Alt-k keeps it.")
        desk.go(to: .amountPaid).type("gkG5").press(.enter, .function(8), .escape)
        #expect(desk.turnSteps.isEmpty)
        #expect(desk.store[id]?.draft.text(at: Place(.amountPaid)) == "gkG5")
    }

    @Test func `It stays in sight over whatever lies on the claim`() throws {
        let desk = try Turns.asked()
        let question = "Dana at FRONT-DESK asks for this claim"
        for keys: [Key] in [[.alt("x")], [.control("p")], [.control("t")], [.function(1)], [.alt("f")], [.alt("f")]] {
            desk.press(keys)
            #expect(desk.text.contains(question), "\(keys)")
            desk.press(.escape)
        }
        desk.take(.turn(id: id, .withdrawn))
        #expect(!desk.text.contains(question) && desk.message == "Dana at FRONT-DESK asks no longer.")
    }

    @Test func `The key that asks for a claim says once more who asks for this one, and why`() throws {
        let desk = try Turns.asked().press(.enter)
        #expect(!desk.message.contains("Payer is on the phone"))
        #expect(
            desk.press(.alt("a")).message.hasPrefix("Dana at FRONT-DESK asks for this claim (Payer is on the phone)"))
        #expect(desk.turnSteps.isEmpty)
    }

    @Test func `What is keyed is saved before it is given`() throws {
        let desk = try Turns.asked().go(to: .amountPaid).type("55").press(.alt("g"))
        guard case .save(let saved)? = desk.effects.dropLast().last else {
            Issue.record("\(desk.effects.suffix(2))")
            return
        }
        #expect(saved.draft.text(at: Place(.amountPaid)) == "55" && desk.effects.last == .turn(id: id, .give))
        desk.take(.turn(id: id, .given(to: Turns.dana)))
        #expect(desk.message == "Given to Dana at FRONT-DESK. You can read on.")
        desk.type("6")
        #expect(desk.draft.text(at: Place(.amountPaid)) == "55" && desk.message.hasPrefix("Dana has this claim open"))
    }

    @Test func `It is not given from under something half typed`() throws {
        let desk = try Turns.asked().press(.alt("x")).type("pri").press(.alt("g"))
        #expect(desk.text.contains("> pri") && desk.message.hasPrefix("Finish this first") && desk.turnSteps.isEmpty)
        desk.press(.escape, .alt("g"))
        #expect(desk.turnSteps == [.give])
    }

    @Test func `Keeping it answers the question`() throws {
        let desk = try Turns.asked().press(.alt("k"))
        #expect(desk.turnSteps == [.keep] && desk.message.hasPrefix("You keep the claim"))
        #expect(!desk.text.contains("asks for this claim"))
        #expect(desk.press(.alt("k")).message == "Nobody asks for this claim.")
        #expect(desk.press(.alt("a")).message.hasPrefix("You have this claim open"))
    }

    @Test func `A claim that was taken hands over what was keyed`() throws {
        let desk = try TestDesk(open: Turns.claim).go(to: .amountPaid).type("55")
        desk.take(.turn(id: id, .taken(by: Turns.dana)))
        #expect(desk.store[id]?.draft.text(at: Place(.amountPaid)) == "55")
        #expect(desk.message.hasPrefix("Dana at FRONT-DESK has taken this claim over"))
        desk.type("6").take(.saveDue)
        #expect(desk.store[id]?.draft.text(at: Place(.amountPaid)) == "55")
    }

    @Test func `News of another claim changes nothing`() throws {
        let desk = try TestDesk(open: Turns.claim)
        desk.take(.turn(id: "other", .asked(by: Turns.dana, reason: "x")))
        #expect(desk.message.isEmpty && !desk.text.contains("asks for"))
        let list = try TestDesk().take(.turn(id: id, .asked(by: Turns.dana, reason: "x")))
        #expect(list.press(.alt("g")).message == "Open the claim first: Enter.")
    }
}
