import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import Testing

@testable import Workstation

@Test func look() throws {
    let desk = Desk(books: try CodeBooks.shipped(), policies: try PolicyLibrary(), today: ClaimExample.today, practice: ClaimDraft(id: "p"), directory: [])
    var w = Workstation(desk: desk, size: Size(columns: 80, rows: 24))
    _ = w.handle(.opened(OpenedClaim(draft: ClaimExample.incompleteCodes.draft, status: .draft, history: [], isNew: false)))
    for key in "1234567" {
        _ = w.handle(.event(.key(.control("o"))))
        _ = w.handle(.event(.key(.character(key))))
        w.settle()
        print(w.frame(glyphs: .unicode).text)
    }
    _ = w.handle(.event(.key(.control("o"))))
    _ = w.handle(.event(.key(.character("2"))))
    _ = w.handle(.event(.key(.function(2))))
    for c in "major rec sev" { _ = w.handle(.event(.key(.character(c)))) }
        print(w.frame(glyphs: .unicode).text)
}
