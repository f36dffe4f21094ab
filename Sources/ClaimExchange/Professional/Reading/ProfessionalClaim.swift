public import ClaimModel
import ClaimRules

/// A segment and the loop that it is in.
struct PlacedSegment: Hashable, Sendable {
    let place: LoopPlace
    let segment: X12Segment
}

/// One claim of an 837P file, as its segments are there.
public struct ProfessionalClaim: Sendable {
    /// The number of its CLM segment in the file, counted from 1.
    public let segment: Int
    /// Where its CLM segment begins, in bytes from the start of the file.
    public let offset: Int
    /// What is wrong with its segments; the claim is read all the same.
    public let faults: [X12Fault]
    /// How many segments it has.
    public var size: Int { placed.count }
    /// Billing provider, subscriber and patient, then the claim itself.
    let placed: [PlacedSegment]
    /// The first of them, which other claims have as well.
    let level: SharedLevel
    /// What becomes of the claims of its transaction (BHT06).
    let purpose: String
    let envelope: ClaimEnvelope
    /// Whether a level that it is under has a structural fault, said with this claim or an earlier one.
    let hasFaultyLevel: Bool
    /// How many of the first segments an earlier claim has as well, so that what is wrong with them is said already.
    let judged: Int

    /// The same for two claims of a file that say the same, its levels included.
    public var contentHash: Int {
        var hasher = Hasher()
        for item in placed where item.segment.id != "HL" {
            hasher.combine(item.segment.bytes.count)
            item.segment.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }

    /// Whether the file has the claim as a whole, and everything that it says of the claim is kept; more lines than a claim
    /// takes are not.
    public var isWhole: Bool { !faults.contains { [.endlessClaim, .cutOffClaim].contains($0.kind) } }

    /// The sender's control number of the claim (CLM01); empty where it has none.
    public var controlNumber: String { placed.first { $0.segment.id == "CLM" }?.segment[1].text ?? "" }

    /// The control number of its interchange (ISA13); empty where it has none.
    public var interchangeNumber: String { envelope.controlNumber }

    /// Whether a receiver takes it as it is, as far as the guide tells: it, its levels, and the header of its transaction.
    public var isSound: Bool {
        envelope.isSound && faults.isEmpty && !hasFaultyLevel
            && !GuideCheck.faults(in: placed).contains { $0.severity == .error }
    }

    /// What the claim says, each element in its field as it is there.
    ///
    /// - Parameter carrying: whether all that no field holds is carried along, so that it is written back; a check of the
    ///   claim needs only what rules judge.
    public func draft(id: String, in context: ParsingContext, carrying: Bool = true) -> ClaimDraft {
        if carrying { return arrival(id: id, in: context).draft }
        var draft = read(id: id, in: context)
        draft.carryJudged(of: placed)
        return draft
    }

    /// Each element in its field as it is there.
    private func read(id: String, in context: ParsingContext) -> ClaimDraft {
        let draft = level.builder(in: context).draft(id: id, of: placed, from: level.placed.count, purpose: purpose)
        level.keep(draft, in: context)
        return draft
    }

    /// The claim as it is taken into the store: what is wrong only in how it is written is mended, and the rest carried
    /// along.
    ///
    /// - Returns: the draft, and each fault of its form as a fault of the file, without what the claim says.
    public func arrival(id: String, in context: ParsingContext) -> (draft: ClaimDraft, faults: [X12Fault]) {
        var draft = read(id: id, in: context)
        let faults = GuideCheck.faults(in: placed)
        let carrying = Carrying(
            of: placed, besides: WrittenSegments(of: draft),
            faults: Dictionary(grouping: faults) { $0.segment.number }, in: context)
        draft.carry(carrying)
        let first = judged < placed.count ? placed[judged].segment.number : .max
        let own = faults.filter { $0.segment.number >= first && $0.severity > .note }
        return (draft, own.map { carrying.settled[$0].map($0.ofFile(as:)) ?? $0.ofFile })
    }
}

extension ClaimDraft {
    fileprivate mutating func carry(_ carrying: Carrying) {
        self.carried = carrying.segments[nil] ?? []
        for (line, segments) in carrying.segments {
            guard let line, line < Part.line.limit else { continue }
            while self.lines.count <= line { self.lines.append(ServiceLine()) }
            self.lines[line].carried = segments
        }
    }
}

extension X12Element {
    /// An amount in cents; `nil` for no amount, one of parts of a cent, and one beyond what a file may carry: ten digits
    /// with the cents (005010X222A1 and 005010X221A1, section B.1.1.3.1.2), so that no sum of amounts can overflow.
    var cents: Int? {
        var digits = bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let whole = X12Element(bytes: parts[0], delimiters: delimiters)
        var fraction = parts.count == 2 ? Array(parts[1]) : []
        while fraction.count > 2, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        while fraction.count < 2 { fraction.append(UInt8(ascii: "0")) }
        guard fraction.count == 2, let part = X12Element(bytes: fraction[...], delimiters: delimiters).number,
            let dollars = parts[0].isEmpty ? 0 : whole.number, !digits.isEmpty, digits != [UInt8(ascii: ".")]
        else { return nil }
        guard dollars <= Money.mostCents / 100, dollars * 100 + part <= Money.mostCents else { return nil }
        let cents = dollars * 100 + part
        return isNegative ? -cents : cents
    }
}
