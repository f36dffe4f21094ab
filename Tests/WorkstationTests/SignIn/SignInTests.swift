import TerminalKit
import Testing

@testable import Workstation

/// The sign-in as somebody meets it.
struct SignInTests {
    private let passphrase = SignInSample.passphrase

    @Test func `The first start asks one question, which one key answers`() {
        #expect(SignInDesk(.firstStart(hasClaims: false)).type("1").requests == [.useThisMachine])
        #expect(SignInDesk(.firstStart(hasClaims: true)).press(.enter).requests == [.useThisMachine])
        let desk = SignInDesk(.firstStart(hasClaims: false)).type("2")
        #expect(desk.requests.isEmpty)
        #expect(desk.text.contains("At least 12") || desk.text.contains("at least 12 characters"))
        #expect(SignInDesk(.firstStart(hasClaims: false)).press(.escape).requests == [.leave])
        #expect(SignInDesk(.firstStart(hasClaims: false)).press(.control("x")).requests == [.leave])
        #expect(SignInDesk(.firstStart(hasClaims: false)).type("3").message == "Press 1 or 2.")
    }

    @Test func `The first person at a server is asked for a name and a passphrase, and for nothing else`() {
        let desk = SignInDesk(.firstOnServer)
        #expect(desk.text.contains("before they go to the server"))
        #expect(!desk.text.contains("This machine only"))
        desk.type("Dana").press(.enter).type(passphrase).press(.enter).type(passphrase).press(.enter)
        #expect(desk.requests == [.setPassphrase(name: "Dana", passphrase: Secret(passphrase))])
        #expect(SignInDesk(.firstOnServer).press(.escape).requests == [.leave])
    }

    @Test func `A name and a passphrase typed twice are set`() {
        let desk = SignInDesk(.firstStart(hasClaims: false)).press(.down, .enter)
        desk.type(" Dana  Rivera ").press(.enter).type(passphrase).press(.enter).type(passphrase).press(.enter)
        #expect(desk.requests == [.setPassphrase(name: "Dana Rivera", passphrase: Secret(passphrase))])
        #expect(desk.message == "Setting up…")
        #expect(desk.press(.escape).requests.count == 1, "what is being set up is not left")
        #expect(desk.message == "Setting up. Wait until it is done.")
    }

    @Test func `Esc goes back to the question, then leaves`() {
        let desk = SignInDesk(.firstStart(hasClaims: true)).type("2").press(.escape)
        #expect(desk.text.contains("Who can open them?"))
        #expect(desk.press(.escape).requests == [.leave])
    }

    @Test(arguments: [
        ("plum orbit", "plum orbit", "Passphrase too short: 10 characters, at least 12 needed."),
        ("plum orbit candle", "plum orbit cradle", "The two passphrases differ. Enter both again."),
        ("", "", "Passphrase is required."),
    ])
    func `A passphrase that does not fit is asked for again`(first: String, second: String, message: String) {
        let desk = SignInDesk(.firstStart(hasClaims: false)).type("2").type("Dana").press(.tab)
        desk.type(first).press(.tab).type(second).press(.enter)
        #expect(desk.requests.isEmpty)
        #expect(desk.message == message)
        desk.press(.control("u")).type(passphrase).press(.enter, .control("u")).type(passphrase).press(.enter)
        #expect(desk.requests == [.setPassphrase(name: "Dana", passphrase: Secret(passphrase))])
    }

    @Test func `Whoever signed in last has the cursor in the passphrase`() {
        let desk = SignInDesk(.signIn, name: "Dana").type(passphrase).press(.enter)
        #expect(desk.requests == [.signIn(name: "Dana", passphrase: Secret(passphrase))])
        #expect(desk.message == "Checking…")
        #expect(desk.press(.escape).requests.last == .leave)
    }

    @Test func `A refusal counts down, and keys typed meanwhile are kept`() {
        let desk = SignInDesk(.signIn, name: "Dana").type("plum orbit cradle").press(.enter)
        desk.type("plum ").answer { $0.refuse("Wrong name or passphrase.", wait: 2) }.type("orbit ")
        #expect(desk.message == "✗ Wrong name or passphrase. Wait 2 seconds.")
        #expect(desk.press(.enter).requests.count == 1, "nobody tries while waiting")
        desk.answer { $0.tick() }
        #expect(desk.message == "✗ Wrong name or passphrase. Wait 1 second.")
        #expect(desk.signIn.isWaiting)
        desk.answer { $0.tick() }.type("candle")
        #expect(!desk.signIn.isWaiting && desk.message.isEmpty)
        #expect(desk.press(.enter).requests.last == .signIn(name: "Dana", passphrase: Secret(passphrase)))
    }

