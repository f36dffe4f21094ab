import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The second page of the practice's setup.
struct ClearinghouseKeyTests {
    private static let setup = ClearinghouseSetup([
        .senderQualifier: "ZZ", .sender: "LAKESIDE", .receiverName: "Clearhouse Inc", .receiverQualifier: "ZZ",
        .receiver: "CLEARHOUSE", .usage: "test",
    ])

    /// The page, over a desk whose checks refuse short IDs for now and long ones for good.
    func page(_ size: Size = Workstation.smallest) throws -> TestDesk {
        let desk = try TestDesk(size)
        desk.workstation.inputs.clearinghouse = Self.setup
        desk.workstation.inputs.clearinghouseFaults = { setup in
            var faults: [ClearinghouseSetup.Item: ClearinghouseSetup.Fault] = [:]
            let count = setup[.sender].count
            if count < 2 || count > 15 { faults[.sender] = .init("Needs 2 to 15 X12 characters.", isFinal: count > 15) }
            return faults
        }
        desk.press(Keys.screen(9))
        for _ in 0..<4 where !(desk.workstation.screen is ClearinghouseScreen) { desk.press(.pageDown) }
        return desk
    }

    private func go(_ desk: TestDesk, to label: String) {
        for _ in 0..<20 {
            guard let screen = desk.workstation.screen as? ClearinghouseScreen,
                screen.entries[screen.focus].field.label != label
            else { return }
            desk.press(.down)
        }
    }

    @Test func `PgDn behind the last page of the setup opens it, PgUp goes back`() throws {
        let desk = try page()
        #expect(desk.text.contains("Practice setup: Clearinghouse") && desk.text.contains("Files go out as TEST."))
        #expect(desk.text.contains("LAKESIDE") && desk.text.contains("Clearhouse Inc"))
        #expect(desk.effects.contains(.readClearinghouse))
        desk.press(.pageUp)
        #expect(desk.openScreen == .practice)
    }

    @Test func `what is typed is saved on leaving, and only then`() throws {
        let desk = try page()
        go(desk, to: "Test or production")
        desk.press(.control("u")).type("production")
        #expect(desk.text.contains("Files go out as PRODUCTION."))
        #expect(!desk.effects.contains { if case .saveClearinghouse = $0 { true } else { false } })
        desk.press(.escape)
        var expected = Self.setup
        expected[.usage] = "production"
        #expect(desk.effects.contains(.saveClearinghouse(expected)) && desk.text.contains("Worklist"))
    }

    @Test func `nothing typed, nothing saved`() throws {
        let desk = try page().press(.down, .down, .escape)
        #expect(!desk.effects.contains { if case .saveClearinghouse = $0 { true } else { false } })
    }

    @Test func `an ID is quiet while it can become right, and marked at once when it cannot`() throws {
        let desk = try page()
        go(desk, to: "Sender ID")
        desk.press(.control("u")).type("L")
        #expect(!desk.text.contains("Needs 2 to 15"))
        desk.type("AKESIDE-BEHAVIORAL")
        #expect(desk.text.contains("Needs 2 to 15 X12 characters."))
        desk.press(.escape)
        #expect(
            desk.message.hasPrefix("Not saved. Needs 2 to 15") && desk.text.contains("Practice setup: Clearinghouse"))
        desk.press(.escape)
        #expect(desk.message == "Clearinghouse not saved: it stays as it was." && desk.text.contains("Worklist"))
        #expect(!desk.effects.contains { if case .saveClearinghouse = $0 { true } else { false } })
    }

    @Test func `the submitter's contact is the practice's own field`() throws {
        let desk = try page()
        go(desk, to: "Contact")
        desk.press(.control("u")).type("Pat Quinn").press(.escape)
        #expect(desk.workstation.inputs.practice.text(at: Place(.submitterContact)) == "Pat Quinn")
        let isSaved = desk.effects.contains { effect in
            if case .savePractice(let draft) = effect {
                draft.text(at: Place(.submitterContact)) == "Pat Quinn"
            } else {
                false
            }
        }
        #expect(isSaved)
    }

    @Test func `where nothing can be saved nothing is typed`() throws {
        let desk = try page()
        desk.workstation.inputs.isReadOnly = true
        desk.type("x")
        #expect(desk.message.hasPrefix("Read-only"))
    }
}
