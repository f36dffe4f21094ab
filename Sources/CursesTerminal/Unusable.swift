public import TerminalKit
import TextKit

/// Why the workstation cannot be shown here, in words with a remedy.
public enum Unusable: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case noTerminal
    /// `TERM` is not set.
    case unnamed
    /// No description of this `TERM` is installed.
    case unknown(String)
    /// A terminal that cannot place its cursor, such as `dumb`.
    case incapable(String)
    case tooSmall(Size, least: Size)

    public var description: String {
        switch self {
        case .noTerminal:
            "The workstation needs a terminal for input and output. Start it in a terminal window, without < > or |."
        case .unnamed:
            "TERM is not set, so the kind of terminal is not known. Set it, for example: export TERM=xterm-256color"
        case .unknown(let name):
            "No description of the terminal \(name.printable()) is installed. Install ncurses-term, or try: "
                + "export TERM=xterm-256color"
        case .incapable(let name):
            "A terminal of the kind \(name.printable()) cannot show screens. Use another window, or set TERM to its "
                + "real kind, for example: export TERM=xterm-256color"
        case .tooSmall(let size, let least):
            "The terminal is \(size.columns) columns by \(size.rows) rows; the workstation needs "
                + "\(least.columns) by \(least.rows). Make the window larger or its letters smaller."
        }
    }
}
