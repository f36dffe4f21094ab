import ClaimModel
import TextKit

/// Writes the 277CA (005010X214) to the 837P files of claims, as a clearinghouse answers them: an interchange for each, and in
/// it a transaction for each of theirs.
///
/// A transaction is written when its last claim has come, since its totals come first.
struct StatusWriter: Sendable {
    private let stamp: InterchangeStamp
    private var waiting: [AnsweredClaim] = []
    private var interchanges = 0
    private var transactions = 0
    private var isOpen = false
    private var output = SegmentOutput()
    private var levels = 0

    /// - Parameter stamp: day and time of the answer; the number of its first interchange.
    init(_ stamp: InterchangeStamp) { self.stamp = stamp }

    /// - Returns: what is complete now.
    mutating func take(_ claim: AnsweredClaim) -> String {
        if let last = waiting.last, last.envelope !== claim.envelope {
            writeTransaction()
            if last.envelope.transaction.interchange != claim.envelope.transaction.interchange { closeInterchange() }
        }
        waiting.append(claim)
        return text()
    }

    /// The end of a file, or of all of them.
    mutating func finish() -> String {
        writeTransaction()
        closeInterchange()
        return interchanges == 0 ? "" : text() + "\n"
    }

    private mutating func text() -> String {
        defer { output.takeAll() }
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

// MARK: Envelopes

extension StatusWriter {
    private var number: Int { stamp.number + interchanges - 1 }

    private mutating func openInterchange(to envelope: ClaimEnvelope) {
        guard !isOpen, let interchange = envelope.transaction.interchange else { return }
        (isOpen, transactions) = (true, 0)
        interchanges += 1
        // The answer goes back to where the file came from.
        output.writeFixed([
            "ISA", "00", "          ", "00", "          ", interchange[7].text, interchange[8].text.padded(to: 15),
            interchange[5].text, interchange[6].text.padded(to: 15), String(stamp.date.suffix(6)), stamp.time, "^",
            "00501", String(number).aligned(to: 9, with: "0"), "0", interchange[15].text, ":",
        ])
        let group = envelope.transaction.group
        output.write(
            "GS", "HN", group?[3].text ?? "", group?[2].text ?? "", stamp.date, stamp.time, String(number), "X",
            "005010X214")
    }

    private mutating func closeInterchange() {
        guard isOpen else { return }
        isOpen = false
        output.write("GE", String(transactions), String(number))
        output.write("IEA", "1", String(number).aligned(to: 9, with: "0"))
    }

    private mutating func writeTransaction() {
        guard let envelope = waiting.first?.envelope else { return }
        defer { waiting = [] }
        openInterchange(to: envelope)
        transactions += 1
        levels = 0
        output.restartCount()
        let control = String(transactions).aligned(to: 4, with: "0")
        output.write("ST", "277", control, "005010X214")
        let reference = "\(number)-\(transactions)"
        output.write("BHT", "0085", "08", reference, stamp.date, stamp.time, "TH")
        writeSource(envelope, reference)
        writeReceiver(envelope)
        for claims in waiting.runs(by: { $0.provider?.bytes == $1.provider?.bytes }) { writeProvider(claims) }
        output.write("SE", String(output.count + 1), control)
    }
}

// MARK: Levels

extension StatusWriter {
    private mutating func openLevel(_ code: String, under parent: Int?, hasInner: Bool) -> Int {
        levels += 1
        output.write("HL", String(levels), parent.map { String($0) } ?? "", code, hasInner ? "1" : "")
        return levels
    }

    /// Whoever the file was sent to.
    private mutating func writeSource(_ envelope: ClaimEnvelope, _ reference: String) {
        _ = openLevel("20", under: nil, hasInner: true)
        let receiver = envelope.segment("NM1", in: .receiver)
        output.write(
            "NM1", "AY", "2", receiver?[3].text.legal ?? "", "", "", "", "", "46", receiver?[9].text.legal ?? "")
        output.write("TRN", "1", reference)
        output.write("DTP", "050", "D8", stamp.date)
        output.write("DTP", "009", "D8", stamp.date)
    }

    private mutating func writeReceiver(_ envelope: ClaimEnvelope) {
        _ = openLevel("21", under: 1, hasInner: true)
        write(name: envelope.segment("NM1", in: .submitter), as: "41", "46")
        output.write("TRN", "2", envelope.segment("BHT")?[3].text.legal ?? "0")
        output.write("STC", "A1:19:AY", stamp.date, "WQ", waiting.total)
        writeTotals(of: waiting, taken: "90", rejected: "AA")
    }

    private mutating func writeProvider(_ claims: [AnsweredClaim]) {
        let level = openLevel("19", under: 2, hasInner: true)
        write(name: claims.first?.provider, as: "85", "XX")
        output.write("TRN", "1", "0")
        output.write("STC", "A1:19:AY", "", "WQ", claims.total)
        writeTotals(of: claims, taken: "QA", rejected: "QC")
        for claim in claims { write(claim, under: level) }
    }

    private mutating func writeTotals(of claims: [AnsweredClaim], taken: String, rejected: String) {
        let (good, bad) = (claims.filter(\.isTaken), claims.filter { !$0.isTaken })
        if !good.isEmpty { output.write("QTY", taken, String(good.count)) }
        if !bad.isEmpty { output.write("QTY", rejected, String(bad.count)) }
        if !good.isEmpty { output.write("AMT", "YU", good.total) }
        if !bad.isEmpty { output.write("AMT", "YY", bad.total) }
    }

    private mutating func write(_ claim: AnsweredClaim, under provider: Int) {
        _ = openLevel("PT", under: provider, hasInner: false)
        let patient = claim.patient
        output.write(
            "NM1", "QC", "1", patient?[3].text.legal ?? "", patient?[4].text.legal ?? "",
            patient?[5].text.legal ?? "", "", "", "MI", claim.memberID.legal)
        output.write("TRN", "2", claim.account.legal)
        let charge = WireForm.amount(cents: claim.cents)
        if claim.isTaken {
            output.write("STC", "A2:20", stamp.date, "WQ", charge)
        } else {
            let whole = claim.statuses.isEmpty ? [AnsweredClaim.Status(code: "21")] : claim.statuses
            for statuses in whole.chunks(of: 3) { write(statuses, charge) }
        }
        if !claim.trace.isEmpty { output.write("REF", "D9", claim.trace.legal) }
        output.write("DTP", "472", claim.dates.dateForm, claim.dates)
        for line in claim.lines { write(line) }
    }

    private mutating func write(_ line: AnsweredClaim.Line) {
        var elements = [[String]](repeating: [""], count: 7)
        elements[0] = line.service[1].components.prefix(6).map(\.text.legal)
        elements[1] = [WireForm.amount(cents: line.service[2].cents ?? 0)]
        elements[6] = [line.service[4].text.legal]
        output.write("SVC", elements: elements)
        for statuses in line.statuses.chunks(of: 3).prefix(1) { write(statuses, "") }
        output.write("REF", "FJ", line.control.legal)
        if !line.dates.isEmpty { output.write("DTP", "472", line.dates.dateForm, line.dates) }
    }

    /// At most three in one segment.
    private mutating func write(_ statuses: [AnsweredClaim.Status], _ charge: String) {
        var elements = [[String]](repeating: [""], count: 11)
        for (place, status) in zip([0, 9, 10], statuses) { elements[place] = ["A7", status.code, status.entity] }
        elements[1] = [stamp.date]
        elements[2] = ["U"]
        elements[3] = [charge]
        output.write("STC", elements: elements)
    }

    /// As the file has it, with the identifier under its own qualifier.
    private mutating func write(name segment: X12Segment?, as code: String, _ usual: String) {
        func text(_ place: Int) -> String { segment?[place].text.legal ?? "" }
        let qualifier = text(8).isEmpty ? usual : text(8)
        output.write(
            "NM1", code, text(2).isEmpty ? "2" : text(2), text(3), text(4), text(5), "", "", qualifier, text(9))
    }
}

extension [AnsweredClaim] {
    /// What they charge in all, as far as they say it.
    fileprivate var total: String {
        WireForm.amount(cents: reduce(0) { $0 + $1.cents })
    }
}

extension Array {
    /// Neighbors that belong together.
    fileprivate func runs(by belong: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, belong(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }

    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension String {
    fileprivate var legal: String { LegalText(self, isEcho: true).text }
    fileprivate var dateForm: String { contains("-") ? "RD8" : "D8" }
}
