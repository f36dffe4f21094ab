/// Reads the envelopes of a stream of X12 segments: interchanges (ISA/IEA), groups (GS/GE), transactions (ST/SE).
///
/// Counts, control numbers and the order of the envelopes are checked on the way; what is wrong with one does not stop
/// the transactions after it.
struct TransactionReader {
    typealias Event = Reading<Part, X12Fault>

    enum Part: Hashable, Sendable {
        case begin(X12Transaction)
        /// A segment between ST and SE.
        case segment(X12Segment)
        /// The transaction has no SE: what comes last in it may be cut off. Its end comes next.
        case cutOff
        /// The transaction is over.
        case end
        /// The receipt of an interchange (TA1), with the header of the one that it came in.
        case receipt(X12Segment, in: X12Segment?)
    }

    private var reader: SegmentReader
    private var envelopes = Envelopes()
    /// The receipt of an interchange (TA1), if one has come.
    var receipt: X12Segment? { envelopes.receipt }
    private var waiting: [Event] = []

    init(chunks chunk: @escaping () throws -> [UInt8]?) {
        reader = SegmentReader(ByteStream(chunks: chunk))
    }

    init(_ bytes: [UInt8]) {
        reader = SegmentReader(ByteStream(bytes))
    }

    /// The next event in the order of the file; `nil` at its end.
    mutating func next() throws -> Event? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            switch try reader.next() {
            case .value(let segment):
                if envelopes.takeInner(segment) { return .value(.segment(segment)) }
                waiting = envelopes.take(segment)
            case .fault(let fault): return .fault(fault)
            case nil:
                waiting = envelopes.finish()
                if waiting.isEmpty { return nil }
            }
        }
    }
}

/// A transaction and the envelopes that it came in.
struct X12Transaction: Hashable, Sendable {
    let interchange: X12Segment?
    let group: X12Segment?
    let header: X12Segment
    /// Whether it is the first of its group, so that interchange and group have not been seen with another.
    let isFirst: Bool

    /// `837`, `835`, `999` (ST01).
    var kind: String { header[1].text }

    /// `005010X222A1`: the guide that it follows (ST03, else GS08).
    var guide: String { header[3].isEmpty ? (group?[8].text ?? "") : header[3].text }

    var controlNumber: String { header[2].text }
}
