import QRCode
import TerminalKit
import TextKit
import Workstation

/// The loop before the desk, or over it while it is locked: like that of `Session`, it never waits for what it asks.
struct SignInLoop {
    enum Ending {
        case signedIn, left
    }

    private var signIn: SignIn
    private let wakeUp: WakeUp
    /// Takes away what woke the loop besides, which nobody looks at before somebody is there.
    private let passOver: () -> Void
    private let work = BackgroundWork<SignInAnswer>()
    /// When a second of waiting is over; `nil` while there is nothing to wait for, so that the process sleeps.
    private var nextSecond: Deadline?

    /// - Parameters:
    ///   - wakeUp: ends the terminal's wait for an event; its descriptor is given to the terminal.
    ///   - passOver: takes away what else ends it.
    init(_ signIn: SignIn, wakeUp: WakeUp, passingOver passOver: @escaping () -> Void = {}) {
        self.signIn = signIn
        self.wakeUp = wakeUp
        self.passOver = passOver
    }

    /// Runs until the person has signed in or leaves.
    ///
    /// - Parameter check: carries a request out, on another thread, one after the other.
    /// - Returns: `nil` where a signal or the end of the terminal ended it.
    mutating func run(
        on terminal: inout some (Terminal & ~Copyable), check: @escaping @Sendable (SignInRequest) -> SignInAnswer
    ) -> Ending? {
        while true {
            terminal.present(signIn.frame(glyphs: terminal.glyphs))
            var next = terminal.nextEvent(until: deadline)
            while let event = next {
                if event == .terminated || event == .hangup { return nil }
                if event == .suspending { terminal.suspend() }
                if let request = signIn.handle(event) {
                    if request == .leave { return .left }
                    start(request, check)
                }
                next = terminal.nextEvent(until: .now)
            }
            if takeAnswers(glyphs: terminal.glyphs) { return .signedIn }
            countDown()
        }
    }

    private var deadline: Deadline? {
        // The thread signals before its answer is there; the next look is soon.
        [nextSecond, work.isBusy ? .now + .milliseconds(50) : nil].compactMap { $0 }.min()
    }

    private func start(_ request: SignInRequest, _ check: @escaping @Sendable (SignInRequest) -> SignInAnswer) {
        let wakeUp = self.wakeUp
        work.start {
            defer { wakeUp.signal() }
            return check(request)
        }
    }

    /// - Returns: whether the person has signed in.
    private mutating func takeAnswers(glyphs: Glyphs) -> Bool {
        wakeUp.clear()
        passOver()
        for answer in work.takeOutcomes() {
            switch answer {
            case .signedIn: return true
            case .refused(let message, let seconds): signIn.refuse(message, wait: seconds)
            case .needsCode: signIn.askForCode()
            case .showRecoveryKey(let key): signIn.show(recoveryKey: key)
            case .showSecondFactor(let key, let address):
                signIn.show(secondFactor: key, picture: QRCode(address.text)?.rows(glyphs) ?? [])
            case .failed(let message): signIn.refuse(message)
            case .said(let message): signIn.say(message)
            }
        }
        return false
    }

    private mutating func countDown() {
        guard signIn.isWaiting else { return nextSecond = nil }
        var due = nextSecond ?? .now + .seconds(1)
        while due <= .now {
            signIn.tick()
            due += .seconds(1)
        }
        nextSecond = signIn.isWaiting ? due : nil
    }
}
