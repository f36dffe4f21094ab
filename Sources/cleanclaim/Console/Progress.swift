import ClaimExchange
import ClaimOffice
import CursesTerminal
import Glibc
import TerminalKit
import TextKit

/// The progress of a check, on the last line of a terminal; nothing if standard error is not one.
struct Progress {
    private let total: Int?
    private let isShown: Bool
    private var isDrawn = false
    private var next = ContinuousClock.now

    /// - Parameter total: the bytes to read, if known.
    init(total: Int?) {
        self.total = total
        isShown = isatty(Rescue.messages) == 1
    }

    mutating func show(bytes: Int, counts: CheckReport.Counts) {
        guard isShown, .now >= next else { return }
        next = .now + .milliseconds(100)
        isDrawn = true
        Progress.put("\r\u{1B}[K" + Progress.line(bytes: bytes, of: total, counts: counts))
    }

    /// Clears the line, so that something else can be written there.
    mutating func clear() {
        guard isDrawn else { return }
        isDrawn = false
        Progress.put("\r\u{1B}[K")
    }

    /// `[########............]  40%  1200 claims, 31 flagged`, or without the bar if the total is not known.
    static func line(bytes: Int, of total: Int?, counts: CheckReport.Counts) -> String {
        let claims = "\(counts.claims) claims, \(counts.flagged) flagged"
        guard let total, total > 0 else { return claims }
        let done = min(1, Double(bytes) / Double(total))
        let filled = Int(done * 20)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        let percent = String(Int(done * 100))
        return "[\(bar)] \(percent.aligned(to: 3))%  \(claims)"
    }

    private static func put(_ text: String) { _ = sendBytes(Array(text.utf8), to: Rescue.messages) }
}
