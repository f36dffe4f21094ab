import Foundation
import TextKit

/// The printers that the system has.
public struct PrinterList: Sendable {
    /// Their names, in the system's order.
    public let names: [String]
    /// Why they could not be listed; `nil` where they were.
    public let fault: String?

    /// Asks `lpstat`, which has a few seconds: a print server that does not answer holds nobody up.
    public static func current() -> PrinterList { current(by: executable("lpstat"), limit: 5) }

    static func current(by program: String?, limit: Int) -> PrinterList {
        guard let program else {
            return PrinterList(names: [], fault: "lpstat is not installed (Debian package cups-client).")
        }
        do throws(OutsideProgram.Failure) {
            // The first word of a line of -a is a name in every language; versions before CUPS 1.7 know no -e.
            for option in ["-e", "-a"] {
                let (answer, status) = try OutsideProgram(path: program, arguments: [option], limit: limit).run([])
                let lines = String(decoding: answer.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
                let names = lines.compactMap { $0.split(separator: " ").first.map(String.init) }.filter(isName)
                if status == 0, !names.isEmpty { return PrinterList(names: Array(names.prefix(100)), fault: nil) }
            }
            return PrinterList(names: [], fault: "The system has no printers (lpstat -e).")
        } catch {
            return PrinterList(names: [], fault: "lpstat did not answer within \(limit) seconds.")
        }
    }

    /// Nothing that `lp` would take for an option, or a screen cannot show.
    private static func isName(_ name: String) -> Bool {
        !name.hasPrefix("-") && name.count <= 127 && name.allSatisfy { !$0.unicodeScalars.contains(where: \.isControl) }
    }
}

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
