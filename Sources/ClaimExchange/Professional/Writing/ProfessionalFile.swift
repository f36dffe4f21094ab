public import ClaimModel
public import ClaimRules

/// A file of professional claims: one interchange of 837P, 005010X222A1.
public struct ProfessionalFile: Sendable {
    public let bytes: [UInt8]
    /// Where each claim stands in it.
    public let places: [ClaimPlace]
    /// By claim, the SHA-256 of what the file says of it.
    public let contents: [String]
    /// By the number of the claim in the file, from 0.
    public let transliterations: [(claim: Int, transliteration: Transliteration)]

    /// Where a claim stands in a file: what a receiver names it by that could not read the file.
    public struct ClaimPlace: Hashable, Sendable {
        /// The transaction's control number (ST02).
        public let transaction: String
        /// Its segments in the transaction, the header of which (ST) is 1; the levels that begin with it among them.
        public let segments: ClosedRange<Int>
    }

    /// Why there is no file.
    public struct Refusal: Error, Hashable, Sendable {
        /// What is missing of submitter and receiver, in words.
        public let parties: [String]
        /// By the number of the claim, from 0.
        public let obstacles: [Int: [Obstacle]]
    }

    /// - Parameters:
    ///   - submitter: who sends, as the practice's set-up has it.
    ///   - context: how texts are read; the day does not show in the file.
    public init(
        of claims: [Claim], from submitter: Submitter, between parties: InterchangeParties, stamp: InterchangeStamp,
        in context: ParsingContext
    ) throws(Refusal) {
        try self.init(drafts: claims.map(\.draft), from: submitter, between: parties, stamp: stamp, in: context)
    }

    init(
        drafts: [ClaimDraft], from submitter: Submitter, between parties: InterchangeParties, stamp: InterchangeStamp,
        in context: ParsingContext
    ) throws(Refusal) {
        var writer = InterchangeWriter(from: submitter, between: parties, stamp: stamp)
        var obstacles: [Int: [Obstacle]] = [:]
        var transliterations: [(Int, Transliteration)] = []
        var places: [ClaimPlace] = []
        var contents: [String] = []
        for (number, draft) in drafts.enumerated() {
            let sendable = SendableSegments(of: draft, in: context)
            if !sendable.obstacles.isEmpty { obstacles[number] = sendable.obstacles }
            transliterations += sendable.transliterations.map { (number, $0) }
            places.append(writer.write(sendable.segments))
            contents.append(Fingerprint.of(sendable.segments.map(\.text).joined(separator: "~").utf8))
        }
        let gaps = InterchangeWriter.gaps(in: submitter, parties)
        guard obstacles.isEmpty, gaps.isEmpty else { throw Refusal(parties: gaps, obstacles: obstacles) }
        bytes = writer.finished()
        self.places = places
        self.contents = contents
        self.transliterations = transliterations
    }

    /// The SHA-256 of its bytes.
    public var checksum: String { Fingerprint.of(bytes) }
}
