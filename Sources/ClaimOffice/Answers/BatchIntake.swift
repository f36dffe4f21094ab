import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// Finds the claims that a 277CA means above its patients: those of a transaction, or of one billing provider in it.
struct BatchIntake {
    let office: Office

    enum Result {
        /// What was accepted; the claims move by their own statuses.
        case accepted(String)
        /// The claims that are rejected with it, and how many, in words.
        case rejected([RejectedClaim], String)
        /// Why it is not clear which claims are meant.
        case unclear(String)
    }

    struct RejectedClaim {
        let id: String
        let account: String
        let charge: Int
    }

    func claims(of status: BatchStatus) throws(StoreFault) -> Result {
        guard let place = AnswerReference.parts(ofBatch: status.batch),
            let (id, file) = try office.store.sentFiles(ofInterchange: place.interchange)
                .first(where: { $0.file.mayBeAnswered(by: status.senders, to: status.receivers) })
        else {
            guard status.isRejected else { return .accepted("batch \(status.name) is not one submitted from here.") }
            return .unclear("no batch \(status.name) was submitted from here.")
        }
        let name = "interchange \(file.interchange) (\(file.name))"
        guard status.isRejected else {
            return .accepted(
                "\(name): batch \(status.batch) accepted for processing; its claims wait for their own status.")
        }
        var claims: [(sent: AcknowledgedClaim, draft: ClaimDraft)] = []
        for sent in try office.store.acknowledgedClaims(ofFile: id) where Int(sent.transaction) == place.transaction {
            let draft = try sent.draft(in: office.parsing)
            if status.means(draft) { claims.append((sent, draft)) }
        }
        let whom = status.provider == nil ? "batch \(status.batch)" : "provider \(status.providerText)"
        guard !claims.isEmpty else { return .unclear("\(name) has no claim of \(whom).") }
        guard status.isOfAll(claims.map(\.draft)) else {
            return .unclear("\(name): it is not clear which of the \(claims.count) claims of \(whom) are rejected.")
        }
        var rejected: [RejectedClaim] = []
        for claim in claims where try !hasOwnStatus(claim.sent.id, for: status) {
            rejected.append(
                RejectedClaim(
                    id: claim.sent.id, account: claim.draft.identity.account.text, charge: claim.draft.totalCharge))
        }
        let own = claims.count - rejected.count
        let rest = own > 0 ? " \(own) of its claims \(own == 1 ? "has" : "have") a status of their own." : ""
        return .rejected(
            rejected, "\(name): \(whom) is rejected, \(rejected.count) of \(claims.count) claims with it.\(rest)")
    }

    /// A claim's own status for the batch always wins.
    private func hasOwnStatus(_ id: String, for status: BatchStatus) throws(StoreFault) -> Bool {
        try office.store.answers(to: id).contains {
            $0.kind == .status && !$0.reference.isOfMany && $0.reference.batch == status.batch
        }
    }
}

extension BatchStatus {
    fileprivate var name: String { batch.isEmpty ? "(without number)" : batch }
    fileprivate var providerText: String { providerName.isEmpty ? provider ?? "" : providerName }

    /// Whether a claim is the provider's; each is where no provider is named.
    fileprivate func means(_ draft: ClaimDraft) -> Bool {
        guard let provider else { return true }
        let numbers = [draft.billing.npi.value?.description, draft.billing.taxID.value?.description]
        return !provider.isEmpty && numbers.contains { $0?.filter(\.isNumber) == provider.filter(\.isNumber) }
    }

    /// Whether it clearly speaks of all of these claims: its count and its charge are theirs. A rejected provider needs
    /// neither where no claims follow; a whole transaction needs one of them, since payers also give each claim a level of its
    /// own under one batch (X12 RFI 2145).
    fileprivate func isOfAll(_ drafts: [ClaimDraft]) -> Bool {
        let isCounted = count == drafts.count
        let charge = charge == 0 ? nil : charge
        if hasClaims { return provider != nil && isCounted }
        guard count == nil || isCounted else { return false }
        if let charge { return charge == drafts.reduce(0) { $0 + $1.totalCharge } }
        return provider != nil || isCounted
    }
}
