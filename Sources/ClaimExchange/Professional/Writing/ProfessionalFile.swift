public import ClaimModel
public import ClaimRules

/// A file of professional claims: one interchange of 837P, 005010X222A1. A claim that cannot be written is left out and
/// holds no other.
public struct ProfessionalFile: Sendable {
    /// The whole interchange, ISA to IEA, in ASCII.
    public let bytes: [UInt8]
    /// Where each claim is in it.
    public let places: [ClaimPlace]
    /// By claim, the SHA-256 of what the file says of it.
    public let contents: [String]
    /// By the number of the claim among those written, from 0.
    public let transliterations: [(claim: Int, transliteration: Transliteration)]
    /// By the number of the claim among those given, from 0: why it cannot be written, and is not in the file.
    public let obstacles: [Int: [Obstacle]]

    /// A claim's place in a file: a receiver that could not read the file names it by that.
    public struct ClaimPlace: Hashable, Sendable {
        /// The transaction's control number (ST02).
        public let transaction: String
        /// Its segments in the transaction, the header of which (ST) is 1; the levels that begin with it among them.
        public let segments: ClosedRange<Int>
    }

    /// Why there is no file: what is missing of submitter and receiver, each in words.
    public struct MissingParties: Error, Hashable, Sendable {
        /// Each in words: `the submitter's name (1000A NM103)`.
        public let missing: [String]
    }

    /// - Parameters:
    ///   - submitter: who sends, as the practice's setup has it.
    ///   - context: how texts are read; the day does not show in the file.
    public init(
        of claims: [Claim], from submitter: Submitter, between parties: InterchangeParties, stamp: InterchangeStamp,
        in context: ParsingContext
    ) throws(MissingParties) {
        try self.init(drafts: claims.map(\.draft), from: submitter, between: parties, stamp: stamp, in: context)
    }

    init(
        drafts: [ClaimDraft], from submitter: Submitter, between parties: InterchangeParties, stamp: InterchangeStamp,
        in context: ParsingContext
    ) throws(MissingParties) {
        let gaps = InterchangeWriter.gaps(in: submitter, parties)
        guard gaps.isEmpty else { throw MissingParties(missing: gaps) }
        var writer = InterchangeWriter(from: submitter, between: parties, stamp: stamp)
        var obstacles: [Int: [Obstacle]] = [:]
        var transliterations: [(Int, Transliteration)] = []
        var places: [ClaimPlace] = []
        var contents: [String] = []
        for (number, draft) in drafts.enumerated() {
            let sendable = SendableSegments(of: draft, in: context)
            guard sendable.obstacles.isEmpty else {
                obstacles[number] = sendable.obstacles
                continue
            }
            transliterations += sendable.transliterations.map { (places.count, $0) }
            places.append(writer.write(sendable.segments, purpose: draft.identity.purpose.value ?? .chargeable))
            contents.append(Fingerprint.of(sendable.segments.map(\.text).joined(separator: "~").utf8))
        }
        bytes = writer.finished()
        self.obstacles = obstacles
        self.places = places
        self.contents = contents
        self.transliterations = transliterations
    }

    /// Why a claim cannot be written, or would be rejected; empty where it can go.
    public static func obstacles(of draft: ClaimDraft, in context: ParsingContext) -> [Obstacle] {
        SendableSegments(of: draft, in: context).obstacles
    }

    /// The SHA-256 of its bytes.
    public var checksum: String { Fingerprint.of(bytes) }
}