    @Test func `Only one request is made at a time`() {
        let desk = SignInDesk(.signIn, name: "Dana").type(passphrase).press(.enter)
        #expect(desk.type("more").press(.enter, .enter).requests.count == 1)
        let choice = SignInDesk(.firstStart(hasClaims: false)).type("1").type("1").press(.enter)
        #expect(choice.requests == [.useThisMachine])
    }

    @Test func `The second factor takes six digits, also ones typed early`() {
        let desk = SignInDesk(.signIn, name: "Dana").type(passphrase).press(.enter).type("123")
        desk.answer { $0.askForCode() }
        #expect(desk.text.contains("authenticator app"))
        #expect(desk.press(.enter).message == "A code has 6 digits.")
        #expect(desk.type("12a456").press(.enter).message == "A code has 6 digits.")
        #expect(desk.type("123 456").press(.enter).requests.last == .code("123456"))
        desk.answer { $0.refuse("Wrong code.", wait: 0) }
        #expect(desk.message == "✗ Wrong code.")
        #expect(desk.type("٦٥٤٣٢١").press(.enter).message == "A code has 6 digits.")
    }

    @Test func `A typed-ahead passphrase never becomes a code`() {
        let desk = SignInDesk(.signIn, name: "Dana").type(passphrase).press(.enter).type("plum 12")
        #expect(!desk.answer { $0.askForCode() }.text.contains("plum"))
    }

    @Test(arguments: ["KLZX", "klzx", " kl zx ", SignInSample.recoveryKey.text])
    func `The recovery key is left once its last group is typed`(typed: String) {
        let desk = SignInDesk(.firstStart(hasClaims: false)).answer { $0.show(recoveryKey: SignInSample.recoveryKey) }
        #expect(desk.text.contains("opens the records if every passphrase is lost"))
        #expect(desk.press(.enter).requests.isEmpty)
        #expect(desk.type("FGHJ").press(.enter).requests.isEmpty)
        #expect(desk.message.hasPrefix("Not the last group of the key."))
        #expect(desk.type(typed).press(.enter).requests == [.done])
    }

    @Test func `The recovery key is printed on request, and not left by the key that goes back`() {
        let desk = SignInDesk(.firstStart(hasClaims: false)).answer { $0.show(recoveryKey: SignInSample.recoveryKey) }
        #expect(desk.press(.control("p")).requests == [.printRecoveryKey])
        #expect(desk.answer { $0.say("Printed on Front_Desk.") }.message == "Printed on Front_Desk.")
        #expect(desk.press(.escape, .escape).requests.count == 1)
        #expect(desk.footer.contains("^\\ Quit"))
        #expect(desk.type("K").press(.control("\\")).requests.count == 1, "only right after the question")
        #expect(desk.press(.escape, .control("\\")).requests.last == .leave)
    }

    @Test func `The second factor is proved by a code`() {
        let desk = SignInDesk(.signIn).answer {
            $0.show(secondFactor: SignInSample.factorKey, picture: SignInSample.picture)
        }
        #expect(desk.text.contains("GEZD GNBV GY3T QOJQ"))
        #expect(desk.type("654321").press(.enter).requests == [.code("654321")])
    }

    @Test func `A picture that has no room is left out`() {
        let desk = SignInDesk(.signIn).answer {
            $0.show(secondFactor: SignInSample.factorKey, picture: SignInSample.picture + ["", ""])
        }
        #expect(!desk.text.contains("█"))
        #expect(desk.text.contains("A larger window shows it as a QR code"))
        desk.take(.resized(Size(columns: 132, rows: 43)))
        #expect(desk.text.contains("█"))
    }

    @Test func `A locked desk asks for the passphrase of its person, and twice before it quits`() {
        let desk = SignInDesk(.locked(name: "Dana Rivera", since: "2:05 PM"))
        #expect(desk.text.contains("Locked since 2:05 PM"))
        #expect(desk.press(.escape).requests.isEmpty)
        desk.type(passphrase).press(.enter)
        #expect(desk.requests == [.signIn(name: "Dana Rivera", passphrase: Secret(passphrase))])
    }

    @Test func `A passphrase is changed by the current one`() {
        let desk = SignInDesk(.changePassphrase).type("the one of before").press(.tab)
        desk.type("the one of before").press(.tab).type("the one of before").press(.enter)
        #expect(desk.message.hasPrefix("This is the current passphrase."))
        desk.type(passphrase).press(.tab).type(passphrase).press(.enter)
        #expect(
            desk.requests == [.changePassphrase(current: Secret("the one of before"), new: Secret(passphrase))])
    }

    @Test func `A lost passphrase is replaced by the recovery key`() {
        let key = SignInSample.recoveryKey
        let desk = SignInDesk(.recovery, name: "Dana").paste(key.text).press(.tab, .tab)
        desk.type(passphrase).press(.tab).type(passphrase).press(.enter)
        #expect(desk.requests == [.recover(key: key, name: "Dana", passphrase: Secret(passphrase))])
    }
}
