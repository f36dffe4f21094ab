public import ClaimModel
public import TextKit

extension ProfessionalFile {
    /// What would be submitted of one claim, a segment on each line, with what prevents sending it and what is written otherwise
    /// than keyed above it.
    ///
    /// - Parameters:
    ///   - parties: `nil` while the configuration names none; then the claim is shown without its envelopes.
    ///   - notice: what else the person should know first, in words.
    public static func preview(
        of draft: ClaimDraft, from submitter: Submitter, between parties: InterchangeParties?,
        stamp: InterchangeStamp, in context: ParsingContext, notice: [String] = [], glyphs: Glyphs = .unicode
    ) -> [String] {
        let sendable = SendableSegments(of: draft, in: context)
        var lines = notice
        if let parties {
            let gaps = InterchangeWriter.gaps(in: submitter, parties)
            if !gaps.isEmpty { lines.append("Missing in Practice setup: \(gaps.joined(separator: ", ")).") }
        }
        lines += sendable.obstacles.map { "Not sendable: \($0.message)" }
        lines += sendable.transliterations.map { "\($0.element): \"\($0.from)\" is sent as \"\($0.to)\"." }
        if !lines.isEmpty { lines.append("") }
        lines += text(
            of: sendable.segments, purpose: draft.identity.purpose.value ?? .chargeable, from: submitter,
            between: parties, stamp: stamp)
        return lines.map { $0.onPaper(glyphs) }
            .flatMap { $0.columns <= Paper.columns ? [$0] : $0.pieces(of: Paper.columns) }
    }

    private static func text(
        of segments: [WireSegment], purpose: ClaimPurpose, from submitter: Submitter,
        between parties: InterchangeParties?, stamp: InterchangeStamp
    ) -> [String] {
        var bytes: [UInt8]
        if let parties {
            var writer = InterchangeWriter(from: submitter, between: parties, stamp: stamp)
            writer.write(segments, purpose: purpose)
            bytes = writer.finished()
        } else {
            var output = SegmentOutput()
            for segment in segments { output.write(segment.name.description, elements: segment.elements) }
            bytes = output.bytes
        }
        return bytes.split(separator: X12Delimiters.usual.terminator)
            .map { String(decoding: $0, as: UTF8.self) + "~" }
    }
}
