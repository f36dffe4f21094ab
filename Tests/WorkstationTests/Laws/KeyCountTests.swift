import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// How many keys besides the text itself a person needs who knows the way.
struct KeyCountTests {
    private static let ways: [Key] = [.enter, .down, .up, .function(8), .backTab, .right]

    /// The fewest keys from the field that has the cursor to another on the same screen; `nil` where none leads there.
    private func way(to place: Place, on desk: TestDesk) -> [Key]? {
        var seen: Set<Place> = []
        var reached: [(workstation: Workstation, keys: [Key])] = [(desk.workstation, [])]
        while !reached.isEmpty {
            var next: [(workstation: Workstation, keys: [Key])] = []
            for (workstation, keys) in reached {
                guard let editor = workstation.screen.openEditor, seen.insert(editor.focusedPlace).inserted else {
                    continue
                }
                if editor.focusedPlace == place { return keys }
                for key in Self.ways {
                    var further = workstation
                    _ = further.handle(.event(.key(key)))
                    guard further.screen.openEditor?.work.screen == editor.work.screen else { continue }
                    next.append((further, keys + [key]))
                }
            }
            reached = next
        }
        return nil
    }

    @Test func `A new patient's infusion takes at most 158 keys beyond its text`() throws {
        let example = ClaimExample.sample
        let desk = try TestDesk().press(.function(8))
        var count = 1
        for screen in Screen.claimScreens.dropLast() {
            if screen != desk.openScreen {
                desk.screen(screen)
                count += 2
            }
            while let place = desk.nextPlace(for: example) {
                let keys = try #require(way(to: place, on: desk), "\(place.key)")
                desk.press(keys).type(example.draft.text(at: place))
                count += keys.count
            }
        }
        desk.press(.enter, .function(12), .function(8))
        count += 3
        #expect(desk.status == .ready, "\(desk.message)")
        #expect(count <= 158, "\(count)")
    }

    @Test func `A rejection is back at Ready with at most 32 keys beyond its text`() throws {
        var rejection = ClaimAnswer(.status, account: "C-1001")
        (rejection.status, rejection.codes) = (.rejected, [.status("562")])
        let draft = ClaimExample.officeVisit.with(.billingNPI, "1122233344").draft
        let desk = try TestDesk(open: draft, status: .rejected, answers: [rejection])
        var count = 1
        try desk.choose {
            if case .candidate(let candidate) = $0 { candidate.place.field == .billingNPI } else { false }
        }
        count += desk.editor?.visits.reviewRow ?? 0
        desk.press(.enter).type("1122233343").press(.control("k"), .enter, .function(12), .function(8))
        count += 5
        #expect(desk.status == .ready, "\(desk.message)")
        #expect(count <= 32, "\(count)")
    }
}

extension TestDesk {
    /// The next field of the open screen whose text is still another than the example's.
    fileprivate func nextPlace(for example: ClaimExample) -> Place? {
        layout.slots.map(\.place).first { place in
            let text = example.draft.text(at: place)
            return !text.isEmpty && draft.text(at: place) != text
        }
    }
}
