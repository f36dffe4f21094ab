import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing
import TextKit

@testable import Workstation

/// What holds of every frame, whatever is on it.
struct FrameLawTests {
    @Test(arguments: [
        (0, 0), (1, 1), (40, 12), (79, 24), (80, 23), (80, 24), (100, 30), (132, 43), (500, 200), (2, 500),
    ])
    func `No size traps, and one that is too small says so`(columns: Int, rows: Int) throws {
        let size = Size(columns: columns, rows: rows)
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft)
        desk.take(.event(.resized(size)))
        for screen in Screen.claimScreens {
            desk.show(screen)
            desk.workstation.settle()
            #expect(desk.frame.size == size)
            #expect(desk.workstation.frame(glyphs: .ascii).size == size)
        }
        guard columns >= 40, rows >= 12, columns < 80 || rows < 24 else { return }
        #expect(desk.text.contains("CleanClaim needs 80x24"))
        #expect(desk.text.contains("larger"))
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)], 1...5)
    func `The cursor is in the focused field, and no cell is a control character`(size: Size, seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 97)
        let desk = try TestDesk(open: .random(using: &random), size)
        for _ in 0..<12 {
            desk.press(Keys.screen(Int.random(in: 1...6, using: &random)))
            if let place = desk.layout.slots.randomElement(using: &random)?.place {
                desk.move(to: place)
            }
            desk.type(random.pick(RandomText.whole)).press(random.pick([.home, .left, .end, .delete]))
            let frame = desk.frame
            checkCells(of: frame)
            guard desk.focusIsOnScreen else { continue }
            let cursor = try #require(frame.cursor, "seed \(seed): \(desk.focus?.key ?? "")")
            let here = [cursor, Position(column: cursor.column - 1, row: cursor.row)].compactMap { frame[$0]?.role }
            #expect(
                here.contains(.fieldFocused) || here.contains(.fieldSelected),
                "seed \(seed): \(desk.focus?.key ?? "") \(cursor)\n\(frame.text)")
        }
    }

    private func checkCells(of frame: Frame) {
        for row in 0..<frame.size.rows {
            for cell in frame.row(row) where !cell.character.isASCII || cell.character < " " {
                #expect(!cell.character.unicodeScalars.contains { $0.properties.generalCategory == .control })
            }
        }
    }

    @Test(arguments: [ClaimExample.sample, .incompleteCodes, .noHistory])
    func `The counter keeps its place on every screen`(example: ClaimExample) throws {
        let desk = try TestDesk(open: example.with(.payerName, "A payer with a very long name that never ends").draft)
        let columns = Screen.claimScreens.map { screen -> Int? in
            desk.screen(screen)
            let cells = desk.frame.row(0)
            return cells.firstIndex { $0.character == "✗" }
        }
        #expect(Set(columns).count == 1)
        #expect(columns.first != .some(nil))
    }

    @Test(arguments: Screen.claimScreens)
    func `The footer names at most eight keys, each bound and whole`(screen: Screen) throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(screen)
        for _ in 0..<6 {
            guard let claim = desk.workstation.screen as? ClaimScreen else { break }
            let footer = claim.footer(desk.workstation.view)
            #expect(footer.commands.contains { $0.command == .ready } || desk.status == .ready)
            check(footer, on: desk)
            desk.press(.function(6))
        }
    }

    @Test func `The footers of lists and dialogs are bound and whole too`() throws {
        let desk = try TestDesk()
        check(Footer(in: .worklist), on: desk)
        desk.press(.escape)
        #expect(desk.frame.lines[23].hasPrefix(" ^\\ Quit  Esc Cancel"))
        desk.press(.escape)
        desk.take(.opened(OpenedClaim(draft: ClaimExample.sample.draft, status: .draft, history: [], isNew: false)))
        for key in [Key.function(1), .function(2), .control("p"), .control("t"), .alt("x")] {
            desk.go(to: .patientSex).press(key)
            #expect(desk.workstation.overlay != nil)
            let line = desk.frame.lines[23]
            #expect(line.contains("Esc Cancel") || line.contains("Esc Back"), "\(line)")
            desk.press(.escape)
        }
    }

    private func check(_ footer: Footer, on desk: TestDesk) {
        let keymap = Keymap.standard
        for command in footer.commands.map(\.command) {
            let key = keymap.keys(for: command).first
            #expect(key.flatMap { keymap.command(for: $0) } == command)
        }
        let entries = footer.entries(in: 80, keymap: keymap)
        #expect((1...8).contains(entries.count))
        let line = entries.map { " \($0.key) \($0.label)" }.joined(separator: " ")
        #expect(desk.frame.lines[23] == line.padded(to: 80))
        #expect(line.hasSuffix("Esc \(footer.commands.last?.label ?? "")") || entries.count == 1)
    }
}
