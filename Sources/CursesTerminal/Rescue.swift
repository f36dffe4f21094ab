import CNcurses
import Glibc

/// Puts the terminal back in order when the process ends without leaving its screen: a trap, a fatal signal, `exit`.
///
/// Everything that the handler touches is made ready beforehand; it calls only what is safe inside a signal handler.
enum Rescue {
    /// Arms it with the bytes that leave the screen and with the terminal's settings from before.
    static func arm(leaving bytes: [UInt8]) {
        let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        settings.initialize(to: termios())
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        text.initialize(from: bytes, count: bytes.count)
        guard tcgetattr(STDIN_FILENO, settings) == 0 else { return }
        (rescueSettings, rescueText, rescueCount) = (settings, text, bytes.count)
        guard !isArmedForLife else { return }
        isArmedForLife = true
        atexit { restore() }
        useOwnStack()
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGSYS] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = die
            action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK) | UInt32(SA_RESETHAND) | UInt32(SA_NODEFER))
            sigaction(signal, &action, nil)
        }
    }

    /// Disarms it, once the screen has been left in the orderly way.
    static func disarm() {
        rescueCount = 0
        rescueText?.deallocate()
        rescueSettings?.deallocate()
        (rescueSettings, rescueText) = (nil, nil)
    }

    /// A stack of its own lets the handler run when the program's stack has overflowed.
    private static func useOwnStack() {
        let size = 64 * 1024
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        sigaltstack(&stack, nil)
    }
}

nonisolated(unsafe) private var rescueSettings: UnsafeMutablePointer<termios>?
nonisolated(unsafe) private var rescueText: UnsafeMutablePointer<UInt8>?
nonisolated(unsafe) private var rescueCount = 0
nonisolated(unsafe) private var isArmedForLife = false

private func restore() {
    guard let text = rescueText, let settings = rescueSettings, rescueCount > 0 else { return }
    let count = rescueCount
    rescueCount = 0
    _ = write(STDOUT_FILENO, text, count)
    tcsetattr(STDIN_FILENO, TCSANOW, settings)
}

/// The handler was reset on entry, so raising the signal again ends the process the way it would have ended.
private func die(_ signal: Int32) {
    restore()
    raise(signal)
}
