public import ClaimModel

/// A file that is about to be written, as the store keeps it.
public struct SentRecord: Sendable {
    public let file: SentFile
    /// Whether its claims count as sent once it is written.
    public let counts: Bool
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let checksum: String
    /// Where it is to be; forgotten once it is there.
    public let path: String
    /// In the order of the file.
    public let claims: [Claim]

    public init(file: SentFile, counts: Bool, checksum: String, path: String, claims: [Claim]) {
        self.file = file
        self.counts = counts
        self.checksum = checksum
        self.path = path
        self.claims = claims
    }

    /// One claim of it, and its status.
    public struct Claim: Sendable {
        public let record: ClaimRecord
        /// The transaction that it is in (ST02).
        public let transaction: String
        /// Its segments in the transaction, the header of which (ST) is 1; the levels that begin with it among them.
        public let segments: ClosedRange<Int>
        /// SHA-256 of what the file says of it, in hexadecimal digits.
        public let content: String

        public init(record: ClaimRecord, transaction: String, segments: ClosedRange<Int>, content: String) {
            self.record = record
            self.transaction = transaction
            self.segments = segments
            self.content = content
        }
    }
}

/// A file that was recorded, and of which nobody knows whether it was written.
public struct UnconfirmedFile: Hashable, Sendable {
    public let id: Int
    public let file: SentFile
    public let path: String
    public let checksum: String
    /// The ids of its claims.
    public let claims: [String]
}
