import Glibc

/// The signals that the terminal session or a long command answers, turned into bytes of a pipe that can be waited for.
public struct Signals: ~Copyable {
    /// Those that would end the process: it leaves in the orderly way, with everything saved.
    private static let ending =
        [
            SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR,
            SIGSTKFLT,
        ] + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    static let ofTerminal = [SIGWINCH, SIGTSTP, SIGCONT] + ending

    /// Readable when a signal has come.
    let descriptor: Int32
    private let writer: Int32
    private let watched: [Int32]
    private var earlier: [sigaction] = []

    /// Only one at a time; with its end the signals are handled as before.
    public init(_ watched: [Int32]) {
        self.watched = watched
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (descriptor, writer) = (ends[0], ends[1])
        wakeDescriptor = writer
        for signal in watched { earlier.append(Signals.install(signal, wake)) }
        unblock()
    }

    deinit {
        for (signal, action) in zip(watched, earlier) {
            var action = action
            sigaction(signal, &action, nil)
        }
        wakeDescriptor = -1
        close(descriptor)
        close(writer)
    }

    /// The signals that came since the last call, in order.
    public func taken() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 ? bytes.prefix(count).map(Int32.init) : []
    }

    /// Stops the process as the shell expects, and returns when it goes on.
    func stop() {
        _ = Signals.install(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        _ = Signals.install(SIGTSTP, wake)
    }

    /// A parent may have left them blocked, and a blocked signal never comes.
    private func unblock() {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in watched { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    private static func install(_ signal: Int32, _ handler: __sighandler_t?) -> sigaction {
        var action = sigaction()
        var earlier = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = Int32(SA_RESTART)
        sigaction(signal, &action, &earlier)
        return earlier
    }
}

nonisolated(unsafe) private var wakeDescriptor: Int32 = -1

private func wake(_ signal: Int32) {
    let kept = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(wakeDescriptor, &byte, 1)
    errno = kept
}
