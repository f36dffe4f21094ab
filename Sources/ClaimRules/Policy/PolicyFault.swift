import TextKit

/// Something wrong with a policy file, as its author sees it.
public struct PolicyFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the file, without its folder.
    public let file: String
    /// Counted from 1; `nil` for the file as a whole.
    public let line: Int?
    /// An error keeps the file out of use, a warning the entry; a note is advice.
    public let severity: Severity
    /// What is wrong.
    public let message: String
    /// What to do.
    public let remedy: String

    /// - Parameter line: counted from 1; `nil` for the file as a whole.
    public init(
        file: String, line: Int? = nil, severity: Severity = .error, message: String, remedy: String = ""
    ) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
        self.remedy = remedy
    }

    /// `acme.yaml:8: error: "min_aeg" is not a key of settings. Did you mean min_age?`, as compilers print it.
    public var description: String {
        let file = file.printable()
        let place = line.map { "\(file):\($0)" } ?? file
        return [place + ":", severity.rawValue + ":", message, remedy].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
