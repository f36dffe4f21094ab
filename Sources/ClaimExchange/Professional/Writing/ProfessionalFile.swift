public import ClaimModel
public import ClaimRules

/// A file of professional claims: one interchange of 837P, 005010X222A1.
public struct ProfessionalFile: Sendable {
    public let bytes: [UInt8]
    /// By the number of the claim in the file, from 0.
    public let transliterations: [(claim: Int, transliteration: Transliteration)]

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
        for (number, draft) in drafts.enumerated() {
            let sendable = SendableSegments(of: draft, in: context)
            if !sendable.obstacles.isEmpty { obstacles[number] = sendable.obstacles }
            transliterations += sendable.transliterations.map { (number, $0) }
            writer.write(sendable.segments)
        }
        let gaps = InterchangeWriter.gaps(in: submitter, parties)
        guard obstacles.isEmpty, gaps.isEmpty else { throw Refusal(parties: gaps, obstacles: obstacles) }
        bytes = writer.finished()
        self.transliterations = transliterations
    }
}
