/// What a terminal tells the program.
public enum Event: Hashable, Sendable {
    case key(Key)
    /// A bracketed paste: line ends are `\n`, tabs stay, and `dropped` counts the other control characters, unreadable
    /// bytes, and everything beyond 1 MB, which are left out.
    case paste(String, dropped: Int)
    case resized(Size)
    /// Somebody asked the program to stop for a while (SIGTSTP): save, hide what nobody else may see, and call `suspend`.
    case suspending
    /// The program was stopped from outside and goes on; the screen must be drawn again.
    case resumed
    /// Somebody asked the program to end (SIGTERM, SIGINT from outside): save and leave.
    case terminated
    /// The terminal is gone (SIGHUP, end of input): save and leave. Every further question gives it again.
    case hangup
}
