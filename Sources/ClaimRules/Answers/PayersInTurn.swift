package import ClaimModel

extension [ClaimAnswer] {
    /// Which payer in turn each remittance is of; `nil` where it does not say.
    ///
    /// A denial (CLP02 4) says it of no payer. Where one has sent the claim on and not taken its decision back, a denial under
    /// another number of the claim is the next one's.
    var payersInTurn: [PayerOrder?] {
        var sentOn: ClaimAnswer?
        return map { answer in
            guard answer.kind == .remittance else { return nil }
            let sender = sentOn
            if answer.processed == "22" { sentOn = nil }
            if answer.isForwarded { sentOn = answer }
            if let payer = answer.processedBy { return payer }
            guard let sender, answer.processed == "4", answer.payerControlNumber != sender.payerControlNumber else {
                return nil
            }
            return sender.processedBy?.next ?? .secondary
        }
    }

    /// What the payers after the first one decided, where their answers came to the primary claim.
    package func afterCrossing(of draft: ClaimDraft) -> ClaimAnswer? {
        guard draft.orderOfPayer == .primary else { return nil }
        let payers = payersInTurn
        let last = indices.last { self[$0].processed == "22" || payers[$0] == .secondary || payers[$0] == .tertiary }
        return last.flatMap { self[$0].processed == "22" ? nil : self[$0] }
    }
}

extension PayerOrder {
    fileprivate var next: PayerOrder { self == .primary ? .secondary : .tertiary }
}

extension ClaimAnswer {
    /// Which payer in turn processed the claim (CLP02); `nil` where it does not say.
    var processedBy: PayerOrder? {
        switch processed {
        case "1", "19": .primary
        case "2", "20": .secondary
        case "3", "21": .tertiary
        default: nil
        }
    }
}
