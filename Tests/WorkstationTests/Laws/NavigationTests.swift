import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// Law 1: a finding never holds the cursor.
struct NavigationTests {
    /// What a person sees move: where the cursor is, and what lies over the screen.
    private struct View: Hashable {
        let screen: Screen?
        let focus: Focus?
        let reviewRow: Int?
        let worklist: ListState
        let dialog: String

        init(_ workstation: Workstation) {
            screen = workstation.screen.openEditor?.work.screen
            focus = workstation.screen.openEditor?.work.focus
            reviewRow = workstation.screen.openEditor?.visits.reviewRow
            worklist = workstation.screen.worklist.state
            dialog = workstation.overlay.map { "\($0)" } ?? ""
        }
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)], 1...12)
    func `Every navigation key moves, or says that this is the end`(size: Size, seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let desk = try TestDesk(
            open: .random(using: &random), isNew: seed % 3 == 0, size,
            status: random.pick([.draft, .submitted, .denied]),
            answers: ClaimAnswer.random(using: &random))
        desk.press(Keys.screen(Int.random(in: 1...7, using: &random)))
        for step in 0..<12 {
            let place = desk.layout.slots.randomElement(using: &random)?.place
            if let place, let screen = desk.openScreen { desk.move(to: place, screen: screen) }
            if Bool.random(using: &random) { desk.type(String(random.pick(RandomText.characters))) }
            let state = desk.workstation
            for key in Keys.moving + [.control("o")] {
                desk.workstation = state
                desk.workstation.status.message = nil
                let before = View(desk.workstation)
                let isShown = desk.workstation.handle(.event(.key(key))).contains {
                    if case .preview = $0 { true } else { false }
                }
                #expect(
                    View(desk.workstation) != before || !desk.message.isEmpty || isShown,
                    "seed \(seed), step \(step): \(key.name) at \(before.focus?.place.key ?? "-") did nothing")
            }
            desk.workstation = state
            desk.press(random.pick(Keys.moving.filter { $0 != .escape }))
        }
    }

    @Test(arguments: 1...6)
    func `Findings decide nothing about where keys go`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 77)
        let draft = ClaimDraft.random(using: &random)
        let answers = ClaimAnswer.random(using: &random)
        let seeing = try TestDesk(open: draft, answers: answers)
        let blind = try TestDesk(open: draft, answers: answers)
        let byFindings: Set<Key> = [.function(6), .function(6, shift: true), .function(9)]
        for step in 0..<60 {
            // Review lists the findings, so what a key does there goes by them.
            let isOnReview = [seeing, blind].contains { $0.openScreen == .review }
            let keys = isOnReview ? [.pageUp] : Keys.random(using: &random)
            // Ctrl-O and a digit stop at what the findings point at.
            for key in keys where !byFindings.contains(key) && keys.first != .control("o") {
                blind.editor?.findings = []
                _ = seeing.workstation.handle(.event(.key(key)))
                _ = blind.workstation.handle(.event(.key(key)))
                #expect(View(seeing.workstation) == View(blind.workstation), "seed \(seed), step \(step): \(key.name)")
            }
        }
        #expect(seeing.draft == blind.draft)
    }

    @Test(arguments: [ClaimExample.incompleteCodes, .noHistory, .officeVisitOnly, .sample.with(.diagnosisCode, "")])
    func `F6 goes round every finding that shows, and back to the first`(example: ClaimExample) throws {
        let desk = try TestDesk(
            open: example.with(.lineUnitBasis, "??").with(.diagnosisIndicator, "9").with(.linePrimaryPaid, "x").draft)
        let places = Set(desk.shownFindings.map(\.place))
        var stops: [Stop] = []
        for _ in 0..<(places.count + 2) {
            desk.press(.function(6))
            #expect(desk.focusIsOnScreen, "\(desk.focus?.key ?? "")")
            guard let stop = desk.stop, !stops.contains(stop) else { break }
            stops.append(stop)
        }
        #expect(desk.stop == stops.first)
        #expect(desk.editor?.work.focus.isSelected == false)
        let unseen = places.subtracting(stops.map(\.place))
        // A line that is still missing is begun with its code.
        let hidden = unseen.filter {
            !FieldGroup.carriedFields.contains($0.field) && $0.field != .linePrimaryPaid
                && ($0.field.part != .line || $0.row < desk.draft.lines.count)
        }
        #expect(hidden.map(\.key) == [])
        for expected in stops.dropFirst().reversed() {
            desk.press(.function(6, shift: true))
            #expect(desk.stop == expected)
        }
    }

    @Test func `Every field of a claim is on its screen`() throws {
        let claim = ClaimExample.sample.with(.payerOrder, "T").with(.lineProcedure, "96374")
            .with(.lineRenderingNPI, "1558598797").with(.filingIndicator, "MC").with(.outsideLab, "Y")
            .with(.lineReferringLastName, "Stein").with(.lineReferringFirstName, "Eva")
            .with(.lineReferringNPI, "1558598797").withLine([.lineProcedure: "64999"])
            .withLine([.lineProcedure: "96365"]).withLine([.lineProcedure: "80053"])
            .withLine([.lineProcedure: "00104"]).withLine([.lineProcedure: "A0427"])
        let desk = try TestDesk(open: claim.draft)
        let shown = Set(
            Screen.claimScreens.flatMap { desk.layout(of: $0).slots.map(\.place.field) })
        let hidden = Field.all.filter { !shown.contains($0) }
        let elsewhere = FieldGroup.carriedFields + FieldGroup.submitter.fields
        #expect(hidden.allSatisfy { elsewhere.contains($0) || $0.keyed == .reference })
    }
}

extension TestDesk {
    fileprivate var stop: Stop? {
        guard let screen = openScreen, let place = focus else { return nil }
        return Stop(screen: screen, place: place)
    }
}

extension FieldGroup {
    /// What only files bring in: on no screen.
    static let carriedFields: Set<Field> = [
        .lineNDCQualifier, .lineRevenueCode, .lineControlNumber, .diagnosisIndicator, .recordsOf,
    ]
}
