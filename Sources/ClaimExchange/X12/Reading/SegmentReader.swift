/// Parts a stream of bytes into segments, with memory for one chunk and one segment.
///
/// Delimiters come from each ISA segment. Line breaks between segments, and inside of them, are passed over. Any bytes
/// give segments and faults, never a trap.
struct SegmentReader {
    /// Far beyond the longest segment of any X12 guide.
    static let longestSegment = 1 << 16

    private var stream: ByteStream
    private var delimiters: X12Delimiters?
    private var segments = 0
    /// What is to be said before `ready` is given out.
    private var faults: [X12Fault] = []
    private var ready: X12Segment?

    init(_ stream: ByteStream) {
        self.stream = stream
    }

    /// The next segment or fault in the order of the file; `nil` at its end.
    mutating func next() throws -> Reading<X12Segment, X12Fault>? {
        while true {
            if !faults.isEmpty { return .fault(faults.removeFirst()) }
            if let segment = ready {
                ready = nil
                return .value(segment)
            }
            guard try stream.skipBlanks() else { return segments == 0 ? emptyFile() : nil }
            try stream.fill(atLeast: 4)
            if InterchangeHeader.mayBegin(stream.rest) {
                try openInterchange()
            } else if let delimiters {
                try readSegment(delimiters)
            } else {
                try seekInterchange()
            }
        }
    }

    private mutating func emptyFile() -> Reading<X12Segment, X12Fault> {
        segments = 1
        return .fault(
            X12Fault(.noInterchange, segment: 1, offset: 0, "The file is empty: it has no interchange"))
    }

    private mutating func report(_ kind: X12Fault.Kind, _ message: String) {
        faults.append(X12Fault(kind, segment: segments + 1, offset: stream.offset, message))
    }
}

// MARK: Segments

extension SegmentReader {
    private mutating func readSegment(_ delimiters: X12Delimiters) throws {
        var searched = 0
        while true {
            if let length = stream.distance(to: delimiters.terminator, from: searched) {
                take(length, delimiters)
                return stream.skip(1)
            }
            searched = stream.rest.count
            guard searched <= SegmentReader.longestSegment else { return try skipEndless(delimiters) }
            guard try stream.fill(atLeast: searched + 1) else { return takeUnfinished(delimiters) }
        }
    }

    private mutating func take(_ length: Int, _ delimiters: X12Delimiters) {
        var bytes = stream.rest.prefix(length)
        if bytes.contains(where: \.endsLine) { bytes = ArraySlice(bytes.filter { !$0.endsLine }) }
        segments += 1
        let segment = X12Segment(bytes: bytes, delimiters: delimiters, number: segments, offset: stream.offset)
        if segment.id == "IEA" { self.delimiters = nil }
        ready = segment
        stream.skip(length)
    }

    /// The last segment of a file is taken without its terminator; only IEA is surely whole then.
    private mutating func takeUnfinished(_ delimiters: X12Delimiters) {
        if !stream.rest.starts(with: "IEA".utf8) {
            report(
                .unfinishedSegment,
                "The file ends in the middle of a segment, its end is missing: ask the sender for the file again")
        }
        take(stream.rest.count, delimiters)
    }

    private mutating func skipEndless(_ delimiters: X12Delimiters) throws {
        report(
            .endlessSegment,
            "Segment longer than \(SegmentReader.longestSegment) characters, ignored. A segment terminator is missing: ask "
                + "the sender for the file again")
        segments += 1
        repeat {
            if let length = stream.distance(to: delimiters.terminator) { return stream.skip(length + 1) }
            stream.skip(stream.rest.count)
        } while try stream.fill(atLeast: 1)
    }
}

// MARK: Interchanges

extension SegmentReader {
    private mutating func openInterchange() throws {
        try stream.fill(atLeast: InterchangeHeader.searchedLength)
        guard let header = InterchangeHeader(stream.rest) else {
            report(
                .headerLength,
                "The interchange header (ISA) has fewer than 16 elements, and nothing after it can be read: ask the "
                    + "sender for the file again")
            return try skipHeader()
        }
        if let misfit = header.misfit {
            report(
                .headerLength,
                "The interchange header (ISA) must be \(InterchangeHeader.properLength) characters long; its "
                    + "element ISA\(misfit < 10 ? "0" : "")\(misfit) has a wrong length: have the sender pad it")
        }
        guard header.delimiters.partWell else {
            report(
                .delimiters,
                "The interchange header (ISA) names delimiters that are letters, digits, blanks or the same twice, "
                    + "and nothing after it can be read: ask the sender for the file again")
            return try skipHeader()
        }
        delimiters = header.delimiters
        take(header.length, header.delimiters)
        stream.skip(1)
    }

    private mutating func skipHeader() throws {
        delimiters = nil
        segments += 1
        stream.skip(3)
        try skipToHeader()
    }

    private mutating func seekInterchange() throws {
        report(
            .noInterchange,
            segments == 0
                ? "The file does not begin with an interchange header (ISA): it is not X12, or its start is missing"
                : "Text outside of an interchange, ignored: after IEA comes the next header (ISA) or the end of the file"
        )
        segments += 1
        try skipToHeader()
    }

    private mutating func skipToHeader() throws {
        while true {
            let rest = stream.rest
            var at = rest.startIndex
            while let found = rest[at...].firstIndex(of: UInt8(ascii: "I")) {
                if InterchangeHeader.mayBegin(rest[found...]) { return stream.skip(found - rest.startIndex) }
                at = found + 1
            }
            // A header may begin in the last three bytes.
            stream.skip(max(0, rest.count - 3))
            guard try stream.fill(atLeast: 4) else { return stream.skip(stream.rest.count) }
        }
    }
}
