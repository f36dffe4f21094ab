import Glibc

/// Questions on the terminal that a command was started at, whatever its input and output are.
enum Questions {
    /// Asks for a line.
    ///
    /// - Parameter isHidden: whether what is typed is not shown, as of a passphrase.
    /// - Throws: `Refusal` where there is no terminal, or nothing was answered.
    static func ask(_ question: String, isHidden: Bool = false) throws -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else {
            throw Refusal(
                "Somebody has to sign in, and there is no terminal. Give --key with the key file of a service.")
        }
        defer { close(terminal) }
        var before = termios()
        let canHide = isHidden && tcgetattr(terminal, &before) == 0
        if canHide {
            var quiet = before
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(terminal, TCSAFLUSH, &quiet)
        }
        defer {
            if canHide {
                tcsetattr(terminal, TCSAFLUSH, &before)
                write(terminal, "\n")
            }
        }
        // Nothing is asked before what is typed is hidden.
        write(terminal, "\(question): ")
        guard let line = readLine(from: terminal), !line.isEmpty else { throw Refusal("Nothing was entered.") }
        return line
    }

    /// A new passphrase, typed twice.
    static func newPassphrase(of name: String) throws -> String {
        let first = try ask("New passphrase of \(name) (12 characters or more)", isHidden: true)
        guard try ask("The same again", isHidden: true) == first else {
            throw Refusal("The two are not the same. Nothing was changed.")
        }
        return first
    }

    private static func write(_ terminal: Int32, _ text: String) { _ = Glibc.write(terminal, text, text.utf8.count) }

    /// At most a kilobyte.
    private static func readLine(from terminal: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 1024, read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(validating: bytes, as: UTF8.self)
    }
}
