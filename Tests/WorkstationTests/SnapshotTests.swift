import ClaimModel
import ClaimRules
import Foundation
import TerminalKit
import Testing

@testable import Workstation
import TextKit

/// What each screen looks like: the `.screen` files in `Snapshots`, signs and roles.
///
/// `RECORD_SCREENS=1 swift test --filter SnapshotTests` writes them anew; look at each before keeping it.
struct SnapshotTests {
    private static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
    ]

    @Test(arguments: sizes)
    func `The worklist`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.keep(ClaimExample.demo)
        try Snapshot("worklist", size).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `The files that were sent, the claims of one, and the question before sending`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.keep(ClaimExample.demo)
        desk.press(.control("v"))
        try Snapshot("send", size).check(desk)
        desk.press(.escape, .control("q"), .down)
        try Snapshot("batches", size).check(desk)
        desk.press(.enter, .down)
        try Snapshot("batch", size).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `The inbox, what came of a file, the dialog, and the clearinghouse`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.keep([.sample])
        desk.take(.inbox(InboxFiles.contents))
        try Snapshot("worklist-inbox", size).check(desk)
        try Snapshot("inbox", size).check(desk.press(.alt("i")))
        try Snapshot("inbox-result", size).check(desk.take(.filesTaken([InboxFiles.news()], isAsked: true)))
        desk.press(.escape).take(.folder(InboxFiles.folder, .inbox))
        try Snapshot("file-choice", size).check(desk.type("8"))
        try Snapshot("clearinghouse", size).check(ClearinghouseKeyTests().page(size))
    }

    @Test(arguments: sizes.prefix(2))
    func `The reference files, and an entry of one`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.take(.directory(ReferenceKeyTests.entries)).press(.alt("f"))
        try Snapshot("reference-patients", size).check(desk)
        desk.press(.function(3))
        try Snapshot("reference-coverages", size).check(desk)
        desk.press(.enter)
        try Snapshot("reference-coverage", size).check(desk)
        desk.press(.escape, .function(3), .function(3), .enter)
        try Snapshot("reference-patient", size).check(desk)
    }

    @Test(arguments: sizes.prefix(1))
    func `Printing what is listed, and an eligibility answer before it is taken`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.keep([.sample, .officeVisit, .incompleteCodes])
        try Snapshot("print-listed", size).check(desk.press(.control("p")))
        try Snapshot("print-printer", size).check(desk.press(.end, .enter, .enter))
        let files = try EligibilityKeyTests().desk(size)
        try Snapshot("eligibility", size).check(EligibilityKeyTests().read(files))
    }

    @Test(arguments: sizes.prefix(1))
    func `Two versions of a claim`(size: Size) throws {
        try Snapshot("two-versions", size).check(MergeTests().asked().type("t"))
    }

    @Test(arguments: Screen.claimScreens, sizes.prefix(2))
    func `A clean claim`(screen: Screen, size: Size) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, size).screen(screen)
        try Snapshot("clean-\(screen.rawValue)-\(screen)", size).check(desk)
    }

    @Test(arguments: Screen.claimScreens, sizes.prefix(2))
    func `A claim with mistakes`(screen: Screen, size: Size) throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft, size).screen(screen)
        try Snapshot("mistakes-\(screen.rawValue)-\(screen)", size).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `A claim that came back`(size: Size) throws {
        let desk = try TestDesk(
            open: AnswerKeyTests.draft, size, status: .partlyPaid,
            answers: [AnswerKeyTests.acceptance, AnswerKeyTests.denial])
        try Snapshot("answered", size).check(desk)
        desk.press(.control("b")).type("CO-16 M119").press(.enter)
        try Snapshot("answered-by-hand", size).check(desk)
        desk.press(.escape, .control("k"))
        try Snapshot("send-again", size).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `What follows an answer`(size: Size) throws {
        let desk = try TestDesk(size)
        desk.keep([.officeVisit])
        try Snapshot("due", size).check(desk.press(.alt("y")))
        let draft = ClaimExample.officeVisit.draft
        let steps = [
            NextStep(.appeal, "Appeal the denial", because: "Last day 05/19/2027, 177 days left (provider manual)."),
            NextStep(.writeOff, "Write off $255.00", because: "Gives the balance up, with a reason."),
        ]
        desk.press(.escape).take(
            .stepsOffered(StepOffer(id: draft.id, account: "C-1010", status: .denied, steps: steps)))
        try Snapshot("next-step", size).check(desk)
        desk.press(.escape).take(.postingOffered(PostingOffer(draft: draft, status: .submitted, last: nil)))
        for text in ["10045", "11/20", "200", "26314", "", "150", "130"] { desk.type(text).press(.enter) }
        try Snapshot("post-eob", size).check(desk)
        let lines = ["Keyed", "Submitted in file 17", "835: denied"].map {
            HistoryLine(moment: "11/20/2026 10:00", text: $0, amount: "$255.00", who: "A. Biller", details: [])
        }
        desk.press(.escape).take(.historyRead(account: "C-1010", lines))
        try Snapshot("history", size).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `A claim that is open elsewhere, asked for and not answered`(size: Size) throws {
        let desk = try Turns.reading(size).go(to: .amountPaid).type("5")
        try Snapshot("held", size).check(desk)
        try Snapshot("held-asking", size).check(desk.press(.alt("a")).type("Payer is on the phone"))
        desk.press(.enter).take(.turn(id: desk.draft.id, .waiting(reason: "Payer is on the phone")))
        try Snapshot("held-waiting", size).check(desk)
        try Snapshot("held-unanswered", size).check(desk.take(.turn(id: desk.draft.id, .unanswered)))
    }

    @Test(arguments: sizes.prefix(2))
    func `A claim that somebody asks for`(size: Size) throws {
        let desk = try Turns.asked(size)
        try Snapshot("asked", size).check(desk)
        try Snapshot("asked-over-text", size).check(desk.press(.control("t")))
    }

    @Test func `A claim made too small`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.take(.event(.resized(Size(columns: 40, rows: 12))))
        try Snapshot("too-small", Size(columns: 40, rows: 12)).check(desk)
    }

    @Test(arguments: sizes.prefix(2))
    func `What lies over a screen`(size: Size) throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft, size)
        desk.go(to: .lineNDC, row: 1).press(.function(1))
        try Snapshot("explain", size).check(desk)
        desk.press(.escape, .function(9))
        try Snapshot("fixes", size).check(desk)
        desk.press(.escape, .control("p"))
        try Snapshot("prompt", size).check(desk)
        desk.press(.escape).go(to: .linePlaceOfService, row: 1).press(.function(2))
        try Snapshot("look-up", size).check(desk)
        desk.press(.escape).press(Keys.screen(9))
        try Snapshot("practice", size).check(desk)
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)])
    func `The look-up of a code`(size: Size) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, size)
        desk.go(to: .diagnosisCode, row: 1).press(.function(2)).type("F31.8")
        try Snapshot("look-up-code", size).check(desk)
        desk.press(.control("u")).type("F43.1").press(.enter)
        try Snapshot("look-up-header", size).check(desk)
        desk.press(.function(1))
        try Snapshot("look-up-details", size).check(desk)
    }
}

/// One `.screen` file.
struct Snapshot {
    private let file: URL

    init(_ name: String, _ size: Size) {
        file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots/\(name)-\(size.columns)x\(size.rows).screen")
    }

    func check(_ desk: TestDesk, at location: SourceLocation = #_sourceLocation) throws {
        try check(desk.frame, at: location)
    }

    func check(_ frame: Frame, at location: SourceLocation = #_sourceLocation) throws {
        let seen = frame.snapshot
        if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
            try seen.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let words = Snapshot.difference(of: seen, from: kept)
        #expect(words.isEmpty, "\(file.lastPathComponent)\n\(words)", sourceLocation: location)
    }

    /// The lines that differ, `-` as kept and `+` as seen.
    private static func difference(of seen: String, from kept: String) -> String {
        let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let new = seen.split(separator: "\n", omittingEmptySubsequences: false)
        return (0..<max(old.count, new.count)).compactMap { index -> String? in
            let before = old.indices.contains(index) ? String(old[index]) : nil
            let after = new.indices.contains(index) ? String(new[index]) : nil
            guard before != after else { return nil }
            return [before.map { "-\($0)" }, after.map { "+\($0)" }].compactMap { $0 }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
