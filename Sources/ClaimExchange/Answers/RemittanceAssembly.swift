import ClaimModel
import ClaimRules

/// An 835 (005010X221A1), claim by claim.
struct RemittanceAssembly: AnswerAssembly {
    /// Far beyond what any line of a remittance carries.
    private static let mostCodes = 1_000

    private var claim: ClaimAnswer?
    private var payment = RemittancePayment()
    /// Of the payer, for any claim of the transaction.
    private var contacts: [PayerContact] = []

    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        switch segment.id {
        case "BPR":
            payment.amount = segment.amount(2, &items)
            payment.method = segment[4].text
            payment.date = segment[16].day
        case "DTM": takeDate(segment)
        case "TRN": payment.number = segment[2].text
        case "N1": if segment[1] == "PR" { payment.payer = segment[2].text }
        case "CLP":
            finishClaim(&items)
            open(segment, &items)
        case "LX": finishClaim(&items)
        case "PLB":
            finishClaim(&items)
            takeProviderAdjustments(segment, &items)
        case "NM1": takeName(segment)
        case "PER": takeContact(segment)
        case "SVC": takeLine(segment, &items)
        case "CAS": takeAdjustments(segment, &items)
        case "MOA": takeRemarks(3...7, of: segment)
        case "MIA":
            takeRemarks(5...5, of: segment)
            takeRemarks(20...23, of: segment)
        case "LQ": takeList(segment)
        case "REF": if segment[1] == "6R" { last { $0.control = segment[2].text } }
        default: break
        }
    }

    /// The day of the remittance is used for that of the payment where BPR16 has none.
    private mutating func takeDate(_ segment: X12Segment) {
        if segment[1] == "405", payment.date == nil { payment.date = segment[2].day }
        guard claim != nil, let day = segment[2].day else { return }
        if segment[1] == "050" { claim?.reference.received = day }
        if segment[1] == "232" || segment[1] == "472" || segment[1] == "150" {
            claim?.reference.takeDay(day)
        }
    }

    mutating func finish(_ items: inout [AnswerReader.Item]) {
        finishClaim(&items)
        items.append(.value(.payment(payment)))
    }

    private mutating func finishClaim(_ items: inout [AnswerReader.Item]) {
        guard var whole = claim else { return }
        claim = nil
        let servicePayers: Set = ["MA", "MB", "MC"]
        whole.status = whole.decision(isFeeForService: servicePayers.contains(whole.reference.filing))
        payment.claims += 1
        payment.claimsPaid += whole.paid ?? 0
        items.append(.value(.claim(whole)))
    }

    private mutating func takeLine(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        var line = AnsweredLine(
            procedure: segment[1][component: 2].text, charge: segment.amount(2, &items),
            paid: segment[3].isEmpty ? 0 : segment.amount(3, &items))
        if !segment[5].isEmpty { line.units = segment[5].text }
        line.billedProcedure = segment[6][component: 2].text
        claim?.lines.append(line)
    }

    private mutating func takeName(_ segment: X12Segment) {
        switch segment[1].text {
        case "TT": claim?.forwardedTo = segment[3].text
        case "QC", "IL": if !segment[9].isEmpty { claim?.reference.member = segment[9].text }
        case "74":
            let id = segment[8] == "C" || segment[8] == "MI" ? segment[9].text : ""
            claim?.corrected = CorrectedPerson(
                lastName: segment[3].text, firstName: segment[4].text, middleName: segment[5].text, memberID: id)
        default: break
        }
    }

    /// Of the claim where it is open, before those of the file.
    private mutating func takeContact(_ segment: X12Segment) {
        guard let contact = segment.contact else { return }
        if claim == nil { return contacts.add(contact) }
        claim?.contacts.insert(contact, at: 0)
    }

    /// Remark codes (HE); another list's code is kept as the payer gave it.
    private mutating func takeList(_ segment: X12Segment) {
        if segment[1] == "HE" { return take(.denial(.rarc(segment[2].text))) }
        let list = segment[1] == "RX" ? "NCPDP reject code" : "code of list \(segment[1].text)"
        let message = "\(list) \(segment[2].text)"
        if claim?.lines.isEmpty == false {
            last { if $0.messages.count < RemittanceAssembly.mostCodes { $0.messages.append(message) } }
        } else if (claim?.messages.count ?? 0) < RemittanceAssembly.mostCodes {
            claim?.messages.append(message)
        }
    }

    private mutating func takeProviderAdjustments(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        for place in stride(from: 3, through: 13, by: 2) where !segment[place].isEmpty {
            let parts = segment[place].components.map(\.text)
            guard payment.adjustments.count < RemittanceAssembly.mostCodes else { return }
            payment.adjustments.append(
                ProviderAdjustment(
                    reason: parts.first ?? "", reference: parts.dropFirst().first ?? "",
                    cents: segment.amount(place + 1, &items) ?? 0))
        }
    }

    private mutating func open(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        var answer = ClaimAnswer(.remittance, account: segment[1].text)
        answer.charge = segment.amount(3, &items)
        answer.paid = segment.amount(4, &items)
        answer.patientResponsibility = segment.amount(5, &items)
        answer.payerControlNumber = segment[7].text
        answer.date = payment.date
        answer.payment = payment.number
        answer.processed = segment[2].text
        answer.reference.filing = segment[6].text
        answer.reference.frequency = segment[9].text
        answer.contacts = contacts
        claim = answer
    }

    private mutating func takeAdjustments(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        for place in stride(from: 2, through: 17, by: 3) where !segment[place].isEmpty {
            let adjustment = Adjustment(
                group: segment[1].text, reason: segment[place].text, cents: segment.amount(place + 1, &items) ?? 0,
                units: segment[place + 2].isEmpty ? nil : segment[place + 2].text)
            if claim?.lines.isEmpty == false {
                last { if $0.adjustments.count < RemittanceAssembly.mostCodes { $0.adjustments.append(adjustment) } }
            } else if (claim?.adjustments.count ?? 0) < RemittanceAssembly.mostCodes {
                claim?.adjustments.append(adjustment)
            }
            take(.denial(.carc(adjustment.reason)))
        }
    }

    private mutating func takeRemarks(_ places: ClosedRange<Int>, of segment: X12Segment) {
        for place in places where !segment[place].isEmpty { claim?.codes.append(.denial(.rarc(segment[place].text))) }
    }

    /// To the line that is open, else to the claim.
    private mutating func take(_ code: AnswerCode) {
        if claim?.lines.isEmpty == false {
            last { if $0.codes.count < RemittanceAssembly.mostCodes { $0.codes.append(code) } }
        } else if (claim?.codes.count ?? 0) < RemittanceAssembly.mostCodes {
            claim?.codes.append(code)
        }
    }

    private mutating func last(_ change: (inout AnsweredLine) -> Void) {
        guard let count = claim?.lines.count, count > 0 else { return }
        if var line = claim?.lines[count - 1] {
            change(&line)
            claim?.lines[count - 1] = line
        }
    }
}
