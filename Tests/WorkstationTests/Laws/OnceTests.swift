import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What is worked out of the claim for a key is made once, whoever asks for it.
struct OnceTests {
    /// Where the elements of an array are in memory: the same array, not an equal one.
    private func place<Element>(of array: [Element]?) -> UnsafeRawPointer? {
        array?.withUnsafeBytes { $0.baseAddress }
    }

    @Test(arguments: [Screen.claim, .diagnosis, .procedure, .documentation])
    func `the frame draws the layout that the key made`(screen: Screen) throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(screen)
        for key in [Key.tab, .character("1"), .down, .backspace, .function(6)] {
            desk.press(key)
            var editor = try #require(desk.editor)
            let (layout, findings) = (place(of: editor.layout?.units), place(of: editor.shown?.findings))
            editor.prepare(desk.workstation.view)
            let drawing = EditorDrawing(editor, desk.workstation.view)
            #expect(layout != nil && place(of: drawing.layout.units) == layout)
            #expect(findings != nil && place(of: drawing.shown.findings) == findings)
        }
    }

    @Test func `a key that only moves reads the layout that is there`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).screen(.procedure)
        var editor = try #require(desk.editor)
        let layout = place(of: editor.layout?.units)
        _ = editor.layout(desk.workstation.view)
        #expect(layout != nil && place(of: editor.layout?.units) == layout)
    }
}
