import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// Law 4: nothing is invented.
struct NothingInventedTests {
    @Test(arguments: 1...10)
    func `Keys that do not edit leave the claim as it is, but for dates that are settled`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 101)
        let opened = ClaimDraft.random(using: &random)
        let desk = try TestDesk(open: opened, isNew: seed % 2 == 0)
        for _ in 0..<80 {
            let keys =
                Int.random(in: 0..<4, using: &random) == 0
                ? Keys.screen(Int.random(in: 1...7, using: &random)) : [random.pick(Keys.reading)]
            for key in keys { _ = desk.workstation.handle(.event(.key(key))) }
            if let overlay = desk.workstation.overlay, !(overlay is LookUp), keys.count == 1 {
                _ = desk.workstation.handle(.event(.key(.escape)))
            }
        }
        for place in Set(opened.places + desk.draft.places) {
            var settled = opened
            settled.settle(place, in: ClaimExample.parsing)
            let text = desk.draft.text(at: place)
            #expect(
                text == opened.text(at: place) || text == settled.text(at: place), "seed \(seed): \(place.key) \(text)")
        }
        #expect(desk.draft.overrides == opened.overrides)
    }

    @Test func `A look-up that is left leaves the field as it was`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        for field in [Field.diagnosisCode, .placeOfService, .lineModifier1, .payerName, .patientLastName, .patientSex] {
            desk.go(to: field).press(.function(2))
            guard desk.workstation.overlay is LookUp else {
                Issue.record("no look-up for \(field.label)")
                continue
            }
            desk.press(.down, .backspace, .escape)
            #expect(desk.draft == ClaimExample.sample.draft)
            #expect(desk.focus == Place(field))
        }
    }

    @Test func `A new claim holds the defaults, its number and frequency 1, and nothing else`() throws {
        let desk = try TestDesk().press(.function(8))
        let own = desk.draft.places.filter {
            !desk.draft.text(at: $0).isEmpty && !desk.draft.defaulted.contains($0.field.id)
        }
        #expect(Set(own) == [Place(.account), Place(.frequency)])
        for id in desk.draft.defaulted {
            let place = Place(try #require(Field.named(id)))
            #expect(desk.draft.text(at: place) == ClaimDraft.practice.text(at: place))
        }
        desk.go(to: .placeOfService)
        #expect(desk.text.contains("From Practice setup."))
    }

    @Test func `A relative date becomes the day it means when its field is left, and undo brings it back`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.procedure).type("t-1")
        #expect(desk.draft.lines[0].from.text == "t-1")
        desk.press(.enter)
        let yesterday = Day(number: ClaimExample.today.number - 1).description
        #expect(desk.draft.lines[0].from.text == yesterday)
        desk.press(.control("z"))
        #expect(desk.draft.lines.isEmpty)
    }

    @Test func `What the program corrects by itself is shown: a diagnosis gets its dot, nothing is recoded`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.diagnosis).type("f332").press(.enter)
        #expect(desk.text.contains("F33.2"))
        #expect(desk.text.contains("Major depressive disorder, recurrent s"))
    }
}
