import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// The files that were sent, and sending from the worklist.
struct BatchKeyTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit])
        return desk
    }

    @Test func `Ctrl-Q lists the files, Enter the claims of one, Enter opens a claim, Esc comes back step by step`()
        throws
    {
        let desk = try desk().press(.control("q"))
        #expect(desk.text.contains("Submitted  3 files") && desk.text.contains("$765.00"))
        desk.press(.down, .enter)
        #expect(desk.text.contains("File 16  3 claims") && desk.text.contains("OSEI, KWAME"))
        #expect(desk.text.contains("rejected") && desk.text.contains("none yet"))
        desk.press(.enter)
        #expect(desk.openScreen == .claim && desk.draft.id == ClaimExample.sample.draft.id)
        #expect(desk.text.contains("Esc Submitted"))
        desk.press(.escape)
        #expect(desk.openScreen == nil && desk.text.contains("File 16  3 claims"))
        desk.press(.escape)
        #expect(desk.text.contains("Submitted  3 files"))
        desk.press(.escape)
        #expect(desk.text.contains("Worklist  2 claims"))
        desk.press(.enter)
        #expect(desk.text.contains("Esc Worklist"))
    }

    @Test func `Typing filters files and claims, Esc clears the filter first`() throws {
        let desk = try desk().press(.control("q")).type("test")
        #expect(desk.text.contains("Submitted  1 file") && desk.text.contains("15"))
        desk.press(.escape).type("zzz")
        #expect(desk.text.contains("Nothing matches the filter. Esc clears it."))
        desk.press(.enter)
        #expect(desk.message == "Nothing is selected. Esc goes back.")
        desk.press(.escape, .down, .enter).type("none yet").press(.enter)
        #expect(desk.effects.last == .open(id: "two"))
    }

    @Test func `A claim that was deleted since says so`() throws {
        let desk = try desk().press(.control("q")).press(.down, .enter, .end, .enter)
        #expect(desk.message.hasPrefix("This claim is deleted."))
    }

    @Test func `Before anything was sent the list says so`() throws {
        let desk = try TestDesk()
        desk.sent = []
        desk.press(.control("q"))
        #expect(desk.text.contains("No claims submitted yet."))
        desk.press(.enter, .down)
        #expect(desk.message == "The list is empty. Esc goes back.")
    }

    @Test func `Ctrl-V asks before it sends, and says that this is not undone`() throws {
        let desk = try desk().press(.control("v"))
        #expect(desk.text.contains("Submit 2 claims to Clearhouse Inc (PRODUCTION)?"))
        #expect(desk.text.contains("cannot be undone"))
        desk.press(.control("v"), .control("q"))
        #expect(!desk.effects.contains { if case .send = $0 { true } else { false } })
        desk.press(.escape)
        #expect(desk.message == "Nothing changed.")
        desk.press(.control("v"), .control("u")).type("mine.837").press(.enter)
        #expect(desk.effects.last == .send(to: "mine.837"))
        #expect(desk.message == "Sent.")
    }

    @Test func `A claim takes neither key for itself`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.press(.control("q"), .control("v"))
        #expect(desk.draft == ClaimExample.sample.draft && desk.submissions == nil)
        #expect(desk.message.contains("does nothing here"))
    }

    @Test(arguments: 1...8)
    func `Every navigation key moves, or says that this is the end`(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let desk = try desk().press(.control("q"))
        for _ in 0..<30 {
            let before = desk.frame
            let key = random.pick(Keys.moving)
            desk.press(key)
            guard desk.openScreen == nil, desk.submissions != nil else {
                desk.press(.escape).press(.control("q"))
                continue
            }
            #expect(desk.frame != before || !desk.message.isEmpty, "\(key.name)")
        }
    }
}

/// What has gone out before, while a claim is open.
struct SentBeforeTests {
    private func open(_ status: ClaimStatus, as version: ClaimExample = .officeVisit) throws -> TestDesk {
        let draft = ClaimExample.officeVisit.draft
        let sent = SentVersion(
            draft: version.draft, interchange: 17, day: Day(number: ClaimExample.today.number - 3), status: .submitted)
        let desk = try TestDesk()
        desk.take(.opened(OpenedClaim(draft: draft, status: status, history: [], sent: [sent], isNew: false)))
        return desk
    }

    @Test func `A claim that lies with the payer is quiet until it is to go again`() throws {
        let desk = try open(.submitted)
        #expect(!desk.shownFindings.contains { $0.rule.id == "RS-021" })
        desk.screen(.review).press(.home, .enter)
        #expect(desk.message.hasPrefix("Not ready") && desk.status == .submitted)
        #expect(desk.shownFindings.contains { $0.rule.id == "RS-021" })
        #expect(desk.text.contains("No change since"))
    }

    @Test func `A rejected claim says what has not changed, and is quiet once something has`() throws {
        let desk = try open(.rejected)
        #expect(desk.shownFindings.contains { $0.rule.id == "RS-021" })
        desk.go(to: .lineCharge).type("260").press(.enter)
        #expect(!desk.shownFindings.contains { $0.rule.id == "RS-021" })
    }

    @Test func `A second claim for the same patient, day and service is reported while the first is a draft`() throws {
        let first = PriorClaim(draft: ClaimExample.officeVisit.draft.renamed("first"), status: .draft)
        let desk = try TestDesk(open: ClaimExample.officeVisit.draft, history: [first])
        #expect(desk.shownFindings.contains { $0.rule.id == "RS-020" })
        let later = PriorClaim(draft: first.draft, status: .draft, isLater: true)
        let other = try TestDesk(open: ClaimExample.officeVisit.draft, history: [later])
        #expect(!other.shownFindings.contains { $0.rule.id == "RS-020" })
    }
}
