import TextKit

/// Notices where a sender parts composites by another sign than the interchange names (ISA16), and reads by the sign in
/// use.
struct CompositeSign {
    private var sign: UInt8?

    /// The segment as it is to be read; the first time that the sign is another one, a fault that says so.
    mutating func read(_ segment: X12Segment) -> (segment: X12Segment, fault: X12Fault?) {
        if let sign { return (segment.parted(by: sign), nil) }
        guard let place = CompositeSign.place(in: segment.id), let other = CompositeSign.other(in: segment[place])
        else {
            return (segment, nil)
        }
        sign = other
        let name = "\(segment.id)0\(place)"
        let fault = X12Fault(
            .compositeSign, at: segment,
            "The parts of \(name) are parted by \(X12Element.printable(String(UnicodeScalar(other)))), but ISA16 names "
                + "\(X12Element.printable(String(UnicodeScalar(segment.delimiters.component)))); they are read anyway. "
                + "Have the sender name the sign in use")
        return (segment.parted(by: other), fault)
    }

    /// The element that always is a composite, after a code of two characters.
    private static func place(in id: X12SegmentID) -> Int? {
        switch id {
        case "CLM": 5
        case "HI", "SV1", "SVC", "STC": 1
        default: nil
        }
    }

    private static func other(in element: X12Element) -> UInt8? {
        let bytes = element.bytes
        guard bytes.count > 3, !bytes.contains(element.delimiters.component) else { return nil }
        let sign = bytes[bytes.startIndex + 2]
        return sign > 0x20 && sign.mayDelimit && sign != element.delimiters.repetition ? sign : nil
    }
}

extension X12Segment {
    fileprivate func parted(by sign: UInt8) -> X12Segment {
        var delimiters = delimiters
        delimiters.component = sign
        return X12Segment(bytes: bytes, delimiters: delimiters, number: number, offset: offset)
    }
}
