import Foundation

/// A printer, used with `lp`.
public struct Printer: Sendable {
    /// Its name in `lpstat -p`; `nil` for the default printer.
    public var name: String?

    /// How long `lp` may take, in seconds: it only puts the paper into the queue.
    private let limit: Int

    public init(name: String? = nil) { self.init(name: name, limit: 30) }

    init(name: String?, limit: Int) {
        self.name = name
        self.limit = limit
    }

    /// The result of `lp`.
    public struct Outcome: Sendable {
        public let isPrinted: Bool
        public let message: String

        static func refused(_ why: String) -> Outcome { Outcome(isPrinted: false, message: "Not printed: \(why)") }
    }

    /// What is printed, which decides the options of `lp`.
    public enum Kind: Sendable {
        /// Text of 80 columns and 66 lines.
        case pages
        /// Text for the preprinted form, at exactly its pitch.
        case form
        /// A PDF.
        case document

        fileprivate var options: [String] {
            self == .form ? ["-o", "cpi=10", "-o", "lpi=6", "-o", "page-top=0", "-o", "page-bottom=0"] : []
        }

        fileprivate var title: String { self == .form ? "CleanClaim CMS-1500" : "CleanClaim summary" }
    }

    /// Prints, and waits until `lp` has accepted it.
    public func print(_ bytes: [UInt8], _ kind: Kind = .pages) -> Outcome {
        guard let program = executable("lp") else {
            return .refused(
                "lp is not installed (Debian package cups-client). Give a file name to write a file instead.")
        }
        let lp = OutsideProgram(
            path: program, arguments: (name.map { ["-d", $0] } ?? []) + ["-t", kind.title] + kind.options + ["-"],
            takesErrors: true, limit: limit)
        let answer: String
        do throws(OutsideProgram.Failure) {
            let (said, status) = try lp.run(bytes)
            let lines = String(decoding: said.prefix(300), as: UTF8.self).split(whereSeparator: \.isNewline)
            answer = lines.joined(separator: " ")
            guard status == 0 else { return .refused(answer.isEmpty ? "lp refused it." : answer) }
        } catch {
            switch error {
            case .notStarted: return .refused("lp could not be started.")
            case .tooSlow:
                return .refused("lp did not answer within \(limit) seconds. Check the printer and its queue.")
            }
        }
        return Outcome(isPrinted: true, message: answer.isEmpty ? "Printed." : "Printed: \(answer)")
    }
}
