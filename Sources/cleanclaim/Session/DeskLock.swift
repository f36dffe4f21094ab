import ClaimStore
import TerminalKit
import Workstation

/// Locks the desk after a time without a key, and when it is suspended: the screen is hidden and the keys are wiped until the
/// same person signs in again.
struct DeskLock {
    private let signIn: DeskSignIn
    private let store: ClaimStore
    private let keymap: Keymap
    /// 0 for never.
    private let minutes: Int
    private let wakeUp: WakeUp
    /// Takes away what wakes the desk, which is of nobody's interest while it is locked.
    private let passOver: () -> Void
    /// When it is due; `nil` for never.
    private(set) var time: Deadline?

    init(
        _ signIn: DeskSignIn, _ store: ClaimStore, keymap: Keymap, minutes: Int, wakeUp: WakeUp,
        passingOver passOver: @escaping () -> Void = {}
    ) {
        self.signIn = signIn
        self.store = store
        self.keymap = keymap
        self.minutes = minutes
        self.wakeUp = wakeUp
        self.passOver = passOver
        noteKey()
    }

    /// Somebody is there.
    mutating func noteKey() { time = minutes > 0 ? .now + .seconds(60 * minutes) : nil }

    /// Whether the records are locked already.
    var isClosed: Bool { store.keyring.isLocked }

    /// Whether it is time to ask for the passphrase.
    var isDue: Bool { isClosed || (time.map { $0 <= .now } ?? false) }

    /// Wipes the keys.
    func close() {
        guard !isClosed else { return }
        try? store.noteSignOut(.locked)
        store.lock()
    }

    /// Wipes the keys and asks for the passphrase.
    ///
    /// - Parameter since: the time of the day, as it is shown.
    /// - Returns: whether the person is back; `false` where they leave or a signal ends the program.
    mutating func run(since: String, on terminal: inout some (Terminal & ~Copyable)) -> Bool {
        let name = store.keyring.lastName
        close()
        var loop = SignInLoop(
            SignIn(.locked(name: name, since: since), size: terminal.size, keymap: keymap), wakeUp: wakeUp,
            passingOver: passOver)
        let signIn = signIn
        let ending = loop.run(on: &terminal) { signIn.check($0) }
        noteKey()
        if ending == .signedIn { _ = try? store.noteSignIn() }
        return ending == .signedIn
    }
}
