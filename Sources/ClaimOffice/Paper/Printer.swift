import Foundation

/// A printer reached through `lp`.
public struct Printer: Sendable {
    /// As `lpstat -p` calls it; `nil` for the standard one.
    public var name: String?

    public init(name: String? = nil) { self.name = name }

    /// What `lp` made of a text.
    public struct Outcome: Sendable {
        public let isPrinted: Bool
        public let message: String

        static func refused(_ why: String) -> Outcome { Outcome(isPrinted: false, message: "Not printed: \(why)") }
    }

    /// What is printed, which says how `lp` has to treat it.
    public enum Kind: Sendable {
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
    public func print(_ bytes: [UInt8], _ kind: Kind = .pages) -> Outcome {
        guard let program = executable("lp") else {
            return .refused("lp is not installed (Debian package cups-client). A file name writes the summary there.")
        }
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = (name.map { ["-d", $0] } ?? []) + ["-t", kind.title] + kind.options + ["-"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        do { try process.run() } catch { return .refused("lp could not be started.") }
        try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try? input.fileHandleForWriting.close()
        let said = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let lines = String(decoding: said.prefix(300), as: UTF8.self).split(whereSeparator: \.isNewline)
        let answer = lines.joined(separator: " ")
        guard process.terminationStatus == 0 else { return .refused(answer.isEmpty ? "lp refused it." : answer) }
        return Outcome(isPrinted: true, message: answer.isEmpty ? "Printed." : "Printed: \(answer)")
    }
}
