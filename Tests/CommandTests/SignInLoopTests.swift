import Foundation
import Synchronization
import TerminalKit
import Testing
import TextKit
import Workstation

@testable import cleanclaim

/// The loop of the sign-in: what is checked is checked beside it.
struct SignInLoopTests {
    private static let passphrase = "plum orbit candle"
    private static let size = Size(columns: 80, rows: 24)

    private func loop(_ purpose: SignIn.Purpose = .signIn) -> SignInLoop {
        SignInLoop(SignIn(purpose, size: SignInLoopTests.size, name: "Dana"), wakeUp: WakeUp())
    }

    private static func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } + [.key(.enter)] }

    /// Whoever holds the keyring, and what was asked for.
    private final class Checker: Sendable {
        private let answers: Mutex<[SignInAnswer]>
        private let state = Mutex<[SignInRequest]>([])

        init(_ answers: SignInAnswer...) { self.answers = Mutex(answers.reversed()) }

        var requests: [SignInRequest] { state.withLock { $0 } }

        @Sendable func check(_ request: SignInRequest) -> SignInAnswer {
            state.withLock { $0.append(request) }
            return answers.withLock { $0.popLast() ?? .failed("Nothing more is expected.") }
        }
    }

    @Test func `The right passphrase signs in, and is checked on another thread`() {
        let checker = Checker(.signedIn)
        let here = pthread_self()
        let isElsewhere = Mutex(false)
        var terminal = RecordedTerminal(
            size: SignInLoopTests.size, events: SignInLoopTests.keys(SignInLoopTests.passphrase))
        var loop = loop()
        let ending = loop.run(on: &terminal) { request in
            isElsewhere.withLock { $0 = pthread_self() != here }
            return checker.check(request)
        }
        #expect(ending == .signedIn)
        #expect(isElsewhere.withLock { $0 })
        #expect(checker.requests == [.signIn(name: "Dana", passphrase: Secret(SignInLoopTests.passphrase))])
        #expect(!terminal.frames.contains { $0.text.contains("plum") })
    }

    @Test(arguments: [Key.escape, .control("x")]) func `Whoever leaves is not checked`(key: Key) {
        let checker = Checker()
        var terminal = RecordedTerminal(size: SignInLoopTests.size, events: [.key(.character("x")), .key(key)])
        var loop = loop()
        #expect(loop.run(on: &terminal, check: checker.check) == .left)
        #expect(checker.requests.isEmpty)
    }

    @Test(arguments: [Event.terminated, .hangup]) func `A signal ends it`(event: Event) {
        var terminal = RecordedTerminal(size: SignInLoopTests.size, events: [.key(.character("x")), event])
        var loop = loop()
        #expect(loop.run(on: &terminal, check: Checker().check) == nil)
    }

    @Test func `Keys are taken and drawn while a passphrase is being checked`() {
        let release = DispatchSemaphore(value: 0)
        var terminal = AttentiveTerminal([
            .init(at: "Enter your name", SignInLoopTests.keys("plum orbit cradle")),
            .init(at: "Checking…", SignInLoopTests.keys("plum").dropLast()),
            .init(at: "••••", []) { release.signal() },
            .init(at: "✗ Wrong", SignInLoopTests.keys(" orbit candle")),
        ])
        let checker = Checker(.refused("Wrong name or passphrase.", wait: 0), .signedIn)
        var loop = loop()
        let ending = loop.run(on: &terminal) { request in
            let answer = checker.check(request)
            // Were the loop held up, nobody would release this.
            if checker.requests.count == 1, release.wait(timeout: .now() + 120) == .timedOut { return .failed("late") }
            return answer
        }
        #expect(ending == .signedIn)
        #expect(checker.requests.last == .signIn(name: "Dana", passphrase: Secret(SignInLoopTests.passphrase)))
    }

    @Test func `A refusal is waited for, second by second`() {
        let checker = Checker(.refused("Wrong name or passphrase.", wait: 2), .signedIn)
        var terminal = AttentiveTerminal([
            .init(at: "Enter your name", SignInLoopTests.keys("wrong")),
            .init(at: "Wait 2 seconds.", SignInLoopTests.keys("plum ")),
            .init(at: "Wait 1 second.", SignInLoopTests.keys("orbit ")),
            .init(at: "✗ Wrong name or passphrase.\n", SignInLoopTests.keys("candle")),
        ])
        var loop = loop()
        #expect(loop.run(on: &terminal, check: checker.check) == .signedIn)
        // Enter was pressed four times, twice of them too early.
        #expect(checker.requests.count == 2)
        #expect(checker.requests.last == .signIn(name: "Dana", passphrase: Secret(SignInLoopTests.passphrase)))
    }

    @Test func `A first start goes through the recovery key and the second factor`() {
        let checker = Checker(
            .showRecoveryKey(Secret("ABCD-EFGH-JKLM")), .said("Printed."),
            .showSecondFactor(
                key: Secret("GEZDGNBV"), address: Secret("otpauth://totp/CleanClaim:Dana?secret=GEZDGNBV")),
            .refused("Wrong code.", wait: 0), .signedIn)
        let passphrase = SignInLoopTests.keys(SignInLoopTests.passphrase)
        var terminal = AttentiveTerminal([
            .init(at: "Who can open them?", [.key(.character("2"))]),
            .init(at: "Passphrase again", passphrase + passphrase),
            .init(at: "ABCD-EFGH-JKLM", [.key(.control("p"))]),
            .init(at: "Printed.", SignInLoopTests.keys("jklm")),
            .init(at: "GEZD GNBV", SignInLoopTests.keys("123456")),
            .init(at: "✗ Wrong code.", SignInLoopTests.keys("654321")),
        ])
        var loop = loop(.firstStart(hasClaims: false))
        #expect(loop.run(on: &terminal, check: checker.check) == .signedIn)
        let secret = Secret(SignInLoopTests.passphrase)
        #expect(
            checker.requests == [
                .setPassphrase(name: "Dana", passphrase: secret), .printRecoveryKey, .done, .code("123456"),
                .code("654321"),
            ])
        #expect(terminal.frames.last?.text.contains("▀") == true)
    }

    @Test func `What could not be carried out is said, and may be tried again`() {
        let checker = Checker(.failed("The disk is full."), .needsCode, .signedIn)
        var terminal = AttentiveTerminal([
            .init(at: "Enter your name", SignInLoopTests.keys("one")),
            .init(at: "✗ The disk is full.", SignInLoopTests.keys("two")),
            .init(at: "authenticator app", SignInLoopTests.keys("123456")),
        ])
        var loop = loop()
        #expect(loop.run(on: &terminal, check: checker.check) == .signedIn)
        #expect(checker.requests.last == .code("123456"))
    }

    @Test func `A sign-in that nobody touches sleeps`() {
        var terminal = AttentiveTerminal([.init(at: "Enter your name", [.key(.character("x"))])])
        var loop = loop()
        #expect(loop.run(on: &terminal, check: Checker().check) == nil)
        #expect(terminal.idleDeadlines == [nil])
    }
}
