import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// Law 2: live, but quiet while a value can still become right.
struct QuietTests {
    @Test func `A new claim starts silent, and stays so while it is looked at`() throws {
        let desk = try TestDesk().press(.function(8))
        #expect(desk.shownFindings.isEmpty)
        #expect(desk.text.contains("✗0 errors"))
        desk.press(.tab, .tab, .down, .up, .function(1), .escape)
        #expect(desk.shownFindings.isEmpty)
    }

    @Test(arguments: [ClaimExample.sample, .officeVisit])
    func `No beginning of a good value is marked`(example: ClaimExample) throws {
        var random = Seeded(5)
        var seen: Set<Field> = []
        for place in example.draft.places where seen.insert(place.field).inserted {
            let text = example.draft.text(at: place)
            guard text.count > 1 else { continue }
            var editor = ClaimEditor(
                opening: OpenedClaim(draft: example.draft, status: .draft, history: [], isNew: true))
            let desk = try TestDesk()
            editor.move(to: place, in: ClaimExample.parsing)
            for length in [1, Int.random(in: 1..<text.count, using: &random), text.count - 1] {
                editor.work.focus.isSelected = true
                _ = editor.insert(String(text.prefix(length)), in: ClaimExample.parsing)
                let inputs = desk.workstation.inputs
                let shown = Shown(of: editor, findings: editor.validated(at: inputs), books: inputs.books)
                    .findings(at: place)
                #expect(
                    shown.allSatisfy { $0.concern != .entry },
                    "\(place.key) \"\(text.prefix(length))\": \(shown.map(\.message))")
            }
        }
    }

    @Test func `A letter in an NPI is marked on that key`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .billingNPI)
        desk.type("11222")
        #expect(desk.shownFindings.isEmpty)
        desk.type("x")
        #expect(desk.shownFindings.map(\.place) == [Place(.billingNPI)])
        desk.press(.backspace)
        #expect(desk.shownFindings.isEmpty)
    }

    @Test func `The tenth digit that fails the check is marked on that key, and cleared on another`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .billingNPI).type("112223334")
        #expect(desk.shownFindings.isEmpty)
        desk.type("4")
        #expect(desk.shownFindings.map(\.place).contains(Place(.billingNPI)))
        #expect(desk.text.contains("✗1 error"))
        desk.press(.backspace)
        #expect(desk.shownFindings.isEmpty)
        desk.type("3")
        #expect(desk.shownFindings.isEmpty)
        #expect(desk.text.contains("✗0 errors"))
    }

    @Test func `A code that could grow is judged when its field is left`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.diagnosis).type("F33")
        #expect(!desk.shownErrors.contains("DX-006"))
        desk.press(.enter)
        #expect(desk.shownFindings.contains { $0.place == Place(.diagnosisCode) && $0.severity == .error })
        desk.press(.up)
        #expect(desk.shownErrors.contains("DX-006"))
        desk.type("F33.2")
        #expect(!desk.shownErrors.contains("DX-006"))
    }

    @Test func `What is missing shows once its screen has been left, and on Review`() throws {
        let desk = try TestDesk().press(.function(8))
        #expect(desk.shownFindings.isEmpty)
        desk.screen(.diagnosis)
        let first = desk.shownFindings
        #expect(first.contains { $0.concern == .absence && $0.place.field == .patientLastName })
        #expect(first.allSatisfy { Screen(of: $0.place.field) == .claim })
        desk.screen(.review)
        #expect(Set(desk.shownFindings.map(\.id)) == Set(desk.editor?.findings?.map(\.id) ?? []))
        #expect(desk.shownFindings.contains { Screen(of: $0.place.field) == .diagnosis })
    }

    @Test(arguments: 1...4)
    func `Holding back is the presentation's alone, and the counter counts what shows`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 31)
        let desk = try TestDesk(open: .random(using: &random), isNew: true)
        for _ in 0..<15 {
            desk.press(Keys.random(using: &random))
            guard let editor = desk.editor, let findings = editor.findings else { continue }
            let station = desk.workstation.inputs
            let all = validate(desk.draft, in: station.context(for: desk.draft, history: []))
            #expect(findings.map(\.id) == all.map(\.id), "seed \(seed)")
            let shown = desk.shownFindings
            #expect(Set(shown.map(\.id)).isSubset(of: all.map(\.id)))
            let errors = shown.count { $0.severity == .error }
            #expect(desk.text.contains("✗\(errors) error"), "seed \(seed)")
        }
    }
}
