import ClaimModel
import ClaimRules

/// A 277CA (005010X214) or a claim status answer (005010X212), claim by claim.
struct StatusAssembly: AnswerAssembly {
    private static let mostCodes = 1_000

    private var claim: ClaimAnswer?
    /// HL03: 20 payer, 21 receiver, 19 provider, PT or 22 and 23 the patient.
    private var level = ""
    private var member = ""
    private var batches: BatchLevels
    private var contacts: [PayerContact] = []

    init(_ transaction: X12Transaction) { batches = BatchLevels(transaction) }

    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        switch segment.id {
        case "HL":
            finishClaim(&items)
            level = segment[3].text
            if level != "23" { member = "" }
            batches.open(level, &items)
        case "NM1":
            if isPatient, !segment[9].isEmpty { member = segment[9].text }
            if !isPatient { batches.name(segment) }
        case "TRN": takeTrace(segment, &items)
        case "STC": takeStatus(segment, &items)
        case "QTY": if claim == nil { batches.count(segment) }
        case "PER": takeContact(segment)
        case "REF": takeReference(segment)
        case "DTP": takeDate(segment)
        case "SVC":
            claim?.lines.append(
                AnsweredLine(
                    procedure: segment[1][component: 2].text, charge: segment.amount(2, &items),
                    paid: segment.amount(3, &items)))
        default: break
        }
    }

    mutating func finish(_ items: inout [AnswerReader.Item]) {
        finishClaim(&items)
        batches.finish(&items)
    }

    private var isPatient: Bool { ["PT", "22", "23"].contains(level) }

    private mutating func finishClaim(_ items: inout [AnswerReader.Item]) {
        guard let whole = claim else { return }
        claim = nil
        items.append(.value(.claim(whole)))
    }

    private mutating func takeTrace(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        finishClaim(&items)
        guard isPatient else { return batches.trace(segment) }
        var answer = ClaimAnswer(.status, account: segment[2].text)
        (answer.reference.member, answer.reference.batch) = (member, batches.batch)
        answer.contacts = contacts
        claim = answer
    }

    /// Of the claim where it is open, else of the file.
    private mutating func takeContact(_ segment: X12Segment) {
        guard let contact = segment.contact else { return }
        if claim != nil {
            claim?.contacts.add(contact)
        } else {
            contacts.add(contact)
        }
    }

    private mutating func takeReference(_ segment: X12Segment) {
        // A status that was asked for (005010X212) has the question's number in TRN02, and the claim's here.
        if segment[1] == "EJ", !segment[2].isEmpty { claim?.account = segment[2].text }
        if segment[1] == "1K" { claim?.payerControlNumber = segment[2].text }
        if segment[1] == "FJ", let count = claim?.lines.count, count > 0 {
            claim?.lines[count - 1].control = segment[2].text
        }
    }

    /// One day, or the first of a range (RD8).
    private mutating func takeDate(_ segment: X12Segment) {
        guard segment[1] == "472" else { return }
        let first = X12Element(bytes: segment[3].bytes.prefix(8), delimiters: segment.delimiters)
        guard let day = first.day else { return }
        claim?.reference.takeDay(day)
    }

    private mutating func takeStatus(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        let reports = [1, 10, 11].map { segment[$0] }.filter { !$0.isEmpty }
        guard var answer = claim else { return batches.take(reports, of: segment, &items) }
        let message = segment[12].text
        guard answer.statuses.count < StatusAssembly.mostCodes else { return }
        let texts = reports.map(\.statusText)
        let codes = reports.filter { ClaimStatus(category: $0[component: 1].text) == .rejected || segment[3] == "U" }
            .map { AnswerCode.status($0[component: 2].text, about: $0[component: 3].text) }
        if let count = answer.lines.indices.last {
            answer.lines[count].statuses += texts
            answer.lines[count].codes += codes
            if !message.isEmpty { answer.lines[count].messages.append(message) }
        } else {
            answer.statuses += texts
            answer.codes += codes
            if !message.isEmpty { answer.messages.append(message) }
            answer.date = segment[2].day ?? answer.date
            answer.charge = answer.charge ?? segment.amount(4, &items)
            answer.paid = segment.amount(5, &items) ?? answer.paid
        }
        let status = reports.lazy.compactMap { ClaimStatus(category: $0[component: 1].text) }.first
        // F0 says that it is decided, and the amount how.
        if status == nil, answer.lines.isEmpty, texts.contains(where: { $0.hasPrefix("F0:") }), (answer.paid ?? 0) > 0 {
            answer.status = .paid
        }
        if status == .rejected || answer.status == nil { answer.status = status ?? answer.status }
        claim = answer
    }
}

extension X12Element {
    /// `A7:562:85`
    var statusText: String {
        (1...3).map { self[component: $0].text }.filter { !$0.isEmpty }.joined(separator: ":")
    }
}

extension ClaimStatus {
    /// Claim status categories (X12 list 507): a front-end rejection is not a denial. `nil` where a category says nothing of
    /// the claim's status.
    init?(category: String) {
        switch category {
        case "A0", "A1", "A5": self = .submitted
        case "A2": self = .accepted
        case "A3", "A4", "A6", "A7", "A8": self = .rejected
        case "F1": self = .paid
        case "F2": self = .denied
        case _ where category.hasPrefix("P") || category.hasPrefix("R"): self = .pending
        default: return nil
        }
    }
}
