import Foundation

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

    /// What is printed, which says how `lp` has to treat it.
    enum Kind {
        /// Text of 80 columns and 66 lines.
        case pages
        /// Text for the pre-printed form, at its very pitch.
        case form
        /// A PDF.
        case document

        fileprivate var options: [String] {
            self == .form ? ["-o", "cpi=10", "-o", "lpi=6", "-o", "page-top=0", "-o", "page-bottom=0"] : []
        }

        fileprivate var title: String { self == .form ? "CleanClaim CMS-1500" : "CleanClaim summary" }
    }

    /// Prints, and waits for `lp` to take it.
    func print(_ bytes: [UInt8], _ kind: Kind = .pages) -> Outcome {
        guard let program = executable("lp") else {
            return .refused("lp is not installed (Debian package cups-client). A file name writes the summary there.")
        }
        let process = Process()
        let (input, answer) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = (name.map { ["-d", $0] } ?? []) + ["-t", kind.title] + kind.options + ["-"]
        process.standardInput = input
        process.standardOutput = answer
        process.standardError = answer
        do { try process.run() } catch { return .refused("lp could not be started.") }
        try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try? input.fileHandleForWriting.close()
        let said = (try? answer.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let lines = String(decoding: said.prefix(300), as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.joined(separator: " ")
        guard process.terminationStatus == 0 else { return .refused(words.isEmpty ? "lp refused it." : words) }
        return Outcome(isPrinted: true, words: words.isEmpty ? "Printed." : "Printed: \(words)")
    }
}
