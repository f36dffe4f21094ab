import TextKit

/// The envelopes that are open, and what their trailers have to say.
struct Envelopes {
    private struct Open {
        let header: X12Segment
        /// Groups of an interchange, transactions of a group, segments of a transaction.
        var count = 0
    }

    private var interchange: Open?
    private var group: Open?
    private var transaction: Open?
    private var last: X12Segment?
    /// The receipt of an interchange (TA1), if one came.
    private(set) var receipt: X12Segment?

    /// Counts a segment of the open transaction.
    ///
    /// - Returns: `false` for envelopes, and where no transaction is open.
    mutating func takeInner(_ segment: X12Segment) -> Bool {
        last = segment
        guard transaction != nil else { return false }
        switch segment.id {
        case "ISA", "IEA", "GS", "GE", "ST", "SE": return false
        default:
            transaction?.count += 1
            return true
        }
    }

    /// What follows from an envelope's segment, or from one outside of every transaction.
    mutating func take(_ segment: X12Segment) -> [TransactionReader.Event] {
        switch segment.id {
        case "ISA": return openInterchange(segment)
        case "GS": return openGroup(segment)
        case "ST": return openTransaction(segment)
        case "SE": return closeTransaction(segment)
        case "GE": return closeGroup(segment)
        case "IEA": return closeInterchange(segment)
        case "TA1":
            receipt = segment
            return [.value(.receipt(segment, in: interchange?.header))]
        default:
            return [
                .fault(
                    X12Fault(
                        .misplacedSegment, at: segment,
                        "The segment \(segment.id) is outside of a transaction and is left out: it belongs between ST "
                            + "and SE"))
            ]
        }
    }

    /// What is still open at the end of the file.
    mutating func finish() -> [TransactionReader.Event] {
        last.map { abandonInterchange(at: $0, "the end of the file") } ?? []
    }
}

// MARK: Headers

extension Envelopes {
    private mutating func openInterchange(_ segment: X12Segment) -> [TransactionReader.Event] {
        let left = abandonInterchange(at: segment, "the next ISA")
        interchange = Open(header: segment)
        return left
    }

    private mutating func openGroup(_ segment: X12Segment) -> [TransactionReader.Event] {
        let left = abandonGroup(at: segment, "the next GS")
        interchange?.count += 1
        group = Open(header: segment)
        return left
    }

    private mutating func openTransaction(_ segment: X12Segment) -> [TransactionReader.Event] {
        var events = abandonTransaction(at: segment, "the next ST")
        if group == nil {
            events.append(missing("GS", "the header of the group, which comes before ST", at: segment))
        }
        group?.count += 1
        transaction = Open(header: segment, count: 1)
        let opened = X12Transaction(
            interchange: interchange?.header, group: group?.header, header: segment, isFirst: group?.count == 1)
        return events + [.value(.begin(opened))]
    }
}

// MARK: Trailers

extension Envelopes {
    private mutating func closeTransaction(_ segment: X12Segment) -> [TransactionReader.Event] {
        guard let open = transaction else { return [misplaced(segment, "no transaction (ST) is open")] }
        transaction = nil
        return check(segment, count: open.count + 1, "segments, ST and SE included", against: open.header[2], "ST02")
            + [.value(.end)]
    }

    private mutating func closeGroup(_ segment: X12Segment) -> [TransactionReader.Event] {
        let left = abandonTransaction(at: segment, "GE")
        guard let open = group else { return left + [misplaced(segment, "no group (GS) is open")] }
        group = nil
        return left + check(segment, count: open.count, "transactions", against: open.header[6], "GS06")
    }

    private mutating func closeInterchange(_ segment: X12Segment) -> [TransactionReader.Event] {
        let left = abandonGroup(at: segment, "IEA")
        guard let open = interchange else { return left + [misplaced(segment, "no interchange (ISA) is open")] }
        interchange = nil
        return left + check(segment, count: open.count, "groups", against: open.header[13], "ISA13")
    }

    private func check(
        _ trailer: X12Segment, count: Int, _ noun: String, against control: X12Element, _ header: String
    ) -> [TransactionReader.Event] {
        var faults: [X12Fault] = []
        if trailer[1].number != count {
            faults.append(
                X12Fault(
                    .count, at: trailer,
                    "\(trailer.id)01 says \(trailer[1].printable) \(noun), but the file has \(count): if you added or deleted "
                        + "some, write \(count), else part of the file is missing: ask for it again"))
        }
        // Blanks around a number are the header's fault, not a difference.
        let number = X12Element(bytes: control.bytes.trimmed, delimiters: control.delimiters).number
        let same = trailer[2].number.map { $0 == number } ?? (trailer[2].bytes == control.bytes)
        if !same {
            faults.append(
                X12Fault(
                    .controlNumber, at: trailer,
                    "The control number \(trailer[2].printable) (\(trailer.id)02) differs from \(control.printable) "
                        + "(\(header)): header and trailer do not belong together; ask the sender for the file again"))
        }
        return faults.map { .fault($0) }
    }
}

// MARK: What was left open

extension Envelopes {
    private mutating func abandonTransaction(at segment: X12Segment, _ next: String) -> [TransactionReader.Event] {
        guard transaction != nil else { return [] }
        transaction = nil
        let fault = missing("SE", "the end of the transaction, before \(next)", at: segment)
        return [fault, .value(.cutOff), .value(.end)]
    }

    private mutating func abandonGroup(at segment: X12Segment, _ next: String) -> [TransactionReader.Event] {
        let left = abandonTransaction(at: segment, next)
        guard group != nil else { return left }
        group = nil
        return left + [missing("GE", "the end of the group, before \(next)", at: segment)]
    }

    private mutating func abandonInterchange(at segment: X12Segment, _ next: String) -> [TransactionReader.Event] {
        let left = abandonGroup(at: segment, next)
        guard interchange != nil else { return left }
        interchange = nil
        return left + [missing("IEA", "the end of the interchange, before \(next)", at: segment)]
    }

    private func missing(_ name: String, _ what: String, at segment: X12Segment) -> TransactionReader.Event {
        .fault(
            X12Fault(
                .missingSegment, at: segment,
                "The segment \(name) is missing (\(what)): part of the file may be lost; ask the sender for it again"))
    }

    private func misplaced(_ segment: X12Segment, _ why: String) -> TransactionReader.Event {
        .fault(
            X12Fault(
                .misplacedSegment, at: segment,
                "The segment \(segment.id) is out of place (\(why)): ask the sender for the file again"))
    }
}

extension ArraySlice<UInt8> {
    /// Without the blanks at both ends.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var rest = self.drop { $0 == 0x20 }
        while rest.last == 0x20 { rest.removeLast() }
        return rest
    }
}

extension X12Element {
    /// The element as it may be printed, short and without characters that a terminal acts on.
    var printable: String { X12Element.printable(text) }

    static func printable(_ text: String) -> String {
        text.isEmpty ? "(nothing)" : text.printable(.ascii).clipped(to: 20)
    }
}
