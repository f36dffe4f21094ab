/// What is wrong with a file of X12 transactions: where, and what to do, in a biller's words.
///
/// Carries control numbers and names of segments, never the content of a claim, so it may be printed and logged.
public struct X12Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults that a file can have, by where the reader notices them.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// No ISA segment where one has to be.
        case noInterchange
        /// The ISA segment is not 106 bytes with its elements at their places.
        case headerLength
        /// The ISA segment names delimiters that cannot part anything.
        case delimiters
        /// Composites are parted by another sign than ISA16 names; they are read by the sign in use.
        case compositeSign
        /// The file ends inside of a segment.
        case unfinishedSegment
        /// A segment longer than any that X12 knows.
        case endlessSegment
        /// A segment that has to open or close a part of the file is missing.
        case missingSegment
        /// A segment is out of place.
        case misplacedSegment
        /// A count in SE, GE or IEA differs from what was counted.
        case count
        /// The control numbers of ST and SE, GS and GE, or ISA and IEA differ.
        case controlNumber
        /// A transaction that this reader does not take.
        case version
        /// The levels (HL) do not fit together.
        case hierarchy
        /// An amount that is none, or is larger than a file may carry.
        case amount
        /// The claim's total is not the sum of its lines.
        case total
        /// A header or a level that is at odds with the guide of the professional claim.
        case guide
        /// More segments or lines than one claim can have.
        case endlessClaim
        /// A claim breaks off where the file does.
        case cutOffClaim
    }

    /// For programs; `message` says the same to people.
    public let kind: Kind
    /// The segment's number in the file, counted from 1.
    public let segment: Int
    /// Where the segment begins, in bytes from the start of the file.
    public let offset: Int
    /// What is wrong and what to do, without a full stop at its end.
    public let message: String

    init(_ kind: Kind, segment: Int, offset: Int, _ message: String) {
        self.kind = kind
        self.segment = segment
        self.offset = offset
        self.message = message
    }

    init(_ kind: Kind, at segment: X12Segment, _ message: String) {
        self.init(kind, segment: segment.number, offset: segment.offset, message)
    }

    /// `segment 12, byte 483: …`.
    public var description: String { "segment \(segment), byte \(offset): \(message)" }
}
