import ClaimExchange
import ClaimOffice
import CursesTerminal
import Glibc
import TerminalKit
import TextKit

/// Standard output for results, standard error for messages.
enum Console {
    /// The glyphs that the locale of the environment can show.
    static let glyphs: Glyphs = {
        setlocale(LC_CTYPE, "")
        let set = nl_langinfo(nl_item(CODESET)).map { String(cString: $0).lowercased() } ?? ""
        return set.filter { $0 != "-" } == "utf8" ? .unicode : .ascii
    }()

    /// Writes a result with a line feed at its end; control characters are replaced.
    static func print(_ text: String) {
        let shown = isPlain(text) ? text : lines(of: text)
        write(shown.hasSuffix("\n") || shown.isEmpty ? shown : shown + "\n")
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.contains { $0.isControl && $0 != "\n" && $0 != "\r\n" && $0 != "\t" }
    }

    private static func lines(of text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        return lines.map { $0.printable() }.joined(separator: "\n")
    }

    /// Writes a result as it is. A closed pipe ends the program as it ends other Unix tools; a full disk is reported.
    static func write(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) {
        guard let fault = sendBytes(bytes, to: STDOUT_FILENO) else { return }
        if fault == EPIPE {
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        }
        say("The result could not be written: \(String(cString: strerror(fault))).")
        exit(Status.failed)
    }

    /// Whether results go to a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a message; control characters are replaced.
    static func say(_ message: String) {
        _ = sendBytes(Array((lines(of: message) + "\n").utf8), to: Rescue.messages)
    }
}

/// The exit statuses.
enum Status {
    static let done: Int32 = 0
    static let errorsFound: Int32 = 1
    /// Something could not be read or done.
    static let failed: Int32 = 2
}

/// Ends a command early: a message for standard error, and the exit status.
struct Refusal: Error {
    let message: String?
    let status: Int32

    /// - Parameter message: `nil` where everything has been printed already.
    init(_ message: String? = nil, status: Int32 = Status.failed) {
        self.message = message
        self.status = status
    }
}
