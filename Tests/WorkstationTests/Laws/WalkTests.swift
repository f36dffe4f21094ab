import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Prerequisites
import Testing

@testable import Workstation

/// Random walks over every screen and everything that lies over one.
@Suite(.slow) struct WalkTests {
    /// What a walk can be on, by name.
    private static func name(of desk: TestDesk) -> String {
        switch desk.workstation.overlay {
        case let pager as Pager: if case .details = pager.kind { "Details" } else { "Pager" }
        case let overlay?: "\(type(of: overlay))"
        case nil:
            switch desk.workstation.screen {
            case is ClaimScreen: desk.openScreen == .review ? "Review" : "Form"
            case let screen: "\(type(of: screen))"
            }
        }
    }

    private static let everywhere: Set<String> = [
        "LookUp", "Details", "Pager", "FixChoice", "CorrectionChoice", "Prompt", "Confirm", "ScreenNumber", "Palette",
        "Worklist", "Submissions", "Review", "Form", "PracticeScreen", "ReferenceList", "ReferenceForm",
        "InboxScreen", "ClearinghouseScreen", "PaperworkChoice", "PrinterChoice", "PrintedClaims", "EligibilityReview",
        "FilterChoice", "ViewChoice", "ColumnChoice", "BulkChoice", "BulkReview", "ReportChoice", "ReportTargetChoice",
    ]

    private static let toList: [Key] = [.escape, .escape, .escape]

    /// Keys that lead about, the rarer ways as often as the common ones.
    private static func keys(using random: inout Seeded) -> [Key] {
        let ways: [[Key]] = [
            [.function(1)], [.function(2)], Keys.screen(2) + [.function(2), .function(1)],
            [.function(6), .function(9)], [.control("k")],
            [.control("p")], [.control("b")], [.function(12)], [.alt("x")], [.control("o")], [.escape], [.escape],
            [.enter], [.function(8)], [.escape, .escape, .control("q"), .control("q")],
            [.escape, .escape, .escape, .alt("i")],
            Keys.screen(9) + [.pageDown, .pageDown, .pageDown], [.control("t")],
            [.control("g")], Keys.screen(7), Keys.screen(9), [.alt("f")], [.alt("f"), .function(8)], Keys.screen(8),
            [.escape, .escape, .control("p")], [.control("p"), .enter],
            [.alt("f"), .control("b"), .character("a"), .enter],
            Keys.screen(2) + [.function(2), .function(1)], toList + [.function(2)], toList + [.alt("v")],
            toList + [.alt("l"), .down, .insert], toList + [.alt("m")],
            toList + [.insert, .insert, .alt("m"), .down, .enter, .enter], toList + [.alt("u")],
            toList + [.alt("u"), .enter, .control("p")], toList + [.function(3), .down, .enter], [.alt("j")],
        ]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return random.pick(ways)
        case 1: return [random.pick(Keys.all)]
        default: return Keys.random(using: &random)
        }
    }

    @Test func `Walks come to every screen and dialog; each key is answered, every frame drawn, and nothing lost`()
        throws
    {
        var seen: Set<String> = []
        for seed in 1...12 {
            var random = Seeded(UInt64(seed) &* 6_007)
            let desk = try TestDesk(
                open: .random(using: &random), status: random.pick([.draft, .denied, .submitted]),
                answers: ClaimAnswer.random(using: &random))
            desk.keep([.officeVisit, .incompleteCodes])
            let opened = OpenedClaim(
                draft: .random(using: &random), status: .denied, history: [],
                answers: ClaimAnswer.random(using: &random),
                isNew: false)
            let flagged = OpenedClaim(
                draft: ClaimExample.wrongDiagnosis.draft, status: .flagged, history: [], isNew: false)
            for step in 0..<80 {
                if step % 12 == 6 { desk.take(.opened(opened)) }
                if step % 12 == 0 { desk.take(.opened(flagged)) }
                for key in Self.keys(using: &random) where key != .control("\\") && key != .alt("q") {
                    desk.press(key)
                    seen.insert(Self.name(of: desk))
                }
                let frame = desk.frame
                #expect(frame.lines.count == 24, "seed \(seed), step \(step)")
                #expect(!frame.lines[23].allSatisfy { $0 == " " }, "seed \(seed), step \(step)")
            }
            #expect(!desk.hasLeft)
        }
        #expect(Self.everywhere.subtracting(seen).isEmpty, "\(Self.everywhere.subtracting(seen))")
    }

    /// Whatever is open, Esc leads back to the worklist and asks there.
    @Test(arguments: 1...6)
    func `Esc leads back from everywhere`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 811)
        let desk = try TestDesk(open: .random(using: &random))
        for _ in 0..<25 { for key in Self.keys(using: &random) { desk.press(key) } }
        guard !desk.hasLeft else { return }
        var presses = 0
        while presses < 20 {
            if desk.workstation.screen is Worklist, desk.workstation.overlay == nil { break }
            desk.press(.escape)
            presses += 1
        }
        #expect(presses < 20)
    }
}

/// Law 7: eyes may stay on the paper.
struct AutoAdvanceTests {
    /// A claim keyed field by field, each text completed with Enter or Tab, some corrected with Backspace on the way.
    private func keys(for example: ClaimExample, using random: inout Seeded) throws -> [Key] {
        let desk = try TestDesk().press(.function(8))
        var keys: [Key] = []
        while desk.openScreen == .claim, let place = desk.focus {
            var text = place.field.shape.isMultiline ? [] : example.draft.text(at: place).map { Key.character($0) }
            if let last = text.last, Int.random(in: 0..<3, using: &random) == 0 { text += [.backspace, last] }
            text.append(place.field.shape.isMultiline || Bool.random(using: &random) ? .tab : .enter)
            desk.press(text)
            keys += text
        }
        return keys
    }

    @Test(arguments: 1...8)
    func `With auto-advance on or off the same keys give the same texts`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 523)
        let keys = try keys(for: random.pick([.sample, .officeVisit, .noHistory]), using: &random)
        let drafts = try [false, true].map { isOn -> ClaimDraft in
            let desk = try TestDesk(preferences: Preferences(advancesAutomatically: isOn)).press(.function(8))
            for key in keys { _ = desk.workstation.handle(.event(.key(key))) }
            return desk.draft
        }
        let differing = drafts[0].places.filter { drafts[0].text(at: $0) != drafts[1].text(at: $0) }.map {
            "\($0.key): \(drafts[0].text(at: $0)), \(drafts[1].text(at: $0))"
        }
        #expect(drafts[0] == drafts[1], "seed \(seed): \(differing)")
    }
}
