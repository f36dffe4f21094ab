import TerminalKit
import Testing

@testable import Workstation

/// What each screen of the sign-in looks like; `SnapshotTests` says how they are recorded.
struct SignInSnapshotTests {
    private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

    private func check(_ name: String, _ desk: SignInDesk) throws {
        try Snapshot("sign-in-\(name)", desk.frame.size).check(desk.frame)
    }

    @Test(arguments: sizes) func `A first start`(size: Size) throws {
        let desk = SignInDesk(.firstStart(hasClaims: false), size)
        try check("first-start", desk)
        try check("new-passphrase", desk.type("2").type("Dana Rivera").press(.enter).type("plum orbit"))
        try check("recovery-key", desk.answer { $0.show(recoveryKey: SignInSample.recoveryKey) })
        try check(
            "second-factor",
            desk.answer { $0.show(secondFactor: SignInSample.factorKey, picture: SignInSample.picture) })
    }

    @Test(arguments: sizes.prefix(1)) func `A first start of a later version`(size: Size) throws {
        try check("first-start-claims", SignInDesk(.firstStart(hasClaims: true), size))
    }

    @Test(arguments: sizes.prefix(1)) func `The first start on a server`(size: Size) throws {
        try check("first-on-server", SignInDesk(.firstOnServer, size))
    }

    @Test(arguments: sizes) func `An ordinary start`(size: Size) throws {
        let desk = SignInDesk(.signIn, size, name: "Dana Rivera").type("plum orbit cradle").press(.enter)
        try check("checking", desk.type("plum"))
        try check("refused", desk.answer { $0.refuse("Wrong name or passphrase.", wait: 8) })
        try check("code", desk.answer { $0.askForCode() }.type("1234"))
    }

    @Test(arguments: sizes.prefix(1)) func `A locked desk, and other passphrases`(size: Size) throws {
        let desk = SignInDesk(.locked(name: "Dana Rivera", since: "2:05 PM"), size)
        try check("locked", desk.press(.escape))
        try check("change", SignInDesk(.changePassphrase, size))
        try check("recovery", SignInDesk(.recovery, size))
    }

    @Test func `A window made too small`() throws {
        try check("too-small", SignInDesk(.signIn, Size(columns: 40, rows: 12)))
    }
}
