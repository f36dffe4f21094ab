import ClaimOffice
import CursesTerminal
import Glibc
import TerminalKit
import TextKit

/// A line on the terminal with the progress of long work; nothing if standard error is not a terminal.
final class ProgressLine {
    private let isShown = isatty(Rescue.messages) == 1
    private var last = ""

    /// - Parameter fraction: from 0 to 1.
    func show(_ name: String, _ fraction: Double) { show(name, "\(Int(min(1, max(0, fraction)) * 100)) %") }

    func show(_ name: String, _ state: String) {
        guard isShown else { return }
        let text = "\(name.prefix(50).printable()) \(state)"
        guard text != last else { return }
        last = text
        _ = sendBytes(Array("\r\u{1B}[K\(text)".utf8), to: Rescue.messages)
    }

    func clear() {
        guard !last.isEmpty else { return }
        last = ""
        _ = sendBytes(Array("\r\u{1B}[K".utf8), to: Rescue.messages)
    }
}
