/// Cuts a stream of bytes into lines.
public struct LineCutter {
    public enum Line: Hashable, Sendable {
        /// Without its end.
        case whole([UInt8])
        /// Longer than the limit; its bytes are passed over.
        case tooLong
    }

    private let limit: Int
    private var rest: [UInt8] = []
    private var isPassingOver = false

    /// - Parameter limit: the most bytes of a line.
    public init(limit: Int) { self.limit = limit }

    /// - Returns: the lines that are complete now.
    public mutating func take(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { lines.append(end()) }
            if !isPassingOver { rest += part.element }
            if rest.count > limit { (isPassingOver, rest) = (true, []) }
        }
        return lines
    }

    /// - Returns: what follows the last line end; `nil` where nothing does.
    public mutating func finish() -> Line? { rest.isEmpty && !isPassingOver ? nil : end() }

    private mutating func end() -> Line {
        defer { (isPassingOver, rest) = (false, []) }
        return isPassingOver ? .tooLong : .whole(rest)
    }
}
