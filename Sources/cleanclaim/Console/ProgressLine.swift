import ClaimOffice
import Glibc
import TerminalKit
import TextKit

/// A line on the terminal that says how far a long piece of work is; nothing where standard error is no terminal.
final class ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var last = ""

    /// - Parameter fraction: from 0 to 1.
    func show(_ name: String, _ fraction: Double) {
        guard isShown else { return }
        let words = "\(name.prefix(50).printable()) \(Int(min(1, max(0, fraction)) * 100)) %"
        guard words != last else { return }
        last = words
        _ = sendBytes(Array("\r\u{1B}[K\(words)".utf8), to: STDERR_FILENO)
    }

    func clear() {
        guard !last.isEmpty else { return }
        last = ""
        _ = sendBytes(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
}
