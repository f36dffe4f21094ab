/// A paper EOB that is not posted yet, as it was keyed so far.
public struct KeyedEOB: Codable, Hashable, Sendable {
    /// One line of the claim when it was keyed.
    public struct Line: Codable, Hashable, Sendable {
        /// Its code, as it is keyed.
        public let procedure: String
        /// As it is keyed.
        public let charge: String

        /// - Parameter procedure: its code.
        public init(procedure: String, charge: String) { (self.procedure, self.charge) = (procedure, charge) }
    }

    /// What the fields say, in their order.
    public let texts: [String]
    /// The field that has the cursor.
    public let index: Int
    /// Whether that field is being typed in, so that what is typed next goes on.
    public let isBegun: Bool
    /// The lines that the fields are of.
    public let lines: [Line]

    /// - Parameters:
    ///   - index: the field that has the cursor.
    ///   - isBegun: whether that field is being typed in.
    ///   - lines: those that the fields are of.
    public init(texts: [String], index: Int, isBegun: Bool, lines: [Line]) {
        (self.texts, self.index, self.isBegun, self.lines) = (texts, index, isBegun, lines)
    }
}
