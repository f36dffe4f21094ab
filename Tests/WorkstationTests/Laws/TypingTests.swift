import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// Law 3: nothing typed is lost or silently changed.
struct TypingTests {
    /// What a line of text does with keys, in the fewest words.
    private struct Line {
        var text: [Character]
        var cursor: Int
        var isSelected = true

        mutating func type(_ character: Character, limit: Int) {
            let kept = isSelected ? [] : text
            let at = isSelected ? 0 : cursor
            let joined = Array(String(kept[..<at] + [character] + kept[at...]))
            guard joined.count <= limit else { return }
            cursor = joined.count - (kept.count - at)
            text = joined
            isSelected = false
        }

        mutating func press(_ key: Key) {
            switch key {
            case .home: (cursor, isSelected) = (0, false)
            case .end: (cursor, isSelected) = (text.count, false)
            case .left where cursor > 0: (cursor, isSelected) = (cursor - 1, false)
            case .right where cursor < text.count: (cursor, isSelected) = (cursor + 1, false)
            case .right: isSelected = false
            case .backspace, .delete:
                if isSelected, !text.isEmpty {
                    (text, cursor, isSelected) = ([], 0, false)
                } else if !isSelected {
                    remove(at: key == .backspace ? cursor - 1 : cursor)
                }
            default: break
            }
        }

        private mutating func remove(at index: Int) {
            guard text.indices.contains(index) else { return }
            text.remove(at: index)
            text = Array(String(text))
            cursor = min(index, text.count)
        }
    }

    @Test(arguments: [Field.patientLastName, .lineNarrative, .billingNPI, .rationale, .lineFrom, .trialDrug], 1...4)
    func `A field holds what was typed into it`(field: Field, seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 1_013)
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: field)
        let place = Place(field)
        let start = desk.draft.text(at: place)
        var line = Line(text: Array(start), cursor: start.count)
        for step in 0..<120 {
            let key: Key
            if Int.random(in: 0..<3, using: &random) > 0 {
                let character = random.pick(RandomText.characters)
                key = .character(character)
                line.type(character, limit: field.shape.limit)
            } else {
                key = random.pick([.home, .end, .left, .right, .backspace, .delete])
                // At the ends the arrows leave the field.
                if key == .left, line.cursor == 0 { continue }
                if key == .right, line.cursor == line.text.count, !line.isSelected { continue }
                line.press(key)
            }
            let before = desk.draft.text(at: place)
            _ = desk.workstation.handle(.event(.key(key)))
            let after = desk.draft.text(at: place)
            #expect(after == String(line.text), "seed \(seed), step \(step): \(key)")
            #expect(desk.editor?.work.focus.cursor == line.cursor, "seed \(seed), step \(step): \(key)")
            if case .character = key, after == before { #expect(!desk.message.isEmpty) }
            guard after == String(line.text), desk.editor?.work.focus.cursor == line.cursor else { return }
        }
    }

    @Test(arguments: 1...8)
    func `What was keyed is there again after save and reopen`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 7_919)
        let desk = try TestDesk(open: .random(using: &random))
        for _ in 0..<60 { for key in Keys.random(using: &random) { _ = desk.workstation.handle(.event(.key(key))) } }
        let reread = try DraftReader(in: ClaimExample.parsing).draft(from: desk.draft.canonicalJSON())
        #expect(reread == desk.draft, "seed \(seed)")
    }

    @Test func `Leaving the claim saves its last key`() throws {
        let desk = try TestDesk().press(.function(8)).type("Rivera").press(.escape)
        let claim = try #require(desk.store.values.first)
        #expect(claim.draft.text(at: Place(.patientLastName)) == "Rivera")
        #expect(desk.text.contains("Rivera"))
        desk.press(.enter)
        #expect(desk.draft == claim.draft)
    }

    @Test func `A failed save says so and is tried again`() throws {
        let desk = try TestDesk().press(.function(8)).type("R").take(.saveDue)
        #expect(!desk.workstation.hasUnsavedWork)
        desk.take(.saveFailed("Saving failed: the disk is full."))
        #expect(desk.workstation.hasUnsavedWork)
        #expect(desk.text.contains("the disk is full"))
        desk.press(.control("s"))
        #expect(desk.message.contains("the disk is full"))
        desk.take(.saveDue)
        desk.press(.control("s"))
        #expect(desk.message == "Saved at 10:00.")
    }

    @Test func `Saved is said once the disk has it`() throws {
        let desk = try TestDesk().press(.function(8)).type("R")
        desk.isDiskSlow = true
        desk.take(.saveDue).press(.control("s"))
        #expect(desk.message == "Saving …")
        let id = try #require(desk.store.keys.first)
        desk.take(.saved(id: id, at: "10:00"))
        #expect(desk.message == "Saved at 10:00.")
    }

    @Test func `Paste moves on at line ends and tabs, and nothing in it is a command`() throws {
        let desk = try TestDesk().press(.function(8)).paste("Rivera\tDana\t\t04/17/1981\nF")
        #expect(desk.draft.patient.lastName.text == "Rivera")
        #expect(desk.draft.patient.firstName.text == "Dana")
        #expect(desk.draft.patient.birthDate.text == "04/17/1981")
        #expect(desk.draft.patient.sex.text == "F")
        desk.go(to: .rationale).paste("First line\nsecond line")
        #expect(desk.draft.chart.rationale.text == "First line\nsecond line")
        #expect(desk.focus == Place(.rationale))
        desk.paste("\u{1B}[2J")
        #expect(desk.message == "Control characters removed.")
        desk.take(.event(.paste("x", dropped: 3)))
        #expect(desk.message == "Pasted without 3 control characters.")
    }

    @Test func `A key that was keyed too small to see is not applied`() throws {
        let desk = try TestDesk().press(.function(8)).type("Riv")
        desk.take(.event(.resized(Size(columns: 40, rows: 12)))).type("xyz").press(.escape)
        #expect(desk.text.contains("make the window"))
        desk.take(.event(.resized(Workstation.smallest))).type("era")
        #expect(desk.draft.patient.lastName.text == "Rivera")
    }
}
