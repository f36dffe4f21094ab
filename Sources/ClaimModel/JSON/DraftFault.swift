import TextKit

/// Why a text is not a claim draft: where, and what to do about it.
///
/// Carries no text of any field, so it may be printed and logged.
public struct DraftFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// `lines[1].ndc`, rows counted from 0 as JSON tools count; empty for the whole document.
    public private(set) var path: String
    /// Where in the file, in bytes from its start, if it is known.
    public let offset: Int?
    /// What is wrong and what to do, one sentence without a full stop.
    public let message: String

    init(_ message: String, at offset: Int?, path: String = "") {
        self.message = message
        self.offset = offset
        self.path = path
    }

    public var description: String { path.isEmpty ? message : "\(path): \(message)" }

    /// The same fault, where the bytes that were read begin further on in the file.
    package func moved(by offset: Int) -> DraftFault {
        DraftFault(message, at: self.offset.map { $0 + offset }, path: path)
    }

    /// The same fault, seen from the object that holds `name`.
    func under(_ name: String) -> DraftFault {
        var outer = self
        outer.path = path.isEmpty || path.hasPrefix("[") ? name + path : "\(name).\(path)"
        return outer
    }

    /// The same fault, seen from the list that holds row `index`.
    func under(row index: Int) -> DraftFault {
        var outer = self
        outer.path = path.isEmpty || path.hasPrefix("[") ? "[\(index)]\(path)" : "[\(index)].\(path)"
        return outer
    }

    /// A name from a file as it may be printed: short, and without characters that a terminal acts on.
    static func printable(_ name: String) -> String {
        name.printable().clipped(to: 60, ellipsis: "…")
    }
}
