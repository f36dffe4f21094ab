import ClaimModel
import TextKit

/// Writes claims one after another into an interchange: envelopes, levels, numbers and counts.
struct InterchangeWriter {
    /// The most claims of one transaction (005010X222A1, section 1.3).
    static let claimsPerTransaction = 5000

    private let submitter: Submitter
    private let parties: InterchangeParties
    private let stamp: InterchangeStamp
    private var output = SegmentOutput()
    private var transactions = 0
    private var claims = 0
    private var levels = 0
    /// What becomes of the claims of the open transaction (BHT06).
    private var purpose = ClaimPurpose.chargeable
    private var open = Levels()

    /// The levels that the next claim may be under, with their numbers.
    private struct Levels {
        var billing: (segments: [WireSegment], number: Int)?
        var subscriber: (segments: [WireSegment], number: Int)?
        var patient: [WireSegment]?
    }

    init(from submitter: Submitter, between parties: InterchangeParties, stamp: InterchangeStamp) {
        self.submitter = submitter
        self.parties = parties
        self.stamp = stamp
        openInterchange()
    }

    /// What submitter and receiver lack.
    static func gaps(in submitter: Submitter, _ parties: InterchangeParties) -> [String] {
        var gaps: [String] = []
        if submitter.name.value == nil { gaps.append("the submitter's name (1000A NM103)") }
        if submitter.identifier.value == nil { gaps.append("the submitter's ID (1000A NM109)") }
        if submitter.phone.value == nil { gaps.append("the submitter's phone (1000A PER04)") }
        for (name, text) in [
            ("the submitter's name", submitter.name.text), ("the submitter's contact", submitter.contact.text),
            ("the receiver's name", parties.receiverName),
        ] where LegalText(text).hasUnwritable {
            gaps.append("\(name) in letters that X12 allows")
        }
        return gaps
    }

    /// A claim with everything from the billing provider on, in the order of the guide.
    ///
    /// - Parameter purpose: claims to be paid and encounters go in transactions of their own.
    /// - Returns: where it is now.
    @discardableResult
    mutating func write(
        _ segments: [WireSegment], purpose: ClaimPurpose = .chargeable
    ) -> ProfessionalFile.ClaimPlace {
        if transactions == 0 || claims == InterchangeWriter.claimsPerTransaction || purpose != self.purpose {
            self.purpose = purpose
            openTransaction()
        }
        claims += 1
        let before = output.count
        let sections = Dictionary(grouping: segments) { $0.place.loop.section }
        let patient = sections[.patient] ?? []
        openLevels(billing: sections[.billing] ?? [], subscriber: sections[.subscriber] ?? [], patient: patient)
        write(all: sections[.claim] ?? [])
        return ProfessionalFile.ClaimPlace(transaction: transactionNumber, segments: before + 1...output.count)
    }

    private mutating func openLevels(billing: [WireSegment], subscriber: [WireSegment], patient: [WireSegment]) {
        if open.billing?.segments != billing {
            let number = openLevel(20, under: nil, hasInner: true)
            write(all: billing)
            open = Levels(billing: (billing, number))
        }
        if open.subscriber?.segments != subscriber || (open.patient == nil) != patient.isEmpty {
            let number = openLevel(22, under: open.billing?.number, hasInner: !patient.isEmpty)
            write(all: subscriber)
            open.subscriber = (subscriber, number)
            open.patient = nil
        }
        if !patient.isEmpty, open.patient != patient {
            _ = openLevel(23, under: open.subscriber?.number, hasInner: false)
            write(all: patient)
            open.patient = patient
        }
    }

    private mutating func openLevel(_ code: Int, under parent: Int?, hasInner: Bool) -> Int {
        levels += 1
        output.write("HL", String(levels), parent.map(String.init) ?? "", String(code), hasInner ? "1" : "0")
        return levels
    }

    private mutating func write(all segments: [WireSegment]) {
        for segment in segments { output.write(segment.name.description, elements: segment.elements) }
    }
}

// MARK: Envelopes

extension InterchangeWriter {
    private mutating func openInterchange() {
        let number = String(stamp.number)
        output.writeFixed([
            "ISA", "00", "          ", "00", "          ", parties.sender.qualifier,
            parties.sender.identifier.padded(to: 15), parties.receiver.qualifier,
            parties.receiver.identifier.padded(to: 15), String(stamp.date.suffix(6)), stamp.time, "^", "00501",
            number.aligned(to: 9, with: "0"), "0", parties.usage.rawValue, ":",
        ])
        output.write(
            "GS", "HC", parties.sender.identifier, parties.receiver.identifier, stamp.date, stamp.time, number, "X",
            InterchangeWriter.guide)
    }

    private static let guide = "005010X222A1"

    private mutating func openTransaction() {
        closeTransaction()
        transactions += 1
        (claims, levels, open) = (0, 0, Levels())
        output.restartCount()
        output.write("ST", "837", transactionNumber, InterchangeWriter.guide)
        output.write("BHT", "0019", "00", "\(stamp.number)-\(transactions)", stamp.date, stamp.time, purpose.code)
        let name = LegalText(submitter.name.value?.text ?? "").text
        output.write("NM1", "41", "2", name, "", "", "", "", "46", submitter.identifier.value?.text ?? "")
        let contact = LegalText(submitter.contact.value?.text ?? "").text
        output.write("PER", "IC", contact, "TE", submitter.phone.value?.digits ?? "")
        let receiver = LegalText(parties.receiverName).text
        output.write("NM1", "40", "2", receiver, "", "", "", "", "46", parties.receiver.identifier)
    }

    private var transactionNumber: String {
        let number = String(transactions)
        return number.aligned(to: 4, with: "0")
    }

    private mutating func closeTransaction() {
        guard transactions > 0 else { return }
        output.write("SE", String(output.count + 1), transactionNumber)
    }

    /// The whole interchange.
    func finished() -> [UInt8] {
        var last = self
        last.closeTransaction()
        last.output.write("GE", String(transactions), String(stamp.number))
        let number = String(stamp.number)
        last.output.write("IEA", "1", number.aligned(to: 9, with: "0"))
        return last.output.bytes
    }
}

extension ProfessionalLoop {
    enum Section: Hashable {
        case billing, subscriber, patient, claim
    }

    /// The level of the hierarchy that it belongs to.
    var section: Section {
        switch self {
        case .billing, .billingName, .payTo, .payToPlan: .billing
        case .subscriber, .subscriberName, .payerName: .subscriber
        case .patient, .patientName: .patient
        default: .claim
        }
    }
}
