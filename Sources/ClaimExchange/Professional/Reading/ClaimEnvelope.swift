/// The envelopes and the header that the claims of one transaction came in.
final class ClaimEnvelope: Sendable {
    let transaction: X12Transaction
    /// BHT, submitter and receiver.
    let header: [PlacedSegment]
    /// Whether nothing is wrong with them.
    let isSound: Bool

    init(_ transaction: X12Transaction, header: [PlacedSegment], isSound: Bool) {
        self.transaction = transaction
        self.header = header
        self.isSound = isSound
    }

    /// The control number of the interchange (ISA13); empty where it has none.
    var controlNumber: String { transaction.interchange?[13].text ?? "" }

    /// The first segment of a name in a loop of the header.
    func segment(_ name: X12SegmentID, in loop: ProfessionalLoop = .header) -> X12Segment? {
        header.first { $0.place.loop == loop && $0.segment.id == name }?.segment
    }
}
