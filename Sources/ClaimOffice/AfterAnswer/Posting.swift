public import ClaimModel
public import ClaimRules
public import ClaimStore
import Foundation

extension Office {
    /// Posts an EOB on the claim that it is of, as an 835 would be taken in; the payment is kept for the daily close.
    ///
    /// - Parameter insteadOfKeyed: whether what was kept of it as it was keyed goes.
    /// - Returns: what it made of the claim, in a sentence or two.
    public func post(_ eob: PaperEOB, on id: String, insteadOfKeyed: Bool = false) throws(OfficeFault) -> String {
        let record: ClaimRecord
        let billed: ClaimDraft
        do throws(StoreFault) {
            record = try store.claim(id, in: parsing)
            billed = try self.billed(record)
        } catch {
            throw OfficeFault(error)
        }
        if let refusal = refusalOfPosting(on: record) ?? refusal(of: eob, on: billed) { throw OfficeFault(refusal) }
        let paper = PaperPosting(
            by: signedIn, on: library.day, before: record.status, entry: UUID().uuidString.lowercased())
        let answer = eob.answer(to: billed, by: paper)
        var outcomes: [AnswerIntake.Outcome] = []
        do throws(StoreFault) {
            let intake = AnswerIntake(ofKnownClaimsIn: self)
            try store.together { () throws(StoreFault) in
                do throws(OfficeFault) { outcomes = try intake.keep(answer, with: id) } catch {
                    outcomes = [.notStored(error.message)]
                }
                guard !outcomes.contains(where: \.isFailure), !outcomes.isKnown else { return false }
                try keep(ReceivedPayment(eob, from: billed, by: paper), of: paper.entry)
                if insteadOfKeyed { try store.keep(nil, on: id) }
                return true
            }
        } catch {
            throw OfficeFault(error)
        }
        if let failure = outcomes.compactMap(\.failure).first { throw OfficeFault(failure) }
        if outcomes.isKnown { throw OfficeFault("This EOB is already posted on \(record.draft.name).") }
        let status = (try? store.summary(of: id).status) ?? record.status
        let paid = Money(cents: answer.paid ?? 0).currency
        return (["\(record.draft.name): \(paid) posted, \(status.rawValue)."] + outcomes.notices).joined(separator: " ")
    }

    /// The claim that a payer answers: as it was submitted last, else as it is.
    public func billed(_ record: ClaimRecord) throws(StoreFault) -> ClaimDraft {
        try store.sentVersions(of: record.id, in: parsing).last?.draft ?? record.draft
    }

    /// Why no EOB is posted on a claim; `nil` where one may be.
    public func refusalOfPosting(on record: ClaimRecord) -> String? {
        if store.isReadOnly { return StoreFault.keys(.notAllowed).description }
        if record.isDeleted { return "\(record.draft.name) is deleted." }
        if record.draft.totalCharge == 0 { return "\(record.draft.name) has no charge to post an EOB on." }
        guard let settlement = try? store.settlement(of: record.id),
            [.forwarded, .refused].contains(settlement.nextPayer)
        else { return nil }
        return
            "\(record.draft.name) crossed over. Start the next payer's claim with Alt-0 and post its EOB there, unsubmitted."
    }

    private func refusal(of eob: PaperEOB, on billed: ClaimDraft) -> String? {
        if eob.payment.allSatisfy(\.isWhitespace) { return "Enter the check or EFT number." }
        return PaperEOB.fault(ofDate: eob.date, on: billed, today: library.day) ?? eob.imbalance(on: billed)
    }

    /// Deletes the EOB that was posted last, and its payment.
    func unpost(_ id: String) throws(StoreFault) {
        let record = try store.claim(id, in: parsing)
        let left = try store.answers(to: id).dropLast()
        let progress = ClaimProgress(
            of: record.draft, status: record.status, sent: try store.sentVersions(of: id, in: parsing),
            answers: Array(left), in: try context(for: record.draft, status: record.status))
        let settlement = progress.settlement(after: nil, before: try store.settlement(of: id))
        try store.together { () throws(StoreFault) in
            guard let paper = try store.unpost(id, settling: settlement)?.paper else { return false }
            try store.removePayment(of: paper.entry, on: paper.on)
            return true
        }
    }
}

extension AnswerIntake.Outcome {
    fileprivate var isFailure: Bool { failure != nil }

    fileprivate var failure: String? {
        switch self {
        case .failure(let message), .notStored(let message): message
        case .answer, .file, .payment, .known, .notice: nil
        }
    }
}

extension [AnswerIntake.Outcome] {
    fileprivate var notices: [String] { compactMap { if case .notice(let text) = $0 { text } else { nil } } }

    fileprivate var isKnown: Bool { contains { if case .known = $0 { true } else { false } } }
}
