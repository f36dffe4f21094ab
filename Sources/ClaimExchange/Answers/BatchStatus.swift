public import ClaimModel
public import ClaimRules

/// What a 277CA says above the claims: of a whole transaction (2200B), or of one billing provider in it (2200C).
public struct BatchStatus: Hashable, Sendable {
    /// By what names its sender goes (ISA06 and GS02).
    public var senders: Set<String> = []
    /// By what names its receiver goes (ISA08 and GS03).
    public var receivers: Set<String> = []
    /// Who says it (2100A NM103); blank where it is not said.
    public var source = ""
    /// The batch (2200B TRN02): BHT03 of the submitted transaction.
    public var batch = ""
    /// The billing provider's NPI or tax ID (2100C NM109); `nil` where the whole transaction is meant.
    public var provider: String?
    /// The provider's name (2100C NM103).
    public var providerName = ""
    /// Categories and codes as in the file, `A8:746`.
    public var statuses: [String] = []
    /// The sender's own sentences (STC12).
    public var messages: [String] = []
    /// The codes of the rejection.
    public var codes: [AnswerCode] = []
    /// The day that the status names (STC02).
    public var date: Day?
    /// What the rejected claims charge (STC04), in cents.
    public var charge: Int?
    /// How many claims are rejected (QTY*AA, QTY*QC).
    public var count: Int?
    /// Whether levels of patients follow, each with a status of its own.
    public var hasClaims = false
    /// Whether a category rejects it.
    public var isRejected = false

    /// The same of one claim of the transaction.
    ///
    /// - Parameter account: the claim's number (CLM01); blank where nobody knows which is meant.
    public func answer(account: String, charge: Int?) -> ClaimAnswer {
        var answer = ClaimAnswer(.status, account: account)
        (answer.status, answer.statuses, answer.codes) = (.rejected, statuses, codes)
        (answer.date, answer.charge, answer.messages) = (date, charge, messages)
        (answer.reference.batch, answer.reference.isOfMany) = (batch, true)
        return answer
    }

    /// `rejected by SAMPLE PAYER, A8:746`
    var text: String {
        var text = isRejected ? "rejected" : "accepted"
        if !source.isEmpty { text += " by \(source)" }
        if let provider { text += ", provider \(providerName.isEmpty ? provider : providerName)" }
        return text + ", " + statuses.joined(separator: ", ") + messages.map { ": \($0)" }.joined()
    }
}
