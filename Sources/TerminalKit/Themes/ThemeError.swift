import TextKit

/// Why a theme could not be loaded: the file, the place in it, what is wrong and what to do.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1; `nil` where the whole file is meant.
    public let line: Int?
    public let problem: String
    public let remedy: String

    init(_ file: String, line: Int? = nil, _ problem: String, remedy: String) {
        self.file = file.printable()
        self.line = line
        self.problem = problem
        self.remedy = remedy
    }

    public var description: String {
        let place = line.map { ":\($0)" } ?? ""
        return "\(file)\(place): \(problem). \(remedy)."
    }
}
