import CNcurses
import Glibc

/// What is left when the process fails: the terminal in order, one line in words, and nothing of any claim.
///
/// There is no core dump, nobody else may read the memory, and the runtime's own report is not shown: it may quote a row of
/// the database. Everything that a handler touches is made ready beforehand; it calls only what is safe inside one.
public enum Rescue {
    /// Where messages for the person go. Standard error is given up at `prepare`, since libraries write to it as they
    /// fail.
    public nonisolated(unsafe) private(set) static var messages = STDERR_FILENO

    /// What ends the process by a failure of its own; all others end it in the orderly way (`Signals`).
    private static let failures = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]

    /// To be called first of all, once.
    public static func prepare() {
        // A pipe that nobody reads, and a file that may not grow, are errors of the writing call.
        for ignored in [SIGPIPE, SIGXFSZ] { signal(ignored, SIG_IGN) }
        cc_keep_memory_private()
        giveUpStandardError()
        tell("CleanClaim stopped because of an error in the program. What was saved is kept; start it again.")
        useOwnStack()
        for failure in failures {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = die
            action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK) | UInt32(SA_RESETHAND) | UInt32(SA_NODEFER))
            sigaction(failure, &action, nil)
        }
        atexit { restore() }
    }

    /// Sets the line that a failure leaves; it carries nothing of a claim.
    public static func tell(_ line: String) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        text.initialize(from: bytes, count: bytes.count)
        // The one before stays: a handler may be reading it.
        (failureText, failureCount) = (text, bytes.count)
    }

    /// Arms it with the bytes that leave the screen and with the terminal's settings from before.
    static func arm(leaving bytes: [UInt8]) {
        let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        settings.initialize(to: termios())
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        text.initialize(from: bytes, count: bytes.count)
        guard tcgetattr(STDIN_FILENO, settings) == 0 else { return }
        (rescueSettings, rescueText, rescueCount) = (settings, text, bytes.count)
    }

    /// Disarms it, once the screen has been left in the orderly way.
    static func disarm() {
        rescueCount = 0
        rescueText?.deallocate()
        rescueSettings?.deallocate()
        (rescueSettings, rescueText) = (nil, nil)
    }

    private static func giveUpStandardError() {
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard kept >= 0, nowhere >= 0 else { return }
        dup2(nowhere, STDERR_FILENO)
        close(nowhere)
        messages = kept
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
nonisolated(unsafe) private var failureText: UnsafeMutablePointer<UInt8>?
nonisolated(unsafe) private var failureCount = 0

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
    if let text = failureText { _ = write(Rescue.messages, text, failureCount) }
    raise(signal)
}
