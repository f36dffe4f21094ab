/// Holds interchange, group and transaction against the guide: ISA, GS and ST.
enum EnvelopeCheck {
    /// What is wrong with the headers that no earlier transaction came in.
    static func faults(in transaction: X12Transaction) -> [X12Fault] {
        let headers = transaction.isFirst ? [transaction.interchange, transaction.group] : []
        var check = SegmentCheck()
        for case let segment? in headers + [transaction.header] {
            guard let guide = GuideTable.professional.envelope.first(where: { $0.name == segment.id }) else { continue }
            check.check(segment, as: guide, in: LoopPlace(.header))
        }
        return check.faults.filter { !$0.isFill }.map(\.ofFile)
    }
}

extension GuideFault {
    /// The elements of ISA are filled with blanks, and its last separators are content.
    fileprivate var isFill: Bool { kind == .characters && segment.id == "ISA" }

    /// As a fault of the file: of the element only what the envelopes say, never what a claim says.
    var ofFile: X12Fault {
        let isOpen = place.loop.isOfHeader
        let value = isOpen && !text.isEmpty ? " (\(X12Element.printable(text)))" : ""
        let label = isOpen ? "" : " (\(place.loop.label))"
        let remedy = (isOpen ? self.remedy.text : self.remedy.general).lowercasedStart
        return X12Fault(.guide, at: segment, "\(name)\(label)\(value) \(problem): \(remedy)")
    }

    /// The same of an element that is sent in another form, or as another one.
    func ofFile(as settlement: Carrying.Settlement) -> X12Fault {
        X12Fault(.guide, at: segment, "\(name) (\(place.loop.label)) \(problem): \(settlement.rawValue)")
    }
}

extension String {
    /// As the second half of a sentence, without its full stop.
    fileprivate var lowercasedStart: String {
        let sentence = hasSuffix(".") ? String(dropLast()) : self
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
