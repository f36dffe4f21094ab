import Randomness
import TerminalKit
import Testing
import TextKit

@testable import Workstation

/// Typing, pasting and drawing at the sign-in screen, and what is never drawn or printed.
struct SignInTypingTests {
    private let passphrase = SignInSample.passphrase

    @Test func `The keys of a line edit what is hidden`() {
        let desk = SignInDesk(.signIn, name: "Dana").type("lum orbit candlex").press(.home).type("p")
        desk.press(.end, .backspace, .left, .delete).type("e").press(.enter)
        #expect(desk.requests == [.signIn(name: "Dana", passphrase: Secret(passphrase))])
    }

    @Test func `Marks join their letter`() {
        let desk = SignInDesk(.signIn).type("Rene\u{301}e").press(.left, .left).type("x").press(.tab).type("a")
        #expect(desk.press(.enter).requests == [.signIn(name: "Renxe\u{301}e", passphrase: Secret("a"))])
    }

    @Test func `A paste fills the fields, and asks for nothing`() {
        let desk = SignInDesk(.signIn).paste("Dana\n\(passphrase)\n\n")
        #expect(desk.requests.isEmpty)
        #expect(desk.press(.enter).requests == [.signIn(name: "Dana", passphrase: Secret(passphrase))])
        #expect(SignInDesk(.signIn).paste("Dana", dropped: 2).message == "Pasted without 2 control characters.")
        #expect(SignInDesk(.firstStart(hasClaims: false)).paste("1").requests.isEmpty)
    }

    @Test func `A passphrase is never cut unseen`() {
        let desk = SignInDesk(.signIn, name: "Dana").paste(String(repeating: "x", count: 257))
        #expect(desk.message == "Passphrase: at most 256 characters.")
        #expect(desk.press(.enter).message == "Passphrase is required.")
        desk.paste(String(repeating: "x", count: 256)).press(.enter)
        #expect(desk.requests == [.signIn(name: "Dana", passphrase: Secret(String(repeating: "x", count: 256)))])
    }

    @Test func `Every key moves, or says why not`() {
        let desk = SignInDesk(.signIn)
        #expect(desk.press(.up).message == "This is the first field.")
        #expect(desk.press(.left).message == "This is the start of the text.")
        #expect(desk.press(.right).message == "This is the end of the text.")
        #expect(desk.press(.tab, .tab).message == "This is the last field.")
        #expect(desk.press(.function(8)).message == "F8 does nothing here.")
        #expect(desk.press(.control("p")).message == "Ctrl-P does nothing here.")
        #expect(desk.press(.control("c")).message == "Ctrl-C does not quit. Esc does.")
        #expect(SignInDesk(.firstStart(hasClaims: false)).press(.up).message == "This is the first line.")
    }

    @Test func `In a window made too small no key is taken unseen`() {
        let desk = SignInDesk(.signIn, name: "Dana")
        desk.take(.resized(Size(columns: 40, rows: 12)))
        desk.type("x").paste("y").press(.enter, .escape)
        #expect(desk.text.contains("CleanClaim needs 80x24"))
        desk.take(.resized(Workstation.smallest))
        #expect(
            desk.type(passphrase).press(.enter).requests.first == .signIn(name: "Dana", passphrase: Secret(passphrase)))
    }

    @Test(arguments: [(0, 0), (1, 1), (40, 12), (79, 24), (80, 24), (132, 43), (500, 200)])
    func `No size traps`(columns: Int, rows: Int) {
        let size = Size(columns: columns, rows: rows)
        for desk in SignInDesk.everyScreen(size) {
            for glyphs in [Glyphs.unicode, .ascii] { #expect(desk.signIn.frame(glyphs: glyphs).size == size) }
        }
    }

    @Test(arguments: [Workstation.smallest, Size(columns: 132, rows: 43)])
    func `The cursor is in the focused field or on the chosen line, and nothing is cut`(size: Size) throws {
        for desk in SignInDesk.everyScreen(size) {
            let cursor = try #require(desk.frame.cursor)
            let role = desk.frame[cursor]?.role
            #expect(role == .fieldFocused || role == .selection, "\(desk.text)")
            #expect(cursor.row < FrameParts(size).findingRow - 1, "\(desk.text)")
            #expect(desk.footer.contains("Esc "))
        }
    }

    /// Random keys, with a passphrase typed among them.
    @Test(arguments: 1...20) func `A passphrase is in no frame and in no description`(seed: Int) {
        var random = Seeded(UInt64(seed) &* 61)
        let keys: [Key] = [.left, .right, .home, .end, .delete, .function(1), .control("c"), .control("p")]
        for desk in SignInDesk.everyScreen(Workstation.smallest) {
            guard case .form(let form) = desk.signIn.page, form.fields[form.focus].isHidden else { continue }
            for letter in "ŽQŽQŽQŽQŽQŽQ" {
                desk.type(String(letter))
                #expect(!desk.text.contains("Ž"))
                var dumped = ""
                dump(desk.signIn, to: &dumped)
                dump(desk.requests, to: &dumped)
                #expect(!"\(desk.signIn) \(desk.requests) \(String(reflecting: desk.signIn))\(dumped)".contains("Ž"))
                if let key = keys.randomElement(using: &random) { desk.press(key) }
            }
            desk.press(.enter)
            var dumped = ""
            dump(desk.signIn, to: &dumped)
            dump(desk.requests, to: &dumped)
            #expect(!"\(desk.signIn) \(desk.requests)\(dumped)\(desk.text)".contains("Ž"))
        }
    }

    @Test func `The keys that are shown once are in no description`() {
        let desks = SignInDesk.everyScreen(Workstation.smallest)
        let shown = desks.filter { $0.text.contains("KLZX") || $0.text.contains("GEZD") }
        #expect(shown.count == 2)
        for desk in shown {
            var dumped = ""
            dump(desk.signIn, to: &dumped)
            let texts = "\(desk.signIn)" + dumped
            #expect(!texts.contains("KLZX") && !texts.contains("GEZD") && !texts.contains("▀"))
        }
    }
}

extension SignInDesk {
    /// One of each screen.
    static func everyScreen(_ size: Size) -> [SignInDesk] {
        let purposes: [SignIn.Purpose] = [
            .firstStart(hasClaims: false), .firstStart(hasClaims: true), .firstOnServer, .signIn,
            .locked(name: "Dana Rivera", since: "2:05 PM"), .changePassphrase, .recovery, .code,
        ]
        let set = SignInDesk(.firstStart(hasClaims: false), size, name: "Dana Rivera").type("2")
        let key = SignInDesk(.signIn, size).answer { $0.show(recoveryKey: SignInSample.recoveryKey) }
        let factor = SignInDesk(.signIn, size).answer {
            $0.show(secondFactor: SignInSample.factorKey, picture: SignInSample.picture)
        }
        return purposes.map { SignInDesk($0, size, name: "Dana Rivera") } + [set, key, factor]
    }
}
