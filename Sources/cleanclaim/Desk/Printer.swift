import Foundation
import Glibc

/// A printer reached through `lp`.
struct Printer {
    /// As `lpstat -p` calls it; `nil` for the standard one.
    var name: String?

    /// What `lp` made of a text.
    struct Outcome {
        let isPrinted: Bool
        let words: String

        static func refused(_ why: String) -> Outcome { Outcome(isPrinted: false, words: "Not printed: \(why)") }
    }

    /// Prints, and waits for `lp` to take the text.
    func print(_ text: String) -> Outcome {
        guard let program = Printer.path(of: "lp") else {
            return .refused("lp is not installed (Debian package cups-client). A file name writes the summary there.")
        }
        let process = Process()
        let (input, answer) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = (name.map { ["-d", $0] } ?? []) + ["-t", "CleanClaim summary", "-"]
        process.standardInput = input
        process.standardOutput = answer
        process.standardError = answer
        do { try process.run() } catch { return .refused("lp could not be started.") }
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
        let said = (try? answer.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let lines = String(decoding: said.prefix(300), as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.joined(separator: " ")
        guard process.terminationStatus == 0 else { return .refused(words.isEmpty ? "lp refused it." : words) }
        return Outcome(isPrinted: true, words: words.isEmpty ? "Printed." : "Printed: \(words)")
    }

    private static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }
}
