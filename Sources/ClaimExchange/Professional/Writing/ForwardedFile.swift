import TextKit

/// Claims of 837P files written on as they came, segment by segment, without the others of their files: levels and counts get
/// new numbers.
///
/// Each interchange, group and transaction that a claim came in is written around those of its claims that are taken. The
/// claims come in the order of their files.
public struct ForwardedFile {
    /// The control numbers of the interchanges.
    public enum Numbers: Sendable {
        case kept
        /// From this one on, with usage T: a test, so that nobody takes the file for a submission.
        case new(first: Int)
    }

    /// How many claims it has taken.
    public private(set) var claims = 0
    private var numbers: Numbers
    private var open: Open?
    private var bytes: [UInt8] = []

    private struct Open {
        var envelope: ClaimEnvelope
        /// Its control numbers, as they are written.
        var interchange: [UInt8]
        var group: [UInt8]
        /// The interchange's number, where it is a new one.
        var number: Int
        var groups = 1
        var transactions = 1
        /// Segments of the transaction so far.
        var segments = 0
        var levels = 0
        /// The levels that the next claim may be under: the number of the HL segment in its file, and the one written.
        var path: [(source: Int, number: Int)] = []
    }

    /// A file without claims.
    public init(_ numbers: Numbers) { self.numbers = numbers }

    /// - Returns: the bytes of the claim, and of the envelopes that open or close with it; `nil` where it came without an
    ///   interchange or a group, so that it cannot be written.
    public mutating func take(_ claim: ProfessionalClaim) -> [UInt8]? {
        let transaction = claim.envelope.transaction
        guard let interchange = transaction.interchange, let group = transaction.group else { return nil }
        if open?.envelope !== claim.envelope { turn(to: claim.envelope, interchange, group) }
        claims += 1
        writeLevels(of: claim)
        for item in claim.placed.drop(while: { $0.segment.id != "CLM" }) { write(item.segment) }
        defer { bytes = [] }
        return bytes
    }

    /// Ends the interchange that is open; after each file, since two may begin alike.
    ///
    /// - Returns: the ends of its envelopes.
    public mutating func finish() -> [UInt8] {
        closeInterchange()
        defer { bytes = [] }
        return bytes
    }
}

// MARK: Envelopes

extension ForwardedFile {
    private mutating func turn(to envelope: ClaimEnvelope, _ interchange: X12Segment, _ group: X12Segment) {
        let last = open?.envelope.transaction
        if last == nil || last?.interchange != interchange {
            closeInterchange()
            openInterchange(envelope, interchange, group)
        } else if last?.group != group {
            closeGroup()
            open?.groups += 1
            openGroup(envelope, group)
        } else {
            closeTransaction()
            open?.transactions += 1
        }
        openTransaction(envelope)
    }

    private mutating func openInterchange(_ envelope: ClaimEnvelope, _ interchange: X12Segment, _ group: X12Segment) {
        var elements = interchange.elements.map { Array($0.bytes) }
        var own = 0
        if case .new(let number) = numbers {
            own = number
            elements[13] = Array(String(number).aligned(to: 9, with: "0").utf8)
            elements[15] = Array("T".utf8)
            numbers = .new(first: number % 999_999_999 + 1)
        }
        open = Open(envelope: envelope, interchange: elements[13], group: [], number: own)
        write(elements)
        openGroup(envelope, group)
    }

    private mutating func openGroup(_ envelope: ClaimEnvelope, _ group: X12Segment) {
        var elements = group.elements.map { Array($0.bytes) }
        if case .new = numbers, elements.count > 6, let open {
            elements[6] = Array(String(open.number + open.groups - 1).utf8)
        }
        open?.group = elements.count > 6 ? elements[6] : []
        open?.transactions = 1
        open?.envelope = envelope
        write(elements)
    }

    private mutating func openTransaction(_ envelope: ClaimEnvelope) {
        open?.envelope = envelope
        open?.segments = 0
        open?.levels = 0
        open?.path = []
        write(envelope.transaction.header)
        for item in envelope.header {
            var elements = item.segment.elements.map { Array($0.bytes) }
            if case .new = numbers, item.segment.id == "BHT", elements.count > 3, let open {
                elements[3] = open.group + Array("-\(open.transactions)".utf8)
            }
            write(elements)
        }
    }

    private mutating func closeTransaction() {
        guard let open else { return }
        write("SE", String(open.segments + 1), open.envelope.transaction.controlNumber)
    }

    private mutating func closeGroup() {
        closeTransaction()
        guard let open else { return }
        write("GE", String(open.transactions), String(written: open.group[...]))
    }

    private mutating func closeInterchange() {
        closeGroup()
        guard let open else { return }
        write("IEA", String(open.groups), String(written: open.interchange[...]))
        self.open = nil
    }
}

// MARK: Segments

extension ForwardedFile {
    /// Each level that the claim before was not under, with its number, its parent's, and whether one is below it.
    private mutating func writeLevels(of claim: ProfessionalClaim) {
        let levels = claim.placed.prefix { $0.segment.id != "CLM" }.map(\.segment)
            .reduce(into: [[X12Segment]]()) { levels, segment in
                if segment.id == "HL" || levels.isEmpty { levels.append([]) }
                levels[levels.count - 1].append(segment)
            }
        var isNew = false
        for (depth, level) in levels.enumerated() {
            guard let first = level.first, first.id == "HL" else { continue }
            let hasInner = depth < levels.count - 1
            // A subscriber who is a patient as well has a level for each.
            let source = first.number * 2 + (hasInner ? 1 : 0)
            guard let path = open?.path else { return }
            if !isNew, path.indices.contains(depth), path[depth].source == source { continue }
            isNew = true
            let number = (open?.levels ?? 0) + 1
            open?.levels = number
            open?.path = path.prefix(depth) + [(source, number)]
            let parent = path.indices.contains(depth - 1) ? String(path[depth - 1].number) : ""
            write("HL", String(number), parent, first[3].text, hasInner ? "1" : "0")
            for segment in level.dropFirst() { write(segment) }
        }
    }

    private mutating func write(_ segment: X12Segment) {
        bytes += segment.bytes
        end()
    }

    private mutating func write(_ elements: [[UInt8]]) {
        guard let delimiters = open?.envelope.delimiters else { return }
        bytes += elements.joined(separator: [delimiters.element])
        end()
    }

    private mutating func write(_ texts: String...) { write(texts.map { Array($0.utf8) }) }

    private mutating func end() {
        guard let delimiters = open?.envelope.delimiters else { return }
        bytes.append(delimiters.terminator)
        if delimiters.terminator > 0x20 { bytes.append(UInt8(ascii: "\n")) }
        open?.segments += 1
    }
}

extension ClaimEnvelope {
    fileprivate var delimiters: X12Delimiters { transaction.header.delimiters }
}
