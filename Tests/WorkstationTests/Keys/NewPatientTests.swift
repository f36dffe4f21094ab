import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Keying a claim of a patient whom nobody has keyed before.
struct NewPatientTests {
    /// Tab from field to field, each text where the notes have one, to Review and Ready.
    @Test func `a new patient takes at most 150 keys beyond the text`() throws {
        let notes = ClaimExample.sample.draft
        let desk = try TestDesk()
        desk.press(.function(8))
        var (keys, path) = (1, [String]())
        while desk.openScreen != .review, path.count < 300, let place = desk.focus {
            let text = notes.text(at: place)
            if !text.isEmpty, desk.draft.text(at: place) != text { desk.type(text) }
            desk.press(.tab)
            keys += 1
            path.append(place.key)
        }
        desk.press(.function(12), .function(8))
        keys += 2
        #expect(desk.status == .ready, "\(desk.shownErrors) \(path)")
        #expect(keys <= 150, "\(keys): \(path)")
    }
}
